/* SPDX-License-Identifier: MIT */
#include "text/count/tally.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/rank.h"
#include "text/count/fastcount.h"
#include "text/words/word.h"
#include "text/words/wordform.h"

enum { SOON = 16 }; /* words */

/* What the map keeps beside a count, as far as a column needs it. */
struct extra {
	struct fastcount_seen seen;
	uint64_t here;              /* times in the last: not in `parts` yet */
	uint64_t in_parts;          /* the last document that is in them */
	struct buf parts;
	uint64_t place;             /* the last one */
	struct buf places;
};

/* The words of the line so far, as they are counted and as they are shown. */
struct gram {
	struct buf key, shown, composite;
	/* Where the last words begin. */
	size_t keys[GRAM_MOST], shows[GRAM_MOST];
	int n;
};

static size_t
extra_bytes(const struct tally_options *o)
{
	if (o->places)
		return sizeof(struct extra);
	if (o->parts)
		return offsetof(struct extra, place);
	return o->docs ? offsetof(struct extra, here) : 0;
}

void
tally_open(struct tally *t, const struct tally_options *o)
{
	*t = (struct tally){.o = *o};
	t->counts = map_open(extra_bytes(o));
	t->forms = map_open(0);
	t->sizes = map_open(0);
	/* A quarter to sort in; another while pieces are added up. */
	t->pieces = extsort_open(o->memory / 4);
	t->gram = mem_alloc(1, sizeof *t->gram);
}

static void
put_part(struct extra *x)
{
	if (x->here == 0)
		return;
	varint_put(&x->parts, x->seen.last - x->in_parts);
	varint_put(&x->parts, x->here);
	x->in_parts = x->seen.last;
	x->here = 0;
}

/* The document's key in `sizes`. */
static struct str
document_key(const uint64_t *doc)
{
	return (struct str){(const char *)doc, sizeof *doc};
}

/* The document at hand has that many words more. */
static void
add_size(struct tally *t, uint64_t words)
{
	map_at(&t->sizes, document_key(&t->doc))->count += words;
}

uint64_t
tally_size(const struct tally *t, uint64_t doc)
{
	const struct map_slot *slot = map_find(&t->sizes, document_key(&doc));

	return slot == NULL ? 0 : slot->count;
}

/* The word of this slot came `times` more in the document at hand. */
static void
note_document(struct tally *t, struct extra *x, uint64_t times)
{
	if (t->o.parts && x->seen.last != t->doc) {
		size_t before = x->parts.cap;

		put_part(x);
		t->beside += x->parts.cap - before;
	}
	fastcount_see(&x->seen, t->doc);
	if (t->o.parts) {
		x->here += times;
		add_size(t, times);
	}
}

static void
note(struct tally *t, const struct map_slot *slot)
{
	struct extra *x = map_extra(&t->counts, slot);

	note_document(t, x, 1);
	if (t->o.places) {
		size_t before = x->places.cap;

		varint_put(&x->places, t->words - x->place);
		x->place = t->words;
		t->beside += x->places.cap - before;
	}
}

static struct entry
entry_of(struct tally *t, const struct map_slot *slot)
{
	struct entry e = {.word = map_key(slot), .count = slot->count};
	struct extra *x;

	if (t->counts.extra == 0)
		return e;
	x = map_extra(&t->counts, slot);
	e.docs = x->seen.docs;
	e.first = x->seen.first;
	e.last = x->seen.last;
	if (t->o.parts) {
		put_part(x);
		e.parts = buf_str(&x->parts);
	}
	if (t->o.places)
		e.places = buf_str(&x->places);
	return e;
}

static void
free_extras(struct tally *t)
{
	if (t->counts.extras == NULL || (!t->o.parts && !t->o.places))
		return;
	for (size_t at = 0; at <= t->counts.mask; at++) {
		struct extra *x = (struct extra *)(t->counts.extras +
		    at * t->counts.extra);

		buf_free(&x->parts);
		if (t->o.places)
			buf_free(&x->places);
	}
}

/* Empty the maps into `pieces`. */
static void
pour(struct tally *t)
{
	const struct map_slot *slot = NULL;

	while ((slot = map_next(&t->counts, slot)) != NULL) {
		struct entry e = entry_of(t, slot);

		entry_put(&t->pieces, &e, t->poured);
	}
	while ((slot = map_next(&t->forms, slot)) != NULL) {
		struct str key = map_key(slot);
		size_t n = strlen(key.s);

		entry_put_form(&t->pieces, (struct str){key.s, n},
		    (struct str){key.s + n + 1, key.n - n - 1}, slot->count);
	}
	free_extras(t);
	map_clear(&t->counts);
	map_clear(&t->forms);
	t->beside = 0;
	t->poured++;
}

/* Bytes of text counted at once where memory is bounded, and words in them. */
enum { STRETCH = 1024, STRETCH_WORDS = STRETCH / 2 + 1 };

/*
 * Half the memory is for the maps, while they grow too; an eighth for what
 * lies outside their slots.  A map that outgrew its share would stay large.
 */
