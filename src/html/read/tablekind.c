/* SPDX-License-Identifier: MIT */
#include "html/read/tablekind.h"

#include <stdlib.h>
#include <string.h>

#include "html/token/lookahead.h"

enum {
	HEADED_MOST = 1000, PLAIN_MOST = 300, LOOSE_MOST = 100, /* columns */
	LINES_MOST = 3 /* br in a cell */
};

static bool
is_cell(const struct tag *tag)
{
	return tag->id == TAG_TD || tag->id == TAG_TH;
}

/* Boxes that columns do not hold side by side, unless they have headers. */
static bool
is_large(enum tag_id id)
{
	switch (id) {
	case TAG_TABLE: case TAG_UL: case TAG_OL: case TAG_DL: case TAG_PRE:
	case TAG_BLOCKQUOTE: case TAG_HR: case TAG_FIGURE: case TAG_MENU:
	case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
	case TAG_H6: case TAG_DIR: case TAG_LISTING: case TAG_XMP:
		return true;
	default:
		return false;
	}
}

static bool
is_section(enum tag_id id)
{
	return id == TAG_FORM || id == TAG_ARTICLE || id == TAG_SECTION ||
	    id == TAG_TEXTAREA;
}

static bool
spans_columns(const struct element *e)
{
	const char *s = element_get(e, "colspan");

	return s != NULL && strtol(s, NULL, 10) > 1;
}

static void
end_cell(struct tablekind *t)
{
	if (t->cell_columns > t->most)
		t->most = t->cell_columns;
	if (t->paragraphs > 1) {
		t->loose++;
		t->loose_long |= t->cell_columns > LOOSE_MOST;
	}
	t->all++;
}

static void
begin_cell(struct tablekind *t, const struct element *e)
{
	t->paragraphs = 0;
	t->cell_columns = 0;
	t->brs = 0;
	t->in_paragraph = t->after_br = false;
	t->cells++;
	t->wide += t->cells == 2;
	t->spanned |= t->wide == 0 && spans_columns(e);
	t->headed |= e->tag->id == TAG_TH || element_get(e, "scope") != NULL;
	t->gutter.broken |= t->cells > 2;
	t->gutter.number = -1;
}

static void
end_number(struct gutter *g)
{
	if (g->number < 0)
		return;
	g->broken |= g->any && g->number != g->last + 1;
	g->any = true;
	g->last = g->number;
	g->number = -1;
}

/* Text of the first cell in a row: the numbers of lines, or not. */
static void
count_gutter(struct gutter *g, struct str text)
{
	for (size_t i = 0; i < text.n && !g->broken; i++) {
		char c = text.s[i];

		if (c >= '0' && c <= '9')
			g->number = (g->number < 0 ? 0 : g->number % 100000000)
			    * 10 + (c - '0');
		else if (ascii_is_space(c))
			end_number(g);
		else
			g->broken = true;
	}
}

static int
columns_of(struct str text)
{
	int n = 0;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		n += ((c & 0xC0) != 0x80) + (c >= 0xE3 && c < 0xF0);
	}
	return n;
}

void
tablekind_text(struct tablekind *t, struct str text)
{
	if (t->cell == 0)
		return;
	if (t->cells == 1 && t->tables == 1)
		count_gutter(&t->gutter, text);
	t->cell_columns += t->cell_columns < HEADED_MOST * 2
	    ? columns_of(text) : 0;
	t->paragraphs += !t->in_paragraph;
	t->in_paragraph = true;
	t->after_br = false;
}

static void
judge_own(struct tablekind *t, const struct element *e)
{
	const char *role = element_get(e, "role");

	switch (e->tag->id) {
	case TAG_TABLE:
		t->never |= role != NULL && (strcmp(role, "presentation") == 0 ||
		    strcmp(role, "none") == 0);
		break;
	case TAG_TR:
		t->cells = 0;
		break;
	case TAG_TH: case TAG_TD:
		begin_cell(t, e);
		break;
	case TAG_CAPTION:
		t->headed = true;
		break;
	default:
		break;
	}
}

static void
judge(struct tablekind *t, const struct element *e)
{
	enum tag_id id = e->tag->id;

	if (t->tables <= 1)
		judge_own(t, e);
	if (t->depth == 0)
		return;
	t->never |= is_section(id);
	t->large |= is_large(id);
	t->code |= id == TAG_PRE || id == TAG_CODE;
	if (e->tag->box != BOX_INLINE || (id == TAG_BR && t->after_br))
		t->in_paragraph = false;
	t->after_br = id == TAG_BR;
	t->brs += id == TAG_BR;
	t->lined |= t->brs > LINES_MOST;
	end_number(&t->gutter);
}

void
tablekind_enter(struct tablekind *t, const struct element *e)
{
	if (t->depth == 0)
		t->gutter.number = -1;
	t->tables += e->tag->id == TAG_TABLE;
	judge(t, e);
	if (t->cell > 0 || (t->tables == 1 && (is_cell(e->tag) ||
	        e->tag->id == TAG_CAPTION)))
		t->cell++;
	t->depth++;
}

void
tablekind_leave(struct tablekind *t, const struct tag *tag)
{
	if (tag->box != BOX_INLINE) {
		t->in_paragraph = false;
		end_number(&t->gutter);
	}
	if (t->tables == 1 && is_cell(tag) && t->cell == 1)
		end_cell(t);
	t->tables -= tag->id == TAG_TABLE;
	t->cell -= t->cell > 0;
	t->depth--;
}

bool
tablekind_is_data(const struct tablekind *t)
{
	if (t->never || t->wide == 0)
		return false;
	if (t->headed)
		return t->most <= HEADED_MOST;
	return t->wide + t->spanned >= 2 && !t->large && !t->lined &&
	    t->most <= PLAIN_MOST && !t->loose_long && 3 * t->loose <= t->all;
}

bool
tablekind_is_listing(const struct tablekind *t, bool in_code)
{
	return t->gutter.any && !t->gutter.broken && !t->headed &&
	    t->wide > 0 && (t->code || in_code);
}
