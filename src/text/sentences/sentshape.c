/* SPDX-License-Identifier: MIT */
/*
 * What characters look like where sentences may end.
 */
#include "text/sentences/candidate.h"

#include "text/unicode/charclass.h"

enum {
	B = SHAPE_BLANK, L = SHAPE_LOWER, U = SHAPE_UPPER, D = SHAPE_DIGIT,
	C = SHAPE_CASELESS, O = SHAPE_OPEN, E = SHAPE_CLOSE, Q = SHAPE_QUOTE,
	H = SHAPE_DASH, T = SHAPE_STOP, P = SHAPE_PAUSE, S = SHAPE_SYMBOL
};

const uint8_t shape_ascii[128] = {
	/* controls that are not blanks count as letters */
	C, C, C, C, C, C, C, C, C, B, B, B, B, B, C, C,
	C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
	B, T, Q, S, S, S, S, Q, O, E, S, S, P, H, T, S,
	D, D, D, D, D, D, D, D, D, D, P, P, S, S, S, T,
	S, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, O, S, E, S, S,
	S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, S, E, S, C,
};

/*
 * Punctuation by its sides.  German closes with the quotation mark that
 * English opens with, and guillemets stand both ways round.
 */
static enum shape
punctuation(uint32_t c)
{
	switch (c) {
	case 0xAB: case 0xBB: case 0x2039: case 0x203A: /* « » ‹ › */
	case 0x201C: case 0x2018:                       /* “ ‘ */
		return SHAPE_QUOTE;
	case 0x2019: case 0x201D:                       /* ’ ” */
		return SHAPE_CLOSE;
	case 0x201A: case 0x201E: case 0xA1: case 0xBF: /* ‚ „ ¡ ¿ */
	case 0xFF08: case 0xFF3B: case 0xFF5B: case 0xFF62: case 0xFE59:
		return SHAPE_OPEN;
	case 0xFF09: case 0xFF3D: case 0xFF5D: case 0xFF63: case 0xFE5A:
		return SHAPE_CLOSE;
	case 0xFF02: case 0xFF07:
		return SHAPE_QUOTE;
	case 0x2022: case 0x2023: case 0x2043: case 0x25E6: case 0x25AA:
	case 0x25CF: case 0xB7: /* • ‣ ⁃ ◦ ▪ ● · */
		return SHAPE_BULLET;
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014:
	case 0x2015: case 0x2212: case 0x30FB:
		return SHAPE_DASH;
	/* Not among Unicode 15's: …, the Tibetan shads, the Khmer khan */
	case 0x2026: case 0xF0D: case 0xF0E: case 0x17D4: case 0x17D5:
		return SHAPE_STOP;
	case 0x37E: case 0x387: case 0x60C: case 0x61B: case 0x3001:
	case 0xFF0C: case 0xFF1A: case 0xFF1B:
		return SHAPE_PAUSE;
	}
	/* 「」『』【】〔〕〖〗〈〉《》, alternating; ⟦⟧... alike */
	if ((c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B) ||
	    (c >= 0x27E6 && c <= 0x27EF) || (c >= 0x2768 && c <= 0x2775))
		return c % 2 == 0 ? SHAPE_OPEN : SHAPE_CLOSE;
	return SHAPE_SYMBOL;
}

enum shape
shape_wide(uint32_t c)
{
	enum shape side;
	charclass k;

	if (c == UTF_BAD)
		return SHAPE_CASELESS;
	k = charclass_of(c);
	switch (charclass_sentence(k)) {
	case SB_LOWER: return SHAPE_LOWER;
	case SB_UPPER: return SHAPE_UPPER;
	case SB_NUMERIC: return SHAPE_DIGIT;
	case SB_STERM: case SB_ATERM: return SHAPE_STOP;
	case SB_SP: case SB_SEP: case SB_LF: case SB_CR: return SHAPE_BLANK;
	case SB_OLETTER:
		if (c >= 0x3041 && c <= 0x309F)
			return SHAPE_KANA;
		return k & CHARCLASS_CJK ? SHAPE_CJK : SHAPE_CASELESS;
	case SB_EXTEND: case SB_FORMAT: return SHAPE_CASELESS;
	default: break;
	}
	side = punctuation(c);
	if (side == SHAPE_SYMBOL && k & (CHARCLASS_LETTER | CHARCLASS_MARK))
		return SHAPE_CASELESS;
	return side;
}
