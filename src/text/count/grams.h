/* SPDX-License-Identifier: MIT */
/*
 * N-grams of one length, numbered from 0 as they are met, with their counts.
 * A word is a 1-gram, whose number is that of the word in its vocabulary.  A
 * longer one is a pair of numbers: that of the n-gram without its last word,
 * in the table of the next lower length, and that of the last word.  So an
 * n-gram of any length is found by one look at a slot of 12 bytes, and no
 * text is put together before the end.
 */
#ifndef TEXT_COUNT_GRAMS_H
#define TEXT_COUNT_GRAMS_H

#include <stdbool.h>

#include "text/count/spread.h"
#include "base/vocab.h"

struct grams_slot {
	uint32_t prefix, word;
	uint32_t number; /* plus 1; 0: the slot is free */
};

struct grams {
	struct grams_slot *slots; /* NULL where they are words */
	size_t mask;
	uint64_t seed[2];
	/* Of each n-gram, by its number. */
	uint32_t *prefixes, *words;
	uint32_t *owners;   /* of a spelling: the n-gram that it spells */
	uint64_t *counts;
	struct spreads spreads;
	uint32_t n, cap;
	bool owned;
};

/*
 * Of pairs, or (false) of words.  `owned`: they are spellings, and have
 * owners.  `what` is said in spread.h.
 */
struct grams grams_open(bool pairs, bool owned, unsigned what);
void grams_free(struct grams *);

/* Forget all n-grams. */
void grams_clear(struct grams *);

/* Where the slot of a pair is looked for first. */
static inline size_t
grams_hash(const struct grams *g, uint32_t prefix, uint32_t word)
{
	uint64_t h = map_mix(((uint64_t)prefix << 32 | word) ^ g->seed[0],
	    g->seed[1]);

	return (size_t)h & g->mask;
}

static inline void
grams_reach(const struct grams *g, size_t at)
{
	__builtin_prefetch(&g->slots[at], 1);
}

/* The number of a pair, added with count 0 if it is new. */
uint32_t grams_at(struct grams *, uint32_t prefix, uint32_t word);

/* Have rows for the numbers below `n`, which are words. */
void grams_extend(struct grams *, uint32_t n);

/* Bytes of memory; and whether `more` new ones fit without growing. */
size_t grams_bytes(const struct grams *);
size_t grams_bytes_with(const struct grams *, size_t more);

#endif
