/* SPDX-License-Identifier: MIT */
/*
 * Any bytes read as a page: its links are clean text, bounded, and the same
 * however the bytes are cut.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/parts/pagelink.h"
#include "html/write/link.h"

static void
put(void *ctx, const struct pagelink *l)
{
	struct buf *out = ctx;

	holds(is_clean(l->url) && is_clean(l->text) && is_clean(l->rel));
	holds(l->url.n <= LINK_MOST && l->text.n <= PAGELINK_TEXT);
	buf_put(out, l->url.s, l->url.n);
	buf_putc(out, '\t');
	buf_put(out, l->text.s, l->text.n);
	buf_putc(out, '\n');
}

static void
run(struct source *in, struct buf *out)
{
	struct pagelink_options how = {.kinds = (1U << LINK_KINDS) - 1,
	    .all = true, .base = STR("http://a.example/b?c")};
	struct decode d;

	if (!decode_page_open(&d, in, NULL))
		return;
	pagelink_read(&d.source, &how, put, out);
	decode_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf out = {0};

	same_in_pieces((struct str){(const char *)data, n}, n % 9 + 1, &out,
	    run);
	buf_free(&out);
	return 0;
}
