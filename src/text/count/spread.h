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
	/* From here on only with SPREAD_PLACES. */
	uint64_t place;     /* the last one */
	struct buf places;  /* as in entry.h */
};

/* One for each number, in one block: `size` bytes each. */
struct spreads {
	char *rows;
	size_t size;   /* 0: nothing is asked for */
	unsigned what; /* SPREAD_..., or'd */
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

/* It occurred `times` more in document `doc`, the last one so far. */
void spread_in(struct spreads *, size_t row, uint64_t doc, uint64_t times);

/* It occurred once more, as the `place`-th word of all. */
void spread_to(struct spreads *, size_t row, uint64_t place);

/* Fill in what is known. */
void spread_entry(struct spreads *, size_t row, struct entry *);

#endif
