/* SPDX-License-Identifier: MIT */
#include "text/count/ordering.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/rank.h"
#include "text/count/gramorder.h"
#include "text/count/sequence.h"

enum { SOON = 16 }; /* rows whose memory is asked for before they are read */

void
ordering_put(const struct tally *t, const struct grams *grams, int length,
    uint32_t number, struct buf *b)
{
	const struct vocab *v = grams == t->forms ? &t->surface : ordering_heads(t);
	uint32_t words[GRAM_MOST];

	for (int k = length; k > 1; k--) {
		words[k - 1] = grams[k].words[number];
		number = grams[k].prefixes[number];
	}
	words[0] = number;
	for (int i = 0; i < length; i++) {
		struct str word = vocab_word(v, words[i]);

		if (i > 0)
			buf_put(b, t->options.glue.s, t->options.glue.n);
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
		if (!t->options.spellings)
			continue;
		grams_extend(f, f->n + 1);
		f->counts[f->n - 1] = slot->count;
		f->owners[f->n - 1] = head;
	}
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
		    str_order(form, best[head]) < 0)) {
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

		if (slot.count > 0 && o->order.keeps(map_key(&slot), slot.count,
		    o->order.ctx))
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
	if (t->options.spellings)
		map_spellings(t, o);
	m = o->words;
	map_pack(m, any, NULL);
	number_slots(t, o);
	keep_slots(o);
	if (!o->order.by_word || o->order.wanted < m->used)
		rank_counts(m, o->order.wanted);
	if (o->order.wanted < m->used)
		m->used = (size_t)o->order.wanted;
	if (o->order.by_word)
		rank_keys(m);
	o->n = m->used;
}

/* ---- words or n-grams ---- */

/* Whether the order of n-grams is that of their words. */
static bool
glue_is_clear(const struct tally *t)
{
	const struct vocab *v = ordering_shown(t);

	if (t->options.most_gram == 1 || str_eq(t->options.glue, STR(" ")))
		return true;
	return t->options.glue.n == 1 &&
	    t->options.least_gram == t->options.most_gram &&
	    (v->keys.n == 0 ||
	    memchr(v->keys.s, *t->options.glue.s, v->keys.n) == NULL);
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
	o->order = *order;
	for (int k = 2; k <= t->options.most_gram; k++)
		grams_settle(&t->grams[k]);
	if (t->options.most_gram == 1)
		order_words(t, o);
	else
		gramorder_sort(t, o);
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

bool
tally_next(struct tally *t, struct entry *e)
{
	struct ordering *o = t->order;
	size_t at = o->order.reverse ? o->n - 1 - o->next : o->next;

	if (o->next == o->n)
		return false;
	o->next++;
	if (o->items != NULL) {
		gramorder_entry(t, o, at, e);
		return true;
	}
	if (o->n - o->next > SOON)
		reach(&o->words->slots[o->order.reverse ? at - SOON
		    : at + SOON]);
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
