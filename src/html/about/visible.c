/* SPDX-License-Identifier: MIT */
/*
 * The page as it is seen, in one pass: blocks of text with what the elements
 * around them are named (html/words/placename), spans (html/about/span), and
 * regions, which set what is in them apart.
 */
#include "html/about/evidence.h"

#include "base/ascii.h"
#include "html/words/placename.h"
#include "html/about/span.h"
#include "html/read/flow.h"
#include "text/unicode/utf.h"

enum {
	REGIONS = 16384, LEVELS = 600,
	PLACE_REACH = 6 /* elements out that a name of one reaches in */
};

struct level {
	unsigned places;  /* of all around */
	unsigned near[PLACE_REACH]; /* AUTHOR, DATE … of the last elements */
	int region; /* the innermost around; -1: none */
	bool opens; /* it is the element's own */
};

struct seen {
	struct about *a;
	struct level levels[LEVELS];
	int depth;
	size_t begun;      /* where the block began in the text */
	bool any;          /* the block has text */
	bool cut;          /* it was longer than is kept */
	int heading;
	int muted; /* depth of a button or ruby text in a heading; 0: none */
};

static unsigned
tag_places(const struct seen *s, enum tag_id id)
{
	unsigned around = s->levels[s->depth].places;

	switch (id) {
	case TAG_NAV: case TAG_MENU: return PLACE_NAV;
	case TAG_ASIDE: return PLACE_ASIDE;
	case TAG_FIGCAPTION: case TAG_BUTTON: case TAG_FORM:
	case TAG_SELECT: return id == TAG_FORM ? 0 : PLACE_FOREIGN;
	case TAG_FOOTER: return around & PLACE_ARTICLE ? 0 : PLACE_FOOTER;
	case TAG_ARTICLE: return PLACE_ARTICLE;
	case TAG_MAIN: return PLACE_MAIN;
	case TAG_HEADER: return PLACE_HEADER;
	case TAG_A: return PLACE_LINK;
	case TAG_TIME: return PLACE_DATE;
	default: return 0;
	}
}

/* ---- blocks ---- */

static void
end_block(struct seen *s)
{
	struct about *a = s->a;
	struct about_block b = {.text = s->begun, .n = a->text.n - s->begun,
	    .heading = s->heading, .whole = !s->cut};

	if (!s->any)
		return;
	b.places = s->levels[s->depth].places;
	b.region = s->levels[s->depth].region;
	for (int i = 0; i < PLACE_REACH; i++)
		b.places |= s->levels[s->depth].near[i];
	if (a->blocks.n < ABOUT_BLOCKS)
		*vec_add(&a->blocks) = b;
	buf_putc(&a->text, '\n');
	s->begun = a->text.n;
	s->any = s->cut = false;
}

/* Whether one of eight bytes is below ' ', or 0xC2. */
static bool
any_odd(const char *s)
{
	const uint64_t each = 0x0101010101010101, high = each * 0x80;
	uint64_t eight, other;

	memcpy(&eight, s, sizeof eight);
	other = eight ^ each * 0xC2;
	return (((eight - each * ' ') & ~eight) |
	    ((other - each) & ~other)) & high;
}

/* Bytes from `at` that are neither controls nor U+00A0. */
static size_t
plain_bytes(struct str t, size_t at)
{
	size_t i = at;

	for (;;) {
		while (i + 8 <= t.n && !any_odd(t.s + i))
			i += 8;
		if (i == t.n || (unsigned char)t.s[i] < ' ' ||
		    (i + 1 < t.n && memcmp(t.s + i, "\xC2\xA0", 2) == 0))
			return i - at;
		i++;
	}
}

static void
put_text(void *ctx, struct str t)
{
	struct seen *s = ctx;
	struct about *a = s->a;

	if (s->muted > 0 || a->text.n + t.n > ABOUT_TEXT || a->blocks.n >= ABOUT_BLOCKS)
		return;
	if (a->text.n - s->begun + t.n > 8 * ABOUT_LINE) {
		s->cut = true;
		return;
	}
	s->any = true;
	for (size_t i = 0; i < t.n;) {
		size_t n = plain_bytes(t, i);

		buf_put(&a->text, t.s + i, n);
		i += n;
		if (i < t.n) { /* a control, or U+00A0 */
			buf_putc(&a->text, ' ');
			i += (unsigned char)t.s[i] == 0xC2 ? 2 : 1;
		}
	}
}

/* ---- regions ---- */

static void
open_region(struct seen *s, struct level *l, unsigned own)
{
	struct about *a = s->a;

	l->opens = (own & PLACE_APART) != 0 && a->regions.n < REGIONS;
	if (!l->opens)
		return;
	*vec_add(&a->regions) = (struct about_region){.own = own &
	    PLACE_APART, .first = (long)a->blocks.n, .end = -1,
	    .outer = l->region};
	l->region = (int)a->regions.n - 1;
}

static void
close_region(struct seen *s)
{
	struct level *l = &s->levels[s->depth];

	if (l->opens)
		s->a->regions.at[l->region].end = (long)s->a->blocks.n;
}

