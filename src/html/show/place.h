/* SPDX-License-Identifier: MIT */
/*
 * Where the blocks of a page stand in its bytes.  A block's text is looked for
 * in the text of the page from where the block before it ended; white space
 * and invisible characters do not count.  A block that is not found, such as
 * one made of formulas, has no place.
 */
#ifndef HTML_SHOW_PLACE_H
#define HTML_SHOW_PLACE_H

#include "html/page/page.h"

struct place {
	size_t from, to; /* bytes of the page; to is 0: no place */
};

/* One for each block, in page order; the caller frees them. */
struct place *places_of(const struct page *, struct str bytes);

#endif
