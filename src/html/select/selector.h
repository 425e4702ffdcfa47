/* SPDX-License-Identifier: MIT */
/*
 * CSS selectors: Selectors Level 3, and of Level 4 :is, :where, :not and :has
 * with lists, :nth-child(... of ...), :any-link, :required, :optional, and the
 * flags i and s of attributes.  What only a person at a browser can make true
 * (:hover, :visited, ::before) matches nothing.
 *
 * Names match as in a page in a browser: those of HTML elements and of their
 * attributes in any case; classes and ids in any case where the page asks for
 * quirks; the values of some attributes in any case (HTML 4.16.2).  A name
 * without a namespace matches in any; html|, svg| and math| are known.
 *
 * A selector is matched against all elements at once, compound by compound:
 * the work is elements times compounds, also of :has, whatever is nested.
 */
#ifndef HTML_SELECT_SELECTOR_H
#define HTML_SELECT_SELECTOR_H

#include "base/buf.h"
#include "html/tree/tree.h"

struct selector;

/*
 * What is written in `text`; NULL: it is no selector, and *why says what is
 * wrong, *at where, in bytes.
 */
struct selector *selector_parse(const char *text, const char **why,
    size_t *at);
void selector_free(struct selector *);

/* The elements that match, in document order, as xmlNodePtr into `to`. */
void selector_match(struct selector *, const struct tree *, struct buf *to);

#endif
