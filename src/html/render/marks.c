/* SPDX-License-Identifier: MIT */
#include "html/render/marks.h"

#include <stdio.h>
#include <string.h>

#include "html/render/markdown.h"
#include "text/unicode/utf.h"

/* Parts two runs of marks for a reader of Markdown, and shows as nothing. */
static const struct str parting = {"<!-- -->", 8};

static size_t
count(const struct marks *m)
{
	return m->stack.n / sizeof(struct mark);
}

static struct mark *
at(const struct marks *m, size_t i)
{
	return (struct mark *)(void *)m->stack.s + i;
}

void
marks_push(struct marks *m, enum mark_kind kind, struct str url)
{
	struct mark mark = {kind, m->urls.n, false, kind == MARK_NONE};

	buf_put(&m->urls, url.s, url.n);
	buf_put(&m->stack, (const char *)&mark, sizeof mark);
}

bool
marks_holds(const struct marks *m, enum mark_kind kind)
{
	for (size_t i = 0; i < count(m); i++)
		if (at(m, i)->kind == kind && !at(m, i)->ended)
			return true;
	return false;
}

bool
marks_shown(const struct marks *m)
{
	return count(m) > 0 && at(m, count(m) - 1)->shown;
}

static bool
is_emphasis(enum mark_kind kind)
{
	return kind == MARK_EM || kind == MARK_STRONG;
}

static const char *
opening(enum mark_kind kind)
{
	static const char *const s[] = {"", "*", "**", "<sup>", "<sub>",
	    "~~", "[", "![", "", "\xE2\x80\x9C",
	    "\xE2\x80\x98", "(", "["};

	return s[kind];
}

static const char *
closing(enum mark_kind kind)
{
	static const char *const s[] = {"", "*", "**", "</sup>",
	    "</sub>", "~~", "]", "]", "", "\xE2\x80\x9D",
	    "\xE2\x80\x99", ")", "]"};

	return s[kind];
}

/*
 * Whether `*` between these two would mean nothing on the side of `b`: a mark
 * beside punctuation needs blank or punctuation beyond it (CommonMark 6.2).
 */
static bool
unflanked(uint32_t a, uint32_t b)
{
	return markdown_punct(b, false) && !markdown_punct(a, true);
}

/* A mark opens right behind something: must the two be parted? */
static bool
must_part(const struct marks *m, const struct mark *mark, uint32_t first)
{
	if (m->edge == EDGE_CLOSED)
		return true;
	if (mark->kind == MARK_LINK)
		return m->last == '!';
	return m->edge == EDGE_TEXT && is_emphasis(mark->kind) &&
	    unflanked(m->last, first);
}

static void
open_mark(struct marks *m, struct lines *l, struct mark *mark, uint32_t first)
{
	if (m->markdown && lines_open(l) && !lines_blank_due(l) &&
	    must_part(m, mark, first))
		lines_put(l, parting);
	if (mark->kind == MARK_BRACKET && m->markdown)
		lines_put(l, STR("\\"));
	lines_put(l, str_of(opening(mark->kind)));
	mark->shown = true;
	m->edge = EDGE_OPENED;
}

/* What comes first behind the marks up to `i`. */
static uint32_t
mark_first(const struct marks *m, size_t i, uint32_t first)
{
	for (; i < count(m); i++) {
		const char *s = opening(at(m, i)->kind);

		if (at(m, i)->shown || at(m, i)->ended || s[0] == '\0' ||
		    s[0] == '*')
			continue;
		utf_step(s, s + strlen(s), &first);
		break;
	}
	return first;
}

void
marks_show(struct marks *m, struct lines *l, uint32_t first, uint32_t last)
{
	bool touching = lines_open(l) && !lines_blank_due(l);
	bool closed = touching && m->edge == EDGE_CLOSED;

	for (size_t i = 0; i < count(m); i++) {
		struct mark *mark = at(m, i);

		if (mark->shown || mark->ended)
			continue;
		open_mark(m, l, mark, mark_first(m, i + 1, first));
		closed = touching = false;
	}
	if (m->markdown && (closed ? unflanked(first, m->last)
	        : touching && first == '`' && m->last == '`'))
		lines_put(l, parting);
	m->edge = EDGE_TEXT;
	m->last = last;
}

static void
close_mark(struct marks *m, struct lines *l, struct mark *mark)
{
	struct str url = {m->urls.s + mark->url, m->urls.n - mark->url};
	char number[32];

	if (mark->kind == MARK_NUMBER) {
		snprintf(number, sizeof number, "[%zu]", m->number(m->ctx, url));
		lines_attach(l, str_of(number));
		return;
	}
	if (mark->kind == MARK_BRACKET && m->markdown)
		lines_attach(l, STR("\\"));
	lines_attach(l, str_of(closing(mark->kind)));
	if (mark->kind == MARK_LINK || mark->kind == MARK_IMAGE) {
		lines_attach(l, STR("("));
		lines_attach(l, url);
		lines_attach(l, STR(")"));
	}
	if (is_emphasis(mark->kind))
		m->edge = EDGE_CLOSED;
	else
		m->last = ')';
}

void
marks_pop(struct marks *m, struct lines *l)
{
	struct mark *top = at(m, count(m) - 1);

	if (top->shown)
		close_mark(m, l, top);
	m->urls.n = top->url;
	m->stack.n -= sizeof *top;
}

/* Close what is written of the marks from `from` on, innermost first. */
static void
close_from(struct marks *m, struct lines *l, size_t from)
{
	size_t end = m->urls.n;

	for (size_t i = count(m); i-- > from;) {
		struct mark *mark = at(m, i);

		if (mark->shown)
			close_mark(m, l, mark);
		mark->ended = mark->ended || (mark->shown &&
		    !is_emphasis(mark->kind) && mark->kind != MARK_LINK);
		mark->shown = false;
		m->urls.n = mark->url; /* the next one's ends here */
	}
	m->urls.n = end;
}

void
marks_break(struct marks *m, struct lines *l)
{
	close_from(m, l, 0);
	m->edge = EDGE_TEXT;
	m->last = 0;
}

void
marks_ended(struct marks *m, struct lines *l, enum mark_kind kind)
{
	for (size_t i = count(m); i-- > 0;)
		if (at(m, i)->kind == kind && !at(m, i)->ended) {
			close_from(m, l, i);
			at(m, i)->ended = true;
			return;
		}
}

void
marks_free(struct marks *m)
{
	buf_free(&m->stack);
	buf_free(&m->urls);
}
