/* SPDX-License-Identifier: MIT */
/*
 * End tags in the body: "in body" (HTML 13.2.6.4.7).
 */
#include "html/parse/builder.h"

typedef void rule(struct parser *, const struct tag *);

static void
ignore(struct parser *p, const struct tag *tag)
{
	(void)p, (void)tag;
}

static void
end_ordinary(struct parser *p, const struct tag *tag)
{
	builder_end_with(p, openelements_named(&p->open, tag,
	    p->token.name.s));
}

static void
end_in_scope(struct parser *p, const struct tag *tag)
{
	builder_end_with(p, openelements_find(&p->open, tag->id, tag->id,
	    KIND_SCOPE));
}

static void
end_item(struct parser *p, const struct tag *tag)
{
	builder_end_with(p, openelements_find(&p->open, tag->id, tag->id,
	    KIND_SCOPE | KIND_LIST_SCOPE));
}

static void
end_p(struct parser *p, const struct tag *tag)
{
	size_t found = openelements_find(&p->open, tag->id, tag->id,
	    KIND_SCOPE | KIND_BUTTON_SCOPE);

	if (found > 0)
		builder_end_to(p, found - 1);
	else
		builder_break(p, tag);
}

static void
end_heading(struct parser *p, const struct tag *tag)
{
	(void)tag;
	builder_end_with(p, openelements_heading(&p->open));
}

/* What is open in a form stays open when it ends. */
static void
end_form(struct parser *p, const struct tag *tag)
{
	size_t found = openelements_find(&p->open, tag->id, tag->id,
	    KIND_SCOPE);

	if (openelements_has(&p->open, TAG_TEMPLATE)) {
		builder_end_with(p, found);
		return;
	}
	if (!p->form)
		return;
	p->form = false;
	if (found > 0)
		builder_end_implied(p, TAG_OTHER);
	builder_take_out(p, found);
}

static void
end_formatting(struct parser *p, const struct tag *tag)
{
	builder_adopt(p, tag, p->token.name.s);
}

/* It is a br, whose start tag has the same rule. */
static void
end_br(struct parser *p, const struct tag *tag)
{
	(void)tag;
	inbody_start(p);
}

/* Whatever is open in it ends. */
static void
end_template(struct parser *p, const struct tag *tag)
{
	builder_end_with(p, openelements_find(&p->open, tag->id, tag->id, 0));
}

/* Those that are not here: formatting, blocks, special ones, any other. */
static rule *const ends[TAG_OTHER + 1] = {
	[TAG_APPLET] = end_in_scope,
	[TAG_BODY] = ignore,
	[TAG_BR] = end_br,
	[TAG_BUTTON] = end_in_scope,
	[TAG_DD] = end_in_scope,
	[TAG_DT] = end_in_scope,
	[TAG_FORM] = end_form,
	[TAG_H1] = end_heading,
	[TAG_H2] = end_heading,
	[TAG_H3] = end_heading,
	[TAG_H4] = end_heading,
	[TAG_H5] = end_heading,
	[TAG_H6] = end_heading,
	[TAG_HTML] = ignore,
	[TAG_LI] = end_item,
	[TAG_MARQUEE] = end_in_scope,
	[TAG_NOSCRIPT] = end_in_scope,
	[TAG_OBJECT] = end_in_scope,
	[TAG_P] = end_p,
	[TAG_SELECT] = end_in_scope,
	[TAG_TEMPLATE] = end_template,
};

void
inbody_end(struct parser *p)
{
	const struct tag *tag = p->token.tag;
	unsigned kinds = element_kinds(tag);

	if (ends[tag->id] != NULL)
		ends[tag->id](p, tag);
	else if (kinds & KIND_FORMATTING)
		end_formatting(p, tag);
	else if (kinds & KIND_ENDS_P)
		end_in_scope(p, tag);
	else
		end_ordinary(p, tag);
}
