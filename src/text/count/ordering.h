/* SPDX-License-Identifier: MIT */
/*
 * The part of a tally that puts what was counted in order: words by the map
 * they are in, n-grams by the ranks of their words, so that no text is
 * compared.
 */
#ifndef TEXT_COUNT_ORDERING_H
#define TEXT_COUNT_ORDERING_H

#include "text/count/tally.h"

/* Append the words of an n-gram of t->grams or t->forms, joined by the glue. */
void ordering_put(const struct tally *, const struct grams *, int length,
    uint32_t number, struct buf *);
void ordering_free(struct tally *);

#endif
