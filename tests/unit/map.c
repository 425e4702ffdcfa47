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

UNIT_SUITE("map", UNIT_ONE(counts_what_was_put), UNIT_ONE(length_tells))
