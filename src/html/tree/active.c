/* SPDX-License-Identifier: MIT */
/*
 * The list of active formatting elements (13.2.4.3).
 */
#include <string.h>

#include "html/tree/builder.h"
#include "html/tree/write.h"

static void
take_out(struct builder *b, size_t at)
{
	memmove(b->active.at + at, b->active.at + at + 1,
	    (b->active.n - at - 1) * sizeof *b->active.at);
	b->active.n--;
}

/* The same name and attributes, in any order. */
static bool
are_alike(xmlNodePtr x, xmlNodePtr y)
{
	int n = 0;

	if (x->name != y->name)
		return false;
	for (xmlAttrPtr a = x->properties; a != NULL; a = a->next, n++) {
		xmlAttrPtr other = xmlHasProp(y, a->name);

		if (other == NULL || strcmp(attribute_value(a),
		    attribute_value(other)) != 0)
			return false;
	}
	for (xmlAttrPtr a = y->properties; a != NULL; a = a->next)
		n--;
	return n == 0;
}

/* Of four alike the first goes: the "Noah's Ark clause"; of more than
 * TREE_FORMATTING the first, too. */
void
active_push(struct builder *b, struct opened *e)
{
	size_t first = 0, alike = 0, i;

	for (i = b->active.n; i > 0; i--) {
		const struct active *a = &b->active.at[i - 1];

		if (a->node == NULL)
			break;
		if (are_alike(a->node, e->node)) {
			first = i - 1;
			alike++;
		}
	}
	if (alike >= 3)
		take_out(b, first);
	else if (b->active.n - i >= TREE_FORMATTING)
		take_out(b, i);
	*vec_add(&b->active) = (struct active){e->node, e->id};
}

void
active_mark(struct builder *b)
{
	*vec_add(&b->active) = (struct active){NULL, TAG_OTHER};
}

void
active_clear(struct builder *b)
{
	while (b->active.n > 0)
		if (b->active.at[--b->active.n].node == NULL)
			return;
}

void
active_remove(struct builder *b, xmlNodePtr node)
{
	for (size_t i = b->active.n; i > 0; i--)
		if (b->active.at[i - 1].node == node) {
			take_out(b, i - 1);
			return;
		}
}

size_t
active_find(const struct builder *b, enum tag_id id)
{
	for (size_t i = b->active.n; i > 0; i--) {
		if (b->active.at[i - 1].node == NULL)
			return 0;
		if (b->active.at[i - 1].id == id)
			return i;
	}
	return 0;
}

void
active_reopen(struct builder *b)
{
	size_t i = b->active.n;

	while (i > 0 && b->active.at[i - 1].node != NULL &&
	    find_node(b, b->active.at[i - 1].node) == 0)
		i--;
	for (; i < b->active.n; i++) {
		struct active *a = &b->active.at[i];

		a->node = insert_again(b, a->node, a->id)->node;
	}
}
