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
#include <stdlib.h>

#include "langidlearn.h"
#include "text/unicode/utf.h"

/* What is learned; a script that is missing has no model. */
static const struct plan plans[] = {
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
