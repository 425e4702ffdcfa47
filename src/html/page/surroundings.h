/* SPDX-License-Identifier: MIT */
/*
 * What a block stands in: how far out the nearest element of each kind is, by
 * its tag or by what its names hint at (struct surroundings).
 */
#ifndef HTML_PAGE_SURROUNDINGS_H
#define HTML_PAGE_SURROUNDINGS_H

#include "html/page/page.h"
#include "html/read/flow.h"

/* What an element's names (class, id, role, …) hint at: a bit for each kind. */
uint32_t surroundings_hints(const struct element *);

/* Those in an element, which has hints, from those around it; `box`: not inline. */
void surroundings_enter(struct surroundings *, const struct surroundings *outer,
    const struct element *, uint32_t hints, bool box);

#endif
