/* SPDX-License-Identifier: MIT */
/*
 * The numbers that tell content from boilerplate in a plain text, a byte
 * each: those of a passage itself, of its neighbors and of the lists and
 * paragraphs it stands in, of what is said near it, of the whole text; and,
 * for the second look, what the first one thought of all of them.
 */
#ifndef TEXT_TRAIT_H
#define TEXT_TRAIT_H

#include "text/forest.h"
#include "text/passage.h"

enum { TRAIT_SIGNS = 1024 };

struct trait_sum {
	uint32_t rows, words, is_long, ends, marks, good;
};

/* The first and the last row of what a row stands in. */
struct trait_span {
	uint32_t first, last;
};

/* The rows are the passages that have words. */
struct traits {
	struct passages *text;
	uint32_t *row;         /* passage of each row */
	size_t n;
	bool comments;         /* read them as if they were not called so */

	/* private */
	uint8_t (*own)[8];     /* the numbers that neighbors see */
	uint8_t (*since)[PHRASE_KINDS], (*until)[PHRASE_KINDS];
	struct trait_sum *sum; /* before each row, and in all */
	struct trait_span *block, *list, *near; /* near: long rows around */
	struct trait_span *group; /* of long or good rows */
	struct trait_span most; /* the group with the most words */
	uint32_t *head;        /* the row that heads each, or NONE */
	uint16_t *sign;        /* rows that look alike */
	struct trait_sum alike[TRAIT_SIGNS];
	uint8_t *score;        /* of the first look; NULL: it is to come */
	uint8_t best;
	uint32_t headline;     /* row, or NONE */
	uint8_t sure;          /* that it is one */
};

struct traits traits_of(struct passages *, bool comments);
void traits_free(struct traits *);

/* How many each pass has. */
int trait_count(int pass);

/* Fill a tile with those of FOREST_TILE rows from `first`. */
void trait_tile(const struct traits *, int pass, size_t first,
    uint8_t (*tile)[FOREST_TILE]);

/* The scores of the first pass, for the second. */
void trait_look(struct traits *, const int *score);

/*
 * The row that scores highest as the text's headline, for the third pass;
 * SIZE_MAX: there is none.
 */
size_t trait_headline(struct traits *, const int *score);

/* For the trainer: a trait's group, and the groups' names. */
int trait_group(int pass, int trait);
const char *trait_group_name(int group);

#endif
