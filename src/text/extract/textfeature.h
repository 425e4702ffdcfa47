/* SPDX-License-Identifier: MIT */
/*
 * The numbers that tell content from boilerplate in a plain text, a byte
 * each: those of a passage itself, of its neighbors and of the lists and
 * paragraphs it stands in, of what is said near it, of the whole text; and,
 * for the second look, what the first one thought of all of them.
 */
#ifndef TEXT_EXTRACT_TEXTFEATURE_H
#define TEXT_EXTRACT_TEXTFEATURE_H

#include "text/score/forest.h"
#include "text/extract/paragraph.h"

enum { TEXTFEATURE_SIGNS = 9 * 8 * 2 * 2 };

struct textfeature_sum {
	uint32_t rows, words, is_long, ends, marks, good;
	uint32_t dated, calls; /* labels with a date or a name; calls */
	uint32_t telling, shared; /* words of no function; said in others */
};

/* What the words of a row have in common with others'. */
struct textfeature_shared {
	uint32_t telling, shared; /* words of no function; said in others */
	uint8_t company; /* how many of the rows with one of them are good */
};

/* The first and the last row of what a row stands in. */
struct textfeature_span {
	uint32_t first, last;
};

/* The rows are the passages that have words. */
struct textfeatures {
	struct paragraphs *text;
	uint32_t *row;         /* passage of each row */
	size_t n;
	bool comments;         /* read them as if they were not called so */

	/* private */
	uint8_t (*own)[8];     /* the numbers that neighbors see */
	uint8_t (*since)[PHRASE_TRAINED], (*until)[PHRASE_TRAINED];
	struct textfeature_sum *sum; /* before each row, and in all */
	struct textfeature_span *block, *list, *near; /* near: long rows around */
	struct textfeature_span *group; /* of long or good rows */
	struct textfeature_span *run; /* of prose, or of labels */
	struct textfeature_span *nest; /* of items and what is in them, or not */
	uint8_t (*formula)[2]; /* rows with its first word, and its last */
	struct textfeature_span most; /* the group with the most words */
	uint32_t *head;        /* the row that heads each, or NONE */
	uint16_t *sign;        /* rows that look alike */
	struct textfeature_sum alike[TEXTFEATURE_SIGNS];
	uint32_t *place;       /* rows that stand between alike ones, too */
	struct textfeature_sum *placed;
	struct textfeature_shared *shared;
	uint8_t *score;        /* of the first look; NULL: it is to come */
	uint8_t best;
	uint32_t headline;     /* row, or NONE */
	struct textfeature_span lead; /* the prose that follows it */
	uint8_t sure;          /* that it is one */
};

struct textfeatures textfeatures_of(struct paragraphs *, bool comments);
void textfeatures_free(struct textfeatures *);

/* How many each pass has. */
int textfeature_count(int pass);

/* Fill a tile with those of FOREST_TILE rows from `first`. */
void textfeature_tile(const struct textfeatures *, int pass, size_t first,
    uint8_t (*tile)[FOREST_TILE]);

/* The scores of the first pass, for the second. */
void textfeature_look(struct textfeatures *, const int *score);

/*
 * The row that scores highest as the text's headline, for the third pass;
 * SIZE_MAX: there is none.
 */
size_t textfeature_headline(struct textfeatures *, const int *score);

/* For the trainer: a trait's group. */
int textfeature_group(int pass, int trait);

#endif
