/* SPDX-License-Identifier: MIT */
#include "html/parse/builder.h"

#include <string.h>

enum insertion_mode
builder_mode(const struct parser *p)
{
	const struct open_element *e = openelements_top(&p->open);

	return e != NULL && e->mode != MODE_PAGE ? e->mode : p->page_mode;
}

/* ---- where events go ---- */

/* Whether what is inserted now comes before the table that is held. */
static bool
is_fostered(const struct parser *p)
{
	const struct open_element *top = openelements_top(&p->open);

	if (p->held_table == 0 || top == NULL)
		return false;
	if (top->fostered || !p->foster)
		return top->fostered;
	switch (top->tag->id) {
	case TAG_TABLE: case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD:
	case TAG_TR:
		return openelements_find(&p->open, TAG_TABLE, TAG_TABLE,
		    KIND_TABLE_SCOPE) == p->held_table;
	default:
		return false;
	}
}

static void
direct(struct parser *p, bool fostered)
{
	struct report *r = p->report;

	if (p->level > 0)
		r->to = p->out;
	else if (p->waits)
		r->to = &r->noscript;
	else
		r->to = p->held_table > 0 && !fostered ? &r->table : NULL;
}

void
builder_direct(struct parser *p)
{
	direct(p, is_fostered(p));
}

static void
release_table(struct parser *p)
{
	p->held_table = 0;
	direct(p, false);
	report_waiting(p->report, &p->report->table);
}

static void
release_if_large(struct parser *p)
{
	if (p->report->table.events.n > PARSER_TABLE && p->held_table > 0)
		release_table(p);
}

void
builder_text(struct parser *p, struct str text)
{
	builder_direct(p);
	report_text(p->report, text);
	release_if_large(p);
}

/* ---- start ---- */

void
builder_break(struct parser *p, const struct tag *tag)
{
	builder_direct(p);
	report_start(p->report, tag, 0, STR(""));
	report_end(p->report, tag);
}

/*
 * Past PARSER_DEPTH an element leaves only the line break of its box.  One
 * that is not shown stays an element for as long again, to stay hidden, and so
 * does a link, which no other holds.
 */
static bool
too_deep(const struct parser *p, const struct tag *tag)
{
	return p->open.depth >= PARSER_DEPTH &&
	    ((tag->box != BOX_NONE && tag->id != TAG_A) ||
	        p->open.depth >= 2 * PARSER_DEPTH);
}

/* An element of the stack starts. */
static struct open_element *
start(struct parser *p, const struct tag *tag, const char *name,
    enum element_space space, int count, struct str strings)
{
	bool fostered = is_fostered(p);
	struct open_element *e;

	if (tag->id == TAG_TABLE && space == SPACE_HTML &&
	    p->held_table == 0 && p->level == 0 && !p->waits)
		p->held_table = p->open.depth + 1;
	direct(p, fostered);
	report_start(p->report, tag, count, strings);
	e = openelements_push(&p->open, tag, name, space);
	e->fostered = fostered;
	release_if_large(p);
	return e;
}

static struct open_element *
insert(struct parser *p, const struct tag *tag, const char *name,
    enum element_space space)
{
	const struct attributes *a = &p->token.attributes;

	if (!(tag->flags & IS_VOID) && too_deep(p, tag)) {
		if (tag->box != BOX_INLINE)
			builder_break(p, tag);
		return NULL;
	}
	if (tag->flags & IS_VOID) {
		builder_direct(p);
		report_start(p->report, tag, a->count, buf_str(&a->strings));
		report_end(p->report, tag);
		return NULL;
	}
	return start(p, tag, name, space, a->count, buf_str(&a->strings));
}

struct open_element *
builder_insert(struct parser *p, const struct tag *tag,
    enum element_space space)
{
	bool same = tag == p->token.tag;

	return insert(p, tag, same ? p->token.name.s : tag->name, space);
}

void
builder_imply(struct parser *p, enum tag_id id)
{
	const struct tag *tag = tag_of(id);

	start(p, tag, tag->name, SPACE_HTML, 0, STR(""));
}

void
builder_imply_silently(struct parser *p, enum tag_id id)
{
	const struct tag *tag = tag_of(id);

	openelements_push(&p->open, tag, tag->name, SPACE_HTML)->silent = true;
}

/* ---- end ---- */

static void
end_innermost(struct parser *p)
{
	const struct open_element *e = &p->open.at[p->open.depth - 1];
	bool held = p->open.depth == p->held_table;

	direct(p, e->fostered);
	if (!e->silent)
		report_end(p->report, e->tag);
	if (e->marker)
		formatting_clear(&p->formatting);
	else if (e->listed)
		formatting_closed(&p->formatting, p->open.depth);
	openelements_pop(&p->open);
	if (held)
		release_table(p);
}

void
builder_end_to(struct parser *p, size_t depth)
{
	while (p->open.depth > depth)
		end_innermost(p);
	while (p->open.depth > p->open.base &&
	    p->open.at[p->open.depth - 1].ended)
		end_innermost(p);
}

void
builder_end_with(struct parser *p, size_t found)
{
	if (found > 0)
		builder_end_to(p, found - 1);
}

void
builder_take_out(struct parser *p, size_t found)
{
	struct open_element *e;

	if (found == 0)
		return;
	if (found == p->open.depth) {
		builder_end_to(p, found - 1);
		return;
	}
	e = &p->open.at[found - 1];
	if (e->listed)
		formatting_closed(&p->formatting, found);
	e->listed = false;
	openelements_end(&p->open, found - 1);
	direct(p, e->fostered || found < p->held_table);
	report_ended(p->report, e->tag);
}

