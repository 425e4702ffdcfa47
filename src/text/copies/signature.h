/* SPDX-License-Identifier: MIT */
/*
 * A signature: what of a document is kept to compare it with later ones.  Its
 * shingles are hashed into bins, each of which keeps the smallest (MinHash
 * with one permutation; Li, Owen and Zhang 2012); the share of bins that two
 * documents agree in estimates the Jaccard similarity of their shingles.  A
 * bin that is empty takes another's by a fixed rule (Shrivastava 2017).
 */
#ifndef TEXT_COPIES_SIGNATURE_H
#define TEXT_COPIES_SIGNATURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"

enum {
	SIGNATURE_BINS = 112,
	SIGNATURE_BITS = 4,  /* of a bin that are kept to compare */
	SIGNATURE_CHECK = SIGNATURE_BINS * SIGNATURE_BITS / 8, /* bytes */
	SIGNATURE_BANDS = 112 /* at most */
};

/*
 * How many bins make a band: documents are compared if all bins of one band
 * agree.  The more, the fewer are compared.
 */
struct signature_bands {
	int bands, rows;
};

/* The bands for copies of a similarity from `least` on. */
struct signature_bands signature_bands(double least);

struct signature {
	uint64_t words;                 /* of the document; 0: it is no copy */
	uint64_t keys[SIGNATURE_BANDS]; /* of its bands */
	unsigned char check[SIGNATURE_CHECK];
};

/* The signature of a text, by shingles of `words` words. */
void signature_of(struct signature *, struct source *, int words,
    struct signature_bands);

/* The similarity of two, from 0 to 1, less what agrees by chance. */
double signature_similarity(const unsigned char a[SIGNATURE_CHECK],
    const unsigned char b[SIGNATURE_CHECK]);

#endif
