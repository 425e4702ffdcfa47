/* SPDX-License-Identifier: MIT */
#include "html/read/openelements.h"

#include <string.h>

struct entry {
	const struct tag *tag;
	size_t name; /* in `names` */
	bool ended;
};

/* ---- the stack ---- */

static size_t
depth(const struct openelements *n)
{
	return n->entries.n / sizeof(struct entry);
}

/* The entry `i` from the innermost one. */
static struct entry *
at(const struct openelements *n, size_t i)
{
	return (struct entry *)(void *)n->entries.s + depth(n) - 1 - i;
}

void
openelements_push(struct openelements *n, const struct tag *tag, const char *name)
{
	struct entry e = {tag, n->names.n, false};

	buf_put(&n->names, name, strlen(name) + 1);
	buf_put(&n->entries, (const char *)&e, sizeof e);
	n->count[tag->id]++;
}

void
openelements_pop(struct openelements *n)
{
	n->count[at(n, 0)->tag->id]--;
	n->names.n = at(n, 0)->name;
	n->entries.n -= sizeof(struct entry);
}

size_t
openelements_depth(const struct openelements *n)
{
	return depth(n);
}

const struct tag *
openelements_top(const struct openelements *n)
{
	return at(n, 0)->tag;
}

bool
openelements_top_ended(const struct openelements *n)
{
	return depth(n) > n->base && at(n, 0)->ended;
}

/* ---- kinds of elements ---- */

/* What HTML calls special (13.2.4.2), of what can be open. */
static bool
is_special(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_BUTTON: case TAG_OBJECT: case TAG_SELECT: case TAG_TEXTAREA:
		return true;
	case TAG_AUDIO: case TAG_CANVAS: case TAG_DATALIST: case TAG_DIALOG:
	case TAG_LEGEND: case TAG_OPTGROUP: case TAG_OPTION: case TAG_RP:
	case TAG_VIDEO: case TAG_RAWTEXT:
		return false;
	default:
		return tag->box != BOX_INLINE;
	}
}

static bool
is_formatting(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_A: case TAG_B: case TAG_CODE: case TAG_EM: case TAG_FONT:
	case TAG_I: case TAG_S: case TAG_SMALL: case TAG_STRIKE:
	case TAG_STRONG: case TAG_TT: case TAG_U:
		return true;
	default:
		return false;
	}
}

/* Beyond these nothing is "in scope". */
static bool
is_scope(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_CAPTION: case TAG_MARQUEE: case TAG_OBJECT: case TAG_TABLE:
	case TAG_TD: case TAG_TEMPLATE: case TAG_TH: case TAG_SVG:
	case TAG_MATH:
		return true;
	default:
		return false;
	}
}

static bool
is_button_scope(const struct tag *tag)
{
	return is_scope(tag) || tag->id == TAG_BUTTON;
}

static bool
is_list_scope(const struct tag *tag)
{
	return is_scope(tag) || tag->id == TAG_UL || tag->id == TAG_OL;
}

static bool
is_table_scope(const struct tag *tag)
{
	return tag->id == TAG_TABLE || tag->id == TAG_TEMPLATE;
}

/* Where the search for an item to close ends. */
static bool
holds_items(const struct tag *tag)
{
	return is_special(tag) && tag->id != TAG_ADDRESS &&
	    tag->id != TAG_DIV && tag->id != TAG_P;
}

/* ---- finding ---- */

typedef bool stop_fn(const struct tag *);

/*
 * How many elements to close for one of a or b to be closed, if it is reached
 * before `stop`; else 0.
 */
static int
reach(const struct openelements *n, enum tag_id a, enum tag_id b, stop_fn *stop)
{
	size_t most = depth(n) - n->base;

	if (n->count[a] + n->count[b] == 0)
		return 0;
	for (size_t i = 0; i < most; i++) {
		const struct tag *tag = at(n, i)->tag;

		if (tag->id == a || tag->id == b)
			return (int)i + 1;
		if (stop(tag))
			return 0;
	}
	return 0;
}

static bool
holds_formatting(const struct openelements *n, int elements)
{
	for (int i = 0; i < elements; i++)
		if (is_formatting(at(n, (size_t)i)->tag) &&
		    !at(n, (size_t)i)->ended)
			return true;
	return false;
}

static int
more(int a, int b)
{
	return a > b ? a : b;
}

