/* SPDX-License-Identifier: MIT */
/*
 * The insertion modes up to the body (13.2.6.4.1 to 6), and "text" (8).
 */
#include <string.h>

#include "html/tree/builder.h"

static struct place
in_document(struct builder *b)
{
	return (struct place){(xmlNodePtr)b->tree->doc, NULL};
}

size_t
space_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && (s.s[n] == ' ' || s.s[n] == '\t' || s.s[n] == '\n'))
		n++;
	return n;
}

struct str
take_space(struct builder *b)
{
	struct str *t = &b->token.text, space = {t->s, space_length(*t)};

	*t = (struct str){t->s + space.n, t->n - space.n};
	return space;
}

/* Only white space, which is passed over. */
static bool
is_blank(struct builder *b)
{
	if (b->kind != TOKEN_TEXT)
		return false;
	take_space(b);
	return b->token.text.n == 0;
}

enum outcome
mode_initial(struct builder *b)
{
	if (is_blank(b))
		return USED;
	if (b->kind == TOKEN_COMMENT) {
		node_put_comment(b, in_document(b));
		return USED;
	}
	b->mode = MODE_BEFORE_HTML;
	if (b->kind == TOKEN_DOCTYPE) {
		doctype_take(b);
		return USED;
	}
	b->tree->quirks = true;
	return AGAIN;
}

static bool
is_end_of_top(const struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_HEAD: case TAG_BODY: case TAG_HTML: case TAG_BR: return true;
	default: return false;
	}
}

enum outcome
mode_before_html(struct builder *b)
{
	xmlNodePtr html;

	if (is_blank(b) || b->kind == TOKEN_DOCTYPE ||
	    (is_end(b) && !is_end_of_top(b)))
		return USED;
	if (b->kind == TOKEN_COMMENT) {
		node_put_comment(b, in_document(b));
		return USED;
	}
	if (is_start(b) && b->token.tag->id == TAG_HTML) {
		html = node_of_token(b, SPACE_HTML);
	} else {
		html = node_named(b, "html");
	}
	node_link(in_document(b), html);
	push(b, html, TAG_HTML, SPACE_HTML);
	b->mode = MODE_BEFORE_HEAD;
	return is_start(b) && b->token.tag->id == TAG_HTML ? USED : AGAIN;
}

static void
put_comment(struct builder *b)
{
	node_put_comment(b, place_for(b, NULL));
}

enum outcome
mode_before_head(struct builder *b)
{
	if (is_blank(b) || b->kind == TOKEN_DOCTYPE ||
	    (is_end(b) && !is_end_of_top(b)))
		return USED;
	if (b->kind == TOKEN_COMMENT) {
		put_comment(b);
		return USED;
	}
	if (is_start(b) && b->token.tag->id == TAG_HTML)
		return mode_body(b);
	b->mode = MODE_HEAD;
	if (is_start(b) && b->token.tag->id == TAG_HEAD) {
		b->head = insert_html(b)->node;
		return USED;
	}
	b->head = insert_named(b, TAG_HEAD)->node;
	return AGAIN;
}

static void
template_start(struct builder *b)
{
	insert_html(b);
	active_mark(b);
	b->frameset_not_ok = true;
	b->mode = MODE_TEMPLATE;
	*vec_add(&b->templates) = MODE_TEMPLATE;
}

void
head_template_end(struct builder *b)
{
	if (find_open(b, TAG_TEMPLATE) == 0)
		return;
	end_implied_thoroughly(b);
	pop_through(b, TAG_TEMPLATE);
	active_clear(b);
	if (b->templates.n > 0)
		b->templates.n--;
	reset_mode(b);
}

/* The start tags that a head may hold; false: it may not. */
static bool
head_start(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_BASE: case TAG_BASEFONT: case TAG_BGSOUND: case TAG_LINK:
	case TAG_META:
		insert_void(b);
		return true;
	case TAG_TITLE: case TAG_NOFRAMES: case TAG_STYLE: case TAG_SCRIPT:
		insert_raw(b);
		return true;
	case TAG_NOSCRIPT:
		insert_html(b);
		b->mode = MODE_HEAD_NOSCRIPT;
		return true;
	case TAG_TEMPLATE:
		template_start(b);
		return true;
	case TAG_HEAD:
		return true;
	default:
		return false;
	}
}

