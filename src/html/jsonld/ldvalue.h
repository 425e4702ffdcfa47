/* SPDX-License-Identifier: MIT */
/*
 * Values of JSON-LD as they stand in a JSON text that was checked
 * (notation/json): members by name, whatever vocabulary prefixes it, and what
 * a value is called.
 */
#ifndef HTML_JSONLD_LDVALUE_H
#define HTML_JSONLD_LDVALUE_H

#include <stdbool.h>

#include "base/buf.h"

/* The value of a member, with a prefix ("schema:name") or without; n is 0 if
 * there is none, or what is given is no object. */
struct str ldvalue_member(struct str object, const char *name);

bool ldvalue_is_string(struct str value);

/*
 * Append the first string of a value: itself, of an item, of a member that
 * names it; that deep.  False: there is none.
 */
bool ldvalue_string(struct str value, struct buf *to, int depth);

/* The first string of a member, in place of what is in `to`. */
bool ldvalue_text(struct str object, const char *name, struct buf *to);

#endif
