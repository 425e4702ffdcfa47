/* SPDX-License-Identifier: MIT */
/*
 * Hashes of any run of words of a text in a few steps each: a polynomial over
 * the bytes, modulo the prime 2^61 - 1, at a point that is drawn for each run
 * of the program (Rabin and Karp 1987), so that nobody can choose words that
 * collide.
 */
#ifndef TEXT_QUALITY_ROLLING_H
#define TEXT_QUALITY_ROLLING_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

/* The words so far, one after the other. */
struct rolling_mark {
	uint64_t hash; /* of all bytes up to here */
	uint64_t bytes;
};

struct rolling {
	VEC(struct rolling_mark) marks; /* before each word, and at the end */
};

void rolling_clear(struct rolling *);

/* A word by itself, after rolling_clear. */
uint64_t rolling_word(struct str);

/*
 * One more word, by its hash and length.  A word of length 1 may have any hash
 * below 2^60: then runs of words are told apart, not of their bytes.
 */
void rolling_add(struct rolling *, uint64_t word, size_t bytes);

/* Of the words from `from` to before `to`; never 0. */
uint64_t rolling_of(const struct rolling *, size_t from, size_t to);
void rolling_free(struct rolling *);

#endif
