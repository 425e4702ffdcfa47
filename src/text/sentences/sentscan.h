/* SPDX-License-Identifier: MIT */
/*
 * Inside text/sentences: a scan for the next byte that may matter, 16 bytes at a
 * time.  A stop is an ASCII byte that may end a sentence or open a pair, or the
 * lead of a character that might (by it and the bytes behind it: most letters do
 * not stop); 16 blanks in a row are a stop as well (a gap, perhaps).
 * The vector code and the plain code beside it find the same stops.
 */
#ifndef TEXT_SENTENCES_SENTSCAN_H
#define TEXT_SENTENCES_SENTSCAN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
	SCAN_BLOCK = 16,
	SCAN_SEES = 18 /* bytes: a block, and the two behind its last */
};

/*
 * Of the leads: C2 « » and the no-break space; CD, CE the Greek ; and ·; D6
 * Armenian; D8, DB Arabic; DC Syriac; DF N'Ko; E0 the dandas (A5), Samaritan
 * (A0), Tibetan (BC); E2 general punctuation; E3 80 the ideographic; EA
 * before Hangul; EB and EC the endings of Korean verbs; EF the wide forms; E1
 * and F0 many scripts.
 */
static inline bool
scan_is_stop(unsigned char c, unsigned char next, unsigned char third)
{
	switch (c) {
	case '\n': case '!': case '"': case '(': case ')': case '.': case ':':
	case ';': case '?': case '[': case ']': case '{': case '}':
	case 0xC2: case 0xCD: case 0xD6: case 0xDB: case 0xDC: case 0xDF:
	case 0xE1: case 0xE2: case 0xEF: case 0xF0:
		return true;
	case 0xCE:
		return next == 0x87;
	case 0xD8:
		return next >= 0x80 && next < 0xA0;
	case 0xE0:
		return next == 0xA5 || next == 0xA0 || next == 0xBC;
	case 0xE3:
		return next == 0x80;
	case 0xEA:
		return next >= 0x80 && next < 0xB0;
	case 0xEB:
		return next == 0x8B && third == 0xA4;
	case 0xEC:
		return (next == 0x98 && third == 0xA4) ||
		    (next == 0x9A && third == 0x94) ||
		    (next == 0xA4 && third == 0x98);
	default:
		return false;
	}
}

#ifdef __SSE2__
static inline __m128i
scan_is(__m128i v, int c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8((char)c));
}

/* The leads among `v`, whose next bytes are `w`. */
static inline __m128i
scan_leads(__m128i v, __m128i w)
{
	__m128i m = scan_is(v, 0xC2), x;

	m = _mm_or_si128(m, scan_is(v, 0xCD));
	m = _mm_or_si128(m, scan_is(v, 0xD6));
	m = _mm_or_si128(m, scan_is(v, 0xDB));
	m = _mm_or_si128(m, scan_is(v, 0xDC));
	m = _mm_or_si128(m, scan_is(v, 0xDF));
	m = _mm_or_si128(m, scan_is(v, 0xE1));
	m = _mm_or_si128(m, scan_is(v, 0xE2));
	m = _mm_or_si128(m, scan_is(v, 0xEF));
	m = _mm_or_si128(m, scan_is(v, 0xF0));
	x = _mm_and_si128(scan_is(v, 0xCE), scan_is(w, 0x87));
	m = _mm_or_si128(m, x);
	/* The bytes behind a lead are below 0xC0: signed, -128 to -65. */
	x = _mm_andnot_si128(_mm_cmpgt_epi8(w, _mm_set1_epi8((char)0x9F)),
	    scan_is(v, 0xD8));
	m = _mm_or_si128(m, x);
	x = _mm_or_si128(_mm_or_si128(scan_is(w, 0xA5), scan_is(w, 0xA0)),
	    scan_is(w, 0xBC));
	m = _mm_or_si128(m, _mm_and_si128(scan_is(v, 0xE0), x));
	x = _mm_and_si128(scan_is(v, 0xE3), scan_is(w, 0x80));
	m = _mm_or_si128(m, x);
	x = _mm_andnot_si128(_mm_cmpgt_epi8(w, _mm_set1_epi8((char)0xAF)),
	    scan_is(v, 0xEA));
	m = _mm_or_si128(m, x);
	return m;
}

