/* SPDX-License-Identifier: MIT */
#include "text/plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/prose.h"

enum { SHORT = 12, LONG = 25, PASSES = 8, HEADING = 30,
	APART = 4, SMALL = 5 }; /* words; times */
#define NOWHERE SIZE_MAX

struct line {
	struct str text; /* without its end */
	struct prose prose;
	size_t word;
	uint64_t key;    /* of its words */
	bool blank;      /* an empty line stands before it */
	enum { POOR, FAIR, GOOD } grade;
	bool bad, keep;
};

struct plain {
	struct line *line;
	size_t n, cap;
	struct prose_words words;
};

/* Words as they weigh: a character of an unspaced script is half a word. */
static uint32_t
size_of(const struct prose *p)
{
	return p->words - p->wide / 2;
}

static void
add_line(struct plain *t, struct str text, bool blank)
{
	struct line *l;

	if (t->n == t->cap) {
		t->cap += t->cap / 2 + 64;
		t->line = mem_resize(t->line, t->cap, sizeof *t->line);
	}
	l = &t->line[t->n++];
	*l = (struct line){.text = text, .blank = blank, .word = t->words.n,
		.keep = true};
	l->prose = prose_measure(text, &t->words);
	for (uint32_t i = 0; i < l->prose.words; i++)
		l->key = (l->key ^ t->words.word[l->word + i]) *
		    0x100000001B3u + 1;
}

/* The end of the line at `s`: of any sort, and a page's (form feed), too. */
static const char *
line_end(const char *s, const char *end)
{
	while (s < end && *s != '\n' && *s != '\r' && *s != '\f')
		s++;
	return s;
}

static void
read_lines(struct plain *t, struct str text)
{
	const char *s = text.s, *end = s + text.n;
	bool blank = false;

	while (s < end) {
		const char *from = s, *stop = line_end(s, end);

		while (from < stop && (*from == ' ' || *from == '\t'))
			from++;
		if (from == stop)
			blank = true;
		else
			add_line(t, (struct str){from, (size_t)(stop - from)},
			    blank);
		if (from != stop)
			blank = false;
		s = stop + (end - stop >= 2 && memcmp(stop, "\r\n", 2) == 0);
		s += s < end;
	}
}

static int
by_key(const void *a, const void *b)
{
	const struct line *x = *(struct line *const *)a;
	const struct line *y = *(struct line *const *)b;

	return x->key != y->key ? (x->key > y->key) - (x->key < y->key)
	    : (x > y) - (x < y);
}

/*
 * A line without an end that is said again is furniture: a caption under
 * each size of its picture, a label on each item.
 */
static void
mark_copies(struct plain *t)
{
	struct line **order = mem_alloc(t->n + 1, sizeof *order);

	for (size_t i = 0; i < t->n; i++)
		order[i] = &t->line[i];
	qsort(order, t->n, sizeof *order, by_key);
	for (size_t i = 1; i < t->n; i++) {
		struct line *a = order[i - 1], *b = order[i];

		if (a->key == b->key && a->prose.words > 1 &&
		    (!prose_ends(&a->prose) || size_of(&a->prose) < 40))
			a->bad = b->bad = true;
	}
	free(order);
}

#define KIND(k) (1u << PHRASE_##k)

static void
grade(struct line *l)
{
	const struct prose *p = &l->prose;
	const uint32_t calls = KIND(COOKIE) | KIND(LEGAL) | KIND(SUBSCRIBE) |
	    KIND(SHARE) | KIND(RELATED) | KIND(AD) | KIND(WIDGET) |
	    KIND(LOGIN) | KIND(MORE) | KIND(STAMP) | KIND(SHOP);
	const uint32_t first = KIND(STAMP) | KIND(GALLERY) | KIND(CREDIT) |
	    KIND(COMMENT) | KIND(MORE);
	uint32_t n = size_of(p);
	bool ends = prose_ends(p);

	if (n < LONG && (p->hits & calls) && (!ends || p->opening & calls))
		l->bad = true;
	if (n < LONG && !ends && p->opening & first)
		l->bad = true;
	if (n < HEADING && !ends && p->hits & KIND(GALLERY))
		l->bad = true;
	if (p->marks >= 3 && n < 40)
		l->bad = true;
	if (n >= SHORT && (ends || p->ends >= 2) &&
	    (p->wide > 0 || 100 * p->stops >= 18 * p->words))
		l->grade = GOOD;
	else if (n >= LONG && (p->wide > 0 || 100 * p->stops >= 25 * p->words))
		l->grade = GOOD;
	else if (ends && n >= 4)
		l->grade = FAIR;
	if (l->grade == GOOD && n >= 2 * LONG)
		l->bad = false;
}

