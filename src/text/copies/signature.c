/* SPDX-License-Identifier: MIT */
#include "text/copies/signature.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "text/copies/shingle.h"

#define EMPTY UINT32_MAX

struct bins {
	uint32_t least[SIGNATURE_BINS];
};

/*
 * A pair of similarity s is in one of b bands of r rows with the probability
 * 1 - (1 - s^r)^b, which rises at (1 / b)^(1 / r): well below `least`, so that
 * hardly a copy is missed.
 */
struct signature_bands
signature_bands(double least)
{
	struct signature_bands s = {SIGNATURE_BINS, 1};

	for (int rows = 2; rows <= 8; rows++) {
		int bands = SIGNATURE_BINS / rows;

		if (pow(1. / bands, 1. / rows) > .601 * least)
			break;
		s = (struct signature_bands){bands, rows};
	}
	return s;
}

/* The upper half of the hash names the bin, the lower half is kept. */
static void
put_shingle(void *ctx, uint64_t shingle)
{
	struct bins *b = ctx;
	uint32_t bin = (uint32_t)((shingle >> 32) * SIGNATURE_BINS >> 32);
	uint32_t value = (uint32_t)shingle;

	if (value < b->least[bin])
		b->least[bin] = value;
}

/* Each empty bin looks at others in an order of its own. */
static void
fill_empty(struct bins *b)
{
	const struct bins found = *b;

	for (uint32_t i = 0; i < SIGNATURE_BINS; i++)
		for (uint32_t k = 1; b->least[i] == EMPTY; k++)
			b->least[i] = found.least[hash_mix(i, k) %
			    SIGNATURE_BINS];
}

static void
make_keys(struct signature *s, const struct bins *b,
    struct signature_bands how)
{
	for (int band = 0; band < how.bands; band++) {
		uint64_t h = (uint64_t)band + 1;

		for (int row = 0; row < how.rows; row++)
			h = hash_mix(h, b->least[band * how.rows + row]);
		s->keys[band] = h;
	}
}

static void
make_check(struct signature *s, const struct bins *b)
{
	for (int i = 0; i < SIGNATURE_BINS; i++) {
		unsigned bits = (unsigned)(hash_mix(b->least[i], 1) & 15);

		if (i % 2 == 0)
			s->check[i / 2] = (unsigned char)(bits << 4);
		else
			s->check[i / 2] |= (unsigned char)bits;
	}
}

void
signature_of(struct signature *s, struct source *in, int words,
    struct signature_bands how)
{
	struct bins b;

	memset(&b, 0xFF, sizeof b);
	s->words = shingle_each(in, words, put_shingle, &b);
	if (s->words == 0)
		return;
	fill_empty(&b);
	make_keys(s, &b, how);
	make_check(s, &b);
}

double
signature_similarity(const unsigned char a[SIGNATURE_CHECK],
    const unsigned char b[SIGNATURE_CHECK])
{
	const double chance = 1. / (1 << SIGNATURE_BITS);
	int same = 0;

	for (int i = 0; i < SIGNATURE_CHECK; i++) {
		unsigned differs = a[i] ^ b[i];

		same += (differs & 0xF0) == 0;
		same += (differs & 0x0F) == 0;
	}
	return ((double)same / SIGNATURE_BINS - chance) / (1 - chance);
}
