/* SPDX-License-Identifier: MIT */
/*
 * The encoding of a page that does not say it, judged by its text.
 */
#ifndef HTML_ENCODING_GUESS_H
#define HTML_ENCODING_GUESS_H

#include "html/encoding/charset.h"

/* NULL: the text does not tell. */
const struct charset *guess(struct str head);

#endif
