/* SPDX-License-Identifier: MIT */
/*
 * Which rules of repair a code point may concern, in one look-up, so that a
 * line none of whose characters concerns a rule passes at once.  The table is
 * made from Unicode's files by src/data/charflags.c.
 */
#ifndef TEXT_REPAIR_CHARFLAGS_H
#define TEXT_REPAIR_CHARFLAGS_H

#include <stdint.h>

enum {
	CHAR_CONTROL = 1 << 0,   /* C0 but TAB LF CR, DEL, C1 */
	CHAR_NEWLINE = 1 << 1,   /* CR NEL U+2028 U+2029 */
	CHAR_AMPERSAND = 1 << 2,
	CHAR_INVISIBLE = 1 << 3,
	CHAR_QUOTE = 1 << 4,     /* typographic */
	CHAR_STRAIGHT = 1 << 5,  /* " and ' */
	CHAR_DASH = 1 << 6,      /* dashes and the ellipsis */
	CHAR_BLANK = 1 << 7,     /* space, TAB, Zs */
	CHAR_COMPAT = 1 << 8,    /* widths and ligatures */
	CHAR_MARKED = 1 << 9,    /* a mark, or a letter that has one */
	CHAR_NFC = 1 << 10,      /* may not be in the form, or may join */
	CHAR_NFD = 1 << 11,
	CHAR_NFKC = 1 << 12,
	CHAR_NFKD = 1 << 13,
	/* in a charset of misread UTF-8 its byte begins, or goes on with, a
	 * sequence */
	CHAR_LEAD = 1 << 14,
	CHAR_TRAIL = 1 << 15,
	CHAR_JOINS = 1 << 16 /* may change or move before what is before it */
};

extern const uint8_t char_flags_block[];
extern const uint32_t char_flags_table[][128];

static inline unsigned
char_flags(uint32_t c)
{
	return c < 0x110000 ?
	    char_flags_table[char_flags_block[c >> 7]][c & 127] : 0;
}

#endif
