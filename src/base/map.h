/* SPDX-License-Identifier: MIT */
/*
 * A hash table of counts by key (open addressing, linear probing).  A key is
 * any bytes.  One of up to 16 is kept in its slot, so that a look-up reads one
 * line of the cache; a longer one is kept in the map's arena.  The hash is
 * seeded anew for each map, so that nobody can choose keys that collide; no
 * result may depend on the order of the slots.
 *
 * A map may have `extra` zeroed bytes beside each slot for its owner, who
 * releases what they point to.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum {
	MAP_INLINE = 16, /* bytes of a key that stands in its slot */
	MAP_FIRST = 8    /* bytes of any other that do */
};

struct map_slot {
	union {
		char bytes[MAP_INLINE];   /* zeroes after the key */
		struct {
			char first[MAP_FIRST];
			const char *s;
		} far;
		uint64_t word[2];
	} key;
	uint64_t count;
	uint32_t n;    /* bytes in the key; 0: the slot is free */
	uint32_t hash; /* of the key; its low bits are the first slot tried */
};

struct map {
	struct map_slot *slots; /* aligned to lines of the cache */
	char *memory;           /* the block that they are in */
	size_t off;             /* their offset in it */
	char *extras;
	size_t extra;       /* bytes of extra beside a slot */
	size_t mask;        /* the number of slots, a power of two, less 1 */
	size_t used;        /* slots that have a key */
	uint64_t seed[2];
	struct map_block *arena;
	size_t arena_bytes; /* all its blocks together */
	bool packed;
};

/* The two halves of the 128-bit product, combined by exclusive or. */
#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 map_wide;

static inline uint64_t
map_mix(uint64_t a, uint64_t b)
{
	map_wide product = (map_wide)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}
#else
static inline uint64_t
map_mix(uint64_t a, uint64_t b)
{
	uint64_t a_low = (uint32_t)a, a_high = a >> 32;
	uint64_t b_low = (uint32_t)b, b_high = b >> 32;
	uint64_t low = a_low * b_low, one = a_high * b_low;
	uint64_t other = a_low * b_high;
	uint64_t middle = (low >> 32) + (uint32_t)one + (uint32_t)other;

	return (middle << 32 | (uint32_t)low) ^ (a_high * b_high +
	    (one >> 32) + (other >> 32) + (middle >> 32));
}
#endif

/*
 * A seed from the random bytes that the kernel gave this process, another one
 * for each table.  Copying a table into one with the same seed would take
 * quadratic time: the keys arrive in the order of its slots.  Not to be called
 * by two threads at once.
 */
void map_seed(uint64_t seed[2]);

/* An empty map, its seed drawn. */
struct map map_open(size_t extra);
void map_free(struct map *);

/*
 * A key of 1 to MAP_INLINE bytes with its hash, for a look-up in two steps:
 * map_reach prefetches the slot, map_near_at reads it some keys later.
 */
struct map_near {
	uint64_t word[2];
	uint32_t n, hash;
};

static inline struct map_near
map_near(const struct map *m, uint64_t word0, uint64_t word1, size_t n)
{
	uint64_t h = map_mix(word0 ^ m->seed[0], word1 ^ m->seed[1] ^ n);

	return (struct map_near){{word0, word1}, (uint32_t)n,
	    (uint32_t)(h ^ h >> 32)};
}

static inline void
map_reach(const struct map *m, const struct map_near *key)
{
	__builtin_prefetch(&m->slots[key->hash & m->mask], 1);
}

/* Found or added, as by map_at. */
struct map_slot *map_near_add(struct map *, const struct map_near *);

static inline struct map_slot *
map_near_at(struct map *m, const struct map_near *key)
{
	size_t at = key->hash & m->mask;
	struct map_slot *slot = &m->slots[at];

	while (slot->key.word[0] != key->word[0] ||
	    slot->key.word[1] != key->word[1] || slot->n != key->n) {
		if (slot->n == 0)
			return map_near_add(m, key);
		at = (at + 1) & m->mask;
		slot = &m->slots[at];
	}
	return slot;
}

/*
 * The slot of a key of at least one byte, added with count 0 if new; valid
 * until the next one.  A key of 4 GiB ends the program.
 */
struct map_slot *map_at(struct map *, struct str key);

/* The slot of a key, NULL if it is not in the map. */
const struct map_slot *map_find(const struct map *, struct str key);
bool map_has(const struct map *, struct str key);

/* Prefetch the slot of a key that is looked up soon. */
void map_reach_key(const struct map *, struct str key);

struct str map_key(const struct map_slot *);
void *map_extra(const struct map *, const struct map_slot *);

/* The next slot in use after `slot` (NULL: the first); NULL at the end. */
struct map_slot *map_next(const struct map *, const struct map_slot *slot);

/*
 * Move the slots in use that `keeps` is true of to the front, slots[0] to
 * slots[used - 1], for their owner to sort; map_extra still finds their
 * extras.  No key can be looked up after that.
 */
void map_pack(struct map *,
    bool (*keeps)(const struct map_slot *, void *ctx), void *ctx);
bool map_can_pack(const struct map *); /* false for billions of slots */

/* Bytes of memory it takes, and how many once it has some `more` keys. */
size_t map_bytes(const struct map *);
size_t map_bytes_with(const struct map *, size_t more);

/* Take out all keys; the slots' memory is kept. */
void map_clear(struct map *);

#endif
