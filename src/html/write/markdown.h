/* SPDX-License-Identifier: MIT */
/*
 * Text written so that Markdown (CommonMark 0.30, pipe tables of GFM) reads
 * it back as itself.
 */
#ifndef HTML_WRITE_MARKDOWN_H
#define HTML_WRITE_MARKDOWN_H

#include <stdint.h>

#include "html/write/lines.h"

/* Where a text stands. */
struct markdown_place {
	bool cell;    /* in a pipe table */
	bool heading; /* in a heading: no other block can begin */
	bool linked;  /* in a link: no address is one of its own */
	bool link_next; /* a link is what comes behind it */
};

/*
 * A text, whole as far as no element parts it: what a character means hangs
 * on its neighbours, and an end is taken for any of them.
 */
void markdown_text(struct lines *, struct str, struct markdown_place);

/* A link's destination. */
void markdown_url(struct buf *to, struct str url);

/* A title of a link or an image: a blank and "…"; nothing if it is empty. */
void markdown_title(struct buf *to, const char *title, bool in_cell);

/* The longest run of backticks in it. */
size_t markdown_ticks(struct str);

/* A code span with its fence. */
void markdown_code(struct lines *, struct str, bool in_cell);

/* Unicode's blanks but U+0020: emphasis must not touch them (2.1). */
bool markdown_blank(uint32_t c);

/* Whether c counts as punctuation beside emphasis; for sure, or perhaps. */
bool markdown_punct(uint32_t c, bool surely);

#endif
