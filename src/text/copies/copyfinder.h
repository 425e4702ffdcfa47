/* SPDX-License-Identifier: MIT */
/*
 * Finding copies: documents are shown one after the other, and of each it is
 * said which earlier one it is a copy of.  Near copies by their signatures,
 * exact ones by their folded words, contained ones by a sample of shingles.
 */
#ifndef TEXT_COPIES_COPYFINDER_H
#define TEXT_COPIES_COPYFINDER_H

#include "base/map.h"
#include "base/vec.h"
#include "text/copies/copyindex.h"
#include "text/copies/signature.h"

enum copyfinder_mode {
	COPYFINDER_NEAR,     /* similar from `least` on */
	COPYFINDER_EXACT,    /* the same words */
	COPYFINDER_CONTAINED /* a share of `least` of the shorter one stands in
	                      * the longer one */
};

struct copyfinder_options {
	enum copyfinder_mode mode;
	double least; /* similarity or share, from 0 to 1 */
	int words;    /* of a shingle */
};

/* What is kept of a document. */
struct copyfinder_check {
	unsigned char bytes[SIGNATURE_CHECK];
};

struct copyfinder {
	const struct copyfinder_options *options;
	struct signature_bands bands;
	struct copyindex index;
	VEC(struct copyfinder_check) checks; /* of each, near only */
	VEC(uint32_t) sizes;  /* of each one's sample, contained only */
	VEC(uint64_t) sample; /* shingles of the one at hand, contained only */
	struct map common;    /* its sampled shingles in earlier documents */
	uint32_t n;           /* documents so far */
};

struct copyfinder copyfinder_open(const struct copyfinder_options *);

/*
 * The earliest document, from 1 in the order shown, that this one is a copy
 * of, and how similar it is; 0: none, and a text without words is never one.
 */
uint32_t copyfinder_see(struct copyfinder *, struct source *,
    double *similarity);
void copyfinder_free(struct copyfinder *);

#endif
