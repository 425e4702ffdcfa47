/* SPDX-License-Identifier: MIT */
/*
 * What an element's own style attribute says of how it is shown, by CSS 2.1
 * and CSS Display 3: of several declarations of a property the last one
 * counts, or the last that is important (CSS Cascade 3, 6).
 */
#ifndef HTML_READ_STYLE_H
#define HTML_READ_STYLE_H

#include <stdbool.h>

struct style {
	enum { DISPLAY_UNSAID, DISPLAY_NONE, DISPLAY_INLINE, DISPLAY_BLOCK,
		DISPLAY_FLEX /* a block, and its children are blocks */
	} display;
	enum { WHITE_UNSAID, WHITE_NORMAL, WHITE_LINES, /* pre-line */
		WHITE_PRE } white_space;
	enum { SEEN_UNSAID, SEEN_VISIBLE, SEEN_HIDDEN } visibility;
	bool right; /* text-align: right or end */
};

/* `style`: the attribute's value; NULL: there is none. */
struct style style_read(const char *style);

#endif
