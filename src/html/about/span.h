/* SPDX-License-Identifier: MIT */
/*
 * Spans: elements that are named after authors or dates (class, id, itemprop,
 * rel, property, time), or lead to an author.
 */
#ifndef HTML_ABOUT_SPAN_H
#define HTML_ABOUT_SPAN_H

#include "html/about/evidence.h"

/*
 * An element begins in `places`, with names of its own that say `own`; it is
 * kept where it is a span.  At the end of an element those of its depth, and
 * deeper ones, are over.
 */
void span_open(struct about *, const struct element *, unsigned places,
    unsigned own, int region, int depth);
void spans_close(struct about *, int depth);

/* Whether a list of words has one, with a prefix ("schema:author") or without. */
bool span_has_token(const char *list, const char *word);

#endif
