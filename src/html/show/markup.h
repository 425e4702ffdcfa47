/* SPDX-License-Identifier: MIT */
/*
 * A page's own bytes cut into pieces: text, tags, and what is left out when
 * the page is shown again (comments, scripts, frames, and all they hold).  No
 * tree is built: a piece is a stretch of the source.
 */
#ifndef HTML_SHOW_MARKUP_H
#define HTML_SHOW_MARKUP_H

#include <stdbool.h>

#include "base/buf.h"

enum markup_kind {
	MARKUP_TEXT,
	MARKUP_START, MARKUP_END,
	MARKUP_STYLE, /* the content of a style element */
	MARKUP_OUT,   /* left out */
	MARKUP_DONE
};

struct markup {
	struct str page;
	size_t at;      /* the next piece begins here */
	struct str raw; /* the element whose content comes next, if it is raw */
};

struct markup_piece {
	struct str text; /* all of it */
	struct str name; /* of a start or end tag, as the page has it */
	struct str attributes; /* of a start tag: what stands after the name */
};

enum markup_kind markup_next(struct markup *, struct markup_piece *);

/* The next attribute of a start tag; false: there is none. */
bool markup_attribute(struct str *attributes, struct str *name,
    struct str *value);

/* Whether a name is `word`, which is in lower case. */
bool markup_is(struct str name, const char *word);

#endif
