/* SPDX-License-Identifier: MIT */
#include "text/language.h"

#include <stdint.h>
#include <stdio.h>
#include <utf8proc.h>

#include "base/ascii.h"
#include "base/complain.h"
#include "text/unicode/utf.h"

/* static const struct language languages[] */
#include "gen/language.h"

enum {
	LANGUAGES = sizeof languages / sizeof *languages,
	NAME = 64, /* bytes of a name that are looked at */
	SHORT = 3, /* bytes of a name that may be a code */
	FAR = 8    /* no language is meant at that distance */
};

/*
 * A name as names are compared: in lower case, without blanks, hyphens and
 * underscores; its length.
 */
static size_t
fold(struct str name, char to[NAME])
{
	const char *s = name.s, *end = s + name.n;
	size_t n = 0;

	while (s < end && n + 4 <= NAME) {
		uint32_t c;

		s += utf_step(s, end, &c);
		if (c == ' ' || c == '-' || c == '_' || c == UTF_BAD)
			continue;
		n += (size_t)utf_encode((uint32_t)utf8proc_tolower(
		    (utf8proc_int32_t)c), to + n);
	}
	return n;
}

static bool
same_name(struct str a, struct str b)
{
	char low[2][NAME];
	size_t n = fold(a, low[0]), m = fold(b, low[1]);

	return n > 0 && str_eq((struct str){low[0], n},
	    (struct str){low[1], m});
}

/* The next of the items that `separator` parts; false: no more. */
static bool
next_item(struct str *list, const char *separator, struct str *item)
{
	const char *end;

	if (list->n == 0)
		return false;
	end = strstr(list->s, separator);
	item->s = list->s;
	item->n = end != NULL ? (size_t)(end - list->s) : list->n;
	end = end != NULL ? end + strlen(separator) : list->s + list->n;
	list->n -= (size_t)(end - list->s);
	list->s = end;
	return true;
}

static bool
among(struct str t, const char *list, const char *separator)
{
	struct str rest = str_of(list), item;

	while (next_item(&rest, separator, &item))
		if (same_name(t, item))
			return true;
	return false;
}

static const struct language *
by_code(struct str code)
{
	if (code.n < 2 || code.n > SHORT)
		return NULL;
	for (size_t i = 0; i < LANGUAGES; i++) {
		const struct language *l = &languages[i];
		int first = ascii_lower(code.s[0]);

		if (l->code[0] != first && strchr(l->codes, first) == NULL)
			continue; /* as nearly always */
		if (same_name(code, str_of(l->code)) ||
		    among(code, l->codes, " "))
			return l;
	}
	return NULL;
}

static const struct language *
by_name(struct str name)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (same_name(name, str_of(languages[i].name)) ||
		    among(name, languages[i].names, "; "))
			return &languages[i];
	return NULL;
}

static size_t
span_alnum(struct str t, size_t at)
{
	size_t n = at;

	while (n < t.n && ascii_is_alnum(t.s[n]))
		n++;
	return n - at;
}

/*
 * The subtags of a BCP 47 tag are of 1 to 8 letters and digits; of three
 * letters only a second one is, and is a language inside the first ("zh-yue").
 * A locale's encoding and modifier follow ("de_DE.UTF-8", "sr@latin").
 */
static const struct language *
by_tag(struct str t)
{
	size_t first = span_alnum(t, 0), at = first, n;
	const struct language *l = by_code((struct str){t.s, first});

	while (at < t.n && (t.s[at] == '-' || t.s[at] == '_')) {
		n = span_alnum(t, at + 1);
		if (n < 1 || n > 8)
			return NULL;
		if (at == first && n == SHORT) {
			const struct language *inner =
			    by_code((struct str){t.s + at + 1, n});

			l = inner != NULL ? inner : l;
		}
		at += 1 + n;
	}
	return at == t.n || t.s[at] == '.' || t.s[at] == '@' ? l : NULL;
}

const struct language *
language_find(struct str t)
{
	const struct language *l = by_tag(t);

	return l != NULL ? l : by_name(t);
}

const struct language *
language_with(const struct language *l, unsigned has)
{
	if (!(l->has & has) && l->as[0] != '\0')
		l = by_code(str_of(l->as));
	return l != NULL && l->has & has ? l : NULL;
}

