/* SPDX-License-Identifier: MIT */
/*
 * The weights of text/sentences/sentscore, from treebanks:
 *	sentences GOLD         writes src/data/sent.weights to standard output
 *	sentences GOLD FOLDS   measures instead: F1 of each set, those that
 *	                       train on paragraphs that were held out
 *	sentences GOLD 1       measures each set without its language, as one
 *	                       that was never seen
 *
 * GOLD/SET/PART.in has a paragraph a line, GOLD/SET/PART.gold its sentences,
 * one a line, an empty line after each paragraph.  Logistic regression by
 * stochastic descent (AdaGrad), the order fixed by a generator of our own
 * and no libm, so that the same gold gives the same bytes again.
 *
 * A language is read twice, with its own abbreviations and with English ones,
 * since readers will not always say which language theirs is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/complain.h"
#include "base/buf.h"
#include "base/mem.h"
#include "text/sentences/sent.h"
#include "text/unicode/utf.h"

enum { EPOCHS = 30, SCALE = 24, CLIP = 127 };

static const double RATE = 0.03, DECAY = 4e-5;

/* `credit` NULL: the licence keeps it from training, it only measures. */
static const struct set {
	const char *name, *part, *language, *credit;
} sets[] = {
	{"de_gsd", "dev", "de", "UD German-GSD, CC BY-SA 4.0"},
	{"el_gdt", "dev", "el", NULL},
	{"en_ewt", "train", "en", "UD English-EWT, CC BY-SA 4.0"},
	{"en_ewt", "dev", "en", NULL},
	{"en_gum", "dev", "en", NULL},
	{"en_gumfree", "train", "en", "GUM: academic, bio, court, interview, "
	    "news and voyage, CC BY and CC BY-SA"},
	{"es_gsd", "dev", "es", "UD Spanish-GSD, CC BY-SA 4.0"},
	{"fr_gsd", "dev", "fr", "UD French-GSD, CC BY-SA 4.0"},
	{"it_isdt", "dev", "it", NULL},
	{"ja_gsd", "dev", "ja", "UD Japanese-GSD, CC BY-SA 4.0"},
	{"ko_gsd", "dev", "ko", "UD Korean-GSD, CC BY-SA 4.0"},
	{"nl_alpino", "dev", "nl", "UD Dutch-Alpino, CC BY-SA 4.0"},
	{"pl_pdb", "dev", "pl", NULL},
	{"pt_gsd", "dev", "pt", "UD Portuguese-GSD, CC BY-SA 4.0"},
	{"ru_gsd", "dev", "ru", "UD Russian-GSD, CC BY-SA 4.0"},
	{"tr_boun", "dev", "tr", "UD Turkish-BOUN, CC BY-SA 4.0"},
	{"tr_imst", "dev", "tr", NULL},
	{"zh_gsd", "dev", "zh", "UD Chinese-GSD, CC BY-SA 4.0"},
};

enum { SETS = sizeof sets / sizeof *sets };

/* A set, read: for each byte of the text, what the gold says there. */
struct gold {
	struct buf text;
	uint32_t *seen;     /* characters before the byte, blanks not counted */
	char *ends;         /* at a count: 1 a sentence ends, 2 a paragraph */
	uint32_t *paragraph; /* at such a count */
	size_t inner;       /* ends inside paragraphs */
};

struct sample {
	uint16_t slots[SENT_FEATURES];
	int8_t end;
	uint8_t set;
	uint32_t paragraph;
	float weight;
};

static struct gold golds[SETS];
static struct sample *samples;
static size_t n_samples, room;

static void
read_all(const char *folder, const struct set *s, const char *what,
    struct buf *to)
{
	char path[4096];
	FILE *f;
	size_t n;

	snprintf(path, sizeof path, "%s/%s/%s.%s", folder, s->name, s->part,
	    what);
	if ((f = fopen(path, "rb")) == NULL)
		die("%s:", path);
	while ((n = fread(buf_room(to, 65536), 1, 65536, f)) > 0)
		to->n += n;
	fclose(f);
}

