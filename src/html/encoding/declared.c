/* SPDX-License-Identifier: MIT */
/*
 * The encoding that a page's own markup names: the Encoding Standard's and
 * HTML's "prescan" of its first bytes (HTML 13.2.3.2), and an XML declaration.
 */
#include <string.h>

#include "html/encoding/pagecharset.h"
#include "html/token/lookahead.h"

/* The bytes up to the first that is blank or among `stops`. */
static struct str
word(struct source *in, const char *stops)
{
	struct str w = {in->at, 0};

	while (in->at < in->end && !ascii_is_space(*in->at) &&
	    (*in->at == '\0' || strchr(stops, *in->at) == NULL))
		in->at++;
	w.n = (size_t)(in->at - w.s);
	return w;
}

static void
skip_spaces(struct source *in)
{
	while (in->at < in->end && ascii_is_space(*in->at))
		in->at++;
}

/* What stands in quotes, or up to a blank or one of `stops`. */
static struct str
quoted(struct source *in, const char *stops)
{
	struct str v = {in->at + 1, 0};
	int quote = peek(in);

	if (quote != '"' && quote != '\'')
		return word(in, stops);
	in->at++;
	skip_past(in, (char)quote);
	v.n = (size_t)(in->at - v.s);
	if (v.n > 0 && v.s[v.n - 1] == quote)
		v.n--;
	return v;
}

/* The next attribute of a tag; false: the tag has ended, and was read. */
static bool
attribute(struct source *in, struct str *name, struct str *value)
{
	while (peek(in) == '/' || ascii_is_space(peek(in)))
		in->at++;
	if (peek(in) == -1)
		return false;
	if (*in->at == '>') {
		in->at++;
		return false;
	}
	*name = word(in, *in->at == '=' ? "/>" : "=/>");
	*value = (struct str){0};
	skip_spaces(in);
	if (peek(in) == '=') {
		in->at++;
		skip_spaces(in);
		if (peek(in) != '>')
			*value = quoted(in, ">");
	}
	return true;
}

static bool
same(struct str s, const char *word)
{
	struct source in = source_over(s);

	return s.n == strlen(word) && peek_is(&in, 0, word);
}

/* "text/html; charset=koi8-r" (HTML, 2.6.4). */
static struct str
charset_of(struct str content)
{
	struct source in = source_over(content);

	while (in.at < in.end) {
		if (!peek_is(&in, 0, "charset")) {
			in.at++;
			continue;
		}
		in.at += strlen("charset");
		skip_spaces(&in);
		if (peek(&in) != '=')
			continue;
		in.at++;
		skip_spaces(&in);
		return quoted(&in, ";");
	}
	return (struct str){0};
}

/*
 * A label that only ASCII markup could carry cannot mean what is not ASCII
 * (13.2.3.2), and x-user-defined there was always a mistake.
 */
static const struct charset *
meant(const struct charset *label)
{
	if (label == NULL)
		return NULL;
	if (label->how > CHARSET_utf8 && label->how <= CHARSET_utf32be)
		return charset_find(STR("utf-8"));
	if (label->how == CHARSET_user)
		return charset_find(STR("windows-1252"));
	return label;
}

/* A meta element's attributes; the first of a name counts. */
static const struct charset *
meta(struct source *in)
{
	struct str name, value, http = {0}, content = {0}, charset = {0};

	while (attribute(in, &name, &value))
		if (same(name, "charset") && charset.s == NULL)
			charset = value;
		else if (same(name, "content") && content.s == NULL)
			content = value;
		else if (same(name, "http-equiv") && http.s == NULL)
			http = value;
	if (charset.s == NULL && same(http, "content-type"))
		charset = charset_of(content);
	return meant(charset_find(charset));
}

/* `<?xml version="1.0" encoding="koi8-r"?>` at the very beginning. */
static const struct charset *
xml(struct str head)
{
	struct source in = source_over(head);
	struct str name, value;

	if (!peek_is(&in, 0, "<?xml"))
		return NULL;
	in.at += strlen("<?xml");
	while (attribute(&in, &name, &value))
		if (same(name, "encoding"))
			return meant(charset_find(value));
	return NULL;
}

/* Past "-->", from the first "--" of a comment; "<!-->" is all of one. */
static void
skip_comment(struct source *in)
{
	do
		skip_past(in, '>');
	while (in->at < in->end && (in->at[-2] != '-' || in->at[-3] != '-'));
}

/* Past the attributes of a tag and, of a raw element, its content. */
static void
skip_tag(struct source *in)
{
	const char *end = peek_is(in, 0, "script") ? "/script" :
	    peek_is(in, 0, "style") ? "/style" : NULL;
	struct str name, value;

	word(in, "/>");
	while (attribute(in, &name, &value))
		continue;
	if (end == NULL)
		return;
	while (in->at < in->end && !peek_is(in, 0, end))
		skip_past(in, '<');
}

/*
 * The Encoding Standard's "prescan", except that it does not look into
 * scripts: a page may write another one's markup there.
 */
const struct charset *
charset_declared(struct str head)
{
	struct source in = source_over(head);
	const struct charset *found = NULL;

	if (head.n > CHARSET_HEAD)
		in.end = head.s + CHARSET_HEAD;
	while (found == NULL && peek(&in) != -1) {
		skip_past(&in, '<');
		if (peek_is(&in, 0, "!--")) {
			in.at++;
			skip_comment(&in);
		} else if (peek_is(&in, 0, "meta") &&
		    (peek_at(&in, 4) == '/' ||
		        ascii_is_space(peek_at(&in, 4)))) {
			in.at += strlen("meta");
			found = meta(&in);
		} else if (ascii_is_letter(peek(&in)) ||
		    (peek(&in) == '/' && ascii_is_letter(peek_at(&in, 1)))) {
			skip_tag(&in);
		} else if (peek(&in) == '!' || peek(&in) == '/' ||
		    peek(&in) == '?') {
			skip_past(&in, '>');
		}
	}
	return found != NULL ? found : xml(head);
}
