/* SPDX-License-Identifier: MIT */
/*
 * The kept blocks of a page as a small clean document: headings, paragraphs,
 * lists, tables, code, quotes, links and images as the page had them, and
 * nothing of its dress.
 */
#ifndef HTML_EXTRACT_CLEANPAGE_H
#define HTML_EXTRACT_CLEANPAGE_H

#include "base/sink.h"
#include "html/extract/content.h"

struct cleanpage_options {
	bool alt;      /* what images say in place of themselves, everywhere */
	bool no_links; /* the text of links alone */
};

void cleanpage_put(struct sink *, const struct page *,
    const struct content_verdict *, const struct cleanpage_options *);

#endif
