/* SPDX-License-Identifier: MIT */
/*
 * Where a node goes: the stack of open elements, its scopes, and the place
 * that HTML 13.2.6.1 calls appropriate.
 */
#include <string.h>

#include "html/tree/builder.h"

/* ---- what an element is ---- */

bool
is_heading(enum tag_id id)
{
	return id >= TAG_H1 && id <= TAG_H6;
}

static bool
is_foreign_point(const struct opened *e)
{
	if (e->space == SPACE_SVG)
		return e->id == TAG_FOREIGN || e->id == TAG_DESC ||
		    e->id == TAG_TITLE;
	return e->id == TAG_MI || e->id == TAG_MO || e->id == TAG_MN ||
	    e->id == TAG_MS || e->id == TAG_MTEXT ||
	    e->id == TAG_ANNOTATION_XML;
}

/* "Special" (13.2.4.2). */
bool
is_special(const struct opened *e)
{
	if (e->space != SPACE_HTML)
		return is_foreign_point(e);
	switch (e->id) {
	case TAG_ADDRESS: case TAG_APPLET: case TAG_AREA: case TAG_ARTICLE:
	case TAG_ASIDE: case TAG_BASE: case TAG_BASEFONT: case TAG_BGSOUND:
	case TAG_BLOCKQUOTE: case TAG_BODY: case TAG_BR: case TAG_BUTTON:
	case TAG_CAPTION: case TAG_CENTER: case TAG_COL: case TAG_COLGROUP:
	case TAG_DD: case TAG_DETAILS: case TAG_DIR: case TAG_DIV: case TAG_DL:
	case TAG_DT: case TAG_EMBED: case TAG_FIELDSET: case TAG_FIGCAPTION:
	case TAG_FIGURE: case TAG_FOOTER: case TAG_FORM: case TAG_FRAME:
	case TAG_FRAMESET: case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4:
	case TAG_H5: case TAG_H6: case TAG_HEAD: case TAG_HEADER:
	case TAG_HGROUP: case TAG_HR: case TAG_HTML: case TAG_IFRAME:
	case TAG_IMG: case TAG_INPUT: case TAG_KEYGEN: case TAG_LI:
	case TAG_LINK: case TAG_LISTING: case TAG_MAIN: case TAG_MARQUEE:
	case TAG_MENU: case TAG_META: case TAG_NAV: case TAG_NOEMBED:
	case TAG_NOFRAMES: case TAG_NOSCRIPT: case TAG_OBJECT: case TAG_OL:
	case TAG_P: case TAG_PARAM: case TAG_PLAINTEXT: case TAG_PRE:
	case TAG_SCRIPT: case TAG_SEARCH: case TAG_SECTION: case TAG_SELECT:
	case TAG_SOURCE: case TAG_STYLE: case TAG_SUMMARY: case TAG_TABLE:
	case TAG_TBODY: case TAG_TD: case TAG_TEMPLATE: case TAG_TEXTAREA:
	case TAG_TFOOT: case TAG_TH: case TAG_THEAD: case TAG_TITLE: case TAG_TR:
	case TAG_TRACK: case TAG_UL: case TAG_WBR: case TAG_XMP:
		return true;
	default:
		return false;
	}
}

/* Whether the token has the name of an HTML element that is open. */
bool
is_named(const struct builder *b, const struct opened *e)
{
	return e->space == SPACE_HTML && e->id == b->token.tag->id &&
	    (e->id != TAG_OTHER || strcmp((const char *)e->node->name,
	        b->token.name.s) == 0);
}

/* ---- scopes (13.2.4.2) ---- */

static bool
ends_scope(const struct opened *e, enum scope scope)
{
	if (e->space != SPACE_HTML)
		return scope != SCOPE_TABLE && is_foreign_point(e);
	switch (e->id) {
	case TAG_HTML: case TAG_TABLE: case TAG_TEMPLATE:
		return true;
	case TAG_APPLET: case TAG_CAPTION: case TAG_MARQUEE: case TAG_OBJECT:
	case TAG_SELECT: case TAG_TD: case TAG_TH:
		return scope != SCOPE_TABLE;
	case TAG_OL: case TAG_UL:
		return scope == SCOPE_LIST;
	case TAG_BUTTON:
		return scope == SCOPE_BUTTON;
	default:
		return false;
	}
}

