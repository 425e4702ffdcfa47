/* SPDX-License-Identifier: MIT */
#include "text/extract/paragraphword.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/mem.h"
#include "text/score/phrase.h"

enum { FAMILIAR = 12 }; /* function words in a hundred: a known language */

/* The words by their slots, and which passages have them. */
static void
count_words(struct paragraphs *t, uint32_t n_words)
{
	t->n_words = n_words;
	for (size_t i = 0; i < t->n; i++) {
		const struct paragraph *p = &t->at[i];

		for (size_t k = p->word; k < p->word + p->prose.words; k++) {
			struct paragraph_word *w = &t->word[t->slot[k]];

			if (w->look == i + 1) /* had it before */
				continue;
			w->look = (uint32_t)(i + 1);
			w->any++;
			w->is_long += p->size >= PARAGRAPH_LONG;
		}
	}
	for (uint32_t i = 0; i < n_words; i++)
		t->word[i].look = 0;
}

static void
number_words(struct paragraphs *t)
{
	struct interns known = interns_open(t->words.n);

	t->word = mem_alloc(t->words.n + 1, sizeof *t->word);
	t->slot = mem_alloc(t->words.n + 1, sizeof *t->slot);
	for (size_t k = 0; k < t->words.n; k++) {
		uint32_t before = known.n;

		t->slot[k] = intern_of(&known, t->words.word[k]);
		if (known.n > before)
			t->word[t->slot[k]].stop =
			    phrase_find(t->words.word[k]) & 1u << PHRASE_STOP;
	}
	count_words(t, known.n);
	interns_close(&known);
}

/*
 * An ideograph is in words of all sorts; with the next one it says as much as
 * a word does elsewhere.
 */
static void
pair_words(struct paragraphs *t)
{
	struct interns known = interns_open(t->words.n);
	struct paragraph_word *word =
	    mem_alloc(t->words.n + 1, sizeof *t->word);

	for (size_t i = 0; i < t->n; i++) {
		const struct paragraph *p = &t->at[i];
		size_t end = p->word + p->prose.words;
		bool wide = 2 * p->prose.wide > p->prose.words;

		for (size_t k = p->word; k < end; k++) {
			uint64_t key = t->words.word[k];
			uint32_t slot;

			if (wide)
				key |= (uint64_t)(k + 1 < end
				    ? t->words.word[k + 1] : 1) << 32;
			slot = intern_of(&known, key);
			word[slot].stop = !wide && t->word[t->slot[k]].stop;
			t->slot[k] = slot;
		}
	}
	free(t->word);
	t->word = word;
	count_words(t, known.n);
	interns_close(&known);
}

static bool
is_wide(const struct paragraphs *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (2 * t->at[i].prose.wide > t->at[i].prose.words)
			return true;
	return false;
}

/* ---- what a language has, where it is unknown ---- */

static bool
is_familiar(const struct paragraphs *t)
{
	uint64_t stops = 0, words = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->at[i].size < PARAGRAPH_LONG)
			continue;
		stops += t->at[i].prose.stops;
		words += t->at[i].prose.words;
	}
	return 100 * stops >= FAMILIAR * words;
}

/*
 * Function words of a language that is unknown: those that the most long
 * passages have, so many that they are a third of all there.
 */
static void
guess_stops(struct paragraphs *t)
{
	enum { TOP = 256 };
	uint64_t words[TOP] = {0}, all = 0, sum = 0;
	uint32_t floor = TOP - 1;

	for (size_t i = 0; i < t->n; i++) {
		const struct paragraph *p = &t->at[i];

		for (size_t k = p->word; k < p->word + p->prose.words; k++) {
			uint32_t n = t->word[t->slot[k]].is_long;

			if (p->size < PARAGRAPH_LONG)
				break;
			words[n < TOP ? n : TOP - 1]++;
			all++;
		}
	}
	while (floor > 2 && 3 * (sum += words[floor]) < all)
		floor--;
	for (size_t i = 0; i < t->n; i++) {
		struct paragraph *p = &t->at[i];

		p->prose.stops = 0;
		for (size_t k = p->word; k < p->word + p->prose.words; k++)
			p->prose.stops += t->word[t->slot[k]].is_long >= floor;
	}
	for (uint32_t w = 0; w < t->n_words; w++)
		t->word[w].stop = t->word[w].is_long >= floor;
}

/* In a text whose long passages end in no mark, each of them is an end. */
static void
guess_ends(struct paragraphs *t)
{
	size_t n = 0, ends = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct prose *p = &t->at[i].prose;

		if (t->at[i].size < PARAGRAPH_LONG || 2 * p->wide < p->words)
			continue;
		n++;
		ends += prose_ends(p);
	}
	if (n == 0 || 10 * ends > n)
		return;
	for (size_t i = 0; i < t->n; i++)
		if (t->at[i].size >= PARAGRAPH_LONG) {
			t->at[i].prose.last = '.';
			t->at[i].prose.ends += t->at[i].size / PARAGRAPH_LONG;
		}
}

void
paragraphword_read(struct paragraphs *t, bool blind)
{
	number_words(t);
	if (blind)
		for (size_t i = 0; i < t->n; i++)
			t->at[i].prose.hits = t->at[i].prose.opening = 0;
	if (blind || !is_familiar(t))
		guess_stops(t);
	if (is_wide(t))
		pair_words(t);
	guess_ends(t);
}
