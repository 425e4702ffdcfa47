/* SPDX-License-Identifier: MIT */
/*
 * Where the cells of a table are: the algorithm of HTML 4.9.12, row by row.
 * A cell goes to the first column that no cell above covers; where it covers
 * more than that, both have the place.  No cell spans rows beyond its group.
 */
#ifndef HTML_READ_CELLGRID_H
#define HTML_READ_CELLGRID_H

#include "base/vec.h"
#include "html/token/event.h"

enum {
	COLSPAN_MOST = 1000, /* as HTML 4.9.11 clamps them */
	ROWSPAN_MOST = 65534
};

/* A column, and the first row that no cell above covers. */
struct cellgrid_column {
	int group, until;
};

/* Set `most`, and the row to -1; zero the rest. */
struct cellgrid {
	int most;     /* columns: what is further to the right is in the last */
	int row;      /* of the next cell; -1: none has begun */
	int column;   /* the first that may be free */
	int columns;  /* as many as may hold a cell */
	int group;
	VEC(struct cellgrid_column) covered;
};

/* Spans as the attributes have them: 1 where there is none. */
int cellgrid_colspan(const struct element *);
/* 0 is all rows to the end of the group: ROWSPAN_MOST. */
int cellgrid_rowspan(const struct element *);

void cellgrid_row(struct cellgrid *);
void cellgrid_end_group(struct cellgrid *);

/* A cell's column; its `columns` are clipped to `most`. */
int cellgrid_place(struct cellgrid *, int rows, int *columns);
void cellgrid_free(struct cellgrid *);

#endif
