/* SPDX-License-Identifier: MIT */
/*
 * The page as it is seen, in one pass: blocks of text with what the elements
 * around them are named, and spans, which are elements that are named after
 * authors or dates (class, id, itemprop, rel, property, time).
 */
#include "html/about/evidence.h"

#include <stdio.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/hash.h"
#include "html/about/plain.h"
#include "html/read/flow.h"
#include "text/unicode/utf.h"

enum {
	SPANS = 4096, REGIONS = 16384, NAME_LONG = 256, CACHE = 4096, LEVELS = 600,
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

/* Names of elements by their hash; they mean the same on every page. */
static struct {
	uint64_t key;
	unsigned places;
} cache[CACHE];

/* ---- names ---- */

/* Words anywhere in a class or id, and what they say. */
static const struct name_row {
	const char *word;
	unsigned places;
	enum { ANYWHERE, PART /* between hyphens */, FIRST /* part */ } where;
} names[] = {
	{"author", PLACE_AUTHOR, ANYWHERE}, {"autor", PLACE_AUTHOR, ANYWHERE},
	{"auteur", PLACE_AUTHOR, ANYWHERE},
	{"byline", PLACE_AUTHOR, ANYWHERE}, {"vcard", PLACE_AUTHOR, PART},
	{"username", PLACE_AUTHOR, ANYWHERE}, {"journalist", PLACE_AUTHOR, PART},
	{"reporter", PLACE_AUTHOR, PART},
	{"writer", PLACE_AUTHOR, PART}, {"contributor", PLACE_AUTHOR, ANYWHERE},
	{"fn", PLACE_AUTHOR, PART},
	{"date", PLACE_DATE, ANYWHERE}, {"datum", PLACE_DATE, ANYWHERE},
	{"fecha", PLACE_DATE, PART}, {"time", PLACE_DATE, PART},
	{"timestamp", PLACE_DATE, ANYWHERE}, {"posted", PLACE_DATE, ANYWHERE},
	{"publish", PLACE_DATE | PLACE_PUBLISHED, ANYWHERE},
	{"pubdate", PLACE_DATE | PLACE_PUBLISHED, ANYWHERE},
	{"updated", PLACE_DATE | PLACE_MODIFIED, ANYWHERE},
	{"modified", PLACE_DATE | PLACE_MODIFIED, ANYWHERE},
	{"meta", PLACE_META, PART}, {"postmeta", PLACE_META, ANYWHERE},
	{"entry-header", PLACE_META, ANYWHERE}, {"info", PLACE_META, PART},
	{"comment", PLACE_FOREIGN, ANYWHERE}, {"kommentar", PLACE_FOREIGN, ANYWHERE},
	{"related", PLACE_FOREIGN, ANYWHERE}, {"popular", PLACE_FOREIGN, ANYWHERE},
	{"sidebar", PLACE_ASIDE, ANYWHERE}, {"caption", PLACE_FOREIGN, ANYWHERE},
	{"testimonial", PLACE_FOREIGN, ANYWHERE},
	{"recommend", PLACE_FOREIGN, ANYWHERE}, {"teaser", PLACE_FOREIGN, ANYWHERE},
	{"trending", PLACE_FOREIGN, ANYWHERE}, {"mostread", PLACE_FOREIGN, ANYWHERE},
	{"widget", PLACE_FOREIGN, FIRST}, {"carousel", PLACE_FOREIGN, ANYWHERE},
	{"newsletter", PLACE_FOREIGN, ANYWHERE}, {"advert", PLACE_FOREIGN, ANYWHERE},
	{"logo", PLACE_LOGO, PART}, {"sitename", PLACE_LOGO, ANYWHERE},
	{"site-title", PLACE_LOGO, ANYWHERE}, {"branding", PLACE_LOGO, PART},
	{"nav", PLACE_NAV, PART}, {"navbar", PLACE_NAV, PART},
	{"menu", PLACE_NAV, PART}, {"breadcrumb", PLACE_NAV, ANYWHERE},
	{"breadcrumbs", PLACE_NAV, ANYWHERE}, {"footer", PLACE_FOOTER, FIRST},
	{"site-footer", PLACE_FOOTER, ANYWHERE},
	{"page-footer", PLACE_FOOTER, ANYWHERE},
	{"main-footer", PLACE_FOOTER, ANYWHERE},
	{"global-footer", PLACE_FOOTER, ANYWHERE},
};

/* Names that hold one of the words and say nothing by it. */
static const char *const excepted[] = {"has-sidebar", "no-comments",
	"entry-footer", "comments-link", "with-sidebar", "no-sidebar",
	"comment-count", "comments-count", "update-", "validate", "candidate",
	"authority", "authoriz", "commentary", "post-navigation", "comments-open",
	"comment-status", "sidebar-right", "sidebar-left", "single-author",
	"multi-author", "group-blog", "related-content-none"};

static bool
is_part(const char *name, size_t n, size_t at, size_t length)
{
	return (at == 0 || strchr("-_: ", name[at - 1]) != NULL) &&
	    (at + length == n || strchr("-_: ", name[at + length]) != NULL);
}

/* Which rows begin with a letter, in the order of the table. */
static unsigned char first_row[27], rows_by_letter[64];

static void
index_rows(void)
{
	int n = 0;

	for (int c = 0; c < 26; c++) {
		first_row[c] = (unsigned char)n;
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (names[i].word[0] == 'a' + c)
				rows_by_letter[n++] = (unsigned char)i;
	}
	first_row[26] = (unsigned char)n;
}

static bool
is_excepted(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof excepted / sizeof *excepted; i++)
		if (plain_contains((struct str){name, n}, excepted[i]))
			return true;
	return false;
}

