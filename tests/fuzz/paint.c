/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page, painted (the first byte picks how): clean lines, the
 * last one ended, the same however the bytes are cut; and lines that are
 * wrapped have the same characters as those that are not, beside each other
 * where cells of a table wrap, but for the signs that part what stands on one
 * line in a cell and on several where it wraps.
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

/* How often each byte is there, but white space and signs between items. */
static void
count_bytes(struct str text, size_t counts[256])
{
	memset(counts, 0, 256 * sizeof *counts);
	for (size_t i = 0; i < text.n; i++)
		if (memchr(" \n\t,;:/-", text.s[i], 8) == NULL)
			counts[(unsigned char)text.s[i]]++;
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
		size_t here[256], there[256];

		options.width = 20;
		run(&whole, &narrow);
		count_bytes(buf_str(&out), here);
		count_bytes(buf_str(&narrow), there);
		holds(memcmp(here, there, sizeof here) == 0);
	}
	buf_free(&out);
	buf_free(&narrow);
	return 0;
}
