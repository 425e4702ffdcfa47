/* SPDX-License-Identifier: MIT */
/*
 * The state of a painter, and its parts: html/paint knows the elements;
 * html/inline writes text, links, images, emphasis; html/list lists; html/code
 * code in Markdown; html/table lays out tables.  Nobody else includes it.
 */
#ifndef HTML_RENDER_RENDER_H
#define HTML_RENDER_RENDER_H

#include "html/read/flow.h"
#include "html/render/lines.h"
#include "html/render/markdown.h"
#include "html/render/marks.h"
#include "html/render/paint.h"
#include "html/render/tape.h"

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
	bool margin, mark, holds, hushes;
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

/* A superscript or subscript whose content is not yet known. */
struct script {
	struct tape tape;
	struct buf text;       /* the beginning of what is in it */
	struct buf numerator;  /* digits that were raised just before */
	bool slash;            /* and the line of a fraction */
	int depth;             /* open elements, itself too; 0: none is held */
	bool super;
	bool linked, nested, complex; /* holds a link; a script; a box */
};

struct render {
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
	bool link_inward;   /* it leads to a place in a page */
	struct buf tex;     /* of a formula that has begun */
	struct buf alt;     /* of an image in a link that has none yet */
	bool alt_boxed;     /* its box in the link has ended */
	uint32_t last;      /* character that was written */
	bool apart;         /* a word must not touch it */
	struct buf base;
	bool based;         /* by an element of the page */
	bool in_image, titled;
	bool drawn;         /* the image is a drawing in the page */
	bool pictured;      /* Markdown: the image is written as one */
	struct script script;
	struct held_table table;
	bool table_free;    /* tables are layout: one is being played */
	struct tape list_tape;
	int list_held;      /* open elements in it; 0: none */
	bool list_playing;
	long items;         /* of the held list */
};

/* What paint does with an event that no table or list holds back. */
extern const struct flow_reader paint_reader;

/* The innermost element. */
static inline struct frame *
render_top(const struct render *c)
{
	return (struct frame *)(void *)(c->frames.s + c->frames.n) - 1;
}

/* Write what the canvas has on the line, as a cell or a block ends. */
void render_break(struct render *, size_t n);
/* Until the innermost element ends. */
void render_indent(struct render *, const char *margin);
void render_mark(struct render *, enum mark_kind, struct str url);

/* ---- html/inline ---- */

/* Collapsed text: one space between words, no-break ones as they are. */
void render_put(struct render *, struct str);
/* Text as in pre. */
void render_verbatim(struct render *, struct str);
/* What is written next is a word by itself; and the next after it. */
void render_part(struct render *);
/* What was waiting for something to be written after it. */
void render_settle(struct render *);

void inline_enter_button(struct render *, const struct element *);
void inline_enter_drawing(struct render *, const struct element *);
void inline_enter_emphasis(struct render *, const struct element *);
void inline_enter_formula(struct render *, const struct element *);
void inline_enter_hushed(struct render *, const struct element *);
void inline_enter_image(struct render *, const struct element *);
void inline_enter_link(struct render *, const struct element *);
void inline_enter_q(struct render *, const struct element *);
void inline_enter_ruby(struct render *, const struct element *);
void inline_leave_formula(struct render *);
void inline_leave_hushed(struct render *);
void inline_leave_image(struct render *);
void inline_leave_link(struct render *);
void inline_leave_q(struct render *);
void inline_put_tex(struct render *, struct str line);
void inline_alt(struct render *, struct str);

/* ---- html/code ---- */

void code_enter(struct render *, const struct element *);
void code_enter_pre(struct render *, const struct element *);
void code_leave_pre(struct render *);
/* More of it; it is over. */
void code_add(struct render *, struct str);
void code_close(struct render *);

/* ---- html/script ---- */

void script_enter(struct render *, const struct element *);
/* What is left of a text behind a script, whose beginning may belong to it. */
struct str script_follow(struct render *, struct str);
/* No more of a fraction comes. */
void script_settle(struct render *);

/* Whether a script holds the event until it is known. */
bool script_hold_enter(struct render *, const struct element *);
bool script_hold_leave(struct render *, const struct tag *);
bool script_hold_text(struct render *, struct str);
bool script_hold_ended(struct render *, const struct tag *);

/* ---- html/list ---- */

void list_enter(struct render *, const struct element *);
void list_enter_item(struct render *, const struct element *);
void list_leave(struct render *);
void list_leave_item(struct render *);

/* Whether a list that counts down holds the event until it is counted. */
bool list_hold_enter(struct render *, const struct element *);
bool list_hold_leave(struct render *, const struct tag *);
bool list_hold_text(struct render *, struct str);
bool list_hold_ended(struct render *, const struct tag *);

/* ---- html/table ---- */

/* Whether a held table takes the event; paint passes on what it does not. */
bool table_enter(struct render *, const struct element *);
bool table_leave(struct render *, const struct tag *);
bool table_text(struct render *, struct str);
bool table_ended(struct render *, const struct tag *);

#endif
