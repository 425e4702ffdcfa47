/* SPDX-License-Identifier: MIT */
/*
 * The dispatcher of tree construction (13.2.6), and the insertion modes of
 * templates, framesets and what follows the body (13.2.6.4.16 to 22).
 */
#include "html/tree/tree.h"

#include "html/tree/arena.h"
#include "html/tree/builder.h"

static enum outcome
in_body_as(struct builder *b, enum mode mode)
{
	b->mode = mode;
	return AGAIN;
}

/* ---- templates ---- */

static enum outcome
template_is(struct builder *b, enum mode mode)
{
	b->templates.at[b->templates.n - 1] = mode;
	return in_body_as(b, mode);
}

static enum outcome
template_start(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_BASE: case TAG_BASEFONT: case TAG_BGSOUND: case TAG_LINK:
	case TAG_META: case TAG_NOFRAMES: case TAG_SCRIPT: case TAG_STYLE:
	case TAG_TEMPLATE: case TAG_TITLE:
		return mode_head(b);
	case TAG_CAPTION: case TAG_COLGROUP: case TAG_TBODY: case TAG_TFOOT:
	case TAG_THEAD:
		return template_is(b, MODE_TABLE);
	case TAG_COL: return template_is(b, MODE_COLGROUP);
	case TAG_TR: return template_is(b, MODE_TBODY);
	case TAG_TD: case TAG_TH: return template_is(b, MODE_ROW);
	default: return template_is(b, MODE_BODY);
	}
}

enum outcome
mode_template(struct builder *b)
{
	switch (b->kind) {
	case TOKEN_START: return template_start(b);
	case TOKEN_END:
		return b->token.tag->id == TAG_TEMPLATE ? mode_head(b) : USED;
	case TOKEN_EOF:
		if (find_open(b, TAG_TEMPLATE) == 0)
			return USED;
		pop_through(b, TAG_TEMPLATE);
		active_clear(b);
		b->templates.n--;
		reset_mode(b);
		return AGAIN;
	default: return mode_body(b);
	}
}

/* ---- behind the body ---- */

static bool
is_end_of_html(const struct builder *b)
{
	return is_end(b) && b->token.tag->id == TAG_HTML;
}

static bool
is_start_of_html(const struct builder *b)
{
	return is_start(b) && b->token.tag->id == TAG_HTML;
}

static bool
is_blank(const struct builder *b)
{
	return b->kind == TOKEN_TEXT &&
	    space_length(b->token.text) == b->token.text.n;
}

enum outcome
mode_after_body(struct builder *b)
{
	if (b->kind == TOKEN_EOF || b->kind == TOKEN_DOCTYPE)
		return USED;
	if (b->kind == TOKEN_COMMENT) {
		node_put_comment(b, (struct place){b->open.at[0].node, NULL});
		return USED;
	}
	if (is_blank(b) || is_start_of_html(b))
		return mode_body(b);
	if (is_end_of_html(b)) {
		b->mode = MODE_AFTER_AFTER_BODY;
		return USED;
	}
	return in_body_as(b, MODE_BODY);
}

/* Of a text only the white space. */
static void
put_spaces(struct builder *b)
{
	while (b->token.text.n > 0) {
		insert_text(b, take_space(b));
		if (b->token.text.n > 0) {
			b->token.text.s++;
			b->token.text.n--;
		}
	}
}

enum outcome
mode_frameset(struct builder *b)
{
	enum tag_id id = is_start(b) || is_end(b) ? b->token.tag->id
	    : TAG_OTHER;

	if (b->kind == TOKEN_TEXT)
		put_spaces(b);
	else if (b->kind == TOKEN_COMMENT || is_start_of_html(b))
		return mode_body(b);
	else if (is_start(b) && id == TAG_FRAMESET)
		insert_html(b);
	else if (is_start(b) && id == TAG_FRAME)
		insert_void(b);
	else if (is_start(b) && id == TAG_NOFRAMES)
		return mode_head(b);
	else if (is_end(b) && id == TAG_FRAMESET && b->open.n > 1) {
		pop(b);
		if (!top_is(b, TAG_FRAMESET))
			b->mode = MODE_AFTER_FRAMESET;
	}
	return USED;
}