void
builder_end_p(struct parser *p)
{
	builder_end_with(p, openelements_find(&p->open, TAG_P, TAG_P,
	    KIND_SCOPE | KIND_BUTTON_SCOPE));
}

void
builder_end_implied(struct parser *p, enum tag_id but)
{
	const struct open_element *e;

	while ((e = openelements_top(&p->open)) != NULL &&
	    e->kinds & KIND_IMPLIED_END && e->tag->id != but)
		builder_end_to(p, p->open.depth - 1);
}

/* ---- formatting elements ---- */

void
builder_mark(struct parser *p, struct open_element *e)
{
	if (e == NULL)
		return;
	e->marker = true;
	formatting_mark(&p->formatting);
}

void
builder_insert_formatting(struct parser *p, const struct tag *tag)
{
	const struct attributes *a = &p->token.attributes;
	struct open_element *e = builder_insert(p, tag, SPACE_HTML);
	size_t left;

	if (e == NULL)
		return;
	e->listed = true;
	left = formatting_push(&p->formatting, tag, p->open.depth, a->count,
	    buf_str(&a->strings));
	if (left > 0)
		p->open.at[left - 1].listed = false;
}

void
builder_reopen(struct parser *p)
{
	struct formatting *f = &p->formatting;

	for (size_t i = formatting_first_closed(f); i < f->n &&
	    p->open.depth < PARSER_DEPTH; i++) {
		struct formatting_item *item = &f->items[i];

		start(p, item->tag, item->tag->name, SPACE_HTML, item->count,
		    buf_str(&item->strings))->listed = true;
		item->depth = p->open.depth;
	}
}

/*
 * Of the elements from a depth up to another those that are not formatting, or
 * not among the three innermost that are, leave the stack.
 */
static void
thin_out(struct parser *p, size_t from, size_t to)
{
	int kept = 0;

	for (size_t i = to; i > from; i--) {
		struct open_element *e = &p->open.at[i - 1];

		if (e->ended || (e->listed && ++kept <= 3))
			continue;
		if (e->listed)
			for (size_t k = p->formatting.n; k > 0; k--)
				if (p->formatting.items[k - 1].depth == i) {
					formatting_remove(&p->formatting, k - 1);
					break;
				}
		e->listed = false;
		builder_take_out(p, i);
	}
}

/*
 * The element at a depth has ended around blocks that are open.  The Standard
 * puts a copy of it into each of them and ends that: the innermost block is
 * then the current node.
 */
static void
end_around(struct parser *p, size_t depth)
{
	size_t block, from = depth;

	while ((block = openelements_furthest_block(&p->open, from)) > 0) {
		thin_out(p, from, block - 1);
		from = block;
	}
	if (from == depth) {
		builder_end_to(p, depth - 1);
		return;
	}
	builder_end_to(p, from);
	builder_take_out(p, depth);
}

void
builder_adopt(struct parser *p, const struct tag *tag, const char *name)
{
	const struct open_element *top = openelements_top(&p->open);
	size_t found = formatting_find(&p->formatting, tag->id), depth;

	if (openelements_top_is(&p->open, tag->id) && !top->listed) {
		builder_end_to(p, p->open.depth - 1);
		return;
	}
	if (found == 0) {
		builder_end_with(p, openelements_named(&p->open, tag, name));
		return;
	}
	depth = p->formatting.items[found - 1].depth;
	if (depth > 0 && openelements_find(&p->open, tag->id, tag->id,
	    KIND_SCOPE) < depth)
		return; /* not in scope */
	formatting_remove(&p->formatting, found - 1);
	if (depth > 0) {
		p->open.at[depth - 1].listed = false;
		end_around(p, depth);
	}
}

/* ---- raw text ---- */

/* Whether a script's own words say that it is data of the page. */
static bool
is_json(const struct token *token)
{
	const char *type = attributes_get(&token->attributes, "type");

	return type != NULL && strstr(type, "ld+json") != NULL;
}

/* The source of a formula, which MathJax reads. */
static bool
is_tex(const struct token *token)
{
	const char *type = attributes_get(&token->attributes, "type");

	return token->tag->id == TAG_SCRIPT && type != NULL &&
	    strncmp(type, "math/tex", 8) == 0;
}

/* What an element of raw text is reported as. */
static const struct tag *
raw_tag(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_SCRIPT: case TAG_STYLE:
		return tag_of(TAG_RAWTEXT);
	case TAG_XMP: case TAG_PLAINTEXT:
		return tag_of(TAG_PRE);
	case TAG_NOEMBED: case TAG_NOFRAMES: /* fallback text, as iframe's is */
		return tag_of(TAG_IFRAME);
	default:
		return tag;
	}
}

void
builder_insert_raw(struct parser *p, const struct tag *tag)
{
	const struct tag *as = raw_tag(tag);
	bool wanted = as->id != TAG_RAWTEXT || p->options->scripts ||
	    (p->options->json && is_json(&p->token)) || is_tex(&p->token);

	p->raw = true;
	p->raw_reported = wanted && builder_insert(p, as, SPACE_HTML) != NULL;
	tokenizer_raw(&p->tokens, tag,
	    p->raw_reported || (wanted && as->box != BOX_NONE));
}
