/* SPDX-License-Identifier: MIT */
/*
 * The trees of html/story, from pages with their content:
 *	story [-e] [-d FILE] [-k FOLDS] [-n TREES] [-o GROUP] [-s SETS] GOLD
 * grows them on the set that may train what ships and writes
 * src/data/story.trees to standard output, the figures to standard error.
 * Pages of that set are marked by forests that saw no page of their site.
 *	-b  added to each score, where they are measured
 *	-e  measure the forests that are built in, and grow none
 *	-d  a line for each page into FILE
 *	-o  leave out a group of features
 *	-s  only these sets
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folds.h"
#include "gold.h"

#include "html/decode.h"
#include "html/feature.h"
#include "html/page.h"
#include "html/story.h"

static const char trainer[] = "wcxb";

/* What a set's gold keeps differs: headlines, readers' comments. */
static const struct set {
	const char *name;
	struct story_options options;
} sets[] = {
	{"scrapinghub", {.no_title = true}}, {"wcxb", {.no_title = true}},
	{"cleaneval", {.comments = true}}, {"cleanportaleval", {0}},
	{"chinese", {0}}, {"trafilatura", {.no_title = true}},
	{"readability", {.no_title = true}}, {"newspaper4k", {.no_title = true}},
	{"defuddle", {0}},
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
	struct mark mark;
	int found, missed, wrong, right; /* segments */
};

static struct sample_page *pages;
static size_t n_pages, n_rows;
static int folds = 4, trees = 200, leave_out = -1, shift;
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

/*
 * A block of four words or more is content where half of its shingles are in
 * the gold; a shorter one where it is, and a neighbor is content, too.
 */
static void
label_rows(struct sample_page *s)
{
	const struct page *p = &s->page;
	double sum = 0;
	int *in = mem_alloc(s->rows.n + 1, sizeof *in);

	s->label = mem_alloc(s->rows.n + 1, 1);
	s->weight = mem_alloc(s->rows.n + 1, sizeof *s->weight);
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = &p->blocks[s->rows.block[i]];
		size_t n = b->prose.words;
		double share = gold_share(s->gold,
		    p->words.word + b->word, n);

		in[i] = n >= 4 ? share >= .5 : share == 1 ? 2 : 0;
		s->weight[i] = (float)((n < 200 ? n : 200) + 2);
		sum += s->weight[i];
	}
	for (size_t i = 0; i < s->rows.n; i++) {
		bool near = false;

		for (size_t k = i > 4 ? i - 4 : 0; k < s->rows.n && k <= i + 4; k++)
			near |= in[k] == 1;
		s->label[i] = in[i] == 1 || (in[i] == 2 && near);
		s->weight[i] = (float)(s->weight[i] / sqrt(sum) * .83);
		if (i == s->rows.headline || is_comment(s, i))
			s->weight[i] = 0;
	}
	free(in);
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
		if (!decode_open(&d, &bytes, NULL))
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
	struct samples s = {.n = n_rows, .features = feature_count(pass),
		.column = mem_alloc(FOREST_FEATURES, sizeof *s.column),
		.label = mem_alloc(n_rows, 1),
		.weight = mem_alloc(n_rows, sizeof *s.weight)};
	static uint8_t tile[FOREST_FEATURES][FOREST_TILE];

	for (int f = 0; f < s.features; f++)
		if (feature_group(pass, f) != leave_out)
			s.column[f] = mem_alloc(n_rows, 1);
	for (size_t i = 0; i < n_pages; i++) {
		struct sample_page *p = &pages[i];

		for (size_t k = 0; p->fold >= 0 && k < p->rows.n;
		    k += FOREST_TILE) {
			size_t n = p->rows.n - k;

			feature_tile(&p->rows, pass, k, tile);
			for (int f = 0; f < s.features; f++)
				if (s.column[f] != NULL)
					memcpy(s.column[f] + p->first + k,
					    tile[f], n < FOREST_TILE ? n
					    : FOREST_TILE);
		}
		if (p->fold >= 0) {
			memcpy(s.label + p->first, p->label, p->rows.n);
			memcpy(s.weight + p->first, p->weight,
			    p->rows.n * sizeof *s.weight);
		}
	}
	return s;
}

static void
samples_free(struct samples *s)
{
	for (int f = 0; f < s->features; f++)
		free(s->column[f]);
	free(s->column);
	free(s->label);
	free(s->weight);
}

static grown_forests grown[2];

