/* SPDX-License-Identifier: MIT */
/*
 * Where to cut between what is kept and what is not, when each part has a
 * score that says how likely it is wanted.  A fixed score is right for no
 * one: what makes the expected F1 of the choice best is to keep what is
 * likelier than half of that F1 (Z. Lipton, C. Elkan, B. Naryanaswamy,
 * "Optimal Thresholding of Classifiers to Maximize F1 Measure", 2014).  So
 * where all is clear doubtful parts go, and where nothing is they stay.
 */
#ifndef TEXT_SCORE_THRESHOLD_H
#define TEXT_SCORE_THRESHOLD_H

#include <stddef.h>
#include <stdint.h>

enum { THRESHOLD_ONE = 4096 }; /* a likelihood of one */

struct threshold_part {
	int score;      /* hundredths of a logit */
	uint32_t words; /* its weight */
};

/* How likely a score is, in parts of THRESHOLD_ONE. */
unsigned threshold_likely(int score);

/*
 * The least score to keep: so likely as `share` hundredths of the best F1,
 * 50 in theory.  Sorts the parts.
 */
int threshold_best(struct threshold_part *, size_t n, unsigned share);

#endif
