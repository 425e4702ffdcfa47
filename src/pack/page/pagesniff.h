/* SPDX-License-Identifier: MIT */
/*
 * Whether a stream of no declared type is a page: WHATWG MIME Sniffing, 7.1,
 * and besides what browsers make of what people save, a text with a whole tag
 * of HTML's own.  Nothing with another format's signature is one, nor is
 * source code, whatever tags its strings and comments hold.
 */
#ifndef PACK_PAGE_PAGESNIFF_H
#define PACK_PAGE_PAGESNIFF_H

#include <stdbool.h>

#include "base/buf.h"

/* By the first bytes, SNIFF_HEAD at most. */
bool pagesniff(struct str head);

/* The same of a file in an archive, whose name's ending counts as well. */
bool pagesniff_named(struct str head, struct str name);

/* Whether the ending of a name is one that pages have. */
bool pagesniff_ending(struct str name);

/* A tag, whole or not, of any name, and no more binary bytes than strays. */
bool pagesniff_lenient(struct str head);

#endif
