/* SPDX-License-Identifier: MIT */
/*
 * Where in the text the words or n-grams of a table occur: in how many
 * documents, how often in each, at which places; as far as it is asked for.
 */
#ifndef TEXT_COUNT_SPREAD_H
#define TEXT_COUNT_SPREAD_H

#include <stddef.h>
#include <stdint.h>

#include "text/count/entry.h"

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

struct spreads spreads_of(unsigned what);
void spreads_free(struct spreads *, size_t rows);
void spreads_clear(struct spreads *, size_t rows);
void spreads_resize(struct spreads *, size_t rows);
void spreads_begin(struct spreads *, size_t row);

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

#endif
