/* SPDX-License-Identifier: MIT */
#include "html/read/resolve.h"
#include "html/render/render.h"

#include <stdio.h>
#include <string.h>

#include "html/write/plaintext.h"

void
render_break(struct render *c, size_t n)
{
	marks_break(&c->marks, c->lines);
	lines_break(c->lines, n);
	c->brs = 0;
	c->alt_boxed = true;
}

void
render_mark(struct render *c, enum mark_kind kind, struct str url)
{
	marks_push(&c->marks, kind, url);
	render_top(c)->mark = true;
}

void
render_indent(struct render *c, const char *margin)
{
	lines_push(c->lines, margin, margin);
	render_top(c)->margin = true;
}

/* ---- blocks ---- */

static void
enter_quote(struct render *c, const struct element *e)
{
	(void)e;
	render_break(c, 2);
	render_indent(c, c->options->markdown ? "> " : "  ");
}

static void
enter_definition(struct render *c, const struct element *e)
{
	(void)e;
	render_break(c, 1);
	if (c->options->markdown)
		lines_push(c->lines, ": ", "  ");
	else
		lines_push(c->lines, "  ", "  ");
	render_top(c)->margin = true;
}

static void
enter_heading(struct render *c, const struct element *e)
{
	static const char marks[] = "###### ";
	int level = e->tag->name[1] - '0';

	render_break(c, 2);
	render_bold(c);
	if (!c->options->markdown || c->heading || lines_flat(c->lines))
		return;
	lines_push(c->lines, marks + 6 - level, "");
	render_top(c)->margin = true;
	c->heading = true;
	render_top(c)->holds = true;
}

static void
rule(struct render *c, const struct element *e)
{
	(void)e;
	if (lines_flat(c->lines))
		return;
	render_break(c, 2);
	render_settle(c);
	lines_put(c->lines, lines_marked(c->lines) && c->options->markdown
	        ? STR("___") : STR("---"));
	render_break(c, 2);
}

static void
line_break(struct render *c, const struct element *e)
{
	(void)e;
	marks_settle(&c->marks, c->lines);
	if (c->coding != CODE_NONE)
		code_add(c, STR("\n"));
	else if (c->heading || c->header)
		lines_space(c->lines);
	else if (c->in_cell || c->rows > 0 || !c->options->markdown)
		lines_turn(c->lines);
	else if (lines_open(c->lines))
		c->brs++;
}

/* ---- the elements ---- */

struct painter {
	void (*enter)(struct render *, const struct element *);
	void (*leave)(struct render *);
};

static const struct painter painters[TAG_OTHER + 1] = {
	[TAG_A] = {inline_enter_link, inline_leave_link},
	[TAG_B] = {inline_enter_emphasis, NULL},
	[TAG_BLOCKQUOTE] = {enter_quote, NULL},
	[TAG_BR] = {line_break, NULL},
	[TAG_BUTTON] = {inline_enter_button, inline_leave_link},
	[TAG_CODE] = {code_enter, NULL},
	[TAG_DEL] = {inline_enter_deleted, NULL},
	[TAG_DD] = {enter_definition, NULL},
	[TAG_DESC] = {inline_enter_drawing, inline_leave_image},
	[TAG_DIR] = {list_enter, list_leave},
	[TAG_DIV] = {code_enter_wrapper, NULL},
	[TAG_EM] = {inline_enter_emphasis, NULL},
	[TAG_FIGURE] = {code_enter_wrapper, NULL},
	[TAG_H1] = {enter_heading, NULL},
	[TAG_H2] = {enter_heading, NULL},
	[TAG_H3] = {enter_heading, NULL},
	[TAG_H4] = {enter_heading, NULL},
	[TAG_H5] = {enter_heading, NULL},
	[TAG_H6] = {enter_heading, NULL},
	[TAG_HR] = {rule, NULL},
	[TAG_I] = {inline_enter_emphasis, NULL},
	[TAG_IMG] = {inline_enter_image, inline_leave_image},
	[TAG_INPUT] = {inline_enter_input, NULL},
	[TAG_KBD] = {code_enter, NULL},
	[TAG_LI] = {list_enter_item, list_leave_item},
	[TAG_LISTING] = {code_enter_pre, code_leave_pre},
	[TAG_MATH] = {inline_enter_formula, inline_leave_formula},
	[TAG_MENU] = {list_enter, list_leave},
	[TAG_OL] = {list_enter, list_leave},
	[TAG_PICTURE] = {inline_enter_picture, inline_leave_picture},
	[TAG_PLAINTEXT] = {code_enter_pre, code_leave_pre},
	[TAG_PRE] = {code_enter_pre, code_leave_pre},
	[TAG_Q] = {inline_enter_q, inline_leave_q},
	[TAG_RAWTEXT] = {code_enter_pre, code_leave_pre},
	[TAG_RP] = {inline_enter_hushed, inline_leave_hushed},
	[TAG_RT] = {inline_enter_ruby, NULL},
	[TAG_S] = {inline_enter_deleted, NULL},
	[TAG_SAMP] = {code_enter, NULL},
	[TAG_SOURCE] = {inline_enter_source, NULL},
	[TAG_STRIKE] = {inline_enter_deleted, NULL},
	[TAG_STRONG] = {inline_enter_emphasis, NULL},
	[TAG_SUB] = {script_enter, NULL},
	[TAG_SUP] = {script_enter, NULL},
	[TAG_TEXTAREA] = {code_enter_pre, code_leave_pre},
	[TAG_TT] = {code_enter, NULL},
	[TAG_UL] = {list_enter, list_leave},
	[TAG_XMP] = {code_enter_pre, code_leave_pre},
};

