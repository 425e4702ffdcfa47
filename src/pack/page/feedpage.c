/* SPDX-License-Identifier: MIT */
#include "pack/page/feedpage.h"

#include "pack/syntax/xml.h"

void
feedpage_put(struct buf *page, struct str title, struct str base,
    struct str body)
{
	buf_puts(page, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">");
	if (base.n > 0) {
		buf_puts(page, "<base href=\"");
		xml_escape(page, base);
		buf_puts(page, "\">");
	}
	buf_puts(page, "<title>");
	xml_escape(page, title);
	buf_puts(page, "</title></head>\n<body><article>");
	if (title.n > 0) {
		buf_puts(page, "<h1>");
		xml_escape(page, title);
		buf_puts(page, "</h1>");
	}
	buf_puts(page, "\n");
	buf_put(page, body.s, body.n);
	buf_puts(page, "\n</article></body></html>\n");
}

void
feedpage_lines(struct buf *to, struct str text)
{
	while (text.n > 0) {
		const char *end = memchr(text.s, '\n', text.n);
		size_t n = end != NULL ? (size_t)(end - text.s) : text.n;

		xml_escape(to, (struct str){text.s, n});
		if (end != NULL)
			buf_puts(to, "<br>\n");
		n += end != NULL;
		text.s += n;
		text.n -= n;
	}
}
