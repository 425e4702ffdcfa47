/* SPDX-License-Identifier: MIT */
/*
 * Words that matter where a sentence may end: abbreviations, whose point
 * need not end one, and words that a sentence often begins with.  A language
 * has one file of them, src/data/abbr/LANGUAGE, built in; users add lines of
 * the same form:
 *
 *	dr	no sentence ends after "Dr."
 *	no#	none ends after "No." when a digit follows
 *	etc?	an abbreviation that may stand last in a sentence
 *	inc~	one that does only before a word that opens sentences
 *	-str#	any longer word that ends so, by its last three letters
 *	yahoo!	a name with an exclamation mark of its own
 *	^the	a word that opens sentences: after "U.S." it tells
 *	+mai	a word that an ordinal with its point goes before: "3. Mai"
 *	>said	who spoke follows a quotation: "Why? said he"
 *	!dr	takes back what was said of "dr"
 *	# ...	a remark; also behind a word and a blank
 *
 * Case does not matter, nor does a point at the end.  A zeroed `abbr` is a
 * valid empty set; who fills it calls abbr_free.
 */
#ifndef TEXT_WORDS_ABBR_H
#define TEXT_WORDS_ABBR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "text/language.h"

enum {
	ABBR_NEVER = 1,  /* no sentence ends after it */
	ABBR_NUMBER = 2, /* nor after this one, before a digit */
	ABBR_MAYBE = 4,  /* an abbreviation, no more is known */
	ABBR_OPENS = 8,  /* begins sentences */
	ABBR_COUNTED = 16, /* an ordinal goes before it */
	ABBR_SELDOM = 32, /* last in a sentence only before ABBR_OPENS */
	ABBR_SAID = 64 /* follows what was said */
};

struct abbr {
	struct abbr_word *words; /* a hash table, `size` a power of two */
	size_t n, size;
	size_t endings; /* of the words, those like "-str" */
	struct buf bytes; /* the words themselves */
};

/*
 * Add the built-in file of a language, behind "mul", the one of what texts of
 * any language have.  A language without a file gets "mul" alone, and "und"
 * gets nothing.
 */
void abbr_language(struct abbr *, const struct language *);

/* Lines of the form above. */
void abbr_lines(struct abbr *, struct str text);

/* What is known of a word in lower case, without its last point; 0: nothing. */
unsigned abbr_find(const struct abbr *, struct str word);
void abbr_free(struct abbr *);

/*
 * Text in lower case, code point by code point, into at most `room` bytes;
 * its length there.
 */
size_t abbr_fold(struct str, char *to, size_t room);

#endif
