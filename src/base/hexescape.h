/* SPDX-License-Identifier: MIT */
/*
 * Bytes that are written as a mark and two hexadecimal digits: "%41" of
 * addresses (RFC 3986, 2.1), "=41" of mail (RFC 2045, 6.7).
 */
#ifndef BASE_HEXESCAPE_H
#define BASE_HEXESCAPE_H

#include "base/ascii.h"
#include "base/buf.h"

/* The byte that is written at `i`; -1: none is. */
static inline int
hexescape_at(struct str s, size_t i, char mark)
{
	int high, low;

	if (s.n - i < 3 || s.s[i] != mark)
		return -1;
	high = ascii_hex(s.s[i + 1]);
	low = ascii_hex(s.s[i + 2]);
	return high < 0 || low < 0 ? -1 : high << 4 | low;
}

/* A text with the bytes that are written so, and all others. */
static inline void
hexescape_put(struct buf *to, struct str s, char mark)
{
	for (size_t i = 0; i < s.n; i++) {
		int byte = hexescape_at(s, i, mark);

		buf_putc(to, byte < 0 ? s.s[i] : (char)byte);
		i += byte < 0 ? 0 : 2;
	}
}

#endif
