/* SPDX-License-Identifier: MIT */
#include "html/parse/openelements.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* ---- kinds of elements ---- */

#define SPECIAL KIND_SPECIAL
#define HELD (SPECIAL | KIND_HOLDS_ITEMS)
#define BLOCK (HELD | KIND_ENDS_P | KIND_BREAKS_OUT)
#define FORMAT (KIND_FORMATTING | KIND_BREAKS_OUT)
#define SCOPE (HELD | KIND_SCOPE)
#define IMPLIED KIND_IMPLIED_END

static const unsigned short kinds[TAG_OTHER + 1] = {
	[TAG_A] = KIND_FORMATTING,
	[TAG_ADDRESS] = SPECIAL | KIND_ENDS_P,
	[TAG_APPLET] = SCOPE,
	[TAG_AREA] = HELD,
	[TAG_ARTICLE] = HELD | KIND_ENDS_P,
	[TAG_ASIDE] = HELD | KIND_ENDS_P,
	[TAG_B] = FORMAT,
	[TAG_BASE] = HELD,
	[TAG_BASEFONT] = HELD,
	[TAG_BGSOUND] = HELD,
	[TAG_BIG] = FORMAT,
	[TAG_BLOCKQUOTE] = BLOCK,
	[TAG_BODY] = HELD | KIND_BREAKS_OUT,
	[TAG_BR] = HELD | KIND_BREAKS_OUT,
	[TAG_BUTTON] = HELD | KIND_BUTTON_SCOPE,
	[TAG_CAPTION] = SCOPE,
	[TAG_CENTER] = BLOCK,
	[TAG_CODE] = FORMAT,
	[TAG_COL] = HELD,
	[TAG_COLGROUP] = HELD,
	[TAG_DD] = BLOCK | IMPLIED,
	[TAG_DETAILS] = HELD | KIND_ENDS_P,
	[TAG_DIALOG] = KIND_ENDS_P,
	[TAG_DIR] = HELD | KIND_ENDS_P,
	[TAG_DIV] = SPECIAL | KIND_ENDS_P | KIND_BREAKS_OUT,
	[TAG_DL] = BLOCK,
	[TAG_DT] = BLOCK | IMPLIED,
	[TAG_EM] = FORMAT,
	[TAG_EMBED] = HELD | KIND_BREAKS_OUT,
	[TAG_FIELDSET] = HELD | KIND_ENDS_P,
	[TAG_FIGCAPTION] = HELD | KIND_ENDS_P,
	[TAG_FIGURE] = HELD | KIND_ENDS_P,
	[TAG_FONT] = KIND_FORMATTING,
	[TAG_FOOTER] = HELD | KIND_ENDS_P,
	[TAG_FORM] = HELD | KIND_ENDS_P,
	[TAG_FRAME] = HELD,
	[TAG_FRAMESET] = HELD,
	[TAG_H1] = BLOCK,
	[TAG_H2] = BLOCK,
	[TAG_H3] = BLOCK,
	[TAG_H4] = BLOCK,
	[TAG_H5] = BLOCK,
	[TAG_H6] = BLOCK,
	[TAG_HEAD] = HELD | KIND_BREAKS_OUT,
	[TAG_HEADER] = HELD | KIND_ENDS_P,
	[TAG_HGROUP] = HELD | KIND_ENDS_P,
	[TAG_HR] = BLOCK,
	[TAG_HTML] = SCOPE | KIND_TABLE_SCOPE,
	[TAG_I] = FORMAT,
	[TAG_IFRAME] = HELD,
	[TAG_IMG] = HELD | KIND_BREAKS_OUT,
	[TAG_INPUT] = HELD,
	[TAG_KEYGEN] = HELD,
	[TAG_LI] = BLOCK | IMPLIED,
	[TAG_LINK] = HELD,
	[TAG_LISTING] = BLOCK,
	[TAG_MAIN] = HELD | KIND_ENDS_P,
	[TAG_MARQUEE] = SCOPE,
	[TAG_MENU] = BLOCK,
	[TAG_META] = HELD | KIND_BREAKS_OUT,
	[TAG_NAV] = HELD | KIND_ENDS_P,
	[TAG_NOBR] = FORMAT,
	[TAG_NOEMBED] = HELD,
	[TAG_NOFRAMES] = HELD,
	[TAG_NOSCRIPT] = HELD,
	[TAG_OBJECT] = SCOPE,
	[TAG_OL] = BLOCK | KIND_LIST_SCOPE,
	[TAG_OPTGROUP] = IMPLIED,
	[TAG_OPTION] = IMPLIED,
	[TAG_P] = SPECIAL | KIND_ENDS_P | KIND_BREAKS_OUT | IMPLIED,
	[TAG_PARAM] = HELD,
	[TAG_PLAINTEXT] = HELD | KIND_ENDS_P,
	[TAG_PRE] = BLOCK,
	[TAG_RB] = IMPLIED,
	[TAG_RP] = IMPLIED,
	[TAG_RT] = IMPLIED,
	[TAG_RTC] = IMPLIED,
	[TAG_RUBY] = KIND_BREAKS_OUT,
	[TAG_S] = FORMAT,
	[TAG_SCRIPT] = HELD,
	[TAG_SEARCH] = HELD | KIND_ENDS_P,
	[TAG_SECTION] = HELD | KIND_ENDS_P,
	[TAG_SELECT] = SCOPE,
	[TAG_SMALL] = FORMAT,
	[TAG_SOURCE] = HELD,
	[TAG_SPAN] = KIND_BREAKS_OUT,
	[TAG_STRIKE] = FORMAT,
	[TAG_STRONG] = FORMAT,
	[TAG_STYLE] = HELD,
	[TAG_SUB] = KIND_BREAKS_OUT,
	[TAG_SUMMARY] = HELD | KIND_ENDS_P,
	[TAG_SUP] = KIND_BREAKS_OUT,
	[TAG_TABLE] = SCOPE | KIND_TABLE_SCOPE | KIND_ENDS_P | KIND_BREAKS_OUT,
	[TAG_TBODY] = HELD,
	[TAG_TD] = SCOPE,
	[TAG_TEMPLATE] = SCOPE | KIND_TABLE_SCOPE,
	[TAG_TEXTAREA] = HELD,
	[TAG_TFOOT] = HELD,
	[TAG_TH] = SCOPE,
	[TAG_THEAD] = HELD,
	[TAG_TITLE] = HELD,
	[TAG_TR] = HELD,
	[TAG_TRACK] = HELD,
	[TAG_TT] = FORMAT,
	[TAG_U] = FORMAT,
	[TAG_UL] = BLOCK | KIND_LIST_SCOPE,
	[TAG_VAR] = KIND_BREAKS_OUT,
	[TAG_WBR] = HELD,
	[TAG_XMP] = HELD | KIND_ENDS_P,
};

