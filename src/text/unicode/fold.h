/* SPDX-License-Identifier: MIT */
/*
 * How a code point is folded and composed, as far as one look-up can tell;
 * shared by norm.c and the generator of its table, src/data/fold.c.
 */
#ifndef TEXT_UNICODE_FOLD_H
#define TEXT_UNICODE_FOLD_H

#include <stdint.h>

enum fold {
	FOLD_SAME,    /* folds to itself, composes with nothing */
	FOLD_COMPAT,  /* the same, but NFKC changes it */
	FOLD_MARK,    /* the same after a code point that is no such mark */
	FOLD_SLOW,    /* a matter of its neighbors, or of several */
	FOLD_DISTANCE /* from here on: moves by fold_distance[] */
};

extern const uint8_t fold_block[];
extern const uint8_t fold_table[][128];
extern const int fold_distance[];

/* An enum fold, or more. */
static inline uint8_t
fold_of(uint32_t c)
{
	return fold_table[fold_block[c >> 7]][c & 127];
}

#endif
