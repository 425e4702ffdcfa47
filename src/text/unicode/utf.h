/* SPDX-License-Identifier: MIT */
/*
 * UTF-8, one code point at a time, over any bytes.  What is not UTF-8 steps
 * as UTF_BAD, one step for each maximal subpart of an ill-formed sequence
 * (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts"; the
 * WHATWG decoder does the same).
 */
#ifndef TEXT_UNICODE_UTF_H
#define TEXT_UNICODE_UTF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define UTF_BAD UINT32_MAX /* not a code point */

/*
 * The code point at `s`, and its length in bytes (1 to 4) as the result.
 * `s` < `end`.  A sequence that `end` cuts is UTF_BAD; see utf_cut.
 */
static inline int
utf_step(const char *s, const char *end, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t n = (size_t)(end - s);
	unsigned char low = 0x80, high = 0xBF;
	int need, i;

	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	if (p[0] < 0xC2 || p[0] > 0xF4) {
		*c = UTF_BAD;
		return 1;
	}
	need = 1 + (p[0] >= 0xE0) + (p[0] >= 0xF0);
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED)
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	*c = p[0] & (0x3F >> need);
	for (i = 1; i <= need; i++) {
		if ((size_t)i >= n || p[i] < low || p[i] > high) {
			*c = UTF_BAD;
			return i;
		}
		*c = *c << 6 | (p[i] & 0x3F);
		low = 0x80;
		high = 0xBF;
	}
	return need + 1;
}

/* Whether the bytes from `s` to `end` begin a sequence that `end` cuts off. */
bool utf_cut(const char *s, const char *end);

/* The code point that ends at `s`, looking back to `start` (< `s`). */
int utf_back(const char *start, const char *s, uint32_t *c);

/* Whether `c` is a code point that UTF-8 can write: no surrogate. */
static inline bool
utf_is_scalar(uint32_t c)
{
	return c < 0xD800 || (c >= 0xE000 && c <= 0x10FFFF);
}

/* The UTF-8 of `c` (a code point) into `to`; its length, 1 to 4. */
int utf_encode(uint32_t c, char to[4]);
void utf_put(struct buf *, uint32_t c);

/* The end of the longest beginning that is well formed; the end: all is. */
const char *utf_valid_end(struct str);
bool utf_valid(struct str);

/* Columns on a terminal: 0, 1 or 2 (East Asian wide) a code point. */
int utf_width(uint32_t c);
size_t utf_columns(struct str);

const char *utf_version(void); /* "utf8proc 2.8.0 (Unicode 15.0.0)" */

#endif
