/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "program/record.h"

/* ---- filters ---- */

static void
upper(struct document *d, void *ctx)
{
	struct str t = source_rest(d->in);

	(void)ctx;
	for (size_t i = 0; i < t.n; i++)
		sink_putc(d->out, (char)(t.s[i] >= 'a' && t.s[i] <= 'z'
		    ? t.s[i] - 32 : t.s[i]));
}

/* Each letter is a piece. */
static void
letters(struct document *d, void *ctx)
{
	struct str t = source_rest(d->in);

	d->out->offsets = ctx != NULL;
	for (size_t i = 0; i < t.n; i++) {
		sink_putc(d->out, t.s[i]);
		sink_cut(d->out, i, 1);
	}
}

static void
describe(struct document *d, void *ctx)
{
	(void)ctx;
	object_integer(d->members, "n", (long long)source_rest(d->in).n);
	object_array(d->members, "l\"");
	object_bool(d->members, NULL, true);
	object_end(d->members);
}

/* A text, the members beside it, and its own field is another's business. */
static void
text_and_type(struct document *d, void *ctx)
{
	upper(d, ctx);
	object_string(d->members, "type", STR("text/plain"));
}

static void
drop_x(struct document *d, void *ctx)
{
	upper(d, ctx);
	if (source_rest(d->in).n > 0 && *d->in->at == 'x')
		document_drop(d, "x");
}

static void
lang(struct document *d, void *ctx)
{
	struct buf b = {0};
	bool found = document_member(d, "meta.lang", &b) ||
	    document_member(d, "lang", &b);

	(void)ctx;
	object_string(d->members, "found", found ? buf_str(&b) : STR("-"));
	buf_free(&b);
}

/* ---- rows ---- */

static const struct {
	const char *why;
	record_filter *filter;
	enum document_result result;
	const char *explode, *ctx, *in, *want;
} rows[] = {
	{"a text takes the field's place", upper, RESULT_TEXT, NULL, NULL,
	    " { \"a\" : 1.50 , \"text\" : \"\\u0062c\" } ",
	    " { \"a\" : 1.50 , \"text\" : \"BC\" } \n"},
	{"a list of pieces", letters, RESULT_PIECES, NULL, NULL,
	    "{\"text\":\"ab\"}", "{\"text\":[\"a\",\"b\"]}\n"},
	{"no piece", letters, RESULT_PIECES, NULL, NULL,
	    "{\"text\":\"\"}", "{\"text\":[]}\n"},
	{"pieces and their places", letters, RESULT_PIECES, NULL, "o",
	    "{\"text\":\"ab\"}",
	    "{\"text\":[{\"start\":0,\"length\":1,\"text\":\"a\"},"
	    "{\"start\":1,\"length\":1,\"text\":\"b\"}]}\n"},
	{"one record per piece", letters, RESULT_PIECES, "n", NULL,
	    "{\"text\":\"ab\",\"id\":7} ",
	    "{\"text\":\"a\",\"id\":7,\"n\":0} \n"
	    "{\"text\":\"b\",\"id\":7,\"n\":1} \n"},
	{"the number takes the place of one that is there", letters,
	    RESULT_PIECES, "id", NULL, "{\"id\":7,\"text\":\"ab\"}",
	    "{\"id\":0,\"text\":\"a\"}\n{\"id\":1,\"text\":\"b\"}\n"},
	{"the number is in escapes there", letters, RESULT_PIECES, "n", NULL,
	    "{\"\\u006e\":[1,2],\"text\":\"a\"}",
	    "{\"\\u006e\":0,\"text\":\"a\"}\n"},
	{"places of exploded pieces", letters, RESULT_PIECES, "n", "o",
	    "{\"text\":\"ab\"}",
	    "{\"text\":\"a\",\"start\":0,\"length\":1,\"n\":0}\n"
	    "{\"text\":\"b\",\"start\":1,\"length\":1,\"n\":1}\n"},
	{"members are added", describe, RESULT_OBJECT, NULL, NULL,
	    "{\"text\":\"ab\" }\r",
	    "{\"text\":\"ab\" ,\"n\":2,\"l\\\"\":[true]}\r\n"},
	{"a member that is there is replaced in its place", describe,
	    RESULT_OBJECT, NULL, NULL,
	    "{\"n\": {\"n\":[3]} , \"text\":\"a}\"}",
	    "{\"n\": 2 , \"text\":\"a}\",\"l\\\"\":[true]}\n"},
	{"a text, and members beside it", text_and_type, RESULT_TEXT, NULL,
	    NULL, "{\"type\":\"text/html\",\"text\":\"a\"}",
	    "{\"type\":\"text/plain\",\"text\":\"A\"}\n"},
	{"a record is dropped", drop_x, RESULT_TEXT, NULL, NULL,
	    "{\"text\":\"x\"}\n{\"text\":\"y\"}\n", "{\"text\":\"Y\"}\n"},
	{"a member of the record is read", lang, RESULT_OBJECT, NULL, NULL,
	    "{\"text\":\"\",\"lang\":\"e\\u006e\"}",
	    "{\"text\":\"\",\"lang\":\"e\\u006e\",\"found\":\"en\"}\n"},
	{"one inside another", lang, RESULT_OBJECT, NULL, NULL,
	    "{\"text\":\"\",\"meta\":{\"lang\":\"de\"}}",
	    "{\"text\":\"\",\"meta\":{\"lang\":\"de\"},\"found\":\"de\"}\n"},
	{"one that is no string", lang, RESULT_OBJECT, NULL, NULL,
	    "{\"text\":\"\",\"meta\":[],\"lang\":1}",
	    "{\"text\":\"\",\"meta\":[],\"lang\":1,\"found\":\"-\"}\n"},
	{"a byte order mark is passed over", upper, RESULT_TEXT, NULL, NULL,
	    "\xEF\xBB\xBF{\"text\":\"a\"}", "{\"text\":\"A\"}\n"},
	{"empty lines pass", upper, RESULT_TEXT, NULL, NULL,
	    "\n \n{\"text\":\"a\"}\n\n", "\n \n{\"text\":\"A\"}\n\n"},
};

START_TEST(each_record)
{
	struct source in = source_over(str_of(rows[_i].in));
	struct sink out = {0};
	struct record_options options = {.result = rows[_i].result,
	    .field = STR("text"), .explode = rows[_i].explode, .rejects = -1,
	    .most = 1 << 16};
	uint64_t number = 0;

	record_each(&in, "test", &out, rows[_i].filter,
	    (void *)(size_t)rows[_i].ctx, &options, &number);
	ck_assert_msg(strcmp(text_of(&out.buf), rows[_i].want) == 0, "%s: %s",
	    rows[_i].why, text_of(&out.buf));
	buf_free(&out.buf);
}
END_TEST

UNIT_MAIN("record", each_record, rows)
