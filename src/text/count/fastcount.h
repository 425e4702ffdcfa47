/* SPDX-License-Identifier: MIT */
/*
 * Counting words in a hurry.  Most words of most texts are a few letters
 * with no mark, no odd form and no odd neighbor; they are cut, folded and
 * counted in one go, with the result, byte for byte, of text/word and
 * text/norm.  Where that is not plain to see, this stops and says so.
 */
#ifndef TEXT_COUNT_FASTCOUNT_H
#define TEXT_COUNT_FASTCOUNT_H

#include "base/map.h"

enum {
	FASTCOUNT_AHEAD = 256,  /* bytes that it may look at behind a word's first */
	FASTCOUNT_PENDING = 16  /* words whose slots are on their way */
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
	unsigned form;   /* norm.h's */
	bool unspaced;   /* unsure of scripts without spaces */
	bool careful;    /* of what may be an address, a number, "U.S." ... */
	bool elision;    /* ... and of apostrophes */
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
