/* SPDX-License-Identifier: MIT */
/*
 * Korean says with its verb that a sentence is over, and where people write
 * as they speak no full stop need follow: "좋아요 또 올게요".  Two endings are
 * hardly ever anything else: -ㅂ니다 and -요 behind a vowel.
 */
#include "text/sentences/candidate.h"

#include "text/unicode/utf.h"

enum {
	HANGUL = 0xAC00, HANGUL_LAST = 0xD7A3,
	FINALS = 28,  /* syllables that differ in their final consonant only */
	FINAL_B = 17, /* -ㅂ */
	DA = 0xB2E4, NI = 0xB2C8, YO = 0xC694, KUN = 0xAD70
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

bool
ending(const char *start, const char *s, const char *end, bool wrapped)
{
	enum shape shape;
	uint32_t c;

	if (s >= end || !place_space(*s, wrapped) || !is_verb(start, s))
		return false;
	while (s < end && place_space(*s, wrapped))
		s++;
	place_step(s, end, &c, &shape);
	/* Letters by themselves, ㅎㅎ or ㅠㅠ, are sounds that go with it. */
	if (c >= 0x3131 && c <= 0x318E)
		return false;
	return (shape_is_letter(shape) || shape == SHAPE_DIGIT ||
	    shape == SHAPE_OPEN || shape == SHAPE_QUOTE) && !is_told(s, end);
}
