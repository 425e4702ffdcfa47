/* SPDX-License-Identifier: MIT */
/*
 * Text written so that Markdown (CommonMark 0.30, pipe tables of GFM) reads
 * it back as itself.
 */
#ifndef HTML_RENDER_MARKDOWN_H
#define HTML_RENDER_MARKDOWN_H

#include <stdint.h>

#include "html/render/lines.h"

struct markdown {
	bool digits; /* the line so far is a number, as an item's may be */
};

/* Text; `in_cell`: of a pipe table. */
void markdown_text(struct markdown *, struct lines *, struct str,
    bool in_cell);

/* A link's destination. */
void markdown_url(struct buf *to, struct str url);

/* The longest run of backticks in it. */
size_t markdown_ticks(struct str);

/* A code span with its fence. */
void markdown_code(struct lines *, struct str, bool in_cell);

/* Whether c counts as punctuation beside emphasis; for sure, or perhaps. */
bool markdown_punct(uint32_t c, bool surely);

#endif
