/* SPDX-License-Identifier: MIT */
/*
 * The kept blocks of a page as a small clean document: headings, paragraphs,
 * lists, tables, code, quotes, links and images as the page had them, and
 * nothing of its dress.  What images say in place of themselves is written
 * with `captions` only.
 */
#ifndef HTML_MARKUP_H
#define HTML_MARKUP_H

#include "base/sink.h"
#include "html/story.h"

void markup_put(struct sink *, const struct page *,
    const struct story_verdict *, bool captions);

#endif
