/* SPDX-License-Identifier: MIT */
#include "html/canvas.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "html/look.h"
#include "text/utf.h"

enum { CODE_MOST = 256 * 1024, LONG_FENCE = 64 };

static struct frame *
top(struct canvas *c)
{
	return (struct frame *)(void *)(c->frames.s + c->frames.n) - 1;
}

void
canvas_break(struct canvas *c, size_t n)
{
	marks_break(&c->marks, c->lines);
	lines_break(c->lines, n);
	c->brs = 0;
}

/* ---- text ---- */

/* The breaks that br asked for; in Markdown only text behind makes one. */
static void
settle_breaks(struct canvas *c)
{
	if (c->brs > 1) {
		canvas_break(c, 2);
	} else if (c->brs == 1 && lines_open(c->lines)) {
		lines_attach(c->lines, STR("\\"));
		lines_break(c->lines, 1);
	}
	c->brs = 0;
}

/* Markdown would take a line right behind a list for a part of its item. */
static void
settle_list(struct canvas *c)
{
	if (c->list_ended && c->options->markdown && !lines_open(c->lines) &&
	    !lines_marked(c->lines))
		lines_break(c->lines, 2);
	c->list_ended = false;
}

static void
put_plain(struct canvas *c, struct str text)
{
	if (!c->options->markdown)
		lines_put(c->lines, text);
	else
		markdown_text(&c->markdown, c->lines, text, c->in_cell);
}

/* Text that neither begins nor ends with a blank, and has something in it. */
static void
put_text(struct canvas *c, struct str text)
{
	uint32_t first, last;

	settle_breaks(c);
	settle_list(c);
	if (c->marks.stack.n > 0 || c->options->markdown) {
		utf_step(text.s, text.s + text.n, &first);
		utf_back(text.s, text.s + text.n, &last);
		marks_show(&c->marks, c->lines, first, last);
	}
	put_plain(c, text);
}

/* The next no-break space, or the end. */
static const char *
find_nbsp(const char *s, const char *end)
{
	while ((s = memchr(s, '\xC2', (size_t)(end - s))) != NULL) {
		if (end - s > 1 && s[1] == '\xA0')
			return s;
		s++;
	}
	return end;
}

/* A blank that stays; in Markdown none begins a line, where it would count. */
static void
put_blank(struct canvas *c, char blank)
{
	if (!c->options->markdown || lines_open(c->lines))
		lines_blank(c->lines, blank);
}

/* Collapsed text: one space between words, no-break ones as they are. */
static void
put_collapsed(struct canvas *c, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	while (s < end) {
		const char *stop, *from = s;

		if (*s == ' ') {
			lines_space(c->lines);
			s++;
			continue;
		}
		stop = find_nbsp(s, end);
		s = stop;
		while (s > from && s[-1] == ' ')
			s--;
		if (s > from)
			put_text(c, (struct str){from, (size_t)(s - from)});
		if (s < stop)
			lines_space(c->lines);
		s = stop;
		if (s < end) {
			put_blank(c, ' ');
			s += 2;
		}
	}
}

static void
put_verbatim(struct canvas *c, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	settle_list(c);
	while (s < end) {
		const char *stop = find_nbsp(s, end);

		lines_verbatim(c->lines, (struct str){s, (size_t)(stop - s)});
		if (stop < end) {
			lines_blank(c->lines, ' ');
			stop += 2;
		}
		s = stop;
	}
}

/* ---- code in Markdown ---- */

static void
put_fence(struct canvas *c)
{
	size_t ticks = markdown_ticks(buf_str(&c->code)) + 1;
	struct buf fence = {0};

	if (c->fence == 0)
		c->fence = ticks > 3 ? ticks : 3;
	memset(buf_room(&fence, c->fence), '`', c->fence);
	fence.n = c->fence;
	lines_put(c->lines, buf_str(&fence));
	buf_free(&fence);
}

static void
open_block(struct canvas *c)
{
	settle_list(c);
	put_fence(c);
	lines_put(c->lines, buf_str(&c->language));
	lines_break(c->lines, 1);
	put_verbatim(c, buf_str(&c->code));
	c->code.n = 0;
}