enum outcome
mode_after_frameset(struct builder *b)
{
	if (b->kind == TOKEN_TEXT)
		put_spaces(b);
	else if (b->kind == TOKEN_COMMENT || is_start_of_html(b))
		return mode_body(b);
	else if (is_start(b) && b->token.tag->id == TAG_NOFRAMES)
		return mode_head(b);
	else if (is_end_of_html(b))
		b->mode = MODE_AFTER_AFTER_FRAMESET;
	return USED;
}

/* After the end of html, or of a frameset's. */
enum outcome
mode_after_after(struct builder *b)
{
	bool frameset = b->mode == MODE_AFTER_AFTER_FRAMESET;

	if (b->kind == TOKEN_EOF || b->kind == TOKEN_DOCTYPE)
		return USED;
	if (b->kind == TOKEN_COMMENT) {
		node_put_comment(b, (struct place){
		    (xmlNodePtr)b->tree->doc, NULL});
		return USED;
	}
	if (frameset && b->kind == TOKEN_TEXT) {
		put_spaces(b);
		return USED;
	}
	if (is_blank(b) || is_start_of_html(b))
		return mode_body(b);
	if (frameset)
		return is_start(b) && b->token.tag->id == TAG_NOFRAMES
		    ? mode_head(b) : USED;
	return in_body_as(b, MODE_BODY);
}

/* ---- the dispatcher ---- */

static enum outcome
by_mode(struct builder *b)
{
	switch (b->mode) {
	case MODE_INITIAL: return mode_initial(b);
	case MODE_BEFORE_HTML: return mode_before_html(b);
	case MODE_BEFORE_HEAD: return mode_before_head(b);
	case MODE_HEAD: return mode_head(b);
	case MODE_HEAD_NOSCRIPT: return mode_head_noscript(b);
	case MODE_AFTER_HEAD: return mode_after_head(b);
	case MODE_BODY: return mode_body(b);
	case MODE_TEXT: return mode_text(b);
	case MODE_TABLE: return mode_table(b);
	case MODE_CAPTION: return mode_caption(b);
	case MODE_COLGROUP: return mode_colgroup(b);
	case MODE_TBODY: return mode_tbody(b);
	case MODE_ROW: return mode_row(b);
	case MODE_CELL: return mode_cell(b);
	case MODE_TEMPLATE: return mode_template(b);
	case MODE_AFTER_BODY: return mode_after_body(b);
	case MODE_FRAMESET: return mode_frameset(b);
	case MODE_AFTER_FRAMESET: return mode_after_frameset(b);
	default: return mode_after_after(b);
	}
}

/* A line's end at once after a pre, listing or textarea is dropped. */
static bool
drop_line_end(struct builder *b)
{
	struct str *t = &b->token.text;

	if (b->skip_line_end && b->kind == TOKEN_TEXT && *t->s == '\n') {
		t->s++;
		t->n--;
	}
	b->skip_line_end = false;
	return b->kind == TOKEN_TEXT && t->n == 0;
}

static void
take(struct builder *b)
{
	if (b->kind != TOKEN_TEXT)
		table_text_flush(b);
	if (drop_line_end(b))
		return;
	if (is_foreign(b) && mode_foreign(b) == USED)
		return;
	while (by_mode(b) == AGAIN)
		continue;
}

/* What the tokenizer has to know of the element that is open. */
static void
tell_tokenizer(struct builder *b)
{
	bool foreign = b->open.n > 0 && top(b)->space != SPACE_HTML;

	b->tokens.foreign = foreign;
	b->tokens.shows_nul = foreign && !top(b)->html_point &&
	    !top(b)->text_point;
}

void
tree_read(struct tree *tree, struct source *page, size_t most)
{
	struct builder b = {.tree = tree, .most = most,
	    .tokens = {.in = page, .whole = true},
	    .token.attributes.all = true};

	*tree = (struct tree){0};
	arena_begin();
	node_open_document(&b);
	do {
		tell_tokenizer(&b);
		b.kind = tokenizer_next(&b.tokens, &b.token);
		if (tree->nodes >= most && b.kind != TOKEN_EOF) {
			tree->full = true;
			b.kind = TOKEN_EOF;
		}
		take(&b);
	} while (b.kind != TOKEN_EOF);
	arena_end();
	vec_free(&b.open);
	vec_free(&b.active);
	vec_free(&b.templates);
	buf_free(&b.table_text);
	tokenizer_free(&b.tokens);
	attributes_free(&b.token.attributes);
}

void
tree_free(struct tree *tree)
{
	arena_empty();
	tree->doc = NULL;
	buf_free(&tree->doctype);
}
