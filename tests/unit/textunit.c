/* SPDX-License-Identifier: MIT */
#include "text/extract/textunit.h"

#include <stdio.h>

#include "unit.h"

/* Each passage that begins a unit or stands alone: kind, and passages. */
static const struct {
	const char *why, *text, *want;
} rows[] = {
	{"columns are a table", "Lock   Built   Rise\nMill   1821    2.1\n"
	    "Top    1827    2.4\n", "T3"},
	{"one row is none", "Lock   Built\n\nIt was dug by hand.\n", "-1 -1"},
	{"a row after an empty line begins anew",
	    "a   b\nc   d\n\ne   f\ng   h\n", "T2 T2"},
	{"items", "* boots\n* bread\n* a map\n", "L3"},
	{"items with an empty line between", "* boots\n\n* bread\n", "L2"},
	{"two empty lines end a list", "* boots\n* bread\n\n\n* a map\n* tea\n",
	    "L2 L2"},
	{"nested items are of the list", "* boots\n  * left\n  * right\n* bread\n",
	    "L4"},
	{"what goes on with an item is of the list",
	    "* boots\n  with nails\n* bread\n", "L3"},
	{"prose ends a list", "* boots\n* bread\nThat is all.\n", "L2 -1"},
	{"labels with values", "Length: 19 km\nOpen: May to October\n"
	    "Locks: three\n", "P3"},
	{"two of them may be prose", "He said: go.\nShe said: no.\n", "-1 -1"},
	{"a colon late in a line is no label's",
	    "Of all that was ever said of the canal, this is true: it leaks.\n"
	    "Of all that was ever said of the canal, this is true: it leaks.\n"
	    "Of all that was ever said of the canal, this is true: it leaks.\n",
	    "-1 -1 -1"},
};

START_TEST(each_row)
{
	struct paragraphs text = paragraphs_of(
	    (struct str){rows[_i].text, strlen(rows[_i].text)}, false);
	char got[128] = "";
	size_t to;

	for (size_t i = 0; i < text.n; i = to) {
		enum textunit_kind kind = textunit_at(&text, i, &to);

		snprintf(got + strlen(got), sizeof got - strlen(got), "%s%c%zu",
		    i > 0 ? " " : "", "-TLP"[kind], to - i);
	}
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
	paragraphs_free(&text);
}
END_TEST

UNIT_MAIN("textunit", each_row, rows)
