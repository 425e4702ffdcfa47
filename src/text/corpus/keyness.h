/* SPDX-License-Identifier: MIT */
/*
 * How much more a word belongs to one corpus, the target, than to another,
 * the reference: measures over its counts in the two.  Signed measures are
 * positive where the target has relatively more.
 */
#ifndef TEXT_CORPUS_KEYNESS_H
#define TEXT_CORPUS_KEYNESS_H

#include <stdbool.h>

/* A word's counts in the target (1) and the reference (2), and their totals. */
struct keyness {
	double f1, n1, f2, n2;
};

enum keyness_measure {
	KEYNESS_LRC,      /* conservative LogRatio: the bound nearer to 0 of its
	                   * exact confidence interval, 0 inside it; S. Evert,
	                   * "Measuring keyness", 2022 */
	KEYNESS_LRCPOS,   /* the lower bound of its one-sided interval */
	KEYNESS_LL,       /* G2 over four cells, signed; Dunning 1993 */
	KEYNESS_LOGRATIO, /* log2 of the ratio of (f + 1/2) / (n + 1/2); Hardie
	                   * 2014, Walter's correction */
	KEYNESS_CHI2,     /* Pearson's chi-squared over four cells, signed */
	KEYNESS_DIFF,     /* %DIFF: percent more; Gabrielatos and Marchi 2011 */
	KEYNESS_ODDS,     /* odds ratio; 1/2 in each cell where one is empty */
	KEYNESS_SIMPLE,   /* Simple Maths: ratio of per-million counts plus a
	                   * constant; Kilgarriff 2009 */
	KEYNESS_BIC,      /* G2 - ln(n1 + n2); Wilson 2013 */
	KEYNESS_P,        /* of G2: the upper tail of chi-squared(1) */
	KEYNESS_MEASURES
};

struct keyness_options {
	double smooth; /* what Simple Maths adds per million: 100 */
	double alpha;  /* one less the confidence of LRC: .05 / rows */
};

/* Always finite. */
double keyness(enum keyness_measure, const struct keyness *,
    const struct keyness_options *);

/* Whether the target has relatively more of it. */
bool keyness_is_positive(const struct keyness *);

/* The names above in lower case. */
const char *keyness_name(enum keyness_measure);

/* "gsl 2.7.1", for --version. */
const char *keyness_version(void);

/* Those that are larger for a word that matters less: p. */
bool keyness_is_ascending(enum keyness_measure);

#endif
