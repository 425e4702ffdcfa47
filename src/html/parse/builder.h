/* SPDX-License-Identifier: MIT */
/*
 * The parser's state, and the steps that its insertion modes share (HTML
 * 13.2.6): elements that start and end, formatting elements that are opened
 * again, the adoption agency.  For the files of the parser alone: inbody,
 * inbodyend, intable, foreign, noscript, parser.
 *
 * What the Standard builds as a tree is reported here as it comes, and what
 * has been reported stays.  Where the Standard moves an element into another
 * parent, the element stays where it is: its text keeps its place, and what
 * is still open goes on as the Standard has it.  What is "foster parented",
 * that is, what stands in a table but in no cell, comes before the table: a
 * table that is in no other is held until it ends, PARSER_TABLE bytes of it.
 */
#ifndef HTML_PARSE_BUILDER_H
#define HTML_PARSE_BUILDER_H

#include "html/parse/formatting.h"
#include "html/parse/openelements.h"
#include "html/parse/parser.h"
#include "html/parse/report.h"
#include "html/token/tokenizer.h"

struct parser {
	const struct parser_options *options;
	struct report *report;
	struct tokenizer tokens;
	struct token token;
	struct openelements open;
	struct formatting formatting;
	enum insertion_mode page_mode; /* where no element gives one */
	bool no_frameset;   /* the "frameset-ok flag" is "not ok" */
	bool form;          /* the "form element pointer" is set */
	bool skip_line_end; /* one at the start of the next text is dropped */
	bool raw, raw_reported; /* in raw text; its element is reported */
	bool addressed;     /* the address in a comment has been reported */
	bool foster;        /* what is inserted into a table comes before it */
	size_t held_table;  /* depth of the table that is held; 0: none */
	int level;          /* in iframes */
	struct waiting *out; /* of an iframe: where what it reports goes */

	/* of noscript.c */
	bool waits;         /* we are in one whose content waits */
	size_t outer_base;
	bool outer_form;
};

/* What a mode makes of a token. */
enum outcome {
	DONE,
	AGAIN,  /* the mode has changed: the token is for the new one */
	AS_BODY /* as "in body" has it */
};

enum insertion_mode builder_mode(const struct parser *);

/*
 * The token's element starts; a void one ends at once.  NULL if it is not on
 * the stack after that: void, or too deep.  Good until the next push.
 */
struct open_element *builder_insert(struct parser *, const struct tag *,
    enum element_space);
/* One that the page does not write; and one that is not even reported. */
void builder_imply(struct parser *, enum tag_id);
void builder_imply_silently(struct parser *, enum tag_id);
/* Events go where those in the innermost element do; or those of another. */
void builder_direct(struct parser *);
/* A text in the innermost element. */
void builder_text(struct parser *, struct str);
/* An element without content or attributes: a break in the text. */
void builder_break(struct parser *, const struct tag *);

/* The elements above a depth end, and those that wait for that. */
void builder_end_to(struct parser *, size_t depth);
/* With an element that a search has found; nothing if it has not. */
void builder_end_with(struct parser *, size_t found);
/* An element ends whose content goes on: 0 is none. */
void builder_take_out(struct parser *, size_t found);
void builder_end_p(struct parser *);
void builder_end_implied(struct parser *, enum tag_id but);

/* A marker in the list of formatting elements, for as long as `e` is open. */
void builder_mark(struct parser *, struct open_element *e);
void builder_insert_formatting(struct parser *, const struct tag *);
/* "Reconstruct the active formatting elements" (13.2.4.3). */
void builder_reopen(struct parser *);
/* The end of a formatting element: the adoption agency (13.2.6.4.7). */
void builder_adopt(struct parser *, const struct tag *, const char *name);

/* The token's element holds raw text. */
void builder_insert_raw(struct parser *, const struct tag *);

/*
 * inbody.c, inbodyend.c: the rules of "in body" (13.2.6.4.7) and "in head"
 * (13.2.6.4.4).
 */
void inbody_start(struct parser *);
void inbody_end(struct parser *);

/* intable.c: those of a table and its parts (13.2.6.4.9 to 15). */
enum outcome intable_start(struct parser *);
enum outcome intable_end(struct parser *);

/* foreign.c: those of svg and math (13.2.6.5), where they take a token. */
bool foreign_takes(const struct parser *, enum token_kind);
enum outcome foreign_start(struct parser *);
enum outcome foreign_end(struct parser *);

/* noscript.c: its content waits for the page's end. */
void noscript_begin(struct parser *);
void noscript_end(struct parser *);
void noscript_text(struct parser *, struct str);
/* What waits is reported, as an element; an open one stays open. */
void noscript_report(struct parser *);

/* parser.c: an iframe's own document. */
void parser_embed(struct parser *);

#endif
