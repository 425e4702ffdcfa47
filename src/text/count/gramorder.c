/* SPDX-License-Identifier: MIT */
#include "text/count/gramorder.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/rank.h"

static bool
any(const struct map_slot *slot, void *ctx)
{
	(void)slot;
	(void)ctx;
	return true;
}

/* What items are sorted by, the lowest first: key, or count downward. */
static inline uint64_t
sort_key(const struct item *item, uint64_t most)
{
	return most > 0 ? most - item->count : item->key;
}

/* Sort, stable: by key, or, where `most` is the highest count, by count. */
static void
sort_items(struct item *items, size_t n, uint64_t most)
{
	enum { BITS = 11, DIGITS = 1 << BITS };
	struct item *other = mem_alloc(n + 1, sizeof *other), *from = items;
	struct item *to = other;
	uint64_t all = 0;

	for (size_t i = 0; i < n; i++)
		all |= sort_key(&items[i], most);
	for (int shift = 0; shift < 64 && all >> shift > 0; shift += BITS) {
		size_t next[DIGITS] = {0}, sum = 0;
		struct item *swap = from;

		for (size_t i = 0; i < n; i++)
			next[sort_key(&from[i], most) >> shift &
			    (DIGITS - 1)]++;
		for (int d = 0; d < DIGITS; d++) {
			size_t here = next[d];

			next[d] = sum;
			sum += here;
		}
		for (size_t i = 0; i < n; i++)
			to[next[sort_key(&from[i], most) >> shift &
			    (DIGITS - 1)]++] = from[i];
		from = to;
		to = swap;
	}
	if (from != items)
		memcpy(items, from, n * sizeof *items);
	free(other);
}

static void
sort_by_count(struct item *items, size_t n)
{
	uint64_t most = 0;

	for (size_t i = 0; i < n; i++)
		most = items[i].count > most ? items[i].count : most;
	if (most > 0)
		sort_items(items, n, most);
}

static uint32_t *
inverse(const uint32_t *ranks, size_t n)
{
	uint32_t *numbers = mem_alloc(n + 1, sizeof *numbers);

	for (size_t i = 0; i < n; i++)
		numbers[ranks[i]] = (uint32_t)i;
	return numbers;
}

/* The place of each word in the order of all words with `end` behind them. */
static uint32_t *
rank_words(const struct vocab *v, struct str end)
{
	uint32_t *ranks = mem_alloc((size_t)v->n + 1, sizeof *ranks);
	struct map m = map_open(0);
	struct buf word = {0};

	for (uint32_t i = 0; i < v->n; i++) {
		struct str plain = vocab_word(v, i);

		word.n = 0;
		buf_put(&word, plain.s, plain.n);
		buf_put(&word, end.s, end.n);
		map_at(&m, buf_str(&word))->count = i;
	}
	map_pack(&m, any, NULL);
	rank_keys(&m);
	for (size_t i = 0; i < m.used; i++)
		ranks[m.slots[i].count] = (uint32_t)i;
	map_free(&m);
	buf_free(&word);
	return ranks;
}

/* How often the n-gram of that number, shown, is counted. */
static uint64_t
count_of(const struct tally *t, int length, uint32_t number)
{
	if (t->options.spellings)
		number = t->forms[length].owners[number];
	return t->grams[length].counts[number];
}

/* All n-grams of a length in the order of their words' ranks. */
static struct item *
sort_length(const struct tally *t, const struct grams *g, int length,
    const uint32_t *prefixes, const uint32_t *words)
{
	struct item *items = mem_alloc((size_t)g->n + 1, sizeof *items);
	bool shown = length >= t->options.least_gram;

	for (uint32_t i = 0; i < g->n; i++) {
		items[i].number = i;
		items[i].length = (uint32_t)length;
		items[i].count = !shown || (g->owned && g->counts[i] == 0) ? 0
		    : count_of(t, length, i);
		items[i].key = length == 1 ? words[i]
		    : (uint64_t)prefixes[g->prefixes[i]] << 32 |
		    words[g->words[i]];
	}
	sort_items(items, g->n, 0);
	return items;
}

/* The place of each n-gram, as the prefix of a longer one, in that order. */
static uint32_t *
rank_length(const struct tally *t, const struct grams *g, int length,
    const uint32_t *prefixes, const uint32_t *words)
{
	struct item *items = sort_length(t, g, length, prefixes, words);
	uint32_t *ranks = mem_alloc((size_t)g->n + 1, sizeof *ranks);

	for (uint32_t i = 0; i < g->n; i++)
		ranks[items[i].number] = i;
	free(items);
	return ranks;
}

/* Only the most frequent spelling of each, the first of equals. */
static size_t
keep_spellings(const struct tally *t, int length, struct item *items)
{
	const struct grams *g = &t->grams[length], *f = &t->forms[length];
	uint32_t *best = mem_alloc((size_t)g->n + 1, sizeof *best);
	size_t n = 0;

	for (uint32_t i = 0; i < f->n; i++) {
		uint32_t form = items[i].number, owner = f->owners[form];

		if (f->counts[form] > 0 && (best[owner] == 0 ||
		    f->counts[form] > f->counts[best[owner] - 1]))
			best[owner] = form + 1;
	}
	for (uint32_t i = 0; i < f->n; i++)
		if (f->counts[items[i].number] > 0 &&
		    best[f->owners[items[i].number]] == items[i].number + 1)
			items[n++] = items[i];
	free(best);
	return n;
}

