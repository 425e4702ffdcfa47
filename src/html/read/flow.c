/* SPDX-License-Identifier: MIT */
#include "html/read/flow.h"

#include <string.h>
#include <strings.h>

#include "html/read/math.h"
#include "html/read/style.h"

/* An open element that is shown, and what it changed for what is in it. */
struct level {
	const struct tag *tag; /* as which the reader has it */
	bool boxed;     /* a div was put around it */
	bool flex;      /* its children are blocks */
	int white;      /* white-space around it */
	int hidden;     /* elements around it that visibility hides */
};

/* A list of choices, of which the first one shows if none is selected. */
struct choice {
	bool open, chosen, taken; /* taken: `first` is whole */
	struct buf first;
};

enum { HELD = 256 * 1024 }; /* bytes of a formula that are held */

/* Events of an element that is looked at as a whole. */
struct held {
	struct buf events;
	int depth;   /* open elements in it, itself too; 0: none is held */
	int silent;  /* of these, from one that is aria-hidden */
	bool math;   /* MathML that is not silent was seen */
};

struct block {
	const struct flow_options *options;
	const struct flow_reader *reader;
	void *ctx;

	struct buf levels; /* of struct level */
	int hidden;      /* open elements from the outermost hidden one */
	int gone;        /* of these, from one that is not displayed */
	bool unseen;     /* the outermost is hidden by visibility alone */
	int pre;         /* open elements that keep white space */
	int white;       /* white-space as a style says it; 0: normal */
	int svg, shown;  /* open elements from svg; from a text in it */
	bool line_empty; /* nothing on the current line yet */
	bool line_kept;  /* a character without a width keeps it open */
	bool space_due;
	unsigned kept;   /* blanks that a style keeps, if a word follows */
	bool had_text, noscript_shown, noscript_seen;
	struct choice choice;
	struct held copies;  /* the copies that a page carries of a formula */
	struct held math;    /* one of them */
	bool copies_played, copies_math;
	bool let_go;
	bool may_hide;       /* attributes of the element that begins may */
	bool mathy;          /* the element's class may be one of a formula */
	struct style style;  /* of the element that begins */
	bool mathjax;        /* a formula of MathJax was the last text */

	struct buf about, run;
	const struct tag *telling; /* title or script, being collected */
};

static bool
has(const struct element *e, const char *name)
{
	return element_get(e, name) != NULL;
}

/* Attributes other than style (HTML 15.3.1); it overrides them. */
static bool
attributes_hide(const struct element *e)
{
	const char *v;

	if (has(e, "hidden"))
		return (v = element_get(e, "id")) == NULL ||
		    strncmp(v, "S:", 2) != 0; /* React moves it into place */
	if (has(e, "popover"))
		return e->tag->id != TAG_DIALOG || !has(e, "open");
	return e->tag->id == TAG_INPUT &&
	    (v = element_get(e, "type")) != NULL && strcasecmp(v, "hidden") == 0;
}

static struct style
style_of(const struct element *e)
{
	return e->attributes == NULL ? (struct style){0}
	    : style_read(element_get(e, "style"));
}

static bool
hides(const struct element *e, const struct style *style, bool attributes)
{
	return style->display == DISPLAY_NONE ||
	    style->visibility == SEEN_HIDDEN ||
	    (attributes && style->display == DISPLAY_UNSAID &&
	        attributes_hide(e));
}

bool
flow_hides(const struct element *e)
{
	struct style style = style_of(e);

	return e->attributes != NULL && hides(e, &style, true);
}

/* What a script shows when it is asked to; a phrase or line it hides is not. */
static bool
is_panel(enum tag_id tag)
{
	return tag == TAG_DIV || tag == TAG_SECTION || tag == TAG_ARTICLE ||
	    tag == TAG_MAIN || tag == TAG_DD;
}

/* noscript speaks where the page itself has nothing to say. */
static bool
noscript_hidden(struct block *b)
{
	if (!b->noscript_seen) {
		b->noscript_seen = true;
		b->noscript_shown = !b->had_text;
	}
	return !b->noscript_shown;
}

/* A template that is a shadow root shows in its place (4.12.3). */
static bool
is_shadow(const struct element *e)
{
	return e->tag->id == TAG_TEMPLATE && has(e, "shadowrootmode");
}

