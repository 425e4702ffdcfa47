/* SPDX-License-Identifier: MIT */
/*
 * The state of tree construction (HTML 13.2.4), and the steps that its
 * insertion modes share.  For the files of html/tree alone.
 *
 *	node       libxml2's nodes: making, linking
 *	place      the stack of open elements, where a node goes, scopes
 *	active     the list of active formatting elements
 *	adoption   the adoption agency
 *	doctype    what a doctype says, quirks
 *	modehead, modebody, modebodyend, modetable, modeforeign, tree
 *	           the insertion modes
 */
#ifndef HTML_TREE_BUILDER_H
#define HTML_TREE_BUILDER_H

#include "base/vec.h"
#include "html/token/tokenizer.h"
#include "html/tree/tree.h"

enum space { SPACE_HTML, SPACE_SVG, SPACE_MATH };

/* An element on the stack. */
struct opened {
	xmlNodePtr node;
	enum tag_id id;
	enum space space;
	bool html_point, text_point; /* 13.2.6.5: integration points */
};

/* A formatting element that may be opened again; .node NULL is a marker. */
struct active {
	xmlNodePtr node;
	enum tag_id id;
};

/* A text that grows. */
struct growing {
	xmlNodePtr node;
	size_t n, room;
};

enum mode {
	MODE_INITIAL, MODE_BEFORE_HTML, MODE_BEFORE_HEAD, MODE_HEAD,
	MODE_HEAD_NOSCRIPT, MODE_AFTER_HEAD, MODE_BODY, MODE_TEXT, MODE_TABLE,
	MODE_CAPTION, MODE_COLGROUP, MODE_TBODY, MODE_ROW, MODE_CELL,
	MODE_TEMPLATE, MODE_AFTER_BODY, MODE_FRAMESET, MODE_AFTER_FRAMESET,
	MODE_AFTER_AFTER_BODY, MODE_AFTER_AFTER_FRAMESET
};

enum scope { SCOPE_DEFAULT, SCOPE_LIST, SCOPE_BUTTON, SCOPE_TABLE };

struct builder {
	struct tree *tree;
	xmlNsPtr spaces[3], xlink, xml; /* by enum space */
	const xmlChar *names[TAG_OTHER]; /* of HTML's elements, when met */
	struct tokenizer tokens;
	struct token token;
	enum token_kind kind; /* of the token */
	enum mode mode, text_returns;
	VEC(struct opened) open;
	VEC(struct active) active;
	VEC(enum mode) templates; /* the modes of open templates */
	xmlNodePtr head, form;
	struct growing growing[2];
	struct buf table_text;    /* "pending table character tokens" */
	size_t most;
	bool frameset_not_ok, foster, skip_line_end;
};

/* The token has been used; or it is for the mode that is now set. */
enum outcome { USED, AGAIN };

/* ---- node ---- */

struct place {
	xmlNodePtr parent, before; /* NULL: last */
};

void node_open_document(struct builder *);
void node_link(struct place, xmlNodePtr);
void node_unlink(xmlNodePtr);
/* All that is in `from` goes to the end of `to`. */
void node_move_children(xmlNodePtr from, xmlNodePtr to);
/* The token's element, or one of another name without attributes. */
xmlNodePtr node_of_token(struct builder *, enum space);
xmlNodePtr node_named(struct builder *, const char *name);
/* The same element once more, without what is in it. */
xmlNodePtr node_clone(struct builder *, xmlNodePtr);
/* Attributes of the token that the element has not. */
void node_add_missing(struct builder *, xmlNodePtr);
void node_put_text(struct builder *, struct place, struct str);
void node_put_comment(struct builder *, struct place);

/* svg's and MathML's names as they are to be written (13.2.6.5). */
const char *svg_element_name(const char *);
const char *foreign_attribute_name(const char *, enum space);

/* ---- place ---- */

