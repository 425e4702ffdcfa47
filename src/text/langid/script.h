/* SPDX-License-Identifier: MIT */
/*
 * The scripts that language identification tells apart (the Script property
 * of Unicode 15.0), and for each code point of the Basic Multilingual Plane
 * its script and its lower case.  Only letters and marks have a script here.
 * Han, Hiragana, Katakana and Bopomofo are one, since Japanese mixes them.
 *
 * A language model exists for each script that several languages share;
 * in the others (script_language) the script is the answer.
 *
 * The tables are made from the published files by src/data/script.c.
 */
#ifndef TEXT_LANGID_SCRIPT_H
#define TEXT_LANGID_SCRIPT_H

#include <stdint.h>

/* X(identifier and ISO 15924 code, Unicode's name) */
#define SCRIPTS(X) \
	X(Latn, "Latin") X(Cyrl, "Cyrillic") X(Arab, "Arabic") \
	X(Deva, "Devanagari") X(Hebr, "Hebrew") X(Beng, "Bengali") \
	X(Ethi, "Ethiopic") X(Tibt, "Tibetan") X(Mymr, "Myanmar") \
	X(Cjk, "Han") X(Grek, "Greek") X(Armn, "Armenian") \
	X(Thaa, "Thaana") X(Guru, "Gurmukhi") X(Gujr, "Gujarati") \
	X(Orya, "Oriya") X(Taml, "Tamil") X(Telu, "Telugu") \
	X(Knda, "Kannada") X(Mlym, "Malayalam") X(Sinh, "Sinhala") \
	X(Thai, "Thai") X(Laoo, "Lao") X(Geor, "Georgian") \
	X(Hang, "Hangul") X(Cher, "Cherokee") \
	X(Cans, "Canadian_Aboriginal") X(Khmr, "Khmer") X(Syrc, "Syriac") \
	X(Mong, "Mongolian") X(Tfng, "Tifinagh") X(Nkoo, "Nko") \
	X(Olck, "Ol_Chiki")

enum script {
	SCRIPT_NONE, /* no letter, or of no script that is known here */
#define X(code, name) SCRIPT_##code,
	SCRIPTS(X)
#undef X
	SCRIPT_COUNT,
	SCRIPT_ANY = 62,  /* a mark or letter of no script of its own */
	SCRIPT_JOIN = 63  /* ZWJ, ZWNJ: within a word, and not part of it */
};

extern const uint8_t script_block[];
extern const uint8_t script_table[][128];
extern const uint8_t script_lower_block[];
extern const uint16_t script_lower_table[][128]; /* 0: the same */

/* An enum script. */
static inline uint8_t
script_of(uint32_t c)
{
	return c < 0x110000 ? script_table[script_block[c >> 7]][c & 127] : 0;
}

/* `c` is at most FFFF. */
static inline uint16_t
script_lower(uint32_t c)
{
	uint16_t lower = script_lower_table[script_lower_block[c >> 7]][c & 127];

	return lower != 0 ? lower : (uint16_t)c;
}

#endif
