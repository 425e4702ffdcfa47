/* SPDX-License-Identifier: MIT */
/*
 * Patterns over words: what kwic and collocate search for.  A pattern is
 * words in a row with blanks between, each compared with the form of a word
 * of the text (text/words/wordform):
 *
 *	light        this word
 *	light*       any letters, or none, for *; one for ?
 *	keep|kept    either
 *	[]           any word
 *	[]{0,3}      up to three words; {2} is {2,2}
 *
 * or, as regular expressions (PCRE2, with UTF and Unicode properties), each
 * of which must match a whole word.  A backslash takes a sign's meaning away.
 */
#ifndef TEXT_CORPUS_PATTERN_H
#define TEXT_CORPUS_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "text/words/stem.h"

enum { PATTERN_MOST = 63 }; /* words that a hit may have */

struct pattern_options {
	unsigned form;      /* of words: NORM_C | NORM_FOLD */
	bool regex;         /* each word is a regular expression */
	struct stem *stem;  /* words are compared by their stems; or NULL */
};

/* Several patterns, any of which may match. */
struct patterns;

struct patterns *patterns_open(const struct pattern_options *);

/*
 * One more pattern.  NULL; else what is wrong with it, in words for the
 * person who wrote it, until the next call.
 */
const char *patterns_add(struct patterns *, struct str pattern);
void patterns_free(struct patterns *);

/*
 * Whether a line can be passed over without a look at its words: all patterns
 * begin with a plain ASCII word that does not stand in it.
 */
bool patterns_cannot_match(const struct patterns *, struct str line);

/* Words of a line, by their forms. */
struct pattern_words {
	const struct str *forms;
	size_t n;
};

/*
 * How many words match from word `i` on: the fewest of the first pattern that
 * does; 0: none.
 */
size_t patterns_match(struct patterns *, struct pattern_words, size_t i);

/*
 * A regular expression that took too long on a word since the last call, so
 * that the word did not match; NULL: there was none.
 */
const char *patterns_gave_up(struct patterns *);

#endif
