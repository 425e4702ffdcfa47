/* SPDX-License-Identifier: MIT */
/*
 * Normal forms and case folding (Unicode Standard Annex #15; chapter 3.13,
 * full folding: statuses C and F of CaseFolding.txt).  utf8proc does the
 * work; text that a table shows to be in its form already, or to fold code
 * point by code point, never gets there.
 */
#ifndef TEXT_UNICODE_NORM_H
#define TEXT_UNICODE_NORM_H

#include <stdbool.h>

#include "base/buf.h"

enum norm {
	NORM_C,  /* what looks the same is the same */
	NORM_KC, /* also: ligatures, widths, superscripts are plain letters */
	NORM_FOLD = 2 /* or'd to one of these: upper and lower case are one */
};

/* Append `text`, which is valid UTF-8, in the form. */
void norm_put(struct buf *, struct str text, unsigned form);


/* The same by utf8proc alone. */
void norm_put_general(struct buf *, struct str text, unsigned form);

#endif
