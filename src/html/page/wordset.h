/* SPDX-License-Identifier: MIT */
/*
 * Which words a text has, or which runs of four words: sorted hashes, each once.
 */
#ifndef HTML_PAGE_WORDSET_H
#define HTML_PAGE_WORDSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* The words of a text; the caller frees them. */
uint32_t *wordset_of(struct str text, size_t *n);

/* Its runs of four words; of a text of under twenty words none.  The caller
   frees them. */
uint32_t *wordset_of_fours(struct str text, size_t *n);

/* The hash of four words, by theirs. */
uint32_t wordset_four(const uint32_t *words);

bool wordset_has(const uint32_t *set, size_t n, uint32_t hash);

#endif
