/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/corpus/pattern.h"
#include "text/corpus/textline.h"
#include "text/words/wordform.h"

/* `at`: the word where the first hit is, from 0; `n` words; -1: none. */
static const struct {
	const char *why, *pattern, *line;
	bool regex;
	int at, n;
} rows[] = {
	{"a word", "light", "a light house", false, 1, 1},
	{"case is one", "LIGHT", "a Light", false, 1, 1},
	{"not a part of a word", "light", "lights twilight", false, -1, 0},
	{"a star is any letters", "light*", "a lighthouse", false, 1, 1},
	{"a star may be none", "light*", "light", false, 0, 1},
	{"a star inside", "l*t", "a liberated light lit", false, 2, 1},
	{"two stars", "*gh*", "a light", false, 1, 1},
	{"a question mark is one letter", "l?ght", "lght light", false, 1, 1},
	{"and one of any script", "caf?", "café", false, 0, 1},
	{"either word", "keep|kept", "he kept", false, 1, 1},
	{"either of several words", "keep|kept|hold it", "hold it", false, 0,
	    2},
	{"words in a row", "of the", "of a of the", false, 2, 2},
	{"over punctuation", "of the", "of, the", false, 0, 2},
	{"not over the end", "of the", "of", false, -1, 0},
	{"any word", "of [] sea", "of the sea", false, 0, 3},
	{"any word is one", "of [] sea", "of sea", false, -1, 0},
	{"a star takes whole characters", "*??ab", "\xED\x95\x9C" "ab", false,
	    -1, 0},
	{"a gap may be empty", "of []{0,2} sea", "of sea", false, 0, 2},
	{"a gap is as short as may be", "a []{0,3} b", "a b b b", false, 0, 2},
	{"a gap at its most", "a []{0,2} b", "a x y b", false, 0, 4},
	{"no longer than that", "a []{0,2} b", "a x y z b", false, -1, 0},
	{"an exact gap", "a []{2} b", "a b x b", false, 0, 4},
	{"a gap behind", "a []{1,2}", "x a", false, -1, 0},
	{"a backslash", "a\\*", "a", false, -1, 0},
	{"soft hyphens are nothing", "light", "li\xC2\xADght", false, 0, 1},
	{"apostrophes are one", "don't", "don\xE2\x80\x99t", false, 0, 1},
	{"composed or not", "caf\xC3\xA9", "cafe\xCC\x81", false, 0, 1},
	{"the long s", "sea", "\xC5\xBF" "ea", false, 0, 1},
	{"a regular expression", "w(a|o)rks?", "he works", true, 1, 1},
	{"it matches whole words", "ight", "light", true, -1, 0},
	{"of any case", "LIGHT", "light", true, 0, 1},
	{"Unicode's letters", "\\w+", "\xD0\xB4\xD0\xBE\xD0\xBC", true, 0, 1},
	{"words of expressions", "the [aeiou].*", "the sea the end", true, 2,
	    2},
	{"backtracking without end is no match", "(a+)+b",
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", true, -1, 0},
};

static struct patterns *
open_one(const char *pattern, bool regex)
{
	struct pattern_options o = {NORM_C | NORM_FOLD, regex, NULL};
	struct patterns *p = patterns_open(&o);
	const char *why = patterns_add(p, str_of(pattern));

	ck_assert_msg(why == NULL, "%s: %s", pattern, why);
	return p;
}

START_TEST(each_pattern)
{
	struct patterns *p = open_one(rows[_i].pattern, rows[_i].regex);
	struct wordoptions words = wordoptions_open();
	struct source in = source_over(str_of(rows[_i].line));
	struct textline l = textlines_in(&in, &words);
	int at = -1, n = 0;

	ck_assert(textline_next(&l));
	if (rows[_i].at >= 0)
		ck_assert_msg(!patterns_cannot_match(p, l.text),
		    "%s: passed over", rows[_i].why);
	textline_cut(&l);
	for (size_t i = 0; i < l.forms.n && at < 0; i++) {
		n = (int)patterns_match(p, (struct pattern_words){l.forms.at,
		    l.forms.n}, i);
		if (n > 0)
			at = (int)i;
	}
	ck_assert_msg(at == rows[_i].at && n == rows[_i].n, "%s: at %d, %d",
	    rows[_i].why, at, n);
	textline_free(&l);
	wordoptions_free(&words);
	patterns_free(p);
}
END_TEST

static const struct {
	const char *why, *pattern;
	bool regex;
} bad[] = {
	{"empty", "", false}, {"blanks", "  ", false},
	{"nothing beside a bar", "a|", false}, {"nothing before one", "|a", false},
	{"a gap that is open", "a []{1", false},
	{"a gap the wrong way round", "a []{3,1}", false},
	{"a gap of less than nothing", "[]{-1}", false},
	{"a gap up to less than nothing", "a []{1,-2} b", false},
	{"only a gap that may be empty", "[]{0,3}", false},
	{"more words than a hit has", "a []{0,90} b", false},
	{"not UTF-8", "\xFF", false},
	{"a bad expression", "a(", true}, {"another", "[z-a]", true},
};

START_TEST(each_bad_one)
{
	struct pattern_options o = {NORM_C | NORM_FOLD, bad[_i].regex, NULL};
	struct patterns *p = patterns_open(&o);
	const char *why = patterns_add(p, str_of(bad[_i].pattern));

	ck_assert_msg(why != NULL && *why != '\0', "%s: taken", bad[_i].why);
	patterns_free(p);
}
END_TEST

START_TEST(lines_are_passed_over)
{
	struct patterns *p = open_one("light", false);

	ck_assert(patterns_cannot_match(p, STR("no such word here")));
	ck_assert(patterns_cannot_match(p, STR("l\xC3\xADght \xE2\x80\x9Cno"
	    "\xE2\x80\x9D")));
	ck_assert(!patterns_cannot_match(p, STR("twilight")));
	ck_assert(!patterns_cannot_match(p, STR("xLIGHTx")));
	ck_assert(!patterns_cannot_match(p, STR("li\xE2\x81\xA0ght")));
	patterns_free(p);
	p = open_one("l*t", false);
	ck_assert(!patterns_cannot_match(p, STR("no such word")));
	patterns_free(p);
}
END_TEST

START_TEST(gives_up_and_says_so)
{
	struct patterns *p = open_one("(a*)*[bd]", true);
	struct str word = STR("aaaaaaaaaaaaaaaaaaaaaaaac");

	ck_assert_uint_eq(patterns_match(p, (struct pattern_words){&word, 1}, 0),
	    0);
	ck_assert_str_eq(patterns_gave_up(p), "(a*)*[bd]");
	ck_assert(patterns_gave_up(p) == NULL);
	patterns_free(p);
}
END_TEST

UNIT_SUITE("pattern", UNIT_EACH(each_pattern, rows),
    UNIT_EACH(each_bad_one, bad), UNIT_ONE(lines_are_passed_over),
    UNIT_ONE(gives_up_and_says_so))