/* One name, in small letters. */
static unsigned
name_places(const char *name, size_t n)
{
	unsigned places = 0;

	for (size_t at = 0; at < n; at++) {
		int c = name[at] - 'a';

		if (c < 0 || c > 25)
			continue;
		for (int k = first_row[c]; k < first_row[c + 1]; k++) {
			const struct name_row *row = &names[rows_by_letter[k]];
			size_t length;

			if (at + 1 >= n || row->word[1] != name[at + 1])
				continue;
			length = strlen(row->word);
			if (at + length <= n && memcmp(name + at, row->word,
			    length) == 0 && (row->where == ANYWHERE ||
			    (is_part(name, n, at, length) &&
			        (row->where == PART || at == 0))))
				places |= row->places;
		}
	}
	if (places & (PLACE_AUTHOR | PLACE_DATE | PLACE_META))
		places &= ~(unsigned)PLACE_FOREIGN; /* what holds it tells */
	return places != 0 && is_excepted(name, n) ? 0 : places;
}

static unsigned
list_places(const char *list)
{
	char name[NAME_LONG];
	unsigned places = 0;
	size_t n = 0;

	for (size_t i = 0; i < 16 * NAME_LONG; i++) {
		char c = list[i];

		if (c == '\0' || ascii_is_space(c)) {
			places |= n > 0 ? name_places(name, n) : 0;
			n = 0;
			if (c == '\0')
				break;
		} else if (n < sizeof name) {
			name[n++] = ascii_lower(c);
		}
	}
	return places;
}

/* The same, remembered: pages have few names and many elements. */
static unsigned
cached_places(const char *list)
{
	uint64_t key = hash_bytes(1, list, strlen(list)) | 1;
	size_t i = key / 2 % CACHE;

	if (cache[i].key != key) {
		cache[i].places = list_places(list);
		cache[i].key = key;
	}
	return cache[i].places;
}

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

