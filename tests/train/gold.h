/* SPDX-License-Identifier: MIT */
/*
 * Pages with what a person says is their content:
 *	GOLD/meta.tsv               set, page, url, type, …
 *	GOLD/pages/SET/PAGE.html.gz
 *	GOLD/pages/SET/PAGE.txt     the content, or
 *	GOLD/pages/SET/PAGE.json    {"with": [texts in it], "without": [texts]}
 * and how near a choice of words comes to it: the F1 of shingles of four
 * words, as multisets.
 */
#ifndef TRAIN_GOLD_H
#define TRAIN_GOLD_H

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/complain.h"
#include "base/buf.h"
#include "notation/json.h"
#include "base/mem.h"
#include "text/score/prose.h"

struct mark {
	double p, r, f;
	bool out, gold;
	int found, missed, wrong, right; /* segments */
};

struct gold {
	char set[32], name[256], url[512], type[32];
	struct buf html, text; /* text: the gold, or the JSON */
	bool segments;
	struct prose_words words;
	uint64_t *grams[5];    /* [n]: sorted shingles of n words */
	size_t n_grams[5];
	struct mark mark;      /* of what was chosen */
};

struct golds {
	struct gold *gold;
	size_t n, cap;
};

static int
gold_order(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static uint64_t
gold_gram(const uint32_t *w, size_t n)
{
	uint64_t h = n;

	for (size_t i = 0; i < n; i++)
		h = (h ^ w[i]) * 0x9E3779B97F4A7C15u + (h >> 29);
	return h;
}

/* Sorted shingles of n words; a shorter text is one shorter shingle. */
static uint64_t *
gold_grams(const uint32_t *w, size_t words, size_t n, size_t *count)
{
	uint64_t *grams;

	if (words < n && n < 4) {
		*count = 0;
		return mem_alloc(1, sizeof *grams);
	}
	if (words < n)
		n = words;
	*count = words == 0 ? 0 : words - n + 1;
	grams = mem_alloc(*count + 1, sizeof *grams);
	for (size_t i = 0; i < *count; i++)
		grams[i] = gold_gram(w + i, n);
	qsort(grams, *count, sizeof *grams, gold_order);
	return grams;
}

static bool
gold_has(const struct gold *g, size_t n, uint64_t gram)
{
	return bsearch(&gram, g->grams[n], g->n_grams[n], sizeof gram,
	    gold_order) != NULL;
}

/* How many of these shingles of a text are in the gold. */
static inline double
gold_share(const struct gold *g, const uint32_t *w, size_t n)
{
	size_t most = n < 4 ? n : 4, in = 0, all = n - most + 1;

	for (size_t i = 0; i < all; i++)
		in += gold_has(g, most, gold_gram(w + i, most));
	return (double)in / (double)all;
}

/* What it says of a row: 1 content, 2 perhaps. */
static inline uint8_t
gold_says(const struct gold *g, const uint32_t *w, size_t n)
{
	double share = gold_share(g, w, n);

	return n >= 4 ? share >= .5 : share == 1 ? 2 : 0;
}

/*
 * A row of four words or more is content where half of its shingles are in
 * the gold; a shorter one where it is, and a neighbor is content, too.
 */
static inline void
gold_label(const uint8_t *says, size_t n, uint8_t *label)
{
	for (size_t i = 0; i < n; i++) {
		bool near = false;

		for (size_t k = i > 4 ? i - 4 : 0; k < n && k <= i + 4; k++)
			near |= says[k] == 1;
		label[i] = says[i] == 1 || (says[i] == 2 && near);
	}
}

/* The marks of an output, as its words. */
static struct mark
gold_mark(const struct gold *g, const uint32_t *words, size_t n)
{
	size_t n_out, i = 0, k = 0, both = 0;
	uint64_t *out = gold_grams(words, n, 4, &n_out);
	size_t n_gold = g->n_grams[4];
	struct mark m = {.out = n_out > 0, .gold = n_gold > 0};

	while (i < n_out && k < n_gold) {
		if (out[i] == g->grams[4][k]) {
			both++;
			i++;
			k++;
		} else if (out[i] < g->grams[4][k]) {
			i++;
		} else {
			k++;
		}
	}
	m.p = n_out + n_gold == 0 ? 1 : n_out ? (double)both / n_out : 0;
	m.r = n_out + n_gold == 0 ? 1 : n_gold ? (double)both / n_gold : 0;
	m.f = m.p + m.r > 0 ? 2 * m.p * m.r / (m.p + m.r) : 0;
	free(out);
	return m;
}

static void
gold_slurp(struct buf *b, FILE *f)
{
	size_t n;

	while ((n = fread(buf_room(b, 65536), 1, 65536, f)) > 0)
		b->n += n;
}

static void
gold_read_page(struct gold *g, const char *folder)
{
	char path[1024];
	FILE *f;

	snprintf(path, sizeof path, "gzip -dc '%s/pages/%s/%s.html.gz'", folder,
	    g->set, g->name);
	if ((f = popen(path, "r")) == NULL)
		die("gzip:");
	gold_slurp(&g->html, f);
	pclose(f);
	snprintf(path, sizeof path, "%s/pages/%s/%s.txt", folder, g->set,
	    g->name);
	if ((f = fopen(path, "r")) == NULL) {
		g->segments = true;
		snprintf(path, sizeof path, "%s/pages/%s/%s.json", folder,
		    g->set, g->name);
		f = fopen(path, "r");
	}
	if (f == NULL)
		die("%s:", path);
	gold_slurp(&g->text, f);
	fclose(f);
	if (g->segments)
		return;
	prose_measure(buf_str(&g->text), &g->words);
	for (size_t n = 1; n <= 4; n++)
		g->grams[n] = gold_grams(g->words.word, g->words.n, n,
		    &g->n_grams[n]);
}

/* All the pages that meta.tsv names; `only` (or NULL): of one set. */
static struct golds
gold_read(const char *folder, const char *only)
{
	struct golds all = {0};
	char path[1024], line[8192];
	FILE *f;

	snprintf(path, sizeof path, "%s/meta.tsv", folder);
	if ((f = fopen(path, "r")) == NULL)
		die("%s:", path);
	while (fgets(line, sizeof line, f) != NULL) {
		struct gold g = {0};

		line[strcspn(line, "\n")] = '\0';
		if (sscanf(line, "%31[^\t]\t%255[^\t]\t%511[^\t]\t%31[^\t]",
		        g.set, g.name, g.url, g.type) < 2 ||
		    strcmp(g.set, "dataset") == 0)
			continue;
		if (only != NULL && strstr(only, g.set) == NULL)
			continue;
		gold_read_page(&g, folder);
		if (all.n == all.cap) {
			all.cap += all.cap / 2 + 64;
			all.gold = mem_resize(all.gold, all.cap, sizeof g);
		}
		all.gold[all.n++] = g;
	}
	fclose(f);
	return all;
}

/* A site's number: pages of one host stay together. */
static uint32_t
gold_site(const struct gold *g)
{
	const char *s = strstr(g->url, "://");
	uint32_t h = 2166136261u;

	s = s != NULL ? s + 3 : g->name;
	if (strncmp(s, "www.", 4) == 0)
		s += 4;
	for (; *s != '\0' && *s != '/'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h ^ h >> 15;
}

/* Each text of a JSON list of strings. */
static void
gold_each(struct str json, const char *name,
    void (*each)(void *ctx, struct str text), void *ctx)
{
	char key[32];
	const char *s, *end = json.s + json.n;
	struct buf text = {0};
	size_t n = (size_t)snprintf(key, sizeof key, "\"%s\"", name);

	for (s = json.s; s + n < end && memcmp(s, key, n) != 0;)
		s++;
	for (s += n; s < end && *s != '[';)
		s++;
	for (s++; s < end && *s != ']'; s++) {
		const char *from = s;

		if (*s != '"')
			continue;
		for (s++; s < end && *s != '"'; s++)
			s += *s == '\\';
		text.n = 0;
		json_unescape(&text, (struct str){from, (size_t)(s + 1 - from)});
		each(ctx, buf_str(&text));
	}
	buf_free(&text);
}

/* ---- segments ---- */

struct gold_count {
	const char *text;
	int in, out;
};

/* White space as one blank each; ends in NUL. */
static struct buf
gold_blanks(struct str text)
{
	struct buf t = {0};

	for (size_t i = 0; i < text.n; i++) {
		bool wide = (unsigned char)text.s[i] == 0xC2 &&
		    i + 1 < text.n && (unsigned char)text.s[i + 1] == 0xA0;

		if (!wide && memchr(" \t\n\r", text.s[i], 4) == NULL)
			buf_putc(&t, text.s[i]);
		else if (t.n > 0 && t.s[t.n - 1] != ' ')
			buf_putc(&t, ' ');
		i += wide;
	}
	while (t.n > 0 && t.s[t.n - 1] == ' ')
		t.n--;
	buf_putc(&t, '\0');
	return t;
}

static void
gold_count_text(void *ctx, struct str text)
{
	struct gold_count *c = ctx;
	struct buf t = gold_blanks(text);

	if (strstr(c->text, t.s) != NULL)
		c->in++;
	else
		c->out++;
	buf_free(&t);
}

static inline struct mark
gold_mark_segments(const struct gold *g, struct str out)
{
	struct buf text = gold_blanks(out);
	struct gold_count with = {.text = text.s}, without = {.text = text.s};
	struct mark m = {0};

	gold_each(buf_str(&g->text), "with", gold_count_text, &with);
	gold_each(buf_str(&g->text), "without", gold_count_text, &without);
	m.found = with.in;
	m.missed = with.out;
	m.wrong = without.in;
	m.right = without.out;
	m.f = 2. * m.found / (2 * m.found + m.missed + m.wrong + .001);
	buf_free(&text);
	return m;
}

/* ---- marks of many pages ---- */

struct marks {
	double p, r, f;
	int n, out, gold, found, missed, wrong;
};

static inline void
marks_add(struct marks *s, struct mark m)
{
	s->n++;
	s->p += m.out ? m.p : 0;
	s->r += m.gold ? m.r : 0;
	s->f += m.f;
	s->out += m.out;
	s->gold += m.gold;
	s->found += m.found;
	s->missed += m.missed;
	s->wrong += m.wrong;
}

static inline void
marks_print(const struct marks *s, const char *set, const char *type)
{
	int n = s->found + s->missed;
	double p = n ? s->found / (s->found + s->wrong + 1e-9)
	    : s->p / (s->out + 1e-9);
	double r = n ? s->found / (n + 1e-9) : s->r / (s->gold + 1e-9);

	if (s->n > 0)
		fprintf(stderr, "%-16s %-14s %4d  F1 %.4f  P %.4f  R %.4f  "
		    "page F1 %.4f  empty %d\n", set, type ? type : "", s->n,
		    2 * p * r / (p + r + 1e-9), p, r, s->f / s->n,
		    n ? 0 : s->n - s->out);
}

/* The figures of a set; `type` (or NULL): of its pages of one type. */
static inline void
gold_print(const struct golds *all, const char *set, const char *type)
{
	struct marks marks = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct gold *g = &all->gold[i];

		if (strcmp(g->set, set) == 0 &&
		    (type == NULL || strcmp(g->type, type) == 0))
			marks_add(&marks, g->mark);
	}
	marks_print(&marks, set, type);
}

static inline void
gold_print_types(const struct golds *all, const char *set)
{
	static const char *const types[] = {"article", "documentation",
		"service", "forum", "product", "collection", "listing"};

	for (size_t k = 0; k < sizeof types / sizeof *types; k++)
		gold_print(all, set, types[k]);
}

/* A line for each page. */
static inline void
gold_dump(const struct golds *all, const char *file)
{
	FILE *f = fopen(file, "w");

	if (f == NULL)
		die("%s:", file);
	for (size_t i = 0; i < all->n; i++) {
		const struct gold *g = &all->gold[i];
		const struct mark *m = &g->mark;

		fprintf(f, "%s\t%s\t%s\t%.4f\t%.4f\t%.4f\t%d/%d\t%d/%d\n",
		    g->set, g->name, g->type, m->f, m->p, m->r, m->found,
		    m->found + m->missed, m->wrong, m->wrong + m->right);
	}
	fclose(f);
}

#endif
