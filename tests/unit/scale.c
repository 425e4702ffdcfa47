/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>

#include "text/plot/scale.h"

static const struct {
	const char *why;
	double least, most;
	bool log;
	int wanted;
	const char *want; /* the labels of the rounded scale's ticks */
} rows[] = {
	{"from 0", 0, 578, false, 3, "0 200 400 600"},
	{"below 0", -5, 10, false, 3, "-5 0 5 10"},
	{"small numbers", 0, .023, false, 5, "0 0.005 0.01 0.015 0.02 0.025"},
	{"large ones", 0, 3.2e9, false, 4, "0 1G 2G 3G 4G"},
	{"one number", 5, 5, false, 4, "2 4 6 8"},
	{"only 0", 0, 0, false, 2, "-1 0 1"},
	{"logarithmic", 1, 4184, true, 6, "1 10 100 1000 10000"},
	{"too many powers", 1, 1e12, true, 4,
	    "1 10000 100M 1T"},
	{"below 1", .002, 3, true, 6, "0.001 0.01 0.1 1 10"},
};

START_TEST(each_scale)
{
	struct scale s = scale_round(scale_of(rows[_i].least, rows[_i].most,
	    rows[_i].log), rows[_i].wanted);
	double ticks[SCALE_TICKS];
	size_t n = scale_ticks(&s, rows[_i].wanted, ticks);
	struct buf got = {0};

	for (size_t i = 0; i < n; i++) {
		char label[SCALE_LABEL];

		scale_label(ticks[i], label);
		if (i > 0)
			buf_putc(&got, ' ');
		buf_puts(&got, label);
	}
	ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0, "%s: %s",
	    rows[_i].why, text_of(&got));
	buf_free(&got);
}
END_TEST

START_TEST(places_go_from_0_to_1)
{
	struct scale line = scale_of(-10, 30, false), log = scale_of(1, 100, true);

	ck_assert_double_eq_tol(scale_place(&line, -10), 0, 1e-12);
	ck_assert_double_eq_tol(scale_place(&line, 0), .25, 1e-12);
	ck_assert_double_eq_tol(scale_place(&line, 99), 1, 1e-12);
	ck_assert_double_eq_tol(scale_place(&line, -99), 0, 1e-12);
	ck_assert_double_eq_tol(scale_place(&log, 10), .5, 1e-12);
}
END_TEST

UNIT_SUITE("scale", UNIT_EACH(each_scale, rows),
    UNIT_ONE(places_go_from_0_to_1))
