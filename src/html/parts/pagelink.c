/* SPDX-License-Identifier: MIT */
#include "html/parts/pagelink.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/vec.h"
#include "html/parse/parser.h"
#include "html/parts/address.h"
#include "html/parts/pagebase.h"
#include "html/read/flow.h"
#include "html/read/picture.h"
#include "html/write/link.h"

static const char *const kind_names[LINK_KINDS] = {"a", "area", "link", "img",
	"source", "video", "audio", "iframe", "form", "refresh"};
static const char *const place_names[LINK_PLACES] = {"content", "nav",
	"header", "footer", "aside", "form"};

const char *
link_kind_name(enum link_kind kind)
{
	return kind_names[kind];
}

const char *
link_place_name(enum link_place place)
{
	return place_names[place];
}

/* A link of which the end is still to come, or one before it. */
struct waiting {
	struct buf url, text, alt, rel; /* alt: what stands for no text */
	enum link_kind kind;
	enum link_place place;
	bool inner;
	bool space; /* before the next word of its text */
	bool cut;
};

struct level {
	enum tag_id id;
	enum link_place place;
	size_t link;   /* the open link here, from 1; 0: none */
	bool hides;    /* text in a link from here on */
};

struct linkreader {
	const struct pagelink_options *options;
	void (*each)(void *ctx, const struct pagelink *);
	void *ctx;
	VEC(struct level) levels;
	VEC(struct waiting) waiting; /* the first `used` of them */
	size_t used;
	size_t open;  /* the innermost open link, from 1; 0: none */
	int hidden, templates, svg;
	struct pagebase base;
	struct pagelink_losses losses;
};

enum { WAITING_MOST = 4096 }; /* links in one that does not end */

/* ---- where ---- */

static const struct {
	const char *role;
	enum link_place place;
} roles[] = {
	{"navigation", PLACE_NAV}, {"banner", PLACE_HEADER},
	{"contentinfo", PLACE_FOOTER}, {"complementary", PLACE_ASIDE},
	{"form", PLACE_FORM}, {"search", PLACE_FORM},
	{"main", PLACE_CONTENT}, {"article", PLACE_CONTENT},
};

static enum link_place
place_of(const struct element *e, enum link_place around)
{
	const char *role = element_get(e, "role");

	for (size_t i = 0; role != NULL && i < sizeof roles / sizeof *roles;
	    i++)
		if (strcasecmp(role, roles[i].role) == 0)
			return roles[i].place;
	switch (e->tag->id) {
	case TAG_NAV: return PLACE_NAV;
	case TAG_HEADER: return PLACE_HEADER;
	case TAG_FOOTER: return PLACE_FOOTER;
	case TAG_ASIDE: return PLACE_ASIDE;
	case TAG_FORM: case TAG_SEARCH: return PLACE_FORM;
	case TAG_MAIN: case TAG_ARTICLE: return PLACE_CONTENT;
	default: return around;
	}
}

/* ---- text of links ---- */

static void
put_words(struct waiting *w, struct buf *to, struct str text)
{
	for (size_t i = 0; i < text.n;) {
		size_t from = i;

		while (i < text.n && !ascii_is_space(text.s[i]))
			i++;
		if (to->n + (i - from) + 1 > PAGELINK_TEXT) {
			w->cut = true;
			return;
		}
		if (i > from && w->space && to->n > 0)
			buf_putc(to, ' ');
		w->space = w->space && i == from;
		buf_put(to, text.s + from, i - from);
		while (i < text.n && ascii_is_space(text.s[i])) {
			w->space = true;
			i++;
		}
	}
}

static void
put_alt(struct linkreader *r, struct str alt)
{
	struct waiting *w;
	bool space;

	if (r->open == 0)
		return;
	w = &r->waiting.at[r->open - 1];
	space = w->space;
	w->space = true;
	put_words(w, &w->alt, alt);
	w->space = space;
}

/* ---- links ---- */

/* Those that are left out without `all`: they lead to no other document. */
static bool
leads(struct str url)
{
	static const char *const schemes[] = {"mailto:", "tel:", "sms:",
	    "data:", "blob:", "about:", "callto:", "whatsapp:", "skype:"};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (url.n >= strlen(schemes[i]) &&
		    strncasecmp(url.s, schemes[i], strlen(schemes[i])) == 0)
			return false;
	return true;
}

static void
give(struct linkreader *r, struct waiting *w)
{
	struct buf *text = w->text.n > 0 ? &w->text : &w->alt;

	r->losses.texts += w->cut;
	r->each(r->ctx, &(struct pagelink){buf_str(&w->url), buf_str(text),
	    buf_str(&w->rel), w->kind, w->place, w->inner});
}

