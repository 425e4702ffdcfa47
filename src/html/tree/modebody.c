/* SPDX-License-Identifier: MIT */
/*
 * The insertion mode "in body" (13.2.6.4.7): texts and start tags.
 */
#include <string.h>
#include <strings.h>

#include "html/tree/builder.h"

static void
body_text(struct builder *b)
{
	struct str *t = &b->token.text;

	active_reopen(b);
	insert_text(b, *t);
	take_space(b);
	if (t->n > 0)
		b->frameset_not_ok = true;
}

static void
html_start(struct builder *b)
{
	if (find_open(b, TAG_TEMPLATE) == 0)
		node_add_missing(b, b->open.at[0].node);
}

static bool
has_body(const struct builder *b)
{
	return b->open.n > 1 && b->open.at[1].id == TAG_BODY &&
	    b->open.at[1].space == SPACE_HTML;
}

static void
body_start(struct builder *b)
{
	if (!has_body(b) || find_open(b, TAG_TEMPLATE) > 0)
		return;
	b->frameset_not_ok = true;
	node_add_missing(b, b->open.at[1].node);
}

static void
frameset_start(struct builder *b)
{
	xmlNodePtr body;

	if (!has_body(b) || b->frameset_not_ok)
		return;
	body = b->open.at[1].node;
	node_unlink(body);
	pop_to(b, 1);
	insert_html(b);
	b->mode = MODE_FRAMESET;
}

static void
form_start(struct builder *b)
{
	bool in_template = find_open(b, TAG_TEMPLATE) > 0;
	xmlNodePtr node;

	if (b->form != NULL && !in_template)
		return;
	close_p(b);
	node = insert_html(b)->node;
	if (!in_template)
		b->form = node;
}

/* An item of a list ends the one before it. */
static void
item_start(struct builder *b)
{
	bool li = b->token.tag->id == TAG_LI;

	b->frameset_not_ok = true;
	for (size_t i = b->open.n; i > 0; i--) {
		const struct opened *e = &b->open.at[i - 1];
		bool html = e->space == SPACE_HTML;

		if (html && (li ? e->id == TAG_LI : e->id == TAG_DD ||
		    e->id == TAG_DT)) {
			enum tag_id id = e->id;

			end_implied(b, id);
			pop_through(b, id);
			break;
		}
		if (is_special(e) && !(html && (e->id == TAG_ADDRESS ||
		    e->id == TAG_DIV || e->id == TAG_P)))
			break;
	}
	close_p(b);
	insert_html(b);
}

static void
heading_start(struct builder *b)
{
	close_p(b);
	if (is_heading(top(b)->id) && top(b)->space == SPACE_HTML)
		pop(b);
	insert_html(b);
}

static void
button_start(struct builder *b)
{
	if (in_scope(b, TAG_BUTTON, SCOPE_DEFAULT) > 0) {
		end_implied(b, TAG_OTHER);
		pop_through(b, TAG_BUTTON);
	}
	active_reopen(b);
	insert_html(b);
	b->frameset_not_ok = true;
}

static void
formatting_start(struct builder *b)
{
	active_reopen(b);
	active_push(b, insert_html(b));
}

static void
a_start(struct builder *b)
{
	size_t i = active_find(b, TAG_A);

	if (i > 0) {
		xmlNodePtr node = b->active.at[i - 1].node;

		adopt(b, TAG_A);
		active_remove(b, node);
		i = find_node(b, node);
		if (i > 0)
			remove_opened(b, i - 1);
	}
	formatting_start(b);
}

static void
nobr_start(struct builder *b)
{
	active_reopen(b);
	if (in_scope(b, TAG_NOBR, SCOPE_DEFAULT) > 0) {
		adopt(b, TAG_NOBR);
		active_reopen(b);
	}
	active_push(b, insert_html(b));
}

static void
table_start(struct builder *b)
{
	if (!b->tree->quirks)
		close_p(b);
	insert_html(b);
	b->frameset_not_ok = true;
	b->mode = MODE_TABLE;
}

static bool
is_hidden_input(const struct builder *b)
{
	const char *type = attributes_get(&b->token.attributes, "type");

	return type != NULL && strcasecmp(type, "hidden") == 0;
}

static void
input_start(struct builder *b)
{
	if (in_scope(b, TAG_SELECT, SCOPE_DEFAULT) > 0)
		pop_through(b, TAG_SELECT);
	active_reopen(b);
	insert_void(b);
	if (!is_hidden_input(b))
		b->frameset_not_ok = true;
}

static void
hr_start(struct builder *b)
{
	close_p(b);
	if (in_scope(b, TAG_SELECT, SCOPE_DEFAULT) > 0)
		end_implied(b, TAG_OTHER);
	insert_void(b);
	b->frameset_not_ok = true;
}

static void
void_start(struct builder *b)
{
	active_reopen(b);
	insert_void(b);
	b->frameset_not_ok = true;
}

static void
textarea_start(struct builder *b)
{
	insert_raw(b);
	b->skip_line_end = true;
	b->frameset_not_ok = true;
}

static void
xmp_start(struct builder *b)
{
	close_p(b);
	active_reopen(b);
	b->frameset_not_ok = true;
	insert_raw(b);
}

static void
select_start(struct builder *b)
{
	if (in_scope(b, TAG_SELECT, SCOPE_DEFAULT) > 0) {
		pop_through(b, TAG_SELECT);
		return;
	}
	active_reopen(b);
	insert_html(b);
	b->frameset_not_ok = true;
}

static void
option_start(struct builder *b)
{
	bool option = b->token.tag->id == TAG_OPTION;

	if (in_scope(b, TAG_SELECT, SCOPE_DEFAULT) > 0)
		end_implied(b, option ? TAG_OPTGROUP : TAG_OTHER);
	else if (top_is(b, TAG_OPTION))
		pop(b);
	active_reopen(b);
	insert_html(b);
}

