/* SPDX-License-Identifier: MIT */
#include "html/render/render.h"

#include <string.h>

#include "html/token/lookahead.h"
#include "text/unicode/utf.h"

/* ---- text ---- */

/* The breaks that br asked for; in Markdown only text behind makes one. */
static void
settle_breaks(struct render *c)
{
	if (c->brs > 1) {
		render_break(c, 2);
	} else if (c->brs == 1 && lines_open(c->lines)) {
		lines_attach(c->lines, STR("\\"));
		lines_break(c->lines, 1);
	}
	c->brs = 0;
}

/* Markdown would take a line right behind a list for a part of its item. */
void
render_settle(struct render *c)
{
	settle_breaks(c);
	if ((c->list_ended || c->item_ended) && c->options->markdown &&
	    !lines_open(c->lines) && !lines_marked(c->lines))
		lines_break(c->lines, 2);
	c->list_ended = c->item_ended = false;
}

static void
put_plain(struct render *c, struct str text)
{
	if (!c->options->markdown)
		lines_put(c->lines, text);
	else
		markdown_text(&c->markdown, c->lines, text, c->in_cell);
}

/* Whether a character beside a word would be read as a part of it. */
static bool
in_word(uint32_t c)
{
	return c >= 0x80 || is_letter((int)c) || (c >= '0' && c <= '9');
}

/* What is written next is a word by itself; and the next after it. */
void
render_part(struct render *c)
{
	if (in_word(c->last))
		lines_space(c->lines);
	c->apart = true;
}

/* Text that neither begins nor ends with a blank, and has something in it. */
static void
put_text(struct render *c, struct str text)
{
	uint32_t first, last;

	render_settle(c);
	utf_step(text.s, text.s + text.n, &first);
	utf_back(text.s, text.s + text.n, &last);
	if (c->apart && in_word(first))
		lines_space(c->lines);
	c->apart = false;
	if (c->marks.stack.n > 0 || c->options->markdown)
		marks_show(&c->marks, c->lines, first, last);
	c->last = last;
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

/*
 * A blank that stays.  In Markdown none begins a line, where it would count,
 * and behind another one it is written so that it is seen.
 */
static void
put_blank(struct render *c)
{
	if (!c->options->markdown) {
		lines_blank(c->lines, ' ');
	} else if (lines_blank_due(c->lines)) {
		for (const char *s = "&nbsp;"; *s != '\0'; s++)
			lines_blank(c->lines, *s);
	} else if (lines_open(c->lines)) {
		lines_blank(c->lines, ' ');
	}
}

void
render_put(struct render *c, struct str text)
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
			put_blank(c);
			s += 2;
		}
	}
}

void
render_verbatim(struct render *c, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	render_settle(c);
	while (s < end) {
		const char *stop = find_nbsp(s, end);

		lines_verbatim(c->lines, (struct str){s, (size_t)(stop - s)});
		if (stop > s)
			utf_back(s, stop, &c->last);
		if (stop < end) {
			lines_blank(c->lines, ' ');
			stop += 2;
		}
		s = stop;
	}
}
/* ---- marks ---- */

void
inline_enter_emphasis(struct render *c, const struct element *e)
{
	bool strong = e->tag->id == TAG_B || e->tag->id == TAG_STRONG;
	enum mark_kind kind = strong ? MARK_STRONG : MARK_EM;

	if (c->options->markdown && !marks_holds(&c->marks, kind))
		render_mark(c, kind, STR(""));
}

void
inline_enter_link(struct render *c, const struct element *e)
{
	const char *href = element_get(e, "href");
	enum mark_kind kind = c->options->markdown ? MARK_LINK
	    : c->options->links != NULL ? MARK_NUMBER : MARK_NONE;
	struct buf url = {0}, shown = {0};

	c->links++;
	c->link_spoken = false;
	c->link_inward = href != NULL && strchr(href, '#') != NULL;
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
	render_mark(c, kind, buf_str(kind == MARK_LINK ? &shown : &url));
	buf_free(&url);
	buf_free(&shown);
}

/* A button, as a link, may have its name from an image in it. */
void
inline_enter_button(struct render *c, const struct element *e)
{
	(void)e;
	c->links++;
	c->link_spoken = false;
	c->alt.n = 0;
}

