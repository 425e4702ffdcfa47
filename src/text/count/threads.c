/* SPDX-License-Identifier: MIT */
#include "text/count/threads.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/complain.h"
#include "base/mem.h"
#include "text/count/fastcount.h"
#include "text/count/sequence.h"

enum { BLOCK = 256 * 1024 }; /* bytes of text, to the next line's end */

struct member {
	struct threads *crew;
	struct tally *tally;
	struct tally own; /* what `tally` is, but for the first member's */
	struct buf block;
	pthread_t thread;
};

struct threads {
	pthread_mutex_t lock;
	pthread_cond_t begin, done;
	struct source *in; /* read under the lock; NULL: wait */
	bool ends, started;
	int busy;          /* members other than the first that are counting */
	unsigned document;
	int n;
	struct member members[THREADS_MOST];
};

bool
threads_can(const struct tally_options *o)
{
	return !o->docs && !o->parts && !o->places && !o->window &&
	    o->growth == 0 && o->memory == 0 &&
	    o->within != WITHIN_DOCUMENT && !(WORDDICT && o->rules != NULL &&
	    (o->rules->set & WORD_DICTIONARY));
}

/* Just behind the last line end; 0 if there is none. */
static size_t
whole_lines(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] != '\n')
		n--;
	return n;
}

/* The next lines of the document into the block; false at its end. */
static bool
take_block(struct source *in, struct buf *block)
{
	block->n = 0;
	do {
		size_t have = (size_t)(in->end - in->at);
		size_t n = whole_lines(in->at, have);
		bool full = block->n + n >= BLOCK && n > 0;

		if (!full)
			n = have;
		buf_put(block, in->at, n);
		in->at += n;
		if (full)
			return true;
	} while (source_more(in));
	return block->n > 0;
}

static bool
take_in_turn(struct threads *c, struct buf *block)
{
	bool any;

	pthread_mutex_lock(&c->lock);
	any = c->in != NULL && take_block(c->in, block);
	pthread_mutex_unlock(&c->lock);
	return any;
}

static void
count_block(struct member *m)
{
	struct source block = source_over(buf_str(&m->block));

	tally_text(&block, NULL, m->tally);
}

static void *
work(void *member)
{
	struct member *m = member;
	struct threads *c = m->crew;
	unsigned document = 0;

	pthread_mutex_lock(&c->lock);
	for (;;) {
		while (!c->ends && c->document == document)
			pthread_cond_wait(&c->begin, &c->lock);
		if (c->ends)
			break;
		document = c->document;
		pthread_mutex_unlock(&c->lock);
		while (take_in_turn(c, &m->block))
			count_block(m);
		pthread_mutex_lock(&c->lock);
		if (--c->busy == 0)
			pthread_cond_signal(&c->done);
	}
	pthread_mutex_unlock(&c->lock);
	return NULL;
}

struct threads *
threads_open(struct tally *tally, int threads)
{
	struct threads *c = mem_alloc(1, sizeof *c);

	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->begin, NULL);
	pthread_cond_init(&c->done, NULL);
	c->n = threads;
	for (int i = 0; i < threads; i++) {
		struct member *m = &c->members[i];

		m->crew = c;
		m->tally = i == 0 ? tally : &m->own;
		if (i > 0)
			tally_open(&m->own, &tally->options);
	}
	return c;
}

void
threads_start(struct threads *c)
{
	c->started = true;
	for (int i = 1; i < c->n; i++)
		if (pthread_create(&c->members[i].thread, NULL, work,
		    &c->members[i]) != 0)
			die("threads:");
}

void
threads_text(struct source *in, struct sink *unused, void *ctx)
{
	struct threads *c = ctx;
	struct member *first = &c->members[0];
	bool more;

	(void)unused;
	more = take_block(in, &first->block);
	if (in->at == in->end && !source_more(in)) {
		if (more)
			count_block(first);
		return;
	}
	pthread_mutex_lock(&c->lock);
	c->in = in;
	c->document++;
	c->busy = c->n - 1;
	pthread_cond_broadcast(&c->begin);
	pthread_mutex_unlock(&c->lock);
	do
		count_block(first);
	while (take_in_turn(c, &first->block));
	pthread_mutex_lock(&c->lock);
	while (c->busy > 0)
		pthread_cond_wait(&c->done, &c->lock);
	c->in = NULL;
	pthread_mutex_unlock(&c->lock);
}

