/* SPDX-License-Identifier: MIT */
#include "html/about/span.h"

#include <strings.h>

#include "base/ascii.h"

enum { SPANS = 4096, FOLDER_MOST = 16 };

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
property_span(const struct element *e, struct about_span *span)
{
	const char *words[] = {element_get(e, "itemprop"),
	    element_get(e, "property")};

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
leads_to_author(const struct element *e)
{
	const char *s = element_get(e, "href");

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

/* Whether an attribute's name begins as one that makes a span does. */
static bool
may_name(const struct element *e)
{
	const char *const *a = e->attributes;

	for (; a != NULL && a[0] != NULL; a += 2)
		switch (a[0][0]) {
		case 'd': case 'h': case 'i': case 'p': case 'r':
			return true;
		}
	return false;
}

/* What rel, class or the element's kind make a span; false: nothing does. */
static bool
named_span(const struct element *e, unsigned own, struct about_span *span)
{
	if (span_has_token(element_get(e, "rel"), "author")) {
		*span = (struct about_span){.field = ABOUT_AUTHOR, .rank = 52,
		    .source = "rel author"};
	} else if (e->tag->id == TAG_A && leads_to_author(e)) {
		*span = (struct about_span){.field = ABOUT_AUTHOR, .rank = 51,
		    .source = "link to author"};
	} else if (span_has_token(element_get(e, "rel"), "tag")) {
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

void
span_open(struct about *a, const struct element *e, unsigned places,
    unsigned own, int region, int depth)
{
	static const char *const stated[] = {"datetime", "content",
	    "data-date", "data-datetime", "data-timestamp", "title"};
	struct about_span span = {0};
	const char *v = NULL;

	if (a->spans.n >= SPANS || (e->attributes == NULL &&
	    e->tag->id != TAG_TIME) || ((own & (PLACE_AUTHOR | PLACE_DATE)) == 0
	    && !may_name(e)))
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