static void
ruby_start(struct builder *b)
{
	bool rt = b->token.tag->id == TAG_RT || b->token.tag->id == TAG_RP;

	if (in_scope(b, TAG_RUBY, SCOPE_DEFAULT) > 0)
		end_implied(b, rt ? TAG_RTC : TAG_OTHER);
	insert_html(b);
}

static void
foreign_start(struct builder *b, enum space space)
{
	active_reopen(b);
	insert_element(b, space);
	if (b->token.self_closing)
		pop(b);
}

static void
other_start(struct builder *b)
{
	active_reopen(b);
	insert_html(b);
}

/* Those that open a paragraph's neighbour, and nothing else. */
static void
block_start(struct builder *b)
{
	close_p(b);
	insert_html(b);
}

static void
pre_start(struct builder *b)
{
	block_start(b);
	b->skip_line_end = true;
	b->frameset_not_ok = true;
}

static void
plaintext_start(struct builder *b)
{
	block_start(b);
	tokenizer_raw(&b->tokens, b->token.tag, true);
}

static void
marked_start(struct builder *b)
{
	active_reopen(b);
	insert_html(b);
	active_mark(b);
	b->frameset_not_ok = true;
}

static enum outcome
start_tag(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_HTML: html_start(b); break;
	case TAG_BASE: case TAG_BASEFONT: case TAG_BGSOUND: case TAG_LINK:
	case TAG_META: case TAG_NOFRAMES: case TAG_SCRIPT: case TAG_STYLE:
	case TAG_TEMPLATE: case TAG_TITLE:
		return mode_head(b);
	case TAG_BODY: body_start(b); break;
	case TAG_FRAMESET: frameset_start(b); break;
	case TAG_ADDRESS: case TAG_ARTICLE: case TAG_ASIDE:
	case TAG_BLOCKQUOTE: case TAG_CENTER: case TAG_DETAILS:
	case TAG_DIALOG: case TAG_DIR: case TAG_DIV: case TAG_DL:
	case TAG_FIELDSET: case TAG_FIGCAPTION: case TAG_FIGURE:
	case TAG_FOOTER: case TAG_HEADER: case TAG_HGROUP: case TAG_MAIN:
	case TAG_MENU: case TAG_NAV: case TAG_OL: case TAG_P: case TAG_SEARCH:
	case TAG_SECTION: case TAG_SUMMARY: case TAG_UL:
		block_start(b);
		break;
	case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
	case TAG_H6: heading_start(b); break;
	case TAG_PRE: case TAG_LISTING: pre_start(b); break;
	case TAG_FORM: form_start(b); break;
	case TAG_LI: case TAG_DD: case TAG_DT: item_start(b); break;
	case TAG_PLAINTEXT: plaintext_start(b); break;
	case TAG_BUTTON: button_start(b); break;
	case TAG_A: a_start(b); break;
	case TAG_B: case TAG_BIG: case TAG_CODE: case TAG_EM: case TAG_FONT:
	case TAG_I: case TAG_S: case TAG_SMALL: case TAG_STRIKE:
	case TAG_STRONG: case TAG_TT: case TAG_U:
		formatting_start(b);
		break;
	case TAG_NOBR: nobr_start(b); break;
	case TAG_APPLET: case TAG_MARQUEE: case TAG_OBJECT:
		marked_start(b);
		break;
	case TAG_TABLE: table_start(b); break;
	case TAG_AREA: case TAG_BR: case TAG_EMBED: case TAG_IMG:
	case TAG_KEYGEN: case TAG_WBR:
		void_start(b);
		break;
	case TAG_INPUT: input_start(b); break;
	case TAG_PARAM: case TAG_SOURCE: case TAG_TRACK: insert_void(b); break;
	case TAG_HR: hr_start(b); break;
	case TAG_TEXTAREA: textarea_start(b); break;
	case TAG_XMP: xmp_start(b); break;
	case TAG_IFRAME: b->frameset_not_ok = true; insert_raw(b); break;
	case TAG_NOEMBED: insert_raw(b); break;
	case TAG_SELECT: select_start(b); break;
	case TAG_OPTGROUP: case TAG_OPTION: option_start(b); break;
	case TAG_RB: case TAG_RTC: case TAG_RP: case TAG_RT:
		ruby_start(b);
		break;
	case TAG_MATH: foreign_start(b, SPACE_MATH); break;
	case TAG_SVG: foreign_start(b, SPACE_SVG); break;
	case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP: case TAG_FRAME:
	case TAG_HEAD: case TAG_TBODY: case TAG_TD: case TAG_TFOOT:
	case TAG_TH: case TAG_THEAD: case TAG_TR:
		break;
	default: other_start(b);
	}
	return USED;
}

/* "image" is what old pages call img. */
static void
call_image_img(struct builder *b)
{
	struct name *name = &b->token.name;

	if (strcmp(name->s, "image") != 0)
		return;
	memcpy(name->s, "img", 4);
	name->n = 3;
	b->token.tag = tag_of(TAG_IMG);
}

enum outcome
mode_body(struct builder *b)
{
	switch (b->kind) {
	case TOKEN_TEXT: body_text(b); break;
	case TOKEN_COMMENT: node_put_comment(b, place_for(b, NULL)); break;
	case TOKEN_START: call_image_img(b); return start_tag(b);
	case TOKEN_END: body_end_tag(b); break;
	case TOKEN_EOF:
		if (b->templates.n > 0)
			return mode_template(b);
		break;
	case TOKEN_DOCTYPE: break;
	}
	return USED;
}
