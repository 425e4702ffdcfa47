/* SPDX-License-Identifier: MIT */
#include "html/page/unit.h"

#include <stdlib.h>

#include "base/mem.h"

enum {
	CELL_WORDS = 80,  /* of a cell without a header: more is a column of
	                     a layout */
	CARD_WORDS = 20, /* of an item with a heading */
	ITEM_WORDS = 120, ITEM_BLOCKS = 3, /* in the mean: more are articles
	                                      or posts, not items */
	DETAILS_WORDS = 300,
	RUN_LEAST = 3, RUN_BYTES = 80, RUN_WORDS = 20
};

/* What is in an element, children's counts added to their parents'. */
struct inside {
	uint32_t words, longest; /* of a block */
	uint32_t tables, headings, titles, items, blocks;
	uint32_t cells;   /* of a row: its own */
	uint32_t rows;    /* of a table: with two cells and more */
	bool headed;      /* of a table: has th or caption */
};

static uint32_t
max_of(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

/* What an element itself adds to those around it. */
static void
count_element(struct inside *in, struct inside *up, enum tag_id tag)
{
	switch (tag) {
	case TAG_TABLE:
		up->tables++;
		break;
	case TAG_H4:
		up->titles++;
		break;
	case TAG_H1: case TAG_H2: case TAG_H3:
	case TAG_ARTICLE: case TAG_SECTION: case TAG_FORM:
		up->headings++;
		break;
	case TAG_LI: case TAG_DT: case TAG_DD:
		up->items++;
		break;
	case TAG_TH: case TAG_CAPTION:
		up->headed = true;
		up->cells += tag == TAG_TH;
		break;
	case TAG_TD:
		up->cells++;
		break;
	case TAG_TR:
		up->rows += in->cells >= 2;
		break;
	default:
		break;
	}
}

static struct inside *
inside_of(const struct page *p)
{
	struct inside *inside = mem_alloc(p->n_nodes, sizeof *inside);

	for (size_t i = 0; i < p->n_blocks; i++) {
		struct inside *in = &inside[p->blocks[i].node];
		uint32_t words = p->blocks[i].prose.words;

		in->words += words;
		in->blocks += words > 0;
		in->longest = max_of(in->longest, words);
	}
	for (size_t i = p->n_nodes; --i > 0;) {
		const struct page_node *n = &p->nodes[i];
		struct inside *in = &inside[i], *up = &inside[n->parent];
		bool table = n->tag == TAG_TABLE;

		up->words += in->words;
		up->blocks += in->blocks;
		up->longest = max_of(up->longest, in->longest);
		up->tables += in->tables;
		up->headings += in->headings;
		up->titles += in->titles;
		up->items += in->items;
		up->rows += table ? 0 : in->rows;
		up->headed |= in->headed && !table;
		count_element(in, up, (enum tag_id)n->tag);
	}
	return inside;
}

/* Rows of data, not the columns of a layout. */
static bool
is_data_table(const struct inside *in)
{
	return in->tables == 0 && in->rows >= 2 && in->headings == 0 &&
	    (in->headed || in->longest < CELL_WORDS);
}

/* Items of a list, not articles, posts or cards that stand in one. */
static bool
is_list(const struct inside *in)
{
	uint32_t most = in->titles == 0 ? ITEM_WORDS : CARD_WORDS;

	return in->items >= 2 && in->headings == 0 && in->tables == 0 &&
	    in->words < most * in->items &&
	    in->blocks <= ITEM_BLOCKS * in->items;
}

static enum unit_kind
kind_of(const struct page *p, uint32_t node, const struct inside *in)
{
	switch ((enum tag_id)p->nodes[node].tag) {
	case TAG_TABLE:
		return is_data_table(in) ? UNIT_TABLE : UNIT_NONE;
	case TAG_UL: case TAG_OL:
		return is_list(in) ? UNIT_LIST : UNIT_NONE;
	case TAG_DL:
		return is_list(in) ? UNIT_TERMS : UNIT_NONE;
	case TAG_PRE:
		return UNIT_CODE;
	case TAG_BLOCKQUOTE:
		return in->headings == 0 && in->tables == 0 &&
		    4 * in->words < (uint32_t)p->words.n ? UNIT_QUOTE : UNIT_NONE;
	case TAG_DETAILS:
		return in->words < DETAILS_WORDS ? UNIT_DETAILS : UNIT_NONE;
	default:
		return UNIT_NONE;
	}
}

/* Sibling boxes that look alike, with hardly more than a line each. */
static bool
is_run(const struct page *p, uint32_t node, const struct inside *in)
{
	const struct page_node *n = &p->nodes[node];

	return n->tag == TAG_DIV && n->group != 0 && in->longest < RUN_WORDS &&
	    p->groups[n->group].members >= RUN_LEAST &&
	    p->groups[n->group].text <= RUN_BYTES * p->groups[n->group].members &&
	    in->headings == 0 && in->tables == 0 && in->titles == 0;
}

/* The element of each node's unit; 0: none. */
static uint32_t *
roots_of(const struct page *p)
{
	struct inside *inside = inside_of(p);
	uint32_t *root = mem_alloc(p->n_nodes, sizeof *root);
	uint32_t *first = mem_alloc(p->n_groups + 1, sizeof *first);

	for (uint32_t i = 1; i < p->n_nodes; i++) {
		uint32_t group = p->nodes[i].group;

		root[i] = root[p->nodes[i].parent];
		if (root[i] == 0 && kind_of(p, i, &inside[i]) != UNIT_NONE)
			root[i] = i;
		else if (root[i] == 0 && is_run(p, i, &inside[i]))
			root[i] = first[group] == 0 ? first[group] = i
			    : first[group];
	}
	free(first);
	free(inside);
	return root;
}

static enum unit_kind
kind_by_tag(enum tag_id tag)
{
	return tag == TAG_TABLE ? UNIT_TABLE : tag == TAG_DL ? UNIT_TERMS
	    : tag == TAG_PRE ? UNIT_CODE : tag == TAG_BLOCKQUOTE ? UNIT_QUOTE
	    : tag == TAG_DETAILS ? UNIT_DETAILS
	    : tag == TAG_DIV ? UNIT_RUN : UNIT_LIST;
}

struct units
units_of(const struct page *p)
{
	struct units u = {0};
	uint32_t *root = roots_of(p);

	u.of = mem_alloc(p->n_blocks + 1, sizeof *u.of);
	u.unit = mem_alloc(p->n_blocks + 1, sizeof *u.unit);
	for (uint32_t i = 0; i < p->n_blocks; i++) {
		uint32_t node = root[p->blocks[i].node];

		if (node == 0)
			continue;
		if (u.n == 0 || u.unit[u.n - 1].node != node ||
		    u.of[i - 1] != u.n)
			u.unit[u.n++] = (struct unit){
			    kind_by_tag((enum tag_id)p->nodes[node].tag),
			    node, i, 0};
		u.unit[u.n - 1].blocks = i + 1 - u.unit[u.n - 1].block;
		u.of[i] = (uint32_t)u.n;
	}
	free(root);
	return u;
}

void
units_free(struct units *u)
{
	free(u->unit);
	free(u->of);
	*u = (struct units){0};
}

const char *
unit_name(enum unit_kind kind)
{
	static const char *const names[UNIT_KINDS] = {
		"", "table", "list", "terms", "code", "quote", "details", "run"};

	return names[kind];
}
