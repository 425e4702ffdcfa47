/* SPDX-License-Identifier: MIT */
/*
 * The state of a painter, shared by html/paint, which knows the elements, and
 * html/table, which lays out tables; nobody else includes it.
 */
#ifndef HTML_CANVAS_H
#define HTML_CANVAS_H

#include "html/block.h"
#include "html/lines.h"
#include "html/markdown.h"
#include "html/marks.h"
#include "html/paint.h"
#include "html/tape.h"

/* How the items of a list are numbered; its kind 0 is not. */
struct list {
	char kind; /* 1 a A i I; 0 for a bullet; '\0' when in no list */
	char bullet;
	long next;
	int step;
};

/* An element that is open. */
struct frame {
	const struct tag *tag;
	bool margin, mark, holds;
	struct list outer; /* what the list around this one was */
};

/* A table whose kind is not yet known, and what speaks for either. */
struct held_table {
	struct tape tape;
	int depth;           /* open elements in it, itself too; 0: none held */
	int cells, rows;     /* cells in this row; rows with two and more */
	int blocks;          /* p or div in this cell */
	bool headed;         /* th, caption or scope was seen */
};

struct canvas {
	const struct paint_options *options;
	struct lines *lines; /* the page's, or a cell's */
	struct lines page;
	struct marks marks;
	struct markdown markdown;
	struct buf frames; /* of struct frame */
	struct list list;
	int list_depth, quotes, hushed;
	int pre;    /* open elements that keep white space */
	size_t brs; /* Markdown: br that wait for text after them */
	bool list_ended;    /* a list, and nothing since */
	char last_bullet;   /* of the list before */
	bool heading, in_cell, rows; /* rows: a table that streams */
	struct buf code;    /* Markdown: text of pre or code */
	struct buf language;
	enum { CODE_NONE, CODE_SPAN, CODE_BLOCK } coding;
	size_t fence;       /* of a block that was too long to hold; else 0 */
	struct buf alt;     /* of an image in a link that has no text yet */
	struct buf base;
	bool based;         /* by an element of the page */
	bool in_image, titled;
	struct held_table table;
	bool table_free;    /* tables are layout: one is being played */
	struct tape list_tape;
	int list_held;      /* open elements in it; 0: none */
	bool list_playing;
	long items;         /* of the held list */
};

/* What paint does with an event that no table or list holds back. */
extern const struct block_reader paint_reader;

/* Whether a held table takes the event; paint passes on what it does not. */
bool table_enter(struct canvas *, const struct element *);
bool table_leave(struct canvas *, const struct tag *);
bool table_text(struct canvas *, struct str);

/* Write what the canvas has on the line, as a cell or a block ends. */
void canvas_break(struct canvas *, size_t n);

#endif
