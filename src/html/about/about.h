/* SPDX-License-Identifier: MIT */
/*
 * What a page says of itself: its title, authors, dates, site, language,
 * address and more, from meta elements, JSON-LD, microdata and RDFa, and what
 * a reader sees near the headline.
 *
 * All of it is gathered in one pass over the page as evidence: a field, a
 * value, where it was found.  Then each field is chosen by its own rules:
 * title.c, author.c, date.c, choose.c.  What is not known has no value.
 *
 * Bounds, beyond which what comes first is kept, are in enum about_bounds.
 */
#ifndef HTML_ABOUT_ABOUT_H
#define HTML_ABOUT_ABOUT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/source.h"

/* X(identifier, name, several): the fields in the order of the output. */
#define ABOUT_FIELDS_OF(X)                                             \
	X(TITLE, "title", false) X(AUTHOR, "author", true)             \
	X(PUBLISHED, "published", false) X(MODIFIED, "modified", false) \
	X(DATE, "date", false) X(SITE, "site", false)                  \
	X(LANG, "lang", false) X(URL, "url", false)                    \
	X(DESCRIPTION, "description", false)                           \
	X(SECTION, "section", false) X(TAG, "tag", true)               \
	X(IMAGE, "image", false) X(LICENSE, "license", false)          \
	X(TYPE, "type", false)

#define ABOUT_ENUM(id, name, several) ABOUT_##id,
enum about_field { ABOUT_FIELDS_OF(ABOUT_ENUM) ABOUT_FIELDS };

enum about_bounds {
	ABOUT_VALUE = 4096,          /* bytes of a value */
	ABOUT_ITEMS = 4096,          /* values found, of all fields */
	ABOUT_PER_FIELD = 512,       /* values found of one field */
	ABOUT_TAGS = 256,            /* tags written */
	ABOUT_BLOCKS = 16384,        /* blocks of text that are looked at */
	ABOUT_LINE = 600,            /* bytes of one that are kept */
	ABOUT_TEXT = 1024 * 1024,    /* bytes of text in all */
	ABOUT_JSON = 4 * 1024 * 1024, /* bytes of JSON-LD in all */
	ABOUT_NODES = 512            /* nodes of JSON-LD */
};

struct langid;

struct about_options {
	struct str base; /* the page's address; empty: what it says itself */
	long visited;    /* day of the visit, since 1970: no later date is
	                    believed, but for two days; 0: not known */
	struct langid *judge; /* keeps words from page to page; or NULL */
};

struct about;

/* Of a page in clean UTF-8 (html_decoder).  The caller frees it. */
struct about *about_read(struct source *page, const struct about_options *);
void about_free(struct about *);

const char *about_field_name(enum about_field);
bool about_field_is_list(enum about_field);

/* The i-th value of a field; .s is NULL where there are not so many. */
struct str about_value(const struct about *, enum about_field, size_t i);

/* All evidence, in the order found: where, and whether it was chosen. */
struct about_evidence {
	enum about_field field;
	bool chosen;
	int rank;
	const char *source; /* "json-ld NewsArticle.author", "h1" */
	struct str value;
};
size_t about_evidence_count(const struct about *);
struct about_evidence about_evidence(const struct about *, size_t i);

/* JSON-LD that could not be read: how many scripts, and why the last. */
size_t about_faults(const struct about *, const char **why);

#endif
