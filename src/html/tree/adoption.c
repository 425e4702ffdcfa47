/* SPDX-License-Identifier: MIT */
/*
 * The adoption agency algorithm (13.2.6.4.7): a formatting element that ends
 * while elements that began in it are open.
 */
#include <string.h>

#include "html/tree/builder.h"

/* The first special element above `at` on the stack, from 1; 0: none. */
static size_t
furthest_block(const struct builder *b, size_t at)
{
	for (size_t i = at; i < b->open.n; i++)
		if (is_special(&b->open.at[i]))
			return i + 1;
	return 0;
}

static size_t
active_at(const struct builder *b, xmlNodePtr node)
{
	size_t i = b->active.n;

	while (i > 0 && b->active.at[i - 1].node != node)
		i--;
	return i;
}

static void
active_insert(struct builder *b, size_t at, struct active a)
{
	(void)vec_add(&b->active);
	memmove(b->active.at + at + 1, b->active.at + at,
	    (b->active.n - at - 1) * sizeof a);
	b->active.at[at] = a;
}

static void
open_insert(struct builder *b, size_t at, struct opened e)
{
	(void)vec_add(&b->open);
	memmove(b->open.at + at + 1, b->open.at + at,
	    (b->open.n - at - 1) * sizeof e);
	b->open.at[at] = e;
}

/*
 * The inner loop: what stands between the block and the formatting element
 * is made anew around the block, or dropped.  `mark` is where the new
 * formatting element goes in the list.
 */
static xmlNodePtr
wrap_block(struct builder *b, size_t formatting, size_t block,
    xmlNodePtr *mark)
{
	xmlNodePtr last = b->open.at[block - 1].node;
	int n = 0;

	for (size_t i = block - 1; i > formatting; i--) {
		struct opened *e = &b->open.at[i - 1];
		size_t listed = active_at(b, e->node);
		xmlNodePtr node;

		if (++n > 3 && listed > 0) {
			active_remove(b, e->node);
			listed = 0;
		}
		if (listed == 0) {
			remove_opened(b, i - 1);
			continue;
		}
		node = node_clone(b, e->node);
		if (*mark == NULL)
			*mark = node;
		b->active.at[listed - 1].node = e->node = node;
		node_unlink(last);
		node_link((struct place){node, NULL}, last);
		last = node;
	}
	return last;
}

/* One turn of the outer loop. */
static void
adopt_once(struct builder *b, size_t open, size_t block)
{
	xmlNodePtr formatting = b->open.at[open - 1].node;
	struct opened block_element = b->open.at[block - 1];
	enum tag_id id = b->open.at[open - 1].id;
	xmlNodePtr ancestor = b->open.at[open - 2].node, mark = NULL, last, node;
	size_t at, listed;

	last = wrap_block(b, open, block, &mark);
	node_unlink(last);
	node_link(place_for(b, ancestor), last);
	node = node_clone(b, formatting);
	node_move_children(tree_content(block_element.node), node);
	node_link((struct place){tree_content(block_element.node), NULL}, node);

	listed = active_at(b, formatting);
	at = mark != NULL ? active_at(b, mark) : listed;
	active_insert(b, at, (struct active){node, id});
	active_remove(b, formatting);
	remove_opened(b, find_node(b, formatting) - 1);
	open_insert(b, find_node(b, block_element.node),
	    (struct opened){.node = node, .id = id});
}

void
adopt(struct builder *b, enum tag_id id)
{
	if (is_named(b, top(b)) && active_at(b, top(b)->node) == 0) {
		pop(b);
		return;
	}
	for (int i = 0; i < 8; i++) {
		size_t listed = active_find(b, id), open, block;
		xmlNodePtr node;

		if (listed == 0) {
			body_end_other(b);
			return;
		}
		node = b->active.at[listed - 1].node;
		open = find_node(b, node);
		if (open == 0) {
			active_remove(b, node);
			return;
		}
		if (!opened_in_scope(b, open))
			return;
		block = furthest_block(b, open);
		if (block == 0) {
			pop_to(b, open - 1);
			active_remove(b, node);
			return;
		}
		adopt_once(b, open, block);
	}
}
