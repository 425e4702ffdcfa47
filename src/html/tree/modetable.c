/* SPDX-License-Identifier: MIT */
/*
 * The insertion modes of a table and its parts (13.2.6.4.9 to 15).
 */
#include <string.h>
#include <strings.h>

#include "html/tree/builder.h"

/* Pop down to one of three, a template or html. */
static void
clear_to(struct builder *b, enum tag_id x, enum tag_id y, enum tag_id z)
{
	while (!top_is(b, x) && !top_is(b, y) && !top_is(b, z) &&
	    !top_is(b, TAG_TEMPLATE) && !top_is(b, TAG_HTML))
		pop(b);
}

static void
clear_to_table(struct builder *b)
{
	clear_to(b, TAG_TABLE, TAG_TABLE, TAG_TABLE);
}

static void
clear_to_tbody(struct builder *b)
{
	clear_to(b, TAG_TBODY, TAG_TFOOT, TAG_THEAD);
}

static void
clear_to_row(struct builder *b)
{
	clear_to(b, TAG_TR, TAG_TR, TAG_TR);
}

static enum outcome
in_body_fostered(struct builder *b)
{
	enum outcome o;

	b->foster = true;
	o = mode_body(b);
	b->foster = false;
	return o;
}

/* ---- text ---- */

/* "In table text": what was gathered, now that it is over. */
void
table_text_flush(struct builder *b)
{
	struct token *t = &b->token;
	struct str kept = t->text, text = buf_str(&b->table_text);
	enum token_kind kind = b->kind;

	if (text.n == 0)
		return;
	if (space_length(text) == text.n) {
		insert_text(b, text);
	} else {
		t->text = text;
		b->kind = TOKEN_TEXT;
		in_body_fostered(b);
		b->kind = kind;
		t->text = kept;
	}
	b->table_text.n = 0;
}

static bool
holds_rows(const struct builder *b)
{
	return top_is(b, TAG_TABLE) || top_is(b, TAG_TBODY) ||
	    top_is(b, TAG_TEMPLATE) || top_is(b, TAG_TFOOT) ||
	    top_is(b, TAG_THEAD) || top_is(b, TAG_TR);
}

/* ---- "in table" ---- */

static enum outcome
open_part(struct builder *b, enum mode mode)
{
	clear_to_table(b);
	insert_html(b);
	b->mode = mode;
	return USED;
}

static enum outcome
imply_part(struct builder *b, enum tag_id id, enum mode mode)
{
	clear_to_table(b);
	insert_named(b, id);
	b->mode = mode;
	return AGAIN;
}

static bool
close_table(struct builder *b)
{
	if (in_scope(b, TAG_TABLE, SCOPE_TABLE) == 0)
		return false;
	pop_through(b, TAG_TABLE);
	reset_mode(b);
	return true;
}

static enum outcome
table_form(struct builder *b)
{
	if (b->form == NULL && find_open(b, TAG_TEMPLATE) == 0) {
		b->form = insert_html(b)->node;
		pop(b);
	}
	return USED;
}

static enum outcome
table_input(struct builder *b)
{
	const char *type = attributes_get(&b->token.attributes, "type");

	if (type == NULL || strcasecmp(type, "hidden") != 0)
		return in_body_fostered(b);
	insert_void(b);
	return USED;
}

static enum outcome
table_start(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_CAPTION:
		active_mark(b);
		return open_part(b, MODE_CAPTION);
	case TAG_COLGROUP: return open_part(b, MODE_COLGROUP);
	case TAG_COL: return imply_part(b, TAG_COLGROUP, MODE_COLGROUP);
	case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD:
		return open_part(b, MODE_TBODY);
	case TAG_TD: case TAG_TH: case TAG_TR:
		return imply_part(b, TAG_TBODY, MODE_TBODY);
	case TAG_TABLE: return close_table(b) ? AGAIN : USED;
	case TAG_STYLE: case TAG_SCRIPT: case TAG_TEMPLATE:
		return mode_head(b);
	case TAG_INPUT: return table_input(b);
	case TAG_FORM: return table_form(b);
	default: return in_body_fostered(b);
	}
}

