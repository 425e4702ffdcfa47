/* SPDX-License-Identifier: MIT */
/*
 * Tags in a table and its parts: "in table" to "in cell" (HTML 13.2.6.4.9
 * to 15).
 */
#include "html/parse/builder.h"

#include <strings.h>

/* ---- where we are ---- */

/* The element that gives the mode: the table, its part, or a template. */
static bool
context_is(const struct parser *p, enum tag_id a, enum tag_id b, enum tag_id c)
{
	enum tag_id id =
	    p->open.at[openelements_top(&p->open)->context - 1].tag->id;

	return id == a || id == b || id == c;
}

/* "Clear the stack back to a table context", or a body's or a row's. */
static void
end_to_context(struct parser *p)
{
	builder_end_to(p, openelements_top(&p->open)->context);
}

/* The part of a table that gives the mode ends. */
static void
end_context(struct parser *p)
{
	builder_end_to(p, openelements_top(&p->open)->context - 1);
}

static size_t
in_table_scope(const struct parser *p, enum tag_id id)
{
	return openelements_find(&p->open, id, id, KIND_TABLE_SCOPE);
}

static bool
is_row_group(enum tag_id id)
{
	return id == TAG_TBODY || id == TAG_TFOOT || id == TAG_THEAD;
}

/* ---- start tags ---- */

static enum outcome
start_part(struct parser *p, const struct tag *tag, bool marked)
{
	struct open_element *e;

	end_to_context(p);
	e = builder_insert(p, tag, SPACE_HTML);
	if (marked)
		builder_mark(p, e);
	return DONE;
}

static enum outcome
imply(struct parser *p, enum tag_id id)
{
	end_to_context(p);
	if (id == TAG_TR)
		builder_imply(p, id);
	else
		builder_imply_silently(p, id);
	return AGAIN;
}

/* A form in a table holds nothing. */
static enum outcome
start_form(struct parser *p, const struct tag *tag)
{
	if (p->form || openelements_has(&p->open, TAG_TEMPLATE))
		return DONE;
	if (builder_insert(p, tag, SPACE_HTML) != NULL)
		builder_end_to(p, p->open.depth - 1);
	p->form = true;
	return DONE;
}

static enum outcome
start_input(struct parser *p, const struct tag *tag)
{
	const char *type = attributes_get(&p->token.attributes, "type");

	if (type == NULL || strcasecmp(type, "hidden") != 0)
		return AS_BODY;
	builder_insert(p, tag, SPACE_HTML);
	return DONE;
}

/* "In table": 13.2.6.4.9. */
static enum outcome
start_in_table(struct parser *p, const struct tag *tag)
{
	size_t table;

	switch (tag->id) {
	case TAG_CAPTION:
		return start_part(p, tag, true);
	case TAG_COLGROUP: case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD:
		return start_part(p, tag, false);
	case TAG_COL:
		return imply(p, TAG_COLGROUP);
	case TAG_TD: case TAG_TH: case TAG_TR:
		return imply(p, TAG_TBODY);
	case TAG_TABLE:
		if ((table = in_table_scope(p, TAG_TABLE)) == 0)
			return DONE;
		builder_end_with(p, table);
		return AGAIN;
	case TAG_FORM:
		return start_form(p, tag);
	case TAG_INPUT:
		return start_input(p, tag);
	default:
		return AS_BODY; /* and, by the Standard, before the table */
	}
}

/* "In table body": 13.2.6.4.13. */
static enum outcome
start_in_tbody(struct parser *p, const struct tag *tag)
{
	switch (tag->id) {
	case TAG_TR:
		return start_part(p, tag, false);
	case TAG_TD: case TAG_TH:
		return imply(p, TAG_TR);
	case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP: case TAG_TBODY:
	case TAG_TFOOT: case TAG_THEAD:
		if (!context_is(p, TAG_TBODY, TAG_TFOOT, TAG_THEAD))
			return DONE;
		end_context(p);
		return AGAIN;
	default:
		return start_in_table(p, tag);
	}
}

/* "In row": 13.2.6.4.14. */
static enum outcome
start_in_row(struct parser *p, const struct tag *tag)
{
	switch (tag->id) {
	case TAG_TD: case TAG_TH:
		return start_part(p, tag, true);
	case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP: case TAG_TBODY:
	case TAG_TFOOT: case TAG_THEAD: case TAG_TR:
		if (!context_is(p, TAG_TR, TAG_TR, TAG_TR))
			return DONE;
		end_context(p);
		return AGAIN;
	default:
		return start_in_table(p, tag);
	}
}

