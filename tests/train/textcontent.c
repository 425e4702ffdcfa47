/* SPDX-License-Identifier: MIT */
/*
 * The trees of text/extract/textcontent, from pages with their content, as
 * html2text writes them:
 *	textcontent [-e] [-b BIAS] [-c SHARE] [-d FILE] [-k FOLDS] [-n TREES]
 *	    [-o GROUP] [-s SETS] [-t TREES] [-u SHARE] GOLD
 * grows them on the set that may train what ships and writes
 * src/data/textcontent.trees to standard output, the figures to standard error.
 * Pages of that set are marked by forests that saw no page of their site.
 *	-b  added to each score; with -e, to those that are built in
 *	-c  how much a stripped page weighs (0: none trains)
 *	-e  measure the forests that are built in, and grow none
 *	-d  a line for each page into FILE
 *	-o  leave out a group of features
 *	-s  only these sets
 *	-t  trees for the headline
 *	-u  the part of the sites whose pages train as of an unknown language
 *
 * A page trains as it is; some pages a second time as if their language were
 * unknown; and each once more stripped, since what is stripped, and what
 * never had anything around it, must stay whole.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folds.h"
#include "gold.h"

#include "html/encoding/pagecharset.h"
#include "html/page/page.h"
#include "html/render/paint.h"
#include "text/extract/textcontent.h"
#include "text/extract/textfeature.h"

static const char trainer[] = "wcxb";
enum { CONTENT, HEADLINE, WANTED };
enum { NO_ROW = -1 };

static const char *const sets[] = {"scrapinghub", "wcxb", "cleaneval",
	"cleanportaleval", "chinese", "trafilatura", "readability",
	"newspaper4k", "defuddle"};
enum { SETS = sizeof sets / sizeof *sets };

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
};

static struct sample_page *pages;
static struct view *views;
static size_t n_pages, n_views, n_rows;
static int folds = 3, trees = 105, title_trees = 30, leave_out = -1;

/*
 * Added to each score.  Pages of all kinds train, half of them articles, and
 * most of what people strip are articles, whose doubtful lines seldom are
 * content.
 */
static int shift = -40;
static struct growth how = {.rate = .12, .ridge = 8, .rows = .4, .columns = .2, .parts = 1};
static double blind_share = .5, clean_share = .5;

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

static struct str
text_of(struct sample_page *s, struct sink *text)
{
	static const struct paint_options as_shipped;
	struct source bytes = source_over(buf_str(&s->gold->html));
	struct decode d = {0};
	struct page page = {0};
	struct buf title = {0};

	if (!decode_page_open(&d, &bytes, NULL))
		die("%s: no such encoding", s->gold->name);
	page_read(&page, &d.source);
	decode_close(&d);
	buf_put(&title, page.title.s, page.title.n);
	buf_putc(&title, '\n');
	buf_put(&title, page.headline.s, page.headline.n);
	prose_measure(buf_str(&title), &s->title);
	buf_free(&title);
	page_free(&page);
	bytes = source_over(buf_str(&s->gold->html));
	if (!decode_page_open(&d, &bytes, NULL))
		die("%s: no such encoding", s->gold->name);
	paint(&d.source, text, &as_shipped);
	decode_close(&d);
	buf_free(&s->gold->html);
	return buf_str(&text->buf);
}

static void
read_pages(struct golds *all)
{
	pages = mem_alloc(all->n + 1, sizeof *pages);
	views = mem_alloc(3 * all->n + 1, sizeof *views);
	for (size_t i = 0; i < all->n; i++) {
		struct sample_page *s = &pages[n_pages++];
		struct sink text = {0};
		struct view *v;
		uint32_t site = gold_site(&all->gold[i]);
		bool blind = site / 16 % 100 < 100 * blind_share;

		s->gold = &all->gold[i];
		text_of(s, &text);
		s->text = text.buf;
		s->fold = -1;
		if (strcmp(s->gold->set, trainer) != 0)
			continue;
		s->fold = (int)(site % (unsigned)folds);
		v = add_view(s, buf_str(&s->text), false, 1);
		if (blind)
			add_view(s, buf_str(&s->text), true, .5);
		if (clean_share > 0)
			add_clean_view(s, v, blind);
	}
}

/* ---- growing ---- */

/* The rows of a pass, and what is wanted of them. */
static struct samples
gather(int pass, int wanted, int8_t *fold)
{
	struct samples s = samples_of(n_rows, textfeature_count(pass));
	static uint8_t tile[FOREST_FEATURES][FOREST_TILE];

	for (int f = 0; f < s.features; f++)
		if (textfeature_group(pass, f) != leave_out)
			s.column[f] = mem_alloc(n_rows, 1);
	for (size_t i = 0; i < n_views; i++) {
		struct view *v = &views[i];

		for (size_t k = 0; k < v->traits.n; k += FOREST_TILE) {
			textfeature_tile(&v->traits, pass, k, tile);
			samples_put(&s, v->first + k, v->traits.n - k, tile);
		}
		for (size_t k = 0; k < v->traits.n; k++) {
			bool head = (long)k == v->headline;

			fold[v->first + k] = (int8_t)v->fold;
			s.label[v->first + k] = wanted == CONTENT
			    ? v->label[k] : head;
			s.weight[v->first + k] = wanted == CONTENT
			    ? v->weight[k] : (float)(v->share * (head ? 1 : .3));
		}
	}
	return s;
}

