/* SPDX-License-Identifier: MIT */
/*
 * Any selector (up to the first line end) on any page: it is refused with a
 * reason, or what it finds is found again; the tree's serialization is the
 * same however the page is cut.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/select/selector.h"
#include "html/tree/write.h"

static void
run(struct source *in, struct buf *out)
{
	struct sink k = {.buf = *out};
	struct decode d;
	struct tree tree;

	if (!decode_page_open(&d, in, "utf-8"))
		return;
	tree_read(&tree, &d.source, 100000);
	write_document(&k, &tree);
	tree_free(&tree);
	decode_close(&d);
	*out = k.buf;
}

static void
match(struct selector *s, struct str page)
{
	struct source in = source_over(page);
	struct buf once = {0}, twice = {0};
	struct decode d;
	struct tree tree;

	if (!decode_page_open(&d, &in, "utf-8"))
		return;
	tree_read(&tree, &d.source, 100000);
	selector_match(s, &tree, &once);
	selector_match(s, &tree, &twice);
	holds(str_eq(buf_str(&once), buf_str(&twice)));
	tree_free(&tree);
	decode_close(&d);
	buf_free(&once);
	buf_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const char *s = (const char *)data, *lf = n > 0 ? memchr(s, '\n', n)
	    : NULL;
	struct selector *selector;
	struct buf text = {0}, html = {0};
	const char *why = NULL;
	struct str page;
	size_t at = 0;

	if (lf == NULL)
		return 0;
	page = (struct str){lf + 1, n - (size_t)(lf + 1 - s)};
	same_in_pieces(page, n % 13 + 1, &html, run);
	buf_put(&text, s, (size_t)(lf - s));
	buf_putc(&text, '\0');
	selector = selector_parse(text.s, &why, &at);
	holds(selector != NULL || (why != NULL && at <= strlen(text.s)));
	if (selector != NULL) {
		match(selector, page);
		selector_free(selector);
	}
	buf_free(&text);
	buf_free(&html);
	return 0;
}
