/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>

#include "text/corpus/association.h"

/* Worked by hand, and by NLTK's BigramAssocMeasures where it has them. */
static const struct {
	const char *why;
	struct contingency t;
	double want[ASSOCIATIONS]; /* in the order of enum association */
} rows[] = {
	{"a rare pair", {3, 1432, 9, 65060},
	    {6.092108, 11.712858, 3.920705, 7.090630, 1.617681, 6.295320,
	    .004164, 40.528591, .002001}},
	{"independent: nothing is more than expected", {2, 10, 20, 100},
	    {11.093109, 0, 0, 2, 0, 0, .133333, 0, 0}},
	{"always together", {5, 5, 5, 1000},
	    {14, 62.958132, 7.643856, 12.287712, 2.224888, 31.464663, 1, 1000,
	    1}},
	{"less than expected", {1, 100, 100, 1000},
	    {7.356144, 15.238033, -3.321928, -3.321928, -9, -2.846050, .01,
	    10, -.1}},
	{"all is one word", {10, 10, 10, 10},
	    {14, 0, 0, 6.643856, 0, 0, 1, 0, 1}},
};

START_TEST(each_table)
{
	for (int a = 0; a < ASSOCIATIONS; a++) {
		double got = association((enum association)a, &rows[_i].t);

		ck_assert_msg(fabs(got - rows[_i].want[a]) < 1e-6,
		    "%s: %s is %.6f, not %.6f", rows[_i].why,
		    association_name((enum association)a), got,
		    rows[_i].want[a]);
	}
}
END_TEST

START_TEST(a_cell_may_be_empty)
{
	const struct contingency t = {0, 0, 5, 100}, none = {0, 0, 0, 0};

	for (int a = ASSOCIATION_LL; a < ASSOCIATIONS; a++) {
		ck_assert(!isnan(association((enum association)a, &t)));
		ck_assert(!isnan(association((enum association)a, &none)));
	}
}
END_TEST

UNIT_SUITE("association", UNIT_EACH(each_table, rows),
    UNIT_ONE(a_cell_may_be_empty))