static void
close_block(struct canvas *c)
{
	if (c->fence == 0 && c->code.n > 0)
		open_block(c);
	if (c->fence > 0) {
		lines_break(c->lines, 1);
		put_fence(c);
	}
	c->fence = 0;
}

/* More code; what is too long to hold is written without knowing its end. */
static void
add_code(struct canvas *c, struct str text)
{
	if (c->fence > 0) {
		put_verbatim(c, text);
		return;
	}
	if (c->code.n == 0 && c->coding == CODE_SPAN && text.s[0] == ' ') {
		lines_space(c->lines);
		text = (struct str){text.s + 1, text.n - 1};
	}
	buf_put(&c->code, text.s, text.n);
	if (c->code.n <= CODE_MOST)
		return;
	if (c->coding == CODE_BLOCK) {
		c->fence = LONG_FENCE;
		open_block(c);
	} else {
		c->coding = CODE_NONE;
		put_collapsed(c, buf_str(&c->code));
		c->code.n = 0;
	}
}

static void
close_span(struct canvas *c)
{
	struct str text = buf_str(&c->code);

	if (text.n == 0)
		return;
	settle_breaks(c);
	settle_list(c);
	marks_show(&c->marks, c->lines, '`', '`');
	markdown_code(c->lines, text, c->in_cell);
	c->code.n = 0;
}

static void
close_code(struct canvas *c)
{
	if (c->coding == CODE_BLOCK)
		close_block(c);
	else
		close_span(c);
	c->coding = CODE_NONE;
	c->language.n = 0;
}

/* class="language-c", of pre or of the code in it. */
static void
take_language(struct canvas *c, const struct element *e)
{
	const char *class = element_get(e, "class"), *at;

	if (class == NULL || c->language.n > 0 || c->code.n > 0)
		return;
	if ((at = strstr(class, "language-")) != NULL)
		at += strlen("language-");
	else if ((at = strstr(class, "lang-")) != NULL)
		at += strlen("lang-");
	else
		return;
	while (is_letter(*at) || (*at >= '0' && *at <= '9') ||
	    (*at != '\0' && strchr("+-#_.", *at) != NULL))
		buf_putc(&c->language, *at++);
}

static void
enter_code(struct canvas *c, const struct element *e)
{
	if (!c->options->markdown)
		return;
	take_language(c, e);
	if (c->coding != CODE_NONE)
		return;
	c->coding = c->pre > 0 ? CODE_BLOCK : CODE_SPAN;
	c->code.n = 0;
	top(c)->holds = true;
}

static void
enter_pre(struct canvas *c, const struct element *e)
{
	c->pre++;
	enter_code(c, e);
}

static void
leave_pre(struct canvas *c)
{
	c->pre--;
}

/* ---- lists ---- */

static void
put_letters(char *to, long n, char first)
{
	char digits[16];
	int i = 0;

	for (; n > 0; n = (n - 1) / 26)
		digits[i++] = (char)(first + (n - 1) % 26);
	while (i > 0)
		*to++ = digits[--i];
	*to = '\0';
}