/* An object of a type that browsers show; of others they show the content. */
static bool
is_embedded(const struct element *e)
{
	static const char *const types[] = {"image/", "text/", "video/",
	    "audio/", "application/pdf", "application/xhtml"};
	const char *type = element_get(e, "type");

	for (size_t i = 0; type != NULL && i < sizeof types / sizeof *types; i++)
		if (strncasecmp(type, types[i], strlen(types[i])) == 0)
			return true;
	return false;
}

static bool
option_hidden(struct block *b, const struct element *e)
{
	if (has(e, "selected")) {
		b->choice.chosen = true;
		return false;
	}
	return true;
}

/* In a drawing only text shows; its title where nothing else has a name. */
static bool
svg_hidden(const struct block *b, const struct element *e)
{
	return (e->tag->id == TAG_TITLE || e->tag->id == TAG_DESC) &&
	    b->shown == 0 && !b->options->alt;
}

/* Whether `word` is among those of a class attribute. */
static bool
has_class(const struct element *e, const char *word)
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
static bool
is_copy(const struct block *b, const struct element *e)
{
	const char *v;

	if (!b->copies_math)
		return false;
	return e->tag->id == TAG_IMG || ((v = element_get(e, "aria-hidden"))
	        != NULL && strcmp(v, "true") == 0);
}

/* The attributes of an element that begins, read once. */
static void
look(struct block *b, const struct element *e)
{
	const char *const *a = e->attributes;

	b->style = (struct style){0};
	b->mathy = false;
	b->may_hide = e->tag->id == TAG_INPUT;
	for (; a != NULL && a[0] != NULL; a += 2)
		if (a[1] == NULL)
			continue;
		else if (a[0][0] == 'c' && strcmp(a[0], "class") == 0)
			b->mathy = strstr(a[1], "at") != NULL;
		else if (a[0][0] == 's' && strcmp(a[0], "style") == 0)
			b->style = style_read(a[1]);
		else if (a[0][0] == 'h' || a[0][0] == 'p')
			b->may_hide = true; /* hidden, popover */
}

static bool
is_hidden(struct block *b, const struct element *e)
{
	if (b->options->all)
		return b->options->json && e->tag->id == TAG_RAWTEXT;
	if (is_copy(b, e) || (b->mathy && has_class(e, "MathJax_Preview")))
		return true;
	if (!b->copies_math && hides(e, &b->style, b->may_hide) && !(b->options->panels && is_panel(e->tag->id)))
		return true;
	if (b->svg > 0)
		return svg_hidden(b, e);
	switch (e->tag->id) {
	case TAG_ANNOTATION: case TAG_ANNOTATION_XML: /* MathML Core, A */
		return true;
	case TAG_DIALOG:
		return !has(e, "open") && !b->options->panels;
	case TAG_NOSCRIPT:
		return noscript_hidden(b);
	case TAG_OPTION:
		return option_hidden(b, e);
	case TAG_OBJECT:
		return is_embedded(e);
	case TAG_TEMPLATE:
		return !is_shadow(e);
	default:
		return e->tag->box == BOX_NONE;
	}
}

static void
end_line(struct block *b)
{
	if (b->line_kept && b->line_empty)
		b->reader->text(b->ctx, STR("\xC2\xA0"));
	b->line_empty = true;
	b->line_kept = b->space_due = false;
	b->kept = 0;
}

static bool
breaks_line(const struct tag *tag)
{
	return tag->box != BOX_INLINE || tag->id == TAG_BR;
}

/* The title in a drawing is words in a line, a shadow root is a block. */
static const struct tag *
shown_as(const struct block *b, const struct element *e)
{
	if (b->svg > 0 && e->tag->box == BOX_NONE)
		return tag_of(TAG_DESC);
	return is_shadow(e) && !b->options->all ? tag_of(TAG_DIV) : e->tag;
}

/* Source of a formula that only a script would show. */
static bool
is_tex_script(const struct element *e)
{
	const char *type = element_get(e, "type");

	return e->tag->id == TAG_RAWTEXT && type != NULL &&
	    strncmp(type, "math/tex", 8) == 0;
}

static void
about_start(struct block *b, const struct element *e)
{
	bool tells = e->tag->flags & IS_ABOUT ||
	    (e->tag->id == TAG_RAWTEXT && b->options->json &&
	        !is_tex_script(e));

	if (!tells || b->reader->about == NULL || b->svg > 0)
		return;
	if (e->tag->flags & IS_VOID) {
		b->reader->about(b->ctx, e, (struct str){0});
	} else if (b->telling == NULL) {
		b->telling = e->tag;
		b->about.n = 0;
	}
}