/* ---- start tags ---- */

/* Elements before which a paragraph ends (13.2.6.4.7). */
static bool
ends_paragraph(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_ADDRESS: case TAG_ARTICLE: case TAG_ASIDE:
	case TAG_BLOCKQUOTE: case TAG_CENTER: case TAG_DD: case TAG_DETAILS:
	case TAG_DIALOG: case TAG_DIR: case TAG_DIV: case TAG_DL: case TAG_DT:
	case TAG_FIELDSET: case TAG_FIGCAPTION: case TAG_FIGURE:
	case TAG_FOOTER: case TAG_FORM: case TAG_H1: case TAG_H2: case TAG_H3:
	case TAG_H4: case TAG_H5: case TAG_H6: case TAG_HEADER:
	case TAG_HGROUP: case TAG_HR: case TAG_LI: case TAG_LISTING:
	case TAG_MAIN: case TAG_MENU: case TAG_NAV: case TAG_OL: case TAG_P:
	case TAG_PLAINTEXT: case TAG_PRE: case TAG_SEARCH: case TAG_SECTION:
	case TAG_SUMMARY: case TAG_TABLE: case TAG_UL: case TAG_XMP:
		return true;
	default:
		return false;
	}
}

static int
paragraph(const struct openelements *n, const struct tag *tag)
{
	int p = ends_paragraph(tag)
	    ? reach(n, TAG_P, TAG_P, is_button_scope) : 0;

	return holds_formatting(n, p) ? 0 : p;
}

/* The innermost element, if it is one of these. */
static int
innermost(const struct openelements *n, enum tag_id a, enum tag_id b)
{
	enum tag_id id = depth(n) > n->base ? at(n, 0)->tag->id : TAG_OTHER;

	return id == a || id == b;
}

/* A part of a table closes what stands where it goes. */
static int
table_part(const struct openelements *n, enum tag_id id)
{
	int close = more(reach(n, TAG_TD, TAG_TH, is_table_scope),
	    reach(n, TAG_CAPTION, TAG_COLGROUP, is_table_scope));

	if (id == TAG_TD || id == TAG_TH)
		return close;
	close = more(close, reach(n, TAG_TR, TAG_TR, is_table_scope));
	if (id == TAG_TR)
		return close;
	close = more(close, reach(n, TAG_TBODY, TAG_THEAD, is_table_scope));
	return more(close, reach(n, TAG_TFOOT, TAG_TFOOT, is_table_scope));
}

int
openelements_start(const struct openelements *n, const struct tag *tag)
{
	switch (tag->id) {
	case TAG_LI:
		return more(reach(n, TAG_LI, TAG_LI, holds_items),
		    paragraph(n, tag));
	case TAG_DD: case TAG_DT:
		return more(reach(n, TAG_DD, TAG_DT, holds_items),
		    paragraph(n, tag));
	case TAG_TD: case TAG_TH: case TAG_TR: case TAG_TBODY: case TAG_THEAD:
	case TAG_TFOOT: case TAG_CAPTION: case TAG_COL: case TAG_COLGROUP:
		return table_part(n, tag->id);
	case TAG_BUTTON:
		return reach(n, TAG_BUTTON, TAG_BUTTON, is_scope);
	case TAG_OPTION:
		return innermost(n, TAG_OPTION, TAG_OPTION);
	case TAG_OPTGROUP:
		return more(reach(n, TAG_OPTION, TAG_OPTGROUP, is_special),
		    reach(n, TAG_OPTGROUP, TAG_OPTGROUP, is_special));
	case TAG_SELECT:
		return reach(n, TAG_SELECT, TAG_SELECT, is_scope);
	case TAG_RT: case TAG_RP:
		return innermost(n, TAG_RT, TAG_RP);
	case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
	case TAG_H6:
		return depth(n) > n->base && at(n, 0)->tag->flags & IS_HEADING
		    ? 1 : paragraph(n, tag);
	default:
		return paragraph(n, tag);
	}
}

bool
openelements_wants_row(const struct openelements *n, const struct tag *tag)
{
	if ((tag->id != TAG_TD && tag->id != TAG_TH) || depth(n) == n->base)
		return false;
	switch (at(n, 0)->tag->id) {
	case TAG_TABLE: case TAG_TBODY: case TAG_THEAD: case TAG_TFOOT:
		return true;
	default:
		return false;
	}
}

