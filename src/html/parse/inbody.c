/* SPDX-License-Identifier: MIT */
/*
 * Start tags in the body: "in body" (HTML 13.2.6.4.7).
 */
#include "html/parse/builder.h"

#include <string.h>
#include <strings.h>

typedef void rule(struct parser *, const struct tag *);

static void
ignore(struct parser *p, const struct tag *tag)
{
	(void)p, (void)tag;
}

/* html is not reported; the language that it says is. */
static void
start_html(struct parser *p, const struct tag *tag)
{
	struct attributes *a = &p->token.attributes;
	const char *lang = attributes_get(a, "lang");
	struct buf copy = {0};

	(void)tag;
	if (lang == NULL || lang[0] == '\0')
		return;
	buf_puts(&copy, lang);
	attributes_clear(a);
	attributes_put(a, "name", STR("winnow-lang"));
	attributes_put(a, "content", buf_str(&copy));
	builder_insert(p, tag_of(TAG_META), SPACE_HTML);
	buf_free(&copy);
}

static void
start_body(struct parser *p, const struct tag *tag)
{
	(void)tag;
	p->no_frameset = true;
}

/* A frameset takes the place of a body that has nothing to show. */
static void
start_frameset(struct parser *p, const struct tag *tag)
{
	(void)tag;
	if (p->no_frameset || p->open.base > 0 || p->level > 0)
		return;
	builder_end_to(p, 0);
	p->page_mode = MODE_FRAMESET;
}

/* What stands where it is: meta, link, param … */
static void
start_plainly(struct parser *p, const struct tag *tag)
{
	builder_insert(p, tag, SPACE_HTML);
}

static void
start_raw(struct parser *p, const struct tag *tag)
{
	builder_insert_raw(p, tag);
}

static void
start_template(struct parser *p, const struct tag *tag)
{
	builder_mark(p, builder_insert(p, tag, SPACE_HTML));
	p->no_frameset = true;
}

static void
start_block(struct parser *p, const struct tag *tag)
{
	builder_end_p(p);
	builder_insert(p, tag, SPACE_HTML);
}

static void
start_heading(struct parser *p, const struct tag *tag)
{
	const struct open_element *top;

	builder_end_p(p);
	top = openelements_top(&p->open);
	if (top != NULL && top->tag->flags & IS_HEADING &&
	    top->space == SPACE_HTML)
		builder_end_to(p, p->open.depth - 1);
	builder_insert(p, tag, SPACE_HTML);
}

static void
start_pre(struct parser *p, const struct tag *tag)
{
	start_block(p, tag);
	p->skip_line_end = p->no_frameset = true;
}

static void
start_form(struct parser *p, const struct tag *tag)
{
	bool template = openelements_has(&p->open, TAG_TEMPLATE);

	if (p->form && !template)
		return;
	start_block(p, tag);
	p->form = p->form || !template;
}

static void
start_item(struct parser *p, const struct tag *tag)
{
	bool list = tag->id == TAG_LI;

	builder_end_with(p, openelements_find(&p->open, list ? TAG_LI : TAG_DD,
	    list ? TAG_LI : TAG_DT, KIND_HOLDS_ITEMS));
	start_block(p, tag);
	p->no_frameset = true;
}

static void
start_plaintext(struct parser *p, const struct tag *tag)
{
	builder_end_p(p);
	builder_insert_raw(p, tag);
}

static void
start_button(struct parser *p, const struct tag *tag)
{
	builder_end_with(p, openelements_find(&p->open, TAG_BUTTON, TAG_BUTTON,
	    KIND_SCOPE));
	builder_reopen(p);
	builder_insert(p, tag, SPACE_HTML);
	p->no_frameset = true;
}

static void
start_formatting(struct parser *p, const struct tag *tag)
{
	builder_reopen(p);
	builder_insert_formatting(p, tag);
}

/* There is no link in a link. */
static void
start_a(struct parser *p, const struct tag *tag)
{
	size_t found = formatting_find(&p->formatting, tag->id), depth;

	if (found > 0) {
		depth = p->formatting.items[found - 1].depth;
		builder_adopt(p, tag, tag->name);
		/* One that is not in scope is still on the stack. */
		if (formatting_find(&p->formatting, tag->id) == found) {
			formatting_remove(&p->formatting, found - 1);
			p->open.at[depth - 1].listed = false;
			builder_take_out(p, depth);
		}
	}
	start_formatting(p, tag);
}

