/* SPDX-License-Identifier: MIT */
#include "pack/page/savedby.h"

#include <string.h>

#include "base/ascii.h"
#include "pack/syntax/date.h"
#include "pack/syntax/headers.h"
#include "pack/syntax/url.h"
#include "pack/syntax/xml.h"

/* The text behind `mark`, up to one of `stops`; or nothing. */
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
put_once(struct buf *to, struct str value)
{
	if (to->n == 0)
		buf_put(to, value.s, value.n);
}

static void
put_date(struct savedby *said, struct str written)
{
	if (said->date.n == 0)
		date_put(&said->date, headers_trim(written));
}

/* ---- comments ---- */

/* "saved from url=(0023)http://...": the number counts its characters. */
static bool
by_browser(struct savedby *said, struct str text)
{
	struct str url = after(text, "saved from url=(", " \n\r\t");
	const char *paren = url.n > 0 ? memchr(url.s, ')', url.n) : NULL;

	if (paren != NULL)
		put_once(&said->url, (struct str){paren + 1,
		    (size_t)(url.s + url.n - paren) - 1});
	return url.n > 0;
}

/* "Page saved with SingleFile\n url: ...\n saved date: ..." */
static bool
by_singlefile(struct savedby *said, struct str text)
{
	if (after(text, "SingleFile", "\n").s == NULL)
		return false;
	put_once(&said->url, after(text, "url: ", " \n\r\t"));
	put_date(said, after(text, "saved date: ", "\n"));
	return true;
}

/* "Saved from URL at 2024-05-06T07:08:09Z using monolith v2.8.3" */
static bool
by_monolith(struct savedby *said, struct str text)
{
	struct str url = after(text, "aved from ", " \n\r\t");

	if (after(text, " using monolith v", "\n").s == NULL)
		return false;
	if (url_is_absolute(url))
		put_once(&said->url, url);
	put_date(said, after(text, " at ", " \n\r\t"));
	return true;
}

/* "Mirrored from site.example/page by HTTrack Website Copier/3.x [...], Mon,
 * 06 May 2024 07:08:09 GMT" */
static bool
by_httrack(struct savedby *said, struct str text)
{
	struct str url = after(text, "Mirrored from ", " \n\r\t");

	if (url.n == 0 || after(text, "HTTrack Website Copier", "\n").s == NULL)
		return false;
	if (said->url.n == 0) {
		if (after(url, "://", " ").s == NULL)
			buf_puts(&said->url, "http://");
		buf_put(&said->url, url.s, url.n);
	}
	put_date(said, after(text, "], ", "\n"));
	return true;
}

static void
comment(struct savedby *said, struct str text)
{
	(void)(by_browser(said, text) || by_singlefile(said, text) ||
	    by_monolith(said, text) || by_httrack(said, text));
}

/* ---- elements ---- */

static bool
is_absolute(const struct buf *url)
{
	size_t i = 0;

	while (i < url->n && ascii_is_letter(url->s[i]))
		i++;
	return i > 1 && url->n - i > 3 && memcmp(url->s + i, "://", 3) == 0;
}

static void
address(struct buf *to, const struct xml *x, const char *attribute)
{
	struct buf url = {0};

	if (to->n == 0 && xml_attribute(x, attribute, &url) &&
	    is_absolute(&url))
		buf_put(to, url.s, url.n);
	buf_free(&url);
}

static bool
attribute_is(const struct xml *x, const char *name, const char *value)
{
	struct buf b = {0};
	bool yes = xml_attribute(x, name, &b) &&
	    headers_same(buf_str(&b), value);

	buf_free(&b);
	return yes;
}

static void
attribute_date(struct savedby *said, const struct xml *x, const char *name)
{
	struct buf b = {0};

	if (xml_attribute(x, name, &b))
		put_date(said, buf_str(&b));
	buf_free(&b);
}

/* Save Page WE: <meta name="savepage-url" content="..."> */
static void
meta(struct savedby *said, const struct xml *x)
{
	if (attribute_is(x, "name", "savepage-url"))
		address(&said->url, x, "content");
	else if (attribute_is(x, "name", "savepage-date"))
		attribute_date(said, x, "content");
}

/* WebScrapBook writes to the root: 20240506070809000, of UTC. */
static void
root(struct savedby *said, const struct xml *x)
{
	struct buf stamp = {0};

	address(&said->url, x, "data-scrapbook-source");
	if (said->date.n == 0 &&
	    xml_attribute(x, "data-scrapbook-create", &stamp))
		date_put_stamp(&said->date, buf_str(&stamp));
	buf_free(&stamp);
}

/* False: what follows is text. */
static bool
element(struct savedby *said, const struct xml *x, struct buf *base,
    struct buf *canonical)
{
	struct str name = xml_local(x);

	if (headers_same(name, "html"))
		root(said, x);
	else if (headers_same(name, "meta"))
		meta(said, x);
	else if (headers_same(name, "base"))
		address(base, x, "href");
	else if (headers_same(name, "link") &&
	    attribute_is(x, "rel", "canonical"))
		address(canonical, x, "href");
	return !headers_same(name, "body");
}

void
savedby_read(struct savedby *said, struct str page)
{
	struct source in = source_over((struct str){page.s,
	    page.n < SAVEDBY_HEAD ? page.n : SAVEDBY_HEAD});
	struct xml x = xml_of(&in);
	struct buf base = {0}, canonical = {0};
	enum xml_kind kind;

	x.html = true;
	said->xhtml = page.n > 5 && memcmp(page.s, "<?xml", 5) == 0;
	while ((kind = xml_next(&x)) != XML_END) {
		if (kind == XML_COMMENT)
			comment(said, x.token);
		else if (kind == XML_OPEN &&
		    !element(said, &x, &base, &canonical))
			break;
	}
	put_once(&said->url, buf_str(&base));
	put_once(&said->url, buf_str(&canonical));
	buf_free(&base);
	buf_free(&canonical);
}

void
savedby_free(struct savedby *said)
{
	buf_free(&said->url);
	buf_free(&said->date);
}
