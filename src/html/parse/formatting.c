/* SPDX-License-Identifier: MIT */
#include "html/parse/formatting.h"

#include <stdlib.h>

#include "base/mem.h"

enum { ALIKE_MOST = 3 };

/* Items behind the last one keep their buffers, to be used again. */
static struct formatting_item *
add(struct formatting *f)
{
	if (f->n == f->cap) {
		size_t cap = f->cap ? 2 * f->cap : 16;

		f->items = mem_resize(f->items, cap, sizeof *f->items);
		for (size_t i = f->cap; i < cap; i++)
			f->items[i] = (struct formatting_item){0};
		f->cap = cap;
	}
	f->items[f->n].strings.n = 0;
	return &f->items[f->n++];
}

void
formatting_remove(struct formatting *f, size_t index)
{
	struct formatting_item gone = f->items[index];

	for (size_t i = index; i + 1 < f->n; i++)
		f->items[i] = f->items[i + 1];
	f->items[--f->n] = gone;
}

static bool
alike(const struct formatting_item *item, const struct tag *tag, int count,
    struct str strings)
{
	return item->tag == tag && item->count == count &&
	    str_eq(buf_str(&item->strings), strings);
}

/* The item that leaves for another: the earliest of too many. */
static size_t
make_room(struct formatting *f, const struct tag *tag, int count,
    struct str strings)
{
	size_t first = f->n, same = 0, earliest = 0, depth;

	for (; first > 0 && f->items[first - 1].tag != NULL; first--)
		if (alike(&f->items[first - 1], tag, count, strings)) {
			same++;
			earliest = first - 1;
		}
	if (same < ALIKE_MOST) {
		if (f->n - first < FORMATTING_MOST)
			return 0;
		earliest = first;
	}
	depth = f->items[earliest].depth;
	formatting_remove(f, earliest);
	return depth;
}

size_t
formatting_push(struct formatting *f, const struct tag *tag, size_t depth,
    int count, struct str strings)
{
	size_t left = make_room(f, tag, count, strings);
	struct formatting_item *item = add(f);

	item->tag = tag;
	item->depth = depth;
	item->count = count;
	buf_put(&item->strings, strings.s, strings.n);
	return left;
}

void
formatting_mark(struct formatting *f)
{
	struct formatting_item *item = add(f);

	item->tag = NULL;
	item->depth = 0;
}

void
formatting_clear(struct formatting *f)
{
	while (f->n > 0 && f->items[--f->n].tag != NULL)
		continue;
}

size_t
formatting_find(const struct formatting *f, enum tag_id id)
{
	for (size_t i = f->n; i > 0 && f->items[i - 1].tag != NULL; i--)
		if (f->items[i - 1].tag->id == id)
			return i;
	return 0;
}

void
formatting_closed(struct formatting *f, size_t depth)
{
	for (size_t i = f->n; i > 0; i--)
		if (f->items[i - 1].depth == depth) {
			f->items[i - 1].depth = 0;
			return;
		}
}

size_t
formatting_first_closed(const struct formatting *f)
{
	size_t i = f->n;

	while (i > 0 && f->items[i - 1].tag != NULL &&
	    f->items[i - 1].depth == 0)
		i--;
	return i;
}

void
formatting_free(struct formatting *f)
{
	for (size_t i = 0; i < f->cap; i++)
		buf_free(&f->items[i].strings);
	free(f->items);
}
