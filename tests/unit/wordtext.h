/* SPDX-License-Identifier: MIT */
/* Random texts for what must hold of words in any text. */
#ifndef UNIT_WORDTEXT_H
#define UNIT_WORDTEXT_H

#include <stdint.h>

#include "text/unicode/utf.h"

/* Code points that the rules tell apart, and some that fold oddly. */
static const uint32_t wordtext_points[] = {
	'a', 'B', 'z', 'Q', '7', '0', '_', '\'', '.', ':', ',', ';', '"', ' ',
	' ', '-', '\n', '\r', '/', '@', '#', '~', '+', 0xA0, 0xAD, 0xB2, 0xB4,
	'`', '&', '\\', 0x2BC, 0x55E, 0x5F3, 0x202F, 0xBA, 0xDF,
	0xC9, 0xE9, 0x130, 0x17F, 0x23A, 0x2FF, 0x300, 0x308, 0x3C2, 0x391,
	0x416, 0x430, 0x5D0,
	0x5D1, 0x5F4, 0x627, 0x64B, 0x915, 0x94D, 0xE01, 0xE31, 0x1100,
	0x1161, 0x1E9E, 0x200D, 0x2013, 0x2014, 0x201D, 0x2026, 0x3001, 0x3099, 0x2019, 0x201C, 0x2028, 0x2126,
	0x212A, 0x2139, 0x231A, 0x2764, 0x3000, 0x3042, 0x30A2, 0x30FC,
	0x4E2D, 0xAC00, 0xFB01, 0xFE0F, 0xFEFF, 0xFF21, 0x1F1E6, 0x1F600,
	0x10400, 0x20000, UTF_BAD,
};

static uint32_t wordtext_seed;

static uint32_t
wordtext_chance(uint32_t n)
{
	wordtext_seed = wordtext_seed * 1664525 + 1013904223;
	return (wordtext_seed >> 8) % n;
}

/* What rules are about. */
static const char *const wordtext_phrases[] = {
	"Mr. Poe", "J. Poe", "U.S. law", "a.org/x", "l'air", "a-b c", "12:30 ",
	"C++ ", "x.txt.", "~/a/b ", "#tag, ", "o@a.org ", "3.14, ", "x86: ",
	"po' ", "AT&T ", "2026-11-24 ", "12\xC2\xA0" "000 ", "C:\\a\\b ",
	"U.K.'s ", "I\xCC\x87",
};

/* Words mostly of one script, as texts have them, and all else between. */
static void
wordtext_put(struct buf *text, size_t n)
{
	text->n = 0;
	while (text->n < n) {
		uint32_t (*chance)(uint32_t) = wordtext_chance;
		uint32_t letters = chance(3) == 0 ? chance(24) : 0;
		uint32_t c = wordtext_points[chance(ROWS(wordtext_points))];

		if (chance(20) == 0)
			buf_puts(text,
			    wordtext_phrases[chance(ROWS(wordtext_phrases))]);
		while (letters-- > 0)
			buf_putc(text, (char)((chance(9) ? 'a' : 'A') +
			    chance(26)));
		if (c == UTF_BAD)
			buf_putc(text, (char)(0x80 + chance(0x80)));
		else
			utf_put(text, c);
	}
}

#endif
