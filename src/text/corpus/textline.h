/* SPDX-License-Identifier: MIT */
/*
 * A text line by line, each cut into words: the unit that a context never
 * crosses.  A line longer than TEXTLINE_MOST is read in parts, cut at a space
 * where there is one, so that memory stays bounded.
 */
#ifndef TEXT_CORPUS_TEXTLINE_H
#define TEXT_CORPUS_TEXTLINE_H

#include <stdint.h>

#include "base/source.h"
#include "base/vec.h"
#include "text/words/wordoption.h"

enum { TEXTLINE_MOST = 1024 * 1024 }; /* bytes */

struct textword {
	size_t at, n; /* in the line's text */
};

struct textline {
	struct str text;    /* without its end; until the next line */
	uint64_t number;    /* in the document, from 1 */
	uint64_t offset;    /* of its first byte in the document */

	/* after textline_cut */
	VEC(struct textword) words;
	VEC(struct str) forms; /* of each word */

	/* private */
	const struct wordoptions *options;
	struct source *in;
	size_t passed;   /* bytes to pass before the next line */
	bool goes_on;    /* the line was cut: the next part has its number */
	struct buf bytes; /* of the forms */
};

struct textline textlines_in(struct source *, const struct wordoptions *);

/* The next line; false at the end. */
bool textline_next(struct textline *);

/* Find its words and their forms. */
void textline_cut(struct textline *);
void textline_free(struct textline *);

#endif
