/* SPDX-License-Identifier: MIT */
/*
 * The trees of text/extract/textcontent, from pages with their content, as
 * html2text writes them:
 *	textcontent [-e] [-b BIAS] [-c SHARE] [-d FILE] [-k FOLDS] [-n TREES]
 *	    [-o GROUP] [-p PARTS] [-s SETS] [-t TREES] [-u SHARE] [-w SHARE] GOLD
 * grows them on the set that may train what ships and writes
 * src/data/textcontent.trees to standard output, the figures to standard error.
 * Pages of that set are marked by forests that saw no page of their site.
 *	-b  added to each score; with -e, to those that are built in
 *	-c  how much a stripped page weighs (0: none trains)
 *	-e  measure the forests that are built in, and grow none
 *	-d  a line for each page into FILE
 *	-o  leave out a group of features
 *	-p  parts of a score's unit that leaves count in
 *	-s  only these sets
 *	-t  trees for the headline
 *	-u  the part of the sites whose pages train as of an unknown language
 *	-w  how much a page weighs that is made as long as a book's chapter
 *
 * A page trains as it is; some pages a second time as if their language were
 * unknown; and each once more stripped, since what is stripped, and what
 * never had anything around it, must stay whole.  Some are made longer.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folds.h"
#include "gold.h"
#include "textview.h"

#include "html/encoding/pagecharset.h"
#include "html/page/page.h"
#include "html/render/paint.h"
#include "text/extract/textcontent.h"
#include "text/extract/textfeature.h"

static const char trainer[] = "wcxb";
enum { CONTENT, HEADLINE, WANTED };

static const char *const sets[] = {"scrapinghub", "wcxb", "cleaneval",
	"cleanportaleval", "chinese", "trafilatura", "readability",
	"newspaper4k", "defuddle", "aed", "fundus", "np3k", "docs", "gne"};
enum { SETS = sizeof sets / sizeof *sets };

static int folds = 3, trees = 105, title_trees = 30, leave_out = -1;

static int shift; /* added to each score */
static struct growth how = {.rate = .12, .ridge = 8, .rows = .4, .columns = .2, .parts = 1};

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
	views = mem_alloc(4 * all->n + 1, sizeof *views);
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
		v = s->whole = add_view(s, buf_str(&s->text), false, 1);
		if (blind)
			add_view(s, buf_str(&s->text), true, .5);
		if (clean_share > 0)
			add_clean_view(s, v, blind);
	}
	if (long_share > 0)
		add_long_views();
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

static struct forest
forest_of(int which, int fold)
{
	return (struct forest){grown[which][fold],
		which == 2 ? title_trees : trees, 0, how.parts};
}

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
look_with_folds(int which, int pass)
{
	static uint8_t tile[FOREST_FEATURES][FOREST_TILE];

	for (size_t i = 0; i < n_views; i++) {
		struct textfeatures *t = &views[i].traits;
		struct forest f = forest_of(which, views[i].fold);
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
		struct textcontent_model model = {
			{forest_of(0, k), forest_of(1, k), forest_of(3, k)},
			forest_of(2, k)};

		mark_page(s, built_in ? &textcontent_model : &model);
	}
}

static void
train(void)
{
	grow_forests(0, 1, CONTENT, trees);
	look_with_folds(0, 1);
	grow_forests(2, 2, HEADLINE, title_trees);
	look_with_folds(2, 2);
	grow_forests(1, 3, CONTENT, trees);
	look_with_folds(1, 3);
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
	while ((c = getopt(argc, argv, "b:c:ed:k:n:o:p:s:r:l:t:u:w:y:z:")) != -1)
		switch (c) {
		case 'b': shift = atoi(optarg); biased = true; break;
		case 'c': clean_share = atof(optarg); break;
		case 'u': blind_share = atof(optarg); break;
		case 'e': built_in = true; break;
		case 'd': file = optarg; break;
		case 'k': folds = atoi(optarg); break;
		case 'n': trees = atoi(optarg); break;
		case 't': title_trees = atoi(optarg); break;
		case 'p': how.parts = atoi(optarg); break;
		case 'o': leave_out = atoi(optarg); break;
		case 's': only = optarg; break;
		case 'r': how.rate = atof(optarg); break;
		case 'l': how.ridge = atof(optarg); break;
		case 'w': long_share = atof(optarg); break;
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
		folds_print("text1", grown[0][folds], trees, 0, how.parts);
		folds_print("text2", grown[1][folds], trees, 0, how.parts);
		folds_print("text3", grown[3][folds], trees, shift, how.parts);
		folds_print("title", grown[2][folds], title_trees, 0, how.parts);
	}
	return 0;
}