/* A box's edge in a line that is flat: what stands between it and the last. */
static enum joint
joint_of(enum tag_id id)
{
	switch (id) {
	case TAG_LI: case TAG_TR: case TAG_DT: case TAG_OPTION:
		return JOINT_ITEM;
	case TAG_TD: case TAG_TH:
		return JOINT_CELL;
	case TAG_DD:
		return JOINT_TERM;
	case TAG_HR:
		return JOINT_LINE;
	default:
		return JOINT_SPACE;
	}
}

/* A row, or a cell, of a table that is written as it comes. */
static void
edge_of_row(struct render *c, enum tag_id id, bool begins)
{
	bool pipes = c->options->markdown;

	if (id == TAG_TR && begins) {
		lines_row(c->lines, "");
		c->row_cells = 0;
	} else if (id == TAG_TR) {
		lines_row(c->lines, pipes ? " |" : "");
		for (; pipes && c->row_first == 0 && c->row_cells > 0;
		    c->row_cells--)
			lines_put(c->lines, c->row_cells > 1 ? STR("| --- ")
			    : STR("| --- |"));
		c->row_first += pipes;
		lines_row(c->lines, "");
	} else if (begins && c->row_cells++ > 0) {
		lines_column(c->lines);
	} else if (begins && pipes) {
		lines_put(c->lines, STR("|"));
		lines_space(c->lines);
	}
}

static void
edge_in_line(struct render *c, const struct tag *tag, bool begins)
{
	enum tag_id id = tag->id;

	marks_break(&c->marks, c->lines);
	c->alt_boxed = true;
	if (c->rows == 1 && (id == TAG_TR || id == TAG_TD || id == TAG_TH))
		edge_of_row(c, id, begins);
	else if (c->rows == 1 && (id == TAG_CAPTION || id == TAG_TBODY ||
	        id == TAG_THEAD || id == TAG_TFOOT))
		lines_row(c->lines, "");
	else if (begins)
		lines_join(c->lines, joint_of(id));
	else
		lines_break(c->lines, 1);
}

/* A box's edge; what breaks a line in Markdown has to break a paragraph. */
static void
edge(struct render *c, const struct tag *tag, bool begins)
{
	enum tag_id id = tag->id;
	bool tight = id == TAG_LI || id == TAG_DD || c->in_cell ||
	    (id == TAG_DT && !begins);

	if (c->coding != CODE_NONE) {
		if (tag->box != BOX_INLINE)
			code_break(c);
		return;
	}
	if ((id == TAG_TD || id == TAG_TH) && !lines_open(c->lines))
		lines_drop_blanks(c->lines); /* it is wide, not high */
	if (lines_flat(c->lines) && tag->box != BOX_INLINE)
		edge_in_line(c, tag, begins);
	else if ((tag->box == BOX_PARA && id != TAG_UL && id != TAG_OL &&
	        id != TAG_MENU && id != TAG_DIR) ||
	    (id == TAG_TEXTAREA && c->options->markdown))
		render_break(c, 2); /* a fence has its lines to itself */
	else if (tag->box != BOX_INLINE && tag->box != BOX_PARA)
		render_break(c, c->options->markdown && !tight ? 2 : 1);
}