static void
grow_pass(int pass)
{
	const struct growth how = {trees, o_rate, o_ridge, o_rows, o_columns,
		FOREST_LEAF_MOST};
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
		f = (struct forest){grown[0][p->fold], trees, 0};
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

struct count {
	const char *text;
	int in, out;
};

static void
count_text(void *ctx, struct str text)
{
	struct count *c = ctx;
	struct buf t = {0};
	bool space = false;

	for (size_t i = 0; i < text.n; i++) {
		if (strchr(" \t\n\r", text.s[i]) != NULL) {
			space = true;
			continue;
		}
		if (space && t.n > 0)
			buf_putc(&t, ' ');
		space = false;
		buf_putc(&t, text.s[i]);
	}
	buf_putc(&t, '\0');
	if (strstr(c->text, t.s) != NULL)
		c->in++;
	else
		c->out++;
	buf_free(&t);
}

static void
mark_segments(struct sample_page *s, const struct story_verdict *v)
{
	struct buf out = {0};
	struct count c = {0};

	for (size_t i = 0; i < s->page.n_blocks; i++) {
		struct str t = page_text(&s->page, &s->page.blocks[i]);

		if (!v[i].keep)
			continue;
		for (size_t k = 0; k < t.n; k++) {
			bool space = strchr(" \n\t", t.s[k]) != NULL ||
			    (unsigned char)t.s[k] == 0;

			if ((unsigned char)t.s[k] == 0xC2 && k + 1 < t.n &&
			    (unsigned char)t.s[k + 1] == 0xA0) {
				space = true;
				k++;
			}
			if (!space)
				buf_putc(&out, t.s[k]);
			else if (out.n > 0 && out.s[out.n - 1] != ' ')
				buf_putc(&out, ' ');
		}
		if (out.n > 0 && out.s[out.n - 1] != ' ')
			buf_putc(&out, ' ');
	}
	buf_putc(&out, '\0');
	c.text = out.s;
	gold_each(buf_str(&s->gold->text), "with", count_text, &c);
	s->found = c.in;
	s->missed = c.out;
	c.in = c.out = 0;
	gold_each(buf_str(&s->gold->text), "without", count_text, &c);
	s->wrong = c.in;
	s->right = c.out;
	s->mark.f = (2. * s->found) / (2 * s->found + s->missed + s->wrong + .001);
	buf_free(&out);
}

static void
mark_page(struct sample_page *s, const struct story_model *model)
{
	struct story_options options = s->set->options;
	struct story_verdict *v;
	struct prose_words out = {0};

	options.lean = shift;
	v = story_judge(&s->page, &options, model);
	if (s->gold->segments) {
		mark_segments(s, v);
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
	s->mark = gold_mark(s->gold, out.word, out.n);
	prose_words_free(&out);
	free(v);
}

static double
mark_pages(bool built_in, const char *only)
{
	double sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < n_pages; i++) {
		struct sample_page *s = &pages[i];
		int k = s->fold >= 0 ? s->fold : folds;
		struct story_model model = {{
			{grown[0][k], trees, 0}, {grown[1][k], trees, 0}}};

		if (only != NULL && strcmp(s->gold->set, only) != 0)
			continue;
		mark_page(s, built_in ? &story_model : &model);
		sum += s->mark.f;
		n++;
	}
	return n > 0 ? sum / (double)n : 0;
}

static void
print_set(const char *set, const char *type)
{
	double p = 0, r = 0, f = 0;
	int n = 0, out = 0, gold = 0, tp = 0, fp = 0, fn = 0;
	bool segments = false;

	for (size_t i = 0; i < n_pages; i++) {
		const struct sample_page *s = &pages[i];

		if (strcmp(s->gold->set, set) != 0 ||
		    (type != NULL && strcmp(s->gold->type, type) != 0))
			continue;
		segments = s->gold->segments;
		n++;
		p += s->mark.out ? s->mark.p : 0;
		r += s->mark.gold ? s->mark.r : 0;
		f += s->mark.f;
		out += s->mark.out;
		gold += s->mark.gold;
		tp += s->found;
		fp += s->wrong;
		fn += s->missed;
	}
	if (n == 0)
		return;
	p = segments ? (double)tp / (tp + fp + 1e-9) : p / (out + 1e-9);
	r = segments ? (double)tp / (tp + fn + 1e-9) : r / (gold + 1e-9);
	fprintf(stderr, "%-16s %-14s %4d  F1 %.4f  P %.4f  R %.4f  page F1 %.4f"
	    "  empty %d\n", set, type ? type : "", n, 2 * p * r / (p + r + 1e-9), p,
	    r, f / n, segments ? 0 : n - out);
}

static void
print_figures(void)
{
	static const char *const types[] = {"article", "documentation",
		"service", "forum", "product", "collection", "listing"};

	for (size_t k = 0; k < SETS; k++)
		print_set(sets[k].name, NULL);
	for (size_t k = 0; k < sizeof types / sizeof *types; k++)
		print_set(trainer, types[k]);
}

static void
dump(const char *file)
{
	FILE *f = fopen(file, "w");

	if (f == NULL)
		die("%s:", file);
	for (size_t i = 0; i < n_pages; i++) {
		const struct sample_page *s = &pages[i];

		fprintf(f, "%s\t%s\t%s\t%.4f\t%.4f\t%.4f\t%d/%d\t%d/%d\n",
		    s->gold->set, s->gold->name, s->gold->type, s->mark.f,
		    s->mark.p, s->mark.r, s->found, s->found + s->missed,
		    s->wrong, s->wrong + s->right);
	}
	fclose(f);
}

int
main(int argc, char *argv[])
{
	static const struct app app = {.name = "story", .purpose = "train"};
	struct golds all;
	const char *only = NULL, *file = NULL;
	bool built_in = false;
	int c;

	app_start(&app);
	while ((c = getopt(argc, argv, "b:d:ek:n:o:s:r:l:y:z:")) != -1)
		switch (c) {
		case 'b': shift = atoi(optarg); break;
		case 'e': built_in = true; break;
		case 'd': file = optarg; break;
		case 'k': folds = atoi(optarg); break;
		case 'n': trees = atoi(optarg); break;
		case 'o': leave_out = atoi(optarg); break;
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
	mark_pages(built_in, NULL);
	print_figures();
	if (file != NULL)
		dump(file);
	if (!built_in) {
		folds_credit("html/story", "train");
		folds_print("html1", grown[0][folds], trees, 0, true);
		folds_print("html2", grown[1][folds], trees, 0, true);
	}
	return 0;
}
