/* SPDX-License-Identifier: MIT */
/*
 * What a page says of itself: its title, its address, its kind; and the text
 * that its JSON-LD tells (schema.org: articleBody, a recipe's ingredients and
 * steps, questions and answers), which a page that waits for a script may not
 * show.
 */
#ifndef HTML_PAGE_PAGEABOUT_H
#define HTML_PAGE_PAGEABOUT_H

#include "html/page/page.h"
#include "html/read/flow.h"

/* What an element of the head says, or a script of data. */
void pageabout_read(struct page *, const struct element *, struct str text);

/*
 * The headline and the text told, as HTML: a paragraph a line; nothing where no
 * text is told.  The caller frees it.
 */
struct buf pageabout_told(const struct page *);

#endif