static inline struct opened *
top(const struct builder *b)
{
	return &b->open.at[b->open.n - 1];
}

static inline bool
top_is(const struct builder *b, enum tag_id id)
{
	return b->open.n > 0 && top(b)->id == id &&
	    top(b)->space == SPACE_HTML;
}

/* Where a node goes: in `target` (NULL: the current node), or fostered. */
struct place place_for(const struct builder *, xmlNodePtr target);

struct opened *insert_element(struct builder *, enum space);
struct opened *insert_html(struct builder *); /* the token's, as HTML */
void insert_void(struct builder *);
struct opened *insert_named(struct builder *, enum tag_id);
/* Once more, without what is in it. */
struct opened *insert_again(struct builder *, xmlNodePtr, enum tag_id);
void insert_text(struct builder *, struct str);
void push(struct builder *, xmlNodePtr, enum tag_id, enum space);
void pop(struct builder *);
void pop_to(struct builder *, size_t n); /* n stay */
/* With the innermost HTML element of that name. */
void pop_through(struct builder *, enum tag_id);
void remove_opened(struct builder *, size_t at);

/* Where the stack has it, from 1; 0: not in that scope. */
size_t in_scope(const struct builder *, enum tag_id, enum scope);
size_t find_open(const struct builder *, enum tag_id);
size_t find_node(const struct builder *, xmlNodePtr);
bool opened_in_scope(const struct builder *, size_t at); /* from 1 */
bool heading_in_scope(const struct builder *);
bool is_special(const struct opened *);
bool is_named(const struct builder *, const struct opened *);
bool is_heading(enum tag_id);

/* "Generate implied end tags", but for one name; also thoroughly. */
void end_implied(struct builder *, enum tag_id but);
void end_implied_thoroughly(struct builder *);
void close_p(struct builder *); /* if one is in button scope */
void reset_mode(struct builder *);

/* ---- active, adoption ---- */

void active_push(struct builder *, struct opened *);
void active_mark(struct builder *);
void active_clear(struct builder *);
void active_reopen(struct builder *);
void active_remove(struct builder *, xmlNodePtr);
/* Since the last marker, from 1; 0: there is none. */
size_t active_find(const struct builder *, enum tag_id);
void adopt(struct builder *, enum tag_id);

/* ---- modes ---- */

void doctype_take(struct builder *);
enum outcome mode_initial(struct builder *);
enum outcome mode_before_html(struct builder *);
enum outcome mode_before_head(struct builder *);
enum outcome mode_head(struct builder *);
enum outcome mode_head_noscript(struct builder *);
enum outcome mode_after_head(struct builder *);
enum outcome mode_body(struct builder *);
enum outcome mode_text(struct builder *);
enum outcome mode_table(struct builder *);
enum outcome mode_caption(struct builder *);
enum outcome mode_colgroup(struct builder *);
enum outcome mode_tbody(struct builder *);
enum outcome mode_row(struct builder *);
enum outcome mode_cell(struct builder *);
enum outcome mode_template(struct builder *);
enum outcome mode_after_body(struct builder *);
enum outcome mode_frameset(struct builder *);
enum outcome mode_after_frameset(struct builder *);
enum outcome mode_after_after(struct builder *);
enum outcome mode_foreign(struct builder *);
bool is_foreign(const struct builder *);
void body_end_tag(struct builder *);
void body_end_other(struct builder *);
void table_text_flush(struct builder *);
void head_template_end(struct builder *);

/* The token's content is raw text, up to its end tag. */
void insert_raw(struct builder *);

static inline bool
is_start(const struct builder *b)
{
	return b->kind == TOKEN_START;
}

static inline bool
is_end(const struct builder *b)
{
	return b->kind == TOKEN_END;
}

/* Bytes of white space that a text begins with. */
size_t space_length(struct str);

/*
 * White space at the start of a text token is taken off it; the token is then
 * what is left.
 */
struct str take_space(struct builder *);

#endif
