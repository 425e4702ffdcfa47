/* SPDX-License-Identifier: MIT */
#include "html/write/lines.h"

#include <string.h>

#include "text/unicode/utf.h"

/* ---- writing ---- */

/* Our own sequences for a terminal (ECMA-48, SGR 1 and 22). */
static void
put_bold(struct lines *l, struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.s[i] == LINES_BOLD[0])
			sink_puts(l->out, "\033[1m");
		else if (text.s[i] == LINES_PLAIN[0])
			sink_puts(l->out, "\033[22m");
		else
			sink_putc(l->out, text.s[i]);
}

static void
put(struct lines *l, struct str text)
{
	if (l->bold)
		put_bold(l, text);
	else
		sink_put(l->out, text.s, text.n);
}

/* ---- beginning a line ---- */

/* A blank line inside a quote carries the quote's mark, but no blank. */
static void
blank_line(struct lines *l)
{
	int n = l->low;

	while (n > 0 && strspn(l->margins[n - 1].rest, " ") ==
	    strlen(l->margins[n - 1].rest))
		n--;
	for (int i = 0; i < n; i++) {
		const char *rest = l->margins[i].rest;
		size_t last = strlen(rest);

		while (i == n - 1 && rest[last - 1] == ' ')
			last--;
		sink_put(l->out, rest, last);
	}
	sink_putc(l->out, '\n');
}

/* An item's number is a part of what a flat line says. */
static bool
is_number(const char *margin)
{
	return margin[0] != '\0' && strchr(" -*>#:", margin[0]) == NULL;
}

/* Write the margins; the columns they take. */
static int
put_margins(struct lines *l)
{
	size_t columns = 0;
	int n = l->depth < LINES_MARGINS ? l->depth : LINES_MARGINS;

	for (int i = 0; i < n; i++) {
		struct margin *m = &l->margins[i];
		const char *s = m->used ? m->rest : m->first;

		m->used = true;
		if (l->flat && i >= l->flat_depth ? !is_number(s)
		    : l->flat && l->begun)
			continue;
		columns += strlen(s); /* margins are ASCII */
		sink_puts(l->out, s);
	}
	return (int)columns;
}

/* Between two lines in a flat one. */
static void
put_joint(struct lines *l)
{
	static const char *const joints[] = {" ", ", ", ": ", " / ", "; "};

	if (l->columns > 0)
		for (; l->columns > 0; l->columns--)
			sink_puts(l->out, l->between);
	else if (l->joint > JOINT_SPACE && l->last != '\0' &&
	    strchr(",;:", l->last) != NULL)
		sink_puts(l->out, " ");
	else
		sink_puts(l->out, joints[l->spaced && l->joint == JOINT_LINE
		    ? JOINT_SPACE : l->joint]);
	l->joint = JOINT_SPACE;
}

static void
begin_line(struct lines *l)
{
	if (l->flat && l->begun) {
		put_joint(l);
	} else if (!l->any) {
		if (l->follows)
			sink_putc(l->out, '\n');
	} else {
		sink_putc(l->out, '\n');
		for (size_t i = 1; i < l->turns && !l->dense; i++)
			blank_line(l);
	}
	if (l->flat && l->columns > 0)
		put_joint(l);
	l->wrap.column = put_margins(l);
	l->low = l->depth < LINES_MARGINS ? l->depth : LINES_MARGINS;
	l->turns = 0;
	l->joint = JOINT_SPACE;
	l->any = l->open = l->begun = true;
}

/* ---- filling lines ---- */

static void
wrapped_put(void *ctx, struct str text)
{
	put(ctx, text);
}

static int
wrapped_turn(void *ctx)
{
	struct lines *l = ctx;

	sink_putc(l->out, '\n');
	return put_margins(l);
}

static const struct wrap_writer wrapped = {wrapped_put, wrapped_turn};

static void
close_line(struct lines *l)
{
	if (l->open && l->wrap.width > 0)
		wrap_end(&l->wrap, &wrapped, l);
	l->open = false;
	l->soft = false;
	l->blanks.n = 0;
}

/* ---- what others call ---- */

void
lines_break(struct lines *l, size_t n)
{
	if (!l->open && l->blanks.n > 0 && n > 0)
		n = 2; /* a line on which only blanks stand is one */
	close_line(l);
	if (l->turns < n)
		l->turns = n;
}

void
lines_join(struct lines *l, enum joint joint)
{
	lines_break(l, 1);
	if (l->flat && l->joint < joint)
		l->joint = joint;
}

void
lines_flatten(struct lines *l, bool flat, const char *between)
{
	l->flat = flat;
	l->between = between;
	l->flat_depth = l->depth;
}

bool
lines_flat(const struct lines *l)
{
	return l->flat;
}

void
lines_column(struct lines *l)
{
	close_line(l);
	l->columns++;
}

