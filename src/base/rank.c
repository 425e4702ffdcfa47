/* SPDX-License-Identifier: MIT */
#include "base/rank.h"

/*
 * Slots are parted by one digit after the other, as in a radix sort: first by
 * count, which is one digit for low ones, or how many bytes it takes and then
 * those; then by the key's bytes, each one higher, with 0 at the key's end.
 */
enum {
	LENGTHS = 8,         /* digits that say how many bytes a count takes */
	LOW = 256 - LENGTHS, /* counts below it are a digit */
	DIGITS = 257,
	KEY = 9,             /* the level of a key's first byte */
	FEW = 32             /* slots that are sorted by comparing */
};

static inline unsigned
count_digit(uint64_t count)
{
	unsigned bytes = 1;

	if (count < LOW)
		return 256 - (unsigned)count;
	while (bytes < 8 && count >> 8 * bytes > 0)
		bytes++;
	return LENGTHS - bytes;
}

static inline unsigned
digit(const struct map_slot *slot, size_t level)
{
	size_t at = level - KEY;

	if (level == 0)
		return count_digit(slot->count);
	if (level < KEY)
		return ~(unsigned)(slot->count >> (64 - 8 * level)) & 0xFF;
	if (at >= slot->n)
		return 0;
	return (unsigned char)(at < MAP_FIRST || slot->n <= MAP_INLINE
	    ? slot->key.bytes[at] : slot->key.far.s[at]) + 1;
}

static inline size_t
level_behind(size_t level, unsigned of_digit)
{
	if (level > 0)
		return level + 1;
	return of_digit < LENGTHS ? of_digit + 1 : KEY;
}

/* Eight bytes, as they compare. */
static inline uint64_t
eight(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 |
	    (uint64_t)p[2] << 40 | (uint64_t)p[3] << 32 |
	    (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 |
	    (uint64_t)p[6] << 8 | p[7];
}

static bool
key_is_before(const struct map_slot *a, const struct map_slot *b)
{
	return str_order(map_key(a), map_key(b)) < 0;
}

static inline bool
is_before(const struct map_slot *a, const struct map_slot *b, size_t level)
{
	uint64_t x, y;

	if (level < KEY && a->count != b->count)
		return a->count > b->count;
	x = eight(a->key.bytes);
	y = eight(b->key.bytes);
	if (x != y)
		return x < y;
	if (a->n > MAP_INLINE || b->n > MAP_INLINE)
		return key_is_before(a, b);
	x = eight(a->key.bytes + 8);
	y = eight(b->key.bytes + 8);
	return x != y ? x < y : a->n < b->n;
}

static void
sort_few(struct map_slot *slots, size_t n, size_t level)
{
	for (size_t i = 1; i < n; i++) {
		struct map_slot slot = slots[i];
		size_t at = i;

		for (; at > 0 && is_before(&slot, &slots[at - 1], level); at--)
			slots[at] = slots[at - 1];
		slots[at] = slot;
	}
}

/* Part the slots by digit; where the part of each ends. */
static void
part(struct map_slot *slots, size_t n, size_t level, size_t ends[DIGITS])
{
	size_t next[DIGITS], sum = 0;

	memset(ends, 0, DIGITS * sizeof *ends);
	for (size_t i = 0; i < n; i++)
		ends[digit(&slots[i], level)]++;
	for (unsigned d = 0; d < DIGITS; d++) {
		next[d] = sum;
		ends[d] = sum += ends[d];
	}
	if (ends[digit(&slots[0], level)] - next[digit(&slots[0], level)] == n)
		return;
	for (unsigned d = 0; d < DIGITS; d++)
		while (next[d] < ends[d]) {
			struct map_slot slot = slots[next[d]], other;
			unsigned its = digit(&slot, level);

			while (its != d) {
				other = slots[next[its]];
				slots[next[its]++] = slot;
				slot = other;
				its = digit(&slot, level);
			}
			slots[next[d]++] = slot;
		}
}

/* The largest part is the next round's, so that the stack stays small. */
static void
sort(struct map_slot *slots, size_t n, size_t level, size_t wanted)
{
	size_t ends[DIGITS];

	while (n > FEW) {
		size_t at = 0, largest = 0, size = 0, behind = 0;

		part(slots, n, level, ends);
		for (unsigned d = 0; d < DIGITS && at < wanted; at = ends[d++])
			if (ends[d] - at > size) {
				largest = at;
				size = ends[d] - at;
				behind = level_behind(level, d);
			}
		at = 0;
		for (unsigned d = 0; d < DIGITS && at < wanted; at = ends[d++])
			if (ends[d] - at > 1 && at != largest)
				sort(slots + at, ends[d] - at,
				    level_behind(level, d), wanted - at);
		slots += largest;
		n = size;
		level = behind;
		wanted -= largest;
	}
	sort_few(slots, n, level);
}

void
rank_counts(struct map *m, uint64_t wanted)
{
	sort(m->slots, m->used, 0, wanted < m->used ? wanted : m->used);
}

void
rank_keys(struct map *m)
{
	sort(m->slots, m->used, KEY, m->used);
}
