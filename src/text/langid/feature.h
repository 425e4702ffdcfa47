/* SPDX-License-Identifier: MIT */
/*
 * The features of a word by which languages are told apart: its n-grams of
 * 2 to 4 letters, with '_' for its beginning and end; its single letters
 * that are not ASCII; the whole word, of 3 letters or more.  Of Han and kana:
 * the characters, the pairs of them, and "__" for each that is no kana.
 *
 * A feature is a 64-bit hash; its upper bits choose a bucket of the model's
 * table, the next 16 are compared.  The trainer, the generator of the table
 * and the identifier all hash here.
 */
#ifndef TEXT_LANGID_FEATURE_H
#define TEXT_LANGID_FEATURE_H

#include <stddef.h>
#include <stdint.h>

#include "text/langid/script.h"

enum {
	FEATURE_WORD = 32, /* letters; a longer word is several */
	/* single letters, three lengths of n-grams, the word */
	FEATURE_MOST = 4 * (FEATURE_WORD + 1) + 1,
	FEATURE_BUCKETS = 1 << 15, /* of the table */
	FEATURE_WAYS = 4           /* features that share one */
};

/* Lower-cased letters at letter[1] to letter[n]. */
struct feature_word {
	uint16_t letter[FEATURE_WORD + 2];
	int n;
	uint8_t script;
};

static inline uint64_t
feature_hash(uint64_t packed)
{
	return packed * UINT64_C(0x9E3779B97F4A7C15);
}

static inline uint32_t
feature_bucket(uint64_t hash)
{
	return (uint32_t)(hash >> 49);
}

static inline uint16_t
feature_check(uint64_t hash)
{
	return (uint16_t)(hash >> 33);
}

/* The whole word; `letter` has n of them. */
static inline uint64_t
feature_whole(const uint16_t *letter, int n)
{
	uint64_t h = 0;

	for (int i = 0; i < n; i++)
		h = feature_hash(h ^ h >> 29 ^ letter[i]);
	return h ^ h >> 31;
}

/* Hashes of a word's features into `to`; how many. */
static inline int
feature_each(struct feature_word *w, uint64_t to[FEATURE_MOST])
{
	uint16_t *c = w->letter;
	uint64_t last = '_';
	int n = w->n, m = 0;

	if (w->script == SCRIPT_Cjk) {
		for (int i = 1; i <= n; i++) {
			to[m++] = feature_hash(c[i]);
			if (c[i] >= 0x3400)
				to[m++] = feature_hash('_' << 16 | '_');
			if (i < n)
				to[m++] = feature_hash((uint64_t)c[i] << 16 |
				    c[i + 1]);
		}
		return m;
	}
	c[n + 1] = '_';
	for (int i = 1; i <= n + 1; i++) {
		last = last << 16 | c[i];
		if (c[i] >= 0x80)
			to[m++] = feature_hash(c[i]);
		to[m++] = feature_hash(last & 0xFFFFFFFF);
		if (i > 1)
			to[m++] = feature_hash(last & 0xFFFFFFFFFFFF);
		if (i > 2)
			to[m++] = feature_hash(last);
	}
	if (n > 2)
		to[m++] = feature_whole(c + 1, n);
	return m;
}

#endif
