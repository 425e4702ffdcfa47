/* SPDX-License-Identifier: MIT */
#include "html/show/markup.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"

bool
markup_is(struct str name, const char *word)
{
	return name.n == strlen(word) && strncasecmp(name.s, word, name.n) == 0;
}

/* Where a tag ends: past its ">", which no quoted value holds. */
static size_t
tag_end(struct str page, size_t at)
{
	char quote = '\0', last = '\0';

	for (; at < page.n; at++) {
		char c = page.s[at];

		if (quote != '\0') {
			quote = c == quote ? '\0' : quote;
			continue;
		}
		if (c == '>')
			return at + 1;
		if ((c == '"' || c == '\'') && last == '=')
			quote = c;
		if (!ascii_is_space(c))
			last = c;
	}
	return page.n;
}

/* Past the first `word` from a place on; the end of the page: there is none. */
static size_t
past(struct str page, size_t at, const char *word)
{
	size_t n = strlen(word);

	for (; at + n <= page.n; at++)
		if (strncasecmp(page.s + at, word, n) == 0)
			return at + n;
	return page.n;
}

/* Where the end tag of a raw element begins. */
static size_t
raw_end(struct str page, size_t at, struct str name)
{
	for (; at + 2 + name.n <= page.n; at++)
		if (page.s[at] == '<' && page.s[at + 1] == '/' &&
		    strncasecmp(page.s + at + 2, name.s, name.n) == 0)
			return at;
	return page.n;
}

/* Elements whose content is text, or is left out whole. */
static bool
is_raw(struct str name)
{
	static const char *const names[] = {"script", "style", "title",
		"textarea", "iframe", "noembed", "noframes", "xmp", "object",
		"applet"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (markup_is(name, names[i]))
			return true;
	return false;
}

/* The content of the raw element that has just begun. */
static enum markup_kind
take_raw(struct markup *m, struct markup_piece *piece)
{
	size_t from = m->at;
	bool style = markup_is(m->raw, "style");
	bool text = markup_is(m->raw, "textarea") || markup_is(m->raw, "xmp");

	m->at = raw_end(m->page, from, m->raw);
	m->raw.n = 0;
	piece->text = (struct str){m->page.s + from, m->at - from};
	return style ? MARKUP_STYLE : text ? MARKUP_TEXT : MARKUP_OUT;
}

static enum markup_kind
take_tag(struct markup *m, struct markup_piece *piece)
{
	size_t from = m->at, name = from + 1, end;
	bool closes = name < m->page.n && m->page.s[name] == '/';

	name += closes;
	m->at = tag_end(m->page, name);
	piece->text = (struct str){m->page.s + from, m->at - from};
	if (m->page.s[m->at - 1] != '>')
		return MARKUP_OUT; /* the end of the page cuts it */
	for (end = name; end < m->at - 1 && !ascii_is_space(m->page.s[end]) &&
	    m->page.s[end] != '/'; end++)
		continue;
	piece->name = (struct str){m->page.s + name, end - name};
	piece->attributes = (struct str){m->page.s + end, m->at - 1 - end};
	if (!closes && is_raw(piece->name))
		m->raw = piece->name;
	return closes ? MARKUP_END : MARKUP_START;
}

static enum markup_kind
take_text(struct markup *m, struct markup_piece *piece)
{
	size_t from = m->at;
	const char *s = m->page.s;

	do
		m->at++;
	while (m->at < m->page.n && (s[m->at] != '<' ||
	    m->at + 1 == m->page.n || (!ascii_is_letter(s[m->at + 1]) &&
	        strchr("/!?", s[m->at + 1]) == NULL)));
	piece->text = (struct str){s + from, m->at - from};
	return MARKUP_TEXT;
}

enum markup_kind
markup_next(struct markup *m, struct markup_piece *piece)
{
	const char *s = m->page.s + m->at;
	size_t from = m->at, left = m->page.n - m->at;

	*piece = (struct markup_piece){{0}, {0}, {0}};
	if (left == 0)
		return MARKUP_DONE;
	if (m->raw.n > 0)
		return take_raw(m, piece);
	if (left > 2 && s[0] == '<' && (ascii_is_letter(s[1]) ||
	        (s[1] == '/' && ascii_is_letter(s[2]))))
		return take_tag(m, piece);
	if (left < 2 || s[0] != '<' || strchr("/!?", s[1]) == NULL)
		return take_text(m, piece);
	m->at = left > 3 && memcmp(s, "<!--", 4) == 0
	    ? past(m->page, from + 4, "-->") : past(m->page, from, ">");
	piece->text = (struct str){s, m->at - from};
	return MARKUP_OUT;
}

bool
markup_attribute(struct str *a, struct str *name, struct str *value)
{
	size_t i = 0, from;
	char quote;

	while (i < a->n && (ascii_is_space(a->s[i]) || a->s[i] == '/'))
		i++;
	for (from = i; i < a->n && !ascii_is_space(a->s[i]) && a->s[i] != '=' &&
	    a->s[i] != '/'; i++)
		continue;
	*name = (struct str){a->s + from, i - from};
	*value = (struct str){a->s + i, 0};
	while (i < a->n && ascii_is_space(a->s[i]))
		i++;
	if (i < a->n && a->s[i] == '=') {
		for (i++; i < a->n && ascii_is_space(a->s[i]); i++)
			continue;
		quote = i < a->n && (a->s[i] == '"' || a->s[i] == '\'')
		    ? a->s[i++] : '\0';
		for (from = i; i < a->n && (quote != '\0' ? a->s[i] != quote
		    : !ascii_is_space(a->s[i])); i++)
			continue;
		*value = (struct str){a->s + from, i - from};
		i += quote != '\0' && i < a->n;
	}
	*a = (struct str){a->s + i, a->n - i};
	return name->n > 0;
}
