/* SPDX-License-Identifier: MIT */
/*
 * What meta and link elements state: HTML's own names (HTML 4.2.5.1), Open
 * Graph, Twitter cards, Dublin Core, Highwire's and other citation metas,
 * and those of a few systems that many sites use.
 */
#include "html/about/evidence.h"

#include <stdio.h>
#include <strings.h>

#include "base/ascii.h"
#include "html/words/plain.h"

/* Sorted by name, for a binary search. */
static const struct meta_row {
	const char *name;
	enum about_field field;
	int rank;
} metas[] = {
	{"application-name", ABOUT_SITE, 70},
	{"article:author", ABOUT_AUTHOR, 75},
	{"article:modified", ABOUT_MODIFIED, 80},
	{"article:modified_time", ABOUT_MODIFIED, 90},
	{"article:published", ABOUT_PUBLISHED, 88},
	{"article:published_time", ABOUT_PUBLISHED, 95},
	{"article:section", ABOUT_SECTION, 90},
	{"article:tag", ABOUT_TAG, 95},
	{"article_date_original", ABOUT_PUBLISHED, 88},
	{"author", ABOUT_AUTHOR, 74},
	{"bepress_citation_author", ABOUT_AUTHOR, 100},
	{"bepress_citation_date", ABOUT_PUBLISHED, 85},
	{"bepress_citation_title", ABOUT_TITLE, 84},
	{"byl", ABOUT_AUTHOR, 75},
	{"citation_author", ABOUT_AUTHOR, 100},
	{"citation_date", ABOUT_PUBLISHED, 86},
	{"citation_journal_title", ABOUT_SITE, 75},
	{"citation_online_date", ABOUT_PUBLISHED, 89},
	{"citation_publication_date", ABOUT_PUBLISHED, 88},
	{"citation_title", ABOUT_TITLE, 85},
	{"content-language", ABOUT_LANG, 90},
	{"copyright", ABOUT_LICENSE, 20},
	{"cxenseparse:recs:publishtime", ABOUT_PUBLISHED, 88},
	{"date", ABOUT_PUBLISHED, 70},
	{"date.created", ABOUT_PUBLISHED, 84},
	{"date.modified", ABOUT_MODIFIED, 70},
	{"datecreated", ABOUT_PUBLISHED, 84},
	{"datemodified", ABOUT_MODIFIED, 80},
	{"datepublished", ABOUT_PUBLISHED, 95},
	{"dc.creator", ABOUT_AUTHOR, 71},
	{"dc.creator.personalname", ABOUT_AUTHOR, 99},
	{"dc.date", ABOUT_PUBLISHED, 70},
	{"dc.date.created", ABOUT_PUBLISHED, 86},
	{"dc.date.issued", ABOUT_PUBLISHED, 88},
	{"dc.date.modified", ABOUT_MODIFIED, 75},
	{"dc.description", ABOUT_DESCRIPTION, 75},
	{"dc.language", ABOUT_LANG, 60},
	{"dc.rights", ABOUT_LICENSE, 40},
	{"dc.subject", ABOUT_TAG, 60},
	{"dc.title", ABOUT_TITLE, 80},
	{"dcterms.created", ABOUT_PUBLISHED, 86},
	{"dcterms.creator", ABOUT_AUTHOR, 71},
	{"dcterms.date", ABOUT_PUBLISHED, 70},
	{"dcterms.issued", ABOUT_PUBLISHED, 88},
	{"dcterms.modified", ABOUT_MODIFIED, 75},
	{"dcterms.title", ABOUT_TITLE, 80},
	{"description", ABOUT_DESCRIPTION, 95},
	{"eprints.creators_name", ABOUT_AUTHOR, 100},
	{"eprints.title", ABOUT_TITLE, 84},
	{"keywords", ABOUT_TAG, 75},
	{"last-modified", ABOUT_MODIFIED, 60},
	{"lastmod", ABOUT_MODIFIED, 65},
	{"news_keywords", ABOUT_TAG, 80},
	{"og:article:author", ABOUT_AUTHOR, 75},
	{"og:article:published_time", ABOUT_PUBLISHED, 94},
	{"og:description", ABOUT_DESCRIPTION, 100},
	{"og:image", ABOUT_IMAGE, 100},
	{"og:image:secure_url", ABOUT_IMAGE, 95},
	{"og:image:url", ABOUT_IMAGE, 98},
	{"og:locale", ABOUT_LANG, 80},
	{"og:published_time", ABOUT_PUBLISHED, 90},
	{"og:pubdate", ABOUT_PUBLISHED, 90},
	{"og:site_name", ABOUT_SITE, 100},
	{"og:title", ABOUT_TITLE, 90},
	{"og:type", ABOUT_TYPE, 100},
	{"og:updated_time", ABOUT_MODIFIED, 85},
	{"og:url", ABOUT_URL, 90},
	{"originalpublicationdate", ABOUT_PUBLISHED, 88},
	{"parsely-author", ABOUT_AUTHOR, 77},
	{"parsely-pub-date", ABOUT_PUBLISHED, 88},
	{"parsely-section", ABOUT_SECTION, 70},
	{"parsely-tags", ABOUT_TAG, 90},
	{"parsely-title", ABOUT_TITLE, 83},
	{"pubdate", ABOUT_PUBLISHED, 88},
	{"publication_date", ABOUT_PUBLISHED, 88},
	{"publish-date", ABOUT_PUBLISHED, 88},
	{"publish_date", ABOUT_PUBLISHED, 88},
	{"publishdate", ABOUT_PUBLISHED, 88},
	{"published_date", ABOUT_PUBLISHED, 88},
	{"publisheddate", ABOUT_PUBLISHED, 88},
	{"rights", ABOUT_LICENSE, 30},
	{"sailthru.author", ABOUT_AUTHOR, 76},
	{"sailthru.date", ABOUT_PUBLISHED, 88},
	{"sailthru.tags", ABOUT_TAG, 70},
	{"sailthru.title", ABOUT_TITLE, 82},
	{"timestamp", ABOUT_PUBLISHED, 80},
	{"twitter:description", ABOUT_DESCRIPTION, 70},
	{"twitter:image", ABOUT_IMAGE, 80},
	{"twitter:image:src", ABOUT_IMAGE, 80},
	{"twitter:title", ABOUT_TITLE, 78},
	{"winnow-lang", ABOUT_LANG, 100},
};

