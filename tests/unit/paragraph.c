/* SPDX-License-Identifier: MIT */
#include "text/extract/paragraph.h"
#include "unit.h"

#include <stdio.h>

/* A row's passages, as "mark.blanks.copies.molds" each. */
static const struct {
	const char *why, *in, *want;
} rows[] = {
	{"nothing", "", ""},
	{"a line is a passage", "one two\nthree four\n", "0.0.1.1 0.0.1.1 "},
	{"an end of any sort is one", "a\r\nb\rc\fd", "0.0.1.1 0.0.1.1 0.0.1.1 "
	    "0.0.1.1 "},
	{"empty lines are counted", "a\n\n  \nb", "0.0.1.1 0.2.1.1 "},
	{"a page's end is one empty line", "a\n\f\n\nb", "0.0.1.1 0.2.1.1 "},
	{"items have marks", "- a\n* b\n 3. c\n12) d\n\xE2\x80\xA2 e",
	    "1.0.1.1 1.0.1.1 2.0.1.1 2.0.1.1 1.0.1.1 "},
	{"a year, a hyphen and a number are none", "2024\n-a\n3.5 b",
	    "0.0.1.1 0.0.1.1 0.0.1.1 "},
	{"copies are of words, not of signs", "One two\n- one two!\nthree",
	    "0.0.2.1 1.0.2.1 0.0.1.1 "},
	{"molds differ in numbers", "3 comments\n12 comments",
	    "0.0.1.2 0.0.1.2 "},
	{"lines that are filled are one",
	    "The old bridge in the harbor was opened again on Monday, and\n"
	    "the first trucks crossed it before the sun had come up over\n"
	    "the bay, which nobody who lives on the other side had seen\n"
	    "for two years, as the way around it is long and is not very\n"
	    "good in winter, and it was shut for a month in the storms of\n"
	    "last year.\n\nIt is over.\n", "0.0.1.1 0.1.1.1 "},
	{"verses are not",
	    "the lamp is lit at the stair\nthe river runs below\n"
	    "and no one comes to the stair\nin the wind and the snow\n",
	    "0.0.1.1 0.0.1.1 0.0.1.1 0.0.1.1 "},
};

START_TEST(each_row)
{
	struct paragraphs t = paragraphs_of(str_of(rows[_i].in), false);
	char got[256] = "";

	for (size_t i = 0; i < t.n; i++) {
		const struct paragraph *p = &t.at[i];

		snprintf(got + strlen(got), sizeof got - strlen(got),
		    "%d.%u.%u.%u ", p->mark, p->blanks, p->copies, p->molds);
	}
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
	paragraphs_free(&t);
}
END_TEST

UNIT_MAIN("passage", each_row, rows)
