/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/syntax/date.h"
#include "pack/syntax/headers.h"

static const struct {
	const char *why, *in;
	int read; /* bytes of the block; -1: it has no end */
	const char *value; /* of "name"; NULL: there is no such field */
} blocks[] = {
	{"a field", "Name: value\r\n\r\nbody", 15, "value"},
	{"line feeds alone", "Name: value\n\nbody", 13, "value"},
	{"in any case, without blanks", "NAME:value \t\n\n", 14, "value"},
	{"the first counts", "name: a\nname: b\n\n", 17, "a"},
	{"folded", "Name: a\r\n\t b\r\n\r\n", 16, "a \t b"},
	{"an empty one", "Name:\n\n", 7, ""},
	{"a longer name", "Name-x: a\nxname: b\n\n", 20, NULL},
	{"the first line is one, too", "HTTP/1.1 200 OK\nname: a\n\n", 25, "a"},
	{"nothing in it", "\r\n", 2, NULL},
	{"no empty line", "Name: value\r\n", -1, NULL},
	{"no line end", "Name: value", -1, NULL},
	{"nothing", "", -1, NULL},
};

/* However it is cut. */
START_TEST(each_block)
{
	struct str in = str_of(blocks[_i].in);

	for (size_t cut = 1; cut <= in.n + 1; cut++) {
		struct pieces p = pieces_of(in, cut, 0);
		struct headers h = {0};
		bool whole = headers_read(&h, &p.source);
		struct str value = headers_get(&h, "name");

		ck_assert_msg(whole == (blocks[_i].read >= 0), "%s",
		    blocks[_i].why);
		if (whole) {
			ck_assert_msg((int)h.read == blocks[_i].read, "%s: %zu",
			    blocks[_i].why, h.read);
			ck_assert_msg((value.s == NULL) ==
			    (blocks[_i].value == NULL) && (value.s == NULL ||
			    str_eq(value, str_of(blocks[_i].value))), "%s: %.*s",
			    blocks[_i].why, (int)value.n, value.s);
		}
		headers_free(&h);
		source_free(&p.source);
	}
}
END_TEST

static const struct {
	const char *in, *type, *charset;
} types[] = {
	{"text/html", "text/html", NULL},
	{" text/html ; charset=utf-8", "text/html", "utf-8"},
	{"text/html;a=b;Charset=\"koi8-r\"; x", "text/html", "koi8-r"},
	{"text/html; x=\"; charset=no\"; charset=yes", "text/html", "yes"},
	{"text/html, text/html", "text/html", NULL},
	{"text/html; charset=", "text/html", ""},
	{"", "", NULL},
};

START_TEST(each_type)
{
	struct str type = headers_type(str_of(types[_i].in));
	struct str charset = headers_parameter(str_of(types[_i].in), "charset");

	ck_assert_msg(str_eq(type, str_of(types[_i].type)), "%s: %.*s",
	    types[_i].in, (int)type.n, type.s);
	ck_assert_msg((charset.s == NULL) == (types[_i].charset == NULL) &&
	    (charset.s == NULL || str_eq(charset, str_of(types[_i].charset))),
	    "%s: %.*s", types[_i].in, (int)charset.n, charset.s);
}
END_TEST

static const struct {
	const char *in, *want;
} dates[] = {
	{"Mon, 23 Nov 2026 22:39:11 GMT", "2026-11-23T22:39:11Z"},
	{"Fri, 3 May 2024 00:10:00 +0200", "2024-05-02T22:10:00Z"},
	{"Fri, 31 Dec 1999 23:30:00 -0100", "2000-01-01T00:30:00Z"},
	{"3 May 2024 10:00 +0530 (IST)", "2024-05-03T04:30:00Z"},
	{"Thursday, 29-Feb-24 12:00:00 GMT", "2024-02-29T12:00:00Z"},
	{"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"},
	{"2024-05-03T10:00:00Z", "2024-05-03T10:00:00Z"},
	{"2024-03-01T00:30:00.25+01:00", "2024-02-29T23:30:00Z"},
	{"Mon Nov 23 2026 22:41:33 GMT+0000 (Coordinated Universal Time)",
	    "2026-11-23T22:41:33Z"},
	{"2024-05-03", "2024-05-03"},
	{"yesterday", "yesterday"},
	{"32 May 2024 10:00:00", "32 May 2024 10:00:00"},
	{"3 May 2024 25:00:00", "3 May 2024 25:00:00"},
	{"", ""},
};

START_TEST(each_date)
{
	struct buf b = {0};

	date_put(&b, str_of(dates[_i].in));
	ck_assert_str_eq(text_of(&b), dates[_i].want);
	buf_free(&b);
}
END_TEST

UNIT_SUITE("head", UNIT_EACH(each_block, blocks), UNIT_EACH(each_type, types),
    UNIT_EACH(each_date, dates))
