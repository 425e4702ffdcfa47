/* SPDX-License-Identifier: MIT */
/*
 * The lists of words that langid learns from, and how often each language is
 * drawn.
 */
#ifndef TRAIN_LANGIDWORDS_H
#define TRAIN_LANGIDWORDS_H

#include <math.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/complain.h"
#include "base/mem.h"
#include "text/langid/model.h"

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

static struct language languages[400];
static size_t language_count;

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

#endif
