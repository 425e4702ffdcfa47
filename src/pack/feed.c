/* SPDX-License-Identifier: MIT */
/*
 * RSS (0.9x, 1.0, 2.0) and Atom: each item a page of its own, made of its
 * title and the longest it says: content before a description.  What stands
 * in it may be markup that was escaped, CDATA, XHTML in place, or text.
 */
#include "html/encoding/pagecharset.h"
#include "pack/date.h"
#include "pack/headers.h"
#include "pack/pack.h"
#include "pack/xml.h"

enum field { NONE, TITLE, LINK, GUID, DATE, SUMMARY, CONTENT, FIELDS };

/* How the text of a field is to be read. */
enum manner { AS_MARKUP, AS_TEXT, AS_XHTML };

struct feed {
	struct pack *pack;
	struct xml xml;
	struct buf fields[FIELDS];
	enum field field; /* that is open */
	enum manner manner;
	int depth;        /* open elements */
	int item, inside; /* the depth of the item that is open, of the field */
	unsigned long count; /* items */
	bool too_large;
};

static const struct {
	const char *name;
	enum field field;
} names[] = {
	{"title", TITLE}, {"link", LINK}, {"guid", GUID}, {"id", GUID},
	{"pubdate", DATE}, {"dc:date", DATE}, {"published", DATE},
	{"updated", DATE}, {"description", SUMMARY}, {"summary", SUMMARY},
	{"content:encoded", CONTENT}, {"content", CONTENT},
};

static bool
is_root(const struct xml *x)
{
	struct str name = xml_local(x);

	return headers_same(name, "rss") || headers_same(name, "feed") ||
	    headers_same(xml_name(x), "rdf:rdf");
}

static bool
sniff(struct str head, bool whole)
{
	struct source in = source_over(head);
	struct xml x = xml_of(&in);
	enum xml_kind kind;

	(void)whole;
	if (head.n > 3 && memcmp(head.s, "\xEF\xBB\xBF", 3) == 0)
		in.at += 3;
	do
		kind = xml_next(&x);
	while (kind == XML_OTHER || kind == XML_COMMENT ||
	    (kind == XML_TEXT && headers_trim(x.token).n == 0));
	/* Its first tag may be longer than what we see. */
	return (kind == XML_OPEN || x.cut) && is_root(&x);
}

static enum field
field_of(const struct xml *x)
{
	struct str name = xml_name(x);

	if (name.n > 5 && headers_same((struct str){name.s, 5}, "atom:"))
		name = xml_local(x);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (headers_same(name, names[i].name))
			return names[i].field;
	return NONE;
}

static bool
attribute_is(const struct xml *x, const char *name, const char *value)
{
	struct buf b = {0};
	bool same = xml_attribute(x, name, &b) &&
	    headers_same(buf_str(&b), value);

	buf_free(&b);
	return same;
}

/* Atom's type (RFC 4287, 3.1.1); RSS has none, and means markup. */
static enum manner
manner_of(const struct feed *f, const struct xml *x)
{
	struct buf type = {0};
	bool atom = headers_same(xml_local(x), "content") ||
	    headers_same(xml_local(x), "summary");
	enum manner manner = atom ? AS_TEXT : AS_MARKUP;

	if (xml_attribute(x, "type", &type))
		manner = headers_same(buf_str(&type), "xhtml") ? AS_XHTML :
		    headers_same(buf_str(&type), "html") ||
		    headers_same(buf_str(&type), "text/html") ? AS_MARKUP : manner;
	if (f->field < SUMMARY && manner != AS_XHTML)
		manner = AS_MARKUP; /* read as text, later */
	buf_free(&type);
	return manner;
}

static void
open_field(struct feed *f)
{
	enum field field = field_of(&f->xml);

	if (field == LINK && xml_attribute(&f->xml, "href", &f->fields[NONE])) {
		struct buf rel = {0};

		if (f->fields[LINK].n == 0 &&
		    (!xml_attribute(&f->xml, "rel", &rel) ||
		    headers_same(buf_str(&rel), "alternate")))
			buf_put(&f->fields[LINK], f->fields[NONE].s,
			    f->fields[NONE].n);
		f->fields[NONE].n = 0;
		buf_free(&rel);
		return;
	}
	if (field == NONE || f->fields[field].n > 0 ||
	    attribute_is(&f->xml, "ispermalink", "false"))
		return;
	f->field = field;
	f->inside = f->depth;
	f->manner = manner_of(f, &f->xml);
}

/* A text, or a tag of XHTML, into the field that is open. */
static void
put(struct feed *f, struct str t, bool literal)
{
	struct buf *to = &f->fields[f->field], plain = {0};

	if (to->n + t.n > f->pack->most)
		f->too_large = true;
	if (f->field == NONE || f->too_large)
		return;
	if (f->manner == AS_XHTML && literal) {
		xml_escape(to, t);
	} else if (f->manner == AS_XHTML) {
		buf_put(to, t.s, t.n);
	} else if (f->manner == AS_MARKUP && literal) {
		buf_put(to, t.s, t.n);
	} else if (f->manner == AS_MARKUP) {
		xml_resolve(to, t);
	} else {
		if (literal)
			buf_put(&plain, t.s, t.n);
		else
			xml_resolve(&plain, t);
		xml_escape(to, buf_str(&plain));
	}
	buf_free(&plain);
}