static void
about_end(struct block *b, const struct tag *tag)
{
	struct element e = {tag, NULL};

	if (b->telling != tag)
		return;
	b->telling = NULL;
	b->reader->about(b->ctx, &e, buf_str(&b->about));
}

static void
on_ended(void *data, const struct tag *tag)
{
	struct block *b = data;

	if (b->math.depth > 0 || b->copies.depth > 0)
		event_put_ended(b->math.depth > 0 ? &b->math.events
		    : &b->copies.events, tag);
	else if (b->hidden == 0 && b->reader->ended != NULL)
		b->reader->ended(b->ctx, tag);
}

static void on_start(void *data, const struct element *);
static void on_end(void *data, const struct tag *);
static void on_text(void *data, struct str);

/* ---- elements ---- */

static struct level *
top(const struct block *b)
{
	return (struct level *)(void *)(b->levels.s + b->levels.n) - 1;
}

/* The reader has an element that the page does not. */
static void
enter(struct block *b, enum tag_id id)
{
	b->reader->enter(b->ctx, &(struct element){tag_of(id), NULL});
}

/* An inline element that a style makes a block. */
static bool
is_boxed(const struct block *b, const struct tag *tag, int display)
{
	if (tag->box != BOX_INLINE || tag->flags & IS_VOID || b->svg > 0 ||
	    b->options->all)
		return false;
	return display == DISPLAY_BLOCK || display == DISPLAY_FLEX ||
	    (display == DISPLAY_UNSAID && b->levels.n > 0 && top(b)->flex &&
	        b->pre == 0);
}

/* Whether what was hidden by visibility alone is seen again from here on. */
static bool
seen_again(const struct block *b)
{
	return b->unseen && b->gone == 0 &&
	    b->style.visibility == SEEN_VISIBLE;
}

/* Hide an element; what may bring it back is noted. */
static void
hide(struct block *b)
{
	if (b->hidden++ == 0)
		b->unseen = b->style.visibility == SEEN_HIDDEN;
	if (b->gone > 0 || b->style.display == DISPLAY_NONE)
		b->gone++;
}

static void
open_level(struct block *b, const struct element *e)
{
	struct style style = b->style;
	struct level level = {.tag = shown_as(b, e), .white = b->white,
	    .flex = style.display == DISPLAY_FLEX,
	    .boxed = is_boxed(b, e->tag, (int)style.display)};

	if (style.white_space != WHITE_UNSAID)
		b->white = style.white_space == WHITE_NORMAL
		    ? WHITE_UNSAID : (int)style.white_space;
	if (b->hidden > 0) {
		level.hidden = b->hidden;
		b->hidden = 0;
	}
	buf_put(&b->levels, (const char *)&level, sizeof level);
}

/* Text of a drawing stands where it is put: each is words by themselves. */
static void
part_words(struct block *b, enum tag_id id)
{
	if (b->svg > 0 && (id == TAG_TEXT || id == TAG_TSPAN ||
	    id == TAG_TITLE || id == TAG_DESC))
		b->space_due = true;
}

static void
count_in(struct block *b, const struct element *e)
{
	enum tag_id id = e->tag->id;

	if (id == TAG_SVG || b->svg > 0)
		b->svg++;
	if (b->svg > 0 && (b->shown > 0 || id == TAG_TITLE ||
	    id == TAG_DESC || id == TAG_TEXT || id == TAG_FOREIGN))
		b->shown++;
	if (id == TAG_SELECT) {
		b->choice.open = !has(e, "multiple");
		b->choice.chosen = b->choice.taken = false;
		b->choice.first.n = 0;
	}
}

/* ---- formulas ---- */

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
		if (has_class(e, classes[i]))
			return true;
	return false;
}

/* An image of a formula, whose text is its TeX. */
static bool
is_tex_image(const struct element *e)
{
	static const char *const classes[] = {"tex", "latex",
	    "mwe-math-fallback-image-inline",
	    "mwe-math-fallback-image-display"};
	const char *alt = element_get(e, "alt");

	if (e->tag->id != TAG_IMG || alt == NULL || alt[0] == '\0')
		return false;
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (has_class(e, classes[i]))
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
		end_line(b);
		enter(b, TAG_DIV);
	}
	buf_putc(tex, '\0');
	attributes[1] = tex->s;
	b->reader->enter(b->ctx, &(struct element){tag_of(TAG_MATH),
	    --tex->n > 0 ? attributes : NULL});
	on_text(b, line);
	b->reader->leave(b->ctx, tag_of(TAG_MATH));
	if (display) {
		end_line(b);
		b->reader->leave(b->ctx, tag_of(TAG_DIV));
	}
}

