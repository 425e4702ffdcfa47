/* SPDX-License-Identifier: MIT */
#include "html/about/span.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"

enum { SPANS = 4096, FOLDER_MOST = 16 };

/* The attributes that make a span, or say what it holds. */
enum said {
	SAID_ITEMPROP, SAID_PROPERTY, SAID_REL, SAID_HREF, SAID_PUBDATE,
	SAID_DATETIME, SAID_CONTENT, SAID_DATA_DATE, SAID_DATA_DATETIME,
	SAID_DATA_TIMESTAMP, SAID_TITLE, SAIDS
};

/* What an element says, read in one pass; false: nothing that makes a span. */
static bool
read_said(const struct element *e, const char *said[SAIDS])
{
	static const char *const names[] = {"itemprop", "property", "rel",
	    "href", "pubdate", "datetime", "content", "data-date",
	    "data-datetime", "data-timestamp", "title"};
	const char *const *a = e->attributes;
	bool any = false;

	memset(said, 0, SAIDS * sizeof *said);
	for (; a != NULL && a[0] != NULL; a += 2)
		for (int i = 0; i < SAIDS; i++)
			if (a[0][0] == names[i][0] && said[i] == NULL &&
			    strcmp(a[0], names[i]) == 0) {
				said[i] = a[1];
				any |= i != SAID_CONTENT && i != SAID_TITLE;
			}
	return any;
}

bool
span_has_token(const char *list, const char *word)
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
property_span(const char *const said[SAIDS], struct about_span *span)
{
	const char *words[] = {said[SAID_ITEMPROP], said[SAID_PROPERTY]};

	if (words[0] == NULL && words[1] == NULL)
		return false;

	for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
		for (int k = 0; k < 2; k++)
			if (span_has_token(words[k], properties[i].word)) {
				span->field = properties[i].field;
				span->rank = properties[i].rank;
				span->source = properties[i].source;
				return true;
			}
	return false;
}

/* Whether a folder is one of authors, by its name's first letter. */
static bool
is_author_folder(const char *name, size_t n)
{
	static const char *const folders[] = {"author", "authors", "autor",
	    "autoren", "autores", "auteur", "auteurs", "autore", "contributor",
	    "contributors", "journalist", "journalists", "people", "profile",
	    "redakteur", "staff", "u", "users", "writer", "writers"};
	int first = ascii_lower(name[0]);

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (folders[i][0] == first && strncasecmp(name, folders[i], n)
		    == 0 && folders[i][n] == '\0')
			return true;
	return false;
}

/* Whether a link's address has a folder of authors, and one of them in it. */
static bool
leads_to_author(const char *s)
{
	for (; s != NULL && (s = strchr(s, '/')) != NULL; s++) {
		size_t n = 0;

		if (strchr("acjprsuwACJPRSUW", s[1]) == NULL)
			continue; /* none begins so */
		while (n < FOLDER_MOST && ascii_is_letter(s[n + 1]))
			n++;
		if (s[n + 1] == '/' && s[n + 2] != '\0' &&
		    is_author_folder(s + 1, n))
			return true;
	}
	return false;
}

/* What rel, class or the element's kind make a span; false: nothing does. */
static bool
named_span(enum tag_id id, const char *const said[SAIDS], unsigned own,
    struct about_span *span)
{
	if (span_has_token(said[SAID_REL], "author")) {
		*span = (struct about_span){.field = ABOUT_AUTHOR, .rank = 52,
		    .source = "rel author"};
	} else if (id == TAG_A && leads_to_author(said[SAID_HREF])) {
		*span = (struct about_span){.field = ABOUT_AUTHOR, .rank = 51,
		    .source = "link to author"};
	} else if (span_has_token(said[SAID_REL], "tag")) {
		*span = (struct about_span){.field = ABOUT_TAG, .rank = 40,
		    .source = "rel tag"};
	} else if (id == TAG_TIME) {
		*span = (struct about_span){.field = own & PLACE_MODIFIED
		    ? ABOUT_MODIFIED : ABOUT_PUBLISHED, .rank = 78,
		    .source = "time"};
		if (own & PLACE_PUBLISHED || said[SAID_PUBDATE] != NULL)
			span->rank = 84;
	} else if (said[SAID_DATETIME] != NULL) {
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
	} else if (said[SAID_DATA_DATE] != NULL ||
	    said[SAID_DATA_DATETIME] != NULL ||
	    said[SAID_DATA_TIMESTAMP] != NULL) {
		*span = (struct about_span){.field = ABOUT_PUBLISHED,
		    .rank = 45, .source = "data"};
	} else {
		return false;
	}
	return true;
}

void
span_open(struct about *a, const struct element *e, unsigned places,
    unsigned own, int region, int depth)
{
	const char *said[SAIDS], *v = NULL;
	struct about_span span = {0};

	if (a->spans.n >= SPANS || (e->attributes == NULL &&
	    e->tag->id != TAG_TIME))
		return;
	if (!read_said(e, said) && (own & (PLACE_AUTHOR | PLACE_DATE)) == 0)
		return;
	if (!property_span(said, &span) &&
	    !named_span(e->tag->id, said, own, &span))
		return;
	for (int i = SAID_DATETIME; i < SAIDS && v == NULL; i++)
		if ((v = said[i]) != NULL && *v == '\0')
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
	span.places = places | own;
	span.region = region;
	span.depth = (size_t)depth;
	*vec_add(&a->spans) = span;
}

void
spans_close(struct about *a, int depth)
{
	for (size_t i = a->spans.n; i-- > 0;) {
		struct about_span *span = &a->spans.at[i];

		if (span->open && span->depth >= (size_t)depth) {
			span->open = false;
			span->end = a->text.n;
		} else if (i + 32 < a->spans.n) {
			break; /* so many inside each other are none */
		}
	}
}
