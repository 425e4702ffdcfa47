/* SPDX-License-Identifier: MIT */
/*
 * Formulas in the flow: one is held until its end, and given as a TAG_MATH
 * with its line as text and its TeX as alttext (html/read/math).  What holds
 * several copies of one is held, too: with MathML among them, only that is
 * shown.
 */
#include "html/read/flowstate.h"

#include <string.h>

#include "html/read/math.h"

enum { HELD = 256 * 1024 }; /* bytes of a formula that are held */

/* Whether `word` is among those of a class attribute. */
bool
formula_has_class(const struct element *e, const char *word)
{
	const char *class = element_get(e, "class"), *at = class;
	size_t n = strlen(word);

	while (at != NULL && (at = strstr(at, word)) != NULL) {
		if ((at == class || strchr(" \t\n", at[-1]) != NULL) &&
		    strchr(" \t\n", at[n]) != NULL)
			return true;
		at += n;
	}
	return false;
}

/* A copy of a formula that is shown already, in what holds them. */
bool
formula_is_copy(const struct block *b, const struct element *e)
{
	const char *v;

	if (!b->copies_math)
		return false;
	return e->tag->id == TAG_IMG || ((v = element_get(e, "aria-hidden"))
	        != NULL && strcmp(v, "true") == 0);
}

/* Source of a formula that only a script would show. */
bool
formula_is_script(const struct element *e)
{
	const char *type = element_get(e, "type");

	return e->tag->id == TAG_RAWTEXT && type != NULL &&
	    strncmp(type, "math/tex", 8) == 0;
}

/*
 * What holds several copies of one formula: KaTeX, MathJax 2 to 4 and
 * MediaWiki put MathML beside what their style sheets or an image show.
 */
static bool
holds_copies(const struct block *b, const struct element *e)
{
	static const char *const classes[] = {"katex", "mwe-math-element",
	    "MathJax", "MathJax_Display", "MathJax_SVG", "MathJax_CHTML"};

	if (e->tag->id == TAG_MATHJAX)
		return true;
	if (!b->mathy || e->tag->flags & IS_VOID)
		return false;
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (formula_has_class(e, classes[i]))
			return true;
	return false;
}

/* An image of a formula, whose text is its TeX. */
bool
formula_is_image(const struct element *e)
{
	static const char *const classes[] = {"tex", "latex",
	    "mwe-math-fallback-image-inline",
	    "mwe-math-fallback-image-display"};
	const char *alt = element_get(e, "alt");

	if (e->tag->id != TAG_IMG || alt == NULL || alt[0] == '\0')
		return false;
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (formula_has_class(e, classes[i]))
			return true;
	return false;
}

/* A formula, to the reader: its line as text, its TeX as alttext. */
static void
give_formula(struct block *b, struct str line, struct buf *tex, bool display)
{
	const char *attributes[] = {"alttext", NULL,
	    display ? "display" : NULL, "block", NULL};

	if (line.n == 0)
		line = buf_str(tex);
	if (line.n == 0)
		return;
	if (display) {
		flow_end_line(b);
		flow_enter(b, TAG_DIV);
	}
	buf_putc(tex, '\0');
	attributes[1] = tex->s;
	b->reader->enter(b->ctx, &(struct element){tag_of(TAG_MATH),
	    --tex->n > 0 ? attributes : NULL});
	flow_text(b, line);
	b->reader->leave(b->ctx, tag_of(TAG_MATH));
	if (display) {
		flow_end_line(b);
		b->reader->leave(b->ctx, tag_of(TAG_DIV));
	}
}

/* TeX alone: of a script or an image. */
void
formula_put_tex(struct block *b, struct str source, bool display)
{
	struct buf tex = {0};

	math_clean_tex(&tex, source);
	give_formula(b, buf_str(&tex), &tex, display);
	buf_free(&tex);
}

static void
play(struct block *b, struct held *h)
{
	struct buf events = h->events;
	const char *at = events.s, *end = at + events.n;
	struct event event;
	struct element e;

	*h = (struct held){0};
	while (at < end) {
		at = event_take(at, &event);
		switch (event.kind) {
		case EVENT_START:
			e = event_element(&event);
			flow_start(b, &e);
			break;
		case EVENT_END:
			flow_end(b, event.tag);
			break;
		case EVENT_ENDED:
			flow_ended(b, event.tag);
			break;
		case EVENT_TEXT:
			flow_text(b, event.text);
		}
	}
	buf_free(&events);
}

/* What is too long to be held is no formula. */
static void
let_go_if_long(struct block *b, struct held *h)
{
	if (h->events.n <= HELD)
		return;
	b->let_go = true;
	play(b, h);
	b->let_go = false;
}

/* All copies are there: with MathML, only that is shown. */
static void
end_copies(struct block *b)
{
	b->copies_played = true;
	b->copies_math = b->copies.math;
	play(b, &b->copies);
	b->copies_played = b->copies_math = false;
	b->mathjax = true;
}

static void
end_math(struct block *b)
{
	struct buf events = b->math.events, line = {0}, tex = {0};
	struct event first;
	struct element e;
	const char *display;

	b->math = (struct held){0};
	event_take(events.s, &first);
	e = event_element(&first);
	math_read(buf_str(&events), &line, &tex);
	if (e.tag->id == TAG_RAWTEXT) {
		if (!b->mathjax)
			formula_put_tex(b, buf_str(&line), strstr(
			    element_get(&e, "type"), "display") != NULL);
	} else {
		display = element_get(&e, "display");
		give_formula(b, buf_str(&line), &tex, display != NULL &&
		    strcmp(display, "block") == 0);
	}
	buf_free(&line);
	buf_free(&tex);
	buf_free(&events);
}

/* One element more. */
static bool
hold(struct block *b, struct held *h, const struct element *e)
{
	const char *v = element_get(e, "aria-hidden");

	if (h->silent > 0 || (v != NULL && strcmp(v, "true") == 0))
		h->silent++;
	h->math = h->math || (e->tag->id == TAG_MATH && h->silent == 0);
	h->depth++;
	event_put_element(&h->events, e);
	let_go_if_long(b, h);
	return true;
}

/* Whether a formula, or what holds copies of one, begins or goes on. */
bool
formula_start(struct block *b, const struct element *e)
{
	if (b->math.depth > 0)
		return hold(b, &b->math, e);
	if (b->copies.depth > 0)
		return hold(b, &b->copies, e);
	if (b->options->all || b->hidden > 0 || b->svg > 0 || b->let_go)
		return false;
	if ((e->tag->id == TAG_MATH || formula_is_script(e)) && !flow_hides(e))
		return hold(b, &b->math, e);
	return !b->copies_played && holds_copies(b, e) && hold(b, &b->copies, e);
}

static bool
held_end(struct held *h, const struct tag *tag)
{
	event_put_end(&h->events, tag);
	h->silent -= h->silent > 0;
	return --h->depth == 0;
}

bool
formula_end(struct block *b, const struct tag *tag)
{
	if (b->math.depth > 0) {
		if (held_end(&b->math, tag))
			end_math(b);
		return true;
	}
	if (b->copies.depth > 0) {
		if (held_end(&b->copies, tag))
			end_copies(b);
		return true;
	}
	return false;
}

bool
formula_text(struct block *b, struct str text)
{
	struct held *h = b->math.depth > 0 ? &b->math : &b->copies;
	size_t opened;

	if (h->depth == 0)
		return false;
	opened = event_open_text(&h->events);
	buf_put(&h->events, text.s, text.n);
	event_close_text(&h->events, opened);
	let_go_if_long(b, h);
	return true;
}