/* ---- end tags ---- */

/* Any heading's end tag ends any heading. */
static int
heading(const struct openelements *n)
{
	size_t most = depth(n) - n->base;

	for (size_t i = 0; i < most && !is_scope(at(n, i)->tag); i++)
		if (at(n, i)->tag->flags & IS_HEADING)
			return (int)i + 1;
	return 0;
}

/* One of no particular kind: up to a special element. */
static int
ordinary(const struct openelements *n, const struct tag *tag, const char *name)
{
	size_t most = depth(n) - n->base;

	if (n->count[tag->id] == 0)
		return 0;
	for (size_t i = 0; i < most; i++) {
		const struct entry *e = at(n, i);

		if (e->tag == tag && strcmp(n->names.s + e->name, name) == 0)
			return (int)i + 1;
		if (is_special(e->tag))
			return 0;
	}
	return 0;
}

/* Its element, if it is open, is closed where nothing else would be. */
static int
formatting(struct openelements *n, const struct tag *tag)
{
	size_t most = depth(n) - n->base;
	bool alone = true;

	if (n->count[tag->id] == 0)
		return 0;
	for (size_t i = 0; i < most; i++) {
		struct entry *e = at(n, i);

		if (e->tag == tag && !e->ended) {
			if (alone)
				return (int)i + 1;
			e->ended = true;
			return OPENELEMENTS_ENDED;
		}
		if (is_scope(e->tag))
			return 0;
		alone = alone && !is_special(e->tag) && !is_formatting(e->tag);
	}
	return 0;
}

int
openelements_end(struct openelements *n, const struct tag *tag, const char *name)
{
	if (is_formatting(tag))
		return formatting(n, tag);
	if (tag->flags & IS_HEADING)
		return heading(n);
	switch (tag->id) {
	case TAG_LI:
		return reach(n, TAG_LI, TAG_LI, is_list_scope);
	case TAG_P:
		return reach(n, TAG_P, TAG_P, is_button_scope);
	case TAG_DIALOG: /* is not special, but ends as what is (13.2.6.4.7) */
		return reach(n, TAG_DIALOG, TAG_DIALOG, is_scope);
	case TAG_TD: case TAG_TH: case TAG_TR: case TAG_TBODY: case TAG_THEAD:
	case TAG_TFOOT: case TAG_CAPTION: case TAG_TABLE: case TAG_TEMPLATE:
		return reach(n, tag->id, tag->id, is_table_scope);
	default:
		return is_special(tag) ? reach(n, tag->id, tag->id, is_scope)
		                       : ordinary(n, tag, name);
	}
}

/* ---- foreign content ---- */

bool
openelements_foreign(const struct openelements *n)
{
	size_t most = depth(n) - n->base;

	if (n->count[TAG_SVG] + n->count[TAG_MATH] == 0)
		return false;
	for (size_t i = 0; i < most; i++)
		switch (at(n, i)->tag->id) {
		case TAG_SVG: case TAG_MATH:
			return true;
		case TAG_FOREIGN: case TAG_DESC: case TAG_TITLE:
			return false;
		default:
			break;
		}
	return false;
}

int
openelements_break_out(const struct openelements *n, const struct tag *tag)
{
	int close = 0;

	switch (tag->id) {
	case TAG_B: case TAG_CODE: case TAG_EM: case TAG_I: case TAG_S:
	case TAG_SMALL: case TAG_SPAN: case TAG_STRIKE: case TAG_STRONG:
	case TAG_SUB: case TAG_SUP: case TAG_TT: case TAG_U: case TAG_VAR:
	case TAG_BR: case TAG_IMG: case TAG_EMBED: case TAG_META:
	case TAG_RUBY:
		break;
	default:
		if (!ends_paragraph(tag))
			return 0;
	}
	for (size_t i = 0; i < depth(n) - n->base; i++) {
		enum tag_id id = at(n, i)->tag->id;

		if (id == TAG_FOREIGN || id == TAG_DESC || id == TAG_TITLE)
			break;
		if (id == TAG_SVG || id == TAG_MATH)
			close = (int)i + 1;
	}
	return close;
}

void
openelements_free(struct openelements *n)
{
	buf_free(&n->entries);
	buf_free(&n->names);
}