/* What the scorers of sentences leave out of account. */
static bool
is_space(uint32_t c)
{
	return c <= ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
	    (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
	    c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* Each byte's count of characters before it; one more entry for the end. */
static uint32_t *
count(const struct buf *b)
{
	uint32_t *seen = mem_alloc(b->n + 1, sizeof *seen), n = 0, c;

	for (size_t i = 0; i < b->n;) {
		int step = utf_step(b->s + i, b->s + b->n, &c);

		for (int k = 0; k < step; k++)
			seen[i++] = n;
		n += !is_space(c);
	}
	seen[b->n] = n;
	return seen;
}

static void
read_gold(const char *folder, const struct set *s, struct gold *g)
{
	struct buf lines = {0};
	uint32_t *seen, paragraph = 0;

	read_all(folder, s, "in", &g->text);
	read_all(folder, s, "gold", &lines);
	g->seen = count(&g->text);
	seen = count(&lines);
	if (seen[lines.n] != g->seen[g->text.n])
		die("%s: text and sentences differ", s->name);
	g->ends = mem_alloc(seen[lines.n] + 1, 1);
	g->paragraph = mem_alloc(seen[lines.n] + 1, sizeof *g->paragraph);
	for (size_t i = 0; i < lines.n; i++) {
		bool last = i + 1 == lines.n || lines.s[i + 1] == '\n';

		g->paragraph[seen[i]] = paragraph;
		if (lines.s[i] != '\n' || i == 0 || lines.s[i - 1] == '\n')
			continue;
		g->ends[seen[i]] = last ? 2 : 1;
		g->inner += !last;
		paragraph += last;
	}
	g->paragraph[seen[lines.n]] = paragraph;
	free(seen);
	buf_free(&lines);
}

/* One reading of a set: collects samples, or counts what is right. */
struct reading {
	struct sent sent;
	int set;
	int fold, folds;     /* paragraphs of this fold only; folds 0: all */
	float weight;
	size_t right, wrong; /* ends found inside paragraphs */
};

static void
ignore(struct sent *s, enum sent_piece what, struct str t)
{
	(void)s;
	(void)what;
	(void)t;
}

/* As a teacher: what the gold says counts. */
static bool
teach(struct sent *s, const struct sent_judgement *j)
{
	struct reading *r = (struct reading *)s;
	struct gold *g = &golds[r->set];
	uint32_t at = g->seen[j->at];
	struct sample *m;

	if (j->rule != NULL || g->ends[at] == 2)
		return j->rule != NULL ? j->end : g->ends[at] > 0;
	if (n_samples == room) {
		room = room ? 2 * room : 1 << 16;
		samples = mem_resize(samples, room, sizeof *samples);
	}
	m = &samples[n_samples++];
	memcpy(m->slots, j->slots, sizeof m->slots);
	m->end = g->ends[at] > 0;
	m->set = (uint8_t)r->set;
	m->paragraph = g->paragraph[at];
	m->weight = r->weight;
	return m->end;
}

static bool
measure(struct sent *s, const struct sent_judgement *j)
{
	struct reading *r = (struct reading *)s;
	struct gold *g = &golds[r->set];
	uint32_t at = g->seen[j->at];

	if (j->end && g->ends[at] != 2 && (r->folds == 0 ||
	    (int)(g->paragraph[at] % (uint32_t)r->folds) == r->fold)) {
		r->right += g->ends[at] == 1;
		r->wrong += g->ends[at] == 0;
	}
	return j->end;
}

static void
read_set(struct reading *r, const char *language)
{
	struct abbr abbr = {0};
	struct source in = source_over(buf_str(&golds[r->set].text));

	abbr_language(&abbr, language_find(str_of(language)));
	r->sent.abbr = &abbr;
	r->sent.piece = ignore;
	sent_run(&r->sent, &in);
	abbr_free(&abbr);
}

/* All samples that may train; a set counts by the root of its size. */
static void
collect(void)
{
	for (int i = 0; i < SETS; i++) {
		struct reading r = {.sent.judge = teach, .set = i};
		size_t from = n_samples;

		if (sets[i].credit == NULL)
			continue;
		read_set(&r, sets[i].language);
		if (strcmp(sets[i].language, "en") != 0)
			read_set(&r, "en");
		for (size_t k = from; k < n_samples; k++) {
			double n = (double)(n_samples - from), root = n;

			for (int t = 0; t < 40; t++)
				root = (root + n / root) / 2;
			samples[k].weight = (float)(60 / root);
		}
	}
}

/* 1 / (1 + e^-x), e^x as (1 + x/1024)^1024. */
static double
logistic(double x)
{
	double e;

	if (x > 30)
		return 1;
	if (x < -30)
		return 0;
	e = 1 + (x < 0 ? x : -x) / 1024;
	for (int i = 0; i < 10; i++)
		e *= e;
	return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

static uint32_t
next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*state >> 33);
}

/* The square root, by Newton. */
static double
root(double x)
{
	double r = x > 1 ? x : 1;

	for (int i = 0; i < 60 && r * r - x > 1e-9 * x; i++)
		r = (r + x / r) / 2;
	return r;
}

static void
learn(const struct sample *s, double *w, double *sum, double *bias)
{
	double x = *bias, g;

	for (int i = 0; i < SENT_FEATURES; i++)
		x += w[s->slots[i]];
	g = (logistic(x) - s->end) * s->weight;
	*bias -= 0.002 * g;
	for (int i = 0; i < SENT_FEATURES; i++) {
		double *at = &w[s->slots[i]];
		double d = g + DECAY * *at * 60;

		sum[s->slots[i]] += d * d;
		*at -= RATE * d / root(1e-6 + sum[s->slots[i]]);
	}
}

/* What is held out: a fold of the paragraphs, or a language; or nothing. */
struct held {
	int fold, folds;
	const char *language;
};

static bool
may_train(const struct sample *s, const struct held *h)
{
	if (h->language != NULL)
		return strcmp(sets[s->set].language, h->language) != 0;
	return h->folds == 0 || strcmp(sets[s->set].part, "train") == 0 ||
	    (int)(s->paragraph % (uint32_t)h->folds) != h->fold;
}

static void
train(struct sent_weights *to, struct held held)
{
	double *w = mem_alloc(SENT_SLOTS, sizeof *w), bias = 0;
	double *sum = mem_alloc(SENT_SLOTS, sizeof *sum);
	uint32_t *order = mem_alloc(n_samples, sizeof *order);
	uint64_t state = 1;
	size_t n = 0;

	for (size_t i = 0; i < n_samples; i++)
		if (may_train(&samples[i], &held))
			order[n++] = (uint32_t)i;
	for (int epoch = 0; epoch < EPOCHS; epoch++) {
		for (size_t i = n; i > 1; i--) {
			size_t k = next_random(&state) % i;
			uint32_t swap = order[i - 1];

			order[i - 1] = order[k];
			order[k] = swap;
		}
		for (size_t i = 0; i < n; i++)
			learn(&samples[order[i]], w, sum, &bias);
	}
	for (int i = 0; i < SENT_SLOTS; i++) {
		double v = w[i] * SCALE + (w[i] < 0 ? -0.5 : 0.5);

		to->slot[i] = (int8_t)(v > CLIP ? CLIP : v < -CLIP ? -CLIP : v);
	}
	to->bias = (int)(bias * SCALE);
	free(w);
	free(sum);
	free(order);
}

static void
print_weights(const struct sent_weights *w)
{
	printf("# Weights of text/sentences/sentscore, made by `make train-sentences`.\n"
	    "# Trained on sentence ends of:\n");
	for (int i = 0; i < SETS; i++)
		if (sets[i].credit != NULL)
			printf("#\t%s\n", sets[i].credit);
	printf("# UD: https://universaldependencies.org\n"
	    "# GUM: https://gucorpling.org/gum\n"
	    "# The bias, then a weight for each slot.\n%d\n", w->bias);
	for (int i = 0; i < SENT_SLOTS; i++)
		printf("%d%c", w->slot[i], i % 32 == 31 ? '\n' : ' ');
}

static double
f1(size_t right, size_t wrong, size_t all)
{
	return right == 0 ? 0 : 2.0 * (double)right /
	    (double)(right + wrong + all);
}

/* The F1 of a set, read with these abbreviations; each fold has weights. */
static double
measure_set(int set, const char *language, const struct sent_weights *w,
    int folds, size_t *right, size_t *wrong)
{
	*right = *wrong = 0;
	for (int k = 0; k < folds; k++) {
		struct reading r = {
		    .sent = {.judge = measure, .weights = &w[k]},
		    .set = set, .fold = k, .folds = folds,
		};

		read_set(&r, language);
		*right += r.right;
		*wrong += r.wrong;
	}
	return f1(*right, *wrong, golds[set].inner);
}

/* F1 with the set's own language, and with English abbreviations. */
static void
report(int folds)
{
	struct sent_weights *w = mem_alloc((size_t)folds, sizeof *w);
	double sum[2] = {0, 0}, f[2];
	size_t right, wrong;
	int n = 0;

	for (int k = 0; k < folds && folds > 1; k++)
		train(&w[k], (struct held){k, folds, NULL});
	printf("%-12s%8s%8s%9s%9s\n", "set", "F1", "-l en", "wrong", "missed");
	for (int i = 0; i < SETS; i++) {
		const char *language = sets[i].language;

		if (strcmp(sets[i].part, "dev") != 0)
			continue;
		if (folds == 1)
			train(&w[0], (struct held){.language = language});
		f[1] = measure_set(i, "en", w, folds, &right, &wrong);
		f[0] = measure_set(i, language, w, folds, &right, &wrong);
		printf("%-12s%8.4f%8.4f%9zu%9zu\n", sets[i].name, f[0], f[1],
		    wrong, golds[i].inner - right);
		sum[0] += f[0];
		sum[1] += f[1];
		n++;
	}
	printf("%-12s%8.4f%8.4f\n", "mean", sum[0] / n, sum[1] / n);
	free(w);
}

int
main(int argc, char *argv[])
{
	int folds = argc > 2 ? atoi(argv[2]) : 0;

	complain_as("sentences");
	if (argc < 2 || folds < 0)
		die("usage: sentences GOLD [FOLDS]");
	for (int i = 0; i < SETS; i++)
		read_gold(argv[1], &sets[i], &golds[i]);
	collect();
	if (folds > 0) {
		report(folds);
	} else {
		struct sent_weights *w = mem_alloc(1, sizeof *w);

		train(w, (struct held){0});
		print_weights(w);
		free(w);
	}
	return 0;
}
