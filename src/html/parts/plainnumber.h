/* SPDX-License-Identifier: MIT */
/*
 * Numbers as people write them in tables, made ready for a program: "1,234[a]"
 * is 1234.
 */
#ifndef HTML_PARTS_PLAINNUMBER_H
#define HTML_PARTS_PLAINNUMBER_H

#include "base/buf.h"

/*
 * Of the text from `start` on, if it is one number, the marks of footnotes
 * behind it ([1], asterisks, daggers; superscripts behind a number that has a
 * separator or decimals, as 10⁶ is a power) and the separators of thousands are
 * taken out.  Separators are blanks, apostrophes, commas and
 * full stops between groups of three digits; one alone is a separator if it is
 * no full stop.  The minus sign becomes "-".
 */
void plainnumber(struct buf *, size_t start);

#endif