/* An image that stood alone in a link speaks for it. */
void
inline_leave_link(struct render *c)
{
	struct buf alt = c->alt;

	c->links--;
	c->link_inward = false;
	c->alt = (struct buf){0};
	if (alt.n > 0) {
		render_part(c);
		c->apart = false;
		render_put(c, buf_str(&alt));
		c->apart = true;
		if (c->alt_boxed)
			render_break(c, 1);
	}
	buf_free(&alt);
}

void
inline_enter_q(struct render *c, const struct element *e)
{
	(void)e;
	render_mark(c, c->quotes++ % 2 ? MARK_INNER : MARK_QUOTE, STR(""));
}

void
inline_leave_q(struct render *c)
{
	c->quotes--;
}

void
inline_enter_ruby(struct render *c, const struct element *e)
{
	(void)e;
	render_mark(c, MARK_PAREN, STR(""));
}

void
inline_enter_hushed(struct render *c, const struct element *e)
{
	(void)e;
	c->hushed++;
}

void
inline_leave_hushed(struct render *c)
{
	c->hushed--;
}
/* ---- formulas ---- */

/* In Markdown its TeX stands for the text in it. */
void
inline_enter_formula(struct render *c, const struct element *e)
{
	const char *tex = element_get(e, "alttext");
	const char *dollars = element_get(e, "display") ? "$$" : "$";

	if (!c->options->markdown || tex == NULL || c->coding != CODE_NONE ||
	    c->hushed > 0)
		return;
	c->tex.n = 0;
	buf_puts(&c->tex, dollars);
	for (; *tex != '\0'; tex++) {
		if (*tex == '|' && c->in_cell)
			buf_putc(&c->tex, '\\');
		buf_putc(&c->tex, *tex);
	}
	buf_puts(&c->tex, dollars);
	render_top(c)->hushes = true;
}

/* TeX between dollars, as GitHub and pandoc read it. */
void
inline_put_tex(struct render *c, struct str line)
{
	if (line.s[0] == ' ')
		lines_space(c->lines);
	render_settle(c);
	marks_show(&c->marks, c->lines, '$', '$');
	lines_put(c->lines, buf_str(&c->tex));
	c->last = '$';
	c->tex.n = 0;
	c->hushed++;
}

void
inline_leave_formula(struct render *c)
{
	if (render_top(c)->hushes && c->tex.n == 0)
		c->hushed--;
	c->tex.n = 0;
}

/* ---- images ---- */

/* In Markdown one that has an address; a picture in the page itself has none. */
static void
enter_picture(struct render *c, const struct element *e)
{
	const char *src = element_get(e, "src");
	struct buf url = {0}, shown = {0};

	if (src == NULL || src[0] == '\0' || strncmp(src, "data:", 5) == 0)
		return;
	link_resolve(&url, buf_str(&c->base), str_of(src));
	markdown_url(&shown, buf_str(&url));
	render_mark(c, MARK_IMAGE, buf_str(&shown));
	c->pictured = true;
	if (element_get(e, "alt") == NULL) { /* "" says it is an ornament */
		render_settle(c);
		marks_show(&c->marks, c->lines, '!', ')');
	}
	buf_free(&url);
	buf_free(&shown);
}

void
inline_enter_image(struct render *c, const struct element *e)
{
	c->in_image = true;
	c->pictured = c->drawn = false;
	if (c->coding != CODE_NONE)
		return;
	if (c->options->markdown)
		enter_picture(c, e);
	else if (c->options->images)
		render_mark(c, MARK_BRACKET, STR(""));
}

/* The title of a drawing, which is the name of one that stands alone. */
void
inline_enter_drawing(struct render *c, const struct element *e)
{
	(void)e;
	c->in_image = !c->options->all;
	c->drawn = true;
	c->pictured = false;
}

void
inline_leave_image(struct render *c)
{
	c->in_image = false;
}

/* An image's alt, as text or to be held for the link. */
void
inline_alt(struct render *c, struct str alt)
{
	if (c->coding != CODE_NONE)
		return;
	if (c->pictured || (c->options->images && !c->options->markdown &&
	        !c->drawn)) {
		c->link_spoken = true;
		render_put(c, alt);
		return;
	}
	if (alt.s[0] == ' ')
		lines_space(c->lines);
	if (c->links > 0 && c->alt.n == 0 && !c->link_spoken) {
		buf_put(&c->alt, alt.s, alt.n);
		c->alt_boxed = false;
	}
}
