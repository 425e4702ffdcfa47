/* SPDX-License-Identifier: MIT */
/*
 * Shingles: every run of so many words of a text, each as a 64-bit hash.
 * Words are compared by their form (text/words/wordform), without the
 * separators of numbers; so case, punctuation, quotes, line ends and wrapping
 * make no difference.  A text of fewer words is one shingle.
 */
#ifndef TEXT_COPIES_SHINGLE_H
#define TEXT_COPIES_SHINGLE_H

#include <stdint.h>

#include "base/source.h"

enum { SHINGLE_MOST = 9 }; /* words */

/* The form of a word as a hash. */
uint64_t shingle_word(struct str word);

/* Each shingle of `words` words, in order; returns how many words there are. */
uint64_t shingle_each(struct source *, int words,
    void (*take)(void *ctx, uint64_t shingle), void *ctx);

#endif
