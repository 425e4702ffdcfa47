/* SPDX-License-Identifier: MIT */
/*
 * Bylines: the words with which pages name their author or a date, in about
 * forty languages (src/data/bylines.txt).
 */
#ifndef HTML_WORDS_BYLINE_H
#define HTML_WORDS_BYLINE_H

#include <stdbool.h>

#include "base/buf.h"

/* Kinds of words, as src/data/bylines.c numbers them. */
enum {
	BYLINE_BY = 1,       /* stands in front of a name */
	BYLINE_GLUED = 2,    /* the same, and may touch it */
	BYLINE_AFTER = 4,    /* stands behind a name */
	BYLINE_LABEL = 8,    /* in front of a name, with a colon */
	BYLINE_PUBLISHED = 16, BYLINE_MODIFIED = 32, /* in front of a date */
	BYLINE_AND = 64,     /* between two names */
	BYLINE_NO = 128,     /* no name */
	BYLINE_ROLE = 256,   /* behind a name */
	BYLINE_DEGREE = 512, /* behind or before a name */
	BYLINE_POST = 1024,  /* the last word of what someone is */
	BYLINE_CRAFT = 2048  /* in front of who did not write it: "photos by" */
};

/*
 * The bytes of the longest word of one of the kinds with which a folded text
 * begins, and its kinds; 0: it begins with none.
 */
size_t byline_word(struct str folded, unsigned kinds, unsigned *found);

/* The kinds of a whole text, folded or not; 0: it is no such word. */
unsigned byline_kinds(struct str text);

/* The same at the beginning of a text that is not folded. */
size_t byline_phrase(struct str text, unsigned kinds, unsigned *found);

/* Whether a text may begin with a word of any kind; quick. */
bool byline_begins(struct str text);

/* The text behind so many bytes of a phrase. */
struct str byline_past(struct str text, size_t phrase);

/*
 * What follows a phrase in a line, such as "By Ada Lovelace | May 3", or
 * stands before one (김민수 기자); `n` is 0 where there is none.  `glued`:
 * only the phrases that may touch a name are looked for, anywhere.
 */
struct str byline_in_line(struct str line, bool glued);

/* What stands before the first divider or date of a line. */
struct str byline_first_part(struct str line);

#endif
