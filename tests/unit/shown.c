/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/unicode/shown.h"

static const struct {
	const char *why, *text, *plain, *markup;
} rows[] = {
	{"text", "na\xC3\xAFve", "na\xC3\xAFve", "na\xC3\xAFve"},
	{"what markup means", "<a & \"b\">", "<a & \"b\">",
	    "&lt;a &amp; &quot;b&quot;>"},
	{"C0 and DEL", "a\x1B[1m\t\x7F", "a [1m  ", "a [1m  "},
	{"C1", "a\xC2\x9B""b\xC2\xA0", "a b\xC2\xA0", "a b\xC2\xA0"},
	{"bytes that are not UTF-8", "a\xFF\xE2\x82",
	    "a\xEF\xBF\xBD\xEF\xBF\xBD", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
	{"U+FFFF, which XML forbids", "\xEF\xBF\xBF", "\xEF\xBF\xBF",
	    "\xEF\xBF\xBD"},
};

START_TEST(each_row)
{
	struct sink out = {0};

	shown_put(&out, str_of(rows[_i].text));
	sink_putc(&out, '\0');
	ck_assert_msg(strcmp(out.buf.s, rows[_i].plain) == 0, "%s: %s",
	    rows[_i].why, out.buf.s);
	out.buf.n = 0;
	shown_put_markup(&out, str_of(rows[_i].text));
	sink_putc(&out, '\0');
	ck_assert_msg(strcmp(out.buf.s, rows[_i].markup) == 0, "%s: %s",
	    rows[_i].why, out.buf.s);
	buf_free(&out.buf);
}
END_TEST

UNIT_SUITE("shown", UNIT_EACH(each_row, rows))
