/* SPDX-License-Identifier: MIT */
/*
 * Two frequency lists side by side: a target's and a reference's, as wordfreq
 * writes them, and the rows of both ranked by keyness.
 */
#ifndef TEXT_CORPUS_COMPARISON_H
#define TEXT_CORPUS_COMPARISON_H

#include <stdint.h>

#include "base/map.h"
#include "notation/table.h"
#include "text/corpus/keyness.h"

struct comparison_options {
	enum keyness_measure measures[KEYNESS_MEASURES]; /* the first ranks */
	int n_measures;
	bool by_documents; /* compare in how many documents a word is */
	bool negative;     /* only what the reference has more of */
	bool both;         /* all words */
	bool significant;  /* only where p of G2 is below .05, corrected */
	bool alone;        /* without Bonferroni's correction */
	uint64_t family;   /* words it corrects for; 0: those of the tables */
	double smooth;     /* per million, of Simple Maths */
	uint64_t most, least; /* rows; the larger count of a row */
	uint64_t totals[2];   /* 0: the sums of the counts */
	enum table_format format;
	bool header;
};

struct comparison {
	const struct comparison_options *options;
	struct map words;  /* count: the target's; extra: the reference's */
	uint64_t sums[2];
};

struct comparison comparison_open(const struct comparison_options *);

/*
 * Add the rows of a table to list 0 (target) or 1 (reference); the reader has
 * what was wrong with it.  A sum beyond 64 bits makes a bad row.
 */
void comparison_read(struct comparison *, int list, struct source *,
    struct table_reader *);

/* The first word with more than `totals` say a corpus has; .s NULL: none. */
struct str comparison_excess(const struct comparison *);

/* The table; how many rows. */
uint64_t comparison_put(struct comparison *, struct sink *);
void comparison_free(struct comparison *);

#endif
