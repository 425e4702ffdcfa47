/* SPDX-License-Identifier: MIT */
/*
 * A table is held until its end, when it is known to be one of data, which
 * html/render/grid lays out, or to lay out the page: then its cells are
 * written one after the other.  It is data
 *
 *   - with two rows of two cells, or one if it is headed, that is, has a th,
 *     a caption or a scope, or if a cell above it spans columns;
 *   - unless its role says that it is none, or a form or a section is in it;
 *   - if it is headed, no cell is longer than HEADED_MOST;
 *   - if it is not, no cell is longer than PLAIN_MOST, has more line breaks
 *     than LINES_MOST, or holds a list, a table or another large box, none of
 *     more than LOOSE_MOST has two paragraphs, and at most a third of all have.
 *
 * A table of two columns, of which the first one counts the lines of code in
 * the second, is that code.
 */
#include "html/render/grid.h"

#include <stdlib.h>
#include <string.h>

#include "html/token/lookahead.h"

enum {
	HEADED_MOST = 1000, PLAIN_MOST = 300, LOOSE_MOST = 100, /* columns */
	LINES_MOST = 3, /* br in a cell */
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

/* ---- what speaks for either ---- */

/* Boxes that columns do not hold side by side, unless they have headers. */
static bool
is_large(enum tag_id id)
{
	switch (id) {
	case TAG_TABLE: case TAG_UL: case TAG_OL: case TAG_DL: case TAG_PRE:
	case TAG_BLOCKQUOTE: case TAG_HR: case TAG_FIGURE: case TAG_MENU:
	case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
	case TAG_H6: case TAG_DIR: case TAG_LISTING: case TAG_XMP:
		return true;
	default:
		return false;
	}
}

static bool
is_section(enum tag_id id)
{
	return id == TAG_FORM || id == TAG_ARTICLE || id == TAG_SECTION ||
	    id == TAG_TEXTAREA;
}

static bool
spans_columns(const struct element *e)
{
	const char *s = element_get(e, "colspan");

	return s != NULL && strtol(s, NULL, 10) > 1;
}

static void
end_cell(struct held_table *t)
{
	if (t->cell_columns > t->most)
		t->most = t->cell_columns;
	if (t->paragraphs > 1) {
		t->loose++;
		t->loose_long |= t->cell_columns > LOOSE_MOST;
	}
	t->all++;
}

static void
begin_cell(struct held_table *t, const struct element *e)
{
	t->paragraphs = 0;
	t->cell_columns = 0;
	t->brs = 0;
	t->in_paragraph = t->after_br = false;
	t->cells++;
	t->wide += t->cells == 2;
	t->spanned |= t->wide == 0 && spans_columns(e);
	t->headed |= e->tag->id == TAG_TH || element_get(e, "scope") != NULL;
	t->gutter.broken |= t->cells > 2;
	t->gutter.number = -1;
}

static void
end_number(struct gutter *g)
{
	if (g->number < 0)
		return;
	g->broken |= g->any && g->number != g->last + 1;
	g->any = true;
	g->last = g->number;
	g->number = -1;
}

/* Text of the first cell in a row: the numbers of lines, or not. */
static void
count_gutter(struct gutter *g, struct str text)
{
	for (size_t i = 0; i < text.n && !g->broken; i++) {
		char c = text.s[i];

		if (c >= '0' && c <= '9')
			g->number = (g->number < 0 ? 0 : g->number % 100000000)
			    * 10 + (c - '0');
		else if (is_space(c))
			end_number(g);
		else
			g->broken = true;
	}
}

static int
columns_of(struct str text)
{
	int n = 0;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		n += ((c & 0xC0) != 0x80) + (c >= 0xE3 && c < 0xF0);
	}
	return n;
}

static void
judge_text(struct held_table *t, struct str text)
{
	if (t->cell == 0)
		return;
	if (t->cells == 1 && t->tables == 1)
		count_gutter(&t->gutter, text);
	t->cell_columns += t->cell_columns < HEADED_MOST * 2
	    ? columns_of(text) : 0;
	t->paragraphs += !t->in_paragraph;
	t->in_paragraph = true;
	t->after_br = false;
}

