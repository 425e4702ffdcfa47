/* SPDX-License-Identifier: MIT */
/*
 * The language model's numbers: src/data/langid.model as const tables, which
 * src/data/langid.c makes while building.
 *
 * A text's features that are in the table each have a row of MODEL_WIDTH
 * numbers.  For the sum of the rows, k by k,
 *	h[k] = sum[k] x MODEL_ROOT / square root of the number of rows
 *	score = bias + (h[k] x matrix[k], summed over k)
 * is a language's score, in units of a natural logarithm / MODEL_UNIT.
 */
#ifndef TEXT_LANGID_MODEL_H
#define TEXT_LANGID_MODEL_H

#include <stdint.h>

#include "text/langid/feature.h"

#define MODEL_UNKNOWN "zz" /* the class of what is no language we know */

enum {
	MODEL_CODE = 8, /* bytes of a code and its NUL */
	MODEL_WIDTH = 32,
	MODEL_MOST = 46, /* a row's numbers are -MODEL_MOST to MODEL_MOST */
	MODEL_ZERO = '!' + MODEL_MOST, /* the byte of 0 in the model's file */
	MODEL_ROOT = 32,
	MODEL_FACTOR = 1 << 14,
	MODEL_UNIT = MODEL_ROOT * MODEL_FACTOR,
	/* so that a score fits in 32 bits */
	MODEL_H_MOST = 8191, MODEL_COLUMN_MOST = 1 << 17,
	MODEL_BIAS_MOST = 1 << 29,
	/* e to the -x, for x in steps of 1 / MODEL_EXP_STEP; 1 is 1 << 20 */
	MODEL_EXP_STEP = 64, MODEL_EXP_COUNT = 14 * MODEL_EXP_STEP
};

/* A language in one script. */
struct model_language {
	char code[MODEL_CODE];
	uint32_t words; /* it was trained on; 0: its script is all we know */
	int32_t bias;
	int16_t matrix[MODEL_WIDTH];
};

/* Where the languages of a script are; of one that is alone, no rows. */
struct model_script {
	uint16_t first, count;
};

/*
 * The checks of FEATURE_WAYS features, 16 bits each from the lowest, and their
 * rows.  Row 0 is the row of what is not there: nothing.
 */
struct model_bucket {
	uint64_t checks, rows;
};

extern const char model_version[]; /* "langid.model 01234567": a hash of it */
extern const struct model_script model_script[SCRIPT_COUNT];
extern const struct model_language model_language[];
extern const uint16_t model_languages;
extern const struct model_bucket model_bucket[FEATURE_BUCKETS];
/* Number k, plus MODEL_MOST, is byte k % 8, from the lowest, of [k / 8]. */
extern const uint64_t model_row[][MODEL_WIDTH / 8];
extern const uint32_t model_exp[MODEL_EXP_COUNT];

#endif
