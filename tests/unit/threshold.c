/* SPDX-License-Identifier: MIT */
#include "text/score/threshold.h"
#include "unit.h"

static const struct {
	const char *why;
	int n;
	struct threshold_part part[3];
	int from, to; /* the cut is in between */
	unsigned share;
} rows[] = {
	{"nothing to choose from", 0, {{0}}, -800, -800, 60},
	{"words of none", 1, {{100, 0}}, -800, -800, 60},
	{"F1 near 1: at least .60 likely", 1, {{700, 9}}, 41, 41, 60},
	{"as likely as not: F1 2/3, so .40", 1, {{0, 9}}, -40, -40, 60},
	{"exactly as likely as it must be is enough", 1, {{500, 9}}, 40, 40, 60},
	{"nor less", 1, {{-75, 9}}, -89, -89, 60},
	{"order does not matter", 2, {{-300, 50}, {600, 50}}, 30, 40, 60},
	{"nor here", 2, {{600, 50}, {-300, 50}}, 30, 40, 60},
	{"little that is unlikely changes little", 3,
	    {{700, 90}, {-300, 1}, {-700, 9}}, 38, 44, 60},
	{"where all is doubtful, doubtful things stay", 3,
	    {{-150, 30}, {-160, 30}, {-170, 30}}, -160, -150, 60},
	{"a greater share asks for more", 1, {{700, 9}}, 108, 112, 75},
};

START_TEST(each_row)
{
	struct threshold_part part[3];
	int cut;

	memcpy(part, rows[_i].part, sizeof part);
	cut = threshold_best(part, (size_t)rows[_i].n,
	    rows[_i].share);
	ck_assert_msg(cut >= rows[_i].from && cut <= rows[_i].to, "%s: %d",
	    rows[_i].why, cut);
}
END_TEST

static const struct {
	int score;
	unsigned likely;
} likelies[] = {
	{0, 2048}, {100, 2994}, {-100, 1102}, {125, 3171}, {800, 4095},
	{100000, 4095}, {-100000, 1},
};

START_TEST(each_likely)
{
	ck_assert_uint_eq(threshold_likely(likelies[_i].score), likelies[_i].likely);
}
END_TEST

UNIT_SUITE("cut", UNIT_EACH(each_row, rows), UNIT_EACH(each_likely, likelies))
