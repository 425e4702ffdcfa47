/* SPDX-License-Identifier: MIT */
#include "html/write/marks.h"

#include <stdio.h>
#include <string.h>

#include "html/write/markdown.h"
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
	return kind == MARK_EM || kind == MARK_STRONG ||
	    kind == MARK_DELETED || kind == MARK_BOLD;
}

static const char *
opening(enum mark_kind kind)
{
	static const char *const s[] = {"", "*", "**", "<sup>", "<sub>",
	    "~~", LINES_BOLD, "[", "![", "", "\xE2\x80\x9C",
	    "\xE2\x80\x98", "(", "["};

	return s[kind];
}

static const char *
closing(enum mark_kind kind)
{
	static const char *const s[] = {"", "*", "**", "</sup>",
	    "</sub>", "~~", LINES_PLAIN, "]", "]", "", "\xE2\x80\x9D",
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

static void
put_tail(struct marks *m, struct lines *l)
{
	lines_attach(l, (struct str){m->tail, m->tail_n});
	m->tail_n = 0;
}

static void
put_owed(struct marks *m, struct lines *l)
{
	for (int i = 0; i < m->owing; i++)
		lines_attach(l, str_of(closing(m->owed[i])));
	if (m->owing > 0)
		m->edge = EDGE_CLOSED;
	m->owing = 0;
}

void
marks_settle(struct marks *m, struct lines *l)
{
	put_tail(m, l);
	put_owed(m, l);
}

bool
marks_hold(struct marks *m, struct str signs)
{
	bool open = false;

	for (size_t i = 0; i < count(m); i++)
		open = open || (at(m, i)->shown && is_emphasis(at(m, i)->kind));
	if (!open || m->tail_n > 0 || signs.n > sizeof m->tail)
		return false;
	memcpy(m->tail, signs.s, signs.n);
	m->tail_n = signs.n;
	return true;
}

/* Emphasis ends between signs and a word: it is closed before the signs. */
static void
put_swapped(struct marks *m, struct lines *l, uint32_t first)
{
	if (m->tail_n == 0 || m->owing == 0 || !lines_open(l) ||
	    lines_blank_due(l) || markdown_punct(first, false))
		return;
	put_owed(m, l);
	put_tail(m, l);
	m->edge = EDGE_TEXT;
}

/* Characters of emphasis that would stand side by side in one run. */
static size_t
run_of(const struct marks *m, const struct mark *mark)
{
	size_t n = strlen(opening(mark->kind));

	for (int i = 0; i < m->owing; i++)
		n += strlen(closing(m->owed[i]));
	return n;
}

/*
 * Emphasis opens right behind emphasis that closes: whether the one run can
 * do both, between two letters, and is too short to be read otherwise.
 */
static bool
runs_on(const struct marks *m, const struct mark *mark, uint32_t first)
{
	return m->owing == 1 && m->owed[0] != mark->kind &&
	    m->owed[0] != MARK_DELETED && mark->kind != MARK_DELETED &&
	    run_of(m, mark) <= 3 && !markdown_punct(first, false) &&
	    !markdown_punct(m->last, false);
}

/* A mark opens right behind something: must the two be parted? */
static bool
must_part(const struct marks *m, const struct mark *mark, uint32_t first)
{
	if (mark->kind == MARK_LINK)
		return m->last == '!' && m->edge == EDGE_TEXT;
	if (!is_emphasis(mark->kind))
		return false;
	if (m->owing > 0)
		return !runs_on(m, mark, first);
	return m->edge == EDGE_TEXT && unflanked(m->last, first);
}

static void
open_mark(struct marks *m, struct lines *l, struct mark *mark, uint32_t first)
{
	bool touching = lines_open(l) && !lines_blank_due(l);
	bool parted = m->markdown && touching && must_part(m, mark, first);

	marks_settle(m, l);
	if (parted)
		lines_put(l, parting);
	if (mark->kind == MARK_BRACKET && m->markdown)
		lines_put(l, STR("\\"));
	lines_put(l, str_of(opening(mark->kind)));
	mark->shown = true;
	m->edge = EDGE_OPENED;
	m->last = '*';
}

/* What comes first behind the marks up to `i`. */
static uint32_t
mark_first(const struct marks *m, size_t i, uint32_t first)
{
	for (; i < count(m); i++) {
		const char *s = opening(at(m, i)->kind);

		if (at(m, i)->shown || at(m, i)->ended || s[0] == '\0' ||
		    is_emphasis(at(m, i)->kind))
			continue;
		utf_step(s, s + strlen(s), &first);
		break;
	}
	return first;
}

/* Whether a mark only goes on with one that has just ended. */
static bool
goes_on(struct marks *m, struct lines *l, struct mark *mark)
{
	if (m->owing == 0 || m->owed[m->owing - 1] != mark->kind ||
	    !lines_open(l) || lines_blank_due(l))
		return false;
	put_tail(m, l);
	m->owing--;
	mark->shown = true;
	m->edge = EDGE_TEXT;
	return true;
}

bool
marks_show(struct marks *m, struct lines *l, uint32_t first, uint32_t last)
{
	bool touching, coded;

	for (size_t i = 0; i < count(m); i++) {
		struct mark *mark = at(m, i);

		if (!mark->shown && !mark->ended && !goes_on(m, l, mark))
			open_mark(m, l, mark, mark_first(m, i + 1, first));
	}
	put_swapped(m, l, first);
	marks_settle(m, l);
	touching = m->markdown && lines_open(l) && !lines_blank_due(l);
	coded = touching && m->edge == EDGE_CLOSED && unflanked(first, m->last);
	if (touching && first == '`' && m->last == '`' && m->edge == EDGE_TEXT)
		lines_put(l, parting);
	m->edge = EDGE_TEXT;
	m->last = last;
	return coded;
}

bool
marks_blocked(const struct marks *m, const struct lines *l, uint32_t first)
{
	if (!lines_open(l) || lines_blank_due(l) || m->owing > 0 ||
	    m->edge != EDGE_TEXT || !unflanked(m->last, first))
		return false;
	for (size_t i = 0; i < count(m); i++)
		if (!at(m, i)->shown && !at(m, i)->ended)
			return is_emphasis(at(m, i)->kind);
	return false;
}

void
marks_pass(struct marks *m, struct lines *l, uint32_t last)
{
	marks_settle(m, l);
	m->edge = EDGE_TEXT;
	m->last = last;
}

static void
close_mark(struct marks *m, struct lines *l, struct mark *mark)
{
	struct str url = {m->urls.s + mark->url, m->urls.n - mark->url};
	char number[32];

	if (is_emphasis(mark->kind)) {
		if (m->owing == sizeof m->owed / sizeof *m->owed)
			marks_settle(m, l);
		m->owed[m->owing++] = mark->kind;
		return;
	}
	marks_settle(m, l);
	m->edge = EDGE_TEXT;
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
	marks_settle(m, l);
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
