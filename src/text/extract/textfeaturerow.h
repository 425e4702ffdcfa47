/* SPDX-License-Identifier: MIT */
/*
 * What the two halves of text/extract/textfeature share: textfeature.c reads a
 * text into rows and what they stand in, textfeatureput.c makes their numbers.
 */
#ifndef TEXT_EXTRACT_TEXTFEATUREROW_H
#define TEXT_EXTRACT_TEXTFEATUREROW_H

#include "text/extract/textfeature.h"

#define NONE UINT32_MAX /* no row */
enum { GOOD = 128 };    /* a score above that is content */

static inline const struct paragraph *
passage_of(const struct textfeatures *t, size_t i)
{
	return &t->text->at[t->row[i]];
}

static inline bool
is_long(const struct textfeatures *t, size_t i)
{
	const struct paragraph *p = passage_of(t, i);

	return p->size >= PARAGRAPH_LONG && (prose_ends(&p->prose) ||
	    p->prose.ends >= 2 || p->size >= 2 * PARAGRAPH_LONG);
}

static inline struct textfeature_sum
sum_of(const struct textfeatures *t, size_t from, size_t to)
{
	const struct textfeature_sum *a = &t->sum[from], *b = &t->sum[to];

	return (struct textfeature_sum){b->rows - a->rows, b->words - a->words,
		b->is_long - a->is_long, b->ends - a->ends,
		b->marks - a->marks, b->good - a->good,
		b->dated - a->dated, b->calls - a->calls,
		b->telling - a->telling, b->shared - a->shared};
}

static inline bool
is_good(const struct textfeatures *t, size_t i)
{
	return t->score != NULL ? t->score[i] > GOOD : is_long(t, i);
}

/* A score as a byte: 128 is undecided. */
static inline uint8_t
squash(int score)
{
	int x = GOOD + score / 4;

	return (uint8_t)(x < 0 ? 0 : x > 255 ? 255 : x);
}

#endif
