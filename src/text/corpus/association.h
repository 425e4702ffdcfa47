/* SPDX-License-Identifier: MIT */
/*
 * How strongly two words are associated: measures over a contingency table of
 * four cells (S. Evert, "Corpora and collocations", 2008).  Logarithms of MI
 * and logDice are to the base 2.
 *
 *	               collocate   others
 *	near the node     O11       O12      R1 tokens
 *	elsewhere         O21       O22      R2
 *	                   C1        C2       N
 */
#ifndef TEXT_CORPUS_ASSOCIATION_H
#define TEXT_CORPUS_ASSOCIATION_H

#include <stdbool.h>

/* Counts of tokens, as doubles: whole numbers up to 2^53 are exact. */
struct contingency {
	double o11, r1, c1, n;
};

enum association {
	ASSOCIATION_LOGDICE, /* 14 + log2(2 O11 / (R1 + C1)); Rychly 2008 */
	ASSOCIATION_LL,      /* 2 sum O ln(O / E), over the four cells */
	ASSOCIATION_MI,      /* log2(O11 / E11) */
	ASSOCIATION_MI3,     /* log2(O11^3 / E11) */
	ASSOCIATION_T,       /* (O11 - E11) / sqrt(O11) */
	ASSOCIATION_Z,       /* (O11 - E11) / sqrt(E11) */
	ASSOCIATION_DICE,    /* 2 O11 / (R1 + C1) */
	ASSOCIATION_CHI2,    /* N (O11 O22 - O12 O21)^2 / (R1 R2 C1 C2) */
	ASSOCIATION_DELTAP,  /* O11 / R1 - O21 / R2; Gries 2013 */
	ASSOCIATIONS
};

/* The expected O11: R1 C1 / N; 0 where N is 0. */
double association_expected(const struct contingency *);

/*
 * The measure; finite for every table with 0 <= O11 <= R1, C1 <= N, but for
 * logarithms of an O11 of 0, which are -infinity.
 */
double association(enum association, const struct contingency *);

/* The names above in lower case. */
const char *association_name(enum association);

#endif
