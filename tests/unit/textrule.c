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

static const struct textcontent_options options;

static struct plain
plain_of(const char *text, const int *score)
{
	struct plain s = {.options = &options,
		.text = paragraphs_of(str_of(text), false)};

	s.traits = textfeatures_of(&s.text, false);
	s.score = calloc(LINES, sizeof *s.score);
	s.verdict = calloc(LINES, sizeof *s.verdict);
	ck_assert(s.traits.n < LINES);
	for (size_t i = 0; i < s.traits.n; i++) {
		s.score[i] = s.verdict[i].score = score[i];
		s.verdict[i].keep = score[i] > 0;
	}
	return s;
}

static void
plain_free(struct plain *s)
{
	free(s->score);
	free(s->verdict);
	textfeatures_free(&s->traits);
	paragraphs_free(&s->text);
}

/* What a rule leaves of lines that have scores. */
static void
check(const char *why, const char *text, const int *score, const char *want,
    void (*rule)(struct plain *))
{
	struct plain s = plain_of(text, score);
	char got[LINES + 1] = "";

	rule(&s);
	for (size_t i = 0; i < s.traits.n; i++)
		got[i] = s.verdict[i].keep ? '+' : '-';
	ck_assert_msg(strcmp(got, want) == 0, "%s: %s, not %s", why, got, want);
	plain_free(&s);
}

START_TEST(each_row)
{
	check(rows[_i].why, rows[_i].text, rows[_i].score, rows[_i].want,
	    textrule_go_on);
}
END_TEST

/* The same, of what is said twice. */
static const struct {
	const char *why, *text;
	int score[LINES];
	const char *want;
} copies[] = {
	{"a copy goes", MORE PROSE MORE, {9, 9, 199}, "++-"},
	{"a sure one alone is a refrain", MORE PROSE MORE, {9, 9, 200}, "+++"},
	{"two in order are a copy", MORE OTHER PROSE MORE OTHER,
	    {9, 9, 9, 200, 200}, "+++--"},
	{"in another order each is alone", MORE OTHER PROSE OTHER MORE,
	    {9, 9, 9, 200, 200}, "+++++"},
	{"a copy of a line that went is none", MORE PROSE MORE, {-9, 9, 9}, "-++"},
	{"nine words are twice by accident", "It was shut for good when the reeds "
	    "came.\nIt was shut for good when the reeds came.\n", {9, 9}, "++"},
};

START_TEST(each_copy)
{
	check(copies[_i].why, copies[_i].text, copies[_i].score,
	    copies[_i].want, textrule_drop_copies);
}
END_TEST

static const struct {
	const char *why, *text;
	int score[LINES];
	int least, most;
} cuts[] = {
	{"of what is likely .73: F1 .84, so .62", PROSE, {100}, 45, 49},
	{"where all is clear no more than this", PROSE, {700}, 75, 75},
	{"where nothing is as likely as not", PROSE, {-150}, 0, 0},
	{"rows count by their words", PROSE "All boats\n", {700, -100}, 75, 75},
};

START_TEST(each_cut)
{
	struct plain s = plain_of(cuts[_i].text, cuts[_i].score);
	int cut = textrule_cut(&s);

	ck_assert_msg(cut >= cuts[_i].least && cut <= cuts[_i].most, "%s: %d",
	    cuts[_i].why, cut);
	plain_free(&s);
}
END_TEST

UNIT_SUITE("textrule", UNIT_EACH(each_row, rows); UNIT_EACH(each_copy, copies);
    UNIT_EACH(each_cut, cuts))