enum outcome
mode_head(struct builder *b)
{
	if (b->kind == TOKEN_TEXT) {
		insert_text(b, take_space(b));
		if (b->token.text.n == 0)
			return USED;
	} else if (b->kind == TOKEN_COMMENT) {
		put_comment(b);
		return USED;
	} else if (b->kind == TOKEN_DOCTYPE) {
		return USED;
	} else if (is_start(b)) {
		if (b->token.tag->id == TAG_HTML)
			return mode_body(b);
		if (head_start(b))
			return USED;
	} else if (is_end(b)) {
		if (b->token.tag->id == TAG_TEMPLATE)
			head_template_end(b);
		if (b->token.tag->id != TAG_HEAD && !is_end_of_top(b))
			return USED;
	}
	pop(b); /* the head */
	b->mode = MODE_AFTER_HEAD;
	return is_end(b) && b->token.tag->id == TAG_HEAD ? USED : AGAIN;
}

enum outcome
mode_head_noscript(struct builder *b)
{
	enum tag_id id = is_start(b) || is_end(b) ? b->token.tag->id
	    : TAG_OTHER;

	if (b->kind == TOKEN_DOCTYPE)
		return USED;
	if (b->kind == TOKEN_COMMENT)
		return mode_head(b);
	if (b->kind == TOKEN_TEXT) {
		insert_text(b, take_space(b));
		if (b->token.text.n == 0)
			return USED;
	}
	if (is_start(b)) {
		switch (id) {
		case TAG_HTML: return mode_body(b);
		case TAG_BASEFONT: case TAG_BGSOUND: case TAG_LINK:
		case TAG_META: case TAG_NOFRAMES: case TAG_STYLE:
			return mode_head(b);
		case TAG_HEAD: case TAG_NOSCRIPT:
			return USED;
		default: break;
		}
	}
	if (is_end(b) && id != TAG_NOSCRIPT && id != TAG_BR)
		return USED;
	pop(b); /* the noscript */
	b->mode = MODE_HEAD;
	return is_end(b) && id == TAG_NOSCRIPT ? USED : AGAIN;
}

/* What belongs into the head goes there, though that has ended. */
static void
in_head_again(struct builder *b)
{
	size_t at;

	push(b, b->head, TAG_HEAD, SPACE_HTML);
	mode_head(b);
	at = find_node(b, b->head);
	if (at > 0)
		remove_opened(b, at - 1);
}

/* A start tag; false: the body begins. */
static bool
after_head_start(struct builder *b)
{
	switch (b->token.tag->id) {
	case TAG_BODY:
		insert_html(b);
		b->frameset_not_ok = true;
		b->mode = MODE_BODY;
		return true;
	case TAG_FRAMESET:
		insert_html(b);
		b->mode = MODE_FRAMESET;
		return true;
	case TAG_BASE: case TAG_BASEFONT: case TAG_BGSOUND: case TAG_LINK:
	case TAG_META: case TAG_NOFRAMES: case TAG_SCRIPT: case TAG_STYLE:
	case TAG_TEMPLATE: case TAG_TITLE:
		in_head_again(b);
		return true;
	case TAG_HEAD:
		return true;
	default:
		return false;
	}
}

enum outcome
mode_after_head(struct builder *b)
{
	if (b->kind == TOKEN_TEXT) {
		insert_text(b, take_space(b));
		if (b->token.text.n == 0)
			return USED;
	} else if (b->kind == TOKEN_COMMENT) {
		put_comment(b);
		return USED;
	} else if (b->kind == TOKEN_DOCTYPE) {
		return USED;
	} else if (is_start(b)) {
		if (b->token.tag->id == TAG_HTML)
			return mode_body(b);
		if (after_head_start(b))
			return USED;
	} else if (is_end(b)) {
		if (b->token.tag->id == TAG_TEMPLATE)
			head_template_end(b);
		if (!is_end_of_top(b) || b->token.tag->id == TAG_HEAD)
			return USED;
	}
	insert_named(b, TAG_BODY);
	b->mode = MODE_BODY;
	return AGAIN;
}

enum outcome
mode_text(struct builder *b)
{
	if (b->kind == TOKEN_TEXT) {
		insert_text(b, b->token.text);
		return USED;
	}
	pop(b);
	b->mode = b->text_returns;
	return is_end(b) ? USED : AGAIN;
}
