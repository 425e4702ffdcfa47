/* SPDX-License-Identifier: MIT */
/*
 * Whether a table holds data or lays out the page, judged by its events from
 * its start to its end.  It is data
 *
 *   - with two rows of two cells, or one if it is headed, that is, has a th,
 *     a caption or a scope, or if a cell above it spans columns;
 *   - unless its role says that it is none, or a form or a section is in it;
 *   - if it is headed, no cell is longer than HEADED_MOST;
 *   - if it is not, no cell is longer than PLAIN_MOST, has more line breaks
 *     than LINES_MOST, or holds a list, a table or another large box, none of
 *     more than LOOSE_MOST has two paragraphs, and at most a third of all have.
 *
 * A zeroed one is ready for a table; it needs no release.
 */
#ifndef HTML_READ_TABLEKIND_H
#define HTML_READ_TABLEKIND_H

#include <stdbool.h>

#include "base/buf.h"
#include "html/token/event.h"

/* The numbers of lines beside code. */
struct gutter {
	long number, last; /* being read, or -1; the one before */
	bool any, broken;  /* there are numbers; they do not count lines */
};

struct tablekind {
	int depth;           /* open elements in it, itself too */
	int tables;          /* of these, tables */
	int cell;            /* open elements from a cell or the caption on */

	/* private: what speaks for either */
	int cells, wide;     /* in this row; rows of two and more */
	bool spanned;        /* a cell above those spans columns */
	int all, loose;      /* cells; those with several paragraphs */
	int most;            /* columns of the longest cell */
	int cell_columns, paragraphs; /* of this cell */
	bool in_paragraph, after_br;
	bool headed;         /* th, caption or scope was seen */
	bool never;          /* it says itself that it is layout */
	int brs;             /* of this cell */
	bool large, lined, loose_long, code; /* of what is in its cells */
	struct gutter gutter;
};

/* Its events: the first enters the table, the last leaves it. */
void tablekind_enter(struct tablekind *, const struct element *);
void tablekind_leave(struct tablekind *, const struct tag *);
void tablekind_text(struct tablekind *, struct str);

bool tablekind_is_data(const struct tablekind *);

/* Whether its first column counts the lines of code; `in_code`: in pre. */
bool tablekind_is_listing(const struct tablekind *, bool in_code);

#endif
