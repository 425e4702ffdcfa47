/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/read/math.h"

static const struct {
	const char *why, *tex, *want;
} rows[] = {
	{"as it is", "a+b", "a+b"},
	{"display style", "{\\displaystyle a^{2}}", "a^{2}"},
	{"without braces", "\\displaystyle a", "a"},
	{"text style", " {\\textstyle  x } ", "x"},
	{"another command", "{\\displaystyles a}", "{\\displaystyles a}"},
	{"two groups", "{a}{b}", "{a}{b}"},
	{"an escaped brace", "{\\displaystyle a\\}}", "a\\}"},
	{"lines", "a\n\t+ b", "a + b"},
	{"a comment that hides the line's end", "a_{1}%\n+b", "a_{1}+b"},
	{"a per cent", "5\\%\nb", "5\\% b"},
	{"a blank that is one", "a\\ ", "a\\ "},
	{"nothing", "  ", ""},
};

START_TEST(clean)
{
	struct buf got = {0};

	math_clean_tex(&got, str_of(rows[_i].tex));
	ck_assert_msg(str_eq(buf_str(&got), str_of(rows[_i].want)),
	    "%s: %.*s", rows[_i].why, (int)got.n, got.s);
	buf_free(&got);
}
END_TEST

UNIT_MAIN("math", clean, rows)