/* Those that are shown, of the rows of one length. */
static size_t
keep_items(struct ordering *o, struct item *items, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (items[i].count > 0 &&
		    o->order.keeps(STR(""), items[i].count, o->order.ctx))
			items[kept++] = items[i];
	return kept;
}

/* By words' ranks, a shorter one before what it begins. */
struct unfolded {
	uint32_t ranks[GRAM_MOST + 1]; /* plus 1; then 0 */
};

static struct unfolded
unfold(const struct grams *grams, const struct item *item,
    const uint32_t *words)
{
	struct unfolded u = {0};
	uint32_t number = item->number;

	for (uint32_t k = item->length; k > 1; k--) {
		u.ranks[k - 1] = words[grams[k].words[number]] + 1;
		number = grams[k].prefixes[number];
	}
	u.ranks[0] = words[number] + 1;
	return u;
}

static bool
comes_first(const struct grams *grams, const struct item *a,
    const struct item *b, const uint32_t *words, bool by_word)
{
	struct unfolded u = unfold(grams, a, words);
	struct unfolded v = unfold(grams, b, words);

	if (!by_word && a->count != b->count)
		return a->count > b->count;
	for (int i = 0; i < GRAM_MOST; i++)
		if (u.ranks[i] != v.ranks[i])
			return u.ranks[i] < v.ranks[i];
	return true;
}

/* Merge the rows of one more length into those there are. */
static void
merge_items(const struct grams *grams, struct ordering *o,
    struct item *items, size_t n, const uint32_t *words)
{
	struct item *all;
	size_t a = 0, b = 0;

	if (o->items == NULL) {
		o->items = items;
		o->n = n;
		return;
	}
	all = mem_alloc(o->n + n + 1, sizeof *all);

	while (a < o->n || b < n)
		if (b == n || (a < o->n && comes_first(grams, &o->items[a],
		    &items[b], words, o->order.by_word)))
			all[a + b] = o->items[a], a++;
		else
			all[a + b] = items[b], b++;
	free(o->items);
	free(items);
	o->items = all;
	o->n += n;
}

/* Those in order by word that are among the `wanted` most frequent. */
static void
keep_wanted(struct ordering *o)
{
	struct item *by_count;
	size_t wanted = (size_t)o->order.wanted, n = 0;
	bool *chosen = mem_alloc(o->n + 1, sizeof *chosen);

	by_count = mem_alloc(o->n + 1, sizeof *by_count);
	for (size_t i = 0; i < o->n; i++) {
		by_count[i] = o->items[i];
		by_count[i].number = (uint32_t)i;
	}
	sort_by_count(by_count, o->n);
	for (size_t i = 0; i < wanted; i++)
		chosen[by_count[i].number] = true;
	for (size_t i = 0; i < o->n; i++)
		if (chosen[i])
			o->items[n++] = o->items[i];
	o->n = n;
	free(chosen);
	free(by_count);
}

void
gramorder_sort(struct tally *t, struct ordering *o)
{
	const struct grams *grams = t->options.spellings ? t->forms : t->grams;
	const struct vocab *v = ordering_shown(t);
	uint32_t *last = rank_words(v, STR("")), *inner = last;
	uint32_t *prefixes = NULL;

	o->last = inverse(last, v->n);
	/* No word has a byte as low as a space: it makes no difference. */
	if (!str_eq(t->options.glue, STR(" ")))
		inner = rank_words(v, t->options.glue);
	for (int k = 1; k <= t->options.most_gram; k++) {
		uint32_t *before = prefixes;
		struct item *items;
		size_t n = grams[k].n;

		if (k >= t->options.least_gram) {
			items = sort_length(t, &grams[k], k, prefixes, last);
			if (t->options.spellings)
				n = keep_spellings(t, k, items);
			n = keep_items(o, items, n);
			if (!o->order.by_word)
				sort_by_count(items, n);
			merge_items(grams, o, items, n, last);
		}
		if (k < t->options.most_gram) {
			prefixes = rank_length(t, &grams[k], k, before, inner);
			o->prefixes[k] = inverse(prefixes, grams[k].n);
		}
		if (before != prefixes)
			free(before);
	}
	free(prefixes);
	if (inner != last)
		free(inner);
	free(last);
	if (o->order.wanted < o->n) {
		if (o->order.by_word)
			keep_wanted(o);
		else
			o->n = (size_t)o->order.wanted;
	}
}

void
gramorder_entry(struct tally *t, struct ordering *o, size_t at,
    struct entry *e)
{
	const struct item *item = &o->items[at];
	const struct grams *grams = t->options.spellings ? t->forms : t->grams;
	const struct vocab *v = ordering_shown(t);
	struct str last = vocab_word(v, o->last[(uint32_t)item->key]);
	int length = (int)item->length;
	uint32_t number = item->number;

	o->text.n = 0;
	if (length > 1) {
		ordering_put(t, grams, length - 1,
		    o->prefixes[length - 1][item->key >> 32], &o->text);
		buf_put(&o->text, t->options.glue.s, t->options.glue.n);
	}
	buf_put(&o->text, last.s, last.n);
	*e = (struct entry){.word = buf_str(&o->text), .count = item->count};
	if (t->grams[length].spreads.what == 0)
		return;
	if (t->options.spellings)
		number = t->forms[length].owners[number];
	spread_entry(&t->grams[length].spreads, number, e);
}
