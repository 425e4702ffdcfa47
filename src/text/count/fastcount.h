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

#include "base/map.h"

enum {
	FASTCOUNT_AHEAD = 256,  /* bytes that it may read from a word's first on */
	FASTCOUNT_PENDING = 16  /* words whose slots were prefetched */
};

/* In how many documents a word was; numbers from 1, 0 for none. */
struct fastcount_seen {
	uint64_t docs, first, last;
};

static inline void
fastcount_see(struct fastcount_seen *s, uint64_t doc)
{
	if (s->last == doc)
		return;
	s->docs++;
	s->last = doc;
	if (s->first == 0)
		s->first = doc;
}

struct fastcount {
	struct map *map; /* if it has extras, they begin with a fastcount_seen */
	uint64_t doc;    /* the number of the one being read */
	unsigned form;   /* of norm.h; without the bits of wordform.h */
	bool turkic;     /* I folds to dotless i: leave it to the other path */
	bool unspaced;   /* stop at scripts without spaces */
	bool careful;    /* stop at what may be an address, a number, "U.S." */
	bool elision;    /* and at apostrophes */
	unsigned char last; /* if careful: the byte before `s` */
	uint64_t words;  /* counted so far */
	unsigned next;   /* in `pending` */
	struct map_near pending[FASTCOUNT_PENDING];
};

/*
 * Count the words from `s`, where a segment begins, up to `end`; a word may
 * go beyond it, and FASTCOUNT_AHEAD bytes behind it can be read.  Stops at a
 * segment that it is not sure of: the result, `end` or more if there is none.
 */
const char *fastcount_count(struct fastcount *, const char *s, const char *end);

/* Count what is pending. */
void fastcount_end(struct fastcount *);

#endif
