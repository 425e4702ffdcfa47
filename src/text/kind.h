/* SPDX-License-Identifier: MIT */
/*
 * What Unicode 15.0 says of a code point, in one 16-bit look-up: its
 * Word_Break and Sentence_Break, its general category as far as the rules
 * need it, and whether its script is written without spaces.  The table is
 * made from the published files by src/data/kind.c.
 */
#ifndef TEXT_KIND_H
#define TEXT_KIND_H

#include <stdint.h>

#include "text/utf.h"

/* Word_Break (UAX #29, table 3). */
enum kind_word {
	WB_OTHER, WB_CR, WB_LF, WB_NEWLINE, WB_EXTEND, WB_ZWJ, WB_FORMAT,
	WB_REGIONAL_INDICATOR, WB_KATAKANA, WB_HEBREW_LETTER, WB_ALETTER,
	WB_SINGLE_QUOTE, WB_DOUBLE_QUOTE, WB_MIDNUMLET, WB_MIDLETTER,
	WB_MIDNUM, WB_NUMERIC, WB_EXTENDNUMLET, WB_WSEGSPACE
};

/* Sentence_Break (UAX #29, table 4). */
enum kind_sentence {
	SB_OTHER, SB_CR, SB_LF, SB_SEP, SB_EXTEND, SB_FORMAT, SB_SP, SB_LOWER,
	SB_UPPER, SB_OLETTER, SB_NUMERIC, SB_ATERM, SB_STERM, SB_CLOSE,
	SB_SCONTINUE
};

typedef uint16_t kind;

#define KIND_LETTER 0x0200      /* General_Category L* */
#define KIND_NUMBER 0x0400      /* N* */
#define KIND_MARK 0x0800        /* M* */
#define KIND_PUNCT 0x1000       /* P* */
#define KIND_PICTOGRAPH 0x2000  /* Extended_Pictographic */
#define KIND_CJK 0x4000         /* script Han, Hiragana, Katakana, Bopomofo */
#define KIND_UNSPACED 0x8000    /* script Thai, Lao, Khmer, Myanmar, Tai … */

extern const uint8_t kind_block[];
extern const kind kind_table[][128];

/* UTF_BAD is of no kind. */
static inline kind
kind_of(uint32_t c)
{
	return c < 0x110000 ? kind_table[kind_block[c >> 7]][c & 127] : 0;
}

static inline enum kind_word
kind_word(kind k)
{
	return (enum kind_word)(k & 31);
}

static inline enum kind_sentence
kind_sentence(kind k)
{
	return (enum kind_sentence)(k >> 5 & 15);
}

#endif
