/* SPDX-License-Identifier: MIT */
/*
 * Bylines: the words with which pages name their author or a date, in about
 * forty languages (src/data/bylines.txt), and the names of people in a text.
 */
#ifndef HTML_ABOUT_BYLINE_H
#define HTML_ABOUT_BYLINE_H

#include <stdbool.h>

#include "base/vec.h"
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
	BYLINE_DEGREE = 512  /* behind or before a name */
};

enum {
	NAME_BYTES = 120, /* of a name; what is longer is none */
	NAME_LETTERS = 60,
	NAMES_MOST = 64   /* of a page */
};

/* Names, each NUL-ended, one after the other; each once. */
struct names {
	struct buf text;
	int n;
};

/*
 * The bytes of the longest word of one of the kinds with which a folded text
 * begins, and its kinds; 0: it begins with none.
 */
size_t byline_word(struct str folded, unsigned kinds, unsigned *found);

/* The kinds of a whole text, folded or not; 0: it is no such word. */
unsigned byline_kinds(struct str text);

/*
 * Add the names in a text that stands where authors are named: phrases before
 * them, roles, degrees, addresses of mail and dates are taken off.
 * `reversed`: "Last, First" is one name.
 */
void names_add(struct names *, struct str text, bool reversed);
void names_free(struct names *);

/*
 * What follows a phrase in a line, such as "By Ada Lovelace | May 3", or
 * stands before one (김민수 기자); `n` is 0 where there is none.  `glued`:
 * only the phrases that may touch a name are looked for, anywhere.
 */
struct str byline_in_line(struct str line, bool glued);

/* What stands before the first divider or date of a line. */
struct str byline_first_part(struct str line);

/* Two to five capitalised words, or a name of two to five CJK letters. */
bool name_is_person(struct str name);

/* One word of small letters, digits, dots: how one logs in. */
bool name_is_login(struct str name);

#endif
