/* SPDX-License-Identifier: MIT */
/*
 * A node as HTML, by HTML 13.3, "Serializing HTML fragments".
 */
#ifndef HTML_TREE_WRITE_H
#define HTML_TREE_WRITE_H

#include "base/sink.h"
#include "html/tree/tree.h"

/* An element with what is in it; any node; the document with its doctype. */
void write_node(struct sink *, xmlNodePtr);
void write_document(struct sink *, const struct tree *);

/* The value of an attribute; never NULL. */
const char *attribute_value(const xmlAttr *);

#endif
