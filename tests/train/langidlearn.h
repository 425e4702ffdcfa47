/* SPDX-License-Identifier: MIT */
/*
 * The choice of features and the learning of one script's model.
 */
#ifndef TRAIN_LANGIDLEARN_H
#define TRAIN_LANGIDLEARN_H

#include "langidnumbers.h"
#include "langidwords.h"
#include "text/langid/letters.h"

/* The model of a script. */
struct plan {
	enum script script;
	size_t features;
	int width;
	long texts; /* to learn from */
};

static const float RATE = .3f;

enum { LANGUAGES = 160, TEXT_FEATURES = 1200, FOREIGN = 12 };

/* A feature that occurs in a script's words. */
struct feature {
	uint64_t hash;
	struct str whole; /* the word it is; empty: letters */
	double mean;      /* of its shares in the languages */
	double score;
	uint32_t row; /* NONE: not chosen */
};

enum { NONE = UINT32_MAX };

/* The learning of one script. */
struct job {
	const struct plan *plan;
	struct language **languages;
	int n;
	struct feature *features;
	size_t count;
	uint32_t *slots; /* hash table of indexes into features, from 1 */
	uint32_t *uses;  /* the features of all words */
	size_t used, room;
	uint32_t *chosen; /* features of the rows */
	size_t rows;
	float *row, *row_square;       /* rows x width */
	float *matrix, *matrix_square; /* width x languages */
	float *bias;
};

enum { SLOTS = 1 << 24 };

static unsigned char bucket_used[FEATURE_BUCKETS];
/* -- Features -- */

static uint32_t
feature_index(struct job *j, uint64_t hash, struct str whole)
{
	size_t i = hash >> 40;

	while (j->slots[i] != 0 && j->features[j->slots[i] - 1].hash != hash)
		i = (i + 1) % SLOTS;
	if (j->slots[i] == 0) {
		if ((j->count & (j->count - 1)) == 0)
			j->features = mem_resize(j->features,
			    j->count ? 2 * j->count : 1, sizeof *j->features);
		j->features[j->count] = (struct feature){
		    .hash = hash, .whole = whole, .row = NONE};
		j->slots[i] = ++j->count;
	}
	return j->slots[i] - 1;
}

static void
word_features(struct job *j, struct word *w)
{
	uint64_t hash[FEATURE_MOST];
	struct str text = w->text, none = {0};
	struct feature_word letters;

	w->first = j->used;
	if (!letters_next(&text, &letters) ||
	    letters.script != j->plan->script)
		return;
	w->n = feature_each(&letters, hash);
	if (j->used + (size_t)w->n > j->room) {
		j->room = 2 * j->room + (1 << 20);
		j->uses = mem_resize(j->uses, j->room, sizeof *j->uses);
	}
	for (int i = 0; i < w->n; i++) {
		bool whole = i == w->n - 1 && letters.n > 2 &&
		    letters.script != SCRIPT_Cjk;

		j->uses[j->used++] =
		    feature_index(j, hash[i], whole ? w->text : none);
	}
}

static void
gather_features(struct job *j)
{
	j->slots = mem_alloc(SLOTS, sizeof *j->slots);
	for (int l = 0; l < j->n; l++)
		for (size_t i = 0; i < j->languages[l]->n; i++)
			word_features(j, &j->languages[l]->words[i]);
}

/* Give each feature its shares in one language, summed up in `share`. */
static void
each_share(struct job *j, struct language *l, double *share,
    void (*take)(struct feature *, double share, int languages))
{
	double all = 0;

	for (size_t i = 0; i < l->n; i++)
		all += l->words[i].share;
	for (size_t i = 0; i < l->n; i++)
		for (int k = 0; k < l->words[i].n; k++)
			share[j->uses[l->words[i].first + k]] +=
			    l->words[i].share / all;
	for (size_t i = 0; i < l->n; i++)
		for (int k = 0; k < l->words[i].n; k++) {
			uint32_t f = j->uses[l->words[i].first + k];

			if (share[f] > 0)
				take(&j->features[f], share[f], j->n);
			share[f] = 0;
		}
}

