/* SPDX-License-Identifier: MIT */
/*
 * Lines that were there before, in the same document or an earlier one.  A
 * line of html2text is a paragraph, one of sentsplit a sentence.  Lines are
 * compared by their words, as copies are; one of fewer than three words is
 * none.
 */
#ifndef TEXT_COPIES_REPEATS_H
#define TEXT_COPIES_REPEATS_H

#include <stdint.h>

#include "base/map.h"
#include "base/sink.h"
#include "base/source.h"

struct repeats {
	uint64_t seen; /* times that a line may be there: from 1 */
	struct map lines;
	uint64_t left_out; /* lines */
};

struct repeats repeats_open(uint64_t seen);

/*
 * The text without the lines that were there `seen` times before; all else
 * byte for byte, but for the empty line behind what is left out.
 */
void repeats_put(struct repeats *, struct source *, struct sink *);
void repeats_free(struct repeats *);

#endif
