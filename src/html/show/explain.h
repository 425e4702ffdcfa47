/* SPDX-License-Identifier: MIT */
/*
 * What was made of each block of a page, as rows of a table (TSV): verdict,
 * score, reason, unit, element, text.
 */
#ifndef HTML_SHOW_EXPLAIN_H
#define HTML_SHOW_EXPLAIN_H

#include "base/sink.h"
#include "html/extract/content.h"

/* `file`: the first cell of each row; NULL: there is no such column. */
void explain_put(struct sink *, const struct page *,
    const struct content_verdict *, const char *file);

#endif
