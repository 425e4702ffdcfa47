/* SPDX-License-Identifier: MIT */
#include "html/render/render.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	COLUMNS = 1000,   /* of a grid; colspan is clamped to it as in HTML */
	ROWS_SPAN = 65534,
	PAD_MOST = 60     /* columns that a cell is filled up to */
};

/* ---- is it data? ---- */

static void
play(struct render *c)
{
	struct tape tape = c->table.tape;

	c->table = (struct held_table){0};
	c->table_free = true;
	tape_play(&tape, &paint_reader, c);
	c->table_free = false;
	tape_free(&tape);
}

/* Too large to hold: its rows come as they are, not aligned. */
static void
stream_if_large(struct render *c)
{
	if (c->table.tape.events.n <= PAINT_HELD)
		return;
	c->rows = true;
	play(c);
}

/* Blocks that columns cannot hold side by side. */
static bool
is_layout(struct held_table *t, const struct element *e)
{
	switch (e->tag->id) {
	case TAG_TABLE: case TAG_UL: case TAG_OL: case TAG_DL: case TAG_PRE:
	case TAG_BLOCKQUOTE: case TAG_HR: case TAG_FORM: case TAG_FIGURE:
	case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
	case TAG_H6: case TAG_ARTICLE: case TAG_SECTION: case TAG_TEXTAREA:
	case TAG_MENU: case TAG_DIR: case TAG_LISTING: case TAG_XMP:
		return true;
	case TAG_P: case TAG_DIV:
		return ++t->blocks > 1 && !t->headed;
	default:
		return false;
	}
}

static void
count_cell(struct held_table *t, const struct element *e)
{
	switch (e->tag->id) {
	case TAG_TR:
		t->cells = 0;
		break;
	case TAG_TH: case TAG_TD:
		t->blocks = 0;
		t->cells++;
		t->rows += t->cells == 2;
		t->headed |= e->tag->id == TAG_TH ||
		    element_get(e, "scope") != NULL;
		break;
	case TAG_CAPTION:
		t->headed = true;
		break;
	default:
		break;
	}
}

