/* SPDX-License-Identifier: MIT */
/*
 * Counts by key.  A key is any bytes; one of up to 16 stands in its slot,
 * which makes a look-up one visit to memory, a longer one in the map's own
 * arena.  The hash is seeded anew for each map, so that nobody can choose
 * keys that collide; no result may depend on the order of the slots.
 *
 * A map may carry `extra` zeroed bytes beside each slot for its owner, who
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
	uint32_t hash; /* its upper bits may find no use */
};

struct map {
	struct map_slot *slots; /* each in a line of the cache */
	char *memory;           /* that they are in, */
	size_t off;             /* so many bytes from its start */
	char *extras;
	size_t extra;       /* bytes of extra beside a slot */
	size_t mask, used;  /* slots less one, a power of two less one */
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
 * Random bytes that the kernel gave this process, told apart for each table:
 * two with one seed would pour into each other in the worst order there is.
 * Not to be called by two threads at once.
 */
void map_seed(uint64_t seed[2]);

/* An empty map, its seed drawn. */
struct map map_open(size_t extra);
void map_free(struct map *);

/*
 * A key of 1 to MAP_INLINE bytes as its slot has it, ready to be looked up
 * later, when the slot is in reach: map_reach asks for it.
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
 * The slot of a key of at least one byte, added with
 * count 0 if new; valid until the next one.
 */
struct map_slot *map_at(struct map *, struct str key);

/* The slot of a key, NULL if it is not in the map. */
const struct map_slot *map_find(const struct map *, struct str key);
bool map_has(const struct map *, struct str key);

/* Ask for the slot of a key that is looked up soon. */
void map_reach_key(const struct map *, struct str key);

struct str map_key(const struct map_slot *);
void *map_extra(const struct map *, const struct map_slot *);

/* The next slot in use after `slot` (NULL: the first); NULL at the end. */
struct map_slot *map_next(const struct map *, const struct map_slot *slot);

/*
 * The slots in use that `keeps` is true of, side by side from `slots` on,
 * `used` of them, for their owner to put in order; extras are still theirs.
 * Nothing can be looked up any more.
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
