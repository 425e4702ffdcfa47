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
		ck_assert(utf_step(to, to + n, &back) == n && back == c);
		ck_assert(utf_back(to, to + n, &back) == n && back == c);
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

UNIT_SUITE("utf", UNIT_EACH(each_step, steps), UNIT_ONE(encode_is_step_undone),
    UNIT_EACH(each_kind, kinds))
