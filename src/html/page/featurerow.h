/* SPDX-License-Identifier: MIT */
/*
 * What the files of the features share: what is known of the nodes and the
 * shapes of a page's rows, and the groups of the second look.
 */
#ifndef HTML_PAGE_FEATUREROW_H
#define HTML_PAGE_FEATUREROW_H

#include "html/page/feature.h"

/* What a node is to the blocks in it, from the outside in. */
struct node_view {
	uint16_t off_best; /* boxes up to one that holds the best */
	uint16_t up_best;  /* boxes from the best up to that one */
	uint32_t branch;   /* where its way parts from that to the best */
	uint32_t group, outer; /* nearest group of three or more; outermost */
	uint8_t group_far;
	uint8_t depth;
};

/* What the first pass thought of the rows in a node or of a shape. */
struct look_sum {
	uint32_t good, all; /* bytes, good ones weighted by their score */
};

struct rows_shape {
	uint32_t rows, text, link;
	struct look_sum sum;
};

struct look {
	uint8_t *score;        /* of each row, 0 to 255 */
	uint32_t *good;        /* good bytes before each row, and in all */
	struct look_sum *node;
	struct look_sum *group;
	uint8_t (*region)[CONTEXT_REGION]; /* of each row */
	uint8_t most;
	uint32_t total;
};

static inline const struct page_block *
block_of(const struct rows *r, size_t i)
{
	return &r->page->blocks[r->block[i]];
}

/* The box around a node, or the page. */
static inline uint32_t
box_up(const struct page *p, uint32_t node)
{
	do
		node = p->nodes[node].parent;
	while (node > 0 && !p->nodes[node].box);
	return node;
}

/* Each appends the numbers of row `i`, after feature_look. */
uint8_t *look_put_scores(const void *rows, size_t i, uint8_t *);
uint8_t *look_put_sums(const void *rows, size_t i, uint8_t *);
uint8_t *look_put_region(const void *rows, size_t i, uint8_t *);

#endif
