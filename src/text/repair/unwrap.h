/* SPDX-License-Identifier: MIT */
/*
 * Wrapped text made whole: words that were hyphenated at line ends, and
 * paragraphs of several lines.
 *
 * A line that ends in a letter or digit and a hyphen (U+2010 and the soft
 * hyphen, too) is joined to the next if that begins with a letter or digit.
 * Whether the hyphen stays is learned from the text itself, as far as it was
 * read and UNWRAP_AHEAD bytes beyond: whether "AB" or "A-B" occurs more often.
 *
 * Memory is that of the different words, up to UNWRAP_WORDS of them.  One of
 * more than UNWRAP_LONGEST bytes is none that is known.
 */
#ifndef TEXT_REPAIR_UNWRAP_H
#define TEXT_REPAIR_UNWRAP_H

#include <stdbool.h>

#include "base/map.h"

enum {
	UNWRAP_AHEAD = 64 * 1024, /* bytes */
	UNWRAP_WORDS = 1 << 22,
	UNWRAP_LONGEST = 256 /* bytes; a word of no language has as many */
};

enum unwrap_hyphen {
	UNWRAP_JOIN, /* it goes */
	UNWRAP_KEEP, /* it stays */
	UNWRAP_SPACE /* it stays, and two words are behind it */
};

/* A zeroed one is at the beginning of a text. */
struct unwrap {
	bool hyphens; /* join hyphenated words */
	bool lines;   /* join lines to paragraphs */
	void (*put)(void *ctx, struct str); /* takes what comes of it */
	void *ctx;

	/* private */
	bool opened;
	struct map words;
	struct buf text;        /* read, but not yet decided from `at` on */
	size_t at, counted;     /* up to there words are counted */
	struct buf line;        /* the end of the line that is being made */
	bool begun;             /* there is one */
	bool inside;            /* its last line of input has not ended */
	struct buf key;
};

/* Words that are known beforehand: one per line, or a table's first column. */
void unwrap_words(struct unwrap *, struct str list);

/* More of the text; then its end, and another may begin. */
void unwrap_add(struct unwrap *, struct str);
void unwrap_end(struct unwrap *);

void unwrap_free(struct unwrap *);

#endif
