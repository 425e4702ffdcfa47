/* SPDX-License-Identifier: MIT */
#include "pack/webpage.h"

#include "html/encoding/pagecharset.h"
#include "pack/date.h"
#include "pack/headers.h"
#include "pack/pack.h"
#include "pack/xml.h"

/* ---- whether it is one ---- */

/* Bytes that no text has (the WHATWG's "binary data bytes"). */
static bool
is_binary(unsigned char c)
{
	return c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r' &&
	    c != 0x1B;
}

static bool
is_wide(const struct charset *c)
{
	return c->how > CHARSET_utf8 && c->how <= CHARSET_utf32be;
}

static bool
has_tag(struct str t)
{
	const char *at = t.s, *end = at + t.n;

	while (at < end &&
	    (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		while (++at < end && *at == '\0')
			continue; /* of UTF-16 */
		if (at < end && (((*at | 0x20) >= 'a' && (*at | 0x20) <= 'z') ||
		    *at == '!' || *at == '?' || *at == '/'))
			return true;
	}
	return false;
}

static bool
looks(struct str head)
{
	size_t binary = 0;

	if (!has_tag(head))
		return false;
	for (size_t i = 0; i < head.n; i++)
		binary += is_binary((unsigned char)head.s[i]);
	/* Some pages have a stray one. */
	return binary <= head.n / 64 || is_wide(charset_sniff(head, false));
}

bool
webpage_looks(struct source *in)
{
	size_t n;

	source_has(in, PACK_HEAD);
	n = (size_t)(in->end - in->at);
	return looks((struct str){in->at, n < PACK_HEAD ? n : PACK_HEAD});
}

static bool
sniff(struct str head, bool whole)
{
	(void)whole;
	return looks(head);
}

static bool
same_name(const struct xml *x, const char *name)
{
	return headers_same(xml_local(x), name);
}

bool
webpage_is_document(struct str page)
{
	struct source in = source_over((struct str){page.s,
	    page.n < WEBPAGE_HEAD ? page.n : WEBPAGE_HEAD});
	struct xml x = xml_of(&in);
	enum xml_kind kind;

	while ((kind = xml_next(&x)) == XML_COMMENT || kind == XML_TEXT ||
	    kind == XML_OTHER)
		if (kind == XML_OTHER && x.token.n > 12 &&
		    headers_same((struct str){x.token.s, 12}, "!doctype htm"))
			return true;
	return kind == XML_OPEN && same_name(&x, "html");
}

/* ---- what it says of itself ---- */

/* The word after `mark` in the text, or nothing. */
static struct str
after(struct str text, const char *mark, const char *stops)
{
	size_t n = strlen(mark);

	for (size_t i = 0; i + n <= text.n; i++) {
		struct str found = {text.s + i + n, 0};

		if (memcmp(text.s + i, mark, n) != 0)
			continue;
		while (i + n + found.n < text.n &&
		    strchr(stops, found.s[found.n]) == NULL)
			found.n++;
		return found;
	}
	return (struct str){0};
}

static void
comment(struct webpage_said *said, struct str text)
{
	struct str url = after(text, "saved from url=(", " \n\r\t");
	struct str date;

	if (url.n > 0) {
		const char *paren = memchr(url.s, ')', url.n);

		url = paren == NULL ? (struct str){0} : (struct str){paren + 1,
		    (size_t)(url.s + url.n - paren) - 1};
	} else if (after(text, "SingleFile", "\n").s != NULL) {
		url = after(text, "url: ", " \n\r\t");
		date = headers_trim(after(text, "saved date: ", "\n"));
		if (said->date.n == 0)
			date_put(&said->date, date);
	}
	if (said->url.n == 0)
		buf_put(&said->url, url.s, url.n);
}

static bool
is_absolute(const struct buf *url)
{
	size_t i = 0;

	while (i < url->n && ((url->s[i] | 0x20) >= 'a' &&
	    (url->s[i] | 0x20) <= 'z'))
		i++;
	return i > 1 && url->n - i > 3 && memcmp(url->s + i, "://", 3) == 0;
}

static void
address(struct buf *to, const struct xml *x)
{
	struct buf url = {0};

	if (to->n == 0 && xml_attribute(x, "href", &url) && is_absolute(&url))
		buf_put(to, url.s, url.n);
	buf_free(&url);
}

static bool
is_canonical(const struct xml *x)
{
	struct buf rel = {0};
	bool yes = xml_attribute(x, "rel", &rel) &&
	    headers_same(buf_str(&rel), "canonical");

	buf_free(&rel);
	return yes;
}

void
webpage_said(struct webpage_said *said, struct str page)
{
	struct source in = source_over((struct str){page.s,
	    page.n < WEBPAGE_HEAD ? page.n : WEBPAGE_HEAD});
	struct xml x = xml_of(&in);
	struct buf base = {0}, canonical = {0};
	enum xml_kind kind;

	x.html = true;
	said->xhtml = page.n > 5 && memcmp(page.s, "<?xml", 5) == 0;
	while ((kind = xml_next(&x)) != XML_END) {
		if (kind == XML_COMMENT)
			comment(said, x.token);
		if (kind != XML_OPEN)
			continue;
		if (same_name(&x, "base"))
			address(&base, &x);
		else if (same_name(&x, "link") && is_canonical(&x))
			address(&canonical, &x);
		else if (same_name(&x, "body"))
			break;
	}
	if (said->url.n == 0)
		buf_put(&said->url, base.s, base.n);
	if (said->url.n == 0)
		buf_put(&said->url, canonical.s, canonical.n);
	buf_free(&base);
	buf_free(&canonical);
}

void
webpage_said_free(struct webpage_said *said)
{
	buf_free(&said->url);
	buf_free(&said->date);
}

/* ---- its encoding ---- */

static struct str
head_of(struct str page)
{
	return (struct str){page.s, page.n < CHARSET_HEAD ? page.n :
	    CHARSET_HEAD};
}

/* What to put into the page for its charset to be known; NULL: nothing. */
static const struct charset *
missing(struct str page, struct str label)
{
	const struct charset *charset = charset_find(label);
	int length;

	if (charset == NULL || is_wide(charset) ||
	    charset_mark(page, &length) != NULL ||
	    charset_declared(head_of(page)) == charset)
		return NULL;
	return charset;
}

/*
 * Where it goes: into the head, past what must stand before (a document type
 * after anything else would not count).
 */
static size_t
place(struct str page)
{
	struct source in = source_over(head_of(page));
	struct xml x = xml_of(&in);
	size_t at = 0;

	x.html = true;
	for (;;) {
		enum xml_kind kind = xml_next(&x);

		if (kind == XML_TEXT && headers_trim(x.token).n == 0)
			continue;
		if (kind == XML_OPEN && !same_name(&x, "html") &&
		    !same_name(&x, "head"))
			return at;
		if (kind != XML_OPEN && kind != XML_COMMENT &&
		    kind != XML_OTHER)
			return at;
		at = (size_t)(in.at - page.s);
		if (kind == XML_OPEN && same_name(&x, "head"))
			return at;
	}
}

/* XML wants it closed, HTML does not mind. */
static void
put_meta(struct buf *to, struct str page, const struct charset *charset)
{
	bool xml = page.n > 5 && memcmp(page.s, "<?xml", 5) == 0;

	buf_puts(to, "<meta charset=\"");
	buf_puts(to, charset->name);
	buf_puts(to, xml ? "\"/>" : "\">");
}

void
webpage_put(struct sink *out, struct str page, struct str label)
{
	const struct charset *charset = missing(page, label);
	struct buf meta = {0};
	size_t at = charset != NULL ? place(page) : 0;

	if (charset != NULL)
		put_meta(&meta, page, charset);
	sink_put(out, page.s, at);
	sink_put(out, meta.s, meta.n);
	sink_put(out, page.s + at, page.n - at);
	buf_free(&meta);
}

/* The encoding of webpage_put's result. */
static const struct charset *
encoding(struct str page, struct str label)
{
	const struct charset *charset = missing(page, label), *found;
	struct buf head = {0};

	if (charset != NULL)
		put_meta(&head, page, charset);
	if (head.n == 0)
		return charset_sniff(page, page.n <= CHARSET_HEAD);
	buf_put(&head, page.s, head_of(page).n);
	found = charset_sniff(buf_str(&head), page.n <= CHARSET_HEAD);
	buf_free(&head);
	return found;
}

void
webpage_each(struct str page, struct str label,
    void (*piece)(void *ctx, struct str), void *ctx)
{
	struct source in = source_over(page);
	struct decode d;

	decode_open(&d, &in, encoding(page, label));
	while (source_more(&d.source)) {
		piece(ctx, (struct str){d.source.at,
		    (size_t)(d.source.end - d.source.at)});
		d.source.at = d.source.end;
	}
	decode_close(&d);
}

/* ---- as the plainest of containers ---- */

static void
read_text(struct pack *p, struct source *in, const struct part *part)
{
	struct part text = *part;

	text.type = STR("text/plain");
	pack_page(p, in, &text);
}

const struct reader reader_html = {"html xhtml", sniff, pack_page};
const struct reader reader_text = {"text", NULL, read_text};
