/* SPDX-License-Identifier: MIT */
/*
 * What the repair of mojibake knows of characters: tables that
 * src/data/mojibake.c makes from Unicode's files, the tables of the charsets,
 * and src/data/mojibake.pairs, which says what stands side by side in clean
 * text of many languages.
 */
#ifndef TEXT_MOJIBAKE_MOJIBAKEDATA_H
#define TEXT_MOJIBAKE_MOJIBAKEDATA_H

#include <stdint.h>

#include "base/buf.h"

/* Charsets as which UTF-8 is misread; X(identifier, name in single-byte.txt) */
#define MISREADINGS(X) \
	X(LATIN1, "") X(WINDOWS_1252, "windows-1252") \
	X(WINDOWS_1251, "windows-1251") X(MACROMAN, "macintosh") \
	X(CP437, "") X(LATIN2, "iso-8859-2") \
	X(WINDOWS_1250, "windows-1250") X(WINDOWS_1253, "windows-1253") \
	X(WINDOWS_1254, "windows-1254") X(WINDOWS_1257, "windows-1257")

enum misreading {
#define X(id, name) MISREAD_##id,
	MISREADINGS(X)
#undef X
	MISREADINGS_COUNT
};

/*
 * Characters are compared by class: each of the upper halves of the charsets
 * is one; so are the kinds of all others.
 */
enum {
	PAIR_LOWER, PAIR_UPPER, PAIR_DIGIT, PAIR_SPACE, PAIR_ASCII, /* other */
	PAIR_LETTER, PAIR_SYMBOL, /* beyond ASCII */
	PAIR_OWN,                 /* the first with a class of its own */
	PAIR_CLASSES = 512        /* at most */
};

extern const uint8_t pair_class_block[];
extern const uint16_t pair_class_table[][128];
/* Bit b of [a][b / 8]: b follows a in clean text. */
extern const uint8_t pair_clean[PAIR_CLASSES][PAIR_CLASSES / 8];
/* What a class is, as far as case in Latin words shows what is strange. */
enum pair_kind { KIND_OTHER, KIND_LOWER, KIND_CAPITAL, KIND_SIGN };
extern const uint8_t pair_kind[PAIR_CLASSES];
/* 0 (common) to RANK_MOST: -log2 of the class's share in words. */
enum { RANK_MOST = 15 };
extern const uint8_t pair_rank[PAIR_CLASSES];
/* The byte that a class is in a charset; 0: none. */
extern const uint8_t misread_byte[MISREADINGS_COUNT][PAIR_CLASSES];
extern const uint16_t windows_1252[32]; /* what the bytes 80 to 9F are */

/* Of a code point: its script (a number; 0: no letter or mark) and rarity. */
enum {
	RARITY = 0x300,
	RARITY_COMMON = 0, RARITY_RARE = 0x100, /* clean text hardly has it */
	RARITY_SCARCE = 0x200,    /* the same from U+3000 on, where much is */
	RARITY_UNASSIGNED = 0x300,
	RARITY_SCRIPT = 0xFF,
	RARITY_CJK = 1, /* the script of Han and kana, which need no neighbor */
	RARITY_LATIN = 2
};
extern const uint8_t rarity_block[];
extern const uint16_t rarity_table[][128];

static inline unsigned
pair_class(uint32_t c)
{
	return c < 0x110000 ?
	    pair_class_table[pair_class_block[c >> 7]][c & 127] : PAIR_SYMBOL;
}

static inline unsigned
rarity_of(uint32_t c)
{
	return c < 0x110000 ?
	    rarity_table[rarity_block[c >> 7]][c & 127] : 0;
}

static inline unsigned
pair_is_clean(unsigned a, unsigned b)
{
	return (a < PAIR_OWN && b < PAIR_OWN) ||
	    (pair_clean[a][b / 8] >> b % 8 & 1);
}

#endif