void
lines_row(struct lines *l, const char *end)
{
	if (l->begun)
		sink_puts(l->out, end);
	l->columns = 0;
	lines_break(l, 1);
	l->begun = false;
}

void
lines_turn(struct lines *l)
{
	if (l->flat) {
		lines_join(l, JOINT_LINE);
		return;
	}
	if (l->open || l->turns == 0)
		lines_break(l, 1);
	else if (l->turns < 2)
		l->turns = 2;
	l->blanks.n = 0;
}

/* Line and blanks, so that text can follow. */
static void
ready(struct lines *l)
{
	if (!l->open) {
		l->soft = false;
		begin_line(l);
	}
	if (l->wrap.width > 0) {
		if (l->soft)
			wrap_space(&l->wrap, &wrapped, l);
		if (l->blanks.n > 0)
			wrap_glue(&l->wrap, buf_str(&l->blanks));
	} else {
		if (l->soft)
			sink_putc(l->out, ' ');
		if (l->blanks.n > 0)
			sink_put(l->out, l->blanks.s, l->blanks.n);
	}
	l->soft = false;
	l->blanks.n = 0;
}

void
lines_put(struct lines *l, struct str text)
{
	if (text.n == 0)
		return;
	ready(l);
	l->last = text.s[text.n - 1];
	if (l->wrap.width > 0)
		wrap_text(&l->wrap, text, &wrapped, l);
	else
		put(l, text);
}

/* A line that is over is not yet ended: its end comes with the next one. */
void
lines_attach(struct lines *l, struct str text)
{
	if (!l->any || text.n == 0)
		return;
	if (l->open && l->wrap.width > 0)
		wrap_text(&l->wrap, text, &wrapped, l);
	else
		put(l, text);
}

/* A piece of one line of pre, between blanks. */
static void
verbatim_put(struct lines *l, struct str text)
{
	int width = l->wrap.width;

	if (text.n == 0)
		return;
	if (l->open && width > 0)
		wrap_end(&l->wrap, &wrapped, l);
	l->wrap.width = 0;
	lines_put(l, text);
	l->wrap.width = width;
}

void
lines_verbatim(struct lines *l, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	while (s < end) {
		const char *from = s;

		while (s < end && *s != '\n' && *s != ' ' && *s != '\t')
			s++;
		verbatim_put(l, (struct str){from, (size_t)(s - from)});
		if (s == end)
			break;
		if (*s != '\n') {
			lines_blank(l, (struct str){s, 1});
		} else if (l->open || l->flat) {
			lines_join(l, JOINT_LINE);
		} else {
			l->turns++;
			l->blanks.n = 0;
		}
		s++;
	}
}

void
lines_space(struct lines *l)
{
	if (l->open)
		l->soft = l->soft || l->blanks.n == 0;
}

void
lines_blank(struct lines *l, struct str c)
{
	if (l->flat)
		lines_space(l);
	else if (l->blanks.n + c.n <= LINES_BLANKS)
		buf_put(&l->blanks, c.s, c.n);
}

void
lines_drop_blanks(struct lines *l)
{
	l->blanks.n = 0;
}

static void
set(char *to, size_t room, const char *s)
{
	size_t n = strlen(s);

	n = n < room ? n : room - 1;
	memcpy(to, s, n);
	to[n] = '\0';
}

void
lines_push(struct lines *l, const char *first, const char *rest)
{
	if (l->depth < LINES_MARGINS) {
		struct margin *m = &l->margins[l->depth];

		set(m->first, sizeof m->first, first);
		set(m->rest, sizeof m->rest, rest);
		m->used = false;
	}
	l->depth++;
}

void
lines_pop(struct lines *l)
{
	l->depth--;
	if (l->low > l->depth)
		l->low = l->depth;
}

size_t
lines_margin(const struct lines *l)
{
	size_t columns = 0;

	for (int i = 0; i < l->depth && i < LINES_MARGINS; i++)
		columns += strlen(l->margins[i].rest);
	return columns;
}

bool
lines_marked(const struct lines *l)
{
	for (int i = l->depth < LINES_MARGINS ? l->depth : LINES_MARGINS;
	    i-- > 0;)
		if (!l->margins[i].used)
			return true;
	return false;
}

bool
lines_open(const struct lines *l)
{
	return l->open;
}

bool
lines_blank_due(const struct lines *l)
{
	return l->soft || l->blanks.n > 0;
}

void
lines_end(struct lines *l)
{
	close_line(l);
	if (l->any)
		sink_putc(l->out, '\n');
}

void
lines_clear(struct lines *l)
{
	l->turns = 0;
	l->any = l->open = l->soft = l->begun = false;
	l->joint = JOINT_SPACE;
	l->columns = 0;
	l->blanks.n = 0;
}

void
lines_free(struct lines *l)
{
	buf_free(&l->blanks);
	wrap_free(&l->wrap);
}
