/* SPDX-License-Identifier: MIT */
#include "text/quality/rolling.h"

#include "base/map.h"

#define PRIME (((uint64_t)1 << 61) - 1)

enum { POWERS = 1024 };

/* Powers of the point, for runs of up to so many bytes. */
static uint64_t powers[POWERS];

static uint64_t
fold(uint64_t x)
{
	x = (x & PRIME) + (x >> 61);
	return x >= PRIME ? x - PRIME : x;
}

#ifdef __SIZEOF_INT128__

/* a x b + c, for numbers below the prime. */
static uint64_t
multiply_add(uint64_t a, uint64_t b, uint64_t c)
{
	map_wide product = (map_wide)a * b;

	return fold((uint64_t)(product & PRIME) + (uint64_t)(product >> 61) +
	    c);
}

/* Four more bytes, each plus 1, in one step. */
static uint64_t
add_four(uint64_t hash, const unsigned char *s)
{
	map_wide sum = (map_wide)hash * powers[4] +
	    (map_wide)powers[3] * (s[0] + 1u) +
	    (map_wide)powers[2] * (s[1] + 1u) +
	    (map_wide)powers[1] * (s[2] + 1u) + (s[3] + 1u);

	return fold((uint64_t)(sum & PRIME) + (uint64_t)(sum >> 61));
}

#else

/* By halves of 31 bits: 2^62 is 2, 2^61 is 1. */
static uint64_t
multiply_add(uint64_t a, uint64_t b, uint64_t c)
{
	uint64_t a1 = a >> 31, a0 = a & 0x7FFFFFFF;
	uint64_t b1 = b >> 31, b0 = b & 0x7FFFFFFF;
	uint64_t middle = a1 * b0 + a0 * b1;

	return fold(fold(2 * a1 * b1 + (middle >> 30) +
	    ((middle & 0x3FFFFFFF) << 31) + a0 * b0) + c);
}

static uint64_t
add_four(uint64_t hash, const unsigned char *s)
{
	for (int i = 0; i < 4; i++)
		hash = multiply_add(hash, powers[1], s[i] + 1u);
	return hash;
}

#endif

static void
draw_point(void)
{
	uint64_t seed[2];

	if (powers[0] != 0)
		return;
	map_seed(seed);
	powers[0] = 1;
	powers[1] = fold(seed[0] >> 3 | 1024);
	for (int i = 2; i < POWERS; i++)
		powers[i] = multiply_add(powers[i - 1], powers[1], 0);
}

/* The point to the power of `n`. */
static uint64_t
power(uint64_t n)
{
	uint64_t result = 1, base = powers[1];

	if (n < POWERS)
		return powers[n];
	for (; n > 0; n >>= 1) {
		if (n & 1)
			result = multiply_add(result, base, 0);
		base = multiply_add(base, base, 0);
	}
	return result;
}

void
rolling_clear(struct rolling *r)
{
	draw_point();
	r->marks.n = 0;
	*vec_add(&r->marks) = (struct rolling_mark){0, 0};
}

/* A byte counts from 1, so that none at the start is lost. */
uint64_t
rolling_word(struct str word)
{
	const unsigned char *s = (const unsigned char *)word.s;
	uint64_t hash = 0;

	for (; word.n >= 4; s += 4, word.n -= 4)
		hash = add_four(hash, s);
	for (; word.n > 0; s++, word.n--)
		hash = multiply_add(hash, powers[1], *s + 1u);
	return hash;
}

void
rolling_add(struct rolling *r, uint64_t word, size_t bytes)
{
	struct rolling_mark m = r->marks.at[r->marks.n - 1];

	m.hash = multiply_add(m.hash, power(bytes), word);
	m.bytes += bytes;
	*vec_add(&r->marks) = m;
}

uint64_t
rolling_of(const struct rolling *r, size_t from, size_t to)
{
	const struct rolling_mark *a = &r->marks.at[from];
	const struct rolling_mark *b = &r->marks.at[to];

	return fold(b->hash + PRIME - multiply_add(a->hash,
	    power(b->bytes - a->bytes), 0)) + 1;
}

void
rolling_free(struct rolling *r)
{
	vec_free(&r->marks);
}
