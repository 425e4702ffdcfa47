/* SPDX-License-Identifier: MIT */
/*
 * The parser: clean UTF-8 (text/encoding/decode) to elements and text in
 * document order, balanced, in linear time and without a tree.  It is HTML
 * 13.2.6, as far as a reader of text can tell (builder.h), but for this:
 *
 *   - html, head, body, and a tbody or colgroup that the page does not write
 *     are not reported;
 *   - a part of a table outside a table is reported empty, as a break;
 *   - script and style are not reported, or as TAG_RAWTEXT with the text where
 *     the options ask for it, and for TeX (type math/tex);
 *   - elements deeper than PARSER_DEPTH are flattened, their text stays;
 *   - of text in a table but in no cell, which comes before the table, that of
 *     a table in a table, or of one too long to be held, stays in its place;
 *   - an iframe's srcdoc is reported as a div before it;
 *   - noscript is moved to the end of the page, where it is known whether the
 *     page had any other text (not with `in_place`); one too long to wait for
 *     stays where it is.
 *
 * What the page says of itself outside any element is reported as
 * <meta name="winnow-lang">, the html tag's language, and
 * <meta name="winnow-url">, the address in a leading comment.
 */
#ifndef HTML_PARSE_PARSER_H
#define HTML_PARSE_PARSER_H

#include <stdbool.h>

#include "base/source.h"
#include "html/token/event.h"

enum {
	PARSER_DEPTH = 512,            /* open elements, as browsers have it */
	PARSER_NOSCRIPT = 1024 * 1024, /* bytes of noscript that wait */
	PARSER_TABLE = 256 * 1024      /* bytes of a table that is held */
};

struct parser_options {
	bool scripts; /* report script and style, as text */
	bool in_place; /* noscript stays where it is; `scripts` implies it */
	bool json;    /* report scripts of type application/ld+json */
};

struct parser_reader {
	void (*start)(void *ctx, const struct element *);
	void (*end)(void *ctx, const struct tag *);
	/* An open element has ended for the text that follows: openelements.h. */
	void (*ended)(void *ctx, const struct tag *);
	/* Any piece of a text, in whole code points. */
	void (*text)(void *ctx, struct str);
};

void parser_read(struct source *page, const struct parser_options *,
    const struct parser_reader *, void *ctx);

#endif