bool
table_enter(struct render *c, const struct element *e)
{
	struct held_table *t = &c->table;
	bool begins = t->depth == 0 && !c->table_free &&
	    e->tag->id == TAG_TABLE && c->pre == 0 && !c->in_cell;

	if (t->depth == 0 && !begins)
		return false;
	if (t->depth > 0 && is_layout(t, e)) {
		play(c);
		return table_enter(c, e);
	}
	count_cell(t, e);
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

/* ---- the grid ---- */

struct cell {
	size_t at, n;  /* in the grid's text */
	int row, column, span;
	size_t columns; /* of a terminal */
};

struct grid {
	struct render *canvas;
	struct lines lines, *outer;
	struct sink text;
	struct buf cells;
	int row, column, columns; /* columns: as many as may hold a cell */
	unsigned short busy[COLUMNS]; /* rows that a cell above still covers */
	bool starts[COLUMNS];
	size_t width[COLUMNS];
	bool in_cell, header;
};

static struct cell *
cells_of(const struct grid *g)
{
	return (struct cell *)(void *)g->cells.s;
}

static size_t
cell_count(const struct grid *g)
{
	return g->cells.n / sizeof(struct cell);
}

static int
span_of(const struct element *e, const char *name, int most)
{
	const char *s = element_get(e, name);
	long n = s != NULL ? strtol(s, NULL, 10) : 1;

	return n < 1 ? 1 : n > most ? most : (int)n;
}

static void
next_row(struct grid *g)
{
	if (g->row >= 0)
		for (int i = 0; i < g->columns; i++)
			g->busy[i] -= g->busy[i] > 0;
	g->row++;
	g->column = 0;
}

static void
begin_cell(struct grid *g, const struct element *e)
{
	int rows = span_of(e, "rowspan", ROWS_SPAN);
	struct cell cell = {.at = g->text.buf.n, .row = g->row,
	    .span = span_of(e, "colspan", COLUMNS)};

	while (g->column < COLUMNS - 1 && g->busy[g->column] > 0)
		g->column++;
	if (g->column > COLUMNS - 1)
		g->column = COLUMNS - 1;
	cell.column = g->column;
	if (cell.span > COLUMNS - g->column)
		cell.span = COLUMNS - g->column;
	for (int i = 0; i < cell.span; i++)
		g->busy[g->column + i] = (unsigned short)rows;
	g->column += cell.span;
	if (g->columns < g->column)
		g->columns = g->column;
	g->starts[cell.column] = true;
	g->in_cell = true;
	buf_put(&g->cells, (const char *)&cell, sizeof cell);
	lines_clear(&g->lines);
	g->canvas->lines = &g->lines;
}

/* A cell's lines become one. */
static void
end_cell(struct grid *g)
{
	struct cell *cell = cells_of(g) + cell_count(g) - 1;
	char *s;

	marks_break(&g->canvas->marks, &g->lines);
	lines_break(&g->lines, 1);
	cell->n = g->text.buf.n - cell->at;
	s = cell->n > 0 ? g->text.buf.s + cell->at : NULL;
	for (size_t i = 0; i < cell->n; i++)
		if (s[i] == '\n' || s[i] == '\t')
			s[i] = ' ';
	cell->columns = wrap_columns((struct str){s, cell->n});
	g->in_cell = false;
	g->canvas->lines = g->outer;
}

static bool
is_cell(const struct tag *tag)
{
	return tag->id == TAG_TD || tag->id == TAG_TH;
}

static void
grid_enter(void *data, const struct element *e)
{
	struct grid *g = data;

	if (e->tag->id == TAG_TR)
		next_row(g);
	if (is_cell(e->tag) && !g->in_cell) {
		if (g->row < 0)
			next_row(g);
		begin_cell(g, e);
	} else if (e->tag->id != TAG_TABLE) {
		paint_reader.enter(g->canvas, e);
	}
}

static void
grid_leave(void *data, const struct tag *tag)
{
	struct grid *g = data;

	if (is_cell(tag))
		end_cell(g);
	else if (tag->id != TAG_TABLE)
		paint_reader.leave(g->canvas, tag);
}

static void
grid_text(void *data, struct str text)
{
	struct grid *g = data;

	paint_reader.text(g->canvas, text);
}

static void
grid_ended(void *data, const struct tag *tag)
{
	struct grid *g = data;

	paint_reader.ended(g->canvas, tag);
}

/* ---- its layout ---- */

/* Columns in which no cell begins do not show. */
static int
number_columns(struct grid *g)
{
	int index[COLUMNS], n = 0;

	for (int i = 0; i < g->columns; i++) {
		index[i] = n;
		n += g->starts[i];
	}
	for (size_t i = 0; i < cell_count(g); i++) {
		struct cell *cell = cells_of(g) + i;
		int end = cell->column + cell->span;

		end = end < g->columns ? index[end] : n;
		cell->column = index[cell->column];
		cell->span = end - cell->column;
		if (cell->span < 1)
			cell->span = 1;
	}
	return n;
}

static void
measure(struct grid *g)
{
	for (size_t i = 0; i < cell_count(g); i++) {
		const struct cell *cell = cells_of(g) + i;
		size_t n = cell->columns < PAD_MOST ? cell->columns : PAD_MOST;

		if (cell->span == 1 && g->width[cell->column] < n)
			g->width[cell->column] = n;
	}
}

static void
put_row_aligned(struct grid *g, const struct cell *cell, size_t n)
{
	struct lines *l = g->canvas->lines;
	size_t at = 0, start = 0;
	int column = 0;

	for (size_t i = 0; i < n; i++) {
		for (; column < cell[i].column; column++)
			start += g->width[column] + 2;
		if (cell[i].n == 0)
			continue;
		do
			lines_blank(l, ' ');
		while (++at < start);
		if (i == 0 && start == 0) {
			l->blanks.n = 0;
			at = 0;
		} else if (at > start && start > 0 && cell[i].column > 0) {
			lines_blank(l, ' '); /* two at least */
			at++;
		}
		lines_put(l, (struct str){g->text.buf.s + cell[i].at, cell[i].n});
		at += cell[i].columns;
	}
	lines_break(l, 1);
}

/* TABs between, or pipes around: every column has its place. */
static void
put_row_marked(struct grid *g, const struct cell *cell, size_t n, int columns)
{
	struct lines *l = g->canvas->lines;
	bool pipes = g->canvas->options->markdown;
	struct buf row = {0};
	size_t i = 0;

	for (int k = 0; k < columns; k++) {
		if (pipes)
			buf_puts(&row, "| ");
		else if (k > 0)
			buf_putc(&row, '\t');
		if (i < n && cell[i].column == k) {
			buf_put(&row, g->text.buf.s + cell[i].at, cell[i].n);
			i++;
		}
		if (pipes)
			buf_putc(&row, ' ');
	}
	if (pipes)
		buf_putc(&row, '|');
	lines_put(l, buf_str(&row));
	lines_break(l, 1);
	buf_free(&row);
}

static void
put_delimiters(struct grid *g, int columns)
{
	for (int k = 0; k < columns; k++)
		lines_put(g->canvas->lines, k == 0 ? STR("| --- |") : STR(" --- |"));
	lines_break(g->canvas->lines, 1);
}

static void
put_grid(struct grid *g)
{
	const struct paint_options *o = g->canvas->options;
	const struct cell *cell = cells_of(g);
	int columns = number_columns(g), width = g->outer->wrap.width;
	size_t n = cell_count(g), end;

	measure(g);
	g->outer->wrap.width = 0; /* a row is a line */
	for (size_t i = 0; i < n; i = end) {
		for (end = i; end < n && cell[end].row == cell[i].row;)
			end++;
		if (o->markdown || o->tsv)
			put_row_marked(g, cell + i, end - i, columns);
		else
			put_row_aligned(g, cell + i, end - i);
		if (o->markdown && i == 0)
			put_delimiters(g, columns);
	}
	g->outer->wrap.width = width;
}

static void
lay_out(struct render *c)
{
	static const struct flow_reader reader = {grid_enter, grid_leave,
	    grid_text, NULL, grid_ended};
	struct grid *g = mem_alloc(1, sizeof *g);
	struct tape tape = c->table.tape;

	g->canvas = c;
	g->outer = c->lines;
	g->lines.out = &g->text;
	g->row = -1;
	c->table = (struct held_table){0};
	render_break(c, 2);
	c->in_cell = true;
	tape_play(&tape, &reader, g);
	render_break(c, c->options->markdown ? 2 : 1); /* of text in no cell */
	c->in_cell = false;
	put_grid(g);
	render_break(c, 2);
	tape_free(&tape);
	lines_free(&g->lines);
	buf_free(&g->cells);
	buf_free(&g->text.buf);
	free(g);
}

bool
table_leave(struct render *c, const struct tag *tag)
{
	struct held_table *t = &c->table;

	if (t->depth == 0)
		return false;
	tape_leave(&t->tape, tag);
	if (--t->depth > 0)
		return true;
	if (t->rows >= 2 || (t->headed && t->rows >= 1))
		lay_out(c);
	else
		play(c);
	return true;
}