unsigned
element_kinds(const struct tag *tag)
{
	return kinds[tag->id];
}

/* In svg and math few elements are special, and those end a scope, too. */
static void
set_foreign(struct open_element *e)
{
	switch (e->tag->id) {
	case TAG_FOREIGN: case TAG_DESC: case TAG_TITLE:
		e->html_point = e->space == SPACE_SVG;
		break;
	case TAG_MI: case TAG_MO: case TAG_MN: case TAG_MS: case TAG_MTEXT:
		e->text_point = e->space == SPACE_MATH;
		break;
	default:
		break;
	}
	e->kinds = e->html_point || e->text_point ||
	    (e->tag->id == TAG_ANNOTATION_XML && e->space == SPACE_MATH)
	    ? SCOPE : 0;
}

static enum insertion_mode
own_mode(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_CAPTION: return MODE_CAPTION;
	case TAG_COLGROUP: return MODE_COLGROUP;
	case TAG_NOSCRIPT: return MODE_BODY;
	case TAG_TABLE: return MODE_TABLE;
	case TAG_TBODY: case TAG_TFOOT: case TAG_THEAD: return MODE_TBODY;
	case TAG_TD: case TAG_TH: return MODE_CELL;
	case TAG_TEMPLATE: return MODE_TEMPLATE;
	case TAG_TR: return MODE_ROW;
	default: return MODE_PAGE;
	}
}