/* "In cell", "in caption": 13.2.6.4.15 and 11. */
static enum outcome
start_in_cell(struct parser *p, const struct tag *tag)
{
	switch (tag->id) {
	case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP: case TAG_TBODY:
	case TAG_TD: case TAG_TFOOT: case TAG_TH: case TAG_THEAD: case TAG_TR:
		end_context(p);
		return AGAIN;
	default:
		return AS_BODY;
	}
}

/* "In column group": 13.2.6.4.12. */
static enum outcome
start_in_colgroup(struct parser *p, const struct tag *tag)
{
	if (tag->id == TAG_TEMPLATE || tag->id == TAG_HTML)
		return AS_BODY;
	if (tag->id == TAG_COL) {
		builder_insert(p, tag, SPACE_HTML);
		return DONE;
	}
	if (!openelements_top_is(&p->open, TAG_COLGROUP))
		return DONE;
	end_context(p);
	return AGAIN;
}

enum outcome
intable_start(struct parser *p)
{
	const struct tag *tag = p->token.tag;

	switch (builder_mode(p)) {
	case MODE_TABLE: return start_in_table(p, tag);
	case MODE_TBODY: return start_in_tbody(p, tag);
	case MODE_ROW: return start_in_row(p, tag);
	case MODE_COLGROUP: return start_in_colgroup(p, tag);
	default: return start_in_cell(p, tag);
	}
}

/* ---- end tags ---- */

static enum outcome
end_in_table(struct parser *p, const struct tag *tag)
{
	switch (tag->id) {
	case TAG_TABLE:
		builder_end_with(p, in_table_scope(p, TAG_TABLE));
		return DONE;
	case TAG_BODY: case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP:
	case TAG_HTML: case TAG_TBODY: case TAG_TD: case TAG_TFOOT:
	case TAG_TH: case TAG_THEAD: case TAG_TR:
		return DONE;
	default:
		return AS_BODY;
	}
}

static enum outcome
end_in_tbody(struct parser *p, const struct tag *tag)
{
	if (is_row_group(tag->id)) {
		if (context_is(p, tag->id, tag->id, tag->id))
			end_context(p);
		return DONE;
	}
	if (tag->id != TAG_TABLE)
		return end_in_table(p, tag);
	if (!context_is(p, TAG_TBODY, TAG_TFOOT, TAG_THEAD))
		return DONE;
	end_context(p);
	return AGAIN;
}

static enum outcome
end_in_row(struct parser *p, const struct tag *tag)
{
	bool row = context_is(p, TAG_TR, TAG_TR, TAG_TR);

	if (tag->id != TAG_TR && tag->id != TAG_TABLE && !is_row_group(tag->id))
		return end_in_table(p, tag);
	if (!row || (is_row_group(tag->id) && !in_table_scope(p, tag->id)))
		return DONE;
	end_context(p);
	return tag->id == TAG_TR ? DONE : AGAIN;
}

static enum outcome
end_in_cell(struct parser *p, const struct tag *tag)
{
	switch (tag->id) {
	case TAG_TD: case TAG_TH:
		if (context_is(p, tag->id, tag->id, tag->id))
			end_context(p);
		return DONE;
	case TAG_BODY: case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP:
	case TAG_HTML:
		return DONE;
	case TAG_TABLE: case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD:
	case TAG_TR:
		if (!in_table_scope(p, tag->id))
			return DONE;
		end_context(p);
		return AGAIN;
	default:
		return AS_BODY;
	}
}

static enum outcome
end_in_caption(struct parser *p, const struct tag *tag)
{
	switch (tag->id) {
	case TAG_CAPTION:
		end_context(p);
		return DONE;
	case TAG_TABLE:
		end_context(p);
		return AGAIN;
	case TAG_BODY: case TAG_COL: case TAG_COLGROUP: case TAG_HTML:
	case TAG_TBODY: case TAG_TD: case TAG_TFOOT: case TAG_TH:
	case TAG_THEAD: case TAG_TR:
		return DONE;
	default:
		return AS_BODY;
	}
}

static enum outcome
end_in_colgroup(struct parser *p, const struct tag *tag)
{
	if (tag->id == TAG_TEMPLATE)
		return AS_BODY;
	if (tag->id == TAG_COL || !openelements_top_is(&p->open, TAG_COLGROUP))
		return DONE;
	end_context(p);
	return tag->id == TAG_COLGROUP ? DONE : AGAIN;
}

enum outcome
intable_end(struct parser *p)
{
	const struct tag *tag = p->token.tag;

	switch (builder_mode(p)) {
	case MODE_TABLE: return end_in_table(p, tag);
	case MODE_TBODY: return end_in_tbody(p, tag);
	case MODE_ROW: return end_in_row(p, tag);
	case MODE_CAPTION: return end_in_caption(p, tag);
	case MODE_COLGROUP: return end_in_colgroup(p, tag);
	default: return end_in_cell(p, tag);
	}
}
