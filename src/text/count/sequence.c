/* SPDX-License-Identifier: MIT */
#include "text/count/sequence.h"

#include <stdlib.h>

#include "base/mem.h"

enum { BATCH = 64 }; /* words whose slots are asked for in one go */

/* ---- the types in a window that moves over the text ---- */

struct window {
	uint32_t ring[TALLY_WINDOW];
	uint64_t words;   /* so far; the place in the ring, too */
	uint32_t types;   /* in the ring */
	uint64_t sum;     /* of `types` over all full windows */
	uint32_t *times;  /* by number: how often it is in the ring */
	size_t n;         /* of `times` */
};

struct window *
window_open(void)
{
	return mem_alloc(1, sizeof(struct window));
}

void
window_free(struct window *w)
{
	if (w != NULL)
		free(w->times);
	free(w);
}

static void
move_window(struct tally *t, uint32_t unit, uint32_t units)
{
	struct window *w = t->window;
	uint32_t *place = &w->ring[w->words % TALLY_WINDOW];

	if (units > w->n) {
		w->times = mem_resize(w->times, 2 * (size_t)units,
		    sizeof *w->times);
		memset(w->times + w->n, 0,
		    (2 * (size_t)units - w->n) * sizeof *w->times);
		w->n = 2 * (size_t)units;
	}
	if (w->words >= TALLY_WINDOW)
		w->types -= --w->times[*place] == 0;
	*place = unit;
	w->types += w->times[unit]++ == 0;
	if (++w->words >= TALLY_WINDOW)
		w->sum += w->types;
}

double
tally_window(const struct tally *t)
{
	const struct window *w = t->window;

	if (w == NULL || w->words < TALLY_WINDOW)
		return 0;
	return (double)w->sum / (double)(w->words - TALLY_WINDOW + 1);
}

/* ---- headwords ---- */

bool
sequence_head(struct tally *t, struct str word)
{
	struct buf *key = &t->key;
	struct buf form = {0};

	key->n = 0;
	if (t->options.spellings) {
		wordform_put(&form, word, t->options.form &
		    ~(unsigned)WORDFORM_BARE);
		word = buf_str(&form);
	}
	if (t->options.pick != NULL && !wordfilter_takes(&t->pick, word)) {
		buf_free(&form);
		return false;
	}
	headword_put(&t->head, key, word);
	buf_free(&form);
	return true;
}

void
sequence_settle(struct tally *t)
{
	struct vocab *v = &t->surface;

	if (!t->mapped && t->options.pick == NULL)
		return;
	if (v->n > t->room) {
		t->room = v->cap;
		t->targets = mem_resize(t->targets, t->room,
		    sizeof *t->targets);
	}
	for (; t->settled < v->n; t->settled++) {
		uint32_t *target = &t->targets[t->settled];

		*target = VOCAB_NONE;
		if (sequence_head(t, vocab_word(v, t->settled)))
			*target = t->mapped
			    ? vocab_at(&t->heads, buf_str(&t->key))
			    : t->settled;
	}
}

/* ---- counting ---- */

/* Types and windows, of one length of n-grams only. */
static void
watch(struct tally *t, const struct grams *g, uint32_t unit)
{
	uint64_t count = g->counts[unit];
	const uint64_t now[] = {t->words, t->types += count == 1,
	    t->hapaxes += (uint64_t)(count == 1) - (count == 2)};

	if (t->window != NULL)
		move_window(t, unit, g->n);
	if (t->options.growth > 0 && t->words % t->options.growth == 0)
		buf_put(&t->growth, (const char *)now, sizeof now);
}

