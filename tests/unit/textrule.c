/* SPDX-License-Identifier: MIT */
#include "text/extract/textrule.h"

#include "unit.h"

enum { LINES = 10 };

#define PROSE \
	"The canal was dug by hand between the mill and the town, and the men " \
	"who dug it came from the valley and lived in huts by the water, some " \
	"of them with their wives and children, for eleven years and more, in " \
	"which the winters were long and the pay was small, until a frost in " \
	"the last of them broke the lock that was the pride of all of them.\n"
#define MORE "Then it was shut for good, and reeds have grown in it since.\n"
#define OTHER "Her new book, on boats of the north, is out in the spring.\n"

/* A score for each line, and which lines stay: '+'. */
static const struct {
	const char *why, *text;
	int score[LINES];
	const char *want;
} rows[] = {
	{"prose goes on from prose", PROSE MORE, {200, -200}, "++"},
	{"and from what went on", PROSE MORE OTHER, {200, -200, -200}, "+++"},
	{"not from what goes", PROSE MORE, {-200, -200}, "--"},
	{"not from a few words", MORE OTHER PROSE, {200, -200, 200}, "+-+"},
	{"a label within is passed over", PROSE "The end of it\n" MORE,
	    {200, -150, -200}, "+-+"},
	{"not one that is surely none of the prose", PROSE "The end of it\n" MORE,
	    {200, -151, -200}, "+--"},
	{"not two", PROSE "The end of it\nSoon\n" MORE,
	    {200, -150, -150, -200}, "+---"},
	{"one that says that something else begins ends it",
	    PROSE "Read more\n" MORE, {200, -150, -200}, "+--"},
	{"a date does", PROSE "On 4 June 2021\n" MORE, {200, -150, -200}, "+--"},
	{"an item does", PROSE "- All boats\n" MORE, {200, -150, -200}, "+--"},
	{"items do not go on from a paragraph", PROSE "- " MORE "- " OTHER,
	    {200, -200, -200}, "+--"},
};

START_TEST(each_row)
{
	const struct textcontent_options options = {0};
	struct plain s = {.options = &options,
		.text = paragraphs_of(str_of(rows[_i].text), false)};
	char got[LINES + 1] = "";

	s.traits = textfeatures_of(&s.text, false);
	s.score = calloc(LINES, sizeof *s.score);
	s.verdict = calloc(LINES, sizeof *s.verdict);
	ck_assert(s.traits.n < LINES);
	for (size_t i = 0; i < s.traits.n; i++) {
		s.verdict[i].score = rows[_i].score[i];
		s.verdict[i].keep = rows[_i].score[i] > 0;
	}
	textrule_go_on(&s);
	for (size_t i = 0; i < s.traits.n; i++)
		got[i] = s.verdict[i].keep ? '+' : '-';
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
	free(s.score);
	free(s.verdict);
	textfeatures_free(&s.traits);
	paragraphs_free(&s.text);
}
END_TEST

UNIT_MAIN("textrule", each_row, rows)