size_t
in_scope(const struct builder *b, enum tag_id id, enum scope scope)
{
	for (size_t i = b->open.n; i > 0; i--) {
		const struct opened *e = &b->open.at[i - 1];

		if (e->id == id && e->space == SPACE_HTML)
			return i;
		if (ends_scope(e, scope))
			return 0;
	}
	return 0;
}

bool
opened_in_scope(const struct builder *b, size_t at)
{
	for (size_t i = b->open.n; i > at; i--)
		if (ends_scope(&b->open.at[i - 1], SCOPE_DEFAULT))
			return false;
	return true;
}

bool
heading_in_scope(const struct builder *b)
{
	for (size_t i = b->open.n; i > 0; i--) {
		const struct opened *e = &b->open.at[i - 1];

		if (is_heading(e->id) && e->space == SPACE_HTML)
			return true;
		if (ends_scope(e, SCOPE_DEFAULT))
			return false;
	}
	return false;
}

size_t
find_open(const struct builder *b, enum tag_id id)
{
	size_t i = b->open.n;

	while (i > 0 && (b->open.at[i - 1].id != id ||
	    b->open.at[i - 1].space != SPACE_HTML))
		i--;
	return i;
}

size_t
find_node(const struct builder *b, xmlNodePtr node)
{
	size_t i = b->open.n;

	while (i > 0 && b->open.at[i - 1].node != node)
		i--;
	return i;
}

/* ---- the appropriate place for inserting a node (13.2.6.1) ---- */

/* Before the table that the stack has last, or where that leads. */
static struct place
foster_place(const struct builder *b)
{
	size_t table = find_open(b, TAG_TABLE);
	size_t template = find_open(b, TAG_TEMPLATE);
	xmlNodePtr node;

	if (template > table)
		return (struct place){b->open.at[template - 1].node, NULL};
	if (table == 0)
		return (struct place){b->open.at[0].node, NULL};
	node = b->open.at[table - 1].node;
	if (node->parent != NULL)
		return (struct place){node->parent, node};
	return (struct place){b->open.at[table - 2].node, NULL};
}

static bool
is_table_part(const struct builder *b, xmlNodePtr target)
{
	size_t i = find_node(b, target);
	const struct opened *e = i > 0 ? &b->open.at[i - 1] : NULL;

	return e != NULL && e->space == SPACE_HTML && (e->id == TAG_TABLE ||
	    e->id == TAG_TBODY || e->id == TAG_TFOOT || e->id == TAG_THEAD ||
	    e->id == TAG_TR);
}

struct place
place_for(const struct builder *b, xmlNodePtr target)
{
	struct place at = {target != NULL ? target : top(b)->node, NULL};

	if (b->foster && is_table_part(b, at.parent))
		at = foster_place(b);
	if (at.before == NULL)
		at.parent = tree_content(at.parent);
	return at;
}

/* ---- the stack ---- */

void
push(struct builder *b, xmlNodePtr node, enum tag_id id, enum space space)
{
	struct opened *e = vec_add(&b->open);

	*e = (struct opened){.node = node, .id = id, .space = space};
	if (space == SPACE_MATH)
		e->text_point = id == TAG_MI || id == TAG_MO || id == TAG_MN ||
		    id == TAG_MS || id == TAG_MTEXT;
	if (space == SPACE_SVG)
		e->html_point = is_foreign_point(e);
}

void
pop(struct builder *b)
{
	b->open.n--;
}

void
pop_to(struct builder *b, size_t n)
{
	if (n < b->open.n)
		b->open.n = n;
}

void
pop_through(struct builder *b, enum tag_id id)
{
	size_t i = find_open(b, id);

	if (i > 0)
		pop_to(b, i - 1);
}

void
remove_opened(struct builder *b, size_t at)
{
	memmove(b->open.at + at, b->open.at + at + 1,
	    (b->open.n - at - 1) * sizeof *b->open.at);
	b->open.n--;
}

