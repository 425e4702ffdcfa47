/* SPDX-License-Identifier: MIT */
/*
 * The fast path of tally.h: cuts, folds and counts words in one pass over the
 * bytes, without calling word.h and wordform.h.  It knows words of ASCII and
 * of letters that fold one by one, about all words of most texts, and stops
 * at anything else, for the general path to go on.  The result is, byte for
 * byte, that of the general path.
 */
#ifndef TEXT_COUNT_FASTCOUNT_H
#define TEXT_COUNT_FASTCOUNT_H

#include "base/vocab.h"
#include "text/words/word.h"

enum {
	FASTCOUNT_AHEAD = 256,  /* bytes that it may read from a word's first on */
	FASTCOUNT_PENDING = 16, /* words whose slots were prefetched */
	FASTCOUNT_SPARE = 4     /* room that must be left in `numbers` */
};

struct fastcount {
	/*
	 * Words are counted in the slots of its map; or, with `numbers`, they
	 * become numbers of it, in the order of the text, with the marks of
	 * sequence.h between.
	 */
	struct vocab *vocab;
	uint32_t *numbers;
	size_t n, room;  /* numbers there, and how many there may be */
	bool lines;      /* mark the ends of lines */
	bool clauses;    /* mark what ends a clause */

	unsigned form;   /* of norm.h; without the bits of wordform.h */
	bool as_written; /* WORDFORM_AS_WRITTEN */
	bool turkic;     /* I folds to dotless i: leave it to the other path */
	bool unspaced;   /* stop at scripts without spaces */
	const struct word_rules *rules; /* if careful: the rules */
	bool careful;    /* stop at what may be an address, a number, "U.S." */
	bool elision;    /* and at apostrophes */
	unsigned char last; /* if careful: the byte before `s` */
	uint64_t words;  /* found so far */
	unsigned next;   /* in `pending` */
	struct {
		struct map_near key;
		size_t place; /* in `numbers` */
	} pending[FASTCOUNT_PENDING];
};

/*
 * Count the words from `s`, where a segment begins, up to `end`; a word may
 * go beyond it, and FASTCOUNT_AHEAD bytes behind it can be read.  Stops at a
 * segment that it is not sure of, and where there is no room for more numbers:
 * the result is where, `end` or more if it did not stop.
 */
const char *fastcount_count(struct fastcount *, const char *s, const char *end);

/* Count what is pending. */
void fastcount_end(struct fastcount *);

#endif
