/* SPDX-License-Identifier: MIT */
/*
 * The state of a painter, and its parts: html/paint knows the elements;
 * html/inline writes text, links, images, emphasis; html/list lists; html/code
 * code in Markdown; html/table lays out tables.  Nobody else includes it.
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
	long next, last;
	int step;
	int columns; /* of its last item's marker; 0: it has had none */
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
	bool list_ended, item_ended; /* and nothing was written since */
	char last_bullet;   /* of the list before */
	bool heading, in_cell, rows; /* rows: a table that streams */
	struct buf code;    /* Markdown: text of pre or code */
	struct buf language;
	enum { CODE_NONE, CODE_SPAN, CODE_BLOCK } coding;
	size_t fence;       /* of a block that was too long to hold; else 0 */
	int links;          /* open ones */
	bool link_spoken;   /* the link has a text */
	struct buf alt;     /* of an image in a link that has none yet */
	bool alt_boxed;     /* its box in the link has ended */
	struct buf base;
	bool based;         /* by an element of the page */
	bool in_image, titled;
	bool pictured;      /* Markdown: the image is written as one */
	struct held_table table;
	bool table_free;    /* tables are layout: one is being played */
	struct tape list_tape;
	int list_held;      /* open elements in it; 0: none */
	bool list_playing;
	long items;         /* of the held list */
};

/* What paint does with an event that no table or list holds back. */
extern const struct block_reader paint_reader;

/* The innermost element. */
static inline struct frame *
canvas_top(const struct canvas *c)
{
	return (struct frame *)(void *)(c->frames.s + c->frames.n) - 1;
}

/* Write what the canvas has on the line, as a cell or a block ends. */
void canvas_break(struct canvas *, size_t n);
/* Until the innermost element ends. */
void canvas_indent(struct canvas *, const char *margin);
void canvas_mark(struct canvas *, enum mark_kind, struct str url);

/* ---- html/inline ---- */

/* Collapsed text: one space between words, no-break ones as they are. */
void canvas_put(struct canvas *, struct str);
/* Text as in pre. */
void canvas_verbatim(struct canvas *, struct str);
/* What was waiting for something to be written after it. */
void canvas_settle(struct canvas *);

void inline_enter_emphasis(struct canvas *, const struct element *);
void inline_enter_hushed(struct canvas *, const struct element *);
void inline_enter_image(struct canvas *, const struct element *);
void inline_enter_link(struct canvas *, const struct element *);
void inline_enter_q(struct canvas *, const struct element *);
void inline_enter_ruby(struct canvas *, const struct element *);
void inline_leave_hushed(struct canvas *);
void inline_leave_image(struct canvas *);
void inline_leave_link(struct canvas *);
void inline_leave_q(struct canvas *);
void inline_alt(struct canvas *, struct str);

/* ---- html/code ---- */

void code_enter(struct canvas *, const struct element *);
void code_enter_pre(struct canvas *, const struct element *);
void code_leave_pre(struct canvas *);
/* More of it; it is over. */
void code_add(struct canvas *, struct str);
void code_close(struct canvas *);

/* ---- html/list ---- */

void list_enter(struct canvas *, const struct element *);
void list_enter_item(struct canvas *, const struct element *);
void list_leave(struct canvas *);
void list_leave_item(struct canvas *);

/* Whether a list that counts down holds the event until it is counted. */
bool list_hold_enter(struct canvas *, const struct element *);
bool list_hold_leave(struct canvas *, const struct tag *);
bool list_hold_text(struct canvas *, struct str);
bool list_hold_over(struct canvas *, const struct tag *);

/* ---- html/table ---- */

/* Whether a held table takes the event; paint passes on what it does not. */
bool table_enter(struct canvas *, const struct element *);
bool table_leave(struct canvas *, const struct tag *);
bool table_text(struct canvas *, struct str);
bool table_over(struct canvas *, const struct tag *);

#endif
