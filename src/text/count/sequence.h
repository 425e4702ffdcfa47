/* SPDX-License-Identifier: MIT */
/*
 * The part of a tally that counts a sequence of words given as numbers: the
 * n-grams they make, the documents and the places they are in.
 */
#ifndef TEXT_COUNT_SEQUENCE_H
#define TEXT_COUNT_SEQUENCE_H

#include "text/count/tally.h"

/* Among the numbers: what no n-gram crosses; the first also ends a document
 * where lines are documents. */
#define SEQUENCE_LINE  (UINT32_MAX - 1)
#define SEQUENCE_BREAK (UINT32_MAX - 2)

/* Any of these, and VOCAB_NONE. */
static inline bool
sequence_is_break(uint32_t number)
{
	return number >= UINT32_MAX - 2;
}

/* Count the next `n` words, numbers of t->surface. */
void sequence_put(struct tally *, const uint32_t *numbers, size_t n);

/* The document, or the sequence, ends. */
void sequence_end(struct tally *);

/* Settle what words that are new in t->surface are counted as. */
void sequence_settle(struct tally *);

/* The headword of a word as read, in t->key; false: it is not counted. */
bool sequence_head(struct tally *, struct str word);

/* The state of tally_window. */
struct window *window_open(void);
void window_free(struct window *);

/* After all vocabularies were cleared: make the last words known again. */
struct recent;
struct recent *sequence_keep(const struct tally *);
void sequence_restore(struct tally *, struct recent *);

#endif
