/* SPDX-License-Identifier: MIT */
/*
 * What was picked of a page, written: the nodes, how many they are, the page
 * without them, or the value of an XPath.
 */
#ifndef HTML_SELECT_PICK_H
#define HTML_SELECT_PICK_H

#include <libxml/xpath.h>

#include "html/select/picked.h"
#include "program/document.h"

struct pick {
	struct picked_options how; /* of each node */
	bool count;     /* only how many they are */
	bool invert;    /* the page without them */
	bool quiet;     /* nothing is written */
	bool nul;       /* NUL behind each, not a line's end */
	bool names;     /* with `count`: the file's name */
	long most;      /* nodes of a page; -1: all */
	uint64_t found; /* in all pages */
};

void pick_nodes(struct pick *, struct document *, const struct tree *,
    const xmlNodePtr *nodes, size_t n);

/* What an XPath gives: nodes, or a value. */
void pick_result(struct pick *, struct document *, const struct tree *,
    xmlXPathObjectPtr);

#endif
