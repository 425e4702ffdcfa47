/* SPDX-License-Identifier: MIT */
#include "text/extract/textrun.h"

#include "unit.h"

enum { ROWS = 8 };

/* Scores up to the first 0, and which rows stay: '+'. */
static const struct {
	const char *why;
	int score[ROWS];
	const char *want;
} rows[] = {
	{"no rows", {0}, ""},
	{"one row is judged by its score", {10}, "+"},
	{"so is one that goes", {-10}, "-"},
	{"a doubtful row between kept ones stays", {200, -50, 200}, "+++"},
	{"one that is surely none goes", {200, -70, 200}, "+-+"},
	{"a doubtful row between dropped ones goes", {-200, 50, -200}, "---"},
	{"a sure one stays", {-200, 70, -200}, "-+-"},
	{"two doubtful rows together are sure",
	    {-200, 40, 40, -200}, "-++-"},
	{"at the end one change is enough", {-200, 40}, "-+"},
	{"at the beginning, too", {40, -200}, "+-"},
	{"a gap may be of more rows", {200, -20, -20, -10, 200}, "+++++"},
};

START_TEST(each_row)
{
	bool keep[ROWS] = {false};
	char got[ROWS + 1] = "";
	size_t n = 0;

	while (rows[_i].score[n] != 0)
		n++;
	textrun_choose(rows[_i].score, n, keep);
	for (size_t i = 0; i < n; i++)
		got[i] = keep[i] ? '+' : '-';
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
}
END_TEST

UNIT_MAIN("textrun", each_row, rows)