static void
add_mean(struct feature *f, double share, int count)
{
	f->mean += share / count;
}

static void
add_score(struct feature *f, double share, int count)
{
	(void)count;
	f->score += share * logarithm(share / (f->mean + 1e-5));
}

static const struct feature *ordered;

static int
by_score(const void *a, const void *b)
{
	const struct feature *x = &ordered[*(const uint32_t *)a];
	const struct feature *y = &ordered[*(const uint32_t *)b];

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Those of the highest scores, as far as their buckets have room. */
static void
choose_features(struct job *j)
{
	uint32_t *order = mem_alloc(j->count, sizeof *order);
	double *share = mem_alloc(j->count, sizeof *share);

	for (int l = 0; l < j->n; l++)
		each_share(j, j->languages[l], share, add_mean);
	for (int l = 0; l < j->n; l++)
		each_share(j, j->languages[l], share, add_score);
	for (size_t i = 0; i < j->count; i++)
		order[i] = i;
	ordered = j->features;
	qsort(order, j->count, sizeof *order, by_score);
	j->chosen = order;
	for (size_t i = 0; i < j->count && j->rows < j->plan->features; i++) {
		struct feature *f = &j->features[order[i]];
		unsigned char *used = &bucket_used[feature_bucket(f->hash)];

		if (*used < FEATURE_WAYS) {
			++*used;
			f->row = j->rows;
			j->chosen[j->rows++] = order[i];
		}
	}
	free(share);
}

/* From now on a word's features are rows. */
static void
keep_chosen(struct job *j)
{
	size_t to = 0;

	for (int l = 0; l < j->n; l++)
		for (size_t i = 0; i < j->languages[l]->n; i++) {
			struct word *w = &j->languages[l]->words[i];
			size_t first = to;

			for (int k = 0; k < w->n; k++) {
				uint32_t f = j->uses[w->first + k];

				if (j->features[f].row == NONE)
					continue;
				j->uses[to++] = j->features[f].row;
			}
			w->first = first;
			w->n = (int)(to - first);
		}
}

/* -- Learning -- */

/* How many words a text has: short ones are the hard ones. */
static int
draw_length(const struct job *j)
{
	int r = draw() % 100;

	if (j->plan->script == SCRIPT_Cjk)
		return 1 + draw() % 6;
	return r < 30 ? 1 : r < 55 ? 2 : r < 78 ? 3 + draw() % 4 :
	    7 + draw() % 14;
}

/*
 * The rows of a text in the language; how many.  For a short one words are
 * drawn by the root of their share, three times in four.  In a longer one a
 * word in FOREIGN is of any language, as names are in real texts.
 */
static int
draw_text(const struct job *j, const struct language *l, uint32_t *rows)
{
	int words = draw_length(j), n = 0;

	for (int i = 0; i < words; i++) {
		const struct language *from = words > 2 &&
		    draw() % FOREIGN == 0 ? j->languages[draw() % j->n] : l;
		const float *upto = draw() % 4 < (words <= 2 ? 3 : 1) ?
		    from->upto_root : from->upto;
		const struct word *w = &from->words[find(upto, from->n,
		    draw_float() * upto[from->n - 1])];

		for (int k = 0; k < w->n && n < TEXT_FEATURES; k++)
			rows[n++] = j->uses[w->first + k];
	}
	return n;
}

static void
start(struct job *j)
{
	int width = j->plan->width;

	j->row = mem_alloc(j->rows * width, sizeof *j->row);
	j->row_square = mem_alloc(j->rows, sizeof *j->row_square);
	j->matrix = mem_alloc((size_t)width * j->n, sizeof *j->matrix);
	j->matrix_square = mem_alloc(j->n, sizeof *j->matrix_square);
	j->bias = mem_alloc(j->n, sizeof *j->bias);
	for (size_t i = 0; i < j->rows * width; i++)
		j->row[i] = (draw_float() - .5f) * 2 / width;
	for (size_t i = 0; i < j->rows; i++)
		j->row_square[i] = 1e-3f;
	for (int i = 0; i < j->n; i++)
		j->matrix_square[i] = 1e-3f;
	for (int i = 0; i < width * j->n; i++)
		j->matrix[i] = (draw_float() - .5f) * .2f;
}

/* The sum of the rows, over the root of their number. */
static float
sum_rows(const struct job *j, const uint32_t *rows, int n, float *restrict sum)
{
	int width = j->plan->width;
	float scale = 1 / sqrtf((float)n);

	memset(sum, 0, width * sizeof *sum);
	for (int i = 0; i < n; i++) {
		const float *restrict r = j->row + (size_t)rows[i] * width;

		for (int k = 0; k < width; k++)
			sum[k] += r[k];
	}
	for (int k = 0; k < width; k++)
		sum[k] *= scale;
	return scale;
}

/* Scores to probabilities. */
static void
predict(const struct job *j, const float *sum, float *restrict p)
{
	float best, all = 0;

	memcpy(p, j->bias, j->n * sizeof *p);
	for (int k = 0; k < j->plan->width; k++) {
		const float *restrict m = j->matrix + k * j->n;

		for (int l = 0; l < j->n; l++)
			p[l] += m[l] * sum[k];
	}
	best = p[0];
	for (int l = 1; l < j->n; l++)
		if (p[l] > best)
			best = p[l];
	for (int l = 0; l < j->n; l++)
		all += p[l] = exponential(p[l] - best);
	for (int l = 0; l < j->n; l++)
		p[l] /= all;
}

/* One step against the gradient `p` of the scores. */
static void
step(struct job *j, const uint32_t *rows, int n, const float *sum,
    float *restrict p, float scale, float rate)
{
	float back[64], square = 0, at[LANGUAGES];
	int width = j->plan->width;

	for (int l = 0; l < j->n; l++) {
		if (p[l] < 1e-4f && p[l] > -1e-4f)
			p[l] = 0;
		j->matrix_square[l] += p[l] * p[l];
		at[l] = rate * .3f * p[l] / sqrtf(j->matrix_square[l] + 1);
		j->bias[l] -= at[l] * .3f;
	}
	for (int k = 0; k < width; k++) {
		float *restrict m = j->matrix + k * j->n;
		float g = 0;

		for (int l = 0; l < j->n; l++) {
			g += p[l] * m[l];
			m[l] -= at[l] * sum[k];
		}
		back[k] = g;
		square += g * g;
	}
	square /= width;
	for (int i = 0; i < n; i++) {
		float *restrict r = j->row + (size_t)rows[i] * width, by;

		j->row_square[rows[i]] += square * scale * scale;
		by = rate * scale / sqrtf(j->row_square[rows[i]]);
		for (int k = 0; k < width; k++)
			r[k] -= by * back[k];
	}
}

static void
learn(struct job *j)
{
	float upto[LANGUAGES], all = 0, sum[64], p[LANGUAGES];
	uint32_t rows[TEXT_FEATURES];
	double loss = 0;

	for (int l = 0; l < j->n; l++)
		upto[l] = all += j->languages[l]->weight;
	for (long t = 0; t < j->plan->texts; t++) {
		int l = (int)find(upto, j->n, draw_float() * all);
		int n = draw_text(j, j->languages[l], rows);
		float scale, left = 1 - (float)t / j->plan->texts;

		if (n == 0)
			continue;
		scale = sum_rows(j, rows, n, sum);
		predict(j, sum, p);
		loss -= logarithm(p[l] + 1e-9);
		p[l] -= 1;
		step(j, rows, n, sum, p, scale, RATE * left + 1e-4f);
		if ((t + 1) % (j->plan->texts / 5) == 0) {
			fprintf(stderr, "%ld texts: loss %.4f\n", t + 1,
			    loss / (j->plan->texts / 5));
			loss = 0;
		}
	}
}

#endif