/* The endings among `v`, which Hangul is, as ending_syllable has them. */
static inline __m128i
scan_endings(__m128i v, __m128i w, __m128i third)
{
	__m128i a4 = scan_is(third, 0xA4), x, y;

	x = _mm_and_si128(_mm_and_si128(scan_is(v, 0xEB), scan_is(w, 0x8B)),
	    a4);
	y = _mm_and_si128(scan_is(w, 0x98), a4);
	y = _mm_or_si128(y, _mm_and_si128(scan_is(w, 0x9A),
	    scan_is(third, 0x94)));
	y = _mm_or_si128(y, _mm_and_si128(scan_is(w, 0xA4),
	    scan_is(third, 0x98)));
	return _mm_or_si128(x, _mm_and_si128(scan_is(v, 0xEC), y));
}
#endif

/*
 * Which of the block's bytes are stops, a bit each, the first one lowest.
 * Reads SCAN_SEES bytes.
 */
static inline unsigned
scan_block(const char *s)
{
#ifdef __SSE2__
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)s), w;
	__m128i odd = _mm_or_si128(v, _mm_set1_epi8(1));
	__m128i m = scan_is(v, '.'), hangul;

	m = _mm_or_si128(m, scan_is(v, '\n'));
	m = _mm_or_si128(m, scan_is(v, '!'));
	m = _mm_or_si128(m, scan_is(v, '"'));
	m = _mm_or_si128(m, scan_is(odd, '(' | 1));
	m = _mm_or_si128(m, scan_is(odd, ':' | 1));
	m = _mm_or_si128(m, scan_is(v, '?'));
	m = _mm_or_si128(m, scan_is(v, '['));
	m = _mm_or_si128(m, scan_is(v, ']'));
	m = _mm_or_si128(m, scan_is(v, '{'));
	m = _mm_or_si128(m, scan_is(v, '}'));
	if (_mm_movemask_epi8(v) != 0) {
		w = _mm_loadu_si128((const __m128i *)(const void *)(s + 1));
		m = _mm_or_si128(m, scan_leads(v, w));
		hangul = _mm_or_si128(scan_is(v, 0xEB), scan_is(v, 0xEC));
		if (_mm_movemask_epi8(hangul) != 0)
			m = _mm_or_si128(m, scan_endings(v, w, _mm_loadu_si128(
			    (const __m128i *)(const void *)(s + 2))));
	}
	return (unsigned)_mm_movemask_epi8(m);
#else
	unsigned m = 0;

	for (int i = 0; i < SCAN_BLOCK; i++)
		m |= (unsigned)scan_is_stop((unsigned char)s[i],
		    (unsigned char)s[i + 1], (unsigned char)s[i + 2]) << i;
	return m;
#endif
}

/* Whether the block is nothing but spaces, tabs and the like. */
static inline bool
scan_blank(const char *s)
{
	for (int i = 0; i < SCAN_BLOCK; i++)
		if (s[i] != ' ' && (s[i] < '\t' || s[i] > '\r'))
			return false;
	return true;
}

static inline int
scan_first(unsigned bits)
{
#ifdef __GNUC__
	return __builtin_ctz(bits);
#else
	int i = 0;

	while (!(bits >> i & 1))
		i++;
	return i;
#endif
}

/*
 * The first stop at or after `s`, looking at whole blocks; where less than
 * SCAN_SEES bytes are left, there.
 */
static inline const char *
scan(const char *s, const char *end)
{
	for (; end - s >= SCAN_SEES; s += SCAN_BLOCK) {
		unsigned bits = scan_block(s);

		if (bits != 0)
			return s + scan_first(bits);
		if ((unsigned char)*s <= ' ' && scan_blank(s))
			return s;
	}
	return s;
}

#endif
