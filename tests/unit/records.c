/* SPDX-License-Identifier: MIT */
/*
 * Where records begin and end, which are too long, and what is kept of those
 * that cannot be used, whatever pieces they come in.
 */
#include "unit.h"

#include <stdio.h>

#include "program/record.h"

static void
same(struct document *d, void *ctx)
{
	struct str t = source_rest(d->in);

	(void)ctx;
	sink_put(d->out, t.s, t.n);
}

static const struct {
	const char *why, *in;
	size_t most;
	const char *want, *rejected;
	uint64_t count;
} rows[] = {
	{"none", "", 99, "", "", 0},
	{"one without a line's end", "{\"t\":\"a\"}", 99, "{\"t\":\"a\"}\n", "",
	    1},
	{"two", "{\"t\":\"a\"}\n{\"t\":\"b\"}\n", 99,
	    "{\"t\":\"a\"}\n{\"t\":\"b\"}\n", "", 2},
	{"line ends of Windows", "{\"t\":\"a\"}\r\n{\"t\":\"b\"}\r\n", 99,
	    "{\"t\":\"a\"}\r\n{\"t\":\"b\"}\r\n", "", 2},
	{"empty lines of all kinds", "\n \t\n\r\n{\"t\":\"a\"}\n", 99,
	    "\n \t\n\r\n{\"t\":\"a\"}\n", "", 4},
	{"a line of another blank is no record", "\f\n{\"t\":\"a\"}\n", 99,
	    "{\"t\":\"a\"}\n", "\f\n", 2},
	{"as long as allowed", "{\"t\":\"abc\"}\n", 11, "{\"t\":\"abc\"}\n", "",
	    1},
	{"a byte longer", "{\"t\":\"abcd\"}\n{\"t\":\"b\"}\n", 11,
	    "{\"t\":\"b\"}\n", "{\"t\":\"abcd\"}\n", 2},
	{"much longer", "{\"t\":\"abcdefghijklmnopqrstuvwxyz\"}\n{\"t\":\"b\"}\n",
	    11, "{\"t\":\"b\"}\n",
	    "{\"t\":\"abcdefghijklmnopqrstuvwxyz\"}\n", 2},
	{"not JSON, the last, without its end", "{\"t\":\"a\"}\nnone", 99,
	    "{\"t\":\"a\"}\n", "none\n", 2},
	{"without the field", "{\"u\":\"a\"}\n", 99, "", "{\"u\":\"a\"}\n", 1},
	{"cut in the middle", "{\"t\":\"a\n{\"t\":\"b\"}\n", 99,
	    "{\"t\":\"b\"}\n", "{\"t\":\"a\n", 2},
};

/* What the file for rejects holds. */
static void
read_back(FILE *f, struct buf *to)
{
	int c;

	rewind(f);
	while ((c = getc(f)) != EOF)
		buf_putc(to, (char)c);
}

START_TEST(each_row)
{
	struct str text = str_of(rows[_i].in);

	for (size_t piece = 1; piece <= text.n + 1; piece++) {
		struct pieces p = pieces_of(text, piece, 0);
		struct sink out = {0};
		struct buf rejected = {0};
		FILE *f = tmpfile();
		struct record_options o = {.result = RESULT_TEXT,
		    .field = STR("t"), .rejects = fileno(f),
		    .most = rows[_i].most};
		uint64_t count = 0;

		record_each(&p.source, "test", &out, same, NULL, &o, &count);
		read_back(f, &rejected);
		ck_assert_msg(strcmp(text_of(&out.buf), rows[_i].want) == 0,
		    "%s, in pieces of %zu: %s", rows[_i].why, piece, out.buf.s);
		ck_assert_msg(strcmp(text_of(&rejected), rows[_i].rejected) == 0,
		    "%s, in pieces of %zu, rejected: %s", rows[_i].why, piece,
		    rejected.s);
		ck_assert_uint_eq(count, rows[_i].count);
		fclose(f);
		buf_free(&out.buf);
		buf_free(&rejected);
		source_free(&p.source);
	}
}
END_TEST

UNIT_MAIN("records", each_row, rows)
