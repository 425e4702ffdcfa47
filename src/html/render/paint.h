/* SPDX-License-Identifier: MIT */
/*
 * A page as text for a person, or as Markdown: its stream of blocks
 * (html/read/flow) painted as it comes.  What is held in memory is a table until
 * it is known to be data or layout, and a list that counts down, each up to
 * PAINT_HELD bytes; and, where links are numbered, the list of them.
 *
 * The output is UTF-8 with no control but LF, and TAB in pre and in the rows
 * of tables written so; no line but in pre ends in a blank.
 */
#ifndef HTML_RENDER_PAINT_H
#define HTML_RENDER_PAINT_H

#include <stdbool.h>

#include "base/sink.h"
#include "base/source.h"
#include "html/write/link.h"

enum { PAINT_HELD = 1024 * 1024 }; /* bytes */

struct paint_options {
	bool all;      /* what is not shown, too */
	bool images;   /* [alt] */
	bool markdown;
	bool title;    /* comes first */
	bool bold;     /* headings and emphasis are, by SGR sequences */
	bool follows;  /* an empty line comes first, if anything does */
	bool tsv;      /* tables of data as rows with TABs */
	int width;     /* columns to wrap at; 0: a paragraph is a line */
	struct str base;     /* the page's address; empty: what it says itself */
	struct links *links; /* number them; NULL: do not */
};

/* `page` is clean UTF-8 (text/encoding/decode).  Whether it wrote anything. */
bool paint(struct source *page, struct sink *,
    const struct paint_options *);

/* A text that is no page, line for line. */
bool paint_text(struct source *text, struct sink *,
    const struct paint_options *);

#endif
