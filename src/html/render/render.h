/* SPDX-License-Identifier: MIT */
/*
 * Inside html/render: the state of a painter, and what its parts give each
 * other.  paint.c knows the elements; inline.c writes text, links, emphasis;
 * image.c images; list.c lists; code.c code in Markdown; script.c raised and
 * lowered text; title.c the title; table.c tells data from layout, and grid.c
 * lays data out.
 */
#ifndef HTML_RENDER_RENDER_H
#define HTML_RENDER_RENDER_H

#include "html/read/flow.h"
#include "html/read/tablekind.h"
#include "html/render/paint.h"
#include "html/render/tape.h"
#include "html/write/lines.h"
#include "html/write/markdown.h"
#include "html/write/marks.h"

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

/* A table whose kind is not yet known. */
struct held_table {
	struct tape tape;
	struct tablekind kind;
	bool stray; /* text in no cell was seen */
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

/* The page's title, until it is written. */
struct title {
	struct buf text, headline; /* headline: text of an h1 that is held */
	struct tape tape;
	int depth;                 /* open elements in it; 0: none is held */
	bool taken;
};

struct render {
	const struct paint_options *options;
	struct lines *lines; /* the page's, or a cell's */
	struct lines page;
	struct marks marks;
	struct buf frames; /* of struct frame */
	struct list list;
	int list_depth, quotes, hushed;
	int pre;    /* open elements that keep white space */
	size_t brs; /* Markdown: br that wait for text after them */
	bool list_ended, item_ended; /* and nothing was written since */
	char last_bullet;   /* of the list before */
	bool heading, in_cell, header; /* header: in a cell that is one */
	int rows;           /* tables from one that is written as it comes */
	bool rows_begin;    /* with the table that begins next */
	int row_cells, row_first; /* of this row; of the first one */
	struct buf text;    /* Markdown: a text that may go on */
	bool link_next;     /* and behind it a link begins */
	struct buf code;    /* Markdown: text of pre or code */
	struct buf language;
	bool code_waits;    /* a span has ended, and is not written */
	bool code_line;     /* a block began or ended in the code */
	struct buf wrapper; /* the language that a box around it says */
	size_t wrapper_depth; /* of that box, in bytes of frames */
	enum { CODE_NONE, CODE_SPAN, CODE_BLOCK } coding;
	size_t fence;       /* of a block that was too long to hold; else 0 */
	int links;          /* open ones */
	bool link_spoken;   /* the link has a text */
	bool link_inward;   /* it leads to a place in a page */
	struct buf source;  /* of a picture: the largest of its sources */
	bool left_out;      /* an address, as it is too long */
	bool item_begins;   /* an item, and nothing of it is written */
	struct buf tex;     /* of a formula that has begun */
	struct buf alt;     /* of an image in a link that has none yet */
	bool alt_boxed;     /* its box in the link has ended */
	uint32_t last;      /* character that was written */
	bool apart;         /* a word must not touch it */
	struct buf base;
	bool based;         /* by an element of the page */
	bool in_image;
	struct title title;
	bool drawn;         /* the image is a drawing in the page */
	bool image_marked;  /* and its mark is the innermost one */
	bool pictured;      /* Markdown: the image is written as one */
	struct script script;
	struct held_table table;
	bool table_plays;   /* the table that begins next is not to be held */
	int tables_played;  /* tables in tables that are played */
	struct tape list_tape;
	int list_held;      /* open elements in it; 0: none */
	bool list_plays;    /* the list that begins next is not to be held */
	int lists_played;   /* lists in lists that are played */
	long items;         /* of the held list */
};

struct render render_open(const struct paint_options *, struct sink *);
void render_free(struct render *);

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
void render_bold(struct render *);
void render_mark(struct render *, enum mark_kind, struct str url);

/* ---- inline.c ---- */

/* Markdown: more of a text; write what there is of it. */
void render_hold(struct render *, struct str);
void render_flush(struct render *);
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
void inline_enter_deleted(struct render *, const struct element *);
void inline_enter_emphasis(struct render *, const struct element *);
void inline_enter_formula(struct render *, const struct element *);
void inline_enter_hushed(struct render *, const struct element *);
void inline_enter_image(struct render *, const struct element *);
void inline_enter_input(struct render *, const struct element *);
void inline_enter_link(struct render *, const struct element *);
void inline_enter_picture(struct render *, const struct element *);
void inline_enter_q(struct render *, const struct element *);
void inline_enter_ruby(struct render *, const struct element *);
void inline_enter_source(struct render *, const struct element *);
void inline_leave_formula(struct render *);
void inline_leave_hushed(struct render *);
void inline_leave_image(struct render *);
void inline_leave_link(struct render *);
void inline_leave_picture(struct render *);
void inline_leave_q(struct render *);
/* Whether an address is too long to be written; then a word says so. */
bool inline_too_long(struct render *, const struct buf *url);
void inline_say_left_out(struct render *);
void inline_put_tex(struct render *, struct str line);
void inline_alt(struct render *, struct str);

/* ---- code.c ---- */

void code_enter(struct render *, const struct element *);
void code_enter_wrapper(struct render *, const struct element *);
void code_break(struct render *);
void code_enter_pre(struct render *, const struct element *);
void code_leave_pre(struct render *);
/* More of it; it is over. */
void code_add(struct render *, struct str);
void code_close(struct render *);
/* A span's code so far, as a link in it begins or ends. */
void code_flush(struct render *);
/* A span that waits, as something else comes. */
void code_settle(struct render *);

/* ---- title.c ---- */

void title_take(struct render *, struct str title);
/* It is written, if it still waits: something else comes. */
void title_put(struct render *);
/* Whether an h1 begins that may say the same, and is held. */
bool title_begin(struct render *, const struct element *);
bool title_hold_enter(struct render *, const struct element *);
bool title_hold_leave(struct render *, const struct tag *);
bool title_hold_text(struct render *, struct str);
bool title_hold_ended(struct render *, const struct tag *);

/* ---- script.c ---- */

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

/* ---- list.c ---- */

void list_enter(struct render *, const struct element *);
void list_enter_item(struct render *, const struct element *);
void list_leave(struct render *);
void list_leave_item(struct render *);

/* Whether a list that counts down holds the event until it is counted. */
bool list_hold_enter(struct render *, const struct element *);
bool list_hold_leave(struct render *, const struct tag *);
bool list_hold_text(struct render *, struct str);
bool list_hold_ended(struct render *, const struct tag *);

/* ---- table.c ---- */

/* Whether a held table takes the event; paint passes on what it does not. */
bool table_enter(struct render *, const struct element *);
bool table_leave(struct render *, const struct tag *);
bool table_text(struct render *, struct str);
bool table_ended(struct render *, const struct tag *);

#endif
