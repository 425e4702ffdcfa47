/* SPDX-License-Identifier: MIT */
/*
 * The tables of a page: the text of each cell, and where it is by HTML 4.9.12
 * (html/read/cellgrid), with these limits of what a browser draws: rows are
 * those that the page has, whatever a rowspan says; those of a tfoot are the
 * last.
 *
 * Tables that lay out the page (html/read/tablekind) are not tables, their
 * text is that of the cell they are in, unless `layout` asks for them.  A
 * table in a cell is a table of its own and no text of the cell.
 */
#ifndef HTML_PARTS_PAGETABLE_H
#define HTML_PARTS_PAGETABLE_H

#include <stdint.h>

#include "base/buf.h"
#include "base/source.h"

struct tablecell {
	size_t at, n;      /* in the table's text */
	int row, column;   /* of its first place, from 0 */
	int rows, columns; /* that it spans */
};

struct pagetable {
	struct str caption; /* or the heading before it, or empty */
	struct str text;    /* of all cells, in valid UTF-8 without controls */
	const struct tablecell *cells; /* in the order of the page */
	size_t n;
	int rows, columns;
	int headers;        /* rows at the beginning that name columns */
	bool over;          /* more places than `places`: it has no cells */
};

struct pagetable_options {
	bool layout;     /* tables of layout, too */
	bool links;      /* the text of a link is followed by " <address>" */
	bool numbers;    /* see html/parts/plainnumber */
	uint64_t places; /* of a table: rows times columns */
	struct str base; /* the page's address; empty: what it says itself */
};

/*
 * Each table in the order they begin, as soon as those around it have ended;
 * good until `each` returns.  `page` is clean UTF-8 (text/encoding/decode).
 */
void pagetable_read(struct source *page, const struct pagetable_options *,
    void (*each)(void *ctx, const struct pagetable *), void *ctx);

/*
 * The index of the cell at each place of the grid, row by row, or -1; of two
 * cells at one place the one that begins in its row.  `to` has room for rows
 * times columns.
 */
void pagetable_places(const struct pagetable *, int32_t *to);

#endif
