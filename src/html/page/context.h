/* SPDX-License-Identifier: MIT */
/*
 * What no block can tell of itself: what kind of page it stands on, what the
 * sections around it are called, and where the first look at the page saw
 * most of its content.  Numbers of a byte each, for html/page/feature.
 */
#ifndef HTML_PAGE_CONTEXT_H
#define HTML_PAGE_CONTEXT_H

#include "html/page/page.h"

enum { CONTEXT_PAGE = 29, CONTEXT_SINCE = 11, CONTEXT_REGION = 18 };

/* Of the page: what it says, what its address looks like, what it has. */
void context_page(const struct page *, uint8_t numbers[CONTEXT_PAGE]);

/*
 * Of each of `n` rows (blocks with words): how long ago a short line called
 * what follows related, comments, …; the headings before and after.
 */
void context_since(const struct page *, const uint32_t *block, size_t n,
    uint8_t (*numbers)[CONTEXT_SINCE]);

/*
 * Of each row, from the scores of all: where it is to the stretch of rows in
 * which there is most that is good, and least that is not.
 */
void context_region(const struct page *, const uint32_t *block, size_t n,
    const uint8_t *score, uint8_t (*numbers)[CONTEXT_REGION]);

#endif
