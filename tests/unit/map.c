/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdio.h>

#include "base/map.h"

/* Keys of every length, each as often as its number says, modulo 7. */
static size_t
key_of(char *to, int i)
{
	int n = snprintf(to, 64, "%d", i);

	while (n < i % 40)
		to[n++] = 'x';
	return (size_t)n;
}

START_TEST(counts_what_was_put)
{
	enum { KEYS = 20000 };
	struct map m = map_open(sizeof(int));
	struct map_slot *slot = NULL;
	char key[64];
	size_t seen = 0;

	for (int round = 0; round < 7; round++)
		for (int i = 0; i < KEYS; i++) {
			struct str k = {key, key_of(key, i)};

			if (i % 7 < round)
				continue;
			slot = map_at(&m, k);
			slot->count++;
			*(int *)map_extra(&m, slot) += 1;
		}
	ck_assert_uint_eq(m.used, KEYS);
	for (slot = NULL; (slot = map_next(&m, slot)) != NULL; seen++) {
		int i = atoi(map_key(slot).s);
		struct str k = {key, key_of(key, i)};

		if (!str_eq(map_key(slot), k) ||
		    slot->count != (uint64_t)(i % 7 + 1) ||
		    *(int *)map_extra(&m, slot) != i % 7 + 1)
			ck_abort_msg("key %d", i);
	}
	ck_assert_uint_eq(seen, KEYS);
	ck_assert(map_has(&m, STR("0")) && !map_has(&m, STR("none")));
	ck_assert(!map_has(&m, STR("none of more than sixteen bytes")));
	map_clear(&m);
	ck_assert(m.used == 0 && map_next(&m, NULL) == NULL);
	map_free(&m);
}
END_TEST

/* Where keys lie as a map grows is another chance with each seed. */
START_TEST(grows_in_place)
{
	enum { KEYS = 3200 };
	char key[64];

	for (int round = 0; round < 300; round++) {
		struct map m = map_open(sizeof(int));

		for (int i = 0; i < KEYS; i++) {
			struct str k = {key, key_of(key, i)};

			*(int *)map_extra(&m, map_at(&m, k)) = i + 1;
		}
		for (int i = 0; i < KEYS; i++) {
			struct str k = {key, key_of(key, i)};

			if (*(int *)map_extra(&m, map_at(&m, k)) != i + 1)
				ck_abort_msg("round %d, key %d", round, i);
		}
		ck_assert_uint_eq(m.used, KEYS);
		map_free(&m);
	}
}
END_TEST

/* A zero byte at a key's end is part of it, though slots end in zeroes. */
START_TEST(length_tells)
{
	struct map m = map_open(0);

	map_at(&m, (struct str){"a\0", 2})->count = 2;
	map_at(&m, (struct str){"a", 1})->count = 1;
	ck_assert_uint_eq(m.used, 2);
	ck_assert_uint_eq(map_at(&m, (struct str){"a\0", 2})->count, 2);
	map_free(&m);
}
END_TEST

/* How far keys stand from where they belong, in slots, on average. */
static size_t
displacement(const struct map *m)
{
	const struct map_slot *slot = NULL;
	size_t sum = 0;

	while ((slot = map_next(m, slot)) != NULL)
		sum += ((size_t)(slot - m->slots) - slot->hash) & m->mask;
	return sum / m->used;
}

/* Words that were chosen to collide under one seed do not under the next. */
START_TEST(seed_is_secret)
{
	enum { KEYS = 4000, BITS = 9 };
	struct map known = map_open(0), next = map_open(0);
	uint64_t state = 1;

	while (known.used < KEYS) {
		char key[MAP_INLINE] = {0};
		uint64_t word[2], random;

		state = state * 6364136223846793005u + 1442695040888963407u;
		random = state >> 8;
		for (int i = 0; i < 10; i++, random /= 26)
			key[i] = (char)('a' + random % 26);
		memcpy(word, key, sizeof word);
		if (map_near(&known, word[0], word[1], 10).hash % (1 << BITS))
			continue;
		map_at(&known, (struct str){key, 10});
		map_at(&next, (struct str){key, 10});
	}
	ck_assert_uint_gt(displacement(&known), 50);
	ck_assert_uint_lt(displacement(&next), 3);
	map_free(&known);
	map_free(&next);
}
END_TEST

/* Nothing of it is looked at. */
START_TEST(too_long)
{
	struct map m = map_open(0);

	map_at(&m, (struct str){"", (size_t)UINT32_MAX + 1});
	exit(DONE);
}
END_TEST

UNIT_SUITE("map", UNIT_ONE(counts_what_was_put), UNIT_ONE(grows_in_place),
    UNIT_ONE(length_tells), UNIT_ONE(seed_is_secret),
    UNIT_DIES(too_long))
