/* SPDX-License-Identifier: MIT */
#include "text/count/spread.h"

#include <stdlib.h>

#include "base/mem.h"

struct spreads
spreads_of(unsigned what)
{
	struct spreads s = {.what = what};

	if (what & SPREAD_PARTS)
		s.size = sizeof(struct spread);
	else if (what & SPREAD_DOCS)
		s.size = offsetof(struct spread, here);
	return s;
}

static void
free_bufs(struct spreads *s, size_t rows)
{
	if (s->what & SPREAD_PARTS)
		for (size_t i = 0; i < rows; i++)
			buf_free(&spread_at(s, i)->parts);
	if (s->what & SPREAD_PLACES)
		for (size_t i = 0; i < rows; i++)
			buf_free(&s->tracks[i].places);
	s->beside = 0;
}

void
spreads_free(struct spreads *s, size_t rows)
{
	free_bufs(s, rows);
	free(s->rows);
	free(s->tracks);
	*s = (struct spreads){0};
}

void
spreads_clear(struct spreads *s, size_t rows)
{
	free_bufs(s, rows);
}

void
spreads_resize(struct spreads *s, size_t rows)
{
	if (s->size > 0)
		s->rows = mem_resize(s->rows, rows, s->size);
	if (s->what & SPREAD_PLACES)
		s->tracks = mem_resize(s->tracks, rows, sizeof *s->tracks);
}

void
spreads_begin(struct spreads *s, size_t row)
{
	if (s->size > 0)
		memset(s->rows + row * s->size, 0, s->size);
	if (s->what & SPREAD_PLACES)
		s->tracks[row] = (struct track){0};
}

static void
put_part(struct spreads *s, struct spread *x)
{
	size_t before = x->parts.cap;

	if (x->here == 0)
		return;
	varint_put(&x->parts, x->last - x->in_parts);
	varint_put(&x->parts, x->here);
	x->in_parts = x->last;
	x->here = 0;
	s->beside += x->parts.cap - before;
}

void
spread_begin(struct spreads *s, struct spread *x, uint64_t doc)
{
	if (s->what & SPREAD_PARTS)
		put_part(s, x);
	x->docs++;
	x->last = doc;
	if (x->first == 0)
		x->first = doc;
}

void
spread_entry(struct spreads *s, size_t row, struct entry *e)
{
	struct spread *x;

	if (s->what & SPREAD_PLACES)
		e->places = buf_str(&s->tracks[row].places);
	if (s->size == 0)
		return;
	x = spread_at(s, row);
	e->docs = x->docs;
	e->first = x->first;
	e->last = x->last;
	if (s->what & SPREAD_PARTS) {
		put_part(s, x);
		e->parts = buf_str(&x->parts);
	}
}