static void
note_all(struct tally *t, struct grams *g, const uint32_t *units, size_t n)
{
	bool watched = t->window != NULL || t->options.growth > 0;
	unsigned what = g->spreads.what;

	for (size_t i = 0; i < n; i++)
		if (units[i] != VOCAB_NONE) {
			__builtin_prefetch(&g->counts[units[i]], 1);
			spread_reach(&g->spreads, units[i]);
		}
	for (size_t i = 0; (what & SPREAD_PLACES) && i < n; i++)
		if (units[i] != VOCAB_NONE)
			spread_reach_place(&g->spreads, units[i]);
	for (size_t i = 0; i < n; i++) {
		uint32_t unit = units[i];

		if (unit == VOCAB_NONE)
			continue;
		g->counts[unit]++;
		t->words++;
		t->in_doc++;
		if (what & (SPREAD_DOCS | SPREAD_PARTS))
			spread_in(&g->spreads, unit, t->doc, 1);
		if (what & SPREAD_PLACES)
			spread_to(&g->spreads, unit, t->words);
		if (watched)
			watch(t, g, unit);
	}
}

static inline bool
is_pair(uint32_t prefix, uint32_t word)
{
	return prefix != VOCAB_NONE && word != VOCAB_NONE;
}

/*
 * The n-grams of the next length that end with each word: of the ones that
 * end with the word before (`before` for the first) and the word.  Count them
 * on the way, or not: how many there are.
 */
static inline __attribute__((always_inline)) size_t
join(struct grams *g, const uint32_t *prefixes, uint32_t before,
    const uint32_t *words, uint32_t *joined, size_t n, bool count)
{
	uint32_t prefix = before;
	size_t pairs = 0;

	for (size_t i = 0; i < n; prefix = prefixes[i++])
		if (is_pair(prefix, words[i]))
			grams_reach(g, grams_hash(g, prefix, words[i]));
	prefix = before;
	for (size_t i = 0; i < n; prefix = prefixes[i++]) {
		joined[i] = VOCAB_NONE;
		if (!is_pair(prefix, words[i]))
			continue;
		pairs++;
		joined[i] = count ? grams_count(g, prefix, words[i])
		    : grams_at(g, prefix, words[i]);
	}
	return pairs;
}

struct batch {
	uint32_t units[GRAM_MOST + 1][BATCH];
	size_t n;
};

static void
join_all(struct tally *t, struct grams *grams, uint32_t *last,
    struct batch *b)
{
	for (int k = 2; k <= t->options.most_gram; k++)
		join(&grams[k], b->units[k - 1], last[k - 1], b->units[1],
		    b->units[k], b->n, false);
	for (int k = 1; k <= t->options.most_gram; k++)
		last[k] = b->units[k][b->n - 1];
}

/* The same, counting those of the lengths that are asked for. */
static void
count_all(struct tally *t, struct batch *b)
{
	bool noted = t->grams[1].spreads.what != 0 || t->window != NULL ||
	    t->options.growth > 0;

	for (int k = 1; k <= t->options.most_gram; k++) {
		bool counted = k >= t->options.least_gram;
		size_t pairs = 0;

		if (k > 1 && counted && !noted)
			pairs = join(&t->grams[k], b->units[k - 1],
			    t->last[k - 1], b->units[1], b->units[k], b->n,
			    true);
		else if (k > 1)
			join(&t->grams[k], b->units[k - 1], t->last[k - 1],
			    b->units[1], b->units[k], b->n, false);
		t->words += pairs;
		t->in_doc += pairs;
		if (counted && (k == 1 || noted))
			note_all(t, &t->grams[k], b->units[k], b->n);
	}
	for (int k = 1; k <= t->options.most_gram; k++)
		t->last[k] = b->units[k][b->n - 1];
}

static void
remember(uint32_t *recent, const struct batch *b, int most)
{
	size_t keep = (size_t)most - 1, n = b->n < keep ? b->n : keep;

	memmove(recent, recent + n, (keep - n) * sizeof *recent);
	memcpy(recent + keep - n, b->units[1] + b->n - n, n * sizeof *recent);
}

static void
count_spellings(struct tally *t, const struct batch *b, struct batch *forms)
{
	grams_extend(&t->forms[1], t->surface.n);
	join_all(t, t->forms, t->last_forms, forms);
	for (int k = t->options.least_gram; k <= t->options.most_gram; k++)
		for (size_t i = 0; i < b->n; i++) {
			uint32_t form = forms->units[k][i];

			if (form == VOCAB_NONE)
				continue;
			t->forms[k].counts[form]++;
			t->forms[k].owners[form] = b->units[k][i];
		}
	remember(t->recent_forms, forms, t->options.most_gram);
}

