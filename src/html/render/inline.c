/* SPDX-License-Identifier: MIT */
/*
 * Text in a line: blanks, links, emphasis, quotations, formulas, ruby.
 */
#include "html/read/resolve.h"
#include "html/render/render.h"

#include <stdio.h>
#include <string.h>

#include "html/token/lookahead.h"
#include "text/unicode/utf.h"

/* ---- text ---- */

/* The breaks that br asked for; in Markdown only text behind makes one. */
static void
settle_breaks(struct render *c)
{
	if (c->brs > 0)
		marks_settle(&c->marks, c->lines);
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
	struct markdown_place place = {.cell = c->in_cell || c->rows > 0,
	    .heading = c->heading, .link_next = c->link_next,
	    .linked = marks_holds(&c->marks, MARK_LINK)};

	if (!c->options->markdown)
		lines_put(c->lines, text);
	else
		markdown_text(c->lines, text, place);
}

/* Whether a character beside a word would be read as a part of it. */
static bool
in_word(uint32_t c)
{
	return c >= 0x80 || ascii_is_letter((int)c) || (c >= '0' && c <= '9');
}

/* What is written next is a word by itself; and the next after it. */
void
render_part(struct render *c)
{
	if (in_word(c->last))
		lines_space(c->lines);
	c->apart = true;
}

/* The bytes of punctuation at a text's beginning. */
static size_t
punctuation_at(struct str t)
{
	size_t n = 0;

	while (n < t.n) {
		uint32_t k;
		int step = utf_step(t.s + n, t.s + t.n, &k);

		if (!markdown_punct(k, false))
			break;
		n += (size_t)step;
	}
	return n;
}

/* Emphasis cannot open before a sign that touches a word: put it before. */
static struct str
put_outside(struct render *c, struct str text, uint32_t *first)
{
	uint32_t last;
	size_t n;

	if (!marks_blocked(&c->marks, c->lines, *first))
		return text;
	n = punctuation_at(text);
	utf_back(text.s, text.s + n, &last);
	marks_pass(&c->marks, c->lines, last);
	put_plain(c, (struct str){text.s, n});
	text = (struct str){text.s + n, text.n - n};
	if (text.n > 0)
		utf_step(text.s, text.s + text.n, first);
	return text;
}

/* A text whose first character is written as a reference. */
static void
put_coded(struct render *c, struct str text, uint32_t first)
{
	char reference[16];
	uint32_t k;
	int n = utf_step(text.s, text.s + text.n, &k);

	snprintf(reference, sizeof reference, "&#%lu;", (unsigned long)first);
	lines_put(c->lines, str_of(reference));
	if (text.n > (size_t)n)
		put_plain(c, (struct str){text.s + n, text.n - (size_t)n});
}

/* The bytes of signs at a text's end that never need an escape. */
static size_t
signs_at_end(struct str t)
{
	size_t n = t.n;

	while (n > 0) {
		uint32_t k;
		int step = utf_back(t.s, t.s + n, &k);

		if (k < 0x80 ? strchr(".,:;?\"')", (int)k) == NULL
		    : !markdown_punct(k, true))
			break;
		n -= (size_t)step;
	}
	return n > 0 ? t.n - n : 0;
}

/* Markdown: signs at the end wait for what comes behind an emphasis. */
static void
put_held(struct render *c, struct str text)
{
	size_t n = signs_at_end(text);

	if (n > 0 && marks_hold(&c->marks,
	        (struct str){text.s + text.n - n, n}))
		text.n -= n;
	put_plain(c, text);
}

/* Text that neither begins nor ends with a blank, and has something in it. */
static void
put_text(struct render *c, struct str text)
{
	uint32_t first, last;
	bool coded = false;

	render_settle(c);
	utf_step(text.s, text.s + text.n, &first);
	utf_back(text.s, text.s + text.n, &last);
	if (c->apart && in_word(first))
		lines_space(c->lines);
	c->apart = false;
	c->last = last;
	if (c->options->markdown &&
	    (text = put_outside(c, text, &first)).n == 0)
		return;
	if (last == '!' && c->link_next)
		last = ')'; /* it is escaped */
	if (c->marks.stack.n > 0 || c->marks.owing > 0 || c->options->markdown)
		coded = marks_show(&c->marks, c->lines, first, last);
	if (coded)
		put_coded(c, text, first);
	else if (c->options->markdown)
		put_held(c, text);
	else
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

/* In Markdown, the next blank of Unicode's, or the end. */
static const char *
find_blank(const struct render *c, const char *s, const char *end)
{
	if (!c->options->markdown)
		return find_nbsp(s, end);
	while (s < end) {
		uint32_t k = 0;

		if ((unsigned char)*s < 0xC2 || (unsigned char)*s > 0xE3) {
			s++;
			continue;
		}
		utf_step(s, end, &k);
		if (markdown_blank(k))
			return s;
		s++;
	}
	return end;
}

/*
 * A no-break space.  In Markdown none begins a line, where it would count,
 * and behind another one it is written so that it is seen.
 */
static void
put_nbsp(struct render *c)
{
	if (c->options->markdown && lines_blank_due(c->lines))
		lines_blank(c->lines, STR("&nbsp;"));
	else if (!c->options->markdown || lines_open(c->lines))
		lines_blank(c->lines, STR(" "));
}

/* A blank that stays; where the text goes on. */
static const char *
put_blank(struct render *c, const char *s, const char *end)
{
	uint32_t k;
	int n = utf_step(s, end, &k);

	if (k == 0xA0)
		put_nbsp(c);
	else
		lines_blank(c->lines, (struct str){s, (size_t)n});
	return s + n;
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
		stop = find_blank(c, s, end);
		s = stop;
		while (s > from && s[-1] == ' ')
			s--;
		if (s > from)
			put_text(c, (struct str){from, (size_t)(s - from)});
		if (s < stop)
			lines_space(c->lines);
		s = stop;
		if (s < end)
			s = put_blank(c, s, end);
	}
}