static grown_forests grown[4];

static void
grow_forests(int which, int pass, int wanted, int n)
{
	int8_t *fold = mem_alloc(n_rows + 1, 1);
	struct samples s = gather(pass, wanted, fold);

	how.trees = n;
	folds_grow(&s, fold, folds, &how, grown[which]);
	samples_free(&s);
	free(fold);
}

/* What a forest that has not seen a view makes of it, passed on. */
static void
look_with_folds(int which, int pass, int n)
{
	static uint8_t tile[FOREST_FEATURES][FOREST_TILE];

	for (size_t i = 0; i < n_views; i++) {
		struct textfeatures *t = &views[i].traits;
		struct forest f = {grown[which][views[i].fold], n, 0, 1};
		int *score = mem_alloc(t->n + FOREST_TILE, sizeof *score);

		for (size_t k = 0; k < t->n; k += FOREST_TILE) {
			textfeature_tile(t, pass, k, tile);
			forest_score(&f,
			    (const uint8_t (*)[FOREST_TILE])tile, score + k);
		}
		if (which != 2)
			textfeature_look(t, score);
		else
			textfeature_headline(t, score);
		free(score);
	}
}

/* ---- measuring ---- */

static void
mark_page(struct sample_page *s, const struct textcontent_model *model)
{
	const struct textcontent_options options = {.lean = shift};
	struct sink out = {0};
	struct prose_words words = {0};

	textcontent_strip(buf_str(&s->text), &options, model, &out);
	if (s->gold->segments) {
		s->gold->mark = gold_mark_segments(s->gold, buf_str(&out.buf));
	} else {
		prose_measure(buf_str(&out.buf), &words);
		s->gold->mark = gold_mark(s->gold, words.word, words.n);
		prose_words_free(&words);
	}
	buf_free(&out.buf);
}

static void
mark_pages(bool built_in)
{
	for (size_t i = 0; i < n_pages; i++) {
		struct sample_page *s = &pages[i];
		int k = s->fold >= 0 ? s->fold : folds;
		struct textcontent_model model = {{{grown[0][k], trees, 0, 1},
			{grown[1][k], trees, 0, 1}, {grown[3][k], trees, 0, 1}}, {grown[2][k], title_trees, 0, 1}};

		mark_page(s, built_in ? &textcontent_model : &model);
	}
}

static void
train(void)
{
	grow_forests(0, 1, CONTENT, trees);
	look_with_folds(0, 1, trees);
	grow_forests(2, 2, HEADLINE, title_trees);
	look_with_folds(2, 2, title_trees);
	grow_forests(1, 3, CONTENT, trees);
	look_with_folds(1, 3, trees);
	grow_forests(3, 3, CONTENT, trees);
}

int
main(int argc, char *argv[])
{
	struct golds all;
	const char *only = NULL, *file = NULL;
	bool built_in = false, biased = false;
	int c;

	complain_as("textcontent");
	while ((c = getopt(argc, argv, "b:c:ed:k:n:o:s:r:l:t:u:y:z:")) != -1)
		switch (c) {
		case 'b': shift = atoi(optarg); biased = true; break;
		case 'c': clean_share = atof(optarg); break;
		case 'u': blind_share = atof(optarg); break;
		case 'e': built_in = true; break;
		case 'd': file = optarg; break;
		case 'k': folds = atoi(optarg); break;
		case 'n': trees = atoi(optarg); break;
		case 't': title_trees = atoi(optarg); break;
		case 'o': leave_out = atoi(optarg); break;
		case 's': only = optarg; break;
		case 'r': how.rate = atof(optarg); break;
		case 'l': how.ridge = atof(optarg); break;
		case 'y': how.rows = atof(optarg); break;
		case 'z': how.columns = atof(optarg); break;
		default: return 2;
		}
	if (optind >= argc || folds > FOLDS_MOST || trees > TREES_MOST)
		die("give the folder of the gold");
	all = gold_read(argv[optind], only);
	read_pages(&all);
	fprintf(stderr, "%zu pages, %zu rows that train, %d and %d traits\n",
	    n_pages, n_rows, textfeature_count(1), textfeature_count(3));
	if (!built_in)
		train();
	else if (!biased)
		shift = 0;
	mark_pages(built_in);
	for (size_t k = 0; k < SETS; k++)
		gold_print(&all, sets[k], NULL);
	gold_print_types(&all, trainer);
	if (file != NULL)
		gold_dump(&all, file);
	if (!built_in) {
		folds_credit("text/extract/textcontent", "train-text");
		folds_print("text1", grown[0][folds], trees, 0, 1);
		folds_print("text2", grown[1][folds], trees, 0, 1);
		folds_print("text3", grown[3][folds], trees, shift, 1);
		folds_print("title", grown[2][folds], title_trees, 0, 1);
	}
	return 0;
}
