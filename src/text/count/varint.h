/* SPDX-License-Identifier: MIT */
/*
 * Variable-length integers (LEB128): seven bits per byte, the lowest first;
 * all bytes but the last have their high bit set.  A list of ascending numbers
 * is kept as the differences between neighbors, which are small (delta
 * coding): such a list is called a trail here.
 */
#ifndef TEXT_COUNT_VARINT_H
#define TEXT_COUNT_VARINT_H

#include <stdint.h>

#include "base/buf.h"

/* Append a number. */
static inline void
varint_put(struct buf *trail, uint64_t n)
{
	for (; n >= 128; n >>= 7)
		buf_putc(trail, (char)(n | 128));
	buf_putc(trail, (char)n);
}

/* Take the first number off the list; false at its end. */
static inline bool
varint_take(struct str *trail, uint64_t *n)
{
	int shift = 0;

	*n = 0;
	while (trail->n > 0) {
		unsigned char byte = (unsigned char)*trail->s++;

		trail->n--;
		*n |= (uint64_t)(byte & 127) << shift;
		shift += 7;
		if (byte < 128)
			return true;
	}
	return false;
}

#endif
