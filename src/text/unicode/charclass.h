/* SPDX-License-Identifier: MIT */
/*
 * What Unicode 15.0 says of a code point, in one 16-bit look-up: its
 * Word_Break and Sentence_Break, its general category as far as the rules
 * need it, and whether its script is written without spaces.  The table is
 * made from the published files by src/data/charclass.c.
 */
#ifndef TEXT_UNICODE_CHARCLASS_H
#define TEXT_UNICODE_CHARCLASS_H

#include <stdint.h>

#include "text/unicode/utf.h"

/* Word_Break (UAX #29, table 3). */
enum charclass_word {
	WB_OTHER, WB_CR, WB_LF, WB_NEWLINE, WB_EXTEND, WB_ZWJ, WB_FORMAT,
	WB_REGIONAL_INDICATOR, WB_KATAKANA, WB_HEBREW_LETTER, WB_ALETTER,
	WB_SINGLE_QUOTE, WB_DOUBLE_QUOTE, WB_MIDNUMLET, WB_MIDLETTER,
	WB_MIDNUM, WB_NUMERIC, WB_EXTENDNUMLET, WB_WSEGSPACE
};

/* Sentence_Break (UAX #29, table 4). */
enum charclass_sentence {
	SB_OTHER, SB_CR, SB_LF, SB_SEP, SB_EXTEND, SB_FORMAT, SB_SP, SB_LOWER,
	SB_UPPER, SB_OLETTER, SB_NUMERIC, SB_ATERM, SB_STERM, SB_CLOSE,
	SB_SCONTINUE
};

typedef uint16_t charclass;

#define CHARCLASS_LETTER 0x0200      /* General_Category L* */
#define CHARCLASS_NUMBER 0x0400      /* N* */
#define CHARCLASS_MARK 0x0800        /* M* */
#define CHARCLASS_PUNCT 0x1000       /* P* */
#define CHARCLASS_PICTOGRAPH 0x2000  /* Extended_Pictographic */
#define CHARCLASS_CJK 0x4000         /* script Han, Hiragana, Katakana, Bopomofo */
#define CHARCLASS_UNSPACED 0x8000    /* script Thai, Lao, Khmer, Myanmar, Tai … */

extern const uint8_t charclass_block[];
extern const charclass charclass_table[][128];

/* UTF_BAD is of no kind. */
static inline charclass
charclass_of(uint32_t c)
{
	return c < 0x110000 ? charclass_table[charclass_block[c >> 7]][c & 127] : 0;
}

static inline enum charclass_word
charclass_word(charclass k)
{
	return (enum charclass_word)(k & 31);
}

static inline enum charclass_sentence
charclass_sentence(charclass k)
{
	return (enum charclass_sentence)(k >> 5 & 15);
}

#endif
