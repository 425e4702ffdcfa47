/* SPDX-License-Identifier: MIT */
#include "html/write/markdown.h"

#include <string.h>

#include <utf8proc.h>

#include "html/token/lookahead.h"

/* ---- escapes ---- */

static bool
is_word(int c)
{
	return ascii_is_alnum(c) || c >= 0x80;
}

static int
at(struct str t, size_t i)
{
	return i < t.n ? (unsigned char)t.s[i] : -1;
}

static bool
is_blank(int c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* The end of a run of one character. */
static size_t
run_end(struct str t, size_t i)
{
	char c = t.s[i];

	while (i < t.n && t.s[i] == c)
		i++;
	return i;
}

/* Whether "&" would begin a character reference here. */
static bool
is_reference(struct str t, size_t from)
{
	size_t i = from + 1;

	while (i < t.n && (ascii_is_letter(t.s[i]) || ascii_is_digit(t.s[i]) ||
	    (i == from + 1 && t.s[i] == '#')))
		i++;
	return i > from + 1 && i < t.n && t.s[i] == ';';
}

/*
 * Whether a run of "_" or "~" may open or close something: "_" not inside a
 * word (CommonMark 6.2), neither between blanks.
 */
static bool
may_delimit(struct str t, size_t start, size_t end)
{
	int before = start > 0 ? at(t, start - 1) : -1, after = at(t, end);

	if (t.s[start] == '_' && is_word(before) && is_word(after))
		return false;
	return !(is_blank(before) && is_blank(after));
}

/* A text whose bytes are asked for in their order. */
struct escapes {
	struct str text;
	struct markdown_place place;
	size_t run_end; /* of the last run of "_" or "~" */
	bool run_needs; /* all of it needs escapes */
};

static bool
needs_escape(struct escapes *e, size_t i)
{
	struct markdown_place place = e->place;
	struct str t = e->text;
	int next = at(t, i + 1);

	switch (t.s[i]) {
	case '|':
		return place.cell;
	case '\\':
		return next == -1 || (next < 0x80 && !is_word(next) &&
		    !is_blank(next));
	case '`': case '*': case '[': case ']':
		return true;
	case '_': case '~':
		if (i >= e->run_end) {
			e->run_end = run_end(t, i);
			e->run_needs = may_delimit(t, i, e->run_end);
		}
		return e->run_needs;
	case '<':
		return next == -1 || next == '/' || next == '!' ||
		    next == '?' || (next < 0x80 && ascii_is_letter(next));
	case '&':
		return is_reference(t, i);
	case '!':
		return next == -1 && place.link_next;
	case '#':
		return place.heading && (i == 0 || is_blank(at(t, i - 1))) &&
		    run_end(t, i) == t.n;
	default:
		return false;
	}
}

/* Whether nothing but a character and blanks is in a text. */
static bool
is_rule(struct str t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] != t.s[0] && t.s[i] != ' ')
			return false;
	return true;
}

/*
 * The character at a line's start that has to be escaped for no block to
 * begin there; t.n: none.
 */
static size_t
marker_at(struct str t)
{
	size_t i = 0, end;

	switch (t.n > 0 ? t.s[0] : '\0') {
	case '>':
		return 0;
	case '#':
		end = run_end(t, 0);
		return end <= 6 && (end == t.n || is_blank(at(t, end)))
		    ? 0 : t.n;
	case '-': case '+':
		return t.n == 1 || is_blank(at(t, 1)) || is_rule(t) ? 0 : t.n;
	case '=':
		return is_rule(t) ? 0 : t.n;
	default:
		break;
	}
	while (i < t.n && ascii_is_digit(t.s[i]))
		i++;
	return i > 0 && i < 10 && i < t.n && (t.s[i] == '.' || t.s[i] == ')') &&
	    (i + 1 == t.n || is_blank(at(t, i + 1))) ? i : t.n;
}

/* ---- addresses in a text ---- */