static void
put_roman(char *to, long n, bool upper)
{
	static const struct {
		int value;
		const char *s;
	} rows[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
	    {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
	    {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};

	for (int i = 0; n > 0; i++)
		for (; n >= rows[i].value; n -= rows[i].value)
			for (const char *s = rows[i].s; *s != '\0'; s++)
				*to++ = upper ? (char)(*s - 'a' + 'A') : *s;
	*to = '\0';
}

/* An item's marker: a bullet or a number, and a space. */
static void
marker(const struct canvas *c, char to[24])
{
	const struct list *l = &c->list;
	char number[20];

	if (l->kind == 0) {
		snprintf(to, 24, "%c ", l->bullet ? l->bullet : '-');
		return;
	}
	if (c->options->markdown) { /* numbers only, of nine digits */
		snprintf(to, 24, "%ld%c ",
		    l->next < 0 || l->next > 999999999 ? 0 : l->next, l->bullet);
		return;
	}
	if ((l->kind == 'a' || l->kind == 'A') && l->next > 0)
		put_letters(number, l->next, l->kind);
	else if ((l->kind == 'i' || l->kind == 'I') && l->next > 0 &&
	    l->next < 4000)
		put_roman(number, l->next, l->kind == 'I');
	else
		snprintf(number, sizeof number, "%ld", l->next);
	snprintf(to, 24, "%s. ", number);
}

static bool
number_in(const char *s, long *n)
{
	char *end;
	long v;

	if (s == NULL)
		return false;
	v = strtol(s, &end, 10);
	if (end == s)
		return false;
	*n = v < INT_MIN ? INT_MIN : v > INT_MAX ? INT_MAX : v;
	return true;
}

static void
enter_list(struct canvas *c, const struct element *e)
{
	const char *type = element_get(e, "type");
	bool ordered = e->tag->id == TAG_OL;
	char bullet = ordered ? '.' : '-';

	canvas_break(c, c->list_depth > 0 ? 1 : 2);
	top(c)->outer = c->list;
	c->list_depth++;
	/* Two lists in a row are one to Markdown, unless they look unlike. */
	if (c->options->markdown && c->list_ended && c->last_bullet == bullet)
		bullet = ordered ? ')' : '*';
	c->list = (struct list){.bullet = bullet, .next = 1, .step = 1};
	if (!ordered)
		return;
	c->list.kind = type != NULL && strchr("1aAiI", type[0]) && type[0]
	    ? type[0] : '1';
	if (element_get(e, "reversed") != NULL) {
		c->list.step = -1;
		c->list.next = c->items;
	}
	number_in(element_get(e, "start"), &c->list.next);
}

static void
leave_list(struct canvas *c)
{
	canvas_break(c, c->list_depth > 1 ? 1 : 2);
	c->last_bullet = c->list.bullet;
	c->list_depth--;
	c->list = top(c)->outer;
	c->list_ended = true;
}

static void
enter_item(struct canvas *c, const struct element *e)
{
	char first[24], rest[8] = "  ";

	canvas_break(c, 1);
	number_in(element_get(e, "value"), &c->list.next);
	marker(c, first);
	if (c->options->markdown)
		snprintf(rest, sizeof rest, "%*s",
		    strlen(first) < 7 ? (int)strlen(first) : 7, "");
	lines_push(c->lines, first, rest);
	top(c)->margin = true;
	c->list.next += c->list.step;
}

/* ---- blocks ---- */

static void
indent(struct canvas *c, const char *margin)
{
	lines_push(c->lines, margin, margin);
	top(c)->margin = true;
}

static void
enter_quote(struct canvas *c, const struct element *e)
{
	(void)e;
	canvas_break(c, 2);
	indent(c, c->options->markdown ? "> " : "  ");
}

static void
enter_definition(struct canvas *c, const struct element *e)
{
	(void)e;
	canvas_break(c, c->options->markdown ? 2 : 1);
	if (!c->options->markdown)
		indent(c, "  ");
}

static void
enter_heading(struct canvas *c, const struct element *e)
{
	static const char marks[] = "###### ";
	int level = e->tag->name[1] - '0';

	canvas_break(c, 2);
	if (!c->options->markdown || c->heading)
		return;
	lines_push(c->lines, marks + 6 - level, "");
	top(c)->margin = true;
	c->heading = true;
	top(c)->holds = true;
}

static void
rule(struct canvas *c, const struct element *e)
{
	(void)e;
	canvas_break(c, 2);
	settle_list(c);
	lines_put(c->lines, lines_marked(c->lines) && c->options->markdown
	        ? STR("___") : STR("---"));
	canvas_break(c, 2);
}

static void
line_break(struct canvas *c, const struct element *e)
{
	(void)e;
	if (c->coding != CODE_NONE)
		buf_putc(&c->code, '\n');
	else if (c->heading || c->rows)
		lines_space(c->lines);
	else if (c->in_cell || !c->options->markdown)
		lines_turn(c->lines);
	else if (lines_open(c->lines))
		c->brs++;
}

/* ---- marks ---- */

static void
push_mark(struct canvas *c, enum mark_kind kind, struct str url)
{
	marks_push(&c->marks, kind, url);
	top(c)->mark = true;
}

static void
enter_emphasis(struct canvas *c, const struct element *e)
{
	bool strong = e->tag->id == TAG_B || e->tag->id == TAG_STRONG;
	enum mark_kind kind = strong ? MARK_STRONG : MARK_EM;

	if (c->options->markdown && !marks_holds(&c->marks, kind))
		push_mark(c, kind, STR(""));
}

static void
enter_link(struct canvas *c, const struct element *e)
{
	const char *href = element_get(e, "href");
	enum mark_kind kind = c->options->markdown ? MARK_LINK
	    : c->options->links != NULL ? MARK_NUMBER : MARK_NONE;
	struct buf url = {0}, shown = {0};

	c->alt.n = 0;
	if (href == NULL || (!c->options->markdown && !link_leads(str_of(href))))
		kind = MARK_NONE;
	if (marks_holds(&c->marks, MARK_LINK))
		kind = MARK_NONE;
	if (kind != MARK_NONE)
		link_resolve(&url, buf_str(&c->base), str_of(href));
	if (kind == MARK_LINK)
		markdown_url(&shown, buf_str(&url));
	if (url.n == 0)
		kind = c->options->markdown && kind == MARK_LINK ? MARK_LINK
		                                                 : MARK_NONE;
	push_mark(c, kind, buf_str(kind == MARK_LINK ? &shown : &url));
	buf_free(&url);
	buf_free(&shown);
}

static void put_alt(struct canvas *);

/* An image that stood alone in a link speaks for it. */
static void
leave_link(struct canvas *c)
{
	if (c->alt.n > 0)
		put_alt(c);
}

static void
enter_q(struct canvas *c, const struct element *e)
{
	(void)e;
	push_mark(c, c->quotes++ % 2 ? MARK_INNER : MARK_QUOTE, STR(""));
}

static void
leave_q(struct canvas *c)
{
	c->quotes--;
}

static void
enter_ruby_text(struct canvas *c, const struct element *e)
{
	(void)e;
	push_mark(c, MARK_PAREN, STR(""));
}

static void
enter_hushed(struct canvas *c, const struct element *e)
{
	(void)e;
	c->hushed++;
}

static void
leave_hushed(struct canvas *c)
{
	c->hushed--;
}

/* ---- images ---- */

static void
put_alt(struct canvas *c)
{
	struct buf alt = c->alt;

	c->alt = (struct buf){0};
	put_collapsed(c, buf_str(&alt));
	buf_free(&alt);
}

static bool
in_link(struct canvas *c)
{
	struct frame *f = (struct frame *)(void *)c->frames.s;

	for (; f < top(c); f++)
		if (f->tag->id == TAG_A)
			return true;
	return false;
}

static void
enter_image(struct canvas *c, const struct element *e)
{
	(void)e;
	c->in_image = true;
	if (c->options->images)
		push_mark(c, MARK_BRACKET, STR(""));
}

static void
leave_image(struct canvas *c)
{
	c->in_image = false;
}

static void
image_text(struct canvas *c, struct str alt)
{
	if (c->options->images) {
		put_collapsed(c, alt);
		return;
	}
	if (alt.s[0] == ' ')
		lines_space(c->lines);
	if (in_link(c) && c->alt.n == 0 && !marks_shown(&c->marks))
		buf_put(&c->alt, alt.s, alt.n);
}

/* ---- the elements ---- */

struct painter {
	void (*enter)(struct canvas *, const struct element *);
	void (*leave)(struct canvas *);
};

static const struct painter painters[TAG_OTHER + 1] = {
	[TAG_A] = {enter_link, leave_link},
	[TAG_B] = {enter_emphasis, NULL},
	[TAG_BLOCKQUOTE] = {enter_quote, NULL},
	[TAG_BR] = {line_break, NULL},
	[TAG_CODE] = {enter_code, NULL},
	[TAG_DD] = {enter_definition, NULL},
	[TAG_DIR] = {enter_list, leave_list},
	[TAG_EM] = {enter_emphasis, NULL},
	[TAG_H1] = {enter_heading, NULL},
	[TAG_H2] = {enter_heading, NULL},
	[TAG_H3] = {enter_heading, NULL},
	[TAG_H4] = {enter_heading, NULL},
	[TAG_H5] = {enter_heading, NULL},
	[TAG_H6] = {enter_heading, NULL},
	[TAG_HR] = {rule, NULL},
	[TAG_I] = {enter_emphasis, NULL},
	[TAG_IMG] = {enter_image, leave_image},
	[TAG_KBD] = {enter_code, NULL},
	[TAG_LI] = {enter_item, NULL},
	[TAG_LISTING] = {enter_pre, leave_pre},
	[TAG_MENU] = {enter_list, leave_list},
	[TAG_OL] = {enter_list, leave_list},
	[TAG_PLAINTEXT] = {enter_pre, leave_pre},
	[TAG_PRE] = {enter_pre, leave_pre},
	[TAG_Q] = {enter_q, leave_q},
	[TAG_RAWTEXT] = {enter_pre, leave_pre},
	[TAG_RP] = {enter_hushed, leave_hushed},
	[TAG_RT] = {enter_ruby_text, NULL},
	[TAG_SAMP] = {enter_code, NULL},
	[TAG_STRONG] = {enter_emphasis, NULL},
	[TAG_TEXTAREA] = {enter_pre, leave_pre},
	[TAG_TT] = {enter_code, NULL},
	[TAG_UL] = {enter_list, leave_list},
	[TAG_XMP] = {enter_pre, leave_pre},
};

/* A box's edge; what breaks a line in Markdown has to break a paragraph. */
static void
edge(struct canvas *c, const struct tag *tag)
{
	enum tag_id id = tag->id;
	bool tight = id == TAG_LI || c->in_cell;
	bool cell = id == TAG_TD || id == TAG_TH;

	if (c->coding != CODE_NONE && c->pre == 0)
		return; /* a block in a code span: it goes on */
	if (c->rows && cell && lines_open(c->lines))
		lines_blank(c->lines, c->options->tsv ? '\t' : ' ');
	else if (c->rows && (id == TAG_P || id == TAG_DIV))
		lines_space(c->lines);
	if (c->rows && (cell || id == TAG_P || id == TAG_DIV))
		return;
	c->rows = c->rows && id != TAG_TABLE;
	if (tag->box == BOX_PARA && id != TAG_UL && id != TAG_OL &&
	    id != TAG_MENU && id != TAG_DIR)
		canvas_break(c, 2);
	else if (tag->box != BOX_INLINE && tag->box != BOX_PARA)
		canvas_break(c, c->options->markdown && !tight ? 2 : 1);
}

/* ---- lists that count down ---- */

/* Such a list begins, or goes on: its items are counted before it is shown. */
static bool
list_enter(struct canvas *c, const struct element *e)
{
	enum tag_id id = e->tag->id;
	bool begins = c->list_held == 0 && !c->list_playing && id == TAG_OL &&
	    element_get(e, "reversed") != NULL &&
	    element_get(e, "start") == NULL;

	if (c->list_held == 0 && !begins)
		return false;
	if (begins)
		c->items = 0;
	if (id == TAG_LI && c->list_held == 1)
		c->items++;
	c->list_held++;
	tape_enter(&c->list_tape, e);
	return true;
}

static void
list_play(struct canvas *c)
{
	c->list_held = 0;
	c->list_playing = true;
	tape_play(&c->list_tape, &paint_reader, c);
	c->list_playing = false;
	c->list_tape.events.n = 0;
}

static bool
list_leave(struct canvas *c, const struct tag *tag)
{
	if (c->list_held == 0)
		return false;
	tape_leave(&c->list_tape, tag);
	if (--c->list_held == 0 || c->list_tape.events.n > PAINT_HELD)
		list_play(c);
	return true;
}

static bool
list_text(struct canvas *c, struct str text)
{
	if (c->list_held == 0)
		return false;
	tape_text(&c->list_tape, text);
	if (c->list_tape.events.n > PAINT_HELD)
		list_play(c);
	return true;
}

static void
paint_enter(void *data, const struct element *e)
{
	struct canvas *c = data;
	const struct painter *p = &painters[e->tag->id];

	if (list_enter(c, e) || table_enter(c, e))
		return;
	edge(c, e->tag);
	buf_put(&c->frames, (const char *)&(struct frame){.tag = e->tag},
	    sizeof(struct frame));
	if (p->enter != NULL)
		p->enter(c, e);
}

static void
paint_leave(void *data, const struct tag *tag)
{
	struct canvas *c = data;
	const struct painter *p = &painters[tag->id];
	struct frame *f;

	if (list_leave(c, tag) || table_leave(c, tag))
		return;
	f = top(c);
	if (f->holds && tag->flags & IS_HEADING)
		c->heading = false;
	else if (f->holds)
		close_code(c);
	if (p->leave != NULL)
		p->leave(c);
	if (top(c)->mark)
		marks_pop(&c->marks, c->lines);
	edge(c, tag);
	if (top(c)->margin)
		lines_pop(c->lines);
	c->frames.n -= sizeof *f;
}

static void
paint_text(void *data, struct str text)
{
	struct canvas *c = data;

	if (list_text(c, text) || table_text(c, text) || c->hushed > 0)
		return;
	if (c->in_image) {
		image_text(c, text);
		return;
	}
	c->alt.n = 0;
	if (c->coding != CODE_NONE)
		add_code(c, text);
	else if (c->pre > 0)
		put_verbatim(c, text);
	else
		put_collapsed(c, text);
}

/* ---- what the page says of itself ---- */

/* The title on the first line, its white space collapsed. */
static void
put_title(struct canvas *c, struct str title)
{
	const char *s = title.s, *end = s + title.n;

	if (c->titled || c->page.any || !c->options->title || c->options->all)
		return;
	c->titled = true;
	if (c->options->markdown)
		lines_push(c->lines, "# ", "");
	while (s < end) {
		const char *from = s;

		while (s < end && !is_space(*s))
			s++;
		put_collapsed(c, (struct str){from, (size_t)(s - from)});
		for (; s < end && is_space(*s); s++)
			lines_space(c->lines);
	}
	canvas_break(c, 2);
	if (c->options->markdown)
		lines_pop(c->lines);
}

/* The first base element counts (4.2.3). */
static void
take_base(struct canvas *c, const char *url)
{
	struct buf base = {0};

	if (url == NULL || c->based)
		return;
	c->based = true;
	link_resolve(&base, buf_str(&c->base), str_of(url));
	buf_free(&c->base);
	c->base = base;
}

static void
paint_about(void *data, const struct element *e, struct str text)
{
	struct canvas *c = data;
	const char *name = element_get(e, "name");
	const char *content = element_get(e, "content");

	if (e->tag->id == TAG_TITLE)
		put_title(c, text);
	else if (e->tag->id == TAG_BASE)
		take_base(c, element_get(e, "href"));
	else if (e->tag->id == TAG_META && name != NULL &&
	    content != NULL && c->base.n == 0 && strcmp(name, "winnow-url") == 0)
		buf_puts(&c->base, content);
}

const struct block_reader paint_reader = {paint_enter, paint_leave,
    paint_text, paint_about};

/* ---- the page ---- */

static size_t
number_of(void *ctx, struct str url)
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

static void
canvas_free(struct canvas *c)
{
	lines_free(&c->page);
	marks_free(&c->marks);
	buf_free(&c->frames);
	buf_free(&c->code);
	buf_free(&c->language);
	buf_free(&c->alt);
	buf_free(&c->base);
	tape_free(&c->table.tape);
	tape_free(&c->list_tape);
}

void
paint(struct source *page, struct sink *out,
    const struct paint_options *options)
{
	struct block_options wishes = {.all = options->all, .alt = true};
	struct canvas c = {.options = options, .items = 1,
	    .page = {.out = out, .wrap = {.width = options->width,
	        .markdown = options->markdown}},
	    .marks = {.markdown = options->markdown, .number = number_of,
	        .ctx = options->links}};

	c.lines = &c.page;
	buf_put(&c.base, options->base.s, options->base.n);
	block_read(page, &wishes, &paint_reader, &c);
	lines_end(&c.page);
	if (options->links != NULL && options->links->numbers.used > 0) {
		sink_putc(out, '\n');
		links_each(options->links, put_link, &c.page);
		links_clear(options->links);
	}
	canvas_free(&c);
}
