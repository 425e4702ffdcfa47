/* SPDX-License-Identifier: MIT */
#include "text/score/prose.h"
#include "unit.h"

static const struct {
	const char *why, *in;
	uint32_t words, ends, commas, stops, wide;
	bool end;
} rows[] = {
	{"nothing", "", 0, 0, 0, 0, 0, false},
	{"a sentence", "The cat sat on it.", 5, 1, 0, 3, 0, true},
	{"a closing quote is past the end", "He said: \"No.\"", 3, 1, 0, 2, 0,
	    true},
	{"a stop inside a number ends nothing", "3.5 of 4", 4, 0, 0, 1, 0,
	    false},
	{"ideographs are words", "\xE4\xBD\xA0\xE5\xA5\xBD\xE3\x80\x82", 2, 1,
	    0, 0, 2, true},
	{"bytes that are not UTF-8 part words", "a\xFF" "b", 2, 0, 0, 1, 0,
	    false},
};

START_TEST(each_row)
{
	struct prose_words words = {0};
	struct prose p = prose_measure(str_of(rows[_i].in), &words);

	ck_assert_msg(p.words == rows[_i].words && words.n == p.words,
	    "%s: %u words", rows[_i].why, p.words);
	ck_assert_msg(p.ends == rows[_i].ends, "%s: %u ends", rows[_i].why,
	    p.ends);
	ck_assert_msg(p.commas == rows[_i].commas, "%s", rows[_i].why);
	ck_assert_msg(p.stops == rows[_i].stops, "%s: %u stops", rows[_i].why,
	    p.stops);
	ck_assert_msg(p.wide == rows[_i].wide, "%s", rows[_i].why);
	ck_assert_msg(prose_ends(&p) == rows[_i].end, "%s", rows[_i].why);
	prose_words_free(&words);
}
END_TEST

UNIT_MAIN("prose", each_row, rows)
