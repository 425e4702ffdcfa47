/* SPDX-License-Identifier: MIT */
/*
 * Fills lines to a number of columns of a terminal.  Text comes in pieces;
 * a word is written once it is known whether it fits.
 *
 * A line is broken at spaces, and between two characters where the essentials
 * of UAX #14 allow it: behind a hyphen or en dash in a word, but before a
 * number; on either side of an em dash; on either side of an ideograph or
 * kana, but not before closing punctuation, a small kana or a sound mark, nor
 * after an opening one.  Never inside a grapheme cluster (UAX #29), nor inside a word that
 * holds "://" or begins with "www.", nor, in Markdown, before a character
 * that would mean something at the start of a line.  A word that is wider
 * than the line stands on one of its own, whole.
 *
 * Columns are those of utf8proc; a cluster is as wide as its widest member.
 */
#ifndef TEXT_UNICODE_WRAP_H
#define TEXT_UNICODE_WRAP_H

#include <stdint.h>

#include "text/unicode/utf.h"

struct wrap {
	int width;  /* columns; 0: its owner does not wrap */
	int column; /* where the line is; the owner sets it as a line begins */
	bool markdown;

	/* private */
	struct buf word;
	int word_columns, cluster_columns, most; /* most: columns of this line */
	bool space;    /* before the word */
	bool written;  /* something of the line is; the word may turn it */
	bool too_wide; /* the word is on its way out, piece by piece */
	bool url;
	uint32_t last, before; /* characters of the word; 0: none */
	int32_t cluster; /* utf8proc's state */
};

struct wrap_writer {
	void (*put)(void *ctx, struct str);
	int (*turn)(void *ctx); /* a new line; the column it begins at */
};

/* Text; a space in it is a place to break. */
void wrap_text(struct wrap *, struct str, const struct wrap_writer *, void *);
/* One space. */
void wrap_space(struct wrap *, const struct wrap_writer *, void *);
/* Blanks that do not break. */
void wrap_glue(struct wrap *, struct str);
/* Write what is left of the line. */
void wrap_end(struct wrap *, const struct wrap_writer *, void *);
void wrap_free(struct wrap *);

/* Columns that a text takes, by clusters. */
size_t wrap_columns(struct str);

#endif
