/* SPDX-License-Identifier: MIT */
/*
 * The kept blocks of a page as a small clean document: headings, paragraphs,
 * lists, tables, code, quotes, links and images as the page had them, and
 * nothing of its dress.  What images say in place of themselves is written
 * with `captions` only.
 */
#ifndef HTML_EXTRACT_CLEANPAGE_H
#define HTML_EXTRACT_CLEANPAGE_H

#include "base/sink.h"
#include "html/extract/content.h"

void cleanpage_put(struct sink *, const struct page *,
    const struct content_verdict *, bool captions);

#endif
