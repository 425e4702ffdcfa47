/* SPDX-License-Identifier: MIT */
#include "pack/syntax/xml.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "html/token/escape.h"
#include "html/token/reference.h"
#include "pack/syntax/headers.h"

struct xml
xml_of(struct source *in)
{
	return (struct xml){.in = in, .most = SIZE_MAX / 2};
}

/*
 * Have `end` in the window; where it is, counted from `at`.  Without one, all
 * that there is, and `cut`.
 */
static size_t
find(struct xml *x, const char *end, size_t from, size_t most)
{
	size_t n = strlen(end);

	for (;;) {
		size_t there = (size_t)(x->in->end - x->in->at);

		while (from + n <= there) {
			const char *at = x->in->at + from;
			const char *hit = memchr(at, *end, there - from - n + 1);

			if (hit == NULL) {
				from = there - n + 1;
				break;
			}
			from = (size_t)(hit - x->in->at);
			if (memcmp(hit, end, n) == 0)
				return from;
			from++;
		}
		if (there > most || !source_more(x->in)) {
			x->cut = true;
			return (size_t)(x->in->end - x->in->at);
		}
	}
}

/* The token that begins `skip` bytes on and ends with `end`, read. */
static enum xml_kind
upto(struct xml *x, enum xml_kind kind, size_t skip, const char *end)
{
	size_t at = find(x, end, skip, x->most), n = strlen(end);

	x->token = (struct str){x->in->at + skip, at - skip};
	x->in->at += at;
	if (!x->cut)
		x->in->at += n;
	return kind;
}

/* Where a tag ends: a '>' that is not in quotes. */
static size_t
tag_end(struct xml *x)
{
	size_t at = 1;
	char quote = '\0';

	for (; source_has(x->in, at + 1) && at < XML_TOKEN; at++) {
		char c = x->in->at[at];

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if ((c == '"' || c == '\'') && x->in->at[at - 1] == '=')
			quote = c;
		else if (c == '>')
			return at;
	}
	x->cut = true;
	return at;
}

static bool
begins(struct xml *x, const char *word)
{
	size_t n = strlen(word);

	return source_has(x->in, n) && memcmp(x->in->at, word, n) == 0;
}

/* A document type, with what it declares in brackets, or another one. */
static enum xml_kind
declaration(struct xml *x)
{
	size_t at = 2;
	int depth = 0;
	char quote = '\0';

	for (; source_has(x->in, at + 1) && at < XML_TOKEN; at++) {
		char c = x->in->at[at];

		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if (depth > 0 && (c == '"' || c == '\''))
			quote = c;
		else if (c == '[')
			depth++;
		else if (c == ']')
			depth--;
		else if (c == '>' && depth <= 0)
			break;
	}
	x->cut = !source_has(x->in, at + 1);
	x->token = (struct str){x->in->at + 1, at - 1};
	x->in->at += at + !x->cut;
	return XML_OTHER;
}

static enum xml_kind
tag(struct xml *x)
{
	size_t end = tag_end(x);
	bool close = x->in->at[1] == '/';

	x->token = (struct str){x->in->at + 1 + close, end - 1 - close};
	x->in->at += end + !x->cut;
	if (x->cut) {
		x->in->at = x->in->end;
		return XML_END;
	}
	if (close)
		return XML_CLOSE;
	x->empty = x->token.n > 0 && x->token.s[x->token.n - 1] == '/';
	x->raw[0] = '\0';
	if (x->html && headers_same(xml_name(x), "script"))
		strcpy(x->raw, "/script");
	else if (x->html && headers_same(xml_name(x), "style"))
		strcpy(x->raw, "/style");
	return XML_OPEN;
}

/* Past what a script or a style holds. */
static void
pass_raw(struct xml *x)
{
	size_t n = strlen(x->raw);

	while (source_has(x->in, 1)) {
		const char *hit = memchr(x->in->at, '<',
		    (size_t)(x->in->end - x->in->at));

		x->in->at = hit != NULL ? hit : x->in->end;
		if (hit == NULL)
			continue;
		if (source_has(x->in, n + 1) && headers_same(
		    (struct str){x->in->at + 1, n}, x->raw))
			break;
		x->in->at++;
	}
	x->raw[0] = '\0';
}

