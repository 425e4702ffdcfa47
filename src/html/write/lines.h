/* SPDX-License-Identifier: MIT */
/*
 * Lines of a painted page.  What ends a line, and blanks, are held back until
 * something is written after them: so no line ends in a blank, no page in an
 * empty line, and the blank lines that several elements ask for at one place
 * are as many as the one that asks for most.
 *
 * Every line begins with the margins that are set: a list item's marker, then
 * as much indentation; a quote's.  Past LINES_MARGINS of them deeper ones are
 * not written: on a page that nests lists for ever the text still is.
 *
 * Lines may be flat: what is a cell of a table, or a row, is one line.
 *
 * It writes to a sink and owns the blanks that are due.
 */
#ifndef HTML_WRITE_LINES_H
#define HTML_WRITE_LINES_H

#include <stdint.h>

#include "base/sink.h"
#include "text/unicode/wrap.h"

enum {
	LINES_MARGINS = 40,
	LINES_BLANKS = 4096 /* bytes of blanks in a row; more are not written */
};

struct margin {
	char first[24], rest[8];
	bool used; /* a line has begun with `first` */
};

/* Bytes of a text that no page has, of no width: bold from here on; no more. */
#define LINES_BOLD "\1"
#define LINES_PLAIN "\2"

/* What stands between two lines that are written as one, weakest first. */
enum joint {
	JOINT_SPACE, /* paragraphs */
	JOINT_CELL,  /* ", " */
	JOINT_TERM,  /* ": ", before what a term means */
	JOINT_LINE,  /* " / " */
	JOINT_ITEM   /* "; ", items of a list and rows of a table */
};

struct lines {
	struct sink *out;
	struct wrap wrap; /* its width is set by the owner; 0: lines are long */
	bool dense;       /* no blank lines */
	bool spaced;      /* flat: a space parts lines, too */
	bool follows;     /* a blank line comes before the first */
	bool bold;        /* LINES_BOLD and LINES_PLAIN are SGR sequences */

	/* private */
	struct margin margins[LINES_MARGINS];
	int depth, low; /* margins that are set; the fewest since a line */
	size_t turns;   /* line ends before what comes next */
	bool any, open, soft;
	bool flat;      /* all lines are one, with joints between them */
	bool begun;     /* flat: the line has */
	int flat_depth; /* margins that were set before; others do not show */
	const char *between; /* flat: what parts columns */
	enum joint joint;
	size_t columns; /* flat: ends of columns before what comes next */
	char last;      /* flat: byte that was written */
	struct buf blanks;
};

/* A new line; `n` 2: and a blank line before it. */
void lines_break(struct lines *, size_t n);

/* One line end more, as br has it: no more than one blank line. */
void lines_turn(struct lines *);

/* A new line; in a flat one, a joint of at least this strength. */
void lines_join(struct lines *, enum joint);
/* From here on lines are flat, or not; `between` parts columns. */
void lines_flatten(struct lines *, bool flat, const char *between);
bool lines_flat(const struct lines *);
/* Flat: the next column; `end` behind the row, and the next one on a line of its own. */
void lines_column(struct lines *);
void lines_row(struct lines *, const char *end);

/* Text without line feeds; white space in it stays, but not at line ends. */
void lines_put(struct lines *, struct str);

/* The same right behind what stands on the line, before blanks that are due. */
void lines_attach(struct lines *, struct str);

/* Text as in pre: line feeds are lines' ends, and nothing is wrapped. */
void lines_verbatim(struct lines *, struct str);

/* One space, if anything comes after it on this line and none is there. */
void lines_space(struct lines *);
/* A blank character that stays where others are. */
void lines_blank(struct lines *, struct str);

/* Forget the blanks that are due. */
void lines_drop_blanks(struct lines *);

void lines_push(struct lines *, const char *first, const char *rest);
void lines_pop(struct lines *);

/* The columns that the margins take. */
size_t lines_margin(const struct lines *);
/* Whether a margin's `first` is still to be written. */
bool lines_marked(const struct lines *);
/* Whether something is on the line. */
bool lines_open(const struct lines *);
/* Whether a blank comes before what is written next. */
bool lines_blank_due(const struct lines *);

/* The last line's end, if there is a line. */
void lines_end(struct lines *);
/* As if nothing had been written; margins and width are kept. */
void lines_clear(struct lines *);
void lines_free(struct lines *);

#endif