/* ---- inserting ---- */

/* Into the current node, or beside it where it is as deep as a tree may be. */
static struct opened *
insert(struct builder *b, xmlNodePtr node, enum tag_id id, enum space space)
{
	if (b->open.n >= TREE_DEPTH)
		pop(b);
	node_link(place_for(b, NULL), node);
	push(b, node, id, space);
	return top(b);
}

struct opened *
insert_element(struct builder *b, enum space space)
{
	return insert(b, node_of_token(b, space), b->token.tag->id, space);
}

struct opened *
insert_html(struct builder *b)
{
	return insert_element(b, SPACE_HTML);
}

void
insert_void(struct builder *b)
{
	insert_html(b);
	pop(b);
}

struct opened *
insert_named(struct builder *b, enum tag_id id)
{
	return insert(b, node_named(b, tag_of(id)->name), id, SPACE_HTML);
}

struct opened *
insert_again(struct builder *b, xmlNodePtr like, enum tag_id id)
{
	return insert(b, node_clone(b, like), id, SPACE_HTML);
}

void
insert_text(struct builder *b, struct str s)
{
	node_put_text(b, place_for(b, NULL), s);
}

void
insert_raw(struct builder *b)
{
	insert_html(b);
	tokenizer_raw(&b->tokens, b->token.tag, true);
	b->text_returns = b->mode;
	b->mode = MODE_TEXT;
}

/* ---- elements that end by themselves ---- */

static bool
is_implied(enum tag_id id, bool thoroughly)
{
	switch (id) {
	case TAG_DD: case TAG_DT: case TAG_LI: case TAG_OPTGROUP:
	case TAG_OPTION: case TAG_P: case TAG_RB: case TAG_RP: case TAG_RT:
	case TAG_RTC:
		return true;
	case TAG_CAPTION: case TAG_COLGROUP: case TAG_TBODY: case TAG_TD:
	case TAG_TFOOT: case TAG_TH: case TAG_THEAD: case TAG_TR:
		return thoroughly;
	default:
		return false;
	}
}

void
end_implied(struct builder *b, enum tag_id but)
{
	while (top(b)->space == SPACE_HTML && top(b)->id != but &&
	    is_implied(top(b)->id, false))
		pop(b);
}

void
end_implied_thoroughly(struct builder *b)
{
	while (top(b)->space == SPACE_HTML && is_implied(top(b)->id, true))
		pop(b);
}

void
close_p(struct builder *b)
{
	if (in_scope(b, TAG_P, SCOPE_BUTTON) == 0)
		return;
	end_implied(b, TAG_P);
	pop_through(b, TAG_P);
}

/* "Reset the insertion mode appropriately" (13.2.4.1). */
void
reset_mode(struct builder *b)
{
	b->mode = MODE_BODY;
	for (size_t i = b->open.n; i > 0; i--) {
		const struct opened *e = &b->open.at[i - 1];

		if (e->space != SPACE_HTML)
			continue;
		switch (e->id) {
		case TAG_TD: case TAG_TH:
			if (i == 1)
				break;
			b->mode = MODE_CELL;
			return;
		case TAG_TR: b->mode = MODE_ROW; return;
		case TAG_TBODY: case TAG_THEAD: case TAG_TFOOT:
			b->mode = MODE_TBODY;
			return;
		case TAG_CAPTION: b->mode = MODE_CAPTION; return;
		case TAG_COLGROUP: b->mode = MODE_COLGROUP; return;
		case TAG_TABLE: b->mode = MODE_TABLE; return;
		case TAG_TEMPLATE:
			b->mode = b->templates.at[b->templates.n - 1];
			return;
		case TAG_HEAD: b->mode = MODE_HEAD; return;
		case TAG_BODY: b->mode = MODE_BODY; return;
		case TAG_FRAMESET: b->mode = MODE_FRAMESET; return;
		case TAG_HTML:
			b->mode = b->head == NULL ? MODE_BEFORE_HEAD
			    : MODE_AFTER_HEAD;
			return;
		default: break;
		}
	}
}
