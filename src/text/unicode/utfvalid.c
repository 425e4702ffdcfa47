/* SPDX-License-Identifier: MIT */
/*
 * Where UTF-8 stops being well formed, sixteen bytes at a time where the
 * processor can look sixteen bytes up in a table (SSSE3).  The method is that
 * of J. Keiser and D. Lemire, "Validating UTF-8 In Less Than One Instruction
 * Per Byte", 2021: each way in which two bytes in a row can be wrong is a bit,
 * and three lookups, by halves of the two bytes, say which of them are.
 */
#include "text/unicode/utf.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_SSSE3
#include <tmmintrin.h>
#endif

static bool
is_trail(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

#ifdef HAS_SSSE3

/* What is wrong with a byte after another one. */
enum {
	SHORT = 1,        /* no trail behind a lead */
	LONG = 2,         /* a trail behind ASCII */
	OVERLONG_3 = 4,
	LARGE = 8,        /* above U+10FFFF */
	SURROGATE = 16,
	OVERLONG_2 = 32,
	LARGE_1000 = 64,  /* above U+10FFFF, at F5 and more */
	OVERLONG_4 = 64,
	TRAILS = 128,     /* two in a row: right in longer sequences alone */
	ANY = SHORT | LONG | TRAILS
};

#define BYTES(...) _mm_setr_epi8(__VA_ARGS__)

/* The errors of each byte of `v`, `before` being the sixteen bytes before. */
__attribute__((target("ssse3"))) static __m128i
errors(__m128i v, __m128i before)
{
	const __m128i half = _mm_set1_epi8(0x0F);
	const __m128i first_high = BYTES(LONG, LONG, LONG, LONG, LONG, LONG,
	    LONG, LONG, (char)TRAILS, (char)TRAILS, (char)TRAILS, (char)TRAILS,
	    SHORT | OVERLONG_2, SHORT, SHORT | OVERLONG_3 | SURROGATE,
	    SHORT | LARGE | LARGE_1000 | OVERLONG_4);
	const __m128i first_low = BYTES(
	    (char)(ANY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4),
	    (char)(ANY | OVERLONG_2), (char)ANY, (char)ANY, (char)(ANY | LARGE),
	    (char)(ANY | LARGE | LARGE_1000), (char)(ANY | LARGE | LARGE_1000),
	    (char)(ANY | LARGE | LARGE_1000), (char)(ANY | LARGE | LARGE_1000),
	    (char)(ANY | LARGE | LARGE_1000), (char)(ANY | LARGE | LARGE_1000),
	    (char)(ANY | LARGE | LARGE_1000), (char)(ANY | LARGE | LARGE_1000),
	    (char)(ANY | LARGE | LARGE_1000 | SURROGATE),
	    (char)(ANY | LARGE | LARGE_1000), (char)(ANY | LARGE | LARGE_1000));
	const __m128i second_high = BYTES(SHORT, SHORT, SHORT, SHORT, SHORT,
	    SHORT, SHORT, SHORT, (char)(LONG | OVERLONG_2 | TRAILS |
	    OVERLONG_3 | LARGE_1000 | OVERLONG_4),
	    (char)(LONG | OVERLONG_2 | TRAILS | OVERLONG_3 | LARGE),
	    (char)(LONG | OVERLONG_2 | TRAILS | SURROGATE | LARGE),
	    (char)(LONG | OVERLONG_2 | TRAILS | SURROGATE | LARGE),
	    SHORT, SHORT, SHORT, SHORT);
	__m128i one = _mm_alignr_epi8(v, before, 15);
	__m128i two = _mm_alignr_epi8(v, before, 14);
	__m128i three = _mm_alignr_epi8(v, before, 13);
	__m128i pairs = _mm_and_si128(_mm_and_si128(
	    _mm_shuffle_epi8(first_high,
	        _mm_and_si128(_mm_srli_epi16(one, 4), half)),
	    _mm_shuffle_epi8(first_low, _mm_and_si128(one, half))),
	    _mm_shuffle_epi8(second_high,
	        _mm_and_si128(_mm_srli_epi16(v, 4), half)));
	/* The third byte of three, the third and fourth of four: two trails. */
	__m128i must = _mm_or_si128(
	    _mm_subs_epu8(two, _mm_set1_epi8(0xE0 - 0x80)),
	    _mm_subs_epu8(three, _mm_set1_epi8(0xF0 - 0x80)));

	return _mm_xor_si128(pairs,
	    _mm_and_si128(must, _mm_set1_epi8((char)0x80)));
}

/*
 * Past what is well formed, in steps of sixteen bytes; what comes before the
 * result is, but for a character that the result may cut.
 */
__attribute__((target("ssse3"))) static const char *
past_vectors(const char *s, const char *end)
{
	__m128i before = _mm_setzero_si128();

	for (; end - s >= 16; s += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)s);

		if (_mm_movemask_epi8(_mm_or_si128(v, before)) != 0 &&
		    _mm_movemask_epi8(_mm_cmpeq_epi8(errors(v, before),
		        _mm_setzero_si128())) != 0xFFFF)
			break;
		before = v;
	}
	return s;
}

/* The same, to where a character begins. */
static const char *
past_many(const char *s, const char *end)
{
	const char *at;

	if (!__builtin_cpu_supports("ssse3"))
		return s;
	at = past_vectors(s, end);
	for (int i = 0; i < 4 && at > s && (at[-1] & 0x80) != 0; i++)
		if (!is_trail(*--at))
			break;
	return at;
}

#else

/* Past ASCII. */
static const char *
past_many(const char *s, const char *end)
{
	uint64_t w;

	for (; end - s >= 8; s += 8) {
		memcpy(&w, s, 8);
		if (w & UINT64_C(0x8080808080808080))
			break;
	}
	return s;
}

#endif

const char *
utf_valid_end(struct str t)
{
	const char *s = t.s, *end = t.s + t.n;
	uint32_t c;

	if (t.n >= 16)
		s = past_many(s, end);
	while (s < end) {
		int n = utf_step(s, end, &c);

		if (c == UTF_BAD)
			return s;
		s += n;
	}
	return s;
}
