/* SPDX-License-Identifier: MIT */
/*
 * The trees of html/extract/content, from pages with their content:
 *	content [-e] [-d FILE] [-k FOLDS] [-n TREES] [-o GROUP] [-s SETS] GOLD
 * grows them on the set that may train what ships and writes
 * src/data/content.trees to standard output, the figures to standard error.
 * Pages of that set are marked by forests that saw no page of their site.
 *	-b  added to each score, where they are measured
 *	-e  measure the forests that are built in, and grow none
 *	-d  a line for each page into FILE
 *	-o  leave out a group of features
 *	-s  only these sets
 *	-p  parts of a score's unit that leaves count in
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folds.h"
#include "gold.h"

#include "html/encoding/pagecharset.h"
#include "html/extract/content.h"
#include "html/page/feature.h"
#include "html/page/page.h"

static const char trainer[] = "wcxb";

/* What a set's gold keeps differs: headlines, readers' comments. */
static const struct set {
	const char *name;
	struct content_options options;
} sets[] = {
	{"scrapinghub", {.no_title = true}}, {"wcxb", {.no_title = true}},
	{"cleaneval", {.comments = true}}, {"cleanportaleval", {0}},
	{"chinese", {0}}, {"trafilatura", {.no_title = true}},
	{"readability", {.no_title = true}}, {"newspaper4k", {.no_title = true}},
	{"defuddle", {0}}, {"aed", {0}}, {"fundus", {0}}, {"docs", {0}},
	{"np3k", {0}}, {"gne", {0}}, {"recipes", {0}},
};
enum { SETS = sizeof sets / sizeof *sets };

struct sample_page {
	struct gold *gold;
	const struct set *set;
	struct page page;
	struct rows rows;
	uint8_t *label;
	float *weight;
	size_t first; /* row among all that train */
	int fold;     /* -1: does not train */
};

static struct sample_page *pages;
static size_t n_pages, n_rows;
static int folds = 4, trees = 200, leave_out = -1, shift, parts = 1;
static double o_rate = .12, o_ridge = 8, o_rows = .5, o_columns = .25;

/* ---- what the gold says of a block ---- */

/* The gold of some articles has what readers wrote under them. */
static bool
is_comment(const struct sample_page *s, size_t row)
{
	const struct page_block *b = &s->page.blocks[s->rows.block[row]];

	return strcmp(s->gold->type, "article") == 0 && s->label[row] &&
	    b->at.near[HINT_COMMENT] <= 6;
}

static void
label_rows(struct sample_page *s)
{
	const struct page *p = &s->page;
	double sum = 0;
	uint8_t *says = mem_alloc(s->rows.n + 1, 1);

	s->label = mem_alloc(s->rows.n + 1, 1);
	s->weight = mem_alloc(s->rows.n + 1, sizeof *s->weight);
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = &p->blocks[s->rows.block[i]];
		size_t n = b->prose.words;

		says[i] = gold_says(s->gold, p->words.word + b->word, n);
		s->weight[i] = (float)((n < 200 ? n : 200) + 2);
		sum += s->weight[i];
	}
	gold_label(says, s->rows.n, s->label);
	for (size_t i = 0; i < s->rows.n; i++) {
		s->weight[i] = (float)(s->weight[i] / sqrt(sum) * .83);
		if (i == s->rows.headline || is_comment(s, i))
			s->weight[i] = 0;
	}
	free(says);
}

static void
read_pages(struct golds *all)
{
	pages = mem_alloc(all->n + 1, sizeof *pages);
	for (size_t i = 0; i < all->n; i++) {
		struct sample_page *s = &pages[n_pages++];
		struct source bytes = source_over(buf_str(&all->gold[i].html));
		struct decode d = {0};

		s->gold = &all->gold[i];
		for (size_t k = 0; k < SETS; k++)
			if (strcmp(sets[k].name, s->gold->set) == 0)
				s->set = &sets[k];
		if (s->set == NULL)
			die("%s: an unknown set", s->gold->set);
		if (!decode_page_open(&d, &bytes, NULL))
			die("%s: no such encoding", s->gold->name);
		page_read(&s->page, &d.source);
		decode_close(&d);
		buf_free(&s->gold->html);
		s->fold = -1;
		if (strcmp(s->gold->set, trainer) != 0)
			continue;
		s->rows = rows_of(&s->page, false);
		s->fold = (int)(gold_site(s->gold) % (unsigned)folds);
		s->first = n_rows;
		n_rows += s->rows.n;
		label_rows(s);
	}
}

/* ---- growing ---- */

static struct samples
gather(int pass)
{
	struct samples s = samples_of(n_rows, feature_count(pass));
	static uint8_t tile[FOREST_FEATURES][FOREST_TILE];

	for (int f = 0; f < s.features; f++)
		if (feature_group(pass, f) != leave_out)
			s.column[f] = mem_alloc(n_rows, 1);
	for (size_t i = 0; i < n_pages; i++) {
		struct sample_page *p = &pages[i];

		if (p->fold < 0)
			continue;
		for (size_t k = 0; k < p->rows.n; k += FOREST_TILE) {
			feature_tile(&p->rows, pass, k, tile);
			samples_put(&s, p->first + k, p->rows.n - k, tile);
		}
		memcpy(s.label + p->first, p->label, p->rows.n);
		memcpy(s.weight + p->first, p->weight,
		    p->rows.n * sizeof *s.weight);
	}
	return s;
}

