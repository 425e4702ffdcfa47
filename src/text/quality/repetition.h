/* SPDX-License-Identifier: MIT */
/*
 * How much of a text repeats itself: the measures of "Scaling Language Models"
 * (Rae et al. 2021, table A1), counted as datatrove counts them.  Shares are
 * of code points, over those of the whole text.
 */
#ifndef TEXT_QUALITY_REPETITION_H
#define TEXT_QUALITY_REPETITION_H

#include "text/quality/rolling.h"
#include "text/quality/textshape.h"

/* Elements that were there before, and the code points in them. */
struct repeated {
	uint64_t all, again, points;
};

/* What was seen, by hashes. */
struct repetition_slot {
	uint64_t hash;         /* below the number of its table; else: free */
	uint32_t count, first; /* the word where it was first */
};

struct repetition {
	struct rolling apart;    /* words with their limits */
	struct rolling together; /* as one string */
	struct repetition_slot *slots;
	size_t room, used; /* slots there are, and of the table; powers of two */
	uint64_t table;    /* from 1: what was seen before is of another one */
	bool ready;        /* for the text at hand */
	uint64_t top;      /* how often its most frequent pair of words */
	uint64_t seed[2];
};

/* Another text follows. */
void repetition_clear(struct repetition *);
void repetition_free(struct repetition *);

/* Paragraphs: what two line ends or more part. */
struct repeated repeated_paragraphs(struct repetition *,
    const struct textshape *);
/* Lines: what one line end or more parts. */
struct repeated repeated_lines(struct repetition *, const struct textshape *);
/* Lines that are not blank. */
struct repeated repeated_full_lines(struct repetition *,
    const struct textshape *);

/* Code points of the n-gram that is most often there, all its times. */
uint64_t repetition_top(struct repetition *, const struct textshape *, int n);

/*
 * At least as many, of a longer n-gram, once those of 2 words are counted: no
 * n-gram is there more often than the most frequent pair.
 */
uint64_t repetition_top_bound(const struct repetition *,
    const struct textshape *, int n);

/* At least as many as repetition_again has for n-grams of `n` words or more. */
uint64_t repetition_bound(struct repetition *, const struct textshape *,
    int n);

/* Code points in n-grams that were there before; one is passed as a whole. */
uint64_t repetition_again(struct repetition *, const struct textshape *,
    int n);

#endif
