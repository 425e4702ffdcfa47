/* SPDX-License-Identifier: MIT */
/*
 * The tree of a page: clean UTF-8 to the nodes that a browser without scripts
 * makes of it, by the tree construction of HTML 13.2.6.  The nodes are
 * libxml2's, so that its XPath can search them.
 *
 * HTML elements have no namespace, those of svg and math theirs.  Names are
 * the page's bytes in lower case (svg's as 13.2.6.5 corrects them), also where
 * XML would not have them.  The content of a template is not in the tree; it
 * hangs at the element (tree_content).  No two texts are siblings but where
 * an element between them was moved.
 *
 * Where it differs from the Standard: elements deeper than TREE_DEPTH become
 * siblings, as in browsers; of formatting elements that are left open the last
 * TREE_FORMATTING go on in the next block, so that a page cannot make each of
 * its paragraphs hold what all its tags do; the names of tags are cut as html/token/attribute
 * says; controls that a reference names are left out; a form feed is a space.
 */
#ifndef HTML_TREE_TREE_H
#define HTML_TREE_TREE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/source.h"

enum { TREE_DEPTH = 512 /* open elements */, TREE_FORMATTING = 32 };

struct tree {
	xmlDocPtr doc;
	struct buf doctype; /* its name; empty: the page has none */
	bool quirks;        /* 13.2.6.4.1: "quirks mode" */
	bool full;          /* the page has more nodes than were asked for */
	size_t nodes;       /* elements, attributes, texts, comments */
	size_t elements;    /* of these; more than the tree has, if some went */
};

/*
 * At most about `most` nodes; released by tree_free.  There is one tree at a
 * time (html/tree/arena).
 */
void tree_read(struct tree *, struct source *page, size_t most);
void tree_free(struct tree *);

/* Where the children of a node hang: a template's elsewhere. */
static inline xmlNodePtr
tree_content(xmlNodePtr node)
{
	return node->_private != NULL ? node->_private : node;
}

#endif