static void
judge_own(struct held_table *t, const struct element *e)
{
	const char *role = element_get(e, "role");

	switch (e->tag->id) {
	case TAG_TABLE:
		t->never |= role != NULL && (strcmp(role, "presentation") == 0 ||
		    strcmp(role, "none") == 0);
		break;
	case TAG_TR:
		t->cells = 0;
		break;
	case TAG_TH: case TAG_TD:
		begin_cell(t, e);
		break;
	case TAG_CAPTION:
		t->headed = true;
		break;
	default:
		break;
	}
}

static void
judge_enter(struct held_table *t, const struct element *e)
{
	enum tag_id id = e->tag->id;

	if (t->tables <= 1)
		judge_own(t, e);
	if (t->depth == 0)
		return;
	t->never |= is_section(id);
	t->large |= is_large(id);
	t->code |= id == TAG_PRE || id == TAG_CODE;
	if (e->tag->box != BOX_INLINE || (id == TAG_BR && t->after_br))
		t->in_paragraph = false;
	t->after_br = id == TAG_BR;
	t->brs += id == TAG_BR;
	t->lined |= t->brs > LINES_MOST;
	end_number(&t->gutter);
}

static void
judge_leave(struct held_table *t, const struct tag *tag)
{
	if (tag->box != BOX_INLINE) {
		t->in_paragraph = false;
		end_number(&t->gutter);
	}
	if (t->tables == 1 && is_cell(tag) && t->cell == 1)
		end_cell(t);
}

static bool
is_data(const struct held_table *t)
{
	if (t->never || t->wide == 0)
		return false;
	if (t->headed)
		return t->most <= HEADED_MOST;
	return t->wide + t->spanned >= 2 && !t->large && !t->lined && t->most <= PLAIN_MOST &&
	    !t->loose_long && 3 * t->loose <= t->all;
}

static bool
is_listing(const struct held_table *t, const struct render *c)
{
	return t->gutter.any && !t->gutter.broken && !t->headed &&
	    t->wide > 0 && (t->code || c->coding != CODE_NONE || c->pre > 0);
}

/* ---- layout: one cell after the other ---- */

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
	if (e->tag->id != TAG_TABLE || c->table.depth > 0)
		return false;
	if (c->table_plays) {
		c->table_plays = false;
		return false;
	}
	c->table.gutter.number = -1;
	return !c->in_cell && c->rows == 0 && c->tables_played < NESTED_MOST;
}

bool
table_enter(struct render *c, const struct element *e)
{
	struct held_table *t = &c->table;

	if (t->depth == 0 && !begins(c, e))
		return false;
	t->tables += e->tag->id == TAG_TABLE;
	judge_enter(t, e);
	if (t->cell > 0 || (t->tables == 1 && (is_cell(e->tag) ||
	        e->tag->id == TAG_CAPTION)))
		t->cell++;
	t->depth++;
	tape_enter(&t->tape, e);
	stream_if_large(c);
	return true;
}

bool
table_text(struct render *c, struct str text)
{
	if (c->table.depth == 0)
		return false;
	c->table.stray |= c->table.cell == 0;
	judge_text(&c->table, text);
	tape_text(&c->table.tape, text);
	stream_if_large(c);
	return true;
}

bool
table_ended(struct render *c, const struct tag *tag)
{
	if (c->table.depth == 0)
		return false;
	tape_ended(&c->table.tape, tag);
	stream_if_large(c);
	return true;
}

bool
table_leave(struct render *c, const struct tag *tag)
{
	struct held_table *t = &c->table;

	if (t->depth == 0)
		return false;
	judge_leave(t, tag);
	tape_leave(&t->tape, tag);
	t->tables -= tag->id == TAG_TABLE;
	t->cell -= t->cell > 0;
	if (--t->depth > 0)
		return true;
	if (c->pre == 0 && c->coding == CODE_NONE && is_data(t) &&
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