/* ---- the stack ---- */

/* Room for one more. */
static struct open_element *
add(struct openelements *o)
{
	if (o->depth == o->cap) {
		o->cap = o->cap > 0 ? 2 * o->cap : 64;
		o->at = mem_resize(o->at, o->cap, sizeof *o->at);
	}
	return &o->at[o->depth++];
}

struct open_element *
openelements_push(struct openelements *o, const struct tag *tag,
    const char *name, enum element_space space)
{
	struct open_element *e = add(o);

	*e = (struct open_element){.tag = tag, .name = o->names.n,
	    .space = space, .mode = MODE_PAGE};
	if (space == SPACE_HTML) {
		e->kinds = kinds[tag->id];
		e->mode = own_mode(tag);
		o->count[tag->id]++;
	} else {
		set_foreign(e);
	}
	if (e->mode != MODE_PAGE) {
		e->context = o->depth;
	} else if (o->depth > 1) {
		e->mode = e[-1].mode;
		e->context = e[-1].context;
	}
	if (tag->id == TAG_OTHER)
		buf_put(&o->names, name, strlen(name) + 1);
	return e;
}

void
openelements_end(struct openelements *o, size_t at)
{
	struct open_element *e = &o->at[at];

	if (e->space == SPACE_HTML && !e->ended)
		o->count[e->tag->id]--;
	e->ended = true;
	e->kinds = 0;
}

void
openelements_pop(struct openelements *o)
{
	openelements_end(o, --o->depth);
	o->names.n = o->at[o->depth].name;
}

bool
openelements_is_named(const struct openelements *o, size_t at,
    const struct tag *tag, const char *name)
{
	return o->at[at].tag == tag && (tag->id != TAG_OTHER ||
	    strcmp(o->names.s + o->at[at].name, name) == 0);
}

void
openelements_free(struct openelements *o)
{
	free(o->at);
	buf_free(&o->names);
}

/* ---- searches ---- */

static bool
is(const struct open_element *e, enum tag_id a, enum tag_id b)
{
	return (e->tag->id == a || e->tag->id == b) &&
	    e->space == SPACE_HTML && !e->ended;
}

size_t
openelements_find(const struct openelements *o, enum tag_id a, enum tag_id b,
    unsigned stops)
{
	if (o->count[a] + o->count[b] == 0)
		return 0;
	for (size_t i = o->depth; i > o->base; i--) {
		if (is(&o->at[i - 1], a, b))
			return i;
		if (o->at[i - 1].kinds & stops)
			return 0;
	}
	return 0;
}

size_t
openelements_heading(const struct openelements *o)
{
	for (size_t i = o->depth; i > o->base; i--) {
		const struct open_element *e = &o->at[i - 1];

		if (e->tag->flags & IS_HEADING && is(e, e->tag->id, TAG_H1))
			return i;
		if (e->kinds & KIND_SCOPE)
			return 0;
	}
	return 0;
}

size_t
openelements_named(const struct openelements *o, const struct tag *tag,
    const char *name)
{
	if (o->count[tag->id] == 0)
		return 0;
	for (size_t i = o->depth; i > o->base; i--) {
		if (is(&o->at[i - 1], tag->id, tag->id) &&
		    openelements_is_named(o, i - 1, tag, name))
			return i;
		if (o->at[i - 1].kinds & KIND_SPECIAL)
			return 0;
	}
	return 0;
}

size_t
openelements_furthest_block(const struct openelements *o, size_t from)
{
	for (size_t i = from; i < o->depth; i++)
		if (o->at[i].kinds & KIND_SPECIAL)
			return i + 1;
	return 0;
}
