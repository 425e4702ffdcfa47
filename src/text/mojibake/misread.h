/* SPDX-License-Identifier: MIT */
/*
 * The inverse of one mistake: UTF-8 that was read as a single-byte charset.
 */
#ifndef TEXT_MOJIBAKE_MISREAD_H
#define TEXT_MOJIBAKE_MISREAD_H

#include "text/mojibake/mojibakedata.h"
#include "text/mojibake/points.h"

struct misread_result {
	size_t decoded;   /* sequences that became a character */
	size_t left;      /* bytes of sequences that are not whole */
	uint8_t lead;     /* the first byte of the first sequence */
	uint32_t second;  /* its second character */
};

/*
 * `from` as if the charset's bytes had been UTF-8, into `to`: each whole
 * sequence of two bytes or more becomes its character (CESU-8 pairs, too),
 * what is none stays.  A U+FFFD within a sequence makes it one, and so does a
 * question mark at the end of a longer one; a space may be the byte A0, which
 * was a no-break space once.
 */
struct misread_result misread_undo(struct points *to,
    const struct points *from, enum misreading charset);

#endif