static void
put_tag(struct feed *f, bool close)
{
	if (f->field == NONE || f->manner != AS_XHTML)
		return;
	put(f, close ? STR("</") : STR("<"), false);
	put(f, f->xml.token, false);
	put(f, STR(">"), false);
}

/*
 * A title as text: it may hold markup, though most hold text, and many
 * generators escape that twice.
 */
static void
put_title(struct buf *to, struct str title)
{
	struct source in = source_over(headers_trim(title));
	struct xml x = xml_of(&in);
	struct buf text = {0};
	enum xml_kind kind;

	while ((kind = xml_next(&x)) != XML_END)
		if (kind == XML_TEXT)
			xml_resolve(&text, x.token);
	xml_escape(to, buf_str(&text));
	buf_free(&text);
}

static void
compose(struct buf *page, const struct feed *f)
{
	struct str title = buf_str(&f->fields[TITLE]);
	const struct buf *body = &f->fields[f->fields[CONTENT].n > 0 ? CONTENT :
	    SUMMARY];

	buf_puts(page, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
	    "<title>");
	put_title(page, title);
	buf_puts(page, "</title></head>\n<body><article><h1>");
	put_title(page, title);
	buf_puts(page, "</h1>\n");
	buf_put(page, body->s, body->n);
	buf_puts(page, "\n</article></body></html>\n");
}

static bool
is_address(const struct buf *b)
{
	return b->n > 4 && memcmp(b->s, "http", 4) == 0;
}

static void
deliver(struct feed *f)
{
	struct buf page = {0}, date = {0};
	struct part part = {.type = STR("text/html"), .charset = STR("utf-8")};
	const struct buf *url = &f->fields[LINK];

	if (url->n == 0 && is_address(&f->fields[GUID]))
		url = &f->fields[GUID];
	part.url = headers_trim(buf_str(url));
	date_put(&date, headers_trim(buf_str(&f->fields[DATE])));
	part.date = buf_str(&date);
	f->count++;
	if (f->too_large) {
		pack_say(f->pack, "an item (%.*s) is larger than --max-page: "
		    "left out", (int)(part.url.n < 200 ? part.url.n : 200),
		    part.url.s);
	} else {
		compose(&page, f);
		pack_bytes(f->pack, buf_str(&page), &part);
	}
	buf_free(&page);
	buf_free(&date);
}

static void
begin_item(struct feed *f)
{
	f->item = f->depth;
	f->field = NONE;
	f->too_large = false;
	for (int i = 0; i < FIELDS; i++)
		f->fields[i].n = 0;
}

static void
opened(struct feed *f)
{
	struct str name = xml_local(&f->xml);

	f->depth++;
	if (f->item == 0) {
		if (headers_same(name, "item") || headers_same(name, "entry"))
			begin_item(f);
	} else if (f->field != NONE) {
		put_tag(f, false);
	} else if (f->depth == f->item + 1) {
		open_field(f);
	}
	if (!f->xml.empty)
		return;
	f->depth--;
	if (f->field != NONE && f->depth < f->inside)
		f->field = NONE;
	if (f->depth < f->item)
		f->item = 0;
}

static void
closed(struct feed *f)
{
	if (f->field != NONE && f->depth > f->inside)
		put_tag(f, true);
	else
		f->field = NONE;
	if (f->depth == f->item && f->item > 0) {
		deliver(f);
		f->item = 0;
	}
	if (f->depth > 0)
		f->depth--;
}

/* True while there is more. */
static bool
step(struct feed *f)
{
	enum xml_kind kind = xml_next(&f->xml);

	switch (kind) {
	case XML_OPEN:
		opened(f);
		return true;
	case XML_CLOSE:
		closed(f);
		return true;
	case XML_TEXT:
	case XML_CDATA:
		put(f, f->xml.token, kind == XML_CDATA);
		return true;
	case XML_END:
		return false;
	default:
		return true;
	}
}

static void
read_feed(struct pack *p, struct source *in, const struct part *part)
{
	const struct charset *label = charset_find(part->charset);
	unsigned breaks = p->breaks;
	struct decode d;
	struct feed f = {.pack = p};

	decode_page_open(&d, in, label != NULL ? label->name : NULL);
	f.xml = xml_of(&d.source);
	f.xml.most = p->most;
	while (!p->done && step(&f))
		continue;
	if (!p->done && (f.depth > 0 || f.xml.cut) && p->breaks == breaks)
		pack_break(p, "feed: cut off after item %lu", f.count);
	decode_close(&d);
	for (int i = 0; i < FIELDS; i++)
		buf_free(&f.fields[i]);
}

const struct reader reader_feed = {"feed rss atom", sniff, read_feed};
