/* SPDX-License-Identifier: MIT */
/*
 * The address that a page's references are resolved against: what its first
 * base element says (HTML 4.2.3), on the page's own address, which the caller
 * knows or a browser noted in the page when it saved it.
 */
#ifndef HTML_PARTS_PAGEBASE_H
#define HTML_PARTS_PAGEBASE_H

#include "html/token/event.h"

struct pagebase {
	struct buf url; /* empty: not known */
	bool based;     /* by an element of the page */
};

/* `known`: the page's address, or empty. */
struct pagebase pagebase_open(struct str known);

/* An element of the page, if it is one that says so. */
void pagebase_take(struct pagebase *, const struct element *);
void pagebase_free(struct pagebase *);

#endif
