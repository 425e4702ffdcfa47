/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page, painted (the first byte picks how): clean lines, the
 * last one ended, the same however the bytes are cut; and lines that are
 * wrapped have the same text as those that are not, but for the signs that part
 * what stands on one line in a cell of a table and on several where it wraps.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/render/paint.h"

static struct paint_options options;
static bool numbered;

static void
run(struct source *in, struct buf *out)
{
	struct sink k = {.buf = *out};
	struct links links;
	struct decode d;

	if (!decode_page_open(&d, in, NULL))
		return;
	links = links_open();
	options.links = numbered ? &links : NULL;
	paint(&d.source, &k, &options);
	links_free(&links);
	decode_close(&d);
	*out = k.buf;
}

/* Without white space, and without signs between items and cells. */
static void
squeeze(struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (memchr(" \n\t,;-", b->s[i], 6) == NULL)
			b->s[n++] = b->s[i];
	b->n = n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str page = {(const char *)data + 1, n - 1};
	struct source whole = source_over(page);
	struct buf out = {0}, narrow = {0};

	if (n == 0)
		return 0;
	options = (struct paint_options){.all = data[0] & 1,
	    .images = data[0] & 2, .markdown = data[0] & 4,
	    .title = data[0] & 8, .tsv = data[0] & 16};
	numbered = data[0] & 32;
	same_in_pieces(page, n % 13 + 1, &out, run);
	holds(out.n == 0 || out.s[out.n - 1] == '\n');
	holds(is_clean(buf_str(&out)));
	holds(out.n == 0 || (memchr(out.s, '\r', out.n) == NULL &&
	    memchr(out.s, '\f', out.n) == NULL));
	if (!options.markdown && !options.tsv) {
		options.width = 20;
		run(&whole, &narrow);
		squeeze(&out);
		squeeze(&narrow);
		holds(str_eq(buf_str(&out), buf_str(&narrow)));
	}
	buf_free(&out);
	buf_free(&narrow);
	return 0;
}
