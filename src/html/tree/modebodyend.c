/* SPDX-License-Identifier: MIT */
/*
 * The insertion mode "in body" (13.2.6.4.7): end tags.
 */
#include <string.h>

#include "html/tree/builder.h"

void
body_end_other(struct builder *b)
{
	for (size_t i = b->open.n; i > 0; i--) {
		const struct opened *e = &b->open.at[i - 1];

		if (is_named(b, e)) {
			xmlNodePtr node = e->node;

			end_implied(b, b->token.tag->id);
			/* An unknown name is implied by none. */
			pop_to(b, find_node(b, node) - 1);
			return;
		}
		if (is_special(e))
			return;
	}
}

static void
end_block(struct builder *b, enum tag_id id, enum scope scope)
{
	if (in_scope(b, id, scope) == 0)
		return;
	end_implied(b, scope == SCOPE_LIST || id == TAG_DD || id == TAG_DT
	    ? id : TAG_OTHER);
	pop_through(b, id);
}

static void
end_p(struct builder *b)
{
	if (in_scope(b, TAG_P, SCOPE_BUTTON) == 0)
		insert_named(b, TAG_P);
	close_p(b);
}

static void
end_form(struct builder *b)
{
	xmlNodePtr node = b->form;
	size_t at;

	if (find_open(b, TAG_TEMPLATE) > 0) {
		end_block(b, TAG_FORM, SCOPE_DEFAULT);
		return;
	}
	b->form = NULL;
	at = node != NULL ? find_node(b, node) : 0;
	if (at == 0 || !opened_in_scope(b, at))
		return;
	end_implied(b, TAG_OTHER);
	remove_opened(b, find_node(b, node) - 1);
}

static void
end_heading(struct builder *b)
{
	if (!heading_in_scope(b))
		return;
	end_implied(b, TAG_OTHER);
	while (!is_heading(top(b)->id) || top(b)->space != SPACE_HTML)
		pop(b);
	pop(b);
}

static void
end_marked(struct builder *b)
{
	if (in_scope(b, b->token.tag->id, SCOPE_DEFAULT) == 0)
		return;
	end_implied(b, TAG_OTHER);
	pop_through(b, b->token.tag->id);
	active_clear(b);
}

/* A line break, though it is written as an end. */
static void
end_br(struct builder *b)
{
	attributes_clear(&b->token.attributes);
	active_reopen(b);
	insert_void(b);
	b->frameset_not_ok = true;
}

static void
end_body(struct builder *b)
{
	if (in_scope(b, TAG_BODY, SCOPE_DEFAULT) > 0)
		b->mode = MODE_AFTER_BODY;
}

/* "</html>" is "</body>", and then for the mode behind it: the same. */
void
body_end_tag(struct builder *b)
{
	enum tag_id id = b->token.tag->id;

	switch (id) {
	case TAG_TEMPLATE: head_template_end(b); break;
	case TAG_BODY: end_body(b); break;
	case TAG_HTML:
		if (in_scope(b, TAG_BODY, SCOPE_DEFAULT) > 0)
			b->mode = MODE_AFTER_AFTER_BODY;
		break;
	case TAG_ADDRESS: case TAG_ARTICLE: case TAG_ASIDE:
	case TAG_BLOCKQUOTE: case TAG_BUTTON: case TAG_CENTER:
	case TAG_DETAILS: case TAG_DIALOG: case TAG_DIR: case TAG_DIV:
	case TAG_DL: case TAG_FIELDSET: case TAG_FIGCAPTION: case TAG_FIGURE:
	case TAG_FOOTER: case TAG_HEADER: case TAG_HGROUP: case TAG_LISTING:
	case TAG_MAIN: case TAG_MENU: case TAG_NAV: case TAG_OL: case TAG_PRE:
	case TAG_SEARCH: case TAG_SECTION: case TAG_SELECT: case TAG_SUMMARY:
	case TAG_UL: case TAG_DD: case TAG_DT:
		end_block(b, id, SCOPE_DEFAULT);
		break;
	case TAG_LI: end_block(b, id, SCOPE_LIST); break;
	case TAG_FORM: end_form(b); break;
	case TAG_P: end_p(b); break;
	case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
	case TAG_H6: end_heading(b); break;
	case TAG_A: case TAG_B: case TAG_BIG: case TAG_CODE: case TAG_EM:
	case TAG_FONT: case TAG_I: case TAG_NOBR: case TAG_S: case TAG_SMALL:
	case TAG_STRIKE: case TAG_STRONG: case TAG_TT: case TAG_U:
		adopt(b, id);
		break;
	case TAG_APPLET: case TAG_MARQUEE: case TAG_OBJECT:
		end_marked(b);
		break;
	case TAG_BR: end_br(b); break;
	default: body_end_other(b);
	}
}
