/* SPDX-License-Identifier: MIT */
/*
 * Namespaces in XML, and xml:base, of the elements that are open: an element's
 * prefix stands for what the nearest declaration around it says.  At most
 * XMLNS_MOST declarations are in force at a time; more are not seen, so that
 * the work is linear.
 */
#ifndef PACK_SYNTAX_XMLNS_H
#define PACK_SYNTAX_XMLNS_H

#include "pack/syntax/xml.h"

enum { XMLNS_MOST = 64 };

struct xmlns_mark {
	size_t at; /* in the text: where it was declared */
	size_t prefix_at, prefix_n, value_at, value_n;
	int depth; /* of its element */
};

struct xmlns {
	struct buf text; /* prefixes and values */
	struct xmlns_mark marks[XMLNS_MOST];
	int n, depth;
};

/* An element is opened: its tag is the token at hand. */
void xmlns_open(struct xmlns *, const struct xml *);
void xmlns_close(struct xmlns *);
void xmlns_free(struct xmlns *);

/* What the prefix of a name stands for; empty: no declaration. */
struct str xmlns_of(const struct xmlns *, struct str name);

/* The address that relative ones are resolved against; empty: none. */
struct str xmlns_base(const struct xmlns *);

#endif