enum xml_kind
xml_next(struct xml *x)
{
	size_t n;

	if (x->raw[0] != '\0')
		pass_raw(x);
	x->cut = x->empty = false;
	x->token = (struct str){x->in->at, 0};
	if (!source_has(x->in, 1))
		return XML_END;
	if (*x->in->at == '<' && source_has(x->in, 2)) {
		char c = x->in->at[1];

		if (begins(x, "<!--"))
			return upto(x, XML_COMMENT, 4, "-->");
		if (begins(x, "<![CDATA["))
			return upto(x, XML_CDATA, 9, "]]>");
		if (c == '!')
			return declaration(x);
		if (c == '?')
			return upto(x, XML_OTHER, 1, ">");
		if (ascii_is_letter(c) || c == '_' ||
		    (c == '/' && source_has(x->in, 3) && x->in->at[2] != ' '))
			return tag(x);
	}
	n = find(x, "<", 1, x->most);
	x->cut = false; /* a text may well be the last */
	x->token = (struct str){x->in->at, n};
	x->in->at += n;
	return XML_TEXT;
}

/* ---- inside a tag ---- */

struct str
xml_name(const struct xml *x)
{
	size_t n = 0;

	while (n < x->token.n && !ascii_is_space(x->token.s[n]) &&
	    x->token.s[n] != '/')
		n++;
	return (struct str){x->token.s, n};
}

struct str
xml_local(const struct xml *x)
{
	struct str name = xml_name(x);
	const char *colon = name.n > 0 ? memchr(name.s, ':', name.n) : NULL;

	if (colon == NULL)
		return name;
	return (struct str){colon + 1,
	    (size_t)(name.s + name.n - colon) - 1};
}

/* The next attribute at `*at`; false: there is none. */
static bool
attribute(const char **at, const char *end, struct str *name, struct str *value)
{
	const char *s = *at;

	while (s < end && (ascii_is_space(*s) || *s == '/'))
		s++;
	*name = (struct str){s, 0};
	*value = (struct str){s, 0};
	while (s < end && !ascii_is_space(*s) && *s != '=' && *s != '/')
		s++;
	name->n = (size_t)(s - name->s);
	while (s < end && ascii_is_space(*s))
		s++;
	if (s < end && *s == '=') {
		s++;
		while (s < end && ascii_is_space(*s))
			s++;
		if (s < end && (*s == '"' || *s == '\'')) {
			const char quote = *s++, *stop = s < end ?
			    memchr(s, quote, (size_t)(end - s)) : NULL;

			*value = (struct str){s,
			    (size_t)((stop != NULL ? stop : end) - s)};
			s = stop != NULL ? stop + 1 : end;
		} else {
			value->s = s;
			while (s < end && !ascii_is_space(*s))
				s++;
			value->n = (size_t)(s - value->s);
		}
	}
	*at = s;
	return name->n > 0;
}

bool
xml_each_attribute(const struct xml *x, struct xml_walk *walk,
    struct str *name, struct str *value)
{
	if (walk->at == NULL)
		walk->at = x->token.s + xml_name(x).n;
	return attribute(&walk->at, x->token.s + x->token.n, name, value);
}

bool
xml_attribute(const struct xml *x, const char *wanted, struct buf *to)
{
	struct xml_walk walk = {0};
	struct str name, value;

	while (xml_each_attribute(x, &walk, &name, &value))
		if (headers_same(name, wanted)) {
			xml_resolve(to, value);
			return true;
		}
	return false;
}

void
xml_resolve(struct buf *to, struct str text)
{
	struct source in = source_over(text);
	char bytes[8];

	while (in.at < in.end) {
		const char *hit = memchr(in.at, '&', (size_t)(in.end - in.at));
		const char *stop = hit != NULL ? hit : in.end;
		int n;

		buf_put(to, in.at, (size_t)(stop - in.at));
		in.at = stop;
		if (hit == NULL)
			break;
		n = reference_take(&in, false, bytes);
		if (n < 0)
			buf_putc(to, '&');
		else
			buf_put(to, bytes, (size_t)n);
	}
}

void
xml_escape(struct buf *to, struct str text)
{
	escape_put(to, text);
}
