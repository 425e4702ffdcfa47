/* SPDX-License-Identifier: MIT */
#include "html/parts/plainnumber.h"

#include "base/ascii.h"

/* The length of the first of `signs` that `t` begins with; 0: none. */
static size_t
sign_at(struct str t, const char *const signs[])
{
	for (; *signs != NULL; signs++)
		if (t.n >= strlen(*signs) &&
		    memcmp(t.s, *signs, strlen(*signs)) == 0)
			return strlen(*signs);
	return 0;
}

static struct str
from(struct str t, size_t at)
{
	return (struct str){t.s + at, t.n - at};
}

/*
 * Marks of footnotes: how many bytes of them `t` is; less than t.n: none.
 * `power`: what is raised may be an exponent.
 */
static size_t
notes(struct str t, bool power)
{
	static const char *const marks[] = {"*", " ", "\xE2\x80\xA0",
	    "\xE2\x80\xA1", NULL};
	static const char *const raised[] = {"\xC2\xB9", "\xC2\xB2", "\xC2\xB3",
	    "\xE2\x81\xB0", "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6",
	    "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9", NULL};
	size_t at = 0;

	while (at < t.n) {
		size_t n = sign_at(from(t, at), marks);

		if (n == 0 && !power)
			n = sign_at(from(t, at), raised);
		if (t.s[at] == '[') {
			const char *end = memchr(t.s + at, ']', t.n - at);

			n = end == NULL ? 0 : (size_t)(end - t.s) - at + 1;
			n = n > 12 ? 0 : n;
		}
		if (n == 0)
			return at;
		at += n;
	}
	return at;
}

/* What may stand between groups of digits. */
static size_t
separator_at(struct str t)
{
	static const char *const separators[] = {",", ".", " ", "'",
	    "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x99", NULL};

	return sign_at(t, separators);
}

static size_t
digits_at(struct str t)
{
	size_t n = 0;

	while (n < t.n && ascii_is_digit(t.s[n]))
		n++;
	return n;
}

/* Groups of three behind `at`, parted by the sign there; where they end. */
static size_t
groups_end(struct str t, size_t at, int *groups)
{
	struct str sign = {t.s + at, separator_at(from(t, at))};

	*groups = 0;
	while (sign.n > 0 && t.n - at >= sign.n &&
	    memcmp(t.s + at, sign.s, sign.n) == 0 &&
	    digits_at(from(t, at + sign.n)) == 3) {
		at += sign.n + 3;
		++*groups;
	}
	return at;
}

/* The number's end, and whether its groups are to be joined; 0: none. */
static size_t
number_end(struct str t, size_t first, size_t *grouped)
{
	size_t n = digits_at(from(t, first)), at = first + n, end;
	int groups;

	if (n == 0)
		return 0;
	*grouped = at;
	end = groups_end(t, at, &groups);
	if (n <= 3 && groups > 0 && (groups > 1 || t.s[at] != '.'))
		at = *grouped = end;
	if (at < t.n && (t.s[at] == '.' || t.s[at] == ',') &&
	    digits_at(from(t, at + 1)) > 0)
		at += 1 + digits_at(from(t, at + 1));
	if (at < t.n && t.s[at] == '%')
		at++;
	return at;
}

void
plainnumber(struct buf *b, size_t start)
{
	static const char *const minuses[] = {"\xE2\x88\x92", "-", "+", NULL};
	struct str t = {b->s + start, b->n - start};
	size_t sign = b->n > start ? sign_at(t, minuses) : 0, grouped = 0;
	size_t end = number_end(t, sign, &grouped), to = start;

	if (end == 0 || notes(from(t, end), digits_at(from(t, sign)) == end - sign) <
	    t.n - end)
		return;
	if (sign > 0)
		b->s[to++] = t.s[0] == '+' ? '+' : '-';
	for (size_t i = sign; i < end; i++)
		if (i >= grouped || ascii_is_digit(t.s[i]))
			b->s[to++] = t.s[i];
	b->n = to;
}
