/* SPDX-License-Identifier: MIT */
#include "pack/syntax/headers.h"

#include <string.h>

#include "base/ascii.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool
headers_same(struct str s, const char *word)
{
	if (s.n != strlen(word))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (ascii_lower(s.s[i]) != word[i])
			return false;
	return true;
}

struct str
headers_trim(struct str s)
{
	while (s.n > 0 && is_blank(*s.s))
		s.s++, s.n--;
	while (s.n > 0 && is_blank(s.s[s.n - 1]))
		s.n--;
	return s;
}

/* One line into the text, joined to the last where it is folded. */
static void
put_line(struct buf *text, const char *line, size_t n)
{
	if (n > 0 && line[n - 1] == '\r')
		n--;
	if (n > 0 && text->n > 0 && (*line == ' ' || *line == '\t'))
		text->s[text->n - 1] = ' ';
	buf_put(text, line, n);
	buf_putc(text, '\n');
}

bool
headers_read(struct headers *h, struct source *in)
{
	size_t at = 0, scanned = 0;

	h->text.n = 0;
	while (at < HEADERS_MOST) {
		size_t there = (size_t)(in->end - in->at);
		const char *line = in->at + at, *end = NULL;

		if (there > at + scanned)
			end = memchr(line + scanned, '\n', there - at - scanned);
		if (end == NULL) {
			scanned = there - at;
			if (there > HEADERS_MOST || !source_more(in))
				return false;
			continue;
		}
		scanned = 0;
		at += (size_t)(end - line) + 1;
		if (end == line || (end == line + 1 && *line == '\r')) {
			in->at += at;
			h->read = at;
			return true;
		}
		put_line(&h->text, line, (size_t)(end - line));
	}
	return false;
}

void
headers_free(struct headers *h)
{
	buf_free(&h->text);
}

struct str
headers_line(const struct headers *h)
{
	const char *end = h->text.n > 0 ? memchr(h->text.s, '\n', h->text.n) :
	    NULL;

	return (struct str){h->text.s,
	    end != NULL ? (size_t)(end - h->text.s) : 0};
}

/*
 * The next field of that name from `*at` on, which is moved behind it; blanks
 * before the colon are none of the name's.  False: there is none.
 */
static bool
next_field(const char **at, const char *end, const char *name,
    struct str *value)
{
	size_t n = strlen(name);

	while (*at < end) {
		const char *line = *at, *colon = line + n;
		const char *stop = memchr(line, '\n', (size_t)(end - line));

		*at = stop + 1;
		if (ascii_lower(*line) != *name || (size_t)(stop - line) <= n ||
		    ascii_lower(line[n - 1]) != name[n - 1] ||
		    !headers_same((struct str){line, n}, name))
			continue;
		while (*colon == ' ' || *colon == '\t')
			colon++;
		if (*colon != ':')
			continue;
		*value = headers_trim((struct str){colon + 1,
		    (size_t)(stop - colon) - 1});
		return true;
	}
	return false;
}

struct str
headers_get(const struct headers *h, const char *name)
{
	const char *at = h->text.s;
	struct str value = {0};

	next_field(&at, at + h->text.n, name, &value);
	return value;
}

void
headers_all(const struct headers *h, const char *name, struct buf *to)
{
	const char *at = h->text.s, *end = at + h->text.n;
	struct str value;

	while (next_field(&at, end, name, &value)) {
		if (to->n > 0)
			buf_puts(to, ", ");
		buf_put(to, value.s, value.n);
	}
}

bool
headers_number(struct str s, uint64_t *n)
{
	*n = 0;
	if (s.n == 0 || s.n > 18)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
		*n = *n * 10 + (uint64_t)(s.s[i] - '0');
	}
	return true;
}

/* Up to the next `c` that is not in quotes; `rest` is what comes after. */
static struct str
until(struct str s, char c, struct str *rest)
{
	bool quoted = false;
	size_t i = 0;

	for (; i < s.n && (quoted || s.s[i] != c); i++)
		quoted ^= s.s[i] == '"';
	*rest = i < s.n ? (struct str){s.s + i + 1, s.n - i - 1}
	                : (struct str){0};
	return headers_trim((struct str){s.s, i});
}

struct str
headers_type(struct str value)
{
	struct str rest, type = until(value, ';', &rest);

	return until(type, ',', &rest); /* two heads that were joined */
}

struct str
headers_parameter(struct str value, const char *name)
{
	struct str rest = value, found;

	until(rest, ';', &rest);
	while (rest.n > 0) {
		struct str item = until(rest, ';', &rest);

		if (!headers_same(until(item, '=', &found), name))
			continue;
		found = headers_trim(found);
		if (found.n > 1 && (*found.s == '"' || *found.s == '\'') &&
		    found.s[found.n - 1] == *found.s)
			found = (struct str){found.s + 1, found.n - 2};
		return found;
	}
	return (struct str){0};
}
