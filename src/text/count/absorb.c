/* SPDX-License-Identifier: MIT */
/*
 * Adding up what two tallies counted.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "text/count/fastcount.h"
#include "text/count/sequence.h"

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
	for (int k = 1; k <= t->o.most_gram; k++) {
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
	if (t->o.spellings) {
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