/* A table that is written as it comes begins or ends, or one in it. */
static void
stream_rows(struct render *c, bool begins)
{
	if (begins && (c->rows > 0 || c->rows_begin))
		c->rows++;
	else if (!begins && c->rows > 0)
		c->rows--;
	if (c->rows == (begins ? 1 : 0)) {
		lines_flatten(c->lines, begins, c->options->markdown ? " | "
		    : c->options->tsv ? "\t" : "  ");
		c->lines->wrap.width = begins ? 0 : c->options->width;
		c->row_first = 0;
	}
	c->rows_begin = false;
}

/* An element that leaves nothing but its text. */
static bool
is_silent(const struct tag *tag)
{
	return tag->box == BOX_INLINE && painters[tag->id].enter == NULL;
}

static bool
is_code(enum tag_id id)
{
	return id == TAG_CODE || id == TAG_KBD || id == TAG_SAMP ||
	    id == TAG_TT;
}

static void
paint_enter(void *data, const struct element *e)
{
	struct render *c = data;
	const struct painter *p = &painters[e->tag->id];

	if (title_hold_enter(c, e) || script_hold_enter(c, e) ||
	    list_hold_enter(c, e) || table_enter(c, e) || title_begin(c, e))
		return;
	if (c->title.text.n > 0 && (e->tag->id == TAG_IMG ||
	        e->tag->id == TAG_HR || e->tag->id == TAG_INPUT))
		title_put(c);
	if (!is_silent(e->tag)) {
		if (!is_code(e->tag->id) || c->text.n > 0 || c->pre > 0)
			code_settle(c);
		c->link_next = e->tag->id == TAG_A;
		render_flush(c);
	}
	edge(c, e->tag, true);
	if (e->tag->id == TAG_TABLE)
		stream_rows(c, true);
	buf_put(&c->frames, (const char *)&(struct frame){.tag = e->tag},
	    sizeof(struct frame));
	if (p->enter != NULL)
		p->enter(c, e);
}

static void
paint_leave(void *data, const struct tag *tag)
{
	struct render *c = data;
	const struct painter *p = &painters[tag->id];
	struct frame *f;

	if (title_hold_leave(c, tag) || script_hold_leave(c, tag) || list_hold_leave(c, tag) ||
	    table_leave(c, tag))
		return;
	if (!is_silent(tag)) {
		if (c->coding == CODE_NONE)
			code_settle(c);
		render_flush(c);
	}
	f = render_top(c);
	if (f->holds && tag->flags & IS_HEADING)
		c->heading = false;
	else if (f->holds)
		code_close(c);
	if (p->leave != NULL)
		p->leave(c);
	if (render_top(c)->mark)
		marks_pop(&c->marks, c->lines);
	if (tag->id == TAG_TABLE && c->rows > 0)
		stream_rows(c, false);
	edge(c, tag, false);
	if (render_top(c)->margin)
		lines_pop(c->lines);
	c->frames.n -= sizeof *f;
	if (c->frames.n < c->wrapper_depth)
		c->wrapper.n = c->wrapper_depth = 0;
}

static void
on_text(void *data, struct str text)
{
	struct render *c = data;

	if (title_hold_text(c, text) || script_hold_text(c, text) ||
	    list_hold_text(c, text) || table_text(c, text) || c->hushed > 0)
		return;
	if (c->title.text.n > 0)
		title_put(c);
	if (c->script.numerator.n > 0 &&
	    (text = script_follow(c, text)).n == 0)
		return;
	if (c->in_image) {
		inline_alt(c, text);
		return;
	}
	c->alt.n = 0;
	c->link_spoken = true;
	c->item_begins = false;
	if (c->tex.n > 0)
		inline_put_tex(c, text);
	else if (c->coding != CODE_NONE)
		code_add(c, text);
	else if (c->pre > 0)
		render_verbatim(c, text);
	else if (c->options->markdown) {
		code_settle(c);
		render_hold(c, text);
	}
	else
		render_put(c, text);
}