static const struct meta_row *
meta_row(const char *name)
{
	size_t low = 0, high = sizeof metas / sizeof *metas;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int d = strcasecmp(metas[middle].name, name);

		if (d == 0)
			return &metas[middle];
		if (d < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Tags stand in one value, with commas or semicolons between them. */
static void
add_tags(struct about *a, const struct meta_row *row, const char *source,
    struct str value)
{
	char sign = memchr(value.s, ',', value.n) != NULL ? ',' : ';';
	size_t from = 0;

	if (strcmp(row->name, "article:tag") == 0 && value.n < 40)
		sign = ','; /* one each, as a rule */
	for (size_t i = 0; i <= value.n; i++)
		if (i == value.n || value.s[i] == sign) {
			evidence_state(a, row->field, row->rank, source,
			    plain_trim((struct str){value.s + from, i - from},
			    " \t\r\n,;"));
			from = i + 1;
		}
}

/* A language named by content-language may be a list: its first. */
static struct str
first_of_list(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (value.s[i] == ',' || value.s[i] == ';')
			value.n = i;
	return plain_trim(value, " \t\r\n");
}

/* "og:title og:headline": several names of RDFa; the first that we know. */
/* A date by what its name says: "article.published-date", "w-publish_time". */
static const struct meta_row *
row_of_words(const char *name)
{
	static const struct meta_row published = {"published",
	    ABOUT_PUBLISHED, 86};
	struct buf low = {0};
	struct str s;
	bool is;

	for (; *name != '\0'; name++)
		buf_putc(&low, ascii_lower(*name));
	s = buf_str(&low);
	is = (plain_contains(s, "publish") || plain_contains(s, "publication"))
	    && (plain_contains(s, "date") || plain_contains(s, "time")) &&
	    !plain_contains(s, "modif") && !plain_contains(s, "update");
	buf_free(&low);
	return is ? &published : NULL;
}

static const struct meta_row *
find_row(const char *names)
{
	char name[64];

	for (;;) {
		size_t n = strcspn(names, " \t\n");
		const struct meta_row *row;

		if (n < sizeof name) {
			memcpy(name, names, n);
			name[n] = '\0';
			if (strncasecmp(name, "dc:", 3) == 0)
				name[2] = '.';
			if ((row = meta_row(name)) != NULL ||
			    (row = row_of_words(name)) != NULL)
				return row;
		}
		names += n;
		names += strspn(names, " \t\n");
		if (*names == '\0')
			return NULL;
	}
}

static const char *
meta_name(const struct element *e)
{
	static const char *const names[] = {"property", "name", "itemprop",
	    "http-equiv"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *v = element_get(e, names[i]);

		if (v != NULL && *v != '\0' && find_row(v) != NULL)
			return v;
	}
	return NULL;
}

/* twitter:label1 names what twitter:data1 is: "Written by". */
static bool
stated_card(struct about *a, const char *name, const char *content)
{
	if (strncmp(name, "label", 5) == 0) {
		a->card_author = (byline_kinds(str_of(content)) &
		    (BYLINE_BY | BYLINE_LABEL)) != 0;
		return true;
	}
	if (strncmp(name, "data", 4) != 0)
		return false;
	if (a->card_author)
		evidence_state(a, ABOUT_AUTHOR, 71, "meta twitter:data",
		    str_of(content));
	a->card_author = false;
	return true;
}

static void
stated_meta(struct about *a, const struct element *e)
{
	const char *content = element_get(e, "content"), *name, *own;
	const struct meta_row *row;
	char source[96];

	if (content == NULL && (content = element_get(e, "value")) == NULL)
		return;
	own = element_get(e, "name");
	if (own != NULL && strcmp(own, "winnow-url") == 0) {
		if (a->saved.n == 0)
			buf_puts(&a->saved, content);
		return;
	}
	if (own != NULL && strncasecmp(own, "twitter:", 8) == 0 &&
	    stated_card(a, own + 8, content))
		return;
	if ((name = meta_name(e)) == NULL)
		return;
	row = find_row(name);
	if (strcmp(row->name, "winnow-lang") == 0)
		snprintf(source, sizeof source, "html lang");
	else
		snprintf(source, sizeof source, "meta %.80s", row->name);
	if (row->field == ABOUT_TAG)
		add_tags(a, row, source, str_of(content));
	else
		evidence_state(a, row->field, row->rank, source,
		    row->field == ABOUT_LANG ? first_of_list(str_of(content))
		    : str_of(content));
	if (row->field == ABOUT_TYPE && strcasecmp(content, "article") == 0)
		a->says_article = true;
}

/* Whether a list of words, as rel has it, contains one. */
static bool
has_token(const char *list, const char *word)
{
	size_t n = strlen(word);

	while (list != NULL && *list != '\0') {
		size_t k = strcspn(list, " \t\n");

		if (k == n && strncasecmp(list, word, n) == 0)
			return true;
		list += k;
		list += strspn(list, " \t\n");
	}
	return false;
}

static void
stated_link(struct about *a, const struct element *e)
{
	const char *rel = element_get(e, "rel"), *href = element_get(e, "href");

	if (href == NULL || *href == '\0')
		return;
	if (has_token(rel, "canonical"))
		evidence_state(a, ABOUT_URL, 100, "link canonical",
		    str_of(href));
	if (has_token(rel, "license"))
		evidence_state(a, ABOUT_LICENSE, 100, "link license",
		    str_of(href));
	if (has_token(rel, "image_src"))
		evidence_state(a, ABOUT_IMAGE, 60, "link image_src",
		    str_of(href));
}

void
stated_element(struct about *a, const struct element *e)
{
	const char *href;

	if (e->tag->id == TAG_META)
		stated_meta(a, e);
	else if (e->tag->id == TAG_LINK)
		stated_link(a, e);
	else if (e->tag->id == TAG_BASE && a->base.n == 0 &&
	    (href = element_get(e, "href")) != NULL)
		buf_puts(&a->base, href);
}
