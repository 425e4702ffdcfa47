/* SPDX-License-Identifier: MIT */
#include "pack/page/webpage.h"

#include "html/encoding/pagecharset.h"
#include "pack/syntax/headers.h"
#include "pack/pack.h"
#include "pack/page/pagesniff.h"
#include "pack/syntax/xml.h"

/* Whose ASCII cannot be written byte by byte. */
static bool
is_wide(const struct charset *c)
{
	return c->how > CHARSET_utf8 && c->how <= CHARSET_utf32be;
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
	    page.n < CHARSET_HEAD ? page.n : CHARSET_HEAD});
	struct xml x = xml_of(&in);
	enum xml_kind kind;

	while ((kind = xml_next(&x)) == XML_COMMENT || kind == XML_TEXT ||
	    kind == XML_OTHER)
		if (kind == XML_OTHER && x.token.n > 12 &&
		    headers_same((struct str){x.token.s, 12}, "!doctype htm"))
			return true;
	return kind == XML_OPEN && same_name(&x, "html");
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

static bool
sniff_page(struct str head, bool whole)
{
	(void)whole;
	return pagesniff(head);
}

const struct reader reader_html = {"html xhtml", sniff_page, pack_page};
const struct reader reader_text = {"text", NULL, pack_text};
