/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdio.h>

#include "base/rank.h"

enum { KEYS = 3000 };

/* One row, one shape of keys and counts. */
static const struct {
	const char *why, *before;    /* what all keys begin with */
	uint64_t counts, least, mod; /* least + i * i % counts * mod */
	int most;                    /* bytes that keys are filled up to */
} rows[] = {
	{"one count", "", 1, 1, 1, 0},
	{"low counts", "", 20, 0, 1, 0},
	{"counts around a digit", "w", 20, 240, 1, 0},
	{"counts of all lengths", "w", 60, 255, 0x123456789ABCDEF, 40},
	{"counts of two bytes", "", 999, 60000, 11, 20},
	{"keys in their slots and out", "", 1, 1, 1, 40},
	{"alike for eight bytes", "ABCDEFGH", 1, 1, 1, 24},
	{"alike for sixteen", "ABCDEFGHIJKLMNOP", 2, 1, 1, 0},
	{"alike for long", "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLM", 3, 1, 1,
	    90},
	{"above ASCII", "\xF0\x90\x8D\x88\xFF", 1, 1, 1, 0},
};

static bool
takes_all(const struct map_slot *slot, void *refused)
{
	return !str_eq(map_key(slot), str_of(refused));
}

static int
by_key(const void *left, const void *right)
{
	struct str x = map_key(left), y = map_key(right);
	int order = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);

	return order != 0 ? order : (x.n > y.n) - (x.n < y.n);
}

static int
by_count(const void *left, const void *right)
{
	const struct map_slot *a = left, *b = right;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return by_key(a, b);
}

static void
fill(struct map *m, int row)
{
	char key[128];

	for (uint64_t i = 0; i < KEYS; i++) {
		int n = snprintf(key, sizeof key, "%s%x", rows[row].before,
		    (unsigned)(i * 2654435761u >> i % 20));
		struct map_slot *slot;

		while (n < (int)(i % (unsigned)(rows[row].most + 1)))
			key[n++] = (char)(i % 3 ? 'x' : '\0');
		slot = map_at(m, (struct str){key, (size_t)n});
		slot->count = rows[row].least + i * i % rows[row].counts *
		    rows[row].mod;
		*(uint64_t *)map_extra(m, slot) = slot->count;
	}
}

static void
test(int row, int (*order)(const void *, const void *), uint64_t wanted)
{
	static struct map_slot sorted[KEYS];
	struct map m = map_open(sizeof(uint64_t));

	fill(&m, row);
	map_pack(&m, takes_all, "none");
	memcpy(sorted, m.slots, m.used * sizeof *sorted);
	qsort(sorted, m.used, sizeof *sorted, order);
	if (order == by_key)
		rank_keys(&m);
	else
		rank_counts(&m, wanted);
	for (size_t i = 0; i < m.used && i < wanted; i++)
		if (by_count(&sorted[i], &m.slots[i]) != 0 ||
		    *(uint64_t *)map_extra(&m, &m.slots[i]) != sorted[i].count)
			ck_abort_msg("%s, %zu", rows[row].why, i);
	map_free(&m);
}

START_TEST(is_the_order_of_comparing)
{
	static const uint64_t wanted[] = {UINT64_MAX, KEYS, 0, 1, 40, 1000};

	test(_i, by_key, UINT64_MAX);
	for (int w = 0; w < (int)(sizeof wanted / sizeof *wanted); w++)
		test(_i, by_count, wanted[w]);
}
END_TEST

/* Each key begins with all shorter ones: the stack stays small. */
START_TEST(stairs)
{
	enum { STAIRS = 4000 };
	static char key[STAIRS];
	struct map m = map_open(0);

	memset(key, 'a', sizeof key);
	for (size_t n = 1; n <= STAIRS; n++)
		map_at(&m, (struct str){key, n})->count = 1;
	map_pack(&m, takes_all, "aaa");
	rank_counts(&m, UINT64_MAX);
	ck_assert_uint_eq(m.used, STAIRS - 1);
	for (size_t i = 0; i < m.used; i++)
		ck_assert_uint_eq(m.slots[i].n, i + 1 + (i > 1));
	map_free(&m);
}
END_TEST

UNIT_SUITE("rank", UNIT_EACH(is_the_order_of_comparing, rows),
    UNIT_ONE(stairs))
