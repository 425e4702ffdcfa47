/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>
#include <stdio.h>

#include "text/copies/copyfinder.h"
#include "text/copies/repeats.h"
#include "text/copies/shingle.h"

/* ---- words ---- */

static const struct {
	const char *why, *a, *b;
	bool same;
} words[] = {
	{"case", "Light", "LIGHT", true},
	{"another word", "light", "lights", false},
	{"eight letters", "lighting", "LIGHTING", true},
	{"nine letters", "lightings", "LIGHTINGS", true},
	{"a letter beyond ASCII", "caf\xC3\xA9", "CAF\xC3\x89", true},
	{"composed or not", "caf\xC3\xA9", "cafe\xCC\x81", true},
	{"separators of a number", "1,000.5", "1000.5", true},
	{"numbers", "1000", "1001", false},
	{"long words, the last letter", "abcdefghijklmnopq",
	    "abcdefghijklmnopr", false},
	{"a letter and a long one", "a", "aa", false},
	{"@ is no letter", "@", "`", false},
	{"[ is no letter", "[", "{", false},
};

START_TEST(each_word)
{
	bool same = shingle_word(str_of(words[_i].a)) ==
	    shingle_word(str_of(words[_i].b));

	ck_assert_msg(same == words[_i].same, "%s", words[_i].why);
}
END_TEST

/* Hashes are written to files: they are the same in every version. */
START_TEST(hashes_stay)
{
	ck_assert_uint_eq(shingle_word(STR("light")),
	    shingle_word(STR("Light")));
	ck_assert_uint_eq(shingle_word(STR("light")), 0x8fdc35aa70635f10u);
}
END_TEST

/* ---- finding ---- */

/* A text of words w0 to wN, of which every `each` is another. */
static void
make_text(struct buf *b, int n, int each, const char *other)
{
	char word[32];

	b->n = 0;
	for (int i = 0; i < n; i++) {
		snprintf(word, sizeof word, "%s%d ",
		    each > 0 && i % each == each - 1 ? other : "w", i);
		buf_puts(b, word);
	}
}

static uint32_t
see(struct copyfinder *f, struct buf *b, double *similarity)
{
	struct source in = source_over(buf_str(b));

	return copyfinder_see(f, &in, similarity);
}

static const struct {
	const char *why;
	enum copyfinder_mode mode;
	double least;
	int n, each; /* of the second text */
	uint32_t want;
} pairs[] = {
	{"the same", COPYFINDER_NEAR, .75, 1000, 0, 1},
	{"a word in 100 is another", COPYFINDER_NEAR, .75, 1000, 100, 1},
	{"a word in 5", COPYFINDER_NEAR, .75, 1000, 5, 0},
	{"its first nine tenths", COPYFINDER_NEAR, .75, 900, 0, 1},
	{"its first half", COPYFINDER_NEAR, .75, 500, 0, 0},
	{"its first half, more similar than .4", COPYFINDER_NEAR, .4, 500, 0,
	    1},
	{"exact: the same", COPYFINDER_EXACT, .75, 1000, 0, 1},
	{"exact: a word is another", COPYFINDER_EXACT, .75, 1000, 1000, 0},
	{"contained: its first half", COPYFINDER_CONTAINED, .8, 500, 0, 1},
	{"contained: twice as long", COPYFINDER_CONTAINED, .8, 2000, 0, 1},
	{"contained: too short to tell", COPYFINDER_CONTAINED, .8, 40, 0, 0},
	{"contained: a word in 5", COPYFINDER_CONTAINED, .8, 1000, 5, 0},
};

START_TEST(each_pair)
{
	struct copyfinder_options o = {pairs[_i].mode, pairs[_i].least, 5};
	struct copyfinder f = copyfinder_open(&o);
	struct buf b = {0};
	double similarity = -1;
	uint32_t got;

	make_text(&b, 1000, 0, "");
	ck_assert_uint_eq(see(&f, &b, &similarity), 0);
	make_text(&b, pairs[_i].n, pairs[_i].each, "x");
	got = see(&f, &b, &similarity);
	ck_assert_msg(got == pairs[_i].want, "%s: %u, %f", pairs[_i].why, got,
	    similarity);
	if (got != 0)
		ck_assert_double_ge(similarity, pairs[_i].least);
	b.n = 0;
	buf_puts(&b, " -- ");
	ck_assert_msg(see(&f, &b, &similarity) == 0, "%s: no words",
	    pairs[_i].why);
	ck_assert_msg(see(&f, &b, &similarity) == 0, "%s: no words, again",
	    pairs[_i].why);
	buf_free(&b);
	copyfinder_free(&f);
}
END_TEST

START_TEST(the_first_is_told)
{
	struct copyfinder_options o = {COPYFINDER_NEAR, .75, 5};
	struct copyfinder f = copyfinder_open(&o);
	struct buf b = {0};
	double similarity;

	for (uint32_t i = 0; i < 200; i++) {
		make_text(&b, 300, 0, "");
		ck_assert_uint_eq(see(&f, &b, &similarity), i > 0);
		make_text(&b, 2, 1, "short");
		see(&f, &b, &similarity);
	}
	buf_free(&b);
	copyfinder_free(&f);
}
END_TEST

START_TEST(bands_suit_the_similarity)
{
	struct signature_bands b = signature_bands(.75);

	ck_assert_int_eq(b.bands, 28);
	ck_assert_int_eq(b.rows, 4);
	b = signature_bands(.5);
	ck_assert_int_eq(b.bands, 37);
	ck_assert_int_eq(b.rows, 3);
	for (double t = .01; t <= 1; t += .01) {
		b = signature_bands(t);
		ck_assert_int_le(b.bands * b.rows, SIGNATURE_BINS);
		/* at most one copy in twenty is missed */
		if (t > .2)
			ck_assert_double_lt(pow(1 - pow(t, b.rows), b.bands),
			    .05);
	}
}
END_TEST

/* ---- repeated lines ---- */

static const struct {
	const char *why, *in, *want;
	uint64_t seen;
} lines[] = {
	{"a line again", "one two three\nother\none two three\nlast\n",
	    "one two three\nother\nlast\n", 1},
	{"but for case and marks", "One two three.\none, two: THREE\n",
	    "One two three.\n", 1},
	{"the empty line behind it goes, too",
	    "one two three\n\nx\n\none two three\n\ny\n",
	    "one two three\n\nx\n\ny\n", 1},
	{"short lines stay", "one two\none two\n", "one two\none two\n", 1},
	{"twice is allowed", "a b c\na b c\na b c\n", "a b c\na b c\n", 2},
	{"no line end at the end", "a b c\na b d", "a b c\na b d", 1},
	{"nothing", "", "", 1},
};

START_TEST(each_line)
{
	struct repeats r = repeats_open(lines[_i].seen);
	struct source in = source_over(str_of(lines[_i].in));
	struct sink out = {0};

	repeats_put(&r, &in, &out);
	ck_assert_msg(strcmp(text_of(&out.buf), lines[_i].want) == 0,
	    "%s: %s", lines[_i].why, text_of(&out.buf));
	buf_free(&out.buf);
	repeats_free(&r);
}
END_TEST

UNIT_SUITE("copies", UNIT_EACH(each_word, words), UNIT_ONE(hashes_stay),
    UNIT_EACH(each_pair, pairs), UNIT_ONE(the_first_is_told),
    UNIT_ONE(bands_suit_the_similarity), UNIT_EACH(each_line, lines))
