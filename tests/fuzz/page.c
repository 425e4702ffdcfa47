/* SPDX-License-Identifier: MIT */
/*
 * Any bytes read as a page: what shows is clean text, and the events are the
 * same and balanced however the bytes are cut.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/read/flow.h"

struct seen {
	struct buf *out;
	int depth;
};

static void
enter(void *data, const struct element *e)
{
	struct seen *s = data;

	s->depth++;
	buf_putc(s->out, '\1');
	buf_puts(s->out, e->tag->name);
}

static void
leave(void *data, const struct tag *tag)
{
	struct seen *s = data;

	holds(s->depth-- > 0);
	buf_putc(s->out, '\2');
	buf_puts(s->out, tag->name);
}

static void
text(void *data, struct str t)
{
	struct seen *s = data;

	holds(t.n > 0 && is_clean(t));
	buf_put(s->out, t.s, t.n);
}

static bool all;

static void
run(struct source *in, struct buf *out)
{
	static const struct flow_reader reader = {enter, leave, text, NULL, NULL};
	struct flow_options options = {.all = all};
	struct seen s = {.out = out};
	struct decode d;

	if (!decode_page_open(&d, in, NULL))
		return;
	flow_read(&d.source, &options, &reader, &s);
	holds(s.depth == 0);
	decode_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str page = {(const char *)data, n};
	struct buf out = {0};

	all = n % 3 == 0;
	same_in_pieces(page, n % 9 + 1, &out, run);
	buf_free(&out);
	return 0;
}
