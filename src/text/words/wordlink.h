/* SPDX-License-Identifier: MIT */
/*
 * What is written in one piece though it has punctuation in it: addresses of
 * the net, of mail, names of files, @names, #tags, C++.
 */
#ifndef TEXT_WORDS_WORDLINK_H
#define TEXT_WORDS_WORDLINK_H

#include <stdint.h>

#include "base/source.h"

enum { LINK_MOST = 2048 }; /* bytes; a longer one is cut into words */

/* How far it was looked, and whether no piece goes on there: zeroed first. */
struct wordlink_ahead {
	uint64_t upto; /* bytes from the text's beginning */
	bool ends;
};

/*
 * The length of such a piece that begins where the source is, `offset` bytes
 * into the text; 0: there is none.  To be asked only where no other may go
 * on, that is where wordlink_may_begin after the byte before, and further on
 * each time, so that it takes linear time.
 */
size_t wordlink(struct source *, uint64_t offset, struct wordlink_ahead *);
bool wordlink_may_begin(unsigned char before);

#endif