enum { TEXT_MOST = 64 * 1024 }; /* bytes of a text that are held */

/* Where a text that is too long to hold may be parted: at its last blank. */
static size_t
last_blank(struct str t)
{
	for (size_t i = TEXT_MOST; i > TEXT_MOST / 2; i--)
		if (t.s[i] == ' ')
			return i;
	for (size_t i = TEXT_MOST;; i--)
		if (((unsigned char)t.s[i] & 0xC0) != 0x80)
			return i;
}

void
render_hold(struct render *c, struct str text)
{
	buf_put(&c->text, text.s, text.n);
	while (c->text.n > TEXT_MOST) {
		size_t n = last_blank(buf_str(&c->text));

		render_put(c, (struct str){c->text.s, n});
		memmove(c->text.s, c->text.s + n, c->text.n - n);
		c->text.n -= n;
	}
}

void
render_flush(struct render *c)
{
	struct buf text = c->text;

	if (text.n == 0)
		return;
	c->text = (struct buf){0};
	render_put(c, buf_str(&text));
	text.n = 0;
	c->text = text;
	c->link_next = false;
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
			lines_blank(c->lines, STR(" "));
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
	render_bold(c);
}

/* On a terminal, but in a table, whose columns are filled up. */
void
render_bold(struct render *c)
{
	if (c->options->bold && !c->in_cell && c->rows == 0 &&
	    !marks_holds(&c->marks, MARK_BOLD) && c->pre == 0)
		render_mark(c, MARK_BOLD, STR(""));
}

/* What is no more true. */
void
inline_enter_deleted(struct render *c, const struct element *e)
{
	(void)e;
	if (!marks_holds(&c->marks, MARK_DELETED))
		render_mark(c, MARK_DELETED, STR(""));
}

/* An address that is too long to be written, but for its text. */
bool
inline_too_long(struct render *c, const struct buf *url)
{
	if (url->n <= LINK_MOST)
		return false;
	c->left_out = true;
	return true;
}

void
inline_say_left_out(struct render *c)
{
	if (!c->left_out)
		return;
	c->left_out = false;
	lines_space(c->lines);
	render_put(c, STR("(address left out)"));
}

/* What a link with this address is marked as. */
static enum mark_kind
link_kind(const struct render *c, const char *href)
{
	if (href == NULL || marks_holds(&c->marks, MARK_LINK) ||
	    c->coding == CODE_BLOCK)
		return MARK_NONE;
	if (c->options->markdown)
		return link_runs(str_of(href)) ? MARK_NONE : MARK_LINK;
	return c->options->links != NULL && link_leads(str_of(href))
	    ? MARK_NUMBER : MARK_NONE;
}

void
inline_enter_link(struct render *c, const struct element *e)
{
	const char *href = element_get(e, "href");
	const char *title = element_get(e, "title");
	enum mark_kind kind = link_kind(c, href);
	struct buf url = {0}, shown = {0};

	if (c->coding == CODE_SPAN)
		code_flush(c);
	c->links++;
	c->link_spoken = false;
	c->link_inward = href != NULL && strchr(href, '#') != NULL;
	c->alt.n = 0;
	if (kind != MARK_NONE)
		resolve_address(&url, buf_str(&c->base), str_of(href));
	if (inline_too_long(c, &url) || (kind == MARK_NUMBER && url.n == 0))
		kind = MARK_NONE;
	if (kind == MARK_LINK) {
		markdown_url(&shown, buf_str(&url));
		if (title != NULL)
			markdown_title(&shown, title, c->in_cell);
	}
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

	if (c->coding == CODE_SPAN)
		code_flush(c);
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
	inline_say_left_out(c);
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