static void
start_nobr(struct parser *p, const struct tag *tag)
{
	builder_reopen(p);
	if (openelements_find(&p->open, tag->id, tag->id, KIND_SCOPE) > 0) {
		builder_adopt(p, tag, tag->name);
		builder_reopen(p);
	}
	builder_insert_formatting(p, tag);
}

/* Elements that nothing inside them closes: applet, marquee, object. */
static void
start_object(struct parser *p, const struct tag *tag)
{
	builder_reopen(p);
	builder_mark(p, builder_insert(p, tag, SPACE_HTML));
	p->no_frameset = true;
}

static void
start_table(struct parser *p, const struct tag *tag)
{
	start_block(p, tag);
	p->no_frameset = true;
}

/* br, img … stand in a line. */
static void
start_inline(struct parser *p, const struct tag *tag)
{
	builder_reopen(p);
	builder_insert(p, tag, SPACE_HTML);
	p->no_frameset = true;
}

static size_t
open_select(const struct parser *p)
{
	return openelements_find(&p->open, TAG_SELECT, TAG_SELECT, KIND_SCOPE);
}

static void
start_input(struct parser *p, const struct tag *tag)
{
	const char *type = attributes_get(&p->token.attributes, "type");
	bool shown = type == NULL || strcasecmp(type, "hidden") != 0;
	bool before = p->no_frameset;

	builder_end_with(p, open_select(p));
	start_inline(p, tag);
	p->no_frameset = before || shown;
}

static void
start_hr(struct parser *p, const struct tag *tag)
{
	builder_end_p(p);
	if (open_select(p) > 0)
		builder_end_implied(p, TAG_OTHER);
	builder_insert(p, tag, SPACE_HTML);
	p->no_frameset = true;
}

static void
start_textarea(struct parser *p, const struct tag *tag)
{
	builder_insert_raw(p, tag);
	p->skip_line_end = p->no_frameset = true;
}

static void
start_xmp(struct parser *p, const struct tag *tag)
{
	builder_end_p(p);
	builder_reopen(p);
	builder_insert_raw(p, tag);
	p->no_frameset = true;
}

static void
start_iframe(struct parser *p, const struct tag *tag)
{
	if (p->token.attributes.srcdoc.n > 0 && p->level < 2)
		parser_embed(p);
	builder_insert_raw(p, tag);
	p->no_frameset = true;
}

static void
start_noscript(struct parser *p, const struct tag *tag)
{
	if (!p->options->scripts && !p->options->in_place &&
	    p->level == 0 && !p->waits) {
		noscript_begin(p);
		return;
	}
	builder_reopen(p);
	builder_mark(p, builder_insert(p, tag, SPACE_HTML));
}

static void
start_select(struct parser *p, const struct tag *tag)
{
	size_t open = open_select(p);

	p->no_frameset = true;
	if (open > 0) {
		builder_end_with(p, open);
		return;
	}
	builder_reopen(p);
	builder_insert(p, tag, SPACE_HTML);
}

static void
start_option(struct parser *p, const struct tag *tag)
{
	if (open_select(p) > 0)
		builder_end_implied(p, tag->id == TAG_OPTION
		    ? TAG_OPTGROUP : TAG_OTHER);
	else if (openelements_top_is(&p->open, TAG_OPTION))
		builder_end_to(p, p->open.depth - 1);
	builder_reopen(p);
	builder_insert(p, tag, SPACE_HTML);
}

static void
start_ruby_part(struct parser *p, const struct tag *tag)
{
	bool base = tag->id == TAG_RB || tag->id == TAG_RTC;

	if (openelements_find(&p->open, TAG_RUBY, TAG_RUBY, KIND_SCOPE) > 0)
		builder_end_implied(p, base ? TAG_OTHER : TAG_RTC);
	builder_insert(p, tag, SPACE_HTML);
}

static void
start_svg_or_math(struct parser *p, const struct tag *tag)
{
	builder_reopen(p);
	if (!p->token.self_closing)
		builder_insert(p, tag, tag->id == TAG_SVG
		    ? SPACE_SVG : SPACE_MATH);
}

/* A part of a table where there is none ends a line, and is no element. */
static void
start_table_part(struct parser *p, const struct tag *tag)
{
	if (tag->box == BOX_LINE)
		builder_break(p, tag);
}

