/* SPDX-License-Identifier: MIT */
/*
 * Lines filled to a width; "|" is a line's end, "_" a blank that does not
 * break (wrap_glue).
 */
#include "unit.h"

#include "text/unicode/wrap.h"

struct lines {
	struct buf out;
	int margin;
};

static void
put(void *ctx, struct str s)
{
	struct lines *l = ctx;

	buf_put(&l->out, s.s, s.n);
}

static int
turn(void *ctx)
{
	struct lines *l = ctx;

	buf_putc(&l->out, '|');
	return l->margin;
}

static const struct wrap_writer writer = {put, turn};

static const struct {
	const char *why;
	int width, margin;
	bool markdown;
	const char *text, *want;
} rows[] = {
	{"nothing", 10, 0, false, "", ""},
	{"as wide as asked", 10, 0, false, "abcd efghi jk", "abcd efghi|jk"},
	{"a column more", 10, 0, false, "abcd efghij k", "abcd|efghij k"},
	{"the last word just fits", 10, 0, false, "abc defghi", "abc defghi"},
	{"a word that is too wide stays whole", 10, 0, false,
	    "ab abcdefghijklmnop cd", "ab|abcdefghijklmnop|cd"},
	{"also where it comes first", 10, 0, false, "abcdefghijklmnop cd",
	    "abcdefghijklmnop|cd"},
	{"one far too wide", 10, 0, false,
	    "ab abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz cd",
	    "ab|abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz|cd"},
	{"a deep margin leaves eight columns", 10, 8, false, "abc def ghi jk",
	    "abc def|ghi jk"},
	{"and no fewer", 10, 6, false, "abc defg hij kl", "abc defg|hij kl"},

	/* Where a line may break without a space. */
	{"between ideographs", 10, 0, false,
	    "\u6771\u4EAC\u90FD\u5343\u4EE3\u7530\u533A",
	    "\u6771\u4EAC\u90FD\u5343\u4EE3|\u7530\u533A"},
	{"between a letter and an ideograph", 10, 0, false,
	    "abcdefghi\u6771\u4EAC", "abcdefghi|\u6771\u4EAC"},
	{"not before a full stop", 10, 0, false,
	    "\u6771\u4EAC\u90FD\u5343\u4EE3\u3002\u7530",
	    "\u6771\u4EAC\u90FD\u5343|\u4EE3\u3002\u7530"},
	{"nor before a small kana", 10, 0, false,
	    "\u3042\u3044\u3046\u3048\u304A\u3063\u305F",
	    "\u3042\u3044\u3046\u3048|\u304A\u3063\u305F"},
	{"nor a small one of Ainu", 10, 0, false,
	    "\u30A2\u30A4\u30A6\u30A8\u30AA\u31F3\u30BF",
	    "\u30A2\u30A4\u30A6\u30A8|\u30AA\u31F3\u30BF"},
	{"nor a half-width one", 10, 0, false,
	    "\u30A2\u30A4\u30A6\u30A8\u30AA\uFF6F\u30BF",
	    "\u30A2\u30A4\u30A6\u30A8|\u30AA\uFF6F\u30BF"},
	{"nor before a closing bracket", 10, 0, false,
	    "\u6771\u4EAC\u90FD\u5343\u4EE3\uFF09\u7530",
	    "\u6771\u4EAC\u90FD\u5343|\u4EE3\uFF09\u7530"},
	{"nor after an opening one", 10, 0, false,
	    "\u6771\u4EAC\u90FD\u5343\uFF08\u7530\u533A",
	    "\u6771\u4EAC\u90FD\u5343|\uFF08\u7530\u533A"},
	{"nor an opening quote", 10, 0, false,
	    "\u6771\u4EAC\u90FD\u5343\u300C\u7530\u533A",
	    "\u6771\u4EAC\u90FD\u5343|\u300C\u7530\u533A"},
	{"nor before a mark of the cluster", 10, 0, false,
	    "\u6771\u4EAC\u90FD\u5343\u304B\u3099\u7530",
	    "\u6771\u4EAC\u90FD\u5343\u304B\u3099|\u7530"},
	{"nor in an address", 10, 0, false,
	    "http://x.test/\u6771\u4EAC\u90FD", "http://x.test/\u6771\u4EAC\u90FD"},
	{"nor in one that begins with www.", 10, 0, false,
	    "www.x.test/\u6771\u4EAC\u90FD", "www.x.test/\u6771\u4EAC\u90FD"},
	{"but in a word that has it within", 10, 0, false,
	    "awww.x.te\u6771\u4EAC", "awww.x.te|\u6771\u4EAC"},

	/* Columns. */
	{"a letter and its mark are one column", 10, 0, false,
	    "e\u0301e\u0301e\u0301e\u0301 e\u0301bcde f",
	    "e\u0301e\u0301e\u0301e\u0301 e\u0301bcde|f"},
	{"ideographs are two", 10, 0, false, "\u6771\u4EAC abcde f",
	    "\u6771\u4EAC abcde|f"},
	{"a flag is two", 10, 0, false,
	    "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7 abcde f",
	    "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7 abcde|f"},
	{"a family is two", 10, 0, false,
	    "\U0001F468\u200D\U0001F469\u200D\U0001F467 abcdefg h",
	    "\U0001F468\u200D\U0001F469\u200D\U0001F467 abcdefg|h"},
	{"blanks that do not break have their width", 10, 0, false,
	    "ab__cd efg h", "ab  cd efg|h"},
	{"and keep words together", 10, 0, false, "abcdef g_hij",
	    "abcdef|g hij"},

	/* What means something in Markdown begins no line. */
	{"a number in Markdown", 10, 0, true, "abcdefgh 1. jk",
	    "abcdefgh 1.|jk"},
	{"a dash", 10, 0, true, "abcdefgh - jk", "abcdefgh -|jk"},
	{"neither means anything in text", 10, 0, false, "abcdefgh 1. jk",
	    "abcdefgh|1. jk"},
};

