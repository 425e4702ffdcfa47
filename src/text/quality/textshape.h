/* SPDX-License-Identifier: MIT */
/*
 * A text as the papers on filtering see it: its lines, its paragraphs, and its
 * words, which are what white space parts (Python's str.split), with lengths
 * in code points.
 */
#ifndef TEXT_QUALITY_TEXTSHAPE_H
#define TEXT_QUALITY_TEXTSHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

/* A piece of the text, and its length. */
struct piece {
	struct str text;
	uint64_t points; /* code points */
};

struct textshape {
	struct str text;   /* in UTF-8 */
	struct buf mended; /* it, where what came was not */
	uint64_t points;
	VEC(struct piece) words;
};

/* The text must outlive it. */
void textshape_read(struct textshape *, struct str text);
void textshape_free(struct textshape *);

/* Code points of a piece of it. */
uint64_t textshape_points(struct str);

/* White space as Unicode has it, and U+001C to U+001F. */
bool textshape_is_space(uint32_t c);

/* Without white space at its start, its end. */
struct str textshape_trim_left(struct str);
struct str textshape_trim_right(struct str);

/*
 * The next line of `rest`, without its end; what is left stays in `rest`.
 * False: there is none.  A line ends at LF, or (`any`) at any of LF CR CRLF
 * VT FF U+001C-1E U+0085 U+2028 U+2029.
 */
bool textshape_line(struct str *rest, bool any, struct str *line);

#endif
