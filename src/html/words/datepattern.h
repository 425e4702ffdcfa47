/* SPDX-License-Identifier: MIT */
/*
 * The forms of dates, as patterns of tokens: 2025-03-14, 14.3.2025, March 14,
 * 2025, and the time that may stand behind one.  Inside html/words.
 */
#ifndef HTML_WORDS_DATEPATTERN_H
#define HTML_WORDS_DATEPATTERN_H

#include "html/words/datetoken.h"

/* The date at token i; the token behind it and its time, 0: there is none. */
int datepattern_at(const struct tokens *, int i, struct pagedate *);

#endif
