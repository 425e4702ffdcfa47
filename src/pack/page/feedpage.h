/* SPDX-License-Identifier: MIT */
/*
 * The page that an item of a feed, or a note, becomes: a title, which is its
 * heading as well, and what it says.
 */
#ifndef PACK_PAGE_FEEDPAGE_H
#define PACK_PAGE_FEEDPAGE_H

#include "base/buf.h"

/* `title` and `base` are text, `body` is markup; no base is empty. */
void feedpage_put(struct buf *page, struct str title, struct str base,
    struct str body);

/* Text as markup whose lines are lines. */
void feedpage_lines(struct buf *to, struct str text);

#endif
