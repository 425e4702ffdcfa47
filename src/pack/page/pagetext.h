/* SPDX-License-Identifier: MIT */
/*
 * A plain text as a page: what it says, in a `pre`, so that its lines and its
 * angle brackets stay what they are.
 */
#ifndef PACK_PAGE_PAGETEXT_H
#define PACK_PAGE_PAGETEXT_H

#include "base/sink.h"

/* `charset` as webpage_each has it; no title is empty. */
void pagetext_put(struct sink *, struct str text, struct str charset,
    struct str title);

#endif
