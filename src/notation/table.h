/* SPDX-License-Identifier: MIT */
/*
 * Tables: rows of cells in named columns, written as TSV, CSV or JSON Lines
 * and read back as TSV.  Every program that writes or reads one uses this.
 *
 * TSV: cells between tabs, LF ends a row; in a text a tab, LF, CR and
 * backslash stand as \t \n \r \\.  The names of the columns are a first line
 * only where `header` asks for it.
 * CSV: RFC 4180 with LF, always with a header line, so that a spreadsheet
 * opens it as it is.  A cell with a comma, quote or line end is quoted.
 * JSON: one object per row, its members named as the columns.
 *
 * A number without a value (NaN, infinite) is an empty cell, and null in JSON.
 */
#ifndef NOTATION_TABLE_H
#define NOTATION_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sink.h"
#include "base/source.h"

enum table_format { TABLE_TSV, TABLE_CSV, TABLE_JSON };

/* ---- writing ---- */

enum table_type {
	TABLE_TEXT,
	TABLE_INTEGER,
	TABLE_NUMBER /* with `decimals` digits after the point, or, if that is
	              * negative, so many significant digits */
};

struct table_column {
	const char *name; /* needs no quoting in any format */
	enum table_type type;
	int decimals;
};

struct table {
	struct sink *out;
	enum table_format format;
	bool header;
	const struct table_column *columns; /* outlive the table */
	int n;  /* columns */
	int at; /* the column of the next cell */
};

/* The header line, if there is one; before the first row. */
void table_head(struct table *);

/*
 * The next cell of the row, of the type of its column.  A row has a cell for
 * each column, and table_end_row behind the last.
 */
void table_put_text(struct table *, struct str);
void table_put_integer(struct table *, uint64_t);
void table_put_number(struct table *, double);

/* A number in units of its last decimal: 1234 is 12.34 with two of them. */
void table_put_fixed(struct table *, uint64_t units);

/* A cell without a value, of any type: empty, and null in JSON. */
void table_put_none(struct table *);
void table_end_row(struct table *);

/* ---- reading ---- */

enum { TABLE_CELLS = 64 }; /* columns of a table that is read */

enum table_header {
	TABLE_FIRST_LINE,   /* the first line names the columns */
	TABLE_UNLESS_DIGIT, /* each line that does not begin with a digit */
	TABLE_NO_HEADER     /* no line; `assumed` does */
};

/*
 * Reads a TSV table row by row.  Columns are found by name; one that is no
 * name but a number, "2", is found by place.  Set the members of the first
 * part and zero the rest.
 */
struct table_reader {
	struct source *in;
	const char *const *wanted;  /* up to 32 names of columns, then NULL */
	unsigned needed;            /* 1 << (index in wanted), or'd */
	enum table_header header;
	const char *const *assumed; /* columns of rows that no header names */

	struct str cells[TABLE_CELLS]; /* of the row, in the order of `wanted`;
	                                * as they stand in the window, until
	                                * the next row; s is NULL where the
	                                * table has no such column */
	uint64_t line;        /* number of the row's line, from 1 */
	uint64_t headers;     /* header lines so far */
	uint64_t bad;         /* lines that are no rows */
	uint64_t first_bad;   /* number of the first of them */
	const char *missing;  /* a needed column that a header lacks */
	int places[TABLE_CELLS]; /* column of each wanted one, -1: none */
	int columns;          /* of the table; 0: not known yet */
};

/*
 * The next row; false at the end.  Passes over empty lines and header lines.
 * A line with another number of cells than columns, or below a header that
 * lacks a needed column, is passed over and counted in `bad`.
 */
bool table_next(struct table_reader *);

/* The row at hand is bad, too: its reader could not use a cell of it. */
void table_bad(struct table_reader *);

/* A text cell without its escapes, appended; false: it has a wrong one. */
bool table_unescape(struct buf *, struct str cell);

/* A whole cell as a number; false: it is none, or too large. */
bool table_parse_integer(struct str cell, uint64_t *);
/* Add to a sum of them; false: it would not fit. */
bool table_add(uint64_t *sum, uint64_t);
bool table_parse_number(struct str cell, double *);

#endif
