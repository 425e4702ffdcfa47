/* SPDX-License-Identifier: MIT */
/*
 * Lists: markers, numbers, nesting, and lists that count down, which are held
 * until their items are counted.
 */
#include "html/render/render.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	NESTED_MOST = 8 /* lists in lists that are held to be counted */
};

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
marker(const struct render *c, char to[24])
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

/* As many blanks; fewer than 8. */
static const char *
blanks(char to[8], int n)
{
	memset(to, ' ', (size_t)n);
	to[n] = '\0';
	return to;
}

/* A list that is in a list, not in an item of it, is a part of the last one. */
static bool
directly_in_list(const struct render *c)
{
	const struct frame *f = render_top(c) - 1;
	enum tag_id id = f >= (struct frame *)(void *)c->frames.s ? f->tag->id
	                                                          : TAG_OTHER;

	return id == TAG_UL || id == TAG_OL || id == TAG_MENU || id == TAG_DIR;
}

void
list_enter(struct render *c, const struct element *e)
{
	char margin[8];
	const char *type = element_get(e, "type");
	bool ordered = e->tag->id == TAG_OL;
	char bullet = ordered ? '.' : '-';

	render_break(c, c->list_depth > 0 ? 1 : 2);
	if (directly_in_list(c))
		render_indent(c, blanks(margin,
		    c->list.columns ? c->list.columns : 2));
	render_top(c)->outer = c->list;
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

void
list_leave(struct render *c)
{
	render_break(c, c->list_depth > 1 ? 1 : 2);
	c->last_bullet = c->list.bullet;
	c->list_depth--;
	c->list = render_top(c)->outer;
	c->list_ended = true;
}

/* Markdown counts on from a list's first number: another one, another list. */
static void
renumber(struct list *l)
{
	if (l->kind != 0 && l->columns > 0 && l->next != l->last + 1)
		l->bullet = l->bullet == '.' ? ')' : '.';
	l->last = l->next;
}

void
list_enter_item(struct render *c, const struct element *e)
{
	char first[24], rest[8] = "  ";
	int columns = 2;

	render_break(c, 1);
	c->item_ended = false;
	number_in(element_get(e, "value"), &c->list.next);
	renumber(&c->list);
	marker(c, first);
	if ((c->options->markdown || c->options->width > 0) &&
	    strlen(first) < sizeof rest)
		columns = (int)strlen(first);
	lines_push(c->lines, first, blanks(rest, columns));
	render_top(c)->margin = true;
	c->item_begins = true;
	c->list.next += c->list.step;
	c->list.columns = columns;
}

/* Text in a list that is in no item comes after one. */
void
list_leave_item(struct render *c)
{
	c->item_ended = true;
}

/* ---- lists that count down ---- */

/* Whether such a list begins, and not the one that is played. */
static bool
begins(struct render *c, const struct element *e)
{
	if (e->tag->id != TAG_OL || element_get(e, "reversed") == NULL ||
	    element_get(e, "start") != NULL)
		return false;
	if (c->list_plays) {
		c->list_plays = false;
		return false;
	}
	return c->lists_played < NESTED_MOST;
}

/* Such a list begins, or goes on: its items are counted before it is shown. */
bool
list_hold_enter(struct render *c, const struct element *e)
{
	if (c->list_held == 0 && !begins(c, e))
		return false;
	if (c->list_held == 0)
		c->items = 0;
	if (e->tag->id == TAG_LI && c->list_held == 1)
		c->items++;
	c->list_held++;
	tape_enter(&c->list_tape, e);
	return true;
}

static void
list_play(struct render *c)
{
	struct tape tape = c->list_tape;

	c->list_tape = (struct tape){0};
	c->list_held = 0;
	c->list_plays = true;
	c->lists_played++;
	tape_play(&tape, &paint_reader, c);
	c->lists_played--;
	tape_free(&tape);
}

bool
list_hold_leave(struct render *c, const struct tag *tag)
{
	if (c->list_held == 0)
		return false;
	tape_leave(&c->list_tape, tag);
	if (--c->list_held == 0 || c->list_tape.events.n > PAINT_HELD)
		list_play(c);
	return true;
}

bool
list_hold_text(struct render *c, struct str text)
{
	if (c->list_held == 0)
		return false;
	tape_text(&c->list_tape, text);
	if (c->list_tape.events.n > PAINT_HELD)
		list_play(c);
	return true;
}

bool
list_hold_ended(struct render *c, const struct tag *tag)
{
	if (c->list_held == 0)
		return false;
	tape_ended(&c->list_tape, tag);
	if (c->list_tape.events.n > PAINT_HELD)
		list_play(c);
	return true;
}
