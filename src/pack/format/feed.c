/* SPDX-License-Identifier: MIT */
/*
 * RSS (0.9x, 1.0, 2.0) and Atom (0.3, 1.0): each item a page of its own, made
 * of its title and the fullest that it says: content, a summary, what an
 * extension says.  What is in it may be markup that was escaped, CDATA, XHTML
 * in place, text, or base64.
 */
#include "pack/syntax/date.h"
#include "pack/format/feedfield.h"
#include "pack/page/feedpage.h"
#include "pack/syntax/headers.h"
#include "pack/pack.h"
#include "pack/syntax/transfer.h"
#include "pack/syntax/url.h"
#include "pack/syntax/xmldecode.h"

enum { GROUPS_DEEP = 3 /* elements of an item that a field may be in */ };

struct feed {
	struct pack *pack;
	const struct part *outer;
	struct xml xml;
	struct xmlns ns;
	struct buf fields[FEED_FIELDS], base;
	enum feed_field field; /* that is open */
	enum feed_manner manner;
	int depth;        /* open elements */
	int item, inside; /* the depth of the item that is open, of the field */
	size_t begun;     /* of the field: its length before */
	unsigned long count; /* items */
	bool too_large;
};

/* ---- whether it is one ---- */

/* The first tag, decoded, since UTF-16 is XML's as well. */
static bool
has_root(struct source *bytes)
{
	struct decode d;
	struct xml x;
	struct xmlns ns = {0};
	enum xml_kind kind;
	bool yes;

	xmldecode_open(&d, bytes, (struct str){0});
	x = xml_of(&d.source);
	do
		kind = xml_next(&x);
	while (kind == XML_OTHER || kind == XML_COMMENT ||
	    (kind == XML_TEXT && headers_trim(x.token).n == 0));
	/* Its first tag may be longer than what we see. */
	yes = kind == XML_OPEN || x.cut;
	if (yes && !x.cut)
		xmlns_open(&ns, &x);
	yes = yes && feedfield_is_root(&ns, &x);
	xmlns_free(&ns);
	decode_close(&d);
	return yes;
}

static bool
sniff_feed(struct str head, bool whole)
{
	struct source in = source_over(head);
	size_t i = 0;

	(void)whole;
	/* A mark, zeros of UTF-16, blanks: then a tag. */
	while (i < head.n && (strchr(" \t\r\n", head.s[i]) != NULL ||
	    (unsigned char)head.s[i] >= 0xBB))
		i++;
	return i < head.n && head.s[i] == '<' && has_root(&in);
}

/* ---- fields ---- */

static void
take_link(struct feed *f, struct str href)
{
	struct buf rel = {0};

	if (f->fields[FEED_LINK].n == 0 &&
	    (!xml_attribute(&f->xml, "rel", &rel) ||
	    headers_same(buf_str(&rel), "alternate")))
		url_resolve(&f->fields[FEED_LINK], xmlns_base(&f->ns),
		    headers_trim(href));
	buf_free(&rel);
}

/* Whether a field of this name may still be filled. */
static bool
is_open_for(const struct feed *f, enum feed_field field)
{
	return field == FEED_OTHER ||
	    headers_trim(buf_str(&f->fields[field])).n == 0;
}

static bool
is_no_address(const struct feed *f)
{
	struct buf b = {0};
	bool no = xml_attribute(&f->xml, "ispermalink", &b) &&
	    headers_same(buf_str(&b), "false");

	buf_free(&b);
	return no;
}

static void
open_field(struct feed *f)
{
	enum feed_field field = feedfield_of(&f->ns, &f->xml);
	struct buf href = {0};

	if (field == FEED_LINK && xml_attribute(&f->xml, "href", &href)) {
		take_link(f, buf_str(&href));
		buf_free(&href);
		return;
	}
	/* In a group only what extensions say is the item's. */
	if (f->depth > f->item + 1 && field != FEED_OTHER)
		return;
	if (field == FEED_NONE || !is_open_for(f, field) || is_no_address(f))
		return;
	if (field != FEED_OTHER)
		f->fields[field].n = 0;
	f->field = field;
	f->inside = f->depth;
	f->begun = f->fields[field].n;
	f->manner = feedfield_manner(&f->ns, &f->xml, field);
}

