/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/intern.h"

static const struct {
	const char *why;
	int keys;
	uint64_t key[6];
	uint32_t number[6], n;
} rows[] = {
	{"in the order they come", 3, {9, 5, 7}, {0, 1, 2}, 3},
	{"what came before keeps its number", 6, {9, 5, 9, 5, 1, 9},
	    {0, 1, 0, 1, 2, 0}, 3},
	{"nothing is a key, too", 3, {0, UINT64_MAX, 0}, {0, 1, 0}, 2},
	{"all bits count", 4, {1, 1ull << 32, 1ull << 63, 1}, {0, 1, 2, 0}, 3},
};

START_TEST(each_row)
{
	struct interns t = interns_open(6);

	for (int i = 0; i < rows[_i].keys; i++)
		ck_assert_msg(intern_of(&t, rows[_i].key[i]) ==
		    rows[_i].number[i], "%s: key %d", rows[_i].why, i);
	ck_assert_msg(t.n == rows[_i].n, "%s: %u", rows[_i].why, t.n);
	interns_close(&t);
}
END_TEST

START_TEST(as_many_as_there_is_room_for)
{
	enum { MOST = 5000 };
	struct interns t = interns_open(MOST);

	for (int again = 0; again < 2; again++)
		for (uint32_t i = 0; i < MOST; i++)
			ck_assert_uint_eq(intern_of(&t, (uint64_t)i << 20), i);
	ck_assert_uint_eq(t.n, MOST);
	interns_close(&t);
}
END_TEST

UNIT_SUITE("number", UNIT_EACH(each_row, rows),
    UNIT_ONE(as_many_as_there_is_room_for))
