/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page, stripped: clean, the same however the bytes are cut,
 * no word that the page does not have or has elsewhere, and unchanged when
 * stripped again.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/extract/cleanpage.h"
#include "html/extract/content.h"
#include "html/read/flow.h"

static struct content_options options;
static const struct cleanpage_options clean;

static void
run(struct source *in, struct buf *out)
{
	struct sink k = {.buf = *out};
	struct page page = {0};
	struct content_verdict *v;
	struct decode d;

	if (!decode_page_open(&d, in, NULL))
		return;
	page_read(&page, &d.source);
	v = content_judge(&page, &options, &content_model);
	cleanpage_put(&k, &page, v, &clean);
	free(v);
	page_free(&page);
	decode_close(&d);
	*out = k.buf;
}

static void
enter(void *data, const struct element *e)
{
	(void)data;
	(void)e;
}

static void
leave(void *data, const struct tag *tag)
{
	(void)data;
	(void)tag;
}

static void
text(void *data, struct str t)
{
	put_squeezed(data, t);
}

/* The text of a page, `all` or what is shown of it, without white space. */
static void
text_of(struct str page, bool all, struct buf *out)
{
	static const struct flow_reader reader = {enter, leave, text, NULL, NULL};
	struct flow_options how = {.all = all};
	struct source in = source_over(page);
	struct decode d;

	if (!decode_page_open(&d, &in, NULL))
		return;
	flow_read(&d.source, &how, &reader, out);
	decode_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str page = {(const char *)data + 1, n - 1};
	struct source again;
	struct buf once = {0}, twice = {0}, shown = {0};
	struct buf all = {0}, part = {0};

	if (n == 0)
		return 0;
	options = (struct content_options){.no_title = data[0] & 1,
	    .byline = data[0] & 2, .captions = data[0] & 4,
	    .comments = data[0] & 8, .all_headings = data[0] & 16,
	    .drop_unsure = data[0] & 32, .lean = (data[0] >> 6) * 80 - 80};
	same_in_pieces(page, n % 13 + 1, &once, run);
	holds(is_clean(buf_str(&once)));
	text_of(page, false, &shown);
	text_of(page, true, &all);
	text_of(buf_str(&once), false, &part);
	/* A page with hardly a word to see is read with what it hides. */
	holds(is_subsequence(&part, &shown) || is_subsequence(&part, &all));
	again = source_over(buf_str(&once));
	run(&again, &twice);
	holds(str_eq(buf_str(&once), buf_str(&twice)));
	buf_free(&once);
	buf_free(&twice);
	buf_free(&shown);
	buf_free(&all);
	buf_free(&part);
	return 0;
}
