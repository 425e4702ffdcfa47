/* SPDX-License-Identifier: MIT */
/*
 * The encoding of a text that does not say it, judged by its bytes.
 */
#ifndef TEXT_ENCODING_GUESS_H
#define TEXT_ENCODING_GUESS_H

#include "text/encoding/charset.h"

enum { GUESS_ENOUGH = 32 * 1024 }; /* bytes of text that are worth judging */

/* NULL: the text does not tell. */
const struct charset *guess(struct str text);

#endif
