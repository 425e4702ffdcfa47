/* SPDX-License-Identifier: MIT */
/*
 * Tags inside svg and math: the rules for foreign content (HTML 13.2.6.5).
 */
#include "html/parse/builder.h"

#include <strings.h>

/* Whether HTML begins inside this one, for a text or a start tag. */
static bool
is_integration_point(const struct open_element *e)
{
	return e->html_point || e->text_point;
}

static bool
takes_start(const struct open_element *top, const struct tag *tag)
{
	if (top->text_point)
		return tag->id == TAG_MGLYPH || tag->id == TAG_MALIGNMARK;
	if (top->tag->id == TAG_ANNOTATION_XML && tag->id == TAG_SVG)
		return false;
	return !top->html_point;
}

bool
foreign_takes(const struct parser *p, enum token_kind kind)
{
	const struct open_element *top = openelements_top(&p->open);

	if (top == NULL || top->space == SPACE_HTML)
		return false;
	switch (kind) {
	case TOKEN_START:
		return takes_start(top, p->token.tag);
	case TOKEN_TEXT:
		return !is_integration_point(top);
	default:
		return true;
	}
}

/* End what cannot hold HTML. */
static void
break_out(struct parser *p)
{
	const struct open_element *top;

	while ((top = openelements_top(&p->open)) != NULL &&
	    top->space != SPACE_HTML && !is_integration_point(top))
		builder_end_to(p, p->open.depth - 1);
}

/* An annotation that says that it is HTML. */
static bool
holds_html(const struct parser *p)
{
	const char *encoding =
	    attributes_get(&p->token.attributes, "encoding");

	return p->token.tag->id == TAG_ANNOTATION_XML && encoding != NULL &&
	    (strcasecmp(encoding, "text/html") == 0 ||
	        strcasecmp(encoding, "application/xhtml+xml") == 0);
}

enum outcome
foreign_start(struct parser *p)
{
	const struct tag *tag = p->token.tag;
	const struct open_element *top = openelements_top(&p->open);
	struct open_element *e;

	if (element_kinds(tag) & KIND_BREAKS_OUT ||
	    (tag->id == TAG_FONT && p->token.attributes.styled)) {
		break_out(p);
		return AGAIN;
	}
	if (p->token.self_closing && top->space == SPACE_SVG)
		return DONE;
	e = builder_insert(p, tag, top->space);
	if (e == NULL)
		return DONE;
	e->html_point = e->html_point ||
	    (e->space == SPACE_MATH && holds_html(p));
	if (p->token.self_closing)
		builder_end_to(p, p->open.depth - 1);
	return DONE;
}

enum outcome
foreign_end(struct parser *p)
{
	const struct tag *tag = p->token.tag;
	const char *name = p->token.name.s;
	size_t i;

	if (tag->id == TAG_BR || tag->id == TAG_P) {
		break_out(p);
		return AGAIN;
	}
	for (i = p->open.depth; i > p->open.base; i--) {
		const struct open_element *e = &p->open.at[i - 1];

		if (e->space == SPACE_HTML && !e->ended)
			return AGAIN;
		if (openelements_is_named(&p->open, i - 1, tag, name)) {
			builder_end_to(p, i - 1);
			return DONE;
		}
	}
	return DONE;
}
