/* SPDX-License-Identifier: MIT */
/*
 * The ASCII fast path of word.h and count/fastcount.h: classes of bytes, and
 * whether a word of ASCII letters ends at a byte for certain.  Its segments
 * are, byte for byte, those of the general path.
 *
 * `careful` is set where rules are in force that join what UAX #29 parts
 * (WORD_JOINS): then fewer bytes end a word for certain.
 */
#ifndef TEXT_WORDS_WORDASCII_H
#define TEXT_WORDS_WORDASCII_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stddef.h>

#include "text/words/wordlink.h"

/* Classes of bytes. */
enum {
	GAP,    /* a segment alone; ends a word */
	OTHER,  /* needs the general path: digits, "_", all above ASCII */
	MIDDLE, /* as GAP, but may stand between letters of one word */
	ALPHA   /* a letter */
};

extern const unsigned char wordascii_classes[256];

static inline unsigned char
wordascii_class(const char *s)
{
	return wordascii_classes[(unsigned char)*s];
}

/*
 * Whether a word of letters ends at `s`, for certain.  If `careful`: whether
 * there is a blank, or a mark and a blank, which no rule joins to a word; a
 * point is joined to an abbreviation.
 */
static inline bool
wordascii_ends(const char *s, bool careful)
{
	unsigned char here = wordascii_class(s), next;

	if (!careful) {
		next = wordascii_class(s + 1);
		return here == GAP || (here == MIDDLE && (next == GAP ||
		    next == MIDDLE));
	}
	switch (*s) {
	case '\t': case '\n': case '\r': case ' ':
		return true;
	case ',': case ';': case ':': case '!': case '?': case ')': case '"':
		return s[1] == ' ' || s[1] == '\n';
	default:
		return false;
	}
}

/* How many ASCII letters stand at `s`, up to 16; as many bytes can be read. */
#ifdef __SSE2__
static inline size_t
wordascii_letters(const char *s)
{
	__m128i text = _mm_loadu_si128((const __m128i *)(const void *)s);
	__m128i lower = _mm_or_si128(text, _mm_set1_epi8(0x20));
	/* Bytes are signed: those above ASCII are below 'a'. */
	__m128i letters = _mm_and_si128(
	    _mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)),
	    _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1)));
	unsigned others = ~(unsigned)_mm_movemask_epi8(letters) | 0x10000;

	return (size_t)__builtin_ctz(others);
}
#else
static inline size_t
wordascii_letters(const char *s)
{
	size_t n = 0;

	while (n < 16 && wordascii_class(s + n) == ALPHA)
		n++;
	return n;
}
#endif

/* Whether an address or the like may begin with the mark at `s`. */
static inline bool
wordascii_may_be_more(const char *s, unsigned char before)
{
	return (*s == '.' || *s == '/' || *s == '@' || *s == '#' ||
	    *s == '~' || *s == '\\') && wordlink_may_begin(before);
}

#endif
