/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include <stdlib.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/auxv.h>
#endif

#include "base/complain.h"
#include "base/mem.h"

enum {
	FIRST_SLOTS = 1024, BLOCK_BYTES = 256 * 1024, PAGE_BYTES = 4096,
	LINE_BYTES = 64 /* of the cache; no slot crosses the border of two */
};

struct map_block {
	struct map_block *next;
	size_t used, size;
	char bytes[];
};

static inline uint64_t
load(const char *s)
{
	uint64_t x;

	memcpy(&x, s, sizeof x);
	return x;
}

static uint32_t
short_hash(uint64_t mixed)
{
	return (uint32_t)(mixed ^ mixed >> 32);
}

/* Of a key longer than MAP_INLINE; its last 16 bytes may be taken twice. */
static uint32_t
hash_far(const struct map *m, struct str key)
{
	uint64_t h = key.n ^ m->seed[0];
	const char *s = key.s, *last = key.s + key.n - 16;

	for (; s < last; s += 16)
		h = map_mix(load(s) ^ h, load(s + 8) ^ m->seed[1]);
	return short_hash(
	    map_mix(load(last) ^ h, load(last + 8) ^ m->seed[1]));
}

void
map_seed(uint64_t seed[2])
{
	static uint64_t maps;
	uint64_t random[2];

#ifdef __linux__
	memcpy(random, (void *)getauxval(AT_RANDOM), sizeof random);
#else
	if (getentropy(random, sizeof random) != 0)
		die("random bytes:");
#endif
	maps++;
	seed[0] = map_mix(random[0] ^ maps, 0x9E3779B97F4A7C15);
	seed[1] = map_mix(random[1] ^ maps, 0xD1B54A32D192ED03);
}

/*
 * Make room for `slots`; those that are there stay.  The new ones are cleared
 * by writing, though fresh memory reads as zero: a page that is read before it
 * is written costs two page faults instead of one, and the second stops all
 * threads.
 */
static void
resize(struct map *m, size_t slots)
{
	size_t have = m->slots == NULL ? 0 : m->mask + 1, off = m->off;

	m->memory = mem_resize(m->memory,
	    slots * sizeof *m->slots + LINE_BYTES, 1);
	m->off = -(uintptr_t)m->memory % LINE_BYTES;
	m->slots = (void *)(m->memory + m->off);
	if (m->off != off)
		memmove(m->slots, m->memory + off, have * sizeof *m->slots);
	memset(m->slots + have, 0, (slots - have) * sizeof *m->slots);
	if (m->extra > 0) {
		m->extras = mem_resize(m->extras, slots, m->extra);
		memset(m->extras + have * m->extra, 0,
		    (slots - have) * m->extra);
	}
	m->mask = slots - 1;
}

struct map
map_open(size_t extra)
{
	struct map m = {.extra = extra};

	map_seed(m.seed);
	resize(&m, FIRST_SLOTS);
	return m;
}

void *
map_extra(const struct map *m, const struct map_slot *slot)
{
	size_t at = m->packed ? slot->hash : (size_t)(slot - m->slots);

	return m->extras + at * m->extra;
}

/* Move `n` slots, with their extras, to free ones. */
static void
move(struct map *m, size_t from, size_t to, size_t n)
{
	memcpy(&m->slots[to], &m->slots[from], n * sizeof *m->slots);
	memset(&m->slots[from], 0, n * sizeof *m->slots);
	if (m->extra > 0) {
		char *extras = m->extras + from * m->extra;

		memcpy(m->extras + to * m->extra, extras, n * m->extra);
		memset(extras, 0, n * m->extra);
	}
}

/* Move the key of a slot to where it belongs now that there are more slots. */
static void
settle(struct map *m, size_t from)
{
	uint32_t n = m->slots[from].n;
	size_t to = m->slots[from].hash & m->mask;

	m->slots[from].n = 0;
	while (m->slots[to].n != 0)
		to = (to + 1) & m->mask;
	m->slots[from].n = n;
	if (to != from)
		move(m, from, to, 1);
}

/*
 * Double the number of slots, in place.  With one more bit of its hash in use,
 * a key stays at its slot or moves up by the old number of slots.  The slots
 * are gone through from behind the first free one, so that no key lands on one
 * that has not been moved yet.  The keys before that free slot, some of which
 * were put there from the end of the old half, are copied behind it and come
 * last.
 */
static void
grow(struct map *m)
{
	size_t have = m->mask + 1, first = 0;

	resize(m, 2 * have);
	while (m->slots[first].n != 0)
		first++;
	move(m, 0, have, first);
	for (size_t at = first + 1; at < have + first; at++)
		if (m->slots[at].n != 0)
			settle(m, at);
}

static const char *
keep(struct map *m, struct str key)
{
	struct map_block *b = m->arena;

	if (b == NULL || b->size - b->used < key.n) {
		size_t size = key.n > BLOCK_BYTES ? key.n : BLOCK_BYTES;

		b = mem_resize(NULL, sizeof *b + size, 1);
		*b = (struct map_block){m->arena, 0, size};
		m->arena = b;
		m->arena_bytes += size;
	}
	memcpy(b->bytes + b->used, key.s, key.n);
	b->used += key.n;
	return b->bytes + b->used - key.n;
}