/* Those before the first one that is still open. */
static void
give_finished(struct linkreader *r)
{
	if (r->open > 0)
		return;
	for (size_t i = 0; i < r->used; i++)
		give(r, &r->waiting.at[i]);
	r->used = 0;
}

/* One that does not end has no more text. */
static void
give_up(struct linkreader *r)
{
	for (size_t i = 0; i < r->levels.n; i++)
		r->levels.at[i].link = 0;
	r->open = 0;
	give_finished(r);
}

static struct waiting *
add(struct linkreader *r)
{
	struct waiting *w;

	if (r->used >= WAITING_MOST)
		give_up(r);
	if (r->used == r->waiting.n)
		*vec_add(&r->waiting) = (struct waiting){0};
	w = &r->waiting.at[r->used++];
	w->url.n = w->text.n = w->alt.n = w->rel.n = 0;
	w->space = w->cut = false;
	return w;
}

/* The link an element is; NULL: none, or it is not asked for. */
static struct waiting *
link_at(struct linkreader *r, const struct element *e, enum link_kind kind,
    const char *reference, const char *text)
{
	struct waiting *w;
	struct str to;

	if (reference == NULL || (r->options->kinds >> kind & 1) == 0)
		return NULL;
	to = str_of(reference);
	if (!r->options->all && (kind == LINK_A || kind == LINK_AREA) &&
	    !link_leads(to))
		return NULL;
	w = add(r);
	address_put(&w->url, buf_str(&r->base.url), to);
	if ((!r->options->all && !leads(buf_str(&w->url))) ||
	    w->url.n > LINK_MOST) {
		r->losses.addresses += w->url.n > LINK_MOST;
		r->used--;
		give_finished(r);
		return NULL;
	}
	w->kind = kind;
	w->place = r->levels.at[r->levels.n - 1].place;
	w->inner = address_same_site(buf_str(&w->url), buf_str(&r->base.url));
	if (text != NULL)
		put_words(w, &w->alt, str_of(text));
	w->space = false;
	if (element_get(e, "rel") != NULL)
		put_words(w, &w->rel, str_of(element_get(e, "rel")));
	w->space = false;
	return w;
}

static void
open_link(struct linkreader *r, const struct element *e)
{
	const char *href = element_get(e, "href");
	struct waiting *w = link_at(r, e, LINK_A, href != NULL ? href
	    : r->svg > 0 ? element_get(e, "xlink:href") : NULL, NULL);

	if (w == NULL)
		return;
	r->open = r->used;
	r->levels.at[r->levels.n - 1].link = r->used;
}

/* The link around this level, if one is still open. */
static size_t
open_around(const struct linkreader *r)
{
	for (size_t i = r->levels.n; i > 0; i--)
		if (r->levels.at[i - 1].link > 0)
			return r->levels.at[i - 1].link;
	return 0;
}

/* ---- what a page says of itself ---- */

/* "5; url='next.html'" (HTML 4.2.5.3, refresh); NULL: no address. */
static const char *
refresh_url(const char *s, struct buf *to)
{
	char quote;

	s += strspn(s, " \t\n\f\r");
	s += strspn(s, "0123456789.");
	s += strspn(s, " \t\n\f\r");
	if (*s == ';' || *s == ',')
		s++;
	s += strspn(s, " \t\n\f\r");
	if (strncasecmp(s, "url", 3) == 0 &&
	    s[3 + strspn(s + 3, " \t\n\f\r")] == '=') {
		s += 3;
		s += strspn(s, " \t\n\f\r") + 1;
		s += strspn(s, " \t\n\f\r");
	}
	if (*s == '\0')
		return NULL;
	quote = *s == '"' || *s == '\'' ? *s++ : '\0';
	buf_put(to, s, quote != '\0' && strchr(s, quote) != NULL
	    ? (size_t)(strchr(s, quote) - s) : strlen(s));
	buf_putc(to, '\0');
	return to->s;
}

static void
take_meta(struct linkreader *r, const struct element *e)
{
	const char *equiv = element_get(e, "http-equiv");
	const char *content = element_get(e, "content");
	struct buf url = {0};

	pagebase_take(&r->base, e);
	if (content != NULL && equiv != NULL &&
	    strcasecmp(equiv, "refresh") == 0 &&
	    refresh_url(content, &url) != NULL)
		link_at(r, e, LINK_REFRESH, url.s, NULL);
	buf_free(&url);
}

/* ---- elements ---- */

static void
take_picture(struct linkreader *r, const struct element *e)
{
	const char *alt = element_get(e, "alt");
	struct buf url = {0};

	picture_largest(&url, element_get(e, "srcset"));
	if (url.n == 0)
		picture_source(&url, e);
	buf_putc(&url, '\0');
	link_at(r, e, e->tag->id == TAG_IMG ? LINK_IMG : LINK_SOURCE,
	    url.n > 1 ? url.s : NULL, alt);
	buf_free(&url);
	if (alt != NULL)
		put_alt(r, str_of(alt));
}