static enum outcome
table_end(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_TABLE: close_table(b); return USED;
	case TAG_BODY: case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP:
	case TAG_HTML: case TAG_TBODY: case TAG_TD: case TAG_TFOOT:
	case TAG_TH: case TAG_THEAD: case TAG_TR:
		return USED;
	case TAG_TEMPLATE: return mode_head(b);
	default: return in_body_fostered(b);
	}
}

enum outcome
mode_table(struct builder *b)
{
	switch (b->kind) {
	case TOKEN_TEXT:
		if (!holds_rows(b))
			return in_body_fostered(b);
		buf_put(&b->table_text, b->token.text.s, b->token.text.n);
		return USED;
	case TOKEN_COMMENT: case TOKEN_EOF: return mode_body(b);
	case TOKEN_DOCTYPE: return USED;
	case TOKEN_START: return table_start(b);
	default: return table_end(b);
	}
}

/* ---- captions, columns ---- */

static bool
is_table_tag(enum tag_id id)
{
	switch (id) {
	case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP: case TAG_TBODY:
	case TAG_TD: case TAG_TFOOT: case TAG_TH: case TAG_THEAD: case TAG_TR:
		return true;
	default:
		return false;
	}
}

static bool
close_caption(struct builder *b)
{
	if (in_scope(b, TAG_CAPTION, SCOPE_TABLE) == 0)
		return false;
	end_implied(b, TAG_OTHER);
	pop_through(b, TAG_CAPTION);
	active_clear(b);
	b->mode = MODE_TABLE;
	return true;
}

enum outcome
mode_caption(struct builder *b)
{
	enum tag_id id = is_start(b) || is_end(b) ? b->token.tag->id
	    : TAG_OTHER;

	if (is_end(b) && id == TAG_CAPTION) {
		close_caption(b);
		return USED;
	}
	if ((is_start(b) && is_table_tag(id)) || (is_end(b) &&
	    id == TAG_TABLE))
		return close_caption(b) ? AGAIN : USED;
	if (is_end(b) && (is_table_tag(id) || id == TAG_BODY ||
	    id == TAG_HTML))
		return USED;
	return mode_body(b);
}

enum outcome
mode_colgroup(struct builder *b)
{
	enum tag_id id = is_start(b) || is_end(b) ? b->token.tag->id
	    : TAG_OTHER;

	if (b->kind == TOKEN_TEXT) {
		insert_text(b, take_space(b));
		if (b->token.text.n == 0)
			return USED;
	}
	if (b->kind == TOKEN_COMMENT || b->kind == TOKEN_EOF)
		return mode_body(b);
	if (b->kind == TOKEN_DOCTYPE || (is_end(b) && id == TAG_COL))
		return USED;
	if (is_start(b) && id == TAG_HTML)
		return mode_body(b);
	if (is_start(b) && id == TAG_COL) {
		insert_void(b);
		return USED;
	}
	if (id == TAG_TEMPLATE)
		return mode_head(b);
	if (!top_is(b, TAG_COLGROUP))
		return USED;
	pop(b);
	b->mode = MODE_TABLE;
	return is_end(b) && id == TAG_COLGROUP ? USED : AGAIN;
}

/* ---- rows ---- */

static enum outcome
close_tbody(struct builder *b)
{
	if (in_scope(b, TAG_TBODY, SCOPE_TABLE) == 0 &&
	    in_scope(b, TAG_THEAD, SCOPE_TABLE) == 0 &&
	    in_scope(b, TAG_TFOOT, SCOPE_TABLE) == 0)
		return USED;
	clear_to_tbody(b);
	pop(b);
	b->mode = MODE_TABLE;
	return AGAIN;
}

