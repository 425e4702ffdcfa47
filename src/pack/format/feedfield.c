/* SPDX-License-Identifier: MIT */
#include "pack/format/feedfield.h"

#include "pack/syntax/headers.h"

enum vocabulary { RSS, ATOM, DC, CONTENT, MEDIA, ITUNES, XHTML, RDF, FOREIGN };

/* By namespace name, and by the prefix that is used where none is declared. */
static const struct {
	const char *uri, *prefix;
	enum vocabulary vocabulary;
} spaces[] = {
	{"http://www.w3.org/2005/Atom", "atom", ATOM},
	{"http://purl.org/atom/ns#", "atom10", ATOM},
	{"http://purl.org/dc/elements/1.1/", "dc", DC},
	{"http://purl.org/dc/elements/1.0/", "dc", DC},
	{"http://purl.org/dc/terms/", "dcterms", DC},
	{"http://purl.org/rss/1.0/modules/content/", "content", CONTENT},
	{"http://search.yahoo.com/mrss/", "media", MEDIA},
	{"http://search.yahoo.com/mrss", "media", MEDIA},
	{"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes", ITUNES},
	{"http://www.w3.org/1999/xhtml", "xhtml", XHTML},
	{"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf", RDF},
	{"http://purl.org/rss/1.0/", "rss", RSS},
	{"http://my.netscape.com/rdf/simple/0.9/", "rss", RSS},
};