/* A text, or a tag of XHTML, into the field that is open. */
static void
put(struct feed *f, struct str t, bool literal)
{
	struct buf *to = &f->fields[f->field], plain = {0};

	if (f->field == FEED_NONE)
		return;
	f->too_large = f->too_large || to->n + t.n > f->pack->most;
	if (f->too_large)
		return;
	if (literal)
		buf_put(&plain, t.s, t.n);
	else
		xml_resolve(&plain, t);
	if (f->manner == FEED_XHTML && !literal)
		buf_put(to, t.s, t.n);
	else if (f->manner == FEED_MARKUP || f->manner == FEED_BASE64)
		buf_put(to, plain.s, plain.n);
	else if (f->manner == FEED_LINES)
		feedpage_lines(to, buf_str(&plain));
	else
		xml_escape(to, buf_str(&plain));
	buf_free(&plain);
}

/* A tag of XHTML, without its prefix, which HTML does not know. */
static void
put_tag(struct feed *f, bool close)
{
	struct str name = xml_name(&f->xml), local = xml_local(&f->xml);
	size_t prefix = name.n - local.n;

	if (f->field == FEED_NONE || f->manner != FEED_XHTML)
		return;
	put(f, close ? STR("</") : STR("<"), false);
	put(f, (struct str){f->xml.token.s + prefix,
	    f->xml.token.n - prefix}, false);
	put(f, STR(">"), false);
}

/* Escaped twice: a CDATA section that is text. */
static void
strip_cdata(struct buf *b, size_t from)
{
	struct str all = {b->s + from, b->n - from}, t = headers_trim(all);

	if (t.n < 12 || memcmp(t.s, "<![CDATA[", 9) != 0 ||
	    memcmp(t.s + t.n - 3, "]]>", 3) != 0)
		return;
	memmove(b->s + from, t.s + 9, t.n - 12);
	b->n = from + t.n - 12;
}

static void
close_field(struct feed *f)
{
	struct buf *b = &f->fields[f->field], bytes = {0};

	if (f->field == FEED_NONE)
		return;
	if (f->manner == FEED_BASE64) {
		transfer_base64(&bytes, (struct str){b->s + f->begun,
		    b->n - f->begun});
		b->n = f->begun;
		buf_put(b, bytes.s, bytes.n);
	} else if (f->manner == FEED_MARKUP) {
		strip_cdata(b, f->begun);
	}
	/* Of what extensions say, the longest. */
	if (f->field == FEED_OTHER && f->begun > 0) {
		if (b->n - f->begun > f->begun)
			memmove(b->s, b->s + f->begun, b->n - f->begun);
		b->n = b->n - f->begun > f->begun ? b->n - f->begun : f->begun;
	}
	if (f->field >= FEED_CONTENT && f->base.n == 0) {
		struct str base = xmlns_base(&f->ns);

		buf_put(&f->base, base.s, base.n);
	}
	f->field = FEED_NONE;
	buf_free(&bytes);
}

/* ---- an item ---- */

/*
 * A title as text: it may hold markup, though most hold text, and many
 * generators escape that twice.
 */
static void
plain_title(struct buf *to, struct str title)
{
	struct source in = source_over(headers_trim(title));
	struct xml x = xml_of(&in);
	enum xml_kind kind;

	while ((kind = xml_next(&x)) != XML_END)
		if (kind == XML_TEXT)
			xml_resolve(to, x.token);
}

static bool
is_blank(const struct buf *b)
{
	return headers_trim(buf_str(b)).n == 0;
}

