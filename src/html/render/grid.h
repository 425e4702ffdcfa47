/* SPDX-License-Identifier: MIT */
/*
 * A table of data: its cells by row and column (HTML 4.9.12), then written
 * in columns, or with TABs or pipes between them.
 *
 * Without a width, and with TABs or pipes, a cell is one line: its paragraphs
 * are parted by a space, its lines by " / ", the items of a list and the rows
 * of a table in it by "; ".  With a width it keeps its lines, and they are
 * wrapped where the table would be wider than that.
 */
#ifndef HTML_RENDER_GRID_H
#define HTML_RENDER_GRID_H

#include "html/read/cellgrid.h"
#include "html/render/render.h"

enum { GRID_COLUMNS = 1000 };

struct cell {
	size_t at, n;   /* in the grid's text; lines end in '\n' */
	int row, column, span;
	size_t columns; /* of a terminal, of its widest line */
	bool header, right;
};

struct grid {
	struct render *render;
	struct lines lines, *outer; /* of a cell; of the page */
	struct sink text;
	struct buf cells;           /* of struct cell */
	struct cellgrid place;
	int columns;                /* as many as may hold a cell */
	bool starts[GRID_COLUMNS];  /* a cell does in this column */
	int cell;                   /* open elements from a cell on */
	int inner;                  /* the same from a table that is in no cell */
	bool begun;                 /* the table itself has */
};

static inline struct cell *
grid_cells(const struct grid *g)
{
	return (struct cell *)(void *)g->cells.s;
}

static inline size_t
grid_count(const struct grid *g)
{
	return g->cells.n / sizeof(struct cell);
}

/* Read a table from its events, and write it. */
void grid_put(struct render *, const struct tape *);

/* Write a table whose cells are known; html/render/columns. */
void columns_put(struct grid *);

#endif
