/* SPDX-License-Identifier: MIT */
#include "text/langid/mixed.h"

#include <stdlib.h>

enum {
	SURE = 900,           /* confidence at which a stretch is on its own */
	LETTERS = 20,         /* letters of such a stretch, at least */
	TOGETHER = 2048       /* bytes that are judged together, at most */
};

static bool
ends_stretch(struct str t, size_t i)
{
	static const char full[] = "\xE3\x80\x82"; /* ideographic full stop */

	return t.s[i] == '\n' || ((t.s[i] == '.' || t.s[i] == '!' ||
	    t.s[i] == '?') && (i + 1 == t.n || (unsigned char)t.s[i + 1] <= ' ')) ||
	    (i >= 2 && memcmp(t.s + i - 2, full, 3) == 0);
}

/* The length of the first stretch of `t`. */
static size_t
stretch(struct str t)
{
	size_t space = 0, i;

	for (i = 0; i < t.n && i < MIXED_STRETCH; i++) {
		if (ends_stretch(t, i))
			return i + 1;
		if (t.s[i] == ' ')
			space = i + 1;
	}
	return i < t.n && space > 0 ? space : i;
}

static void
count(struct mixed *m, const struct langid_guess *g, uint64_t letters)
{
	int i = 0;

	while (i < m->n && (strcmp(m->parts[i].guess.code, g->code) != 0 ||
	    m->parts[i].guess.script != g->script))
		i++;
	if (i == MIXED_MOST)
		return;
	if (i == m->n) {
		m->parts[i] = (struct mixed_part){.guess = *g};
		m->n++;
	}
	m->parts[i].letters += letters;
	m->parts[i].sure += letters * (uint64_t)g->confidence;
}

void
mixed_add(struct mixed *m, struct langid *t, struct str piece,
    const struct langid_set *only, int least)
{
	size_t pending = 0;

	langid_begin(t);
	while (piece.n > 0) {
		size_t n = stretch(piece);
		struct langid_guess g;
		uint64_t letters;

		langid_add(t, (struct str){piece.s, n});
		piece.s += n;
		piece.n -= n;
		pending += n;
		letters = langid_letters(t, SCRIPT_NONE);
		g = langid_best(t, only);
		if (piece.n > 0 && pending < TOGETHER &&
		    (g.confidence < SURE || letters < LETTERS))
			continue;
		m->letters += letters;
		if (letters > 0 && g.confidence >= least && g.confidence > 0)
			count(m, &g, letters);
		langid_begin(t);
		pending = 0;
	}
}

static int
by_letters(const void *a, const void *b)
{
	const struct mixed_part *x = a, *y = b;

	if (x->letters != y->letters)
		return x->letters < y->letters ? 1 : -1;
	return strcmp(x->guess.code, y->guess.code);
}

void
mixed_sort(struct mixed *m)
{
	qsort(m->parts, (size_t)m->n, sizeof *m->parts, by_letters);
	for (int i = 0; i < m->n; i++)
		m->parts[i].guess.confidence =
		    (int)(m->parts[i].sure / m->parts[i].letters);
}
