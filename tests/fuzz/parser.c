/* SPDX-License-Identifier: MIT */
/*
 * Any bytes read by the parser: what it reports is balanced, in elements that
 * have a bound to their depth and number, its text is clean, and all of it is
 * the same however the bytes are cut.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/parse/formatting.h"
#include "html/parse/parser.h"

struct seen {
	struct buf *out;
	const struct tag *open[4 * PARSER_DEPTH];
	size_t depth, elements;
};

static void
put(struct seen *s, char what, const struct tag *tag)
{
	buf_putc(s->out, what);
	buf_putc(s->out, (char)tag->id);
}

static void
start(void *ctx, const struct element *e)
{
	struct seen *s = ctx;

	holds(s->depth < sizeof s->open / sizeof *s->open);
	s->open[s->depth++] = e->tag;
	s->elements++;
	put(s, '\1', e->tag);
	if (e->attributes != NULL)
		for (const char *const *a = e->attributes; *a != NULL; a++)
			buf_puts(s->out, *a);
}

static void
end(void *ctx, const struct tag *tag)
{
	struct seen *s = ctx;

	holds(s->depth > 0 && s->open[s->depth - 1] == tag);
	s->depth--;
	put(s, '\2', tag);
}

static void
ended(void *ctx, const struct tag *tag)
{
	struct seen *s = ctx;
	bool open = false;

	for (size_t i = 0; i < s->depth; i++)
		open = open || s->open[i] == tag;
	holds(open);
	put(s, '\3', tag);
}

static void
text(void *ctx, struct str t)
{
	struct seen *s = ctx;

	holds(t.n > 0 && is_clean(t));
	buf_put(s->out, t.s, t.n);
}

static bool scripts;
static size_t length;

static void
run(struct source *in, struct buf *out)
{
	static const struct parser_reader reader = {start, end, ended, text};
	struct parser_options options = {.scripts = scripts, .json = !scripts};
	struct seen s = {.out = out};
	struct decode d;

	if (!decode_page_open(&d, in, NULL))
		return;
	decode_keep_nul(&d);
	parser_read(&d.source, &options, &reader, &s);
	holds(s.depth == 0);
	holds(s.elements <= (length + 1) * (FORMATTING_MOST + 4));
	decode_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str page = {(const char *)data, n};
	struct buf out = {0};

	scripts = n % 3 == 0;
	length = n;
	same_in_pieces(page, n % 9 + 1, &out, run);
	buf_free(&out);
	return 0;
}
