/* SPDX-License-Identifier: MIT */
/*
 * N-grams of one length, numbered from 0 as they are met, with their counts.
 * A word is a 1-gram, whose number is that of the word in its vocabulary.  A
 * longer one is a pair of numbers: that of the n-gram without its last word,
 * in the table of the next lower length, and that of the last word.  So an
 * n-gram of any length is found by one look at a slot of 16 bytes, and no
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
	uint32_t count;  /* not yet in `counts`: see grams_settle */
};

struct grams {
	struct grams_slot *slots; /* NULL where they are words; none of them
	                           * in two lines of the cache */
	void *memory;             /* that they are in */
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

/* The slot of a pair that is new, added with count 0. */
struct grams_slot *grams_add(struct grams *, uint32_t prefix, uint32_t word);

/* The slot of a pair, added with count 0 if it is new. */
static inline struct grams_slot *
grams_slot(struct grams *g, uint32_t prefix, uint32_t word)
{
	size_t at = grams_hash(g, prefix, word);

	for (;; at = (at + 1) & g->mask) {
		struct grams_slot *slot = &g->slots[at];

		if (slot->number == 0)
			return grams_add(g, prefix, word);
		if (slot->prefix == prefix && slot->word == word)
			return slot;
	}
}

static inline uint32_t
grams_at(struct grams *g, uint32_t prefix, uint32_t word)
{
	return grams_slot(g, prefix, word)->number - 1;
}

/* Count a pair once more, in its slot: one visit to memory. */
static inline uint32_t
grams_count(struct grams *g, uint32_t prefix, uint32_t word)
{
	struct grams_slot *slot = grams_slot(g, prefix, word);

	if (++slot->count == 0)
		g->counts[slot->number - 1] += (uint64_t)UINT32_MAX + 1;
	return slot->number - 1;
}

/* Bring `counts` up to date with what grams_count counted. */
void grams_settle(struct grams *);

/* Have rows for the numbers below `n`, which are words. */
void grams_extend(struct grams *, uint32_t n);

/* Bytes of memory; and whether `more` new ones fit without growing. */
size_t grams_bytes(const struct grams *);
size_t grams_bytes_with(const struct grams *, size_t more);

#endif
