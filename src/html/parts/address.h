/* SPDX-License-Identifier: MIT */
/*
 * Addresses as a browser's `href` gives them: the serialization of the URL
 * Standard (url.spec.whatwg.org, 4.4 and 4.5).  Scheme and host are in lower
 * case, a host outside ASCII in Punycode (RFC 3492), a scheme's own port is
 * gone, "." and ".." are resolved, and what may not stand in a part of an
 * address is percent-encoded there, as UTF-8.
 *
 * Not as there: a host of numbers alone is not read as IPv4, and a query is
 * UTF-8 on pages in other encodings, too.
 */
#ifndef HTML_PARTS_ADDRESS_H
#define HTML_PARTS_ADDRESS_H

#include "base/buf.h"

/*
 * What `reference`, as an attribute has it, means on a page at `base` (empty:
 * not known), appended to `to`.  One that is no valid address stays as it is,
 * without the white space around it.
 */
void address_put(struct buf *to, struct str base, struct str reference);

/*
 * Whether two addresses are of one site: their hosts are the same but for a
 * "www." in front.  One without a host is of any site.
 */
bool address_same_site(struct str, struct str);

#endif
