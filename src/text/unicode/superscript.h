/* SPDX-License-Identifier: MIT */
/*
 * Unicode's superscript and subscript digits and signs (U+00B2, U+00B3,
 * U+00B9, U+2070 to U+208E): 0-9 + - = ( ).
 */
#ifndef TEXT_UNICODE_SUPERSCRIPT_H
#define TEXT_UNICODE_SUPERSCRIPT_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Append `text` as superscripts, or as subscripts; false, and nothing is
 * appended, if it is empty or holds a character that has none.
 */
bool superscript_put(struct buf *, struct str text);
bool subscript_put(struct buf *, struct str text);

#endif
