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
#include <stddef.h>
#include <stdint.h>

#include "text/count/entry.h"
#include "base/vocab.h"

/* ---- where in the text n-grams occur, as far as it is asked for ---- */

enum { SPREAD_DOCS = 1, SPREAD_PARTS = 2, SPREAD_PLACES = 4 };

struct spread {
	uint64_t docs, first, last; /* documents: how many, the ends; from 1 */
	/* From here on only with SPREAD_PARTS. */
	uint64_t here;      /* times in the last, not in `parts` yet */
	uint64_t in_parts;  /* the last document in `parts` */
	struct buf parts;   /* as in entry.h */
};

struct track {
	uint64_t place;     /* the last one */
	struct buf places;  /* as in entry.h */
};

/* For each number, what is asked for. */
struct spreads {
	char *rows;            /* struct spread, of which `size` bytes are used */
	size_t size;           /* 0: none */
	struct track *tracks;  /* with SPREAD_PLACES */
	unsigned what;         /* SPREAD_..., or'd */
	size_t beside; /* bytes of all parts and places */
};

static inline struct spread *
spread_at(const struct spreads *s, size_t row)
{
	return (struct spread *)(void *)(s->rows + row * s->size);
}

/* Ask for the memory that the next three look into. */
static inline void
spread_reach(const struct spreads *s, size_t row)
{
	if (s->what & (SPREAD_DOCS | SPREAD_PARTS))
		__builtin_prefetch(spread_at(s, row), 1);
	if (s->what & SPREAD_PLACES)
		__builtin_prefetch(&s->tracks[row], 1);
}

/* The same, one step on: where the next place will be put. */
static inline void
spread_reach_place(const struct spreads *s, size_t row)
{
	const struct buf *places = &s->tracks[row].places;

	if (places->n > 0)
		__builtin_prefetch(places->s + places->n, 1);
}

/* Its first time in document `doc`, the last one so far. */
void spread_begin(struct spreads *, struct spread *, uint64_t doc);

/* It occurred `times` more in document `doc`. */
static inline void
spread_in(struct spreads *s, size_t row, uint64_t doc, uint64_t times)
{
	struct spread *x = spread_at(s, row);

	if (x->last != doc)
		spread_begin(s, x, doc);
	if (s->what & SPREAD_PARTS)
		x->here += times;
}

/* It occurred once more, as the `place`-th word of all. */
static inline void
spread_to(struct spreads *s, size_t row, uint64_t place)
{
	struct track *x = &s->tracks[row];
	size_t before = x->places.cap;

	varint_put(&x->places, place - x->place);
	s->beside += x->places.cap - before;
	x->place = place;
}

/* Fill in what is known. */
void spread_entry(struct spreads *, size_t row, struct entry *);

/* ---- n-grams ---- */

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
	uint32_t n;
	size_t cap;         /* rows; it may be 2^32 */
	bool owned;
};

/*
 * Of pairs, or (false) of words.  `owned`: they are spellings, and have
 * owners.  `what` is SPREAD_..., or'd.
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

/* Bytes of memory once there are `more` new ones; growing takes twice as much. */
size_t grams_bytes_with(const struct grams *, size_t more);

#endif
