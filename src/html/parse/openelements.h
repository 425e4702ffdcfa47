/* SPDX-License-Identifier: MIT */
/*
 * The stack of open elements (HTML 13.2.4.2), and what may be asked of it.
 *
 * Positions count from 0, the outermost element.  html and body are not on it:
 * below position 0 is the page.  Where the Standard takes an element out of
 * the stack and leaves its content there, the element is marked as `ended`: it
 * stays until its content has ended, and no question finds it any more.
 */
#ifndef HTML_PARSE_OPENELEMENTS_H
#define HTML_PARSE_OPENELEMENTS_H

#include <stdbool.h>

#include "base/buf.h"
#include "html/token/tag.h"

enum element_space { SPACE_HTML, SPACE_SVG, SPACE_MATH };

enum element_kind {
	KIND_SPECIAL = 1,       /* 13.2.4.2, "special" */
	KIND_FORMATTING = 2,    /* 13.2.4.3 */
	KIND_IMPLIED_END = 4,   /* its end tag may be implied (13.2.6.3) */
	KIND_ENDS_P = 8,        /* its start ends a p (13.2.6.4.7) */
	KIND_SCOPE = 16,        /* the ends of the scopes of 13.2.4.2 */
	KIND_LIST_SCOPE = 32,   /*   of list item scope, beside them */
	KIND_BUTTON_SCOPE = 64, /*   of button scope */
	KIND_TABLE_SCOPE = 128, /*   of table scope, alone */
	KIND_HOLDS_ITEMS = 256, /* ends the search for an li, dd or dt */
	KIND_BREAKS_OUT = 512   /* cannot be in svg or math (13.2.6.5) */
};

/* How tokens are read in an element: the insertion modes of 13.2.6.4. */
enum insertion_mode {
	MODE_PAGE, /* as for the page, since the element has none of its own */
	MODE_HEAD, /* before the body begins */
	MODE_BODY,
	MODE_TABLE,
	MODE_CAPTION,
	MODE_COLGROUP,
	MODE_TBODY,
	MODE_ROW,
	MODE_CELL,
	MODE_TEMPLATE,
	MODE_FRAMESET
};

struct open_element {
	const struct tag *tag;
	size_t name;           /* in `names`, if the tag is TAG_OTHER */
	size_t context;        /* depth of the element that gives the mode */
	enum insertion_mode mode;
	enum element_space space;
	unsigned kinds;        /* of enum element_kind */
	bool ended;
	bool silent;           /* not reported */
	bool fostered;         /* in the held table, but reported before it */
	bool listed;           /* in the list of active formatting elements */
	bool marker;           /* and a marker there came with it */
	bool html_point;       /* an HTML integration point (13.2.6) */
	bool text_point;       /* a MathML text integration point */
};

struct openelements {
	struct open_element *at;
	size_t depth;
	size_t base; /* elements below this position are out of reach */

	/* private */
	size_t cap;
	struct buf names;
	unsigned count[TAG_OTHER + 1]; /* HTML elements that have not ended */
};

/* The kinds of an HTML element. */
unsigned element_kinds(const struct tag *);

/* The element is good until the next push. */
struct open_element *openelements_push(struct openelements *,
    const struct tag *, const char *name, enum element_space);
void openelements_pop(struct openelements *);
/* The element at a position is no longer among those that are asked for. */
void openelements_end(struct openelements *, size_t at);
void openelements_free(struct openelements *);

static inline struct open_element *
openelements_top(const struct openelements *o)
{
	return o->depth > o->base ? &o->at[o->depth - 1] : NULL;
}

static inline bool
openelements_top_is(const struct openelements *o, enum tag_id id)
{
	const struct open_element *e = openelements_top(o);

	return e != NULL && e->tag->id == id && e->space == SPACE_HTML;
}

/*
 * The searches give a depth: one more than the position of what they find, so
 * that 0 is nothing.  They begin at the innermost element and end at the first
 * of the kinds `stops`.
 */

/* The innermost HTML element that is an `a` or a `b`. */
size_t openelements_find(const struct openelements *, enum tag_id a,
    enum tag_id b, unsigned stops);
/* The innermost heading in scope. */
size_t openelements_heading(const struct openelements *);
/* What an end tag of no particular rule closes ("any other end tag"). */
size_t openelements_named(const struct openelements *, const struct tag *,
    const char *name);
/* The outermost special element at or above a position. */
size_t openelements_furthest_block(const struct openelements *, size_t from);
/* Whether the element at a position has this name. */
bool openelements_is_named(const struct openelements *, size_t at,
    const struct tag *, const char *name);

static inline bool
openelements_has(const struct openelements *o, enum tag_id id)
{
	return o->count[id] > 0;
}

#endif
