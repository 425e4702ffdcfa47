/* SPDX-License-Identifier: MIT */
#include "text/extract/textfeature.h"

#include <stdio.h>

#include "unit.h"

/*
 * Of each row: 'f' labels that begin and that end with its words, 'n' and 'r'
 * the nest and the run it is in, 'p' rows of its place, 's' words that say
 * something and those that others say, too, 'l' the lead below the first row,
 * 'd' labels with a date or a name so far.
 */
static const struct {
	const char *why;
	char what;
	const char *text, *want;
} rows[] = {
	{"labels that begin alike", 'f',
	    "By Ann Lee\nBy Bo Ek\nAll news\n", "2.1 2.1 1.1 "},
	{"labels that end alike", 'f',
	    "Ann on 4 May said:\nBo on 5 May said:\n", "1.2 1.2 "},
	{"what a sentence begins with is counted, not what a paragraph does", 'f',
	    "It rained.\nIt is only that the boats, which nobody had tied up "
	    "that night, were found again far out at sea, on a calm and grey "
	    "morning.\n", "1.1 1.0 "},
	{"items and what is in them are a nest", 'n',
	    "news\n- one\n  more of it\n- two\nend\n",
	    "0-0 1-3 1-3 1-3 4-4 "},
	{"sentences are a run, labels another", 'r',
	    "It was dug by hand.\nIt leaked for five years.\nMore\nShare\n"
	    "It was shut in May.\n", "0-1 0-1 2-3 2-3 4-4 "},
	{"a few words with a stop are no sentence", 'r',
	    "Go on. Now.\nMore\n", "0-1 0-1 "},
	{"rows between like rows", 'p',
	    "- one\n  It is this one.\n- two\n  It is that one.\n- six\n",
	    "1 2 1 2 1 "},
	{"words that others say, too, but for function words", 's',
	    "The old canal was dug by hand, and the men who dug the canal "
	    "came from the valley and lived by the water, in huts.\n"
	    "the canal\nthe sea\n", "11.0 1.1 1.0 "},
	{"an ideograph is no word, with the next it is", 's',
	    "\xE6\xB8\xAF\xE6\xB2\xB3\xE5\xBC\x80\xE4\xBA\x86\n"
	    "\xE6\xB8\xAF\xE5\x8F\xA3\n", "4.0 2.0 "},
	{"the prose below the headline", 'l',
	    "Canal\nMore\nIt was dug by hand.\nIt leaked for five years.\n",
	    "2-3 "},
	{"far below there is none", 'l',
	    "Canal\nIt was dug by hand.\na\nb\nc\nd\ne\nf\nIt has been shut since then.\n",
	    "1-1 "},
	{"labels with dates", 'd', "All of it\nPublished on 4 June\nBy Ann Lee\n",
	    "0 1 2 "},
};

static void
put(const struct textfeatures *t, size_t i, char what, char *got, size_t room)
{
	struct textfeature_span s = what == 'n' ? t->nest[i]
	    : what == 'r' ? t->run[i] : t->lead;

	if (what == 'f')
		snprintf(got, room, "%d.%d ", t->formula[i][0],
		    t->formula[i][1]);
	else if (what == 'p')
		snprintf(got, room, "%u ", t->placed[t->place[i]].rows);
	else if (what == 's')
		snprintf(got, room, "%u.%u ", t->shared[i].telling,
		    t->shared[i].shared);
	else if (what == 'd')
		snprintf(got, room, "%u ", t->sum[i + 1].dated);
	else
		snprintf(got, room, "%u-%u ", s.first, s.last);
}

START_TEST(each_row)
{
	struct paragraphs text = paragraphs_of(str_of(rows[_i].text), false);
	struct textfeatures t = textfeatures_of(&text, false);
	int *score = calloc(t.n + 1, sizeof *score);
	char got[256] = "";

	score[0] = 100;
	textfeature_headline(&t, score);
	for (size_t i = 0; i < (rows[_i].what == 'l' ? 1 : t.n); i++)
		put(&t, i, rows[_i].what, got + strlen(got),
		    sizeof got - strlen(got));
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
	free(score);
	textfeatures_free(&t);
	paragraphs_free(&text);
}
END_TEST

UNIT_MAIN("textfeature", each_row, rows)
