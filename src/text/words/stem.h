/* SPDX-License-Identifier: MIT */
/*
 * Stems: what a word and its inflections have in common, by the Snowball
 * algorithms of libstemmer.
 */
#ifndef TEXT_WORDS_STEM_H
#define TEXT_WORDS_STEM_H

#include "base/buf.h"

struct stem;

/* For a language by name or code ("english", "en"); NULL: there is none. */
struct stem *stem_open(const char *language);
void stem_free(struct stem *);

/* Cut the word that `b` ends with, from `start` on, down to its stem. */
void stem_last(struct stem *, struct buf *b, size_t start);

#endif
