/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>

#include "text/quality/qualityrule.h"

/* Worked by hand. */
static const struct {
	const char *why;
	enum quality_measure m;
	const char *text;
	double want;
} rows[] = {
	{"paragraphs: one of three", QUALITY_DUP_PARAGRAPHS,
	    "a b\n\nc\n\n\na b\n", 1. / 3},
	{"their characters: 3 of 12", QUALITY_DUP_PARAGRAPH_CHARS,
	    "a b\n\nc\n\n\na b\n", 3. / 13},
	{"lines: runs of line ends are one", QUALITY_DUP_LINES, "a\n\nb\na\nb",
	    .5},
	{"an empty line at the end is one", QUALITY_DUP_LINES, "a\na\n",
	    1. / 3},
	{"characters are code points", QUALITY_DUP_LINE_CHARS,
	    "\xC3\xA9\n\xC3\xA9", 1. / 3},
	{"the commonest pair: a b, twice, of 11", QUALITY_TOP_2,
	    "a b c a b d", 6. / 11},
	{"the first of the commonest", QUALITY_TOP_2, "aa b cc d", 4. / 9},
	{"the first, also where the second one came again before it",
	    QUALITY_TOP_2, "aaaa b c d c d aaaa b", 12. / 21},
	{"too few words", QUALITY_TOP_4, "a b c", 0},
	{"five words again: 5 of 19", QUALITY_DUP_5, "a b c d e a b c d e",
	    5. / 19},
	{"one more word is passed as a whole", QUALITY_DUP_5,
	    "a b c d e f a b c d e f", 5. / 23},
	{"without the spaces", QUALITY_DUP_5, "ab c d e f a bc d e f", 6. / 21},
	{"the same letters in another order", QUALITY_DUP_5,
	    "abcd c d e f bacd c d e f", 0},
	{"six words: not again", QUALITY_DUP_6, "a b c d e a b c d e", 0},
	{"words that are more than marks", QUALITY_WORDS,
	    "a -- b \xE2\x80\xA6 3 @", 3},
	{"words that a no-break space parts", QUALITY_WORDS, "a\xC2\xA0" "b", 2},
	{"their mean length: (1 + 3) / 2", QUALITY_MEAN_WORD, "a -- b.c", 2},
	{"hashes per word", QUALITY_HASHES, "#a b## c d", .75},
	{"ellipses per word", QUALITY_ELLIPSES,
	    "a... b\xE2\x80\xA6 c.... d", .75},
	{"bullets", QUALITY_BULLETS, "- a\n \xE2\x80\xA2 b\nc\nd", .5},
	{"a line ends with Unicode's line separator", QUALITY_BULLETS,
	    "a\xE2\x80\xA8- b", .5},
	{"lines that end in an ellipsis", QUALITY_ELLIPSIS_LINES,
	    "a... \nb\xE2\x80\xA6\r\nc\nd", .5},
	{"words with a letter", QUALITY_ALPHA_WORDS, "a 1 \xD0\xB6 -", .5},
	{"different stop words", QUALITY_STOP_WORDS, "the the of, of x", 2},
	{"lorem ipsum", QUALITY_LOREM_IPSUM, "It says Lorem ipsum here.", 1},
	{"not in a line that goes", QUALITY_LOREM_IPSUM, "Lorem ipsum", 0},
	{"a curly bracket", QUALITY_CURLY, "This is a { here.", 1},
	{"sentences", QUALITY_SENTENCES,
	    "One is here. Two is here.\nNo mark here\nThree is here.", 3},
	{"cookies", QUALITY_SENTENCES, "This site uses cookies.", 0},
	{"citations", QUALITY_SENTENCES, "It is so.[12]", 1},
	{"a citation that is missed", QUALITY_SENTENCES,
	    "It is so.[citation needed]", 1},
	{"an ellipsis", QUALITY_SENTENCES, "It is so...", 0},
	{"two words", QUALITY_SENTENCES, "So is.", 0},
	{"long lines", QUALITY_LONG_LINES, "a\nb\n", 0},
	{"lines that are not blank", QUALITY_FULL_LINES, "a\n \n\nb", 2},
	{"that end in a mark", QUALITY_TERMINAL_LINES,
	    "a.\nb\xE3\x80\x82\nc,\nd. ", .5},
	{"short lines", QUALITY_SHORT_LINES,
	    "123456789 123456789 123456789 \n"
	    "123456789 123456789 123456789 1\n", .5},
	{"characters of full lines again: 1 of 3", QUALITY_DUP_CHARS,
	    "a\n\na\nb", 1. / 3},
	{"line ends per word", QUALITY_NEWLINES, "a b\nc\n\nd", .75},
	{"nothing", QUALITY_HASHES, "", 0},
	{"nothing, no lines", QUALITY_FULL_LINES, "\n", 0},
};

