/* SPDX-License-Identifier: MIT */
#include "text/copies/copyfinder.h"

#include <stdlib.h>

#include "base/complain.h"
#include "base/hash.h"
#include "text/copies/shingle.h"

enum { SAMPLED = 16, SAMPLE_LEAST = 4 }; /* one shingle in so many */

struct copyfinder
copyfinder_open(const struct copyfinder_options *o)
{
	return (struct copyfinder){.options = o, .index = copyindex_open(),
	    .bands = signature_bands(o->least), .common = map_open(0)};
}

void
copyfinder_free(struct copyfinder *f)
{
	copyindex_free(&f->index);
	vec_free(&f->checks);
	vec_free(&f->sizes);
	vec_free(&f->sample);
	map_free(&f->common);
}

/* ---- near copies ---- */

static void
note(const struct copyfinder *f, const struct signature *s, uint32_t other,
    uint32_t *first, double *similarity)
{
	double here;

	if (*first != 0 && other >= *first)
		return;
	here = signature_similarity(s->check, f->checks.at[other - 1].bytes);
	if (here < f->options->least)
		return;
	*first = other;
	*similarity = here;
}

static uint32_t
see_near(struct copyfinder *f, struct source *in, double *similarity)
{
	struct signature s;
	uint32_t found[COPYINDEX_MOST], first = 0;

	signature_of(&s, in, f->options->words, f->bands);
	memcpy(vec_add(&f->checks)->bytes, s.check, sizeof s.check);
	if (s.words == 0)
		return 0;
	for (int band = 0; band < f->bands.bands; band++) {
		int n = copyindex_find(&f->index, s.keys[band], f->n, found);

		for (int i = 0; i < n; i++)
			note(f, &s, found[i], &first, similarity);
	}
	return first;
}

/* ---- exact copies ---- */

/* All words in order, by two hashes: 128 bits, which tell texts apart. */
struct whole {
	uint64_t hash[2];
};

static void
add_word(void *ctx, uint64_t word)
{
	struct whole *w = ctx;

	w->hash[0] = hash_mix(w->hash[0], word);
	w->hash[1] = hash_mix(word, w->hash[1] + HASH_B);
}

static uint32_t
see_exact(struct copyfinder *f, struct source *in, double *similarity)
{
	struct whole w = {{1, 2}};
	struct map_slot *slot;

	if (shingle_each(in, 1, add_word, &w) == 0)
		return 0;
	slot = map_at(&f->common, (struct str){(const char *)w.hash,
	    sizeof w.hash});
	*similarity = 1;
	if (slot->count != 0)
		return (uint32_t)slot->count;
	slot->count = f->n;
	return 0;
}

/* ---- contained ones ---- */

static void
add_sampled(void *ctx, uint64_t shingle)
{
	struct copyfinder *f = ctx;

	if (hash_mix(shingle, 2) % SAMPLED == 0)
		*vec_add(&f->sample) = shingle;
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
sort_sample(struct copyfinder *f)
{
	size_t n = 0;

	if (f->sample.n == 0)
		return;
	qsort(f->sample.at, f->sample.n, sizeof *f->sample.at, by_value);
	for (size_t i = 0; i < f->sample.n; i++)
		if (i == 0 || f->sample.at[i] != f->sample.at[n - 1])
			f->sample.at[n++] = f->sample.at[i];
	f->sample.n = n;
}

/* In how many of its sampled shingles each earlier document has a part. */
static void
count_common(struct copyfinder *f)
{
	uint32_t found[COPYINDEX_MOST];

	map_clear(&f->common);
	for (size_t i = 0; i < f->sample.n; i++) {
		int n = copyindex_find(&f->index, f->sample.at[i], f->n,
		    found);

		for (int k = 0; k < n; k++)
			map_at(&f->common, (struct str){
			    (const char *)&found[k], sizeof *found})->count++;
	}
}

static uint32_t
see_contained(struct copyfinder *f, struct source *in, double *similarity)
{
	uint32_t first = 0;

	f->sample.n = 0;
	shingle_each(in, f->options->words, add_sampled, f);
	sort_sample(f);
	*vec_add(&f->sizes) = (uint32_t)f->sample.n;
	count_common(f);
	for (const struct map_slot *s = map_next(&f->common, NULL); s != NULL;
	    s = map_next(&f->common, s)) {
		double share;
		uint32_t other, shorter = (uint32_t)f->sample.n;

		memcpy(&other, map_key(s).s, sizeof other);
		if (f->sizes.at[other - 1] < shorter)
			shorter = f->sizes.at[other - 1];
		share = (double)s->count / shorter;
		if (shorter < SAMPLE_LEAST || share < f->options->least ||
		    (first != 0 && other > first))
			continue;
		first = other;
		*similarity = share;
	}
	return first;
}

uint32_t
copyfinder_see(struct copyfinder *f, struct source *in, double *similarity)
{
	if (++f->n == UINT32_MAX)
		die("more than 4 billion documents");
	switch (f->options->mode) {
	case COPYFINDER_EXACT:
		return see_exact(f, in, similarity);
	case COPYFINDER_CONTAINED:
		return see_contained(f, in, similarity);
	default:
		return see_near(f, in, similarity);
	}
}
