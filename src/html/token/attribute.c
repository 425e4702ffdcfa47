/* SPDX-License-Identifier: MIT */
#include "html/token/attribute.h"

#include <string.h>
#include <strings.h>

#include "html/token/event.h"
#include "html/token/lookahead.h"
#include "html/token/reference.h"
#include "text/unicode/utf.h"

/* The attributes that are kept, sorted; nobody asks for another. */
static const char *const wanted[] = {
	"action", "align", "alt", "alttext", "aria-hidden", "checked", "class",
	"close", "colspan", "content", "data-date", "data-datetime",
	"data-lang", "data-language", "data-lazy-src", "data-original",
	"data-src", "data-srcset", "data-timestamp", "datetime", "display",
	"encoding", "headers", "hidden", "href", "http-equiv", "id",
	"itemprop", "itemtype", "label",
	"lang", "linethickness", "multiple", "name", "open", "popover",
	"property", "pubdate", "rel", "reversed", "role", "rowspan", "scope",
	"selected",
	"separators", "shadowrootmode", "src", "srcdoc", "srcset", "start",
	"style", "title", "type", "value", "xlink:href",
};
enum { WANTED = sizeof wanted / sizeof *wanted };

_Static_assert(WANTED <= 64, "`seen` has a bit for each");
_Static_assert(2 * WANTED <= EVENT_STRINGS, "an event has room for all");

/*
 * What a byte of a name is read as: letters in lower case, digits and -_:. as
 * themselves, others as '_'; 0 ends the name.
 */
static char name_bytes[256];

static void
fill_name_bytes(void)
{
	for (int c = 1; c < 256; c++) {
		bool plain = ascii_is_letter(c) || (c >= '0' && c <= '9') ||
		    c == '-' || c == '_' || c == ':' || c == '.';

		if (!ascii_is_space(c) && c != '/' && c != '>')
			name_bytes[c] = plain ? ascii_lower((char)c) : '_';
	}
	name_bytes[0] = '_';
}

/* Those that the window holds; whether the name may go on behind it. */
static bool
name_run(struct source *in, struct name *name, int stop)
{
	const char *at = in->at, *end = in->end;
	size_t n = name->n;

	for (; at < end; at++) {
		unsigned char c = (unsigned char)*at;

		if (name_bytes[c] == 0 || (c == stop && n > 0))
			break;
		if (n < NAME_MOST)
			name->s[n++] = name_bytes[c];
	}
	in->at = at;
	name->n = n;
	return at == end;
}

void
name_read(struct source *in, struct name *name, int stop)
{
	if (name_bytes[0] == 0)
		fill_name_bytes();
	name->n = 0;
	while (name_run(in, name, stop) && source_more(in))
		continue;
	name->s[name->n] = '\0';
}

/* Up to what ends a name; NUL is U+FFFD. */
static void
put_name(struct source *in, struct buf *to, int stop)
{
	size_t start = to->n;

	for (int c; (c = peek(in)) != -1; in->at++) {
		if (ascii_is_space(c) || c == '/' || c == '>' ||
		    (c == stop && to->n > start))
			return;
		if (c == '\0')
			buf_puts(to, "\xEF\xBF\xBD");
		else
			buf_putc(to, ascii_lower((char)c));
	}
}

void
name_read_whole(struct source *in, struct name *name)
{
	struct buf whole = {0};

	put_name(in, &whole, -1);
	if (whole.n > NAME_MOST) {
		whole.n = NAME_MOST;
		while (whole.n > 0 &&
		    ((unsigned char)whole.s[whole.n] & 0xC0) == 0x80)
			whole.n--;
	}
	name->n = whole.n;
	memcpy(name->s, whole.s, whole.n);
	name->s[name->n] = '\0';
	buf_free(&whole);
}

/* The index of a name among those that are wanted; -1: it is not. */
static int
wanted_index(const char *name)
{
	static unsigned char from[128]; /* by first byte; the next one's end */
	static bool filled;
	unsigned char first = (unsigned char)name[0];

	if (!filled) {
		for (int i = 0; i < WANTED; i++)
			from[(unsigned char)wanted[i][0] + 1] =
			    (unsigned char)(i + 1);
		for (int c = 1; c < 128; c++)
			if (from[c] == 0)
				from[c] = from[c - 1];
		filled = true;
	}
	if (first >= 127)
		return -1;
	for (int i = from[first]; i < from[first + 1]; i++)
		if (wanted[i][1] == name[1] && strcmp(wanted[i], name) == 0)
			return i;
	return -1;
}

