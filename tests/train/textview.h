/* SPDX-License-Identifier: MIT */
/*
 * The texts that train the trees of text/extract/textcontent: a page's as it
 * is, stripped, or made longer, with what the gold says of each passage.
 */
#ifndef TRAIN_TEXTVIEW_H
#define TRAIN_TEXTVIEW_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gold.h"

#include "text/extract/textcontent.h"
#include "text/extract/textfeature.h"

enum { NO_ROW = -1 };

/* A text to learn from: a page's, whole or stripped. */
struct view {
	struct buf text;
	struct paragraphs passages;
	struct textfeatures traits;
	uint8_t *label;
	float *weight;
	long headline; /* row */
	size_t first;  /* row among all that train */
	double share;  /* how much it weighs */
	int fold;
};

struct sample_page {
	struct gold *gold;
	struct buf text;
	struct prose_words title; /* what the page calls itself */
	int fold;  /* -1: does not train */
	struct view *whole;
};

static struct sample_page *pages;
static struct view *views;
static size_t n_pages, n_views, n_rows;
static double blind_share = .5, clean_share = .5, long_share = .5;
enum {
	LONG_EVERY = 8, LONG_FIRST = 6, /* pages of the set */
	LONG_PROSE = 400, /* words of a page that others go on with */
	LONG_LEAST = 2000, LONG_STEP = 1000, LONG_STEPS = 16
};

/* ---- what the gold says of a passage ---- */

static const struct paragraph *
row_of(const struct view *v, size_t i)
{
	return &v->passages.at[v->traits.row[i]];
}

static const uint32_t *
words_of(const struct view *v, size_t i)
{
	return v->passages.words.word + row_of(v, i)->word;
}

/* The row most like what the page calls itself. */
static void
find_headline(struct view *v, const struct prose_words *title)
{
	int most = 0;

	v->headline = NO_ROW;
	for (size_t i = 0; i < v->traits.n; i++) {
		const uint32_t *w = words_of(v, i);
		int like = 0;

		for (uint32_t k = 0; k < row_of(v, i)->prose.words; k++) {
			bool in = false;

			for (size_t n = 0; n < title->n; n++)
				in |= title->word[n] == w[k];
			like += in ? 1 : -1;
		}
		like -= row_of(v, i)->mark != MARK_NONE;
		if (like > most && like > 1) {
			most = like;
			v->headline = (long)i;
		}
	}
}

static void
label_rows(struct view *v, const struct gold *g)
{
	uint8_t *says = mem_alloc(v->traits.n + 1, 1);

	for (size_t i = 0; i < v->traits.n; i++)
		says[i] = gold_says(g, words_of(v, i),
		    row_of(v, i)->prose.words);
	gold_label(says, v->traits.n, v->label);
	free(says);
}

static void
weigh_rows(struct view *v)
{
	double sum = 0;

	for (size_t i = 0; i < v->traits.n; i++) {
		uint32_t words = row_of(v, i)->size;

		v->weight[i] = (float)((words < 200 ? words : 200) + 2);
		sum += v->weight[i];
	}
	for (size_t i = 0; i < v->traits.n; i++)
		v->weight[i] = (float)(v->weight[i] / sqrt(sum) / 1.2 * v->share);
	if (v->headline != NO_ROW)
		v->weight[v->headline] = 0;
}

static struct view *
add_view(const struct sample_page *p, struct str text, bool blind, double share)
{
	struct view *v = &views[n_views++];

	*v = (struct view){.share = share, .fold = p->fold, .first = n_rows};
	buf_put(&v->text, text.s, text.n);
	v->passages = paragraphs_of(buf_str(&v->text), blind);
	v->traits = textfeatures_of(&v->passages, false);
	v->label = mem_alloc(v->traits.n + 1, 1);
	v->weight = mem_alloc(v->traits.n + 1, sizeof *v->weight);
	n_rows += v->traits.n;
	find_headline(v, &p->title);
	label_rows(v, p->gold);
	weigh_rows(v);
	return v;
}

