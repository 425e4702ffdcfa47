/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "wordtext.h"

#include <stdio.h>

#include "text/unicode/utf.h"
#include "text/words/word.h"

/* The text with "|" after each segment, "=" after each word. */
static void
mark_segments(struct buf *out, struct source *in, const struct word_rules *r)
{
	struct words words = words_in(in, r);
	struct segment s;

	while (word_next(&words, &s)) {
		buf_put(out, s.text.s, s.text.n);
		buf_putc(out, s.word ? '=' : '|');
	}
}

/* A line of the file to its text, and to that with marks at its breaks. */
static bool
parse(const char *line, struct buf *text, struct buf *want)
{
	unsigned c;
	int n;

	text->n = want->n = 0;
	if (strncmp(line, "\xC3\xB7", 2) != 0)
		return false;
	while (*line != '\0' && *line != '#') {
		if (strncmp(line, "\xC3\xB7", 2) == 0 && text->n > 0) {
			buf_putc(want, '|');
			line += 2;
		} else if (sscanf(line, "%x%n", &c, &n) == 1) {
			utf_put(text, c);
			utf_put(want, c);
			line += n;
		} else {
			line++;
		}
	}
	return true;
}

/* Break opportunities only: a word's mark is the same as another's. */
static void
same_marks(struct buf *b)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->s[i] == '=')
			b->s[i] = '|';
}

START_TEST(break_test)
{
	char line[4096];
	int lines = 0;
	struct buf text = {0}, want = {0}, got = {0};
	FILE *f = fopen("data/WordBreakTest.txt", "r");

	ck_assert_msg(f != NULL, "tests/data/WordBreakTest.txt");
	while (fgets(line, sizeof line, f) != NULL) {
		if (!parse(line, &text, &want))
			continue;
		lines++;
		for (size_t cut = 0; cut < text.n; cut++) {
			struct pieces p = pieces_of(buf_str(&text), 0, cut);

			got.n = 0;
			mark_segments(&got, &p.source, NULL);
			same_marks(&got);
			ck_assert_msg(str_eq(buf_str(&got), buf_str(&want)),
			    "cut at %zu: %s", cut, line);
			source_free(&p.source);
		}
	}
	fclose(f);
	ck_assert_int_eq(lines, 1823);
	buf_free(&text);
	buf_free(&want);
	buf_free(&got);
}
END_TEST

static const struct {
	const char *why, *in, *want;
} rows[] = {
	{"letters and digits are one word", "x86 a1", "x86=| |a1="},
	{"an apostrophe inside", "don't 'so'", "don't=| |'|so=|'|"},
	{"a full stop inside, not behind", "U.S. e.g", "U.S=|.| |e.g="},
	{"numbers with their marks", "3.14 1,000,", "3.14=| |1,000=|,|"},
	{"an underscore is no word", "a_b _", "a_b=| |_|"},
	{"a bad byte ends a word", "a\xFF" "b", "a=|\xFF|b="},
	{"a bad byte takes nothing with it, nor a joiner",
	    "\xFF\xE2\x80\x8D\xE2\x84\xB9",
	    "\xFF|\xE2\x80\x8D\xE2\x84\xB9="},
	{"ideographs each", "\xE4\xB8\xAD\xE6\x96\x87",
	    "\xE4\xB8\xAD=\xE6\x96\x87="},
	{"a letter behind a sign of class ALetter", "\xCB\xBF" "a",
	    "\xCB\xBF" "a="},
	{"CR LF is one segment", "a\r\nb", "a=|\r\n|b="},
	{"a superscript alone is no word", "m\xC2\xB2", "m=|\xC2\xB2|"},
	{"nor is an ordinal's letter", "1 \xC2\xBA 2\xC2\xBA",
	    "1=| |\xC2\xBA| |2\xC2\xBA="},
	{"a fraction is", "\xC2\xBD", "\xC2\xBD="},
	{"accents typed for an apostrophe", "can`t can\xC2\xB4t",
	    "can`t=| |can\xC2\xB4t="},
	{"not outside a word", "`a` b\xC2\xB4", "`|a=|`| |b=|\xC2\xB4|"},
	{"nor before a letter without case",
	    "\xED\x95\x9C`\xED\x95\x9C",
	    "\xED\x95\x9C=|`|\xED\x95\x9C="},
	{"spaces group digits", "12\xC2\xA0" "000 1\xE2\x80\xAF" "234\xE2\x80\xAF" "567",
	    "12\xC2\xA0" "000=| |1\xE2\x80\xAF" "234\xE2\x80\xAF" "567="},
	{"with a fraction behind", "12\xC2\xA0" "000,50",
	    "12\xC2\xA0" "000,50="},
	{"not two of them", "12\xC2\xA0" "00", "12=|\xC2\xA0|00="},
	{"not four", "12\xC2\xA0" "0000", "12=|\xC2\xA0|0000="},
	{"not behind a year", "2019\xC2\xA0" "300", "2019=|\xC2\xA0|300="},
	{"not behind letters", "A12\xC2\xA0" "300", "A12=|\xC2\xA0|300="},
	{"one kind of space", "1\xC2\xA0" "234\xE2\x80\xAF" "567",
	    "1\xC2\xA0" "234=|\xE2\x80\xAF|567="},
	{"a narrow space before a mark", "mot\xE2\x80\xAF!",
	    "mot=|\xE2\x80\xAF|!|"},
	{"or a unit", "10\xE2\x80\xAFkm", "10=|\xE2\x80\xAF|km="},
	{"before a Mongolian suffix", "\xE1\xA0\xAE\xE2\x80\xAF\xE1\xA0\xA4",
	    "\xE1\xA0\xAE\xE2\x80\xAF\xE1\xA0\xA4="},
	{"not an ordinary one", "12 000", "12=| |000="},
};