static bool
value_ends(int c, int quote)
{
	return quote ? c == quote : ascii_is_space(c) || c == '>';
}

static void
skip_value(struct source *in, int quote)
{
	int c;

	if (quote != 0)
		skip_past(in, (char)quote);
	else
		while ((c = peek(in)) != -1 && !value_ends(c, 0))
			in->at++;
}

/* Drop the part of a code point that a cut has left at the end. */
static void
drop_cut(struct buf *b, size_t start)
{
	for (size_t i = 1; i <= 4 && i <= b->n - start; i++) {
		const char *lead = b->s + b->n - i;

		if (((unsigned char)*lead & 0xC0) != 0x80) {
			if (utf_cut(lead, b->s + b->n))
				b->n -= i;
			return;
		}
	}
}

/* Bytes up to one that means something here, or the window's end. */
static void
put_run(struct source *in, struct buf *v, const bool stops[256], size_t most)
{
	const char *from = in->at, *at = from, *end = in->end;

	if ((size_t)(end - at) > most)
		end = at + most;
	while (at < end && !stops[(unsigned char)*at])
		at++;
	buf_put(v, from, (size_t)(at - from));
	in->at = at;
}

/* The value's first `most` bytes, references resolved; all of it is read. */
static void
read_value(struct source *in, struct buf *v, int quote, size_t most)
{
	static const bool stops[3][256] = {
		{['\0'] = true, [' '] = true, ['\n'] = true, ['\t'] = true,
		    ['\r'] = true, ['\f'] = true, ['>'] = true,
		    ['&'] = true},
		{['\0'] = true, ['"'] = true, ['&'] = true, ['\f'] = true,
		    ['\r'] = true},
		{['\0'] = true, ['\''] = true, ['&'] = true, ['\f'] = true,
		    ['\r'] = true},
	};
	const bool *stop = stops[quote == '"' ? 1 : quote == '\'' ? 2 : 0];
	size_t start = v->n;
	int c;

	most += start;
	while ((c = peek(in)) != -1 && v->n < most && !value_ends(c, quote)) {
		if (c == '&') {
			char to[8];
			int n = reference_take(in, true, to);

			buf_put(v, n < 0 ? "&" : to, n < 0 ? 1 : (size_t)n);
		} else if (c == '\0') {
			in->at++;
			buf_puts(v, "\xEF\xBF\xBD");
		} else if (c == '\f' || c == '\r') {
			in->at++;
			if (c == '\r' && peek(in) == '\n')
				in->at++;
			buf_putc(v, c == '\f' ? ' ' : '\n');
		} else {
			put_run(in, v, stop, most - v->n);
		}
	}
	drop_cut(v, start);
	skip_value(in, quote);
}

