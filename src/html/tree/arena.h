/* SPDX-License-Identifier: MIT */
/*
 * The memory of a tree's nodes: libxml2's allocations, while a tree is built,
 * come from blocks that are released together with the tree, without a look at
 * each node.  At other times they are malloc's.
 */
#ifndef HTML_TREE_ARENA_H
#define HTML_TREE_ARENA_H

/* Before any other call of libxml2 in the process; again is no harm. */
void arena_set_up(void);

/* From here, up to arena_end, allocations are the tree's. */
void arena_begin(void);
void arena_end(void);

/* All of them are released. */
void arena_empty(void);

#endif