START_TEST(each_row)
{
	struct source in = source_over(str_of(rows[_i].in));
	struct buf got = {0};
	size_t n = 0;

	mark_segments(&got, &in, NULL);
	/* In the table a word has "=|" behind it, to be read with ease. */
	for (const char *w = rows[_i].want; *w != '\0'; w++)
		if (!(w[0] == '|' && w > rows[_i].want && w[-1] == '='))
			ck_assert_msg(n < got.n && got.s[n++] == *w, "%s: %s",
			    rows[_i].why, text_of(&got));
	ck_assert_msg(n == got.n, "%s: %s", rows[_i].why, text_of(&got));
	buf_free(&got);
}
END_TEST

/* Rules of languages, "=" behind a word. */
static const struct {
	const char *why, *language, *rules, *in, *want;
} ruled[] = {
	{"possessive of a dotted word", "en", NULL, "U.K.'s law",
	    "U.K.'s=| |law="},
	{"not another letter", "en", NULL, "U.K.'so", "U.K.=|'|so="},
	{"capitals and an ampersand", NULL, "url", "AT&T R&D",
	    "AT&T=| |R&D="},
	{"without the rule", NULL, NULL, "AT&T", "AT=|&|T="},
	{"not between words", NULL, "url", "Smith&Co A&Bc",
	    "Smith=|&|Co=| |A=|&|Bc="},
	{"dates", NULL, "number", "2026-11-24, 1-2-2026 01-Feb-02.",
	    "2026-11-24=|,| |1-2-2026=| |01-Feb-02=|.|"},
	{"not a range", NULL, "number", "12-14 1-2-345 123-4-5",
	    "12=|-|14=| |1=|-|2=|-|345=| |123=|-|4=|-|5="},
	{"not part of a longer number", NULL, "number", "2026-11-24-1",
	    "2026=|-|11=|-|24=|-|1="},
	{"a Windows path", NULL, "url", "C:\\Temp\\a.txt, c:x",
	    "C:\\Temp\\a.txt=|,| |c:x="},
	{"one of the net", NULL, "url", "\\\\host\\a \\x",
	    "\\\\host\\a=| |\\|x="},
	{"quelqu'un is one", "fr", NULL, "quelqu'un qu'il",
	    "quelqu'un=| |qu'=|il="},
	{"an Italian apocope", "it", NULL, "un po' di 'po' l'ora",
	    "un=| |po'=| |di=| |'|po=|'| |l'=|ora="},
	{"in no other language", "fr", NULL, "po' ", "po=|'| |"},
	{"hyphens in Hungarian", "hu", NULL, "az e-mail", "az=| |e-mail="},
	{"not in German", "de", NULL, "E-Mail", "E=|-|Mail="},
	{"a Hebrew geresh as U+2019", "he", NULL,
	    "\xD7\x92\xE2\x80\x99 \xD7\xA6\xE2\x80\x9D\xD7\x9C",
	    "\xD7\x92\xE2\x80\x99=| |\xD7\xA6\xE2\x80\x9D\xD7\x9C="},
	{"without the language", NULL, NULL,
	    "\xD7\x92\xE2\x80\x99 ", "\xD7\x92=|\xE2\x80\x99| |"},
	{"a superscript in Spanish", "es", NULL, "km \xC2\xB2",
	    "km=| |\xC2\xB2="},
};