static void
pour_when_full(struct tally *t)
{
	size_t half = t->o.memory / 2;

	if (t->o.spellings)
		half /= 2;
	if (map_bytes(&t->counts) + map_bytes(&t->forms) + t->beside >
	    t->o.memory / 8 * 5 ||
	    map_bytes_with(&t->counts, STRETCH_WORDS) > half ||
	    map_bytes_with(&t->forms, STRETCH_WORDS) > half)
		pour(t);
}

static void
count(struct tally *t, struct str key, struct str shown)
{
	struct map_slot *slot = map_at(&t->counts, key);
	struct buf *both = &t->gram->composite;

	slot->count++;
	t->words++;
	if (t->counts.extra > 0)
		note(t, slot);
	if (t->o.spellings) {
		both->n = 0;
		buf_put(both, key.s, key.n);
		buf_putc(both, '\0');
		buf_put(both, shown.s, shown.n);
		map_at(&t->forms, buf_str(both))->count++;
	}
	if (t->o.memory > 0)
		pour_when_full(t);
}

static void
forget_line(struct gram *g)
{
	g->n = 0;
	g->key.n = g->shown.n = 0;
}

/* Drop what is before the words that are still wanted. */
static void
forget_first(struct buf *b, size_t *starts, int n)
{
	size_t gone = starts[0];

	memmove(b->s, b->s + gone, b->n - gone);
	b->n -= gone;
	for (int i = 0; i < n; i++)
		starts[i] -= gone;
}

/* Where a word behind the glue begins. */
static size_t
put_glue(struct tally *t, struct buf *b)
{
	if (t->gram->n > 0)
		buf_put(b, t->o.glue.s, t->o.glue.n);
	return b->n;
}

static struct str
from(const struct buf *b, size_t start)
{
	return (struct str){b->s + start, b->n - start};
}

static void
add_word(struct tally *t, struct str word)
{
	struct gram *g = t->gram;
	int last = g->n;

	g->keys[last] = put_glue(t, &g->key);
	wordform_put(&g->key, word, t->o.form);
	/* What is not counted makes no neighbors of what is. */
	if (t->o.pick != NULL &&
	    !wordfilter_takes(t->o.pick, from(&g->key, g->keys[last]))) {
		forget_line(g);
		return;
	}
	if (t->o.stem != NULL)
		stem_last(t->o.stem, &g->key, g->keys[last]);
	if (t->o.spellings) {
		g->shows[last] = put_glue(t, &g->shown);
		wordform_put(&g->shown, word, t->o.form & ~(unsigned)NORM_FOLD);
	}
	if (++g->n < t->o.gram)
		return;
	count(t, from(&g->key, g->keys[0]),
	    t->o.spellings ? from(&g->shown, g->shows[0]) : STR(""));
	memmove(g->keys, g->keys + 1, (size_t)last * sizeof *g->keys);
	memmove(g->shows, g->shows + 1, (size_t)last * sizeof *g->shows);
	g->n--;
	if (g->n == 0) {
		forget_line(g);
	} else if (g->key.n > SOURCE_WINDOW) {
		forget_first(&g->key, g->keys, g->n);
		if (t->o.spellings)
			forget_first(&g->shown, g->shows, g->n);
	}
}

static void
end_line(struct tally *t)
{
	forget_line(t->gram);
	if (t->o.lines)
		t->doc++;
}

/* Only the count of each word matters, and in which file. */
static bool
is_plain(const struct tally_options *o)
{
	return o->gram == 1 && !o->spellings && o->pick == NULL &&
	    o->stem == NULL && !o->parts && !o->places &&
	    !(o->docs && o->lines) &&
	    (o->rules == NULL ||
	    (o->rules->set & ~(unsigned)(WORD_JOINS | WORD_DICTIONARY)) == 0);
}

/* Count what is plain to see, before one more segment is looked at. */
static void
count_quickly(struct tally *t, struct fastcount *q, struct words *w)
{
	struct source *in = w->in;
	const char *at = in->at, *end, *stop;

	if (in->end - at <= FASTCOUNT_AHEAD)
		return;
	for (end = in->end - FASTCOUNT_AHEAD; at < end;) {
		stop = t->o.memory > 0 && end - at > STRETCH ? at + STRETCH
		    : end;
		q->last = at > in->at ? (unsigned char)at[-1] : w->last;
		at = fastcount_count(q, at, stop);
		if (t->o.memory > 0) {
			fastcount_end(q);
			pour_when_full(t);
		}
		if (at < stop)
			break;
	}
	words_skip(w, (size_t)(at - in->at));
}

