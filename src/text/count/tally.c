/* SPDX-License-Identifier: MIT */
#include "text/count/tally.h"

#include <stdlib.h>

#include "base/complain.h"
#include "base/mem.h"
#include "text/count/fastcount.h"
#include "text/count/ordering.h"
#include "text/count/sequence.h"

enum {
	BATCH = 4096,      /* words counted in one go, as a sequence */
	SMALL_BATCH = 256, /* the same, where memory is bounded */
	STRETCH = 1024,    /* bytes of text in one go, where it is bounded */
	STRETCH_WORDS = STRETCH / 2 + 1
};

static unsigned
spread_of(const struct tally_options *o)
{
	return (o->docs || o->parts ? SPREAD_DOCS : 0) |
	    (o->parts ? SPREAD_PARTS : 0) | (o->places ? SPREAD_PLACES : 0);
}

static void
open_grams(struct tally *t)
{
	for (int k = 1; k <= t->options.most_gram; k++) {
		t->grams[k] = grams_open(k > 1, false, spread_of(&t->options));
		if (t->options.spellings)
			t->forms[k] = grams_open(k > 1, true, 0);
	}
}

static void
open_headwords(struct tally *t)
{
	const struct tally_options *o = &t->options;

	t->head = (struct headword){.form = o->form, .lemmas = o->lemmas};
	if (o->stem != NULL && (t->head.stem = stem_open(o->stem)) == NULL)
		die("--stem %s: no such language", o->stem);
	t->mapped = o->spellings || headword_differs(&t->head);
	if (t->mapped)
		t->heads = vocab_open();
	/* Its lists are shared, its scratch is not. */
	if (o->pick != NULL)
		t->pick = wordfilter_share(o->pick);
}

void
tally_open(struct tally *t, const struct tally_options *o)
{
	*t = (struct tally){.options = *o, .surface = vocab_open(),
	    .sizes = map_open(0)};
	if (t->options.most_gram < 1)
		t->options.most_gram = 1;
	if (t->options.least_gram < 1)
		t->options.least_gram = t->options.most_gram;
	t->in_sequence = t->options.most_gram > 1 || o->docs || o->parts ||
	    o->places || o->window || o->growth > 0;
	open_headwords(t);
	open_grams(t);
	if (o->window)
		t->window = window_open();
	sequence_end(t);
	/* A quarter to sort in; another while pieces are added up. */
	t->pieces = extsort_open(o->memory / 4);
}

/* ---- pouring: from memory that is full into sorted pieces ---- */

static void
pour_spelling(struct tally *t, struct str head, struct str form,
    uint64_t count)
{
	if (count > 0)
		entry_put_form(&t->pieces, head, form, count);
}

/* Words that were counted at once, each with its headword. */
static void
pour_counts(struct tally *t)
{
	const struct map_slot *slot = NULL;

	while ((slot = map_next(&t->surface.map, slot)) != NULL) {
		struct entry e = {.word = map_key(slot), .count = slot->count};
		struct str shown = e.word;

		if (t->mapped || t->options.pick != NULL) {
			if (!sequence_head(t, shown))
				continue;
			e.word = buf_str(&t->key);
		}
		entry_put(&t->pieces, &e, t->poured);
		if (t->options.spellings)
			pour_spelling(t, e.word, shown, e.count);
	}
}

static void
pour_grams(struct tally *t, int length)
{
	struct grams *g = &t->grams[length], *f = &t->forms[length];
	struct buf word = {0};

	grams_settle(g);
	for (uint32_t i = 0; i < g->n; i++) {
		struct entry e = {.count = g->counts[i]};

		if (e.count == 0)
			continue;
		word.n = 0;
		ordering_put(t, t->grams, length, i, &word);
		e.word = buf_str(&word);
		spread_entry(&g->spreads, i, &e);
		entry_put(&t->pieces, &e, t->poured);
	}
	for (uint32_t i = 0; t->options.spellings && i < f->n; i++) {
		size_t n;

		if (f->counts[i] == 0)
			continue;
		word.n = 0;
		ordering_put(t, t->grams, length, f->owners[i], &word);
		n = word.n;
		ordering_put(t, t->forms, length, i, &word);
		pour_spelling(t, (struct str){word.s, n},
		    (struct str){word.s + n, word.n - n}, f->counts[i]);
	}
	buf_free(&word);
}

static void
clear(struct tally *t)
{
	vocab_clear(&t->surface);
	if (t->mapped)
		vocab_clear(&t->heads);
	t->settled = 0;
	for (int k = 1; k <= t->options.most_gram; k++) {
		grams_clear(&t->grams[k]);
		if (t->options.spellings)
			grams_clear(&t->forms[k]);
	}
}