static void
put_batch(struct tally *t, const uint32_t *numbers, size_t n)
{
	struct batch b, forms;

	b.n = forms.n = n;
	for (size_t i = 0; i < n; i++) {
		uint32_t word = numbers[i];

		b.units[1][i] = sequence_is_break(word) ? VOCAB_NONE
		    : t->targets != NULL ? t->targets[word] : word;
	}
	for (size_t i = 0; t->options.spellings && i < n; i++)
		forms.units[1][i] = b.units[1][i] == VOCAB_NONE ? VOCAB_NONE
		    : numbers[i];
	count_all(t, &b);
	remember(t->recent, &b, t->options.most_gram);
	if (t->options.spellings)
		count_spellings(t, &b, &forms);
}

void
sequence_end(struct tally *t)
{
	for (int k = 0; k <= GRAM_MOST; k++)
		t->last[k] = t->last_forms[k] = VOCAB_NONE;
	for (int k = 0; k < GRAM_MOST; k++)
		t->recent[k] = t->recent_forms[k] = VOCAB_NONE;
	if (t->options.parts && t->in_doc > 0)
		map_at(&t->sizes, (struct str){(const char *)&t->doc,
		    sizeof t->doc})->count += t->in_doc;
	t->in_doc = 0;
}

void
sequence_put(struct tally *t, const uint32_t *numbers, size_t n)
{
	sequence_settle(t);
	grams_extend(&t->grams[1], t->mapped ? t->heads.n : t->surface.n);
	while (n > 0) {
		size_t some = 0;
		bool line = false;

		while (some < n && some < BATCH && !line)
			line = numbers[some++] == SEQUENCE_LINE &&
			    t->options.lines;
		put_batch(t, numbers, some);
		if (line) {
			sequence_end(t);
			t->documents++;
			t->doc++;
		}
		numbers += some;
		n -= some;
	}
}

/* ---- the last words, while vocabularies are cleared ---- */

struct recent {
	struct buf words[2][GRAM_MOST]; /* headwords, and words as read */
};

struct recent *
sequence_keep(const struct tally *t)
{
	const struct vocab *heads = t->mapped ? &t->heads : &t->surface;
	struct recent *r = mem_alloc(1, sizeof *r);

	for (int i = 0; i < t->options.most_gram - 1; i++) {
		struct str word;

		if (t->recent[i] == VOCAB_NONE)
			continue;
		word = vocab_word(heads, t->recent[i]);
		buf_put(&r->words[0][i], word.s, word.n);
		if (!t->options.spellings)
			continue;
		word = vocab_word(&t->surface, t->recent_forms[i]);
		buf_put(&r->words[1][i], word.s, word.n);
	}
	return r;
}

static void
restore(struct tally *t, struct grams *grams, struct vocab *v,
    struct buf *words, uint32_t *recent, uint32_t *last)
{
	struct batch b = {.n = 1};

	for (int i = 0; i < t->options.most_gram - 1; i++) {
		recent[i] = words[i].n == 0 ? VOCAB_NONE
		    : vocab_at(v, buf_str(&words[i]));
		grams_extend(&grams[1], v->n);
		b.units[1][0] = recent[i];
		join_all(t, grams, last, &b);
		buf_free(&words[i]);
	}
}

void
sequence_restore(struct tally *t, struct recent *r)
{
	struct vocab *heads = t->mapped ? &t->heads : &t->surface;

	for (int k = 0; k <= GRAM_MOST; k++)
		t->last[k] = t->last_forms[k] = VOCAB_NONE;
	restore(t, t->grams, heads, r->words[0], t->recent, t->last);
	if (t->options.spellings)
		restore(t, t->forms, &t->surface, r->words[1],
		    t->recent_forms, t->last_forms);
	free(r);
}
