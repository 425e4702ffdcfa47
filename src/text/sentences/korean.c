/* SPDX-License-Identifier: MIT */
/*
 * A Korean verb tells by its ending that the sentence is over, and where
 * people write as they speak no full stop need follow: "좋아요 또 올게요".  Four
 * endings hardly ever occur elsewhere: -ㅂ니다, -요 behind a vowel, -시오 and -줘.
 * A tilde may lengthen them: "좋아요~".
 */
#include "text/sentences/candidate.h"

#include "text/unicode/utf.h"

enum {
	TILDES = 8, /* at most */
	HANGUL = 0xAC00, HANGUL_LAST = 0xD7A3,
	FINALS = 28,  /* syllables that differ in their final consonant only */
	FINAL_B = 17, /* -ㅂ */
	DA = 0xB2E4, NI = 0xB2C8, YO = 0xC694, KUN = 0xAD70,
	O = 0xC624, SI = 0xC2DC, JWO = 0xC918
};

static bool
is_hangul(uint32_t c)
{
	return c >= HANGUL && c <= HANGUL_LAST;
}

static unsigned
final_of(uint32_t c)
{
	return (c - HANGUL) % FINALS;
}

/* 주요, 수요, 개요, 가요, 소요, 토요, 화요: nouns. */
static bool
makes_noun(uint32_t c)
{
	static const uint16_t before[] = {
		0xAC00, 0xAC1C, 0xC18C, 0xC218, 0xC8FC, 0xD1A0, 0xD654
	};

	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (c == before[i])
			return true;
	return false;
}

/* The syllables before `s`, the last one first. */
static bool
is_verb(const char *start, const char *s)
{
	uint32_t c[3] = {0};

	for (int i = 0; i < 3 && s > start; i++)
		s -= utf_back(start, s, &c[i]);
	if (!is_hangul(c[1]))
		return false;
	if (c[0] == YO)
		return (final_of(c[1]) == 0 && !makes_noun(c[1])) ||
		    c[1] == KUN;
	if (c[0] == O)
		return c[1] == SI && is_hangul(c[2]);
	if (c[0] == JWO)
		return true;
	return c[0] == DA && c[1] == NI && is_hangul(c[2]) &&
	    final_of(c[2]) == FINAL_B;
}

/* 라고, 라는, 라며, 하고, 하는, 하며, 하면: what was said is only told. */
static bool
is_told(const char *s, const char *end)
{
	static const uint16_t seconds[] = {0xACE0, 0xB294, 0xBA70, 0xBA74};
	uint32_t first, second = 0;

	s += utf_step(s, end, &first);
	if (s < end)
		utf_step(s, end, &second);
	if (first != 0xB77C && first != 0xD558)
		return false;
	for (size_t i = 0; i < sizeof seconds / sizeof *seconds; i++)
		if (second == seconds[i])
			return true;
	return false;
}

size_t
ending_tilde(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && n < TILDES && s[n] == '~')
		n++;
	return n;
}

bool
ending(const char *start, const char *s, const char *end, bool wrapped)
{
	enum shape shape;
	uint32_t c;

	if (!is_verb(start, s))
		return false;
	s += ending_tilde(s, end);
	if (s >= end || !is_space(*s, wrapped))
		return false;
	while (s < end && is_space(*s, wrapped))
		s++;
	shape_step(s, end, &c, &shape);
	/* Letters by themselves, ㅎㅎ or ㅠㅠ, are sounds that go with it. */
	if (c >= 0x3131 && c <= 0x318E)
		return false;
	return (shape_is_letter(shape) || shape == SHAPE_DIGIT ||
	    shape == SHAPE_OPEN || shape == SHAPE_QUOTE) && !is_told(s, end);
}
