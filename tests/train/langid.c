/* SPDX-License-Identifier: MIT */
/*
 * The model of text/langid, from lists of words:
 *	xz -dc words.tsv.xz | langid >src/data/langid.model
 *
 * A line of the input is LANGUAGE.SCRIPT, TAB, a word, TAB, its share of the
 * language's text; a language's lines are together.  The language "zz" has
 * words of many languages that are not to be identified, and random letters.
 *
 * One model per script that several languages share: a feature's row of
 * `width` numbers, summed over the features of a text and divided by the
 * square root of their number, times a matrix of a column per language gives
 * the scores; softmax, cross entropy, stochastic descent (AdaGrad with one
 * rate per row) over texts of 1 to 20 words drawn from the lists.
 *
 * Features are chosen by the sum over the languages of q log(q / mean q),
 * q being a feature's share of the language's words.
 *
 * No libm but square roots, no threads, random numbers of our own, no fused
 * multiplications (see the Makefile): the same words give the same bytes.
 */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/complain.h"
#include "base/mem.h"
#include "text/langid/letters.h"
#include "text/langid/model.h"
#include "text/unicode/utf.h"

/* What is learned, script by script; one that is missing has no model. */
static const struct plan {
	enum script script;
	size_t features;
	int width;
	long texts; /* to learn from */
} plans[] = {
	{SCRIPT_Latn, 29900, 28, 16000000},
	{SCRIPT_Cyrl, 6500, 32, 2500000},
	{SCRIPT_Arab, 2500, 16, 400000},
	{SCRIPT_Deva, 2500, 16, 400000},
	{SCRIPT_Hebr, 400, 16, 60000},
	{SCRIPT_Beng, 400, 16, 60000},
	{SCRIPT_Ethi, 400, 16, 60000},
	{SCRIPT_Tibt, 400, 16, 60000},
	{SCRIPT_Mymr, 400, 16, 60000},
	{SCRIPT_Cjk, 5000, 16, 400000},
};

/*
 * How often a language is drawn, roughly as it is met in texts: else it would
 * be found in single words of the ones that it resembles.
 */
static const float MAJOR = 1, MIDDLE = .4f, SMALL = .2f, RARE = .04f;
static const struct {
	const char *code;
	float weight;
	enum script script; /* SCRIPT_NONE: any */
} weights[] = {
	{MODEL_UNKNOWN, 5, 0}, {"en", 1.5f, 0},
	/* the likelier of those that are much alike, or have few words here */
	{"nb", 1.6f, 0}, {"da", 1.2f, 0}, {"es", 1.5f, 0}, {"ms", 1.3f, 0},
	{"bs", 1.5f, 0}, {"sr", .5f, SCRIPT_Latn}, {"gl", .5f, 0},
	{"zu", .9f, 0}, {"xh", .7f, 0}, {"tn", .7f, 0}, {"st", .6f, 0},
	{"ts", .5f, 0}, {"lg", .9f, 0}, {"yo", .6f, 0},
};
static const char major[] = " de fr it pt nl ru pl cs sv fi hu ro tr id vi uk "
    "bg el he ar fa hi ja zh ko th hr sr sk sl lt lv et ca bn ta te ur tl sw "
    "eu is az kk mk be ka hy sq af eo nn ga cy ml mr gu pa la am ne si km my "
    "lo mn uz ky tg ";
static const char small[] = " rw ny nso jv su oc vec ceb fo tk ku ht haw lb ";
static const char rare[] = " sco ia ie ast co wa pms hsb dsb kw gv io an szl "
    "lmo hif iu aa ban mfe gaa kha bi pam pag ilo hil min ace tpi nds fur war "
    "nr ss ve kl krc mhr xal yue pnb bho mai new sa lif fy gn rn rm bm ff kab "
    "kac lus fj ik sg kg ee ay to sm ";

static const float RATE = .3f;

enum { LANGUAGES = 160, TEXT_FEATURES = 1200 };

struct word {
	struct str text;
	float share;
	size_t first; /* of its features, in struct job's */
	int n;
};

struct language {
	char code[MODEL_CODE];
	enum script script;
	struct word *words;
	size_t n;
	float weight;
	/* sums of the shares up to each word, and of their roots */
	float *upto, *upto_root;
};

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

static struct language languages[400];
static size_t language_count;
static unsigned char bucket_used[FEATURE_BUCKETS];
static uint64_t random_state = UINT64_C(88172645463325252);

