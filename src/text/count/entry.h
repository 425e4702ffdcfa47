/* SPDX-License-Identifier: MIT */
/*
 * What is known of one word: how often it came, in how many documents, and,
 * where a column asks for it, how often in each (its parts) or at which
 * places.  A word that was counted in pieces has several entries; they are
 * put into a spill as records and come out of it added up, word by word in
 * code point order.
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
	struct str parts;        /* trail: step to a document, count there ... */
	struct str places;       /* trail: steps from place to place */
};

/* Of one word's entries the one put first is the first in the text. */
void entry_put(struct extsort *, const struct entry *, uint64_t pieces_before);

/* A spelling of a word, and how often it came. */
void entry_put_form(struct extsort *, struct str word, struct str form,
    uint64_t count);

/* Reads them all; zeroed but for `from` to begin with. */
struct entries {
	struct extsort *from;
	struct str record; /* the next one, if `ahead` */
	bool ahead;
	/* Of the word at hand. */
	struct buf word, shown, form, parts, places;
	uint64_t doc, times; /* the last document, times not in `parts` yet */
	uint64_t in_parts;   /* the last document there */
	uint64_t place;      /* the last one */
};

/* The next word's, valid until the next call. */
bool entry_next(struct entries *, struct entry *);
void entries_free(struct entries *);

#endif
