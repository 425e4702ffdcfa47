/* SPDX-License-Identifier: MIT */
/*
 * Hashes that are the same on every machine and in every version: for
 * signatures that are written to files.  They are no defence against someone
 * who chooses what collides; base/map, whose hashes stay in memory, is seeded.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>
#include <string.h>

#include "base/map.h"

#define HASH_A 0x9E3779B97F4A7C15u
#define HASH_B 0xD6E8FEB86659FD93u

/* Two numbers to one. */
static inline uint64_t
hash_mix(uint64_t a, uint64_t b)
{
	return map_mix(a ^ HASH_A, b ^ HASH_B);
}

/* Up to eight bytes as a number, the first the lowest. */
static inline uint64_t
hash_load(const char *s, size_t n)
{
	uint64_t x = 0;

	for (size_t i = 0; i < n; i++)
		x |= (uint64_t)(unsigned char)s[i] << 8 * i;
	return x;
}

/* Bytes, after what `h` has seen. */
static inline uint64_t
hash_bytes(uint64_t h, const char *s, size_t n)
{
	h = hash_mix(h, n);
	for (; n > 8; s += 8, n -= 8)
		h = hash_mix(h, hash_load(s, 8));
	return hash_mix(h, hash_load(s, n));
}

#endif