/* The same text with what is content only. */
static void
add_clean_view(const struct sample_page *p, const struct view *whole,
    bool blind)
{
	bool *keep = mem_alloc(whole->passages.n + 1, sizeof *keep);
	struct sink clean = {0};
	struct view *v;

	for (size_t i = 0; i < whole->traits.n; i++)
		keep[whole->traits.row[i]] = whole->label[i] ||
		    (long)i == whole->headline;
	textcontent_put(&whole->passages, keep, &clean);
	v = add_view(p, buf_str(&clean.buf), blind, clean_share);
	memset(v->label, 1, v->traits.n);
	buf_free(&clean.buf);
	free(keep);
}

static bool
is_prose(const struct view *v, size_t passage)
{
	const struct paragraph *p = &v->passages.at[passage];

	return p->mark == MARK_NONE && p->prose.words > 0 &&
	    prose_ends(&p->prose);
}

/* A text that is put together, and what is content of its passages. */
struct collage {
	struct sink text;
	uint8_t *label;
	size_t n;
	uint64_t words; /* of content */
};

/* The passages of a page from one to another; or only prose that is content. */
static void
collage_add(struct collage *c, const struct view *v, size_t from, size_t to,
    bool prose_only)
{
	bool *keep = mem_alloc(v->passages.n + 1, sizeof *keep);
	uint8_t *label = mem_alloc(v->passages.n + 1, 1);

	for (size_t i = 0; i < v->traits.n; i++)
		label[v->traits.row[i]] = v->label[i];
	c->label = mem_resize(c->label, c->n + v->passages.n + 1, 1);
	for (size_t i = from; i < to; i++) {
		keep[i] = !prose_only || (label[i] && is_prose(v, i));
		if (!keep[i])
			continue;
		c->label[c->n++] = label[i];
		c->words += label[i] ? v->passages.at[i].size : 0;
	}
	if (c->text.buf.n > 0)
		sink_putc(&c->text, '\n');
	textcontent_put(&v->passages, keep, &c->text);
	free(label);
	free(keep);
}

/* The passage after the last that is content. */
static size_t
content_end(const struct view *v)
{
	size_t end = 0;

	for (size_t i = 0; i < v->traits.n; i++)
		if (v->label[i])
			end = v->traits.row[i] + 1;
	return end;
}

static bool
is_article(const struct sample_page *p)
{
	return p->fold >= 0 && strcmp(p->gold->type, "article") == 0;
}

/*
 * The page as if its article were as long as a chapter of a book: the pages
 * of the set seldom are.  Articles of other pages of its fold go on with it.
 */
static void
add_long_view(size_t at, uint64_t words)
{
	const struct sample_page *p = &pages[at];
	const struct view *whole = p->whole;
	struct collage c = {0};
	size_t end = content_end(whole);
	struct view *v;

	collage_add(&c, whole, 0, end, false);
	for (size_t k = 1; k < n_pages && c.words < words; k++) {
		const struct sample_page *next = &pages[(at + k) % n_pages];

		if (is_article(next) && next->fold == p->fold &&
		    next->gold->words.n >= LONG_PROSE)
			collage_add(&c, next->whole, 0,
			    next->whole->passages.n, true);
	}
	collage_add(&c, whole, end, whole->passages.n, false);
	v = add_view(p, buf_str(&c.text.buf), false, long_share);
	if (v->passages.n == c.n)
		for (size_t i = 0; i < v->traits.n; i++)
			v->label[i] = c.label[v->traits.row[i]];
	else
		for (size_t i = 0; i < v->traits.n; i++)
			v->weight[i] = 0;
	buf_free(&c.text.buf);
	free(c.label);
}

static void
add_long_views(void)
{
	size_t number = 0;

	for (size_t i = 0; i < n_pages; i++) {
		unsigned step = gold_site(pages[i].gold) / 16 % LONG_STEPS;

		if (pages[i].fold >= 0 &&
		    number++ % LONG_EVERY == LONG_FIRST && is_article(&pages[i]))
			add_long_view(i, LONG_LEAST + step * LONG_STEP);
	}
}

#endif