/* Whether a style declares what html/read/style asks for. */
static bool
may_matter(struct str style)
{
	static const char *const words[] = {"display", "visib", "white",
	    "text-a"};

	for (size_t i = 0; i + 6 <= style.n; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (ascii_lower(style.s[i]) == words[k][0] &&
			    strncasecmp(style.s + i, words[k],
			        strlen(words[k])) == 0)
				return true;
	return false;
}

/* The value, behind "=" and blanks; none is "". */
static void
value(struct source *in, bool asked, struct buf *to, size_t most)
{
	int quote = 0, c;

	while (ascii_is_space(peek(in)))
		in->at++;
	if (peek(in) != '=')
		return;
	in->at++;
	while (ascii_is_space(c = peek(in)))
		in->at++;
	if (c == '"' || c == '\'') {
		quote = c;
		in->at++;
	}
	if (asked)
		read_value(in, to, quote, most);
	else
		skip_value(in, quote);
}

/* One that is wanted: its name, its value. */
static void
keep(struct attributes *a, struct source *in, const char *name)
{
	struct buf *to = &a->strings;
	size_t before = to->n, start;

	if (strcmp(name, "srcdoc") == 0) {
		value(in, true, &a->srcdoc, SRCDOC_MOST);
		return;
	}
	buf_put(to, name, strlen(name) + 1);
	start = to->n;
	value(in, true, to, VALUE_MOST);
	if (strcmp(name, "style") == 0 &&
	    !may_matter((struct str){to->s + start, to->n - start})) {
		to->n = before;
		return;
	}
	buf_putc(to, '\0');
	a->count += 2;
}

static bool
is_font_style(const char *name)
{
	switch (name[0]) {
	case 'c': return strcmp(name, "color") == 0;
	case 'f': return strcmp(name, "face") == 0;
	case 's': return strcmp(name, "size") == 0;
	default: return false;
	}
}

static void
attribute(struct attributes *a, struct source *in)
{
	struct name name;
	int which;

	name_read(in, &name, '=');
	which = wanted_index(name.s);
	if (which < 0)
		a->styled = a->styled || is_font_style(name.s);
	if (which < 0 || a->seen >> which & 1) {
		value(in, false, NULL, 0);
		return;
	}
	a->seen |= UINT64_C(1) << which;
	keep(a, in, wanted[which]);
}

/* ---- all of them ---- */

/* Whether the name, which is the last string, stands there once more. */
static bool
is_known(struct attributes *a, size_t at, size_t room)
{
	size_t *slots = (size_t *)(void *)a->slots.s;
	size_t h = 5381;

	for (const char *s = a->strings.s + at; *s != '\0'; s++)
		h = h * 33 ^ (unsigned char)*s;
	for (h &= room - 1; slots[h] != 0; h = (h + 1) & (room - 1))
		if (strcmp(a->strings.s + slots[h] - 1,
		        a->strings.s + at) == 0)
			return slots[h] - 1 != at;
	slots[h] = at + 1;
	return false;
}

/* The same; the slots are twice the names at least. */
static bool
is_double(struct attributes *a, size_t at)
{
	size_t room = a->slots.n / sizeof(size_t), names = (size_t)a->count / 2;
	size_t from = 0;

	if (room >= 2 * (names + 1) && names > 0)
		return is_known(a, at, room);
	if (room < 4 * (names + 1))
		for (room = 16; room < 4 * (names + 1); room *= 2)
			continue;
	a->slots.n = 0;
	memset(buf_room(&a->slots, room * sizeof(size_t)), 0,
	    room * sizeof(size_t));
	a->slots.n = room * sizeof(size_t);
	for (size_t i = 0; i < names; i++) {
		is_known(a, from, room);
		from += strlen(a->strings.s + from) + 1;
		from += strlen(a->strings.s + from) + 1;
	}
	return is_known(a, at, room);
}

/* One, whatever it is: the first of a name counts (13.2.5.33). */
static void
keep_any(struct attributes *a, struct source *in)
{
	struct buf *to = &a->strings;
	size_t before = to->n;

	put_name(in, to, '=');
	a->styled = a->styled || (to->n - before == 5 && memcmp(
	    to->s + before, "color", 5) == 0) || (to->n - before == 4 &&
	    (memcmp(to->s + before, "face", 4) == 0 || memcmp(to->s + before,
	    "size", 4) == 0));
	buf_putc(to, '\0');
	if (is_double(a, before)) {
		value(in, false, NULL, 0);
		to->n = before;
		return;
	}
	value(in, true, to, SIZE_MAX / 2);
	buf_putc(to, '\0');
	a->count += 2;
}

enum tag_end
attributes_read(struct attributes *a, struct source *in)
{
	int c;

	attributes_clear(a);
	while ((c = peek(in)) != -1) {
		if (c == '>') {
			in->at++;
			return END_OPEN;
		}
		if (c == '/' && peek_at(in, 1) == '>') {
			in->at += 2;
			return END_CLOSED;
		}
		if (c == '/' || ascii_is_space(c))
			in->at++;
		else if (a->all)
			keep_any(a, in);
		else
			attribute(a, in);
	}
	return END_CUT;
}

void
attributes_clear(struct attributes *a)
{
	a->strings.n = a->srcdoc.n = 0;
	a->count = 0;
	a->seen = 0;
	a->styled = false;
}

void
attributes_put(struct attributes *a, const char *name, struct str value)
{
	buf_put(&a->strings, name, strlen(name) + 1);
	buf_put(&a->strings, value.s, value.n);
	buf_putc(&a->strings, '\0');
	a->count += 2;
}

const char *
attributes_get(const struct attributes *a, const char *name)
{
	const char *at = a->strings.s;

	for (int i = 0; i < a->count; i += 2) {
		const char *value = at + strlen(at) + 1;

		if (strcmp(at, name) == 0)
			return value;
		at = value + strlen(value) + 1;
	}
	return NULL;
}

void
attributes_free(struct attributes *a)
{
	buf_free(&a->strings);
	buf_free(&a->srcdoc);
	buf_free(&a->slots);
}