void
tally_text(struct source *in, struct sink *unused, void *ctx)
{
	struct tally *t = ctx;
	struct words words = words_in(in, t->o.rules);
	struct segment s;
	unsigned rules = t->o.rules != NULL ? t->o.rules->set : 0;
	struct fastcount quick = {.map = &t->counts, .form = t->o.form,
	    .turkic = t->o.form & WORDFORM_TURKIC,
	    .unspaced = rules & WORD_DICTIONARY, .careful = rules & WORD_JOINS,
	    .elision = rules & WORD_ELISION};
	bool plain = is_plain(&t->o);

	(void)unused;
	quick.doc = ++t->doc;
	for (;;) {
		if (plain && words.next == words.cut)
			count_quickly(t, &quick, &words);
		if (!word_next(&words, &s))
			break;
		if (s.word)
			add_word(t, s.text);
		else if (word_is_line_end(&s))
			end_line(t);
	}
	fastcount_end(&quick);
	t->words += quick.words;
	forget_line(t->gram);
}

/* Memory is slow: ask for a key's slot some keys before it is looked into. */
static void
absorb(struct map *m, struct map *other)
{
	const struct map_slot *slot = NULL, *ahead = NULL;

	for (int i = 0; i < FASTCOUNT_PENDING; i++)
		if ((ahead = map_next(other, ahead)) != NULL)
			map_reach_key(m, map_key(ahead));
		else
			break;
	while ((slot = map_next(other, slot)) != NULL) {
		if (ahead != NULL &&
		    (ahead = map_next(other, ahead)) != NULL)
			map_reach_key(m, map_key(ahead));
		map_at(m, map_key(slot))->count += slot->count;
	}
	map_free(other);
}

void
tally_absorb(struct tally *t, struct tally *other)
{
	absorb(&t->counts, &other->counts);
	absorb(&t->forms, &other->forms);
	t->words += other->words;
}

/* A document of a table has its number behind those of the tables before. */
static void
add_parts(struct tally *t, struct extra *x, const struct entry *e)
{
	struct str parts = e->parts;
	uint64_t step, times, base = t->doc;

	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		t->doc += step;
		note_document(t, x, times);
	}
	if (t->doc - base > t->in_table)
		t->in_table = t->doc - base;
	t->doc = base;
}

/* A word's second row in one table must go on behind the documents of the
 * first. */
static bool
are_new(const struct tally *t, const struct extra *x, struct str parts)
{
	uint64_t step = 0;

	varint_take(&parts, &step);
	return t->doc + step > x->seen.last;
}

bool
tally_add(struct tally *t, const struct entry *e)
{
	struct map_slot *slot;
	struct extra *x;

	if (e->count > UINT64_MAX - t->words)
		return false;
	if (t->o.pick != NULL && !wordfilter_takes(t->o.pick, e->word))
		return true;
	slot = map_at(&t->counts, e->word);
	x = t->counts.extra > 0 ? map_extra(&t->counts, slot) : NULL;
	if (t->o.parts && !are_new(t, x, e->parts))
		return false;
	slot->count += e->count;
	t->words += e->count;
	if (t->o.parts)
		add_parts(t, x, e);
	else if (t->o.docs)
		x->seen.docs += e->docs;
	if (t->o.memory > 0)
		pour_when_full(t);
	return true;
}

void
tally_table_ends(struct tally *t)
{
	t->doc += t->in_table;
	t->in_table = 0;
}

bool
tally_can_rank(const struct tally *t)
{
	return t->poured == 0 && !t->o.spellings && map_can_pack(&t->counts);
}

void
tally_rank(struct tally *t, const struct tally_order *o)
{
	struct map *m = &t->counts;

	t->order = *o;
	map_pack(m, o->keeps, o->ctx);
	if (!o->by_word || o->wanted < m->used)
		rank_counts(m, o->wanted);
	if (o->wanted < m->used)
		m->used = o->wanted;
	if (o->by_word)
		rank_keys(m);
}

/* Ask for what lies outside the slot. */
static void
reach(const struct map *m, const struct map_slot *slot)
{
	if (slot->n > MAP_INLINE)
		__builtin_prefetch(slot->key.far.s);
	if (m->extra > 0)
		__builtin_prefetch(map_extra(m, slot));
}

static const struct map_slot *
ranked(const struct tally *t, size_t at)
{
	const struct map *m = &t->counts;

	return &m->slots[t->order.reverse ? m->used - 1 - at : at];
}

bool
tally_next(struct tally *t, struct entry *e)
{
	const struct map *m = &t->counts;

	if (t->next == m->used)
		return false;
	if (m->used - t->next > SOON)
		reach(m, ranked(t, t->next + SOON));
	*e = entry_of(t, ranked(t, t->next++));
	return true;
}

void
tally_each(struct tally *t, tally_each_fn *each, void *ctx)
{
	struct entries es = {.from = &t->pieces};
	struct entry e;

	pour(t);
	map_free(&t->counts);
	map_free(&t->forms);
	while (entry_next(&es, &e))
		each(&e, ctx);
	entries_free(&es);
}

void
tally_free(struct tally *t)
{
	free_extras(t);
	map_free(&t->counts);
	map_free(&t->forms);
	extsort_free(&t->pieces);
	map_free(&t->sizes);
	buf_free(&t->gram->key);
	buf_free(&t->gram->shown);
	buf_free(&t->gram->composite);
	free(t->gram);
}
