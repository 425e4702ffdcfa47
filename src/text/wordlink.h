/* SPDX-License-Identifier: MIT */
/*
 * What is written in one piece though it has punctuation in it: addresses of
 * the net, of mail, names of files, @names, #tags, C++.
 */
#ifndef TEXT_WORDLINK_H
#define TEXT_WORDLINK_H

#include "base/source.h"

enum { LINK_MOST = 2048 }; /* bytes; a longer one is cut into words */

/*
 * The length of such a piece that begins `start` bytes into the source; 0:
 * there is none.  To be asked only where no other may go on, that is where
 * wordlink_may_begin after the byte before, so that it takes linear time.
 */
size_t wordlink(struct source *, size_t start);
bool wordlink_may_begin(unsigned char before);

#endif
