/* SPDX-License-Identifier: MIT */
/*
 * A trail: numbers, mostly small, kept in a byte or two each.  Whoever
 * numbers things upward keeps the steps and adds them up again.
 */
#ifndef TEXT_COUNT_VARINT_H
#define TEXT_COUNT_VARINT_H

#include <stdint.h>

#include "base/buf.h"

/* Seven bits a byte, the lowest first; the last byte is below 128. */
static inline void
varint_put(struct buf *trail, uint64_t n)
{
	for (; n >= 128; n >>= 7)
		buf_putc(trail, (char)(n | 128));
	buf_putc(trail, (char)n);
}

/* Take the next number off; false at the end. */
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
