/* SPDX-License-Identifier: MIT */
/*
 * A formula as a tree, between math.c, which builds it, and mathline.c, which
 * writes it as a line.  Nobody else includes it.
 */
#ifndef HTML_READ_MATHTREE_H
#define HTML_READ_MATHTREE_H

#include "html/read/math.h"

/* An element, or a text (no tag).  Node 0 is the whole; a link 0 is none. */
struct node {
	const struct tag *tag;
	struct str text;
	const char *open, *close, *separators; /* of mfenced */
	bool atop; /* mfrac without a line */
	size_t child, next;
};

struct formula {
	struct node *nodes;
	size_t n, cap;
	struct buf tex;
};

enum tag_id math_id_of(const struct formula *, size_t node);
/* An element whose content is text, or a text. */
bool math_is_token(enum tag_id);
/* The child `k` of a node, 0 if there is none; blank texts do not count. */
size_t math_child_of(const struct formula *, size_t node, int k);
/* Through elements that only group one thing. */
size_t math_unwrapped(const struct formula *, size_t node);

/* The children of node 0 as a line. */
void math_put_line(const struct formula *, struct buf *);

#endif