static void
pour(struct tally *t)
{
	struct recent *recent = NULL;

	if (t->in_sequence) {
		for (int k = t->options.least_gram;
		    k <= t->options.most_gram; k++)
			pour_grams(t, k);
		recent = sequence_keep(t);
	} else {
		pour_counts(t);
	}
	clear(t);
	if (recent != NULL)
		sequence_restore(t, recent);
	t->poured++;
}

static size_t
bytes(const struct tally *t, size_t words)
{
	size_t n = map_bytes_with(&t->surface.map, words) +
	    t->surface.keys.cap + t->room * sizeof *t->targets;

	if (t->mapped && t->in_sequence)
		n += vocab_bytes(&t->heads);
	for (int k = 1; t->in_sequence && k <= t->options.most_gram; k++) {
		n += grams_bytes_with(&t->grams[k], words);
		if (t->options.spellings)
			n += grams_bytes_with(&t->forms[k], words);
	}
	return n;
}

/* Half the memory is for what grows here; tables that grow are there twice. */
static void
pour_when_full(struct tally *t)
{
	if (bytes(t, t->in_sequence ? SMALL_BATCH : STRETCH_WORDS) >
	    t->options.memory / 8 * 5)
		pour(t);
}

/* ---- reading ---- */

struct reader {
	struct tally *t;
	struct words words;
	struct fastcount fast;
	bool can_be_fast;   /* the fast path knows the rules and the form */
	unsigned form;      /* in which words are first counted */
	size_t batch;
	struct buf word;
	uint32_t numbers[BATCH];
};

/* The form of words as they are first counted. */
static unsigned
surface_form(const struct tally_options *o)
{
	unsigned form = o->form & ~(unsigned)WORDFORM_BARE;

	return o->spellings
	    ? (form & NORM_KC) | WORDFORM_AS_WRITTEN : form;
}

static void
open_reader(struct reader *r, struct tally *t, struct source *in)
{
	const struct tally_options *o = &t->options;
	unsigned set = o->rules != NULL ? o->rules->set : 0;

	r->t = t;
	r->words = words_in(in, o->rules);
	r->form = surface_form(o);
	r->batch = o->memory > 0 ? SMALL_BATCH : BATCH;
	r->word = (struct buf){0};
	r->can_be_fast =
	    (set & ~(unsigned)(WORD_JOINS | WORD_DICTIONARY)) == 0;
	r->fast = (struct fastcount){.vocab = &t->surface,
	    .form = r->form & (NORM_KC | NORM_FOLD),
	    .as_written = o->spellings, .turkic = r->form & WORDFORM_TURKIC,
	    .rules = o->rules, .unspaced = set & WORD_DICTIONARY, .careful = set & WORD_JOINS,
	    .elision = set & WORD_ELISION};
	if (!t->in_sequence)
		return;
	r->fast.numbers = r->numbers;
	r->fast.room = r->batch;
	r->fast.lines = o->lines || o->within != WITHIN_DOCUMENT;
	r->fast.clauses = o->within == WITHIN_CLAUSE;
}

/* Count the words that were numbered. */
static void
count_batch(struct reader *r)
{
	fastcount_end(&r->fast);
	sequence_put(r->t, r->numbers, r->fast.n);
	r->fast.n = 0;
	if (r->t->options.memory > 0)
		pour_when_full(r->t);
}

/* Count by the fast path, as far as it goes. */
static void
count_fast(struct reader *r)
{
	struct fastcount *q = &r->fast;
	struct source *in = r->words.in;
	const char *at = in->at, *end, *stop;
	bool bounded = r->t->options.memory > 0 && !r->t->in_sequence;

	if (in->end - at <= FASTCOUNT_AHEAD)
		return;
	for (end = in->end - FASTCOUNT_AHEAD; at < end;) {
		stop = bounded && end - at > STRETCH ? at + STRETCH : end;
		q->last = at > in->at ? (unsigned char)at[-1] : r->words.last;
		at = fastcount_count(q, at, stop);
		if (bounded) {
			fastcount_end(q);
			pour_when_full(r->t);
		}
		if (q->numbers != NULL && q->n + FASTCOUNT_SPARE > q->room)
			count_batch(r);
		else if (at < stop)
			break;
	}
	words_skip(&r->words, (size_t)(at - in->at));
}

static void
count_word(struct reader *r, struct str text)
{
	struct vocab *v = &r->t->surface;

	r->word.n = 0;
	wordform_put(&r->word, text, r->form);
	if (r->t->in_sequence) {
		r->numbers[r->fast.n++] = vocab_at(v, buf_str(&r->word));
	} else {
		map_at(&v->map, buf_str(&r->word))->count++;
		r->fast.words++;
		if (r->t->options.memory > 0)
			pour_when_full(r->t);
	}
}