void
visible_clear(struct about *a, long headline)
{
	if (headline < 0 || a->regions.n >= REGIONS)
		return;
	for (size_t i = 0; i < a->regions.n; i++) {
		struct about_region *r = &a->regions.at[i];

		r->places = r->first <= headline && (r->end < 0 ||
		    headline < r->end) ? 0 : r->own;
		if (r->outer >= 0) /* which comes before it */
			r->places |= a->regions.at[r->outer].places;
	}
	for (size_t i = 0; i < a->blocks.n; i++) {
		struct about_block *b = &a->blocks.at[i];

		b->places &= ~(unsigned)PLACE_APART;
		b->places |= b->region < 0 ? 0 : a->regions.at[b->region].places;
	}
	for (size_t i = 0; i < a->spans.n; i++) {
		struct about_span *b = &a->spans.at[i];

		b->places &= ~(unsigned)PLACE_APART;
		b->places |= b->region < 0 ? 0 : a->regions.at[b->region].places;
	}
}

/* ---- elements ---- */

/* A mark where elements touch, so that their texts do not run together. */
static void
mark_border(struct seen *s, enum tag_id id)
{
	struct buf *t = &s->a->text;

	if (s->any && t->n > s->begun && t->s[t->n - 1] != '\x1F' &&
	    (id == TAG_SPAN || id == TAG_A || id == TAG_TIME ||
	        id == TAG_BR || id == TAG_IMG))
		buf_putc(t, '\x1F');
}

static bool
is_box(const struct tag *tag)
{
	return tag->box != BOX_INLINE;
}

static unsigned
own_places(struct seen *s, const struct element *e)
{
	unsigned own = tag_places(s, e->tag->id);
	const char *v;

	if (e->attributes == NULL)
		return own;
	if ((v = element_get(e, "class")) != NULL)
		own |= placename(v);
	if ((v = element_get(e, "id")) != NULL)
		own |= placename(v);
	/* Lists of what is said of an article are often laid out as menus. */
	if (own & (PLACE_AUTHOR | PLACE_DATE | PLACE_META) &&
	    e->tag->id != TAG_NAV)
		own &= ~(unsigned)PLACE_NAV;
	return own;
}

static void
enter(void *ctx, const struct element *e)
{
	struct seen *s = ctx;
	struct level *outer = &s->levels[s->depth], *l;
	unsigned near, own;
	static const unsigned reach = PLACE_AUTHOR | PLACE_DATE | PLACE_META |
	    PLACE_MODIFIED | PLACE_PUBLISHED;

	if (is_box(e->tag))
		end_block(s);
	else
		mark_border(s, e->tag->id);
	if (s->depth + 1 >= LEVELS)
		return;
	own = own_places(s, e);
	l = outer + 1;
	near = own & reach;
	if (own & PLACE_ARTICLE) /* an article's own aside is another matter */
		near = 0;
	*l = *outer;
	l->places |= own & ~reach;
	memmove(l->near + 1, l->near, sizeof l->near - sizeof *l->near);
	l->near[0] = near;
	open_region(s, l, own);
	span_open(s->a, e, outer->places, own, l->region, s->depth);
	s->depth++;
	if (s->heading > 0 && s->muted == 0 && (e->tag->id == TAG_BUTTON ||
	    e->tag->id == TAG_RT || e->tag->id == TAG_RP))
		s->muted = s->depth;
	if (e->tag->flags & IS_HEADING)
		s->heading = e->tag->name[1] - '0';
}

static void
leave(void *ctx, const struct tag *tag)
{
	struct seen *s = ctx;

	if (is_box(tag))
		end_block(s);
	if (s->muted == s->depth)
		s->muted = 0;
	if (s->depth > 0) {
		close_region(s);
		s->depth--;
	}
	spans_close(s->a, s->depth);
	if (!is_box(tag))
		mark_border(s, tag->id);
	if (tag->flags & IS_HEADING)
		s->heading = 0;
}

static void
about(void *ctx, const struct element *e, struct str text)
{
	struct seen *s = ctx;

	if (e->tag->id == TAG_TITLE)
		evidence_state(s->a, ABOUT_TITLE, 70, "title", text);
	else if (e->tag->id == TAG_RAWTEXT)
		jsonld_add(s->a, text);
	else
		stated_element(s->a, e);
}

static bool
names_license(const char *href)
{
	const char *s = strstr(href, "creativecommons.org/licenses/");

	return (s != NULL && s[29] != '\0') ||
	    strstr(href, "creativecommons.org/publicdomain/") != NULL;
}

/* Links to a licence, anywhere in the page, as an a element has them. */
static void
enter_any(void *ctx, const struct element *e)
{
	struct seen *s = ctx;
	const char *href;

	if (e->tag->id == TAG_A && e->attributes != NULL &&
	    (href = element_get(e, "href")) != NULL) {
		bool said = span_has_token(element_get(e, "rel"), "license");
		unsigned places = s->levels[s->depth].places;
		int rank = said ? 90 : places & PLACE_FOOTER ? 60 : 50;

		if (places & PLACE_FOREIGN) /* a picture's */
			rank = said ? 40 : 30;
		if (said || names_license(href))
			evidence_state(s->a, ABOUT_LICENSE, rank,
			    said ? "rel license" : "link", str_of(href));
	}
	enter(ctx, e);
}

void
visible_read(struct about *a, struct source *page)
{
	static const struct flow_options options = {.json = true};
	static const struct flow_reader reader = {.enter = enter_any,
	    .leave = leave, .text = put_text, .about = about};
	struct seen *s = mem_resize(NULL, 1, sizeof *s);

	memset(s, 0, sizeof *s);
	s->a = a;
	s->levels[0].region = -1;
	flow_read(page, &options, &reader, s);
	end_block(s);
	free(s);
}
