/* SPDX-License-Identifier: MIT */
/*
 * One word with its counts: how often it occurs, in how many documents, and,
 * where a column asks for it, how often in each (its parts) or at which
 * places.  Where memory is bounded a word is counted in pieces, an entry for
 * each; they are sorted on disk (base/extsort) and read back added up, word
 * by word in code point order.
 */
#ifndef TEXT_COUNT_ENTRY_H
#define TEXT_COUNT_ENTRY_H

#include "base/extsort.h"
#include "text/count/varint.h"

struct entry {
	struct str word;
	struct str shown;        /* its most frequent spelling, or empty */
	uint64_t count, docs;
	uint64_t first, last;    /* document, from 1 */
	struct str parts;        /* trail: step to the next document, its count */
	struct str places;       /* trail: step to the next place, in words */
};

/* The entries of one word are put in the order of the text. */
void entry_put(struct extsort *, const struct entry *, uint64_t pieces_before);

/* A spelling of a word, and how often it occurs. */
void entry_put_form(struct extsort *, struct str word, struct str form,
    uint64_t count);

/* A reader of all entries; zeroed at first, but for `from`. */
struct entries {
	struct extsort *from;
	struct str record; /* read already, if `ahead` */
	bool ahead;
	/* Of the current word. */
	struct buf word, shown, form, parts, places;
	uint64_t doc, times; /* last document; its count, not in `parts` yet */
	uint64_t in_parts;   /* last document in `parts` */
	uint64_t place;      /* last place in `places` */
};

/* The next word's, valid until the next call. */
bool entry_next(struct entries *, struct entry *);
void entries_free(struct entries *);

#endif
