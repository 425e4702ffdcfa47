/* SPDX-License-Identifier: MIT */
#include "pack/page/pagetext.h"

#include "pack/page/webpage.h"
#include "pack/syntax/xml.h"

static void
put_piece(void *ctx, struct str piece)
{
	struct buf escaped = {0};

	xml_escape(&escaped, piece);
	sink_put(ctx, escaped.s, escaped.n);
	buf_free(&escaped);
}

void
pagetext_put(struct sink *out, struct str text, struct str charset,
    struct str title)
{
	sink_puts(out, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
	    "<title>");
	put_piece(out, title);
	sink_puts(out, "</title></head>\n<body><pre>\n");
	webpage_each(text, charset, put_piece, out);
	if (text.n > 0 && text.s[text.n - 1] != '\n')
		sink_putc(out, '\n');
	sink_puts(out, "</pre></body></html>\n");
}
