/* SPDX-License-Identifier: MIT */
/*
 * The stack of open elements, and which of them a tag closes: the rules of
 * HTML 13.2.6.4.7 to 16 ("in body" to "in cell").  An end tag that closes
 * nothing is ignored; elements between it and its start are closed with it.  A
 * start tag closes what cannot hold it: a paragraph, an item, a cell, through
 * whatever was left open in there.
 *
 * Where a formatting element (b, a, …) ends around a block that is still open,
 * HTML moves the block out of it.  Here the block stays where it is, and the
 * element is marked as ended: text that follows is no longer in it.  One that
 * was left open in a paragraph ends with the paragraph.
 */
#ifndef HTML_READ_OPENELEMENTS_H
#define HTML_READ_OPENELEMENTS_H

#include "base/buf.h"
#include "html/token/tag.h"

struct openelements {
	/* private */
	struct buf entries, names;
	size_t base; /* entries below it are out of reach */
	unsigned count[TAG_OTHER + 1];
};

enum { OPENELEMENTS_ENDED = -1 };

void openelements_push(struct openelements *, const struct tag *, const char *name);
void openelements_pop(struct openelements *);
size_t openelements_depth(const struct openelements *);
/* The innermost element, which there is. */
const struct tag *openelements_top(const struct openelements *);
/* Whether the innermost element has been ended already and can be popped. */
bool openelements_top_ended(const struct openelements *);

/* How many of the innermost elements the start of `tag` closes. */
int openelements_start(const struct openelements *, const struct tag *);
/* Whether it needs a tr around it that is not there. */
bool openelements_wants_row(const struct openelements *, const struct tag *);
/* How many an end tag closes; or OPENELEMENTS_ENDED: none, but its element ended. */
int openelements_end(struct openelements *, const struct tag *, const char *name);

/* Whether what comes is foreign (13.2.6): in svg or math, no HTML in it. */
bool openelements_foreign(const struct openelements *);
/* How many to close for an element that svg and math cannot hold; or 0. */
int openelements_break_out(const struct openelements *, const struct tag *);

void openelements_free(struct openelements *);

#endif