/* What is between words, where n-grams or documents end there. */
static void
pass_gap(struct reader *r, const struct segment *s)
{
	if (!r->t->in_sequence)
		return;
	if (word_is_line_end(s)) {
		if (r->fast.lines)
			r->numbers[r->fast.n++] = SEQUENCE_LINE;
	} else if (r->fast.clauses && word_ends_clause(s->text)) {
		r->numbers[r->fast.n++] = SEQUENCE_BREAK;
	}
}

void
tally_text(struct source *in, struct sink *unused, void *ctx)
{
	struct tally *t = ctx;
	struct reader *r = mem_alloc(1, sizeof *r);
	struct segment s;

	(void)unused;
	open_reader(r, t, in);
	t->doc++;
	for (;;) {
		if (r->can_be_fast && r->words.next == r->words.cut)
			count_fast(r);
		if (r->fast.n + FASTCOUNT_SPARE > r->batch)
			count_batch(r);
		if (!word_next(&r->words, &s))
			break;
		if (s.word)
			count_word(r, s.text);
		else
			pass_gap(r, &s);
	}
	fastcount_end(&r->fast);
	if (t->in_sequence) {
		count_batch(r);
		t->documents += !t->options.lines || t->in_doc > 0;
		sequence_end(t);
	} else {
		t->words += r->fast.words;
	}
	buf_free(&r->word);
	free(r);
}

/* ---- tables ---- */

static struct str
document_key(const uint64_t *doc)
{
	return (struct str){(const char *)doc, sizeof *doc};
}

uint64_t
tally_size(const struct tally *t, uint64_t doc)
{
	const struct map_slot *slot = map_find(&t->sizes, document_key(&doc));

	return slot == NULL ? 0 : slot->count;
}

/* A document of a table has its number behind those of the tables before. */
static void
add_parts(struct tally *t, uint32_t word, const struct entry *e)
{
	struct str parts = e->parts;
	uint64_t step, times, doc = t->doc;

	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		doc += step;
		spread_in(&t->grams[1].spreads, word, doc, times);
		map_at(&t->sizes, document_key(&doc))->count += times;
	}
	if (doc - t->doc > t->in_table)
		t->in_table = doc - t->doc;
}

/* A word's second row in one table must go on behind the documents of the
 * first. */
static bool
are_new(const struct tally *t, uint32_t word, struct str parts)
{
	uint64_t step = 0;

	varint_take(&parts, &step);
	return t->doc + step >
	    spread_at(&t->grams[1].spreads, word)->last;
}

static bool
add_numbered(struct tally *t, const struct entry *e)
{
	struct grams *g = &t->grams[1];
	uint32_t word = vocab_at(&t->surface, e->word);

	grams_extend(g, t->surface.n);
	if (t->options.parts && !are_new(t, word, e->parts))
		return false;
	g->counts[word] += e->count;
	if (t->options.parts)
		add_parts(t, word, e);
	else if (t->options.docs)
		spread_at(&g->spreads, word)->docs += e->docs;
	return true;
}

bool
tally_add(struct tally *t, const struct entry *e)
{
	if (e->count > UINT64_MAX - t->words)
		return false;
	if (t->options.pick != NULL && !wordfilter_takes(&t->pick, e->word))
		return true;
	if (!t->in_sequence)
		map_at(&t->surface.map, e->word)->count += e->count;
	else if (!add_numbered(t, e))
		return false;
	t->words += e->count;
	if (t->options.memory > 0)
		pour_when_full(t);
	return true;
}

void
tally_table_ends(struct tally *t)
{
	t->doc += t->in_table;
	t->documents = t->doc;
	t->in_table = 0;
}

static void
free_words(struct tally *t)
{
	for (int k = 0; k <= GRAM_MOST; k++) {
		grams_free(&t->grams[k]);
		grams_free(&t->forms[k]);
	}
	vocab_free(&t->surface);
	vocab_free(&t->heads);
	free(t->targets);
	t->targets = NULL;
}

void
tally_each(struct tally *t, tally_each_fn *each, void *ctx)
{
	struct entries es = {.from = &t->pieces};
	struct entry e;

	pour(t);
	free_words(t);
	while (entry_next(&es, &e))
		each(&e, ctx);
	entries_free(&es);
}

void
tally_free(struct tally *t)
{
	ordering_free(t);
	free_words(t);
	window_free(t->window);
	stem_free(t->head.stem);
	wordfilter_unshare(&t->pick);
	map_free(&t->sizes);
	extsort_free(&t->pieces);
	buf_free(&t->growth);
	buf_free(&t->key);
}
