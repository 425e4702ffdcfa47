/* SPDX-License-Identifier: MIT */
#include "html/read/flowstate.h"

#include <string.h>
#include <strings.h>

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
	if (formula_is_copy(b, e) || (b->mathy && formula_has_class(e, "MathJax_Preview")))
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

void
flow_end_line(struct block *b)
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

static void
about_start(struct block *b, const struct element *e)
{
	bool tells = e->tag->flags & IS_ABOUT ||
	    (e->tag->id == TAG_RAWTEXT && b->options->json &&
	        !formula_is_script(e));

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

void
flow_ended(void *data, const struct tag *tag)
{
	struct block *b = data;

	if (b->math.depth > 0 || b->copies.depth > 0)
		event_put_ended(b->math.depth > 0 ? &b->math.events
		    : &b->copies.events, tag);
	else if (b->hidden == 0 && b->reader->ended != NULL)
		b->reader->ended(b->ctx, tag);
}

/* ---- elements ---- */

static struct level *
top(const struct block *b)
{
	return (struct level *)(void *)(b->levels.s + b->levels.n) - 1;
}

/* The reader has an element that the page does not. */
void
flow_enter(struct block *b, enum tag_id id)
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

/* ---- elements begin and end ---- */

/* The space before an image stands before it, not before the next word. */
static void
begin_picture(struct block *b)
{
	if (b->space_due && !b->line_empty && b->pre == 0)
		b->reader->text(b->ctx, STR(" "));
	b->space_due = b->line_empty = false;
}

void
flow_start(void *data, const struct element *e)
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
	if (formula_is_image(e) && !b->options->all) {
		formula_put_tex(b, str_of(element_get(e, "alt")), false);
		hide(b);
		return;
	}
	count_in(b, e);
	open_level(b, e);
	part_words(b, e->tag->id);
	if (e->tag->flags & IS_PRE || e->tag->id == TAG_TEXTAREA)
		b->pre++;
	if (top(b)->boxed || breaks_line(top(b)->tag))
		flow_end_line(b);
	if (top(b)->boxed)
		flow_enter(b, TAG_DIV);
	if (e->tag->id == TAG_IMG && b->options->pictures)
		begin_picture(b);
	b->reader->enter(b->ctx, &(struct element){top(b)->tag, e->attributes});
	if (e->tag->id == TAG_IMG && b->options->alt &&
	    (alt = element_get(e, "alt")) != NULL)
		flow_text(b, str_of(alt));
}

/* The first choice, as no other was shown. */
static void
end_choice(struct block *b)
{
	struct choice *c = &b->choice;

	if (c->open && c->first.n > 0 && !c->chosen && b->options->alt) {
		flow_end_line(b);
		flow_enter(b, TAG_OPTION);
		flow_text(b, buf_str(&c->first));
		b->reader->leave(b->ctx, tag_of(TAG_OPTION));
		flow_end_line(b);
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

void
flow_end(void *data, const struct tag *tag)
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
		flow_end_line(b);
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

void
flow_read(struct source *page, const struct flow_options *options,
    const struct flow_reader *reader, void *ctx)
{
	static const struct parser_reader events = {flow_start, flow_end, flow_ended,
	    flow_text};
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
