/* SPDX-License-Identifier: MIT */
/*
 * Two containers that are JSON: HAR (HTTP Archive 1.2), what a browser's
 * developer tools save of a visit, whose pages are the HTML responses; and
 * JSON Feed (1.0, 1.1), a page of each item.  Either is held whole.
 */
#include "notation/json.h"
#include "pack/syntax/date.h"
#include "pack/page/feedpage.h"
#include "pack/syntax/headers.h"
#include "notation/jsonwalk.h"
#include "pack/pack.h"
#include "pack/syntax/transfer.h"

/* All of it, checked; false: that was said. */
static bool
hold(struct pack *p, struct source *in, const char *name, struct str *all)
{
	const char *why;

	if (!pack_hold(p, in, all))
		return false;
	if (all->n >= 3 && memcmp(all->s, "\xEF\xBB\xBF", 3) == 0)
		all->s += 3, all->n -= 3;
	*all = headers_trim(*all);
	why = json_check(*all);
	if (why != NULL)
		pack_break(p, "%s: cut off, or damaged: %s", name, why);
	return why == NULL;
}

static bool
is_kind(struct str head, enum sniff_kind kind)
{
	const struct sniff_row *row = sniff(head);

	return row != NULL && row->kind == kind;
}

static int
number_of(struct str value)
{
	int n = 0;

	for (size_t i = 0; i < value.n && i < 6 && value.s[i] >= '0' &&
	    value.s[i] <= '9'; i++)
		n = n * 10 + (value.s[i] - '0');
	return n;
}

/* ---- HAR ---- */

/* The bytes of a response; false: they were not saved. */
static bool
content_of(struct str content, struct buf *bytes, bool *decoded)
{
	struct buf text = {0}, encoding = {0};
	bool is_there = jsonwalk_text(content, "text", &text);

	jsonwalk_text(content, "encoding", &encoding);
	*decoded = !headers_same(buf_str(&encoding), "base64");
	if (*decoded)
		buf_put(bytes, text.s, text.n);
	else
		transfer_base64(bytes, buf_str(&text));
	buf_free(&text);
	buf_free(&encoding);
	return is_there;
}

/* True: it is a page, and its text was not saved. */
static bool
har_entry(struct pack *p, struct str entry, const struct part *outer)
{
	struct str response = jsonwalk_get(entry, "response");
	struct str content = jsonwalk_get(response, "content");
	struct part part = *outer;
	struct buf url = {0}, date = {0}, written = {0}, type = {0}, bytes = {0};
	bool decoded, empty = false;

	jsonwalk_text(jsonwalk_get(entry, "request"), "url", &url);
	jsonwalk_text(entry, "startedDateTime", &written);
	jsonwalk_text(content, "mimeType", &type);
	date_put(&date, buf_str(&written));
	part.url = buf_str(&url);
	part.date = buf_str(&date);
	part.status = number_of(jsonwalk_get(response, "status"));
	part.type = headers_type(buf_str(&type));
	if (p->part != NULL ||
	    (part.status / 100 == 2 && pack_is_page(part.type))) {
		empty = !content_of(content, &bytes, &decoded);
		part.charset = decoded ? STR("utf-8") :
		    headers_parameter(buf_str(&type), "charset");
		pack_bytes(p, buf_str(&bytes), &part);
	}
	buf_free(&url);
	buf_free(&date);
	buf_free(&written);
	buf_free(&type);
	buf_free(&bytes);
	return empty;
}

static void
read_har(struct pack *p, struct source *in, const struct part *part)
{
	struct jsonwalk w = {0};
	struct str all, entries, entry;
	unsigned long empty = 0, pages = p->pages;

	if (!hold(p, in, "har", &all))
		return;
	entries = jsonwalk_get(jsonwalk_get(all, "log"), "entries");
	while (!p->done && jsonwalk_item(&w, entries, &entry))
		empty += har_entry(p, entry, part);
	if (p->part != NULL)
		return;
	if (empty > 0)
		pack_say(p, "har: %lu pages were saved without their content",
		    empty);
	else if (p->pages == pages && !p->done)
		pack_barren(p, all);
}

static bool
sniff_har(struct str head, bool whole)
{
	(void)whole;
	return is_kind(head, SNIFF_HAR);
}

const struct reader reader_har = {"har", sniff_har, read_har};

/* ---- JSON Feed ---- */

/* What an item says: as HTML, as text, in short. */
static void
item_body(struct str item, struct buf *to)
{
	struct buf text = {0};

	if (!jsonwalk_text(item, "content_html", to) &&
	    (jsonwalk_text(item, "content_text", &text) ||
	    jsonwalk_text(item, "summary", &text)))
		feedpage_lines(to, buf_str(&text));
	buf_free(&text);
}

static void
item_author(struct str item, struct buf *to)
{
	struct jsonwalk w = {0};
	struct str author = jsonwalk_get(item, "author"); /* version 1.0 */

	if (author.n == 0)
		jsonwalk_item(&w, jsonwalk_get(item, "authors"), &author);
	jsonwalk_text(author, "name", to);
}

static void
feed_item(struct pack *p, struct str item, const struct part *outer,
    struct str language)
{
	enum { ID, URL, DATE, TITLE, BODY, AUTHOR, LANGUAGE, WHEN, PAGE, N };
	struct buf b[N] = {0};
	struct part part = *outer;

	if (!jsonwalk_text(item, "url", &b[URL]))
		jsonwalk_text(item, "external_url", &b[URL]);
	jsonwalk_text(item, "id", &b[ID]);
	jsonwalk_text(item, "title", &b[TITLE]);
	if (!jsonwalk_text(item, "date_published", &b[DATE]))
		jsonwalk_text(item, "date_modified", &b[DATE]);
	if (!jsonwalk_text(item, "language", &b[LANGUAGE]))
		buf_put(&b[LANGUAGE], language.s, language.n);
	item_body(item, &b[BODY]);
	item_author(item, &b[AUTHOR]);
	date_put(&b[WHEN], buf_str(&b[DATE]));
	feedpage_put(&b[PAGE], buf_str(&b[TITLE]), (struct str){0},
	    buf_str(&b[BODY]));
	part.url = buf_str(&b[b[URL].n > 0 ? URL : ID]);
	part.date = buf_str(&b[WHEN]);
	part.title = buf_str(&b[TITLE]);
	part.from = buf_str(&b[AUTHOR]);
	part.language = buf_str(&b[LANGUAGE]);
	part.type = STR("text/html");
	part.charset = (struct str){0}; /* the page has it */
	pack_bytes(p, buf_str(&b[PAGE]), &part);
	for (int i = 0; i < N; i++)
		buf_free(&b[i]);
}

static void
read_jsonfeed(struct pack *p, struct source *in, const struct part *part)
{
	struct jsonwalk w = {0};
	struct buf language = {0};
	struct str all, items, item;

	if (!hold(p, in, "feed", &all))
		return;
	jsonwalk_text(all, "language", &language);
	items = jsonwalk_get(all, "items");
	while (!p->done && jsonwalk_item(&w, items, &item))
		feed_item(p, item, part, buf_str(&language));
	buf_free(&language);
}

static bool
sniff_jsonfeed(struct str head, bool whole)
{
	(void)whole;
	return is_kind(head, SNIFF_JSONFEED);
}

const struct reader reader_jsonfeed = {"jsonfeed", sniff_jsonfeed,
    read_jsonfeed};