static void
take_element(struct linkreader *r, const struct element *e)
{
	const char *title = element_get(e, "title");

	switch (e->tag->id) {
	case TAG_A:
		open_link(r, e);
		break;
	case TAG_AREA:
		link_at(r, e, LINK_AREA, element_get(e, "href"),
		    element_get(e, "alt"));
		break;
	case TAG_BASE:
		pagebase_take(&r->base, e);
		break;
	case TAG_LINK:
		link_at(r, e, LINK_LINK, element_get(e, "href"), title);
		break;
	case TAG_META:
		take_meta(r, e);
		break;
	case TAG_IMG: case TAG_SOURCE:
		take_picture(r, e);
		break;
	case TAG_VIDEO:
		link_at(r, e, LINK_VIDEO, element_get(e, "src"), title);
		break;
	case TAG_AUDIO:
		link_at(r, e, LINK_AUDIO, element_get(e, "src"), title);
		break;
	case TAG_IFRAME: case TAG_FRAME: case TAG_EMBED:
		link_at(r, e, LINK_IFRAME, element_get(e, "src"), title);
		break;
	case TAG_FORM:
		link_at(r, e, LINK_FORM, element_get(e, "action"), title);
		break;
	default:
		break;
	}
}

/* What shows no text in a link: a style, what is hidden. */
static bool
is_silent(const struct linkreader *r, const struct element *e)
{
	return (e->tag->box == BOX_NONE && r->svg == 0) || flow_hides(e);
}

static bool
is_template(const struct level *level)
{
	return level->id == TAG_TEMPLATE;
}

static void
on_start(void *ctx, const struct element *e)
{
	struct linkreader *r = ctx;
	struct level level = {.id = e->tag->id};

	level.place = place_of(e, r->levels.n > 0
	    ? r->levels.at[r->levels.n - 1].place : PLACE_CONTENT);
	if (level.id == TAG_TEMPLATE &&
	    element_get(e, "shadowrootmode") != NULL)
		level.id = TAG_DIV;
	level.hides = r->open > 0 && is_silent(r, e);
	*vec_add(&r->levels) = level;
	r->hidden += level.hides;
	r->svg += level.id == TAG_SVG;
	r->templates += is_template(&level);
	if (r->templates == 0)
		take_element(r, e);
	if (r->open > 0 && e->tag->box != BOX_INLINE)
		r->waiting.at[r->open - 1].space = true;
	give_finished(r);
}

static void
close_link(struct linkreader *r, struct level *level)
{
	if (level->link == 0)
		return;
	level->link = 0;
	r->open = open_around(r);
	give_finished(r);
}

static void
on_end(void *ctx, const struct tag *tag)
{
	struct linkreader *r = ctx;
	struct level *level = &r->levels.at[r->levels.n - 1];

	if (r->open > 0 && (tag->box != BOX_INLINE || tag->id == TAG_BR))
		r->waiting.at[r->open - 1].space = true;
	close_link(r, level);
	r->hidden -= level->hides;
	r->svg -= level->id == TAG_SVG;
	r->templates -= is_template(level);
	r->levels.n--;
}

/* The innermost open element of this name has no more text. */
static void
on_ended(void *ctx, const struct tag *tag)
{
	struct linkreader *r = ctx;

	if (tag->id != TAG_A)
		return;
	for (size_t i = r->levels.n; i > 0; i--)
		if (r->levels.at[i - 1].link > 0) {
			close_link(r, &r->levels.at[i - 1]);
			return;
		}
}

static void
on_text(void *ctx, struct str text)
{
	struct linkreader *r = ctx;
	struct waiting *w;

	if (r->open == 0 || r->hidden > 0 || r->templates > 0)
		return;
	w = &r->waiting.at[r->open - 1];
	put_words(w, &w->text, text);
}

static void
release(struct linkreader *r)
{
	for (size_t i = 0; i < r->waiting.n; i++) {
		buf_free(&r->waiting.at[i].url);
		buf_free(&r->waiting.at[i].text);
		buf_free(&r->waiting.at[i].alt);
		buf_free(&r->waiting.at[i].rel);
	}
	vec_free(&r->waiting);
	vec_free(&r->levels);
	pagebase_free(&r->base);
}

struct pagelink_losses
pagelink_read(struct source *page, const struct pagelink_options *options,
    void (*each)(void *, const struct pagelink *), void *ctx)
{
	static const struct parser_reader reader = {on_start, on_end, on_ended,
	    on_text};
	const struct parser_options wishes = {.in_place = true};
	struct linkreader r = {.options = options, .each = each, .ctx = ctx,
	    .base = pagebase_open(options->base)};

	parser_read(page, &wishes, &reader, &r);
	give_up(&r);
	release(&r);
	return r.losses;
}
