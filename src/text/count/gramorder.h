/* SPDX-License-Identifier: MIT */
/*
 * What ordering.c and gramorder.c share: the state of an ordering, and the
 * order of n-grams by the ranks of their words.
 */
#ifndef TEXT_COUNT_GRAMORDER_H
#define TEXT_COUNT_GRAMORDER_H

#include "text/count/ordering.h"

/* An n-gram to be shown: of t->grams, or, with spellings, of t->forms. */
struct item {
	/* The rank of its prefix, then that of its last word; of one word, its
	 * rank: the order of texts.  Ranks, not numbers, since rows next to
	 * each other then look at memory next to each other. */
	uint64_t key;
	uint64_t count;
	uint32_t number;
	uint32_t length;
};

struct ordering {
	struct tally_order order;
	size_t n, next;
	/* Words. */
	struct map *words;
	struct map own;       /* by spelling; `words`, where there are any */
	bool numbered;        /* a slot's hash is the number of its word */
	/* N-grams. */
	struct item *items;   /* NULL: words */
	uint32_t *prefixes[GRAM_MOST + 1]; /* of a length, by rank */
	uint32_t *last;       /* last words, by rank */
	struct buf text;
};

/* The vocabulary of headwords, and the one of words as they are shown. */
static inline const struct vocab *
ordering_heads(const struct tally *t)
{
	return t->mapped ? &t->heads : &t->surface;
}

static inline const struct vocab *
ordering_shown(const struct tally *t)
{
	return t->options.spellings ? &t->surface : ordering_heads(t);
}

/* Put all n-grams in order: items, n. */
void gramorder_sort(struct tally *, struct ordering *);

/* The one in the row `at`. */
void gramorder_entry(struct tally *, struct ordering *, size_t at,
    struct entry *);

#endif
