/* SPDX-License-Identifier: MIT */
/*
 * A page as a stream of visible elements and the text in them: what
 * html2text paints as it comes and boilerstrip collects.
 *
 * White space is as CSS has it (white-space: normal): runs collapse across
 * the borders of inline elements, and are gone at the edges of a line, that
 * is around br and wherever an element that is not inline begins or ends.
 * A space stays with the word after it, so a text may begin with one and
 * never ends with one.  In pre and textarea text stays as it is, line feeds
 * included.  Soft hyphen, zero width space, word joiner and U+FEFF are gone;
 * U+00A0 is still itself.
 *
 * Elements that are not shown are left out with all they hold: HTML's own
 * (script, template …), hidden (but what React streams to be moved into its
 * place), popover, those that their style hides (html/read/style), unselected
 * options, the fallback in iframe, video, canvas and of an object that a
 * browser can show; noscript where the page has other text; all of svg but
 * text, each a word apart, and the HTML in foreignObject.
 *
 * An inline element that its style makes a block is in a TAG_DIV of its own.
 * Where a style keeps white space a line's end is a TAG_BR and a blank that
 * would collapse U+00A0.  A shadow root (template shadowrootmode) is a
 * TAG_DIV.  A line in which only a zero width space stands holds a U+00A0.
 */
#ifndef HTML_READ_FLOW_H
#define HTML_READ_FLOW_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/source.h"
#include "html/parse/parser.h"

enum { FLOW_ABOUT = 1024 * 1024 }; /* bytes of a title or script given */

struct flow_reader {
	/* Balanced; br, img, hr, input … enter and leave, too. */
	void (*enter)(void *ctx, const struct element *);
	void (*leave)(void *ctx, const struct tag *);
	void (*text)(void *ctx, struct str);
	/*
	 * What the page says of itself: meta, link, base; title with its text
	 * and, where `json` is set, TAG_RAWTEXT with the data; the latter two
	 * as they end.  May be NULL.
	 */
	void (*about)(void *ctx, const struct element *, struct str text);
	/* What an open element does to text ends (openelements.h).  May be NULL. */
	void (*ended)(void *ctx, const struct tag *);
};

struct flow_options {
	bool panels; /* boxes that attributes hide, too: tabs, accordions */
	bool all;    /* what is not shown, too, as if its box were BOX_LINE */
	bool json;   /* application/ld+json comes as an about */
	bool pictures; /* an img is a part of its line, even without a text */
	bool alt;    /* what stands for a picture or a list of choices is text:
	                alt in img, title and desc of svg in TAG_DESC, and the
	                first option of a select in which none is selected */
};

/* Whether an element's own attributes say that it is not shown. */
bool flow_hides(const struct element *);

/* `page` is clean UTF-8 (text/encoding/decode). */
void flow_read(struct source *page, const struct flow_options *,
    const struct flow_reader *, void *ctx);

/* How many bytes at `s` are an invisible one: U+00AD, 200B, 2060, FEFF. */
size_t flow_invisible(const char *s, const char *end);

#endif