/* Bytes from `at` that are neither controls nor U+00A0. */
static size_t
plain_bytes(struct str t, size_t at)
{
	size_t i = at;

	while (i < t.n && (unsigned char)t.s[i] >= ' ' &&
	    !((unsigned char)t.s[i] == 0xC2 && i + 1 < t.n &&
	    (unsigned char)t.s[i + 1] == 0xA0))
		i++;
	return i - at;
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

/* ---- spans ---- */

static bool
has_token(const char *list, const char *word)
{
	size_t n = strlen(word);

	while (list != NULL && *list != '\0') {
		size_t k = strcspn(list, " \t\n");

		if (k >= n && memcmp(list + k - n, word, n) == 0 &&
		    (k == n || list[k - n - 1] == ':'))
			return true;
		list += k;
		list += strspn(list, " \t\n");
	}
	return false;
}

/* What itemprop and property (microdata, RDFa) name. */
static const struct {
	const char *word, *source;
	enum about_field field;
	int rank;
} properties[] = {
	{"author", "itemprop author", ABOUT_AUTHOR, 68},
	{"creator", "itemprop creator", ABOUT_AUTHOR, 66},
	{"datePublished", "itemprop datePublished", ABOUT_PUBLISHED, 92},
	{"dateCreated", "itemprop dateCreated", ABOUT_PUBLISHED, 84},
	{"dateModified", "itemprop dateModified", ABOUT_MODIFIED, 90},
	{"headline", "itemprop headline", ABOUT_TITLE, 79},
	{"articleSection", "itemprop articleSection", ABOUT_SECTION, 60},
};

static bool
property_span(const struct element *e, struct about_span *span)
{
	const char *words[] = {element_get(e, "itemprop"),
	    element_get(e, "property")};

	for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
		for (int k = 0; k < 2; k++)
			if (has_token(words[k], properties[i].word)) {
				span->field = properties[i].field;
				span->rank = properties[i].rank;
				span->source = properties[i].source;
				return true;
			}
	return false;
}

/* Whether a link's address has a folder of authors, and one of them in it. */
static bool
leads_to_author(const struct element *e)
{
	static const char *const folders[] = {"author", "authors", "autor",
	    "autoren", "autores", "auteur", "auteurs", "autore", "writer",
	    "writers", "contributor", "contributors", "journalist",
	    "journalists", "redakteur", "staff", "people", "profile",
	    "users", "u"};
	const char *s = element_get(e, "href");

	for (; s != NULL && (s = strchr(s, '/')) != NULL; s++) {
		size_t n = strcspn(s + 1, "/?#");

		if (s[n + 1] != '/' || s[n + 2] == '\0')
			continue;
		for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
			if (strlen(folders[i]) == n && strncasecmp(s + 1,
			    folders[i], n) == 0)
				return true;
	}
	return false;
}

/* What rel, class or the element's kind make a span; false: nothing does. */
static bool
named_span(const struct element *e, unsigned own, struct about_span *span)
{
	if (has_token(element_get(e, "rel"), "author")) {
		*span = (struct about_span){.field = ABOUT_AUTHOR, .rank = 52,
		    .source = "rel author"};
	} else if (e->tag->id == TAG_A && leads_to_author(e)) {
		*span = (struct about_span){.field = ABOUT_AUTHOR, .rank = 51,
		    .source = "link to author"};
	} else if (has_token(element_get(e, "rel"), "tag")) {
		*span = (struct about_span){.field = ABOUT_TAG, .rank = 40,
		    .source = "rel tag"};
	} else if (e->tag->id == TAG_TIME) {
		*span = (struct about_span){.field = own & PLACE_MODIFIED
		    ? ABOUT_MODIFIED : ABOUT_PUBLISHED, .rank = 78,
		    .source = "time"};
		if (own & PLACE_PUBLISHED || element_get(e, "pubdate"))
			span->rank = 84;
	} else if (element_get(e, "datetime") != NULL) {
		*span = (struct about_span){.field = own & PLACE_MODIFIED
		    ? ABOUT_MODIFIED : ABOUT_PUBLISHED, .rank = 78,
		    .source = "datetime"};
	} else if (own & PLACE_AUTHOR) {
		*span = (struct about_span){.field = ABOUT_AUTHOR, .rank = 60,
		    .source = "class author"};
	} else if (own & PLACE_DATE) {
		*span = (struct about_span){.field = own & PLACE_MODIFIED
		    ? ABOUT_MODIFIED : ABOUT_PUBLISHED, .rank = 72,
		    .source = "class date"};
	} else if (element_get(e, "data-date") != NULL ||
	    element_get(e, "data-datetime") != NULL ||
	    element_get(e, "data-timestamp") != NULL) {
		*span = (struct about_span){.field = ABOUT_PUBLISHED,
		    .rank = 45, .source = "data"};
	} else {
		return false;
	}
	return true;
}

static void
open_span(struct seen *s, const struct element *e, unsigned own, int region)
{
	static const char *const stated[] = {"datetime", "content",
	    "data-date", "data-datetime", "data-timestamp", "title"};
	struct about *a = s->a;
	struct about_span span = {0};
	const char *v = NULL;

	if (a->spans.n >= SPANS || (e->attributes == NULL &&
	    e->tag->id != TAG_TIME))
		return;
	if (!property_span(e, &span) && !named_span(e, own, &span))
		return;
	for (size_t i = 0; i < sizeof stated / sizeof *stated && v == NULL; i++)
		if ((v = element_get(e, stated[i])) != NULL && *v == '\0')
			v = NULL;
	if (v != NULL && span.field != ABOUT_TITLE) {
		span.has_stated = true;
		span.stated = a->values.n;
		buf_puts(&a->values, v);
		buf_putc(&a->values, '\0');
	}
	span.start = span.end = a->text.n;
	span.open = true;
	span.block = (long)a->blocks.n;
	span.places = s->levels[s->depth].places | own;
	span.region = region;
	span.depth = (size_t)s->depth;
	*vec_add(&a->spans) = span;
}

static void
close_spans(struct seen *s)
{
	struct about *a = s->a;

	for (size_t i = a->spans.n; i-- > 0;) {
		struct about_span *span = &a->spans.at[i];

		if (span->open && span->depth >= (size_t)s->depth) {
			span->open = false;
			span->end = a->text.n;
		} else if (i + 32 < a->spans.n) {
			break; /* so many inside each other are none */
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
		own |= cached_places(v);
	if ((v = element_get(e, "id")) != NULL)
		own |= cached_places(v);
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
	open_span(s, e, own, l->region);
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
	close_spans(s);
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
		bool said = has_token(element_get(e, "rel"), "license");
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
	if (first_row[26] == 0)
		index_rows();
	flow_read(page, &options, &reader, s);
	end_block(s);
	free(s);
}
