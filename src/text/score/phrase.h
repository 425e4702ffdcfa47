/* SPDX-License-Identifier: MIT */
/*
 * The stock phrases of text/score/prose, by hash.  The table is made from
 * src/data/phrases.txt by src/data/phrase.c.
 */
#ifndef TEXT_SCORE_PHRASE_H
#define TEXT_SCORE_PHRASE_H

#include <stdint.h>

struct phrase_slot {
	uint32_t hash, kinds; /* 0: free */
};

/* The kinds that a word or phrase is of, a bit each; 0: none. */
uint32_t phrase_find(uint32_t hash);

#endif