/* TeX alone: of a script or an image. */
static void
give_tex(struct block *b, struct str source, bool display)
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
			on_start(b, &e);
			break;
		case EVENT_END:
			on_end(b, event.tag);
			break;
		case EVENT_ENDED:
			on_ended(b, event.tag);
			break;
		case EVENT_TEXT:
			on_text(b, event.text);
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
			give_tex(b, buf_str(&line), strstr(
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
static bool
formula_start(struct block *b, const struct element *e)
{
	if (b->math.depth > 0)
		return hold(b, &b->math, e);
	if (b->copies.depth > 0)
		return hold(b, &b->copies, e);
	if (b->options->all || b->hidden > 0 || b->svg > 0 || b->let_go)
		return false;
	if ((e->tag->id == TAG_MATH || is_tex_script(e)) && !flow_hides(e))
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

static bool
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

static bool
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

/* ---- elements begin and end ---- */

/* The space before an image stands before it, not before the next word. */
static void
begin_picture(struct block *b)
{
	if (b->space_due && !b->line_empty && b->pre == 0)
		b->reader->text(b->ctx, STR(" "));
	b->space_due = b->line_empty = false;
}

static void
on_start(void *data, const struct element *e)
{
	struct block *b = data;
	const char *alt;

	look(b, e);
	if (formula_start(b, e))
		return;
	about_start(b, e);
	if ((b->hidden > 0 && !seen_again(b)) || is_hidden(b, e)) {
		hide(b);
		return;
	}
	if (is_tex_image(e) && !b->options->all) {
		give_tex(b, str_of(element_get(e, "alt")), false);
		hide(b);
		return;
	}
	count_in(b, e);
	open_level(b, e);
	part_words(b, e->tag->id);
	if (e->tag->flags & IS_PRE || e->tag->id == TAG_TEXTAREA)
		b->pre++;
	if (top(b)->boxed || breaks_line(top(b)->tag))
		end_line(b);
	if (top(b)->boxed)
		enter(b, TAG_DIV);
	if (e->tag->id == TAG_IMG && b->options->pictures)
		begin_picture(b);
	b->reader->enter(b->ctx, &(struct element){top(b)->tag, e->attributes});
	if (e->tag->id == TAG_IMG && b->options->alt &&
	    (alt = element_get(e, "alt")) != NULL)
		on_text(b, str_of(alt));
}

/* The first choice, as no other was shown. */
static void
end_choice(struct block *b)
{
	struct choice *c = &b->choice;

	if (c->open && c->first.n > 0 && !c->chosen && b->options->alt) {
		end_line(b);
		enter(b, TAG_OPTION);
		on_text(b, buf_str(&c->first));
		b->reader->leave(b->ctx, tag_of(TAG_OPTION));
		end_line(b);
	}
	c->open = false;
}

static void
end_hidden(struct block *b, const struct tag *tag)
{
	b->hidden--;
	b->gone -= b->gone > 0;
	if (tag->id == TAG_OPTION)
		b->choice.taken = true;
}

static void
on_end(void *data, const struct tag *tag)
{
	struct block *b = data;
	struct level level;

	if (formula_end(b, tag))
		return;
	about_end(b, tag);
	if (b->hidden > 0) {
		end_hidden(b, tag);
		return;
	}
	level = *top(b);
	if (tag->id == TAG_SELECT)
		end_choice(b);
	part_words(b, tag->id);
	if (level.boxed || breaks_line(level.tag))
		end_line(b);
	b->reader->leave(b->ctx, level.tag);
	if (level.boxed)
		b->reader->leave(b->ctx, tag_of(TAG_DIV));
	b->levels.n -= sizeof level;
	b->white = level.white;
	b->hidden = level.hidden;
	b->unseen = level.hidden > 0;
	if (tag->flags & IS_PRE || tag->id == TAG_TEXTAREA)
		b->pre--;
	if (b->shown > 0)
		b->shown--;
	if (b->svg > 0)
		b->svg--;
}

/* ---- text ---- */

size_t
flow_invisible(const char *s, const char *end)
{
	if (*s == '\xC2')
		return end - s >= 2 && s[1] == '\xAD' ? 2 : 0;
	if ((*s != '\xE2' && *s != '\xEF') || end - s < 3)
		return 0;
	return memcmp(s, "\xE2\x80\x8B", 3) == 0 ||
	    memcmp(s, "\xE2\x81\xA0", 3) == 0 ||
	    memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* The end of a stretch that shows as it is, words with a blank between. */
static const char *
as_it_is(const char *s, const char *end)
{
	static const bool stops[256] = {[' '] = true, ['\n'] = true,
	    ['\t'] = true, ['\r'] = true, ['\f'] = true, [0xC2] = true,
	    [0xE2] = true, [0xEF] = true}; /* these lead what is invisible */

	for (;;) {
		while (s < end && !stops[(unsigned char)*s])
			s++;
		if (end - s < 2 || *s != ' ' || stops[(unsigned char)s[1]])
			return s;
		s += 2;
	}
}

/* Copy to `run` what shows of a text, white space collapsed. */
static void
collapse(struct block *b, const char *s, const char *end)
{
	while (s < end) {
		const char *from = s;
		size_t n;

		if (is_space(*s)) {
			b->space_due = true;
			s++;
			continue;
		}
		if ((n = flow_invisible(s, end)) > 0) {
			b->line_kept = b->line_kept || n == 3;
			s += n;
			continue;
		}
		if (b->space_due && !b->line_empty)
			buf_putc(&b->run, ' ');
		b->space_due = b->line_empty = false;
		s = as_it_is(s + 1, end);
		buf_put(&b->run, from, (size_t)(s - from));
	}
}

static void
verbatim(struct block *b, const char *s, const char *end)
{
	if (b->space_due && !b->line_empty)
		buf_putc(&b->run, ' ');
	b->space_due = b->line_empty = false;
	buf_put(&b->run, s, (size_t)(end - s));
}

/* Blanks that stay: one behind a word is a space, others are no-break ones. */
static void
put_kept(struct block *b)
{
	if (b->kept == 1 && !b->line_empty)
		b->space_due = true;
	else
		for (; b->kept > 0; b->kept--)
			buf_puts(&b->run, "\xC2\xA0");
	b->kept = 0;
}

static void
give(struct block *b)
{
	if (b->run.n == 0)
		return;
	b->had_text = true;
	b->mathjax = false;
	b->reader->text(b->ctx, buf_str(&b->run));
	b->run.n = 0;
}

/* Text whose lines a style keeps; a line's end is a br. */
static void
keep_lines(struct block *b, const char *s, const char *end)
{
	while (s < end) {
		const char *from = s;

		if (*s == '\n') {
			give(b);
			end_line(b);
			enter(b, TAG_BR);
			b->reader->leave(b->ctx, tag_of(TAG_BR));
			s++;
			continue;
		}
		if (b->white == WHITE_PRE && (*s == ' ' || *s == '\t')) {
			b->kept += *s++ == ' ' ? 1 : 4;
			continue;
		}
		put_kept(b);
		while (s < end && *s != '\n' && (b->white != WHITE_PRE ||
		    (*s != ' ' && *s != '\t')))
			s++;
		collapse(b, from, s);
	}
}

static void
on_text(void *data, struct str text)
{
	struct block *b = data;

	if (formula_text(b, text))
		return;
	if (b->telling != NULL && b->about.n + text.n <= FLOW_ABOUT)
		buf_put(&b->about, text.s, text.n);
	if (b->hidden > 0 && b->choice.open && !b->choice.taken &&
	    b->choice.first.n + text.n <= FLOW_ABOUT)
		buf_put(&b->choice.first, text.s, text.n);
	if (b->hidden > 0 ||
	    (b->svg > 0 && b->shown == 0 && !b->options->all))
		return;
	b->run.n = 0;
	if (b->pre > 0)
		verbatim(b, text.s, text.s + text.n);
	else if (b->white != 0)
		keep_lines(b, text.s, text.s + text.n);
	else {
		b->space_due = b->space_due || b->kept > 0;
		b->kept = 0;
		collapse(b, text.s, text.s + text.n);
	}
	give(b);
}

void
flow_read(struct source *page, const struct flow_options *options,
    const struct flow_reader *reader, void *ctx)
{
	static const struct parser_reader events = {on_start, on_end, on_ended,
	    on_text};
	struct block b = {.options = options, .reader = reader, .ctx = ctx,
	    .line_empty = true};
	struct parser_options wishes = {.scripts = options->all,
	    .json = options->json};

	parser_read(page, &wishes, &events, &b);
	buf_free(&b.about);
	buf_free(&b.run);
	buf_free(&b.levels);
	buf_free(&b.copies.events);
	buf_free(&b.math.events);
	buf_free(&b.choice.first);
}
