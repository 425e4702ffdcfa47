/* SPDX-License-Identifier: MIT */
#include "html/render/grid.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "html/read/style.h"

/* ---- cells ---- */

static bool
is_right(const struct element *e)
{
	const char *align = element_get(e, "align");

	return (align != NULL && strcasecmp(align, "right") == 0) ||
	    style_read(element_get(e, "style")).right;
}

static void
begin_cell(struct grid *g, const struct element *e)
{
	struct cell cell = {.at = g->text.buf.n, .row = g->place.row,
	    .span = cellgrid_colspan(e),
	    .header = e->tag->id == TAG_TH, .right = is_right(e)};

	code_settle(g->render);
	render_flush(g->render);
	cell.column = cellgrid_place(&g->place, cellgrid_rowspan(e),
	    &cell.span);
	g->columns = g->place.columns;
	g->starts[cell.column] = true;
	buf_put(&g->cells, (const char *)&cell, sizeof cell);
	lines_clear(&g->lines);
	g->render->header = cell.header || cell.row == 0;
	g->render->lines = &g->lines;
}

/* The widest line of a cell's text. */
static size_t
widest(struct str t)
{
	size_t most = 0;

	while (t.n > 0) {
		const char *end = memchr(t.s, '\n', t.n);
		size_t n = end != NULL ? (size_t)(end - t.s) : t.n;
		size_t columns = wrap_columns((struct str){t.s, n});

		if (columns > most)
			most = columns;
		n += end != NULL;
		t = (struct str){t.s + n, t.n - n};
	}
	return most;
}

static void
end_cell(struct grid *g)
{
	struct cell *cell = grid_cells(g) + grid_count(g) - 1;

	script_settle(g->render);
	code_settle(g->render);
	render_flush(g->render);
	marks_break(&g->render->marks, &g->lines);
	lines_break(&g->lines, 1);
	cell->n = g->text.buf.n - cell->at;
	if (cell->n > 0)
		cell->columns = widest(
		    (struct str){g->text.buf.s + cell->at, cell->n});
	g->render->header = false;
	g->render->lines = g->outer;
}

/* ---- events ---- */

static void
grid_enter(void *data, const struct element *e)
{
	struct grid *g = data;
	bool begins = e->tag->id == TAG_TD || e->tag->id == TAG_TH;

	if (g->cell > 0) {
		g->cell++;
		paint_reader.enter(g->render, e);
		return;
	}
	if (e->tag->id == TAG_TR)
		cellgrid_row(&g->place);
	if (begins) {
		if (g->place.row < 0)
			cellgrid_row(&g->place);
		g->cell = 1;
		begin_cell(g, e);
	} else if (g->inner > 0 || (e->tag->id == TAG_TABLE && g->begun)) {
		g->inner++;
		paint_reader.enter(g->render, e);
	} else if (e->tag->id != TAG_TABLE) {
		paint_reader.enter(g->render, e);
	}
	g->begun = true;
}

static void
grid_leave(void *data, const struct tag *tag)
{
	struct grid *g = data;

	if (g->cell == 1) {
		g->cell = 0;
		end_cell(g);
		return;
	}
	g->cell -= g->cell > 0;
	if (g->cell == 0 && (tag->id == TAG_TBODY || tag->id == TAG_THEAD ||
	        tag->id == TAG_TFOOT))
		cellgrid_end_group(&g->place);
	if (g->cell > 0 || g->inner > 0 || tag->id != TAG_TABLE)
		paint_reader.leave(g->render, tag);
	if (g->cell == 0)
		g->inner -= g->inner > 0;
}

static void
grid_text(void *data, struct str text)
{
	struct grid *g = data;

	paint_reader.text(g->render, text);
}

static void
grid_ended(void *data, const struct tag *tag)
{
	struct grid *g = data;

	paint_reader.ended(g->render, tag);
}

void
grid_put(struct render *c, const struct tape *tape)
{
	static const struct flow_reader reader = {grid_enter, grid_leave,
	    grid_text, NULL, grid_ended};
	const struct paint_options *o = c->options;
	struct grid *g = mem_alloc(1, sizeof *g);

	g->render = c;
	g->outer = c->lines;
	g->lines.out = &g->text;
	lines_flatten(&g->lines, o->width == 0 || o->markdown || o->tsv, "");
	g->lines.dense = true;
	g->place = (struct cellgrid){.most = GRID_COLUMNS, .row = -1};
	render_break(c, 2);
	c->in_cell = true;
	tape_play(tape, &reader, g);
	render_break(c, o->markdown ? 2 : 1); /* of text in no cell */
	c->in_cell = false;
	columns_put(g);
	render_break(c, 2);
	lines_free(&g->lines);
	buf_free(&g->cells);
	cellgrid_free(&g->place);
	buf_free(&g->text.buf);
	free(g);
}
