/* SPDX-License-Identifier: MIT */
/*
 * One address resolved against another (RFC 3986, 5.2), by characters alone.
 */
#ifndef HTML_READ_RESOLVE_H
#define HTML_READ_RESOLVE_H

#include "base/buf.h"

enum {
	RESOLVE_BASE_MOST = 1024 /* bytes of one that others are resolved
	                            against */
};

/*
 * What `reference` (as an attribute has it) means on a page at `base`
 * (empty: not known), appended to `to`.  White space around it, and tabs
 * and line ends in it, are gone; other spaces are %20.
 */
void resolve_address(struct buf *to, struct str base, struct str reference);

/* The length of "scheme:" at the beginning; 0: there is none. */
size_t resolve_scheme(struct str);

#endif