void
threads_close(struct threads *c)
{
	pthread_mutex_lock(&c->lock);
	c->ends = true;
	pthread_cond_broadcast(&c->begin);
	pthread_mutex_unlock(&c->lock);
	for (int i = 1; i < c->n; i++) {
		struct member *m = &c->members[i];

		if (c->started)
			pthread_join(m->thread, NULL);
		tally_absorb(c->members[0].tally, m->tally);
		tally_free(m->tally);
		buf_free(&m->block);
	}
	buf_free(&c->members[0].block);
	pthread_mutex_destroy(&c->lock);
	pthread_cond_destroy(&c->begin);
	pthread_cond_destroy(&c->done);
	free(c);
}

/* ---- adding up what the threads counted ---- */

/* Memory is slow: ask for a key's slot some keys before it is looked into. */
static void
absorb_counts(struct map *m, struct map *other)
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
}

/* What each number of `other`'s words is here. */
static uint32_t *
translate(struct vocab *v, const struct vocab *other)
{
	uint32_t *here = mem_alloc((size_t)other->n + 1, sizeof *here);

	for (uint32_t i = 0; i < other->n; i++)
		here[i] = vocab_at(v, vocab_word(other, i));
	return here;
}

/* Add the n-grams of one length; `here` has what the shorter ones are. */
static uint32_t *
absorb_grams(struct grams *g, struct grams *other,
    const uint32_t *prefixes, const uint32_t *words)
{
	uint32_t *here = mem_alloc((size_t)other->n + 1, sizeof *here);

	grams_settle(other);
	for (uint32_t i = 0; i < other->n; i++) {
		here[i] = other->slots == NULL ? words[i]
		    : grams_at(g, prefixes[other->prefixes[i]],
		    words[other->words[i]]);
		g->counts[here[i]] += other->counts[i];
	}
	return here;
}

/* Of all lengths; owners[k] are what the headwords' n-grams are here. */
static void
absorb_lengths(struct tally *t, struct grams *grams, struct grams *others,
    uint32_t *words, uint32_t *made[GRAM_MOST + 1],
    uint32_t *owners[GRAM_MOST + 1])
{
	made[0] = words;
	for (int k = 1; k <= t->options.most_gram; k++) {
		made[k] = absorb_grams(&grams[k], &others[k], made[k - 1],
		    words);
		for (uint32_t i = 0; owners != NULL && i < others[k].n; i++)
			if (others[k].counts[i] > 0)
				grams[k].owners[made[k][i]] =
				    owners[k][others[k].owners[i]];
	}
}

static void
absorb_sequence(struct tally *t, struct tally *other)
{
	struct vocab *heads = t->mapped ? &t->heads : &t->surface;
	uint32_t *made[GRAM_MOST + 1] = {0}, *forms[GRAM_MOST + 1] = {0};
	uint32_t *words = translate(heads,
	    t->mapped ? &other->heads : &other->surface);

	sequence_settle(t);
	grams_extend(&t->grams[1], heads->n);
	absorb_lengths(t, t->grams, other->grams, words, made, NULL);
	if (t->options.spellings) {
		uint32_t *read = translate(&t->surface, &other->surface);

		grams_extend(&t->forms[1], t->surface.n);
		absorb_lengths(t, t->forms, other->forms, read, forms, made);
	}
	for (int k = 0; k <= GRAM_MOST; k++) {
		free(made[k]);
		free(forms[k]);
	}
}

void
tally_absorb(struct tally *t, struct tally *other)
{
	if (t->in_sequence)
		absorb_sequence(t, other);
	else
		absorb_counts(&t->surface.map, &other->surface.map);
	t->words += other->words;
}