/* Lines to the next good one, those that go not counted; NOWHERE: none. */
static void
look_ahead(const struct plain *t, size_t *ahead)
{
	size_t n = NOWHERE;

	for (size_t i = t->n; i-- > 0;) {
		const struct line *l = &t->line[i];

		if (l->bad)
			ahead[i] = n;
		else
			ahead[i] = n = l->grade == GOOD ? 0 : n + (n < NOWHERE);
	}
}

/* A line that is no prose itself stays where prose stands near it. */
static void
decide(struct plain *t)
{
	size_t *ahead = mem_alloc(t->n + 1, sizeof *ahead);
	size_t behind = NOWHERE;

	look_ahead(t, ahead);
	for (size_t i = 0; t->n > 0 && ahead[0] < NOWHERE && i < t->n; i++) {
		struct line *l = &t->line[i];

		if (l->bad) {
			l->keep = false;
			continue;
		}
		behind = l->grade == GOOD ? 0 : behind + (behind < NOWHERE);
		if (l->grade == FAIR)
			l->keep = ahead[i] <= 3 || behind <= 2;
		else if (l->grade == POOR)
			l->keep = ahead[i] <= 2 || (behind <= 3 && ahead[i] <= 3);
	}
	free(ahead);
}

/* The lines from `i` that stay together; `*words`: of prose among them. */
static size_t
cluster_end(const struct plain *t, size_t i, size_t *words)
{
	size_t end = i, gap = 0;

	*words = 0;
	for (; i < t->n && gap <= APART; i++) {
		const struct line *l = &t->line[i];

		gap = l->keep ? 0 : gap + 1;
		if (!l->keep)
			continue;
		end = i + 1;
		if (l->grade == GOOD)
			*words += size_of(&l->prose);
	}
	return end;
}

/* A little prose far from where most of it is: a notice, a teaser. */
static void
drop_small_clusters(struct plain *t)
{
	size_t most = 0, words, end;

	for (size_t i = 0; i < t->n; i = end > i ? end : i + 1) {
		end = cluster_end(t, i, &words);
		if (words > most)
			most = words;
	}
	for (size_t i = 0; i < t->n; i = end > i ? end : i + 1) {
		end = cluster_end(t, i, &words);
		if (words * SMALL < most)
			for (size_t k = i; k < end; k++)
				t->line[k].keep = false;
	}
}

static bool
pass(struct plain *t)
{
	size_t kept = 0;

	mark_copies(t);
	for (size_t i = 0; i < t->n; i++)
		grade(&t->line[i]);
	decide(t);
	drop_small_clusters(t);
	for (size_t i = 0; i < t->n; i++) {
		bool blank = t->line[i].blank;

		if (!t->line[i].keep) {
			if (i + 1 < t->n)
				t->line[i + 1].blank |= blank;
			continue;
		}
		t->line[kept] = t->line[i];
		t->line[kept].bad = false;
		t->line[kept++].grade = POOR;
	}
	if (kept == t->n)
		return false;
	t->n = kept;
	return true;
}

/* Again until nothing goes, so that what is stripped stays as it is. */
void
plain_strip(struct str text, struct sink *out)
{
	struct plain t = {0};

	read_lines(&t, text);
	for (int i = 0; i < PASSES && pass(&t); i++)
		continue;
	for (size_t i = 0; i < t.n; i++) {
		if (i > 0 && t.line[i].blank)
			sink_putc(out, '\n');
		sink_put(out, t.line[i].text.s, t.line[i].text.n);
		sink_putc(out, '\n');
	}
	free(t.line);
	prose_words_free(&t.words);
}
