/* SPDX-License-Identifier: MIT */
#include "html/read/flow.h"

#include <string.h>
#include <strings.h>

struct block {
	const struct flow_options *options;
	const struct flow_reader *reader;
	void *ctx;

	int hidden;      /* open elements from the outermost hidden one */
	int pre;         /* open elements that keep white space */
	int svg, shown;  /* open elements from svg; from a text in it */
	bool line_empty; /* nothing on the current line yet */
	bool space_due;
	bool had_text, noscript_shown, noscript_seen;

	struct buf about, run;
	const struct tag *telling; /* title or script, being collected */
};

/* Whether `style` declares `property: value`, however it is written. */
static bool
declares(const char *style, const char *property, const char *value)
{
	size_t n = strlen(property), m = strlen(value);

	for (const char *at = style; *at != '\0'; at++) {
		const char *v;

		if (strncasecmp(at, property, n) != 0 ||
		    (at > style && strchr("; \t\n\r\f", at[-1]) == NULL))
			continue;
		v = at + n + strspn(at + n, " \t\n\r\f");
		if (*v++ != ':')
			continue;
		v += strspn(v, " \t\n\r\f");
		if (strncasecmp(v, value, m) == 0 &&
		    strchr("; !\t\n\r\f", v[m]) != NULL)
			return true;
	}
	return false;
}

bool
flow_hides(const struct element *e)
{
	const char *v;

	if (e->attributes == NULL)
		return false;
	if (element_get(e, "hidden") != NULL)
		return (v = element_get(e, "id")) == NULL ||
		    strncmp(v, "S:", 2) != 0; /* React moves it into place */
	if ((v = element_get(e, "style")) != NULL)
		return declares(v, "display", "none") ||
		    declares(v, "visibility", "hidden");
	return e->tag->id == TAG_INPUT &&
	    (v = element_get(e, "type")) != NULL && strcasecmp(v, "hidden") == 0;
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

static bool
is_hidden(struct block *b, const struct element *e)
{
	if (b->options->all)
		return b->options->json && e->tag->id == TAG_RAWTEXT;
	if (flow_hides(e) && !(b->options->panels && is_panel(e->tag->id)))
		return true;
	if (e->tag->id == TAG_DIALOG && !b->options->panels)
		return element_get(e, "open") == NULL;
	if (e->tag->id == TAG_NOSCRIPT)
		return noscript_hidden(b);
	if (e->tag->id == TAG_OPTION)
		return element_get(e, "selected") == NULL;
	return e->tag->box == BOX_NONE && b->svg == 0;
}

static void
end_line(struct block *b)
{
	b->line_empty = true;
	b->space_due = false;
}

static bool
breaks_line(const struct block *b, const struct tag *tag)
{
	return (tag->box != BOX_INLINE || tag->id == TAG_BR) &&
	    !(b->svg > 0 && tag->box == BOX_NONE);
}

/* The title in a drawing is words in a line. */
static const struct tag *
shown_as(const struct block *b, const struct tag *tag)
{
	return b->svg > 0 && tag->box == BOX_NONE ? tag_of(TAG_DESC) : tag;
}

static void
about_start(struct block *b, const struct element *e)
{
	bool tells = e->tag->flags & IS_ABOUT ||
	    (e->tag->id == TAG_RAWTEXT && b->options->json);

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

	if (b->hidden == 0 && b->reader->ended != NULL)
		b->reader->ended(b->ctx, tag);
}

static void on_text(void *data, struct str);

static void
on_start(void *data, const struct element *e)
{
	struct block *b = data;

	about_start(b, e);
	if (b->hidden > 0 || is_hidden(b, e)) {
		b->hidden++;
		return;
	}
	if (e->tag->id == TAG_SVG || b->svg > 0)
		b->svg++;
	if (b->svg > 0 && (b->shown > 0 || e->tag->id == TAG_TITLE ||
	    e->tag->id == TAG_DESC || e->tag->id == TAG_TEXT ||
	    e->tag->id == TAG_FOREIGN))
		b->shown++;
	if (e->tag->flags & IS_PRE || e->tag->id == TAG_TEXTAREA)
		b->pre++;
	if (breaks_line(b, e->tag))
		end_line(b);
	b->reader->enter(b->ctx, &(struct element){shown_as(b, e->tag),
	    e->attributes});
	if (e->tag->id == TAG_IMG && b->options->alt) {
		const char *alt = element_get(e, "alt");

		if (alt != NULL)
			on_text(b, str_of(alt));
	}
}

static void
on_end(void *data, const struct tag *tag)
{
	struct block *b = data;

	about_end(b, tag);
	if (b->hidden > 0) {
		b->hidden--;
		return;
	}
	b->reader->leave(b->ctx, shown_as(b, tag));
	if (breaks_line(b, tag))
		end_line(b);
	if (tag->flags & IS_PRE || tag->id == TAG_TEXTAREA)
		b->pre--;
	if (b->shown > 0)
		b->shown--;
	if (b->svg > 0)
		b->svg--;
}

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

static void
on_text(void *data, struct str text)
{
	struct block *b = data;

	if (b->telling != NULL && b->about.n + text.n <= FLOW_ABOUT)
		buf_put(&b->about, text.s, text.n);
	if (b->hidden > 0 ||
	    (b->svg > 0 && b->shown == 0 && !b->options->all))
		return;
	b->run.n = 0;
	if (b->pre > 0)
		verbatim(b, text.s, text.s + text.n);
	else
		collapse(b, text.s, text.s + text.n);
	if (b->run.n == 0)
		return;
	b->had_text = true;
	b->reader->text(b->ctx, buf_str(&b->run));
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
}