static grown_forests grown[2];

/* All the trees of one fold. */
static struct forest
forest_of(int pass, int fold)
{
	return (struct forest){grown[pass - 1][fold], trees, 0, parts};
}

static void
grow_pass(int pass)
{
	const struct growth how = {trees, o_rate, o_ridge, o_rows, o_columns,
	    parts};
	struct samples s = gather(pass);
	int8_t *fold = mem_alloc(n_rows + 1, 1);

	for (size_t i = 0; i < n_pages; i++)
		if (pages[i].fold >= 0)
			memset(fold + pages[i].first, pages[i].fold,
			    pages[i].rows.n);
	folds_grow(&s, fold, folds, &how, grown[pass - 1]);
	samples_free(&s);
	free(fold);
}

static void
look_with_folds(void)
{
	static uint8_t tile[FOREST_FEATURES][FOREST_TILE];

	for (size_t i = 0; i < n_pages; i++) {
		struct sample_page *p = &pages[i];
		struct forest f;
		int *score;

		if (p->fold < 0)
			continue;
		f = forest_of(1, p->fold);
		score = mem_alloc(p->rows.n + FOREST_TILE, sizeof *score);
		for (size_t k = 0; k < p->rows.n; k += FOREST_TILE) {
			feature_tile(&p->rows, 1, k, tile);
			forest_score(&f,
			    (const uint8_t (*)[FOREST_TILE])tile, score + k);
		}
		feature_look(&p->rows, score);
		free(score);
	}
}

/* ---- measuring ---- */

/* The text of what is kept; blocks without any, and NULs, are blanks. */
static struct buf
kept_text(const struct page *p, const struct content_verdict *v)
{
	struct buf out = {0};

	for (size_t i = 0; i < p->n_blocks; i++) {
		struct str t = page_text(p, &p->blocks[i]);

		for (size_t k = 0; v[i].keep && k < t.n; k++)
			buf_putc(&out, t.s[k] != '\0' ? t.s[k] : ' ');
		buf_putc(&out, ' ');
	}
	return out;
}

static void
mark_page(struct sample_page *s, const struct content_model *model)
{
	struct content_options options = s->set->options;
	struct content_verdict *v;
	struct prose_words out = {0};

	options.lean = shift;
	v = content_judge(&s->page, &options, model);
	if (s->gold->segments) {
		struct buf text = kept_text(&s->page, v);

		s->gold->mark = gold_mark_segments(s->gold, buf_str(&text));
		buf_free(&text);
		free(v);
		return;
	}
	out.word = mem_alloc(s->page.words.n + 1, sizeof *out.word);
	for (size_t i = 0; i < s->page.n_blocks; i++) {
		const struct page_block *b = &s->page.blocks[i];

		if (!v[i].keep || b->prose.words == 0)
			continue;
		memcpy(out.word + out.n, s->page.words.word + b->word,
		    b->prose.words * sizeof *out.word);
		out.n += b->prose.words;
	}
	s->gold->mark = gold_mark(s->gold, out.word, out.n);
	prose_words_free(&out);
	free(v);
}

static void
mark_pages(bool built_in)
{
	for (size_t i = 0; i < n_pages; i++) {
		struct sample_page *s = &pages[i];
		int k = s->fold >= 0 ? s->fold : folds;
		struct content_model model = {{forest_of(1, k), forest_of(2, k)}};

		mark_page(s, built_in ? &content_model : &model);
	}
}

int
main(int argc, char *argv[])
{
	struct golds all;
	const char *only = NULL, *file = NULL;
	bool built_in = false;
	int c;

	complain_as("content");
	while ((c = getopt(argc, argv, "b:d:ek:n:o:p:s:r:l:y:z:")) != -1)
		switch (c) {
		case 'b': shift = atoi(optarg); break;
		case 'e': built_in = true; break;
		case 'd': file = optarg; break;
		case 'k': folds = atoi(optarg); break;
		case 'n': trees = atoi(optarg); break;
		case 'o': leave_out = atoi(optarg); break;
		case 'p': parts = atoi(optarg); break;
		case 's': only = optarg; break;
		case 'r': o_rate = atof(optarg); break;
		case 'l': o_ridge = atof(optarg); break;
		case 'y': o_rows = atof(optarg); break;
		case 'z': o_columns = atof(optarg); break;
		default: return 2;
		}
	if (optind >= argc || folds > FOLDS_MOST || trees > TREES_MOST)
		die("give the folder of the gold");
	all = gold_read(argv[optind], only);
	read_pages(&all);
	fprintf(stderr, "%zu pages, %zu rows that train, %d and %d features\n",
	    n_pages, n_rows, feature_count(1), feature_count(2));
	if (!built_in) {
		grow_pass(1);
		look_with_folds();
		grow_pass(2);
	}
	mark_pages(built_in);
	for (size_t k = 0; k < SETS; k++)
		gold_print(&all, sets[k].name, NULL);
	gold_print_types(&all, trainer);
	if (file != NULL)
		gold_dump(&all, file);
	if (!built_in) {
		folds_credit("html/extract/content", "train");
		folds_print("html1", grown[0][folds], trees, 0, parts);
		folds_print("html2", grown[1][folds], trees, 0, parts);
	}
	return 0;
}
