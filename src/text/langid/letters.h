/* SPDX-License-Identifier: MIT */
/*
 * Runs of letters of one script, lower-cased: what language identification
 * takes for words.  They need not be words of UAX #29, which cuts by use.
 */
#ifndef TEXT_LANGID_LETTERS_H
#define TEXT_LANGID_LETTERS_H

#include <stdbool.h>

#include "base/buf.h"
#include "text/langid/feature.h"

/*
 * The next word of `text`, of at most FEATURE_WORD letters, is taken off it.
 * Han, kana, Hangul and the scripts without spaces end where another script
 * begins.  A word with letters of two other scripts is passed over.
 * False: there are no more.
 */
bool letters_next(struct str *text, struct feature_word *);

#endif
