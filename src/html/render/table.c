/* SPDX-License-Identifier: MIT */
/*
 * A table is held until its end, when it is known to be one of data, which
 * html/render/grid lays out, or to lay out the page: then its cells are
 * written one after the other: html/read/tablekind knows which.
 *
 * A table of two columns, of which the first one counts the lines of code in
 * the second, is that code.
 */
#include "html/render/grid.h"

enum {
	NESTED_MOST = 8 /* tables in tables that are held; deeper ones stream */
};

static bool
is_cell(const struct tag *tag)
{
	return tag->id == TAG_TD || tag->id == TAG_TH;
}

static bool
is_part(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_TABLE: case TAG_CAPTION: case TAG_COLGROUP: case TAG_TBODY:
	case TAG_THEAD: case TAG_TFOOT: case TAG_TR: case TAG_TD: case TAG_TH:
		return true;
	default:
		return false;
	}
}

/* ---- layout: one cell after the other ---- */

static bool
is_listing(const struct held_table *t, const struct render *c)
{
	return tablekind_is_listing(&t->kind, c->coding != CODE_NONE ||
	    c->pre > 0);
}

/*
 * What stands in the table but in no cell comes before it (HTML 13.2.6.4.9):
 * the events are played twice, first that, then the rest.
 */
struct sieve {
	struct render *c;
	bool stray;    /* which of the two */
	bool listing;  /* without the first cell of a row */
	int cell;      /* open elements from a cell of this table */
	int inner;     /* the same from a table that is in no cell */
	int dropped;   /* the same from a cell that is left out */
	int cells;     /* of this row */
	bool begun;    /* the table itself has */
};

/* Whether an element, as it begins or ends, is to be played now. */
static bool
passes(const struct sieve *s, const struct tag *tag)
{
	bool stray = s->cell == 0 && (s->inner > 0 || !is_part(tag));

	return s->dropped == 0 && stray == s->stray;
}

static void
sieve_enter(void *ctx, const struct element *e)
{
	struct sieve *s = ctx;
	bool begins = s->cell == 0 && s->inner == 0;

	if (begins && e->tag->id == TAG_TR)
		s->cells = 0;
	if (s->dropped > 0 || (begins && is_cell(e->tag) && ++s->cells == 1 &&
	        s->listing))
		s->dropped++;
	if (s->cell > 0 || (begins && (is_cell(e->tag) ||
	        e->tag->id == TAG_CAPTION)))
		s->cell++;
	else if (s->inner > 0 || (e->tag->id == TAG_TABLE && s->begun))
		s->inner++;
	s->begun = true;
	if (passes(s, e->tag))
		paint_reader.enter(s->c, e);
}

static void
sieve_leave(void *ctx, const struct tag *tag)
{
	struct sieve *s = ctx;

	if (passes(s, tag))
		paint_reader.leave(s->c, tag);
	s->dropped -= s->dropped > 0;
	if (s->cell > 0)
		s->cell--;
	else if (s->inner > 0)
		s->inner--;
}

static void
sieve_text(void *ctx, struct str text)
{
	struct sieve *s = ctx;

	if (s->dropped == 0 && (s->cell == 0) == s->stray)
		paint_reader.text(s->c, text);
}

static void
sieve_ended(void *ctx, const struct tag *tag)
{
	struct sieve *s = ctx;

	if (s->dropped == 0 && (s->cell == 0) == s->stray)
		paint_reader.ended(s->c, tag);
}

static void
play(struct render *c, struct sieve sieve, const struct tape *tape)
{
	static const struct flow_reader reader = {sieve_enter, sieve_leave,
	    sieve_text, NULL, sieve_ended};

	c->table_plays = !sieve.stray;
	tape_play(tape, &reader, &sieve);
	c->table_plays = false;
}

/* `whole`: nothing of it is still to come. */
static void
lay_out_cells(struct render *c, bool whole)
{
	struct held_table t = c->table;
	bool listing = whole && is_listing(&t, c);

	c->table = (struct held_table){0};
	c->tables_played++;
	if (whole && t.stray)
		play(c, (struct sieve){.c = c, .stray = true}, &t.tape);
	if (whole)
		play(c, (struct sieve){.c = c, .listing = listing}, &t.tape);
	else
		tape_play(&t.tape, &paint_reader, c);
	c->tables_played--;
	tape_free(&t.tape);
}

/* Too large to hold: its rows come as they are, not aligned. */
static void
stream_if_large(struct render *c)
{
	if (c->table.tape.events.n <= PAINT_HELD)
		return;
	c->rows_begin = true;
	c->table_plays = true;
	lay_out_cells(c, false);
	c->table_plays = false;
}

/* ---- holding ---- */

/* Whether a table that begins is to be held: not the one that is played. */
static bool
begins(struct render *c, const struct element *e)
{
	if (e->tag->id != TAG_TABLE || c->table.kind.depth > 0)
		return false;
	if (c->table_plays) {
		c->table_plays = false;
		return false;
	}
	return !c->in_cell && c->rows == 0 && c->tables_played < NESTED_MOST;
}

bool
table_enter(struct render *c, const struct element *e)
{
	struct held_table *t = &c->table;

	if (t->kind.depth == 0 && !begins(c, e))
		return false;
	tablekind_enter(&t->kind, e);
	tape_enter(&t->tape, e);
	stream_if_large(c);
	return true;
}

bool
table_text(struct render *c, struct str text)
{
	if (c->table.kind.depth == 0)
		return false;
	c->table.stray |= c->table.kind.cell == 0;
	tablekind_text(&c->table.kind, text);
	tape_text(&c->table.tape, text);
	stream_if_large(c);
	return true;
}

bool
table_ended(struct render *c, const struct tag *tag)
{
	if (c->table.kind.depth == 0)
		return false;
	tape_ended(&c->table.tape, tag);
	stream_if_large(c);
	return true;
}

bool
table_leave(struct render *c, const struct tag *tag)
{
	struct held_table *t = &c->table;

	if (t->kind.depth == 0)
		return false;
	tablekind_leave(&t->kind, tag);
	tape_leave(&t->tape, tag);
	if (t->kind.depth > 0)
		return true;
	if (c->pre == 0 && c->coding == CODE_NONE &&
	    tablekind_is_data(&t->kind) &&
	    !is_listing(t, c)) {
		struct tape tape = t->tape;

		*t = (struct held_table){0};
		grid_put(c, &tape);
		tape_free(&tape);
	} else {
		lay_out_cells(c, true);
	}
	return true;
}
