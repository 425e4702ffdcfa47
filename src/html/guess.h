/* SPDX-License-Identifier: MIT */
/*
 * The encoding of a page that does not say it, judged by its text.
 */
#ifndef HTML_GUESS_H
#define HTML_GUESS_H

#include "html/charset.h"

/* NULL: the text does not tell. */
const struct charset *guess(struct str head);

#endif
