/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/range.h"

static const struct {
	const char *in;
	bool good;
	uint64_t least, most;
} rows[] = {
	{"5", true, 5, 5}, {"3-8", true, 3, 8}, {"3-", true, 3, UINT64_MAX},
	{"-8", true, 0, 8}, {"0", true, 0, 0}, {"8-8", true, 8, 8},
	{"8-3", false, 0, 0}, {"", false, 0, 0}, {"-", false, 0, 0},
	{"x", false, 0, 0}, {"3-8-9", false, 0, 0}, {"--8", false, 0, 0},
	{" 3", false, 0, 0}, {"3 ", false, 0, 0}, {"+3", false, 0, 0},
	{"18446744073709551615", true, UINT64_MAX, UINT64_MAX},
	{"18446744073709551616", false, 0, 0},
	{"1-18446744073709551616", false, 0, 0},
};

START_TEST(parses)
{
	uint64_t least, most;
	bool good = range_parse(rows[_i].in, &least, &most);

	ck_assert_msg(good == rows[_i].good, "%s", rows[_i].in);
	if (good)
		ck_assert_msg(least == rows[_i].least && most == rows[_i].most,
		    "%s", rows[_i].in);
}
END_TEST

UNIT_MAIN("range", parses, rows)
