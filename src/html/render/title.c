/* SPDX-License-Identifier: MIT */
/*
 * The page's title, before its text.  Where the text begins with an h1 that
 * says the same, that is enough: the title waits for the first text, and an
 * h1 that comes first is held until it is known.
 */
#include "html/render/render.h"

#include "html/token/lookahead.h"

enum { HEADLINE_LEAST = 2 }; /* bytes of a part of the title */

/* Put a text, its white space collapsed. */
static void
put_collapsed(struct buf *to, struct str t)
{
	size_t start = to->n;
	bool space = false;

	for (size_t i = 0; i < t.n; i++) {
		if (ascii_is_space(t.s[i])) {
			space = to->n > start;
			continue;
		}
		if (space)
			buf_putc(to, ' ');
		space = false;
		buf_putc(to, t.s[i]);
	}
}

void
title_take(struct render *c, struct str title)
{
	struct title *t = &c->title;

	if (t->taken || c->page.any || !c->options->title || c->options->all)
		return;
	t->taken = true;
	put_collapsed(&t->text, title);
}

/* It is written, on a line of its own. */
void
title_put(struct render *c)
{
	struct title *t = &c->title;
	struct buf text = t->text;

	if (text.n == 0)
		return;
	t->text = (struct buf){0};
	if (c->options->markdown) {
		lines_push(c->lines, "# ", "");
		c->heading = true;
	}
	render_put(c, buf_str(&text));
	render_break(c, 2);
	if (c->options->markdown) {
		c->heading = false;
		lines_pop(c->lines);
	}
	buf_free(&text);
}

/* Whether a title's part ends or begins there: " - ", " | ", ": ". */
static bool
is_separator(struct str t)
{
	static const char *const signs[] = {"-", "|", "\xE2\x80\x93",
	    "\xE2\x80\x94", "\xC2\xB7", "\xC2\xBB", "\xC2\xAB", "::", "/",
	    "\xE2\x80\xA2"};

	while (t.n > 0 && t.s[0] == ' ') {
		t.s++;
		t.n--;
	}
	while (t.n > 0 && t.s[t.n - 1] == ' ')
		t.n--;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq(t, str_of(signs[i])))
			return true;
	return false;
}

/* Whether a headline says the title, or its first part: "Tea - The Site". */
static bool
says(struct str title, struct str headline)
{
	size_t n = headline.n, sign;

	if (str_eq(title, headline))
		return true;
	if (n < HEADLINE_LEAST || title.n < n + 3 ||
	    memcmp(title.s, headline.s, n) != 0 || title.s[n] != ' ')
		return false;
	for (sign = n + 1; sign < title.n && title.s[sign] != ' '; sign++)
		continue;
	return is_separator((struct str){title.s + n, sign - n});
}

/* The h1 is known. */
static void
end_heading(struct render *c)
{
	struct title *t = &c->title;
	struct buf headline = {0};
	struct tape tape = t->tape;

	put_collapsed(&headline, buf_str(&t->headline));
	t->tape = (struct tape){0};
	t->depth = 0;
	if (says(buf_str(&t->text), buf_str(&headline)))
		t->text.n = 0;
	title_put(c);
	tape_play(&tape, &paint_reader, c);
	tape_free(&tape);
	buf_free(&headline);
}

static bool
end_if_long(struct render *c)
{
	if (c->title.tape.events.n > PAINT_HELD)
		end_heading(c);
	return true;
}

bool
title_begin(struct render *c, const struct element *e)
{
	struct title *t = &c->title;

	if (t->text.n == 0 || e->tag->id != TAG_H1)
		return false;
	t->depth = 1;
	tape_enter(&t->tape, e);
	return true;
}

bool
title_hold_enter(struct render *c, const struct element *e)
{
	if (c->title.depth == 0)
		return false;
	c->title.depth++;
	tape_enter(&c->title.tape, e);
	return end_if_long(c);
}

bool
title_hold_leave(struct render *c, const struct tag *tag)
{
	if (c->title.depth == 0)
		return false;
	tape_leave(&c->title.tape, tag);
	if (--c->title.depth == 0)
		end_heading(c);
	return true;
}

bool
title_hold_text(struct render *c, struct str text)
{
	if (c->title.depth == 0)
		return false;
	buf_put(&c->title.headline, text.s, text.n);
	tape_text(&c->title.tape, text);
	return end_if_long(c);
}

bool
title_hold_ended(struct render *c, const struct tag *tag)
{
	if (c->title.depth == 0)
		return false;
	tape_ended(&c->title.tape, tag);
	return end_if_long(c);
}
