/* SPDX-License-Identifier: MIT */
#include "html/attribute.h"

#include <string.h>

#include "html/escape.h"
#include "html/look.h"
#include "html/reference.h"
#include "text/utf.h"

/* The attributes that reach libxml2, sorted; nobody asks for another. */
static const char *const wanted[] = {
	"alt", "aria-hidden", "class", "colspan", "content", "headers",
	"hidden", "href", "id", "itemprop", "itemtype", "label", "lang",
	"name", "open", "property", "rel", "reversed", "role", "rowspan",
	"scope", "selected", "src", "srcdoc", "start", "style", "title",
	"type", "value",
};
enum { WANTED = sizeof wanted / sizeof *wanted }; /* <= 32: a bit each */

void
name_read(struct source *in, struct name *name, int stop)
{
	int c;

	name->n = 0;
	while ((c = look(in)) != -1 && !is_space(c) && c != '/' && c != '>' &&
	    (c != stop || name->n == 0)) {
		bool plain = is_letter(c) || (c >= '0' && c <= '9') ||
		    c == '-' || c == '_' || c == ':' || c == '.';

		if (name->n < NAME_MOST)
			name->s[name->n++] = plain ? lower((char)c) : '_';
		in->at++;
	}
	name->s[name->n] = '\0';
}

static int
wanted_index(const char *name)
{
	int low = 0, high = WANTED;

	while (low < high) {
		int mid = (low + high) / 2, order = strcmp(name, wanted[mid]);

		if (order == 0)
			return mid;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return -1;
}

static bool
value_ends(int c, int quote)
{
	return quote ? c == quote : is_space(c) || c == '>';
}

static void
skip_value(struct source *in, int quote)
{
	int c;

	if (quote != 0)
		skip_past(in, (char)quote);
	else
		while ((c = look(in)) != -1 && !value_ends(c, 0))
			in->at++;
}

/* Drop the part of a code point that a cut has left at the end. */
static void
drop_cut(struct buf *b)
{
	size_t back = b->n < 4 ? b->n : 4;

	for (size_t i = 1; i <= back; i++) {
		const char *lead = b->s + b->n - i;

		if (((unsigned char)*lead & 0xC0) != 0x80) {
			if (utf_cut(lead, b->s + b->n))
				b->n -= i;
			return;
		}
	}
}

/* The value's first `most` bytes, references resolved; all of it is read. */
static void
read_value(struct source *in, struct buf *v, int quote, size_t most)
{
	int c;

	while ((c = look(in)) != -1 && v->n < most && !value_ends(c, quote)) {
		if (c == '&') {
			char to[8];
			int n = reference_take(in, true, to);

			buf_put(v, n < 0 ? "&" : to, n < 0 ? 1 : (size_t)n);
		} else {
			buf_putc(v, c == '\f' ? ' ' : (char)c);
			in->at++;
		}
	}
	drop_cut(v);
	skip_value(in, quote);
}

/* A style matters where it hides; the rest of it is only bytes to carry. */
static bool
may_hide(struct str style)
{
	for (size_t i = 0; i + 3 <= style.n; i++) {
		char a = lower(style.s[i]), b = lower(style.s[i + 1]);

		if ((a == 'n' && b == 'o') || (a == 'h' && b == 'i'))
			return true;
	}
	return false;
}

static void
keep(struct attributes *a, const char *name)
{
	struct buf *special = strcmp(name, "srcdoc") == 0 ? &a->srcdoc
	    : strcmp(name, "lang") == 0                   ? &a->lang
	                                                  : NULL;

	if (strcmp(name, "style") == 0 && !may_hide(buf_str(&a->value)))
		return;
	if (special != NULL)
		buf_put(special, a->value.s, a->value.n);
	if (special == &a->srcdoc)
		return;
	buf_putc(&a->markup, ' ');
	buf_puts(&a->markup, name);
	buf_puts(&a->markup, "=\"");
	escape_put(&a->markup, buf_str(&a->value));
	buf_putc(&a->markup, '"');
}

static void
attribute(struct attributes *a, struct source *in)
{
	struct name name;
	int which, quote = 0, c;
	bool asked;

	name_read(in, &name, '=');
	which = wanted_index(name.s);
	asked = which >= 0 && !(a->seen & 1u << which);
	a->value.n = 0;
	while (is_space(look(in)))
		in->at++;
	if (look(in) == '=') {
		in->at++;
		while (is_space(c = look(in)))
			in->at++;
		if (c == '"' || c == '\'') {
			quote = c;
			in->at++;
		}
		if (asked)
			read_value(in, &a->value, quote,
			    strcmp(name.s, "srcdoc") ? VALUE_MOST : SRCDOC_MOST);
		else
			skip_value(in, quote);
	}
	if (asked) {
		a->seen |= 1u << which;
		keep(a, wanted[which]);
	}
}

enum tag_end
attributes_read(struct attributes *a, struct source *in)
{
	int c;

	a->markup.n = a->lang.n = a->srcdoc.n = 0;
	a->seen = 0;
	while ((c = look(in)) != -1) {
		if (c == '>') {
			in->at++;
			return END_OPEN;
		}
		if (c == '/' && look_at(in, 1) == '>') {
			in->at += 2;
			return END_CLOSED;
		}
		if (c == '/' || is_space(c))
			in->at++;
		else
			attribute(a, in);
	}
	return END_CUT;
}

void
attributes_free(struct attributes *a)
{
	buf_free(&a->markup);
	buf_free(&a->lang);
	buf_free(&a->srcdoc);
	buf_free(&a->value);
}