bool
language_is(const struct language *l, const char *code)
{
	return strcmp(l->code, code) == 0 || strcmp(l->as, code) == 0;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/*
 * Edits that make one of the other: a byte more, less or another, two that
 * changed places (Damerau's distance, restricted to adjacent places).
 */
static unsigned
edits(struct str a, struct str b)
{
	unsigned row[3][NAME + 1], *before = row[0], *last = row[1];
	unsigned *now = row[2];

	for (size_t k = 0; k <= b.n; k++)
		last[k] = (unsigned)k;
	for (size_t i = 1; i <= a.n; i++) {
		unsigned *oldest = before;

		now[0] = (unsigned)i;
		for (size_t k = 1; k <= b.n; k++) {
			now[k] = least(least(last[k], now[k - 1]) + 1,
			    last[k - 1] + (a.s[i - 1] != b.s[k - 1]));
			if (i > 1 && k > 1 && a.s[i - 1] == b.s[k - 2] &&
			    a.s[i - 2] == b.s[k - 1])
				now[k] = least(now[k], before[k - 2] + 1);
		}
		before = last;
		last = now;
		now = oldest;
	}
	return last[b.n];
}

/* Whether the letters of `t` stand in `name` in that order, the first first. */
static bool
abbreviates(struct str t, struct str name)
{
	size_t k = 0;

	if (t.n == 0 || name.n == 0 || t.s[0] != name.s[0])
		return false;
	for (size_t i = 0; i < name.n && k < t.n; i++)
		k += name.s[i] == t.s[k];
	return k == t.n;
}

/*
 * How far from `t` a name is.  A beginning ("germ") is near; two or three
 * letters are a code, perhaps that of a country ("jp"), and near where they
 * abbreviate the name.
 */
static unsigned
distance(struct str t, struct str name)
{
	char low[NAME];
	struct str n = {low, fold(name, low)};
	unsigned d;

	if (t.n > SHORT && t.n < n.n && memcmp(t.s, n.s, t.n) == 0)
		return 1;
	if (t.n <= SHORT)
		return t.n > 1 && abbreviates(t, n) ? 2 : FAR;
	d = edits(t, n);
	return d <= (t.n + 1) / 3 ? d : FAR;
}

static unsigned
nearest_name(struct str t, const struct language *l)
{
	struct str rest = str_of(l->names), item;
	unsigned d = distance(t, str_of(l->name));

	while (next_item(&rest, "; ", &item))
		d = least(d, distance(t, item));
	/* One that there is nothing for is seldom meant. */
	return d < FAR && !l->has ? d + 2 : d;
}

size_t
language_near(struct str name, const struct language *near[], size_t most)
{
	char low[NAME];
	struct str t = {low, fold(name, low)};
	unsigned nearest = FAR;
	size_t n = 0;

	for (unsigned d = 1; d < FAR && d <= nearest + 1; d++)
		for (size_t i = 0; i < LANGUAGES && n < most; i++)
			if (nearest_name(t, &languages[i]) == d) {
				near[n++] = &languages[i];
				nearest = least(nearest, d);
			}
	return n;
}

const struct language *
language_option(const char *option, const char *arg)
{
	const struct language *l = language_find(str_of(arg)), *near[3];
	char names[3 * NAME] = "";
	size_t n, at = 0;

	if (l != NULL)
		return l;
	n = language_near(str_of(arg), near, 3);
	for (size_t i = 0; i < n && at < sizeof names; i++)
		at += (size_t)snprintf(names + at, sizeof names - at,
		    "%s%s (%s)", i > 0 ? ", " : ": perhaps ", near[i]->code,
		    near[i]->name);
	misuse("--%s %s: no such language%s; --languages lists all",
	    option, arg, names);
}

/* By bit of `has`. */
static const char *const kinds[] = {"abbreviations", "stop-words", "stemmer"};

const struct language *
language_option_with(const char *option, const char *arg, unsigned has)
{
	const struct language *l = language_option(option, arg);
	char codes[512] = "";
	size_t at = 0;
	int kind = 0;

	if (language_with(l, has) != NULL)
		return language_with(l, has);
	for (size_t i = 0; i < LANGUAGES && at < sizeof codes; i++)
		if (languages[i].has & has)
			at += (size_t)snprintf(codes + at, sizeof codes - at,
			    " %s", languages[i].code);
	while (has >> kind > 1)
		kind++;
	misuse("--%s %s: no %s for %s: give one of%s", option, arg,
	    kinds[kind], l->name, codes);
}

void
language_list(struct sink *out)
{
	for (size_t i = 0; i < LANGUAGES; i++) {
		const struct language *l = &languages[i];
		char c = '\t';

		sink_puts(out, l->code);
		sink_putc(out, '\t');
		sink_puts(out, l->name);
		for (unsigned k = 0; k < 3; k++)
			if (language_with(l, 1u << k) != NULL) {
				sink_putc(out, c);
				sink_puts(out, kinds[k]);
				c = ' ';
			}
		sink_putc(out, '\n');
	}
}