static uint64_t
draw(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

/* From 0 to 1. */
static float
draw_float(void)
{
	return (float)(draw() >> 40) / 16777216.f;
}

/* e to the x; x <= 0. */
static inline float
exponential(float x)
{
	float y = x < -60 ? -86.f : x * 1.44269504f, f;
	int32_t whole = (int32_t)y;
	uint32_t bits = (uint32_t)(whole + 127) << 23; /* 2 to the whole */
	float power;

	memcpy(&power, &bits, sizeof power);
	f = (y - (float)whole) * .69314718f; /* -.7 to 0 */
	return power * (1 + f * (1 + f * (.5f + f * (1.f / 6 + f * (1.f / 24 +
	    f * (1.f / 120 + f / 720))))));
}

/* The natural logarithm of x > 0. */
static double
logarithm(double x)
{
	double t, square, term, sum = 0, power = 0;

	while (x > 1.5) {
		x /= 2;
		power++;
	}
	while (x < .75) {
		x *= 2;
		power--;
	}
	t = (x - 1) / (x + 1);
	square = t * t;
	term = t;
	for (int i = 1; i < 30; i += 2) {
		sum += term / i;
		term *= square;
	}
	return 2 * sum + power * 0.6931471805599453;
}

/* -- The words -- */

static enum script
script_named(struct str name)
{
	static const char *const names[] = {
#define X(code, name) [SCRIPT_##code] = #code,
		SCRIPTS(X)
#undef X
	};

	for (int i = 1; i < SCRIPT_COUNT; i++)
		if (str_eq(str_of(names[i]), name))
			return i;
	die("%.*s: no such script", (int)name.n, name.s);
}

static struct language *
language_named(struct str name)
{
	const char *dot = memchr(name.s, '.', name.n);
	struct language *l = &languages[language_count];
	struct str code, script;

	if (dot == NULL || (size_t)(dot - name.s) >= sizeof l->code)
		die("%.*s: not LANGUAGE.SCRIPT", (int)name.n, name.s);
	code = (struct str){name.s, (size_t)(dot - name.s)};
	script = (struct str){dot + 1, name.n - code.n - 1};
	if (language_count > 0 && str_eq(str_of(l[-1].code), code) &&
	    l[-1].script == script_named(script))
		return l - 1;
	language_count++;
	memcpy(l->code, code.s, code.n);
	l->script = script_named(script);
	return l;
}

static void
read_words(struct str text)
{
	while (text.n > 0) {
		const char *end = memchr(text.s, '\n', text.n);
		const char *tab = memchr(text.s, '\t', text.n), *tab2;
		struct language *l;
		struct word w = {0};

		if (end == NULL || tab == NULL || tab > end ||
		    (tab2 = memchr(tab + 1, '\t', end - tab - 1)) == NULL)
			die("a line is not LANGUAGE, word, share");
		l = language_named((struct str){text.s, tab - text.s});
		w.text = (struct str){tab + 1, tab2 - tab - 1};
		w.share = strtof(tab2 + 1, NULL);
		if ((l->n & (l->n - 1)) == 0)
			l->words = mem_resize(l->words, l->n ? 2 * l->n : 1,
			    sizeof *l->words);
		l->words[l->n++] = w;
		text.n -= end + 1 - text.s;
		text.s = end + 1;
	}
}

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

static void
set_weights(struct language *l)
{
	char code[MODEL_CODE + 2];
	float sum = 0, roots = 0;

	snprintf(code, sizeof code, " %s ", l->code);
	l->weight = strstr(major, code) != NULL ? MAJOR :
	    strstr(small, code) != NULL ? SMALL :
	    strstr(rare, code) != NULL ? RARE : MIDDLE;
	for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
		if (strcmp(l->code, weights[i].code) == 0 &&
		    (weights[i].script == SCRIPT_NONE ||
		    weights[i].script == l->script))
			l->weight = weights[i].weight;
	l->upto = mem_alloc(l->n, sizeof *l->upto);
	l->upto_root = mem_alloc(l->n, sizeof *l->upto_root);
	for (size_t i = 0; i < l->n; i++) {
		l->upto[i] = sum += l->words[i].share;
		l->upto_root[i] = roots += sqrtf(l->words[i].share);
	}
}

/* The first whose sum is at least `x`. */
static size_t
find(const float *upto, size_t n, float x)
{
	size_t low = 0, high = n - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (upto[middle] < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

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
 * drawn by the root of their share, three times in four.
 */
static int
draw_text(const struct job *j, const struct language *l, uint32_t *rows)
{
	int words = draw_length(j), n = 0;

	for (int i = 0; i < words; i++) {
		const float *upto =
		    words <= 2 && draw() % 4 != 0 ? l->upto_root : l->upto;
		const struct word *w = &l->words[find(upto, l->n,
		    draw_float() * upto[l->n - 1])];


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

/* -- Writing -- */

/* What MODEL_MOST stands for: all but one number in 2,000 are below. */
static float
clip(const struct job *j)
{
	static size_t count[1000];
	size_t n = j->rows * j->plan->width, above = 0;
	float most = 0;
	int i = 999;

	for (size_t k = 0; k < n; k++)
		if (fabsf(j->row[k]) > most)
			most = fabsf(j->row[k]);
	memset(count, 0, sizeof count);
	for (size_t k = 0; k < n; k++)
		count[(int)(fabsf(j->row[k]) / most * 999)]++;
	while (i > 0 && (above += count[i]) < n / 2000)
		i--;
	return most * (i + 1) / 1000;
}

static int
nearest(float x)
{
	return (int)(x < 0 ? x - .5f : x + .5f);
}

static void
put_feature(const struct feature *f)
{
	/* The inverse of feature_hash's factor. */
	uint64_t packed = f->hash * UINT64_C(0xF1DE83E19937733D);
	struct buf text = {0};

	if (f->whole.n > 0) {
		printf("=%.*s\t", (int)f->whole.n, f->whole.s);
		return;
	}
	assert(feature_hash(packed) == f->hash);
	for (int shift = 48; shift >= 0; shift -= 16)
		if ((packed >> shift & 0xFFFF) != 0)
			utf_put(&text, packed >> shift & 0xFFFF);
	printf("%.*s\t", (int)text.n, text.s);
	buf_free(&text);
}

static void
put_model(const struct job *j)
{
	int width = j->plan->width;
	float unit = clip(j) / MODEL_MOST;

	for (int l = 0; l < j->n; l++) {
		const struct language *x = j->languages[l];

		printf("language %s %zu %d", x->code, x->n,
		    nearest(j->bias[l] * MODEL_UNIT));
		for (int k = 0; k < width; k++)
			printf(" %d", nearest(j->matrix[k * j->n + l] * unit *
			    MODEL_FACTOR));
		printf("\n");
	}
	for (size_t i = 0; i < j->rows; i++) {
		put_feature(&j->features[j->chosen[i]]);
		for (int k = 0; k < width; k++) {
			int v = nearest(j->row[i * width + k] / unit);

			if (v > MODEL_MOST)
				v = MODEL_MOST;
			if (v < -MODEL_MOST)
				v = -MODEL_MOST;
			putchar(MODEL_ZERO + v);
		}
		printf("\n");
	}
}

static void
put_script(enum script s, const struct plan *plan, int n,
    struct language **list)
{
	static const char *const codes[] = {
#define X(code, name) [SCRIPT_##code] = #code,
		SCRIPTS(X)
#undef X
	};
	struct job j = {.plan = plan, .languages = list, .n = n};

	if (n == 0)
		return;
	printf("script %s %d %d %zu\n", codes[s], n, plan ? plan->width : 0,
	    plan ? plan->features : 0);
	if (plan == NULL) {
		printf("language %s %zu 0\n", list[0]->code, list[0]->n);
		return;
	}
	gather_features(&j);
	choose_features(&j);
	keep_chosen(&j);
	fprintf(stderr, "%s: %d languages, %zu of %zu features\n", codes[s], n,
	    j.rows, j.count);
	if (j.rows < plan->features)
		die("%s: only %zu features", codes[s], j.rows);
	for (int l = 0; l < n; l++)
		set_weights(list[l]);
	start(&j);
	learn(&j);
	put_model(&j);
	free(j.slots);
	free(j.features);
	free(j.uses);
	free(j.chosen);
	free(j.row);
	free(j.row_square);
	free(j.matrix);
	free(j.matrix_square);
	free(j.bias);
}

static const char head[] =
"# Model of text/langid, made by `make train-langid`.  CC BY-SA 4.0.\n"
"# Trained on words of:\n"
"#\tUNILEX, https://github.com/unicode-org/unilex, Unicode licence\n"
"#\tFrequencyWords by Hermit Dave, from OpenSubtitles 2018, CC BY-SA 4.0\n"
"#\twordfreq by Robyn Speer, CC BY-SA 4.0\n"
"#\tUniversal Dependencies, https://universaldependencies.org, the\n"
"#\t\ttreebanks under CC BY and CC BY-SA\n"
"#\tTatoeba, https://tatoeba.org, CC BY 2.0 FR\n"
"#\tUniversal Declaration of Human Rights, United Nations, free to copy\n"
"#\tTranslations of LibreOffice and Firefox, MPL 2.0\n"
"# script CODE LANGUAGES WIDTH FEATURES; per language: code, number of words,\n"
"# bias, WIDTH weights; per feature: its letters ('_' is a word's end, '=' a\n"
"# whole word), WIDTH numbers from -46 ('!') to 46 ('}').\n";

int
main(void)
{
	struct language *list[LANGUAGES];
	struct buf text = {0};
	size_t n;

	complain_as("langid");
	while ((n = fread(buf_room(&text, 1 << 20), 1, 1 << 20, stdin)) > 0)
		text.n += n;
	read_words(buf_str(&text));
	printf("%s", head);
	for (int s = 1; s < SCRIPT_COUNT; s++) {
		const struct plan *plan = NULL;
		int count = 0;

		for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
			if (plans[i].script == (enum script)s)
				plan = &plans[i];
		for (size_t i = 0; i < language_count; i++)
			if (languages[i].script == (enum script)s)
				list[count++] = &languages[i];
		if (plan == NULL && count > 1)
			die("a script of several languages has no plan");
		put_script(s, plan, count, list);
	}
	if (fflush(stdout) != 0)
		die("standard output:");
	return 0;
}