/* The slot of a key, or the free one where it would be. */
static struct map_slot *
find_near(const struct map *m, const struct map_near *key)
{
	for (size_t at = key->hash & m->mask;; at = (at + 1) & m->mask) {
		struct map_slot *slot = &m->slots[at];

		if (slot->n == 0 || (slot->key.word[0] == key->word[0] &&
		    slot->key.word[1] == key->word[1] && slot->n == key->n))
			return slot;
	}
}

static struct map_slot *
find_far(const struct map *m, struct str key, uint32_t hash)
{
	for (size_t at = hash & m->mask;; at = (at + 1) & m->mask) {
		struct map_slot *slot = &m->slots[at];

		if (slot->n == 0 || (slot->n == key.n && slot->hash == hash &&
		    memcmp(slot->key.far.s, key.s, key.n) == 0))
			return slot;
	}
}

static struct map_near
near_of(const struct map *m, struct str key)
{
	uint64_t word[2] = {0};

	memcpy(word, key.s, key.n);
	return map_near(m, word[0], word[1], key.n);
}

const struct map_slot *
map_find(const struct map *m, struct str key)
{
	const struct map_slot *slot;
	struct map_near near;

	if (key.n > MAP_INLINE) {
		slot = find_far(m, key, hash_far(m, key));
	} else {
		near = near_of(m, key);
		slot = find_near(m, &near);
	}
	return slot->n != 0 ? slot : NULL;
}

bool
map_has(const struct map *m, struct str key)
{
	return map_find(m, key) != NULL;
}

/* At most three quarters of the slots are used: linear probing slows down. */
static bool
has_room(const struct map *m, size_t keys)
{
	return m->used + keys <= m->mask / 4 * 3;
}

struct map_slot *
map_near_add(struct map *m, const struct map_near *key)
{
	struct map_slot *slot;

	if (!has_room(m, 1))
		grow(m);
	slot = find_near(m, key);
	if (slot->n == 0) {
		*slot = (struct map_slot){.key.word = {key->word[0],
		    key->word[1]}, .n = key->n, .hash = key->hash};
		m->used++;
	}
	return slot;
}

static struct map_slot *
far_add(struct map *m, struct str key)
{
	struct map_slot *slot;
	uint32_t hash;

	if (key.n > UINT32_MAX)
		die("a key of 4 GiB or more");
	hash = hash_far(m, key);
	if (!has_room(m, 1))
		grow(m);
	slot = find_far(m, key, hash);
	if (slot->n == 0) {
		*slot = (struct map_slot){.key.far.s = keep(m, key),
		    .n = (uint32_t)key.n, .hash = hash};
		memcpy(slot->key.far.first, key.s, MAP_FIRST);
		m->used++;
	}
	return slot;
}

struct map_slot *
map_at(struct map *m, struct str key)
{
	struct map_near near;

	if (key.n > MAP_INLINE)
		return far_add(m, key);
	near = near_of(m, key);
	return map_near_at(m, &near);
}

void
map_reach_key(const struct map *m, struct str key)
{
	struct map_near near = {.n = MAP_INLINE};

	if (key.n > MAP_INLINE)
		near.hash = hash_far(m, key);
	else
		near = near_of(m, key);
	map_reach(m, &near);
}

struct str
map_key(const struct map_slot *slot)
{
	return (struct str){slot->n <= MAP_INLINE ? slot->key.bytes
	    : slot->key.far.s, slot->n};
}

struct map_slot *
map_next(const struct map *m, const struct map_slot *slot)
{
	const struct map_slot *end = m->slots + m->mask + 1;
	struct map_slot *next = m->slots;

	if (slot != NULL)
		next += slot - m->slots + 1;
	while (next < end && next->n == 0)
		next++;
	return next < end ? next : NULL;
}

bool
map_can_pack(const struct map *m)
{
	return m->mask <= UINT32_MAX;
}

void
map_pack(struct map *m, bool (*keeps)(const struct map_slot *, void *),
    void *ctx)
{
	size_t n = 0;

	for (size_t at = 0; at <= m->mask; at++) {
		struct map_slot *slot = &m->slots[at];

		if (slot->n == 0 || !keeps(slot, ctx))
			continue;
		m->slots[n] = *slot;
		m->slots[n++].hash = (uint32_t)at;
	}
	m->used = n;
	m->packed = true;
}

size_t
map_bytes(const struct map *m)
{
	return (m->mask + 1) * (sizeof *m->slots + m->extra) + m->arena_bytes;
}

size_t
map_bytes_with(const struct map *m, size_t more)
{
	return (has_room(m, more) ? 1 : 2) * (map_bytes(m) - m->arena_bytes) +
	    m->arena_bytes;
}

static void
free_arena(struct map *m)
{
	while (m->arena != NULL) {
		struct map_block *next = m->arena->next;

		free(m->arena);
		m->arena = next;
	}
	m->arena_bytes = 0;
}

void
map_clear(struct map *m)
{
	free_arena(m);
	memset(m->slots, 0, (m->mask + 1) * sizeof *m->slots);
	if (m->extra > 0)
		memset(m->extras, 0, (m->mask + 1) * m->extra);
	m->used = 0;
}

void
map_free(struct map *m)
{
	free_arena(m);
	free(m->memory);
	free(m->extras);
	*m = (struct map){0};
}
