/* SPDX-License-Identifier: MIT */
#include "text/words/abbr.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "text/unicode/utf.h"

/* static const struct { const char *language, *lines; } abbr_files[] */
#include "gen/abbr.h"

enum { LONGEST = 64 }; /* bytes of a word that are looked at */

struct abbr_word {
	uint32_t hash, flags;
	size_t at, n; /* in abbr.bytes; n = 0: free */
};

static uint32_t
hash_of(struct str w)
{
	uint32_t h = 2166136261u; /* FNV-1a */

	for (size_t i = 0; i < w.n; i++)
		h = (h ^ (unsigned char)w.s[i]) * 16777619u;
	return h ^ h >> 15;
}

/* The word's place in the table, or the free one where it belongs. */
static struct abbr_word *
place_of(const struct abbr *a, struct str w, uint32_t hash)
{
	for (size_t i = hash;; i++) {
		struct abbr_word *p = &a->words[i & (a->size - 1)];

		if (p->n == 0 || (p->hash == hash && p->n == w.n &&
		    memcmp(a->bytes.s + p->at, w.s, w.n) == 0))
			return p;
	}
}

static void
grow(struct abbr *a)
{
	struct abbr old = *a;

	a->size = old.size ? 2 * old.size : 512;
	a->words = mem_alloc(a->size, sizeof *a->words);
	for (size_t i = 0; i < old.size; i++) {
		struct abbr_word *w = &old.words[i];

		if (w->n > 0)
			*place_of(a, (struct str){a->bytes.s + w->at, w->n},
			    w->hash) = *w;
	}
	free(old.words);
}

static void
set(struct abbr *a, struct str w, unsigned flags)
{
	uint32_t hash = hash_of(w);
	struct abbr_word *p;

	if (2 * a->n >= a->size)
		grow(a);
	p = place_of(a, w, hash);
	if (p->n == 0) {
		*p = (struct abbr_word){hash, 0, a->bytes.n, w.n};
		buf_put(&a->bytes, w.s, w.n);
		a->n++;
	}
	p->flags = flags == 0 ? 0 : p->flags | flags;
}

size_t
abbr_fold(struct str t, char *to, size_t room)
{
	const char *s = t.s, *end = t.s + t.n;
	size_t n = 0;

	while (s < end && n + 4 <= room) {
		uint32_t c;
		int step;

		if ((unsigned char)*s < 0x80) {
			to[n++] = ascii_lower(*s);
			s++;
			continue;
		}
		step = utf_step(s, end, &c);
		if (c == UTF_BAD)
			to[n++] = *s; /* bytes that are not text stay apart */
		else
			n += (size_t)utf_encode((uint32_t)utf8proc_tolower(
			    (utf8proc_int32_t)c), to + n);
		s += step;
	}
	return n;
}

/* What the sign before a word says of it. */
static unsigned
flags_before(char sign)
{
	switch (sign) {
	case '!': return 0;
	case '^': return ABBR_OPENS;
	case '+': return ABBR_COUNTED;
	case '>': return ABBR_SAID;
	default: return ABBR_NEVER;
	}
}

/* What the sign behind a word says of it. */
static unsigned
flags_behind(char sign)
{
	switch (sign) {
	case '#': return ABBR_NUMBER;
	case '?': return ABBR_MAYBE;
	case '~': return ABBR_MAYBE | ABBR_SELDOM;
	default: return ABBR_NEVER;
	}
}

static void
line(struct abbr *a, struct str l)
{
	unsigned flags;
	char word[LONGEST];
	size_t n = 0;

	while (n < l.n && strchr(" \t\r", l.s[n]) == NULL)
		n++;
	l.n = n;
	if (l.n == 0 || l.s[0] == '#')
		return;
	if ((flags = flags_before(l.s[0])) != ABBR_NEVER) {
		l.s++;
		l.n--;
	} else if ((flags = flags_behind(l.s[l.n - 1])) != ABBR_NEVER) {
		l.n--;
	}
	if (l.n > 1 && l.s[l.n - 1] == '.')
		l.n--;
	n = abbr_fold(l, word, sizeof word);
	a->endings += l.s[0] == '-';
	if (n > 0)
		set(a, (struct str){word, n}, flags);
}

void
abbr_lines(struct abbr *a, struct str t)
{
	while (t.n > 0) {
		const char *nl = memchr(t.s, '\n', t.n);
		size_t n = nl != NULL ? (size_t)(nl - t.s) : t.n;

		line(a, (struct str){t.s, n});
		n += nl != NULL;
		t.s += n;
		t.n -= n;
	}
}

/* Add the lines of the file CODE. */
static void
add_file(struct abbr *a, const char *code)
{
	for (size_t i = 0; i < sizeof abbr_files / sizeof *abbr_files; i++)
		if (strcmp(abbr_files[i].language, code) == 0)
			abbr_lines(a, str_of(abbr_files[i].lines));
}

void
abbr_language(struct abbr *a, const struct language *l)
{
	const struct language *with = language_with(l, LANGUAGE_ABBREVIATIONS);

	if (strcmp(l->code, "und") == 0)
		return;
	add_file(a, "mul");
	if (with != NULL && strcmp(with->code, "mul") != 0)
		add_file(a, with->code);
}

unsigned
abbr_find(const struct abbr *a, struct str w)
{
	return a->n > 0 && w.n > 0 ? place_of(a, w, hash_of(w))->flags : 0;
}

void
abbr_free(struct abbr *a)
{
	free(a->words);
	buf_free(&a->bytes);
	*a = (struct abbr){0};
}
