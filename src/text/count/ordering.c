/* SPDX-License-Identifier: MIT */
#include "text/count/ordering.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/rank.h"
#include "text/count/sequence.h"

enum { SOON = 16 }; /* rows whose memory is asked for before they are read */

/* An n-gram to be shown: of t->grams, or, with spellings, of t->forms. */
struct item {
	/* The rank of its prefix, then that of its last word; of one word, its
	 * rank: the order of texts.  Ranks, not numbers, since rows next to
	 * each other then look at memory next to each other. */
	uint64_t key;
	uint64_t count;
	uint32_t number;
	uint32_t length;
};

struct ordering {
	struct tally_order o;
	size_t n, next;
	/* Words. */
	struct map *words;
	struct map own;       /* by spelling; `words`, where there are any */
	bool numbered;        /* a slot's hash is the number of its word */
	/* N-grams. */
	struct item *items;   /* NULL: words */
	uint32_t *prefixes[GRAM_MOST + 1]; /* of a length, by rank */
	uint32_t *last;       /* last words, by rank */
	struct buf text;
};

static const struct vocab *
heads_of(const struct tally *t)
{
	return t->mapped ? &t->heads : &t->surface;
}

void
ordering_put(const struct tally *t, const struct grams *grams, int length,
    uint32_t number, struct buf *b)
{
	const struct vocab *v = grams == t->forms ? &t->surface : heads_of(t);
	uint32_t words[GRAM_MOST];

	for (int k = length; k > 1; k--) {
		words[k - 1] = grams[k].words[number];
		number = grams[k].prefixes[number];
	}
	words[0] = number;
	for (int i = 0; i < length; i++) {
		struct str word = vocab_word(v, words[i]);

		if (i > 0)
			buf_put(b, t->o.glue.s, t->o.glue.n);
		buf_put(b, word.s, word.n);
	}
}

/* ---- words ---- */

/* Words that were counted at once: add them up by headword. */
static void
count_heads(struct tally *t)
{
	const struct map_slot *slot = NULL;
	struct grams *g = &t->grams[1], *f = &t->forms[1];

	t->words = 0;
	while ((slot = map_next(&t->surface.map, slot)) != NULL) {
		uint32_t head;

		if (!sequence_head(t, map_key(slot)))
			continue;
		head = vocab_at(&t->heads, buf_str(&t->key));
		grams_extend(g, t->heads.n);
		g->counts[head] += slot->count;
		t->words += slot->count;
		if (!t->o.spellings)
			continue;
		grams_extend(f, f->n + 1);
		f->counts[f->n - 1] = slot->count;
		f->owners[f->n - 1] = head;
	}
}

static bool
is_before(struct str a, struct str b)
{
	int order = memcmp(a.s, b.s, a.n < b.n ? a.n : b.n);

	return order != 0 ? order < 0 : a.n < b.n;
}

/* The most frequent spelling of each word; of equals the first in order. */
static struct str *
spellings(const struct tally *t)
{
	const struct grams *g = &t->grams[1], *f = &t->forms[1];
	struct str *best = mem_alloc((size_t)g->n + 1, sizeof *best);
	uint64_t *most = mem_alloc((size_t)g->n + 1, sizeof *most);
	const struct map_slot *slot = NULL;
	uint32_t next = 0;

	while ((slot = map_next(&t->surface.map, slot)) != NULL) {
		struct str form = map_key(slot);
		uint32_t i = t->in_sequence ? (uint32_t)(slot->count - 1)
		    : next, head;

		if (!t->in_sequence && !sequence_head((struct tally *)t, form))
			continue;
		next++;
		if (i >= f->n || f->counts[i] == 0)
			continue;
		head = f->owners[i];
		if (f->counts[i] > most[head] || (f->counts[i] == most[head] &&
		    is_before(form, best[head]))) {
			most[head] = f->counts[i];
			best[head] = form;
		}
	}
	free(most);
	return best;
}

static void
map_spellings(const struct tally *t, struct ordering *o)
{
	struct str *best = spellings(t);

	o->own = map_open(0);
	o->words = &o->own;
	for (uint32_t i = 0; i < t->grams[1].n; i++)
		if (best[i].n > 0)
			map_at(&o->own, best[i])->count = (uint64_t)i + 1;
	free(best);
}

static bool
any(const struct map_slot *slot, void *ctx)
{
	(void)slot;
	(void)ctx;
	return true;
}

/* A packed slot's count is a number: the count takes its place. */
static void
number_slots(const struct tally *t, struct ordering *o)
{
	struct map *m = o->words;
	const struct grams *g = &t->grams[1];

	for (size_t i = 0; o->numbered && i < m->used; i++) {
		struct map_slot *slot = &m->slots[i];
		uint32_t number = (uint32_t)(slot->count - 1);

		slot->hash = number;
		slot->count = number < g->n ? g->counts[number] : 0;
	}
}

static void
keep_slots(struct ordering *o)
{
	struct map *m = o->words;
	size_t n = 0;

	for (size_t i = 0; i < m->used; i++) {
		struct map_slot slot = m->slots[i];

		if (slot.count > 0 && o->o.keeps(map_key(&slot), slot.count,
		    o->o.ctx))
			m->slots[n++] = slot;
	}
	m->used = n;
}

static void
order_words(struct tally *t, struct ordering *o)
{
	struct map *m;

	o->numbered = t->in_sequence || t->mapped;
	if (!t->in_sequence && t->mapped)
		count_heads(t);
	o->words = t->mapped ? &t->heads.map : &t->surface.map;
	if (t->o.spellings)
		map_spellings(t, o);
	m = o->words;
	map_pack(m, any, NULL);
	number_slots(t, o);
	keep_slots(o);
	if (!o->o.by_word || o->o.wanted < m->used)
		rank_counts(m, o->o.wanted);
	if (o->o.wanted < m->used)
		m->used = (size_t)o->o.wanted;
	if (o->o.by_word)
		rank_keys(m);
	o->n = m->used;
}

