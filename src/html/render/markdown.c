/* SPDX-License-Identifier: MIT */
#include "html/render/markdown.h"

#include <string.h>

#include <utf8proc.h>

#include "html/token/lookahead.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether a backslash is needed before a character of a text. */
static bool
needs_escape(struct markdown *m, char c, bool starts, bool in_cell)
{
	bool digits = m->digits;

	m->digits = (starts || digits) && is_digit(c);
	if (c == '|')
		return in_cell;
	if (strchr("\\`*_[]<&", c) != NULL)
		return true;
	if (starts && strchr("#+->=~", c) != NULL)
		return true;
	return digits && (c == '.' || c == ')');
}

void
markdown_text(struct markdown *m, struct lines *l, struct str text,
    bool in_cell)
{
	bool starts = !lines_open(l);
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.s[i];

		if ((unsigned char)c < 0x80 &&
		    needs_escape(m, c, starts && i == 0, in_cell)) {
			lines_put(l, (struct str){text.s + from, i - from});
			lines_put(l, STR("\\"));
			from = i;
		} else if ((unsigned char)c >= 0x80) {
			m->digits = false;
		}
	}
	lines_put(l, (struct str){text.s + from, text.n - from});
}

/* Whether "&" would begin a character reference here. */
static bool
is_reference(struct str t)
{
	size_t i = 1;

	while (i < t.n && (is_letter(t.s[i]) || is_digit(t.s[i]) ||
	    (i == 1 && t.s[i] == '#')))
		i++;
	return i > 1 && i < t.n && t.s[i] == ';';
}

void
markdown_url(struct buf *to, struct str url)
{
	for (size_t i = 0; i < url.n; i++) {
		char c = url.s[i];

		if (c == '<' || c == '>') {
			buf_puts(to, c == '<' ? "%3C" : "%3E");
			continue;
		}
		if (strchr("\\()|`*", c) != NULL || (c == '&' && is_reference(
		        (struct str){url.s + i, url.n - i})))
			buf_putc(to, '\\');
		buf_putc(to, c);
	}
}

size_t
markdown_ticks(struct str text)
{
	size_t run = 0, longest = 0;

	for (size_t i = 0; i < text.n; i++) {
		run = text.s[i] == '`' ? run + 1 : 0;
		if (run > longest)
			longest = run;
	}
	return longest;
}

/* A code span's text has no line ends; in a table "|" would end the cell. */
static void
put_code(struct buf *to, struct str text, bool in_cell)
{
	for (size_t i = 0; i < text.n; i++) {
		if (in_cell && text.s[i] == '|')
			buf_putc(to, '\\');
		buf_putc(to, text.s[i] == '\n' ? ' ' : text.s[i]);
	}
}

void
markdown_code(struct lines *l, struct str text, bool in_cell)
{
	size_t fence = markdown_ticks(text) + 1;
	struct buf span = {0};
	bool pad;

	if (text.n == 0)
		return;
	pad = text.s[0] == '`' || text.s[text.n - 1] == '`';
	memset(buf_room(&span, fence), '`', fence);
	span.n += fence;
	if (pad)
		buf_putc(&span, ' ');
	put_code(&span, text, in_cell);
	if (pad)
		buf_putc(&span, ' ');
	memset(buf_room(&span, fence), '`', fence);
	span.n += fence;
	lines_put(l, buf_str(&span));
	buf_free(&span);
}

bool
markdown_punct(uint32_t c, bool surely)
{
	utf8proc_category_t k;

	if (c < 0x80)
		return c > ' ' && c < 0x7F && !is_letter((int)c) &&
		    !is_digit((char)c);
	k = utf8proc_category((utf8proc_int32_t)c);
	return (k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_PO) ||
	    (!surely && k >= UTF8PROC_CATEGORY_SM && k <= UTF8PROC_CATEGORY_SO);
}