/* The bytes of an address that begins here; 0: none does. */
static size_t
address_at(struct str t, size_t i)
{
	static const char *const schemes[] = {"http://", "https://", "ftp://"};
	size_t n = 0, end;

	if (i > 0 && is_word(at(t, i - 1)))
		return 0;
	for (size_t k = 0; k < sizeof schemes / sizeof *schemes; k++)
		if (t.n - i > strlen(schemes[k]) &&
		    memcmp(t.s + i, schemes[k], strlen(schemes[k])) == 0)
			n = strlen(schemes[k]);
	if (n == 0)
		return 0;
	for (end = i + n; end < t.n && at(t, end) > ' ' && at(t, end) < 0x7F &&
	    t.s[end] != '<' && t.s[end] != '>'; end++)
		continue;
	while (end > i + n && strchr(".,;:!?'\")", t.s[end - 1]) != NULL)
		end--;
	return end > i + n ? end - i : 0;
}

/* An address is left as it is, or in <…> if it has to be escaped. */
static void
put_address(struct lines *l, struct str t, size_t i, size_t n,
    struct markdown_place place)
{
	struct escapes e = {.text = t, .place = place};
	struct str url = {t.s + i, n};
	bool plain = true;

	for (size_t k = 0; k < n; k++)
		plain = plain && !needs_escape(&e, i + k);
	if (!plain)
		lines_put(l, STR("<"));
	for (size_t k = 0, from = 0; k <= n; k++) {
		if (k < n && !(place.cell && url.s[k] == '|'))
			continue;
		lines_put(l, (struct str){url.s + from, k - from});
		if (k < n)
			lines_put(l, STR("\\"));
		from = k;
	}
	if (!plain)
		lines_put(l, STR(">"));
}

void
markdown_text(struct lines *l, struct str t, struct markdown_place place)
{
	bool starts = !lines_open(l) && !place.cell && !place.heading;
	size_t marker = starts ? marker_at(t) : t.n, from = 0, n;
	struct escapes e = {.text = t, .place = place};

	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == 'h' || t.s[i] == 'f') {
			if (place.linked || (n = address_at(t, i)) == 0)
				continue;
			lines_put(l, (struct str){t.s + from, i - from});
			put_address(l, t, i, n, place);
			from = i + n;
			i = from - 1;
		} else if (needs_escape(&e, i) || i == marker) {
			lines_put(l, (struct str){t.s + from, i - from});
			lines_put(l, STR("\\"));
			from = i;
		}
	}
	lines_put(l, (struct str){t.s + from, t.n - from});
}

/* ---- links ---- */

void
markdown_url(struct buf *to, struct str url)
{
	for (size_t i = 0; i < url.n; i++) {
		char c = url.s[i];

		if (c == '<' || c == '>') {
			buf_puts(to, c == '<' ? "%3C" : "%3E");
			continue;
		}
		if (strchr("\\()|`*", c) != NULL || (c == '&' &&
		        is_reference(url, i)))
			buf_putc(to, '\\');
		buf_putc(to, c);
	}
}

enum { TITLE_MOST = 1024 }; /* bytes of a title */

void
markdown_title(struct buf *to, const char *title, bool in_cell)
{
	struct str t = str_of(title);
	bool any = false, blank = false;

	for (size_t i = 0; i < t.n; i++) {
		unsigned char c = (unsigned char)t.s[i];

		if (i >= TITLE_MOST && (c & 0xC0) != 0x80)
			break;
		if (c <= ' ') {
			blank = true;
			continue;
		}
		if (!any)
			buf_puts(to, " \"");
		else if (blank)
			buf_putc(to, ' ');
		any = true;
		blank = false;
		if (c == '"' || c == '\\' || (c == '|' && in_cell) ||
		    (c == '&' && is_reference(t, i)))
			buf_putc(to, '\\');
		buf_putc(to, (char)c);
	}
	if (any)
		buf_putc(to, '"');
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
markdown_blank(uint32_t c)
{
	return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
	    c == 0x202F || c == 0x205F || c == 0x3000;
}

bool
markdown_punct(uint32_t c, bool surely)
{
	utf8proc_category_t k;

	if (c < 0x80)
		return c > ' ' && c < 0x7F && !ascii_is_letter((int)c) &&
		    !ascii_is_digit((char)c);
	k = utf8proc_category((utf8proc_int32_t)c);
	return (k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_PO) ||
	    (!surely && k >= UTF8PROC_CATEGORY_SM && k <= UTF8PROC_CATEGORY_SO);
}
