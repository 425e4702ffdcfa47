/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/parts/plainnumber.h"

static const struct {
	const char *text, *want;
} rows[] = {
	{"1,234", "1234"},
	{"1,234,567.89", "1234567.89"},
	{"1.234.567,89", "1234567,89"},
	{"1 234 567", "1234567"},
	{"1\xC2\xA0" "234", "1234"},
	{"1\xE2\x80\xAF" "234,5", "1234,5"},
	{"1'234.50", "1234.50"},
	{"\xE2\x88\x92" "1,234%", "-1234%"},
	{"+12", "+12"},
	{"12[a]", "12"},
	{"12 [1][2] *", "12"},
	{"12.5\xE2\x80\xA0", "12.5"},
	{"1,234\xC2\xB9", "1234"},
	/* left as they are */
	{"1.234", "1.234"},
	{"3,5", "3,5"},
	{"1234,567", "1234,567"},
	{"12,34", "12,34"},
	{"10\xE2\x81\xB6", "10\xE2\x81\xB6"},
	{"1,234 km", "1,234 km"},
	{"about 1,234", "about 1,234"},
	{"1-2", "1-2"},
	{"12[a", "12[a"},
	{"", ""},
	{"-", "-"},
	{"[a]", "[a]"},
};

START_TEST(plain)
{
	struct buf b = {0};

	buf_puts(&b, "x");
	buf_puts(&b, rows[_i].text);
	plainnumber(&b, 1);
	ck_assert_msg(strcmp(text_of(&b) + 1, rows[_i].want) == 0, "%s: %s",
	    rows[_i].text, b.s);
	buf_free(&b);
}
END_TEST

UNIT_MAIN("plainnumber", plain, rows)
