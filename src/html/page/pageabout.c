/* SPDX-License-Identifier: MIT */
#include "html/page/pageabout.h"

#include <string.h>
#include <strings.h>

#include "notation/json.h"
#include "html/jsonld/ldtext.h"
#include "html/token/escape.h"

enum { LIST_BYTES = 256 }; /* of the types of one thing, at most */

static void
set(struct buf *b, const char *s)
{
	if (b->n == 0)
		buf_puts(b, s);
}

static const char *
after_key(const char *s, const char *key)
{
	const char *hit = strstr(s, key);

	return hit != NULL ? hit + strlen(key) : NULL;
}

/* The text of the string that follows a key, however the JSON around it is. */
static void
json_body(struct page *p, const char *s)
{
	struct buf token = {0};

	s += strspn(s, " \t\r\n:");
	if (*s != '"' || p->body.n > 0)
		return;
	buf_putc(&token, *s++);
	for (; *s != '\0' && *s != '"'; s++) {
		if (*s == '\\' && s[1] != '\0')
			buf_putc(&token, *s++);
		buf_putc(&token, (unsigned char)*s < ' ' ? ' ' : *s);
	}
	buf_putc(&token, '"');
	if (json_check(buf_str(&token)) == NULL)
		json_unescape(&p->body, buf_str(&token));
	buf_free(&token);
}

/* Whether a list of types, up to `end`, has a work in it: ["CreativeWork", …]. */
static bool
lists_work(const char *json, const char *end)
{
	static const char work[] = "\"CreativeWork\"";
	const char *from = end;

	while (from > json && end - from < LIST_BYTES &&
	    strchr("[{:", from[-1]) == NULL)
		from--;
	for (; from + sizeof work - 1 <= end; from++)
		if (memcmp(from, work, sizeof work - 1) == 0)
			return true;
	return false;
}

/*
 * Whether a product is described.  Not a subscription that an article is a part
 * of, which has several types: ["CreativeWork", "NewsArticle", "Product"].
 */
static bool
has_product(const char *json)
{
	const char *at = json;

	while ((at = strstr(at, "\"Product\"")) != NULL) {
		if (!lists_work(json, at))
			return true;
		at++;
	}
	return false;
}

static void
about_json(struct page *p, struct str json)
{
	static const struct {
		const char *type;
		unsigned says;
	} rows[] = {
		{"Article\"", SAYS_ARTICLE}, {"BlogPosting\"", SAYS_ARTICLE},
		{"\"DiscussionForumPosting\"", SAYS_FORUM},
		{"\"QAPage\"", SAYS_FORUM}, {"\"ItemList\"", SAYS_LIST},
		{"\"CollectionPage\"", SAYS_LIST},
		{"\"TechArticle\"", SAYS_DOCS},
		{"\"datePublished\"", SAYS_DATE}, {"\"offers\"", SAYS_PRICE},
	};
	struct buf b = {0};
	const char *s;

	buf_put(&b, json.s, json.n);
	buf_putc(&b, '\0');
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strstr(b.s, rows[i].type) != NULL)
			p->says |= rows[i].says;
	if (has_product(b.s))
		p->says |= SAYS_PRODUCT;
	if ((s = after_key(b.s, "\"articleBody\"")) != NULL)
		json_body(p, s);
	ldtext_read(&p->stated, b.s);
	buf_free(&b);
}

static void
about_meta(struct page *p, const struct element *e)
{
	const char *name = element_get(e, "property");
	const char *content = element_get(e, "content");

	if (name == NULL)
		name = element_get(e, "name");
	if (name == NULL || content == NULL)
		return;
	if (strcasecmp(name, "og:title") == 0)
		set(&p->headline, content);
	else if (strcasecmp(name, "og:description") == 0 ||
	    strcasecmp(name, "description") == 0)
		set(&p->description, content);
	else if (strcmp(name, "winnow-lang") == 0)
		set(&p->lang, content);
	else if (strcmp(name, "winnow-url") == 0 ||
	    strcasecmp(name, "og:url") == 0)
		set(&p->url, content);
	else if (strcasecmp(name, "article:published_time") == 0)
		p->says |= SAYS_DATE;
	else if (strncasecmp(name, "product:price", 13) == 0)
		p->says |= SAYS_PRICE;
	else if (strcasecmp(name, "og:type") == 0)
		p->says |= strncasecmp(content, "article", 7) == 0 ||
		    strncasecmp(content, "news", 4) == 0 ? SAYS_ARTICLE
		    : strncasecmp(content, "product", 7) == 0 ? SAYS_PRODUCT
		    : strncasecmp(content, "website", 7) == 0 ? SAYS_WEBSITE : 0;
}

void
pageabout_read(struct page *p, const struct element *e, struct str text)
{
	const char *v;

	switch (e->tag->id) {
	case TAG_TITLE:
		if (p->title.n == 0)
			buf_put(&p->title, text.s, text.n);
		break;
	case TAG_RAWTEXT:
		about_json(p, text);
		break;
	case TAG_META:
		about_meta(p, e);
		break;
	case TAG_LINK:
		if ((v = element_get(e, "rel")) != NULL &&
		    strcasecmp(v, "canonical") == 0 &&
		    (v = element_get(e, "href")) != NULL) {
			p->url.n = 0;
			set(&p->url, v);
		}
		break;
	case TAG_BASE:
		if ((v = element_get(e, "href")) != NULL)
			set(&p->base, v);
		break;
	default:
		break;
	}
}

/* ---- what a page tells and does not show ---- */

static void
put_element(struct buf *html, const char *tag, struct str text)
{
	buf_putc(html, '<');
	buf_puts(html, tag);
	buf_putc(html, '>');
	escape_put(html, text);
	buf_putc(html, '\n');
}

/* A paragraph for each line. */
static void
put_lines(struct buf *html, struct str text)
{
	const char *at = text.s, *end = at + text.n;

	while (at < end) {
		const char *line_end = memchr(at, '\n', (size_t)(end - at));

		if (line_end == NULL)
			line_end = end;
		if (line_end > at)
			put_element(html, "p",
			    (struct str){at, (size_t)(line_end - at)});
		at = line_end + 1;
	}
}

struct buf
pageabout_told(const struct page *p)
{
	struct buf html = {0};

	if (p->body.n == 0 && p->stated.n == 0)
		return html;
	buf_puts(&html, "<article>");
	put_element(&html, "h1",
	    buf_str(p->headline.n > 0 ? &p->headline : &p->title));
	put_lines(&html, buf_str(&p->body));
	put_lines(&html, buf_str(&p->stated));
	return html;
}