static void
open_quality(struct quality *q, struct quality_rules *r)
{
	static struct abbr abbr;
	const char *const stop[] = {"the", "be", "to", "of"};

	*q = (struct quality){.rules = r, .stop = map_open(0), .abbr = &abbr};
	for (int i = 0; i < 4; i++)
		map_at(&q->stop, str_of(stop[i]));
}

START_TEST(each_measure)
{
	struct quality_rules none = {0};
	struct quality q;
	double got;

	open_quality(&q, &none);
	quality_judge(&q, STR("another text"));
	quality_judge(&q, str_of(rows[_i].text));
	got = quality_value(&q, rows[_i].m);
	ck_assert_msg(fabs(got - rows[_i].want) < 1e-9, "%s: %f, not %f",
	    rows[_i].why, got, rows[_i].want);
	quality_free(&q);
}
END_TEST

/* Where a language has no list of stop words no text lacks them. */
START_TEST(no_stop_list)
{
	struct quality_rules none = {0};
	struct quality q;

	open_quality(&q, &none);
	map_free(&q.stop);
	q.stop = map_open(0);
	quality_judge(&q, STR("the word"));
	ck_assert_double_ge(quality_value(&q, QUALITY_STOP_WORDS), 2);
	quality_free(&q);
}
END_TEST

/* A rule of long n-grams that is passed over could not have failed. */
START_TEST(what_is_passed_over_is_safe)
{
	struct quality_rules all = {0}, none = {0};
	struct quality fast, slow;
	struct buf text = {0};
	unsigned state = 1;

	quality_rules_add(&all, "gopher-rep");
	open_quality(&fast, &all);
	open_quality(&slow, &none);
	for (int i = 0; i < 3000; i++) {
		const struct quality_rule *got, *want = NULL;

		text.n = 0;
		for (int k = 0; k < 60 + i % 50; k++) {
			state = state * 1103515245 + 12345;
			buf_putc(&text, (char)('a' + (state >> 16) %
			    (2 + (unsigned)i % 25)));
			buf_putc(&text, (state >> 24) % 9 == 0 ? '\n' : ' ');
		}
		got = quality_judge(&fast, buf_str(&text));
		quality_judge(&slow, buf_str(&text));
		for (size_t k = 0; k < all.list.n && want == NULL; k++)
			if (quality_value(&slow, all.list.at[k].measure) >
			    all.list.at[k].limit)
				want = &all.list.at[k];
		ck_assert_msg(got == want, "%s", text_of(&text));
	}
	quality_free(&fast);
	quality_free(&slow);
	quality_rules_free(&all);
	buf_free(&text);
}
END_TEST

START_TEST(rules_are_read_back)
{
	struct quality_rules r = {0}, again = {0};
	struct sink out = {0}, twice = {0};

	ck_assert(quality_rules_add(&r, "gopher,c4,c4-par,gopher-rep,fineweb"));
	quality_rules_put(&r, &out);
	ck_assert_int_eq(quality_rules_parse(&again, buf_str(&out.buf)), 0);
	quality_rules_put(&again, &twice);
	ck_assert(str_eq(buf_str(&out.buf), buf_str(&twice.buf)));
	ck_assert_uint_eq(quality_rules_set(&r, "words=5"), 2);
	ck_assert_uint_eq(quality_rules_set(&r, "gopher_long_doc=7"), 1);
	ck_assert_uint_eq(quality_rules_set(&r, "nothing=5"), 0);
	ck_assert_uint_eq(quality_rules_set(&r, "words"), 0);
	ck_assert(!quality_rules_add(&r, "gopher,none"));
	ck_assert_int_eq(quality_rules_parse(&r, STR("# a\n\nwords < 3\n"
	    "words = 3\n")), 4);
	ck_assert_int_eq(quality_rules_parse(&r, STR("none < 3")), 1);
	ck_assert_int_eq(quality_rules_parse(&r, STR("words < x")), 1);
	quality_rules_free(&r);
	quality_rules_free(&again);
	buf_free(&out.buf);
	buf_free(&twice.buf);
}
END_TEST

/* "words" is two rules: neither is changed. */
START_TEST(a_name_of_two_rules)
{
	struct quality_rules r = {0};

	quality_rules_add(&r, "gopher");
	ck_assert_uint_eq(quality_rules_set(&r, "words=7"), 2);
	ck_assert_uint_eq(quality_rules_set(&r, "hashes_per_word=7"), 1);
	for (size_t i = 0; i < r.list.n; i++)
		ck_assert((r.list.at[i].limit == 7) ==
		    (r.list.at[i].measure == QUALITY_HASHES));
	quality_rules_free(&r);
}
END_TEST

UNIT_SUITE("quality", UNIT_EACH(each_measure, rows),
    UNIT_ONE(no_stop_list), UNIT_ONE(a_name_of_two_rules),
    UNIT_ONE(what_is_passed_over_is_safe), UNIT_ONE(rules_are_read_back))
