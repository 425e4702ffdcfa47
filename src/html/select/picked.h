/* SPDX-License-Identifier: MIT */
/*
 * A node that was picked, as it is written: HTML, text, Markdown, the value of
 * an attribute, or an object.  No control but TAB and LF gets out.
 */
#ifndef HTML_SELECT_PICKED_H
#define HTML_SELECT_PICKED_H

#include "html/render/paint.h"
#include "html/tree/tree.h"
#include "notation/object.h"

enum picked_form {
	PICKED_HTML, PICKED_TEXT, PICKED_MARKDOWN, PICKED_ATTRIBUTE,
	PICKED_OBJECT
};

struct picked_options {
	enum picked_form form;
	const char *attribute;      /* whose value is wanted */
	struct paint_options paint; /* of text and Markdown; its base */
};

/* What stands in the page's <base>, or what is given; for addresses. */
void picked_base(const struct picked_options *, const struct tree *,
    struct buf *base);

/*
 * One node without a line's end.  False: it has not the attribute that is
 * wanted.  `base` as picked_base gave it.
 */
bool picked_put(const struct picked_options *, struct str base,
    const xmlNode *, struct buf *to);

/* The same as a value of an array in an object; false as above. */
bool picked_add(const struct picked_options *, struct str base,
    const xmlNode *, struct object *);

/* Bytes without the controls that a terminal would obey. */
void picked_clean(struct buf *to, struct str);

#endif
