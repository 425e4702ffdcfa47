/* SPDX-License-Identifier: MIT */
/*
 * The form of a word under which it is counted: two spellings with one form
 * are one word.  It is a normal form of text/unicode/norm.h, and besides
 *
 *	apostrophes are one: U+2019, U+02BC, U+FF07, and ` and U+00B4, which
 *	are typed for it, become U+0027; so does the Hebrew geresh, and the
 *	gershayim becomes a quotation mark;
 *	characters that only say how to set a text are left out: soft hyphen,
 *	word joiner, direction marks and the like; so are the Armenian marks
 *	of stress, question and exclamation, which stand inside a word;
 *	the spaces in a grouped number are one, U+00A0.
 */
#ifndef TEXT_WORDS_WORDFORM_H
#define TEXT_WORDS_WORDFORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "text/unicode/norm.h"

/* Or'd to enum norm. */
enum {
	WORDFORM_TURKIC = 4, /* with NORM_FOLD: I folds to dotless i, and the
	                      * capital with a dot to i, as in Turkish */
	WORDFORM_BARE = 8,   /* letters without accents: e for é */
	WORDFORM_AS_WRITTEN = 16 /* leave out what is left out, but keep each
	                          * kind of apostrophe, quote and space */
};

/* Append the form of `word`, which is valid UTF-8. */
void wordform_put(struct buf *, struct str word, unsigned form);

/* An apostrophe, or what stands for one between letters. */
static inline bool
wordform_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == '`' || c == 0xB4 ||
	    c == 0x2BC || c == 0xFF07;
}

/* The spaces that group the digits of a number. */
static inline bool
wordform_is_group_space(uint32_t c)
{
	return c == 0xA0 || c == 0x2009 || c == 0x202F;
}

#endif
