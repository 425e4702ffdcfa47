/* SPDX-License-Identifier: MIT */
/*
 * A page as boilerstrip judged it, to open in a browser: its own bytes with
 * each block marked in place, and a list of the blocks beside it.
 *
 * The file is whole by itself and asks the network for nothing.  Scripts,
 * frames, forms' targets, event attributes, addresses and what style sheets
 * would fetch are left out; a Content-Security-Policy forbids them besides.
 * Styles that the page holds itself are kept.
 */
#ifndef HTML_SHOW_SHOW_H
#define HTML_SHOW_SHOW_H

#include "base/sink.h"
#include "html/extract/content.h"

/* `bytes` are the page's, clean UTF-8; `file` names it. */
void show_put(struct sink *, struct str bytes, const struct page *,
    const struct content_verdict *, const char *file);

#endif
