/* SPDX-License-Identifier: MIT */
/*
 * The host of an address as a browser's `href` has it (URL Standard, 3.5):
 * percent-decoded, in lower case, composed, its labels in Punycode.
 */
#ifndef HTML_PARTS_HOST_H
#define HTML_PARTS_HOST_H

#include "base/ascii.h"
#include "base/buf.h"

/* Letters, digits, "-", "." and "_": encoded in no part of an address. */
static inline bool
host_is_plain(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '.' || c == '_';
}

/* False: it is no host. */
bool host_put(struct buf *, struct str host);

#endif