/* A piece of the text; its underscores are glue. */
static void
feed(struct wrap *w, const char *s, size_t n, struct lines *l)
{
	for (size_t i = 0; i < n;) {
		size_t k = i;

		while (k < n && s[k] != '_')
			k++;
		if (k > i)
			wrap_text(w, (struct str){s + i, k - i}, &writer, l);
		if (k < n)
			wrap_glue(w, STR(" "));
		i = k + (k < n);
	}
}

/* Whole, and code point by code point. */
START_TEST(each_row)
{
	for (int pieces = 0; pieces < 2; pieces++) {
		struct wrap w = {.width = rows[_i].width,
		    .column = rows[_i].margin, .markdown = rows[_i].markdown};
		struct lines l = {.margin = rows[_i].margin};
		const char *s = rows[_i].text, *end = s + strlen(s);

		while (pieces && s < end) {
			uint32_t c;
			int n = utf_step(s, end, &c);

			feed(&w, s, (size_t)n, &l);
			s += n;
		}
		feed(&w, s, (size_t)(end - s), &l);
		wrap_end(&w, &writer, &l);
		ck_assert_msg(strcmp(text_of(&l.out), rows[_i].want) == 0,
		    "%s: %s, not %s", rows[_i].why, l.out.s, rows[_i].want);
		buf_free(&l.out);
		wrap_free(&w);
	}
}
END_TEST

/* Lines that end before they are full do not touch those after them. */
START_TEST(ends)
{
	struct wrap w = {.width = 10};
	struct lines l = {0};

	wrap_text(&w, STR("abc "), &writer, &l);
	wrap_end(&w, &writer, &l);
	buf_putc(&l.out, '|');
	w.column = 0;
	wrap_text(&w, STR("defghijkl m"), &writer, &l);
	wrap_end(&w, &writer, &l);
	ck_assert_str_eq(text_of(&l.out), "abc|defghijkl|m");
	buf_free(&l.out);
	wrap_free(&w);
}
END_TEST

static const struct {
	const char *text;
	size_t columns;
} widths[] = {
	{"", 0}, {"abc", 3}, {"a\tb\x01", 2}, {"e\u0301", 1},
	{"\u6771\u4EAC", 4}, {"\U0001F1E9\U0001F1EA", 2},
	{"\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 4},
	{"\U0001F468\u200D\U0001F469\u200D\U0001F467", 2},
	{"\u2764", 1}, {"\u2764\uFE0F", 2}, {"\uFF21\uFF71", 3}, {"\xFF", 1}, {"a\u200Bb", 2},
};

START_TEST(each_width)
{
	ck_assert_uint_eq(wrap_columns(str_of(widths[_i].text)),
	    widths[_i].columns);
}
END_TEST

UNIT_SUITE("wrap", UNIT_EACH(each_row, rows), UNIT_ONE(ends),
    UNIT_EACH(each_width, widths))
