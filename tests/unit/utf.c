/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"

static const struct {
	const char *why, *in;
	int n;
	uint32_t want;
	bool cut;
} steps[] = {
	{"ASCII", "a", 1, 'a', false},
	{"two bytes", "\xC3\xA9", 2, 0xE9, false},
	{"three bytes", "\xE2\x82\xAC", 3, 0x20AC, false},
	{"four bytes", "\xF0\x9F\x98\x80", 4, 0x1F600, false},
	{"the last code point", "\xF4\x8F\xBF\xBF", 4, 0x10FFFF, false},
	{"a lone trail", "\x80" "a", 1, UTF_BAD, false},
	{"an overlong slash", "\xC0\xAF", 1, UTF_BAD, false},
	{"an overlong of three bytes", "\xE0\x80\x80", 1, UTF_BAD, false},
	{"a surrogate", "\xED\xA0\x80", 1, UTF_BAD, false},
	{"above Unicode", "\xF4\x90\x80\x80", 1, UTF_BAD, false},
	{"not a lead", "\xF5\x80", 1, UTF_BAD, false},
	{"a maximal subpart of three", "\xF0\x9F\x98" "a", 3, UTF_BAD, false},
	{"cut after one of two", "\xC3", 1, UTF_BAD, true},
	{"cut after three of four", "\xF0\x9F\x98", 3, UTF_BAD, true},
};

START_TEST(each_step)
{
	const char *s = steps[_i].in, *end = s + strlen(s);
	uint32_t c;

	ck_assert_msg(utf_step(s, end, &c) == steps[_i].n && c == steps[_i].want,
	    "%s: %x", steps[_i].why, (unsigned)c);
	ck_assert_msg(utf_cut(s, end) == steps[_i].cut, "%s: cut", steps[_i].why);
}
END_TEST

START_TEST(encode_is_step_undone)
{
	char to[4];
	uint32_t c, back;

	for (c = 0; c < 0x110000; c++) {
		int n;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		n = utf_encode(c, to);
		/* an assertion takes too long for a million */
		if (utf_step(to, to + n, &back) != n || back != c ||
		    utf_back(to, to + n, &back) != n || back != c)
			ck_abort_msg("U+%04X", (unsigned)c);
	}
}
END_TEST

static const struct {
	const char *why;
	uint32_t c;
	enum charclass_word word;
	enum charclass_sentence sentence;
	charclass flags;
} kinds[] = {
	{"a letter", 'a', WB_ALETTER, SB_LOWER, CHARCLASS_LETTER},
	{"a digit", '7', WB_NUMERIC, SB_NUMERIC, CHARCLASS_NUMBER},
	{"the full stop", '.', WB_MIDNUMLET, SB_ATERM, CHARCLASS_PUNCT},
	{"the ideographic full stop", 0x3002, WB_OTHER, SB_STERM, CHARCLASS_PUNCT},
	{"an ideograph", 0x4E2D, WB_OTHER, SB_OLETTER, CHARCLASS_LETTER | CHARCLASS_CJK},
	{"an ideograph of plane 2", 0x20000, WB_OTHER, SB_OLETTER,
	    CHARCLASS_LETTER | CHARCLASS_CJK},
	{"Thai", 0x0E01, WB_OTHER, SB_OLETTER, CHARCLASS_LETTER | CHARCLASS_UNSPACED},
	{"a pictograph", 0x1F600, WB_OTHER, SB_OTHER, CHARCLASS_PICTOGRAPH},
	{"no code point", UTF_BAD, WB_OTHER, SB_OTHER, 0},
};

START_TEST(each_kind)
{
	charclass k = charclass_of(kinds[_i].c);

	ck_assert_msg(charclass_word(k) == kinds[_i].word &&
	    charclass_sentence(k) == kinds[_i].sentence &&
	    (k & 0xFE00) == kinds[_i].flags, "%s: %x", kinds[_i].why, k);
}
END_TEST

/* ---- utf_valid_end ---- */

static const char *
valid_end_by_steps(const char *s, const char *end)
{
	uint32_t c;

	while (s < end) {
		int n = utf_step(s, end, &c);

		if (c == UTF_BAD)
			break;
		s += n;
	}
	return s;
}

static void
check_valid_end(const char *s, size_t n)
{
	const char *got = utf_valid_end((struct str){s, n});

	if (got != valid_end_by_steps(s, s + n)) /* an assertion takes long */
		ck_abort_msg("%td of %zu", got - s, n);
}

/* Each pair of bytes, and each third and fourth byte of a border, anywhere. */
START_TEST(valid_at_each_place)
{
	static const char *const borders[] = {"\xE0\xA0", "\xE0\x9F", "\xED\x9F",
	    "\xED\xA0", "\xEF\xBF", "\xF0\x90\x80", "\xF0\x8F\x80",
	    "\xF4\x8F\xBF", "\xF4\x90\x80", "\xF5\x80\x80", "\xC3\xA9",
	    "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
	char text[48];

	for (size_t at = 0; at < 40; at++) {
		for (int pair = 0; pair < 0x10000; pair += at < 36 ? 7 : 1) {
			memset(text, 'a', sizeof text);
			text[at] = (char)(pair >> 8);
			text[at + 1] = (char)pair;
			check_valid_end(text, sizeof text);
		}
		for (int b = 0; b < ROWS(borders) * 256; b++) {
			size_t n = strlen(borders[b / 256]);

			memset(text, 'a', sizeof text);
			memcpy(text + at, borders[b / 256], n);
			text[at + n] = (char)b;
			check_valid_end(text, sizeof text);
			check_valid_end(text, at + n);
		}
	}
}
END_TEST

/* Characters of all lengths in a row, one byte changed, cut anywhere. */
START_TEST(valid_in_long_texts)
{
	struct buf text = {0};
	unsigned state = 1;

	for (int i = 0; i < 60; i++)
		buf_puts(&text, i % 5 == 0 ? "a" : i % 5 == 1 ? "\u00E9" :
		    i % 5 == 2 ? "\u20AC" : i % 5 == 3 ? "\U0001F600" : "bcd");
	for (size_t n = 0; n <= text.n; n++)
		check_valid_end(text.s, n);
	for (int i = 0; i < 100000; i++) {
		size_t at;
		char kept;

		state = state * 1664525 + 1013904223;
		at = state / 256 % text.n;
		kept = text.s[at];
		text.s[at] = (char)(state >> 24);
		check_valid_end(text.s, text.n);
		text.s[at] = kept;
	}
	buf_free(&text);
}
END_TEST

UNIT_SUITE("utf", UNIT_EACH(each_step, steps), UNIT_ONE(encode_is_step_undone),
    UNIT_EACH(each_kind, kinds), UNIT_ONE(valid_at_each_place),
    UNIT_ONE(valid_in_long_texts))
