/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/read/style.h"

static const struct {
	const char *why, *style;
	struct style want;
} rows[] = {
	{"none", NULL, {0}},
	{"one", "display:none", {.display = DISPLAY_NONE}},
	{"cases and blanks", " Display :\tNONE ; ", {.display = DISPLAY_NONE}},
	{"the last counts", "display:none;display:block",
	    {.display = DISPLAY_BLOCK}},
	{"but not what is no value", "display:none;display:nothing",
	    {.display = DISPLAY_NONE}},
	{"important", "display:none!important;display:block",
	    {.display = DISPLAY_NONE}},
	{"important, twice", "display:none !important;display:flex! important",
	    {.display = DISPLAY_FLEX}},
	{"another property", "x-display:none;displays:none", {0}},
	{"in a string", "content:';display:none'", {0}},
	{"in brackets", "background:url(a;display:none)", {0}},
	{"without a colon", "display none", {0}},
	{"visibility", "visibility:collapse", {.visibility = SEEN_HIDDEN}},
	{"seen", "visibility:hidden;visibility:visible",
	    {.visibility = SEEN_VISIBLE}},
	{"white space", "white-space:pre-wrap", {.white_space = WHITE_PRE}},
	{"lines", "white-space:pre-line", {.white_space = WHITE_LINES}},
	{"normal", "white-space:nowrap", {.white_space = WHITE_NORMAL}},
	{"inline", "display:inline-block", {.display = DISPLAY_INLINE}},
	{"right", "text-align:right", {.right = true}},
	{"right no more", "text-align:right;text-align:left", {0}},
};

START_TEST(read)
{
	struct style got = style_read(rows[_i].style);

	ck_assert_msg(got.display == rows[_i].want.display &&
	        got.white_space == rows[_i].want.white_space &&
	        got.visibility == rows[_i].want.visibility &&
	        got.right == rows[_i].want.right,
	    "%s: %s", rows[_i].why, rows[_i].style);
}
END_TEST

UNIT_MAIN("style", read, rows)