static void
start_ordinary(struct parser *p, const struct tag *tag)
{
	builder_reopen(p);
	builder_insert(p, tag, SPACE_HTML);
}

/* Those that are not here start a block if they end a p, else as any other. */
static rule *const starts[TAG_OTHER + 1] = {
	[TAG_A] = start_a,
	[TAG_APPLET] = start_object,
	[TAG_AREA] = start_inline,
	[TAG_B] = start_formatting,
	[TAG_BASE] = start_plainly,
	[TAG_BASEFONT] = start_plainly,
	[TAG_BGSOUND] = start_plainly,
	[TAG_BIG] = start_formatting,
	[TAG_BODY] = start_body,
	[TAG_BR] = start_inline,
	[TAG_BUTTON] = start_button,
	[TAG_CAPTION] = start_table_part,
	[TAG_CODE] = start_formatting,
	[TAG_COL] = ignore,
	[TAG_COLGROUP] = ignore,
	[TAG_DD] = start_item,
	[TAG_DT] = start_item,
	[TAG_EM] = start_formatting,
	[TAG_EMBED] = start_inline,
	[TAG_FONT] = start_formatting,
	[TAG_FORM] = start_form,
	[TAG_FRAME] = ignore,
	[TAG_FRAMESET] = start_frameset,
	[TAG_H1] = start_heading,
	[TAG_H2] = start_heading,
	[TAG_H3] = start_heading,
	[TAG_H4] = start_heading,
	[TAG_H5] = start_heading,
	[TAG_H6] = start_heading,
	[TAG_HEAD] = ignore,
	[TAG_HR] = start_hr,
	[TAG_HTML] = start_html,
	[TAG_I] = start_formatting,
	[TAG_IFRAME] = start_iframe,
	[TAG_IMG] = start_inline,
	[TAG_INPUT] = start_input,
	[TAG_KEYGEN] = start_inline,
	[TAG_LI] = start_item,
	[TAG_LINK] = start_plainly,
	[TAG_LISTING] = start_pre,
	[TAG_MARQUEE] = start_object,
	[TAG_MATH] = start_svg_or_math,
	[TAG_META] = start_plainly,
	[TAG_NOBR] = start_nobr,
	[TAG_NOEMBED] = start_raw,
	[TAG_NOFRAMES] = start_raw,
	[TAG_NOSCRIPT] = start_noscript,
	[TAG_OBJECT] = start_object,
	[TAG_OPTGROUP] = start_option,
	[TAG_OPTION] = start_option,
	[TAG_PARAM] = start_plainly,
	[TAG_PLAINTEXT] = start_plaintext,
	[TAG_PRE] = start_pre,
	[TAG_RB] = start_ruby_part,
	[TAG_RP] = start_ruby_part,
	[TAG_RT] = start_ruby_part,
	[TAG_RTC] = start_ruby_part,
	[TAG_S] = start_formatting,
	[TAG_SCRIPT] = start_raw,
	[TAG_SELECT] = start_select,
	[TAG_SMALL] = start_formatting,
	[TAG_SOURCE] = start_plainly,
	[TAG_STRIKE] = start_formatting,
	[TAG_STRONG] = start_formatting,
	[TAG_STYLE] = start_raw,
	[TAG_SVG] = start_svg_or_math,
	[TAG_TABLE] = start_table,
	[TAG_TBODY] = start_table_part,
	[TAG_TD] = start_table_part,
	[TAG_TEMPLATE] = start_template,
	[TAG_TEXTAREA] = start_textarea,
	[TAG_TFOOT] = start_table_part,
	[TAG_TH] = start_table_part,
	[TAG_THEAD] = start_table_part,
	[TAG_TITLE] = start_raw,
	[TAG_TR] = start_table_part,
	[TAG_TRACK] = start_plainly,
	[TAG_TT] = start_formatting,
	[TAG_U] = start_formatting,
	[TAG_WBR] = start_inline,
	[TAG_XMP] = start_xmp,
};

void
inbody_start(struct parser *p)
{
	const struct tag *tag = p->token.tag;

	if (tag->id == TAG_OTHER && strcmp(p->token.name.s, "image") == 0)
		tag = tag_of(TAG_IMG);
	if (starts[tag->id] != NULL)
		starts[tag->id](p, tag);
	else if (element_kinds(tag) & KIND_ENDS_P)
		start_block(p, tag);
	else
		start_ordinary(p, tag);
}