static enum outcome
tbody_start(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_TR:
		clear_to_tbody(b);
		insert_html(b);
		b->mode = MODE_ROW;
		return USED;
	case TAG_TH: case TAG_TD:
		clear_to_tbody(b);
		insert_named(b, TAG_TR);
		b->mode = MODE_ROW;
		return AGAIN;
	case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP: case TAG_TBODY:
	case TAG_TFOOT: case TAG_THEAD:
		return close_tbody(b);
	default: return mode_table(b);
	}
}

enum outcome
mode_tbody(struct builder *b)
{
	enum tag_id id;

	if (is_start(b))
		return tbody_start(b);
	if (!is_end(b))
		return mode_table(b);
	id = b->token.tag->id;
	switch (id) {
	case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD:
		if (in_scope(b, id, SCOPE_TABLE) > 0)
			close_tbody(b);
		return USED;
	case TAG_TABLE: return close_tbody(b);
	case TAG_BODY: case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP:
	case TAG_HTML: case TAG_TD: case TAG_TH: case TAG_TR:
		return USED;
	default: return mode_table(b);
	}
}

static enum outcome
close_row(struct builder *b)
{
	if (in_scope(b, TAG_TR, SCOPE_TABLE) == 0)
		return USED;
	clear_to_row(b);
	pop(b);
	b->mode = MODE_TBODY;
	return AGAIN;
}

static enum outcome
row_start(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_TH: case TAG_TD:
		clear_to_row(b);
		insert_html(b);
		b->mode = MODE_CELL;
		active_mark(b);
		return USED;
	case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP: case TAG_TBODY:
	case TAG_TFOOT: case TAG_THEAD: case TAG_TR:
		return close_row(b);
	default: return mode_table(b);
	}
}

enum outcome
mode_row(struct builder *b)
{
	enum tag_id id;

	if (is_start(b))
		return row_start(b);
	if (!is_end(b))
		return mode_table(b);
	id = b->token.tag->id;
	switch (id) {
	case TAG_TR: close_row(b); return USED;
	case TAG_TABLE: return close_row(b);
	case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD:
		return in_scope(b, id, SCOPE_TABLE) > 0 ? close_row(b) : USED;
	case TAG_BODY: case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP:
	case TAG_HTML: case TAG_TD: case TAG_TH:
		return USED;
	default: return mode_table(b);
	}
}

static enum outcome
close_cell(struct builder *b)
{
	end_implied(b, TAG_OTHER);
	while (!top_is(b, TAG_TD) && !top_is(b, TAG_TH))
		pop(b);
	pop(b);
	active_clear(b);
	b->mode = MODE_ROW;
	return AGAIN;
}

static bool
cell_in_scope(const struct builder *b)
{
	return in_scope(b, TAG_TD, SCOPE_TABLE) > 0 ||
	    in_scope(b, TAG_TH, SCOPE_TABLE) > 0;
}

static enum outcome
cell_end(struct builder *b)
{
	enum tag_id id = b->token.tag->id;

	switch (id) {
	case TAG_TD: case TAG_TH:
		if (in_scope(b, id, SCOPE_TABLE) == 0)
			return USED;
		end_implied(b, TAG_OTHER);
		pop_through(b, id);
		active_clear(b);
		b->mode = MODE_ROW;
		return USED;
	case TAG_BODY: case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP:
	case TAG_HTML:
		return USED;
	case TAG_TABLE: case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD:
	case TAG_TR:
		return in_scope(b, id, SCOPE_TABLE) > 0 && cell_in_scope(b)
		    ? close_cell(b) : USED;
	default: return mode_body(b);
	}
}

enum outcome
mode_cell(struct builder *b)
{
	if (is_end(b))
		return cell_end(b);
	if (is_start(b) && is_table_tag(b->token.tag->id))
		return cell_in_scope(b) ? close_cell(b) : USED;
	return mode_body(b);
}
