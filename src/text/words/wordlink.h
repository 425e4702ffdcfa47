/* SPDX-License-Identifier: MIT */
/*
 * Tokens with punctuation inside: addresses of web pages and of mail, paths and
 * names of files, @names, #tags, C++.
 */
#ifndef TEXT_WORDS_WORDLINK_H
#define TEXT_WORDS_WORDLINK_H

#include <stdint.h>

#include "base/source.h"

enum { LINK_MOST = 2048 }; /* bytes; a longer one is cut into words */

/* How far the text ahead was read for such tokens; zeroed at first. */
struct wordlink_ahead {
	uint64_t upto; /* bytes from the text's beginning */
	bool ends;     /* no token goes on there */
};

/*
 * The length of the token that begins at the source's position, `offset` bytes
 * into the text; 0: there is none.  Call it only where wordlink_may_begin is
 * true of the byte before, at ascending offsets: it then takes linear time.
 */
size_t wordlink(struct source *, uint64_t offset, struct wordlink_ahead *);
bool wordlink_may_begin(unsigned char before);

#endif