static const struct {
	enum vocabulary vocabulary;
	const char *name;
	enum feed_field field;
} names[] = {
	{RSS, "title", FEED_TITLE}, {RSS, "link", FEED_LINK},
	{RSS, "guid", FEED_GUID}, {RSS, "pubdate", FEED_PUBLISHED},
	{RSS, "description", FEED_SUMMARY}, {RSS, "author", FEED_AUTHOR},
	{RSS, "body", FEED_CONTENT}, {RSS, "fullitem", FEED_CONTENT},
	{ATOM, "title", FEED_TITLE}, {ATOM, "link", FEED_LINK},
	{ATOM, "id", FEED_GUID}, {ATOM, "published", FEED_PUBLISHED},
	{ATOM, "issued", FEED_PUBLISHED}, {ATOM, "updated", FEED_UPDATED},
	{ATOM, "modified", FEED_UPDATED}, {ATOM, "created", FEED_UPDATED},
	{ATOM, "summary", FEED_SUMMARY}, {ATOM, "content", FEED_CONTENT},
	{DC, "title", FEED_TITLE}, {DC, "date", FEED_PUBLISHED},
	{DC, "issued", FEED_PUBLISHED}, {DC, "created", FEED_PUBLISHED},
	{DC, "modified", FEED_UPDATED}, {DC, "creator", FEED_AUTHOR},
	{DC, "description", FEED_OTHER},
	{CONTENT, "encoded", FEED_CONTENT},
	{MEDIA, "title", FEED_TITLE}, {MEDIA, "description", FEED_OTHER},
	{ITUNES, "summary", FEED_OTHER}, {ITUNES, "author", FEED_AUTHOR},
	{XHTML, "body", FEED_CONTENT}, {XHTML, "div", FEED_CONTENT},
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct str
prefix_of(struct str name)
{
	const char *colon = name.n > 0 ? memchr(name.s, ':', name.n) : NULL;

	return (struct str){name.s, colon != NULL ?
	    (size_t)(colon - name.s) : 0};
}

/* Without a prefix, and in no known space, it is the feed's own: RSS. */
static enum vocabulary
vocabulary_of(const struct xmlns *ns, struct str name)
{
	struct str uri = xmlns_of(ns, name), prefix = prefix_of(name);

	for (size_t i = 0; i < COUNT(spaces); i++)
		if (uri.n > 0 ? str_eq(uri, str_of(spaces[i].uri)) :
		    headers_same(prefix, spaces[i].prefix))
			return spaces[i].vocabulary;
	return prefix.n == 0 ? RSS : FOREIGN;
}

enum feed_field
feedfield_of(const struct xmlns *ns, const struct xml *x)
{
	enum vocabulary v = vocabulary_of(ns, xml_name(x));
	struct str name = xml_local(x);

	for (size_t i = 0; i < COUNT(names); i++)
		if (headers_same(name, names[i].name) &&
		    (names[i].vocabulary == v ||
		    /* RSS that borrows from Atom, Atom without its name */
		    (v == RSS && names[i].vocabulary == ATOM)))
			return names[i].field;
	return FEED_NONE;
}

static bool
attribute_is(const struct xml *x, const char *name, const char *value)
{
	struct buf b = {0};
	bool same = xml_attribute(x, name, &b) &&
	    headers_same(headers_trim(buf_str(&b)), value);

	buf_free(&b);
	return same;
}

/* By "type" (RFC 4287, 3.1.1 and 4.1.3). */
static enum feed_manner
by_type(struct str type, enum feed_manner manner)
{
	static const char *const markup[] = {"html", "text/html", "cdata",
	    "application/xhtml", "escaped"};

	if (headers_same(type, "xhtml") ||
	    headers_same(type, "application/xhtml+xml"))
		return FEED_XHTML;
	if (headers_same(type, "text") || headers_same(type, "plain") ||
	    headers_same(type, "text/plain"))
		return FEED_TEXT;
	for (size_t i = 0; i < COUNT(markup); i++)
		if (headers_same(type, markup[i]))
			return FEED_MARKUP;
	return manner;
}

/* Atom's text is text, where nothing says other; RSS means markup. */
static enum feed_manner
by_element(const struct xmlns *ns, const struct xml *x)
{
	struct str name = xml_local(x);

	switch (vocabulary_of(ns, xml_name(x))) {
	case XHTML:
		return FEED_XHTML;
	case MEDIA:
	case ITUNES:
		return FEED_LINES;
	case RSS:
		return headers_same(name, "content") ||
		    headers_same(name, "summary") ? FEED_TEXT : FEED_MARKUP;
	case ATOM:
		return FEED_TEXT;
	default:
		return FEED_MARKUP;
	}
}

enum feed_manner
feedfield_manner(const struct xmlns *ns, const struct xml *x,
    enum feed_field field)
{
	enum feed_manner manner = by_element(ns, x);
	struct buf type = {0};

	if (xml_attribute(x, "type", &type))
		manner = by_type(headers_trim(buf_str(&type)), manner);
	else if (attribute_is(x, "mode", "xml") &&
	    field >= FEED_CONTENT)
		manner = FEED_XHTML;
	/* Atom 0.3: text/html in its place, unless it was escaped */
	if (attribute_is(x, "mode", "escaped"))
		manner = manner == FEED_XHTML ? FEED_MARKUP : manner;
	if (attribute_is(x, "mode", "base64") ||
	    attribute_is(x, "encoding", "base64"))
		manner = FEED_BASE64;
	if (field < FEED_CONTENT && manner != FEED_XHTML &&
	    manner != FEED_BASE64)
		manner = FEED_MARKUP; /* read as text, later */
	buf_free(&type);
	return manner;
}

bool
feedfield_is_item(const struct xmlns *ns, const struct xml *x)
{
	enum vocabulary v = vocabulary_of(ns, xml_name(x));
	struct str name = xml_local(x);

	return (v == RSS || v == ATOM) &&
	    (headers_same(name, "item") || headers_same(name, "entry"));
}

bool
feedfield_is_root(const struct xmlns *ns, const struct xml *x)
{
	enum vocabulary v = vocabulary_of(ns, xml_name(x));
	struct str name = xml_local(x);

	if (headers_same(name, "rss"))
		return v == RSS || v == FOREIGN;
	if (headers_same(name, "feed"))
		return v == RSS || v == ATOM;
	if (headers_same(name, "entry"))
		return v == ATOM;
	return v == RDF && headers_same(name, "rdf");
}