START_TEST(each_ruled)
{
	struct word_rules r = word_rules_open();
	const struct language *l = ruled[_i].language == NULL ? NULL
	    : language_find(str_of(ruled[_i].language));

	if (l != NULL)
		word_rules_language(&r, l);
	if (ruled[_i].rules != NULL)
		word_rules_parse(&r, ruled[_i].rules);
	for (size_t piece = 1; piece < 100; piece += 98) {
		struct pieces p = pieces_of(str_of(ruled[_i].in), piece, 0);
		struct buf got = {0}, want = {0};

		mark_segments(&got, &p.source, &r);
		for (const char *w = ruled[_i].want; *w != '\0'; w++)
			if (!(w[0] == '|' && w > ruled[_i].want &&
			    w[-1] == '='))
				buf_putc(&want, *w);
		ck_assert_msg(str_eq(buf_str(&got), buf_str(&want)), "%s: %s",
		    ruled[_i].why, text_of(&got));
		buf_free(&got);
		buf_free(&want);
		source_free(&p.source);
	}
	word_rules_free(&r);
}
END_TEST

static const char *const rules[] = {
	NULL, "url", "number,hyphen", "abbrev,elision", "punct,emoji", "bigram",
	"url,number,hyphen,abbrev,elision,emoji,punct,bigram",
};

/* What is plain to see in a large window is what a close look finds. */
START_TEST(plain_is_general)
{
	struct word_rules r = word_rules_open();
	struct buf text = {0}, got = {0}, want = {0};

	if (rules[_i] != NULL)
		word_rules_parse(&r, rules[_i]);
	abbr_language(&r.abbr, language_find(STR("en")));
	for (uint32_t s = 0; s < 200; s++) {
		struct pieces bytes;
		struct source whole;

		wordtext_seed = s;
		wordtext_put(&text, 2000);
		bytes = pieces_of(buf_str(&text), 1, 0);
		whole = source_over(buf_str(&text));
		got.n = want.n = 0;
		mark_segments(&got, &whole, &r);
		mark_segments(&want, &bytes.source, &r);
		ck_assert_msg(str_eq(buf_str(&got), buf_str(&want)), "%s, %u",
		    rules[_i] ? rules[_i] : "no rules", (unsigned)s);
		source_free(&bytes.source);
	}
	word_rules_free(&r);
	buf_free(&text);
	buf_free(&got);
	buf_free(&want);
}
END_TEST

/* The words alone, "=" behind each. */
static void
mark_words(struct buf *out, struct source *in, const struct word_rules *r,
    bool pass)
{
	struct words words = words_in(in, r);
	struct segment s;
	char offset[24];

	while (pass ? word_next_word(&words, &s) : word_next(&words, &s)) {
		if (!s.word)
			continue;
		snprintf(offset, sizeof offset, "=%d ", (int)s.offset);
		buf_put(out, s.text.s, s.text.n);
		buf_puts(out, offset);
	}
}

/* Passing over what is between words makes no difference. */
START_TEST(words_alone)
{
	struct word_rules r = word_rules_open();
	struct buf text = {0}, got = {0}, want = {0};

	if (rules[_i] != NULL)
		word_rules_parse(&r, rules[_i]);
	abbr_language(&r.abbr, language_find(STR("en")));
	for (uint32_t s = 0; s < 400; s++) {
		struct source in;

		wordtext_seed = s;
		wordtext_put(&text, 2000);
		got.n = want.n = 0;
		in = source_over(buf_str(&text));
		mark_words(&got, &in, &r, true);
		in = source_over(buf_str(&text));
		mark_words(&want, &in, &r, false);
		ck_assert_msg(str_eq(buf_str(&got), buf_str(&want)), "%s, %u",
		    rules[_i] ? rules[_i] : "no rules", (unsigned)s);
	}
	word_rules_free(&r);
	buf_free(&text);
	buf_free(&got);
	buf_free(&want);
}
END_TEST

/* Cut at WORD_MOST at the latest, wherever the windows end. */
START_TEST(endless_word)
{
	static char text[200001];
	size_t longest = 0, total = 0;

	for (size_t i = 0; i < sizeof text; i++)
		text[i] = "a\xCC\x88"[i % 3];
	for (size_t piece = 1000; piece <= 70000; piece += 23000) {
		struct pieces p = pieces_of(
		    (struct str){text, sizeof text}, piece, 0);
		struct words words = words_in(&p.source, NULL);
		struct segment s;

		for (total = 0; word_next(&words, &s); total += s.text.n) {
			if (s.text.n > longest)
				longest = s.text.n;
			ck_assert(s.offset == total);
			ck_assert(utf_valid(s.text));
		}
		ck_assert(total == sizeof text);
		ck_assert(longest <= WORD_MOST && longest > WORD_MOST - 8);
		ck_assert(p.source.size <= 4 * SOURCE_WINDOW);
		source_free(&p.source);
	}
}
END_TEST

UNIT_SUITE("word", UNIT_ONE(break_test), UNIT_EACH(each_row, rows),
    UNIT_EACH(each_ruled, ruled),
    UNIT_EACH(plain_is_general, rules),
    UNIT_EACH(words_alone, rules), UNIT_ONE(endless_word))
