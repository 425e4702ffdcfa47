/* SPDX-License-Identifier: MIT */
/*
 * The numbers that tell content from boilerplate, a byte each: those of a
 * block itself, of what is around it, of its neighbors, of the page; and, for
 * the second look, what the first one thought of all of them.
 */
#ifndef HTML_PAGE_FEATURE_H
#define HTML_PAGE_FEATURE_H

#include "html/page/context.h"
#include "html/page/page.h"
#include "text/score/forest.h"

/* The rows are the blocks that have words, in page order. */
struct rows {
	const struct page *page;
	uint32_t *block;      /* of each row */
	size_t n;

	/* private */
	uint8_t (*own)[8];    /* the numbers that neighbors see */
	struct node_view *view; /* of each node, from the outside in */
	uint32_t *before;     /* bytes of text before each row */
	uint32_t total, prose;
	size_t headline, first, last; /* rows: h1, first and last long text */
	uint32_t *title, *description, *body; /* sets of hashes */
	size_t title_n, description_n, body_n;
	uint8_t whole[CONTEXT_PAGE];      /* of the page */
	uint8_t (*since)[CONTEXT_SINCE];  /* of each row */
	struct look *look;    /* of the first pass */
	struct rows_shape *shapes;
	uint32_t *shape;      /* of each row */
	bool comments;        /* read them as if they were not named so */
};

struct rows rows_of(const struct page *, bool comments);
void rows_free(struct rows *);

/* Whether the page's title has a word. */
bool feature_in_title(const struct rows *, uint32_t word);

/* Whether its description has it. */
bool feature_in_description(const struct rows *, uint32_t word);

/* Of how many runs of four words of a row the page says that they are its
   article (JSON-LD's articleBody); 0 where it says nothing. */
uint32_t feature_in_body(const struct rows *, size_t row);

/* How many features each pass has. */
int feature_count(int pass);

/* Fill a tile with those of FOREST_TILE rows from `first`. */
void feature_tile(const struct rows *, int pass, size_t first,
    uint8_t (*tile)[FOREST_TILE]);

/*
 * The scores of the first pass, for the features of the second.
 */
void feature_look(struct rows *, const int *score);

/* For the trainer: a feature's group. */
int feature_group(int pass, int feature);

#endif
