/* SPDX-License-Identifier: MIT */
/*
 * What a concordance is sorted by, as an option writes it.
 */
#ifndef TEXT_CORPUS_SORTKEYS_H
#define TEXT_CORPUS_SORTKEYS_H

#include "text/corpus/concordance.h"

/* "1R,2R", "1L,word,document"; false: it is no such list. */
bool sortkeys_parse(struct concordance_options *, const char *list);

#endif
