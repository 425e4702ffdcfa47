/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/stream/chunk.h"

static unsigned said;

static void
say(struct pack *p, const char *what)
{
	(void)p, (void)what;
	said++;
}

static const struct {
	const char *why, *in, *want;
	bool looks, whole;
} rows[] = {
	{"one", "3\r\nabc\r\n0\r\n\r\n", "abc", true, true},
	{"some", "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "abc", true, true},
	{"line feeds alone", "3\nabc\n0\n\n", "abc", true, true},
	{"in capitals, with zeros", "000A\r\n0123456789\r\n0\r\n\r\n",
	    "0123456789", true, true},
	{"extensions", "3;a=\"b\"\r\nabc\r\n0;c\r\n\r\n", "abc", true, true},
	{"a blank after the size", "3  \r\nabc\r\n0\r\n\r\n", "abc", true, true},
	{"a TAB after the size", "3\t\r\nabc\r\n0\r\n\r\n", "abc", false, true},
	{"a long extension", "3;name=\"a value of many bytes\"\r\nabc\r\n0\r\n"
	    "\r\n", "abc", true, true},
	{"a long trailer", "1\r\na\r\n0\r\nName: a value of many bytes\r\n\r\n",
	    "a", true, true},
	{"the largest size", "fffffffffffffff\r\nabc", "abc", true, false},
	{"a size that does not fit", "10000000000000003\r\nabc\r\n0\r\n\r\n", "",
	    false, false},
	{"another sign after the size", "3,\r\nabc\r\n0\r\n\r\n", "", false,
	    false},
	{"a trailer", "3\r\nabc\r\n0\r\nA: b\r\nC: d\r\n\r\nmore", "abc", true,
	    true},
	{"none", "0\r\n\r\n", "", true, true},
	{"cut in a chunk", "5\r\nabc", "abc", true, false},
	{"cut after a chunk", "3\r\nabc\r\n", "abc", true, false},
	{"cut in a size", "3\r\nabc\r\n1", "abc", true, false},
	{"no end of a chunk", "3\r\nabcd\r\n0\r\n\r\n", "abc", true, false},
	{"no size", "3\r\nabc\r\nx\r\n\r\n", "abc", true, false},
	{"a page", "<p>3\r\n", "", false, false},
	{"text that begins so", "abc def\r\n", "", false, false},
};

START_TEST(each_row)
{
	struct str in = str_of(rows[_i].in);

	for (size_t piece = 1; piece <= in.n; piece++) {
		struct pieces p = pieces_of(in, piece, 0);
		struct pack pack = {.say = say};
		struct chunk c = chunk_of(&pack, &p.source);
		struct str got;

		ck_assert_msg(chunk_looks(&p.source) == rows[_i].looks, "%s",
		    rows[_i].why);
		said = 0;
		got = source_rest(&c.source);
		ck_assert_msg(str_eq(got, str_of(rows[_i].want)), "%s: %.*s",
		    rows[_i].why, (int)got.n, got.s);
		ck_assert_msg(said == !rows[_i].whole &&
		    pack.breaks == said, "%s: said %u", rows[_i].why, said);
		chunk_free(&c);
		source_free(&p.source);
	}
}
END_TEST

UNIT_MAIN("chunk", each_row, rows)
