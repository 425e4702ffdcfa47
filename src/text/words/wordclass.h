/* SPDX-License-Identifier: MIT */
/*
 * The classes of UAX #29's word rules as sets of bits, and which of them may
 * follow each other without a break; for word.h and count/fastcount.h.
 */
#ifndef TEXT_WORDS_WORDCLASS_H
#define TEXT_WORDS_WORDCLASS_H

#include <stdbool.h>

#include "text/unicode/charclass.h"

#define BIT(x) (1u << (x))
#define IGNORED (BIT(WB_EXTEND) | BIT(WB_FORMAT) | BIT(WB_ZWJ)) /* WB4 */
#define LETTER (BIT(WB_ALETTER) | BIT(WB_HEBREW_LETTER))
#define LINE_END (BIT(WB_CR) | BIT(WB_LF) | BIT(WB_NEWLINE))
#define IN_WORD (BIT(WB_MIDLETTER) | BIT(WB_MIDNUMLET) | BIT(WB_SINGLE_QUOTE))
#define IN_NUMBER (BIT(WB_MIDNUM) | BIT(WB_MIDNUMLET) | BIT(WB_SINGLE_QUOTE))
#define WORD_UNSPACED (CHARCLASS_CJK | CHARCLASS_UNSPACED)
#define CONNECTED                                                             \
	(LETTER | BIT(WB_NUMERIC) | BIT(WB_KATAKANA) | BIT(WB_EXTENDNUMLET))

/* What may follow each class with no break between, whatever comes next. */
static const uint32_t word_joins[] = {
	[WB_ALETTER] = LETTER | BIT(WB_NUMERIC)                     /* WB5, 9 */
	    | BIT(WB_EXTENDNUMLET),                                 /* WB13a */
	[WB_HEBREW_LETTER] = LETTER | BIT(WB_NUMERIC)
	    | BIT(WB_EXTENDNUMLET) | BIT(WB_SINGLE_QUOTE),          /* WB7a */
	[WB_NUMERIC] = BIT(WB_NUMERIC) | LETTER                     /* WB8, 10 */
	    | BIT(WB_EXTENDNUMLET),
	[WB_KATAKANA] = BIT(WB_KATAKANA) | BIT(WB_EXTENDNUMLET),    /* WB13 */
	[WB_EXTENDNUMLET] = CONNECTED,                              /* WB13a, b */
	[WB_WSEGSPACE] = 0,
};

/* A raised or lowered letter or number: ² and º. */
static inline bool
word_is_raised(uint32_t c)
{
	return (c >= 0xAA && c <= 0xBA && c != 0xB5) ||
	    (c >= 0x2070 && c < 0x20A0);
}

/*
 * The kind of a code point as far as it makes a segment a word: a raised or
 * lowered one alone, as in "m²" or "1 º", makes none.
 */
static inline charclass
word_kind(uint32_t c, charclass kind)
{
	if (word_is_raised(c))
		return kind & (charclass)~(CHARCLASS_LETTER | CHARCLASS_NUMBER);
	return kind;
}

#endif
