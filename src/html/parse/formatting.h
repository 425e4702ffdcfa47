/* SPDX-License-Identifier: MIT */
/*
 * The list of active formatting elements (HTML 13.2.4.3): b, a, font … that
 * have started and whose end tag has not come, though what they stood in may
 * have ended.  Those that are not open are opened again before the next text.
 *
 * Markers part the list: what stood outside a table cell is not opened again
 * inside it.  Behind the last marker at most 3 elements are alike (the
 * Standard's "Noah's Ark clause") and at most FORMATTING_MOST stand (ours), the
 * latest, so that a page cannot make each of its paragraphs cost what all its
 * tags do.
 */
#ifndef HTML_PARSE_FORMATTING_H
#define HTML_PARSE_FORMATTING_H

#include <stdbool.h>

#include "base/buf.h"
#include "html/token/tag.h"

enum { FORMATTING_MOST = 32 };

struct formatting_item {
	const struct tag *tag; /* NULL: a marker */
	size_t depth;          /* on the stack, one more than the position; or 0 */
	int count;             /* of strings */
	struct buf strings;    /* names and values, as struct attributes has them */
};

struct formatting {
	struct formatting_item *items;
	size_t n;

	/* private */
	size_t cap;
};

/*
 * An element at the end of the list.  Returns the depth on the stack of one
 * that had to leave for it; 0: none that is open.
 */
size_t formatting_push(struct formatting *, const struct tag *, size_t depth,
    int count, struct str strings);
void formatting_mark(struct formatting *);

/* Take out the item at an index; or all to the last marker, with it. */
void formatting_remove(struct formatting *, size_t index);
void formatting_clear(struct formatting *);

/* The last item of a tag behind the last marker: its index and one; 0: none. */
size_t formatting_find(const struct formatting *, enum tag_id);
/* The element at a depth of the stack is not open any more. */
void formatting_closed(struct formatting *, size_t depth);
/* The first item of those at the end that are not open. */
size_t formatting_first_closed(const struct formatting *);
void formatting_free(struct formatting *);

#endif
