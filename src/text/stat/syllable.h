/* SPDX-License-Identifier: MIT */
/*
 * How many syllables a word has: in English by rules and a list of exceptions;
 * elsewhere its groups of vowels.
 */
#ifndef TEXT_STAT_SYLLABLE_H
#define TEXT_STAT_SYLLABLE_H

#include "base/buf.h"

/* Of an English word in lower case. */
int syllables_english(struct str word);

/*
 * Of a word in lower case, in a script of vowels (Latin, Greek, Cyrillic,
 * Armenian, Georgian); 0: it is in another.  Every vowel that follows no other
 * begins one, and so does one with a diaeresis; `twins`: pairs of vowels that
 * make two, such as "ia io", or NULL.
 */
int syllables_by_vowels(struct str word, const char *twins);

#endif