/* ---- n-grams ---- */

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
	if (t->o.spellings)
		number = t->forms[length].owners[number];
	return t->grams[length].counts[number];
}

/* All n-grams of a length in the order of their words' ranks. */
static struct item *
sort_length(const struct tally *t, const struct grams *g, int length,
    const uint32_t *prefixes, const uint32_t *words)
{
	struct item *items = mem_alloc((size_t)g->n + 1, sizeof *items);
	bool shown = length >= t->o.least_gram;

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
		    o->o.keeps(STR(""), items[i].count, o->o.ctx))
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
		    &items[b], words, o->o.by_word)))
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
	size_t wanted = (size_t)o->o.wanted, n = 0;
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

static void
order_grams(struct tally *t, struct ordering *o)
{
	const struct grams *grams = t->o.spellings ? t->forms : t->grams;
	const struct vocab *v = t->o.spellings ? &t->surface : heads_of(t);
	uint32_t *last = rank_words(v, STR("")), *inner = last;
	uint32_t *prefixes = NULL;

	o->last = inverse(last, v->n);
	/* No word has a byte as low as a space: it makes no difference. */
	if (!str_eq(t->o.glue, STR(" ")))
		inner = rank_words(v, t->o.glue);
	for (int k = 1; k <= t->o.most_gram; k++) {
		uint32_t *before = prefixes;
		struct item *items;
		size_t n = grams[k].n;

		if (k >= t->o.least_gram) {
			items = sort_length(t, &grams[k], k, prefixes, last);
			if (t->o.spellings)
				n = keep_spellings(t, k, items);
			n = keep_items(o, items, n);
			if (!o->o.by_word)
				sort_by_count(items, n);
			merge_items(grams, o, items, n, last);
		}
		if (k < t->o.most_gram) {
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
	if (o->o.wanted < o->n) {
		if (o->o.by_word)
			keep_wanted(o);
		else
			o->n = (size_t)o->o.wanted;
	}
}

/* ---- the whole ---- */

/* Whether the order of n-grams is that of their words. */
static bool
glue_is_clear(const struct tally *t)
{
	const struct vocab *v = t->o.spellings ? &t->surface : heads_of(t);

	if (t->o.most_gram == 1 || str_eq(t->o.glue, STR(" ")))
		return true;
	return t->o.glue.n == 1 && t->o.least_gram == t->o.most_gram &&
	    (v->keys.n == 0 ||
	    memchr(v->keys.s, *t->o.glue.s, v->keys.n) == NULL);
}

bool
tally_can_rank(const struct tally *t)
{
	return t->poured == 0 && map_can_pack(&t->surface.map) &&
	    (t->heads.map.slots == NULL || map_can_pack(&t->heads.map)) &&
	    glue_is_clear(t);
}

void
tally_rank(struct tally *t, const struct tally_order *order)
{
	struct ordering *o = mem_alloc(1, sizeof *o);

	t->order = o;
	o->o = *order;
	for (int k = 2; k <= t->o.most_gram; k++)
		grams_settle(&t->grams[k]);
	if (t->o.most_gram == 1)
		order_words(t, o);
	else
		order_grams(t, o);
}

/* Ask for what lies outside the slot. */
static void
reach(const struct map_slot *slot)
{
	if (slot->n > MAP_INLINE)
		__builtin_prefetch(slot->key.far.s);
}

static bool
next_word(struct tally *t, struct ordering *o, size_t at, struct entry *e)
{
	const struct map_slot *slot = &o->words->slots[at];

	*e = (struct entry){.word = map_key(slot), .count = slot->count};
	if (o->numbered)
		spread_entry(&t->grams[1].spreads, slot->hash, e);
	return true;
}

static bool
next_gram(struct tally *t, struct ordering *o, size_t at, struct entry *e)
{
	const struct item *item = &o->items[at];
	const struct grams *grams = t->o.spellings ? t->forms : t->grams;
	const struct vocab *v = t->o.spellings ? &t->surface : heads_of(t);
	struct str last = vocab_word(v, o->last[(uint32_t)item->key]);
	int length = (int)item->length;
	uint32_t number = item->number;

	o->text.n = 0;
	if (length > 1) {
		ordering_put(t, grams, length - 1,
		    o->prefixes[length - 1][item->key >> 32], &o->text);
		buf_put(&o->text, t->o.glue.s, t->o.glue.n);
	}
	buf_put(&o->text, last.s, last.n);
	*e = (struct entry){.word = buf_str(&o->text), .count = item->count};
	if (t->grams[length].spreads.what == 0)
		return true;
	if (t->o.spellings)
		number = t->forms[length].owners[number];
	spread_entry(&t->grams[length].spreads, number, e);
	return true;
}

bool
tally_next(struct tally *t, struct entry *e)
{
	struct ordering *o = t->order;
	size_t at = o->o.reverse ? o->n - 1 - o->next : o->next;

	if (o->next == o->n)
		return false;
	o->next++;
	if (o->items != NULL)
		return next_gram(t, o, at, e);
	if (o->n - o->next > SOON)
		reach(&o->words->slots[o->o.reverse ? at - SOON : at + SOON]);
	return next_word(t, o, at, e);
}

void
ordering_free(struct tally *t)
{
	struct ordering *o = t->order;

	if (o == NULL)
		return;
	if (o->words == &o->own)
		map_free(&o->own);
	for (int k = 0; k <= GRAM_MOST; k++)
		free(o->prefixes[k]);
	free(o->last);
	free(o->items);
	buf_free(&o->text);
	free(o);
	t->order = NULL;
}
