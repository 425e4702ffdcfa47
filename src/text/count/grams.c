/* SPDX-License-Identifier: MIT */
#include "text/count/grams.h"

#include <stdlib.h>

#include "base/complain.h"
#include "base/mem.h"

enum { FIRST = 1024 };

/* ---- where they occur ---- */

static struct spreads
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

static void
spreads_free(struct spreads *s, size_t rows)
{
	free_bufs(s, rows);
	free(s->rows);
	free(s->tracks);
	*s = (struct spreads){0};
}

static void
spreads_resize(struct spreads *s, size_t rows)
{
	if (s->size > 0)
		s->rows = mem_resize(s->rows, rows, s->size);
	if (s->what & SPREAD_PLACES)
		s->tracks = mem_resize(s->tracks, rows, sizeof *s->tracks);
}

static void
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

/* ---- n-grams ---- */


static void
resize_slots(struct grams *g, size_t slots)
{
	enum { LINE = 64 };
	void *memory = mem_alloc(slots * sizeof *g->slots + LINE, 1);

	g->memory = memory;
	g->slots = (void *)((char *)memory + (-(uintptr_t)memory % LINE));
	g->mask = slots - 1;
}

struct grams
grams_open(bool pairs, bool owned, unsigned what)
{
	struct grams g = {.owned = owned, .spreads = spreads_of(what)};

	map_seed(g.seed);
	g.seed[1] |= 1;
	if (pairs)
		resize_slots(&g, FIRST);
	return g;
}

void
grams_free(struct grams *g)
{
	spreads_free(&g->spreads, g->n);
	free(g->memory);
	free(g->prefixes);
	free(g->words);
	free(g->owners);
	free(g->counts);
	*g = (struct grams){0};
}

void
grams_clear(struct grams *g)
{
	free_bufs(&g->spreads, g->n);
	if (g->slots != NULL)
		memset(g->slots, 0, (g->mask + 1) * sizeof *g->slots);
	g->n = 0;
}

static void
more_rows(struct grams *g)
{
	g->cap = g->cap > 0 ? 2 * g->cap : FIRST;
	if (g->slots != NULL) {
		g->prefixes = mem_resize(g->prefixes, g->cap,
		    sizeof *g->prefixes);
		g->words = mem_resize(g->words, g->cap, sizeof *g->words);
	}
	if (g->owned)
		g->owners = mem_resize(g->owners, g->cap, sizeof *g->owners);
	g->counts = mem_resize(g->counts, g->cap, sizeof *g->counts);
	spreads_resize(&g->spreads, g->cap);
}

static uint32_t
add_row(struct grams *g)
{
	if (g->n == VOCAB_NONE - 16)
		die("more than 4 billion different n-grams");
	if (g->n == g->cap)
		more_rows(g);
	g->counts[g->n] = 0;
	spreads_begin(&g->spreads, g->n);
	return g->n++;
}

void
grams_extend(struct grams *g, uint32_t n)
{
	while (g->n < n)
		add_row(g);
}

static struct grams_slot *
free_slot(struct grams *g, uint32_t prefix, uint32_t word)
{
	size_t at = grams_hash(g, prefix, word);

	while (g->slots[at].number != 0)
		at = (at + 1) & g->mask;
	return &g->slots[at];
}

static void
grow(struct grams *g)
{
	struct grams_slot *old = g->slots;
	void *memory = g->memory;
	size_t slots = g->mask + 1;

	resize_slots(g, 2 * slots);
	for (size_t i = 0; i < slots; i++)
		if (old[i].number != 0)
			*free_slot(g, old[i].prefix, old[i].word) = old[i];
	free(memory);
}

struct grams_slot *
grams_add(struct grams *g, uint32_t prefix, uint32_t word)
{
	struct grams_slot *slot;
	uint32_t number;

	if (g->n >= g->mask / 3 * 2)
		grow(g);
	slot = free_slot(g, prefix, word);
	number = add_row(g);
	g->prefixes[number] = prefix;
	g->words[number] = word;
	*slot = (struct grams_slot){prefix, word, number + 1, 0};
	return slot;
}

void
grams_settle(struct grams *g)
{
	for (size_t i = 0; g->slots != NULL && i <= g->mask; i++) {
		if (g->slots[i].count == 0)
			continue;
		g->counts[g->slots[i].number - 1] += g->slots[i].count;
		g->slots[i].count = 0;
	}
}

static size_t
row_bytes(const struct grams *g)
{
	return (g->slots != NULL ? 2 * sizeof *g->words : 0) +
	    (g->owned ? sizeof *g->owners : 0) + sizeof *g->counts +
	    g->spreads.size + (g->spreads.tracks != NULL ?
	    sizeof *g->spreads.tracks : 0);
}

static size_t
bytes_now(const struct grams *g)
{
	size_t slots = g->slots != NULL ? g->mask + 1 : 0;

	return slots * sizeof *g->slots + g->cap * row_bytes(g) +
	    g->spreads.beside;
}

size_t
grams_bytes_with(const struct grams *g, size_t more)
{
	size_t bytes = bytes_now(g);

	if (g->slots != NULL && g->n + more >= g->mask / 3 * 2)
		bytes += 2 * (g->mask + 1) * sizeof *g->slots;
	if (g->n + more > g->cap)
		bytes += 2 * g->cap * row_bytes(g);
	return bytes;
}