/* The fullest that it says. */
static struct str
body_of(const struct feed *f)
{
	enum feed_field body = FEED_CONTENT;

	while (body < FEED_OTHER && is_blank(&f->fields[body]))
		body++;
	return buf_str(&f->fields[body]);
}

static bool
is_address(const struct buf *b)
{
	return b->n > 4 && memcmp(b->s, "http", 4) == 0;
}

static void
deliver(struct feed *f)
{
	struct buf page = {0}, date = {0}, title = {0}, url = {0};
	struct part part = *f->outer;
	const struct buf *link = &f->fields[FEED_LINK];
	const struct buf *when = &f->fields[FEED_PUBLISHED];

	if (link->n == 0 && is_address(&f->fields[FEED_GUID]))
		link = &f->fields[FEED_GUID];
	url_resolve(&url, f->outer->url, headers_trim(buf_str(link)));
	date_put(&date, headers_trim(buf_str(is_blank(when) ?
	    &f->fields[FEED_UPDATED] : when)));
	plain_title(&title, buf_str(&f->fields[FEED_TITLE]));
	part.url = link->n > 0 ? buf_str(&url) : (struct str){0};
	part.date = buf_str(&date);
	part.type = STR("text/html");
	part.charset = (struct str){0}; /* the page has it */
	part.title = buf_str(&title);
	part.from = headers_trim(buf_str(&f->fields[FEED_AUTHOR]));
	f->count++;
	if (f->too_large) {
		pack_say(f->pack, "an item (%.*s) is larger than --max-page: "
		    "left out", pack_shown(part.url),
		    part.url.s);
	} else {
		feedpage_put(&page, part.title, buf_str(&f->base), body_of(f));
		pack_bytes(f->pack, buf_str(&page), &part);
	}
	buf_free(&page);
	buf_free(&date);
	buf_free(&title);
	buf_free(&url);
}

static void
begin_item(struct feed *f)
{
	f->item = f->depth;
	f->field = FEED_NONE;
	f->too_large = false;
	f->base.n = 0;
	for (int i = 0; i < FEED_FIELDS; i++)
		f->fields[i].n = 0;
}

/* ---- elements ---- */

static void
closed(struct feed *f)
{
	if (f->field != FEED_NONE && f->depth > f->inside)
		put_tag(f, true);
	else
		close_field(f);
	if (f->depth == f->item && f->item > 0) {
		deliver(f);
		f->item = 0;
	}
	xmlns_close(&f->ns);
	if (f->depth > 0)
		f->depth--;
}

static void
opened(struct feed *f)
{
	bool empty = f->xml.empty;

	f->depth++;
	xmlns_open(&f->ns, &f->xml);
	if (f->item == 0) {
		if (feedfield_is_item(&f->ns, &f->xml))
			begin_item(f);
	} else if (f->field != FEED_NONE) {
		put_tag(f, false);
	} else if (f->depth <= f->item + GROUPS_DEEP) {
		open_field(f);
	}
	if (!empty)
		return;
	/* A tag that closes itself was written whole. */
	if (f->field != FEED_NONE && f->depth > f->inside) {
		xmlns_close(&f->ns);
		f->depth--;
	} else {
		closed(f);
	}
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
	unsigned breaks = p->breaks;
	struct decode d;
	struct feed f = {.pack = p, .outer = part};

	xmldecode_open(&d, in, part->charset);
	f.xml = xml_of(&d.source);
	f.xml.most = p->most;
	while (!p->done && step(&f))
		continue;
	if (!p->done && (f.depth > 0 || f.xml.cut) && p->breaks == breaks)
		pack_break(p, "feed: cut off after item %lu", f.count);
	decode_close(&d);
	xmlns_free(&f.ns);
	buf_free(&f.base);
	for (int i = 0; i < FEED_FIELDS; i++)
		buf_free(&f.fields[i]);
}

const struct reader reader_feed = {"feed rss atom", sniff_feed, read_feed};