static void
paint_ended(void *data, const struct tag *tag)
{
	struct render *c = data;

	if (title_hold_ended(c, tag) || script_hold_ended(c, tag) || list_hold_ended(c, tag) ||
	    table_ended(c, tag))
		return;
	code_settle(c);
	render_flush(c);
	switch (tag->id) {
	case TAG_A:
		marks_ended(&c->marks, c->lines, MARK_LINK);
		marks_ended(&c->marks, c->lines, MARK_NUMBER);
		break;
	case TAG_B: case TAG_STRONG:
		marks_ended(&c->marks, c->lines, MARK_STRONG);
		break;
	case TAG_S: case TAG_STRIKE:
		marks_ended(&c->marks, c->lines, MARK_DELETED);
		break;
	case TAG_I: case TAG_EM:
		marks_ended(&c->marks, c->lines, MARK_EM);
		break;
	default:
		break;
	}
}

/* ---- what the page says of itself ---- */

/* The first base element counts (4.2.3). */
static void
take_base(struct render *c, const char *url)
{
	struct buf base = {0};

	if (url == NULL || c->based)
		return;
	c->based = true;
	resolve_address(&base, buf_str(&c->base), str_of(url));
	buf_free(&c->base);
	c->base = base;
}

static void
paint_about(void *data, const struct element *e, struct str text)
{
	struct render *c = data;
	const char *name = element_get(e, "name");
	const char *content = element_get(e, "content");

	if (e->tag->id == TAG_TITLE)
		title_take(c, text);
	else if (e->tag->id == TAG_BASE)
		take_base(c, element_get(e, "href"));
	else if (e->tag->id == TAG_META && name != NULL &&
	    content != NULL && c->base.n == 0 && strcmp(name, "winnow-url") == 0)
		buf_puts(&c->base, content);
}

const struct flow_reader paint_reader = {paint_enter, paint_leave,
    on_text, paint_about, paint_ended};

/* ---- the page ---- */

static size_t
intern_of(void *ctx, struct str url)
{
	return links_number(ctx, url);
}

static void
put_link(void *ctx, size_t number, struct str url)
{
	struct lines *l = ctx;
	char mark[32];

	snprintf(mark, sizeof mark, "[%zu] ", number);
	sink_puts(l->out, mark);
	sink_put(l->out, url.s, url.n);
	sink_putc(l->out, '\n');
}

void
render_free(struct render *c)
{
	struct buf *bufs[] = {&c->frames, &c->code, &c->language, &c->wrapper,
	    &c->alt, &c->text, &c->source, &c->tex, &c->base, &c->script.text,
	    &c->script.numerator, &c->title.text, &c->title.headline};

	lines_free(&c->page);
	marks_free(&c->marks);
	for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
		buf_free(bufs[i]);
	tape_free(&c->table.tape);
	tape_free(&c->script.tape);
	tape_free(&c->list_tape);
	tape_free(&c->title.tape);
}

struct render
render_open(const struct paint_options *o, struct sink *out)
{
	return (struct render){.options = o, .items = 1,
	    .page = {.out = out, .wrap = {.width = o->width,
	        .markdown = o->markdown}, .follows = o->follows,
	        .bold = o->bold},
	    .marks = {.markdown = o->markdown, .number = intern_of,
	        .ctx = o->links}};
}

bool
paint(struct source *page, struct sink *out,
    const struct paint_options *options)
{
	struct flow_options wishes = {.all = options->all, .alt = true,
	    .pictures = options->markdown};
	struct render c = render_open(options, out);
	bool any;

	c.lines = &c.page;
	buf_put(&c.base, options->base.s, options->base.n);
	flow_read(page, &wishes, &paint_reader, &c);
	script_settle(&c);
	code_settle(&c);
	render_flush(&c);
	title_put(&c);
	lines_end(&c.page);
	if (options->links != NULL && options->links->numbers.used > 0) {
		sink_putc(out, '\n');
		links_each(options->links, put_link, &c.page);
		links_clear(options->links);
	}
	any = c.page.any;
	render_free(&c);
	return any;
}

/* ---- a text ---- */

bool
paint_text(struct source *in, struct sink *out,
    const struct paint_options *options)
{
	struct render c = render_open(options, out);
	bool any;

	plaintext_put(&c.page, in);
	lines_end(&c.page);
	any = c.page.any;
	render_free(&c);
	return any;
}
