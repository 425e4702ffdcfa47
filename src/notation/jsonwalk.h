/* SPDX-License-Identifier: MIT */
/*
 * The members of an object and the items of an array of a JSON text that was
 * checked (json_check), one after the other.  Nothing is built: a value is the
 * bytes it has in the text.
 */
#ifndef NOTATION_JSONWALK_H
#define NOTATION_JSONWALK_H

#include <stdbool.h>

#include "base/buf.h"

/* Begin with a zeroed one. */
struct jsonwalk {
	size_t at;
	bool begun;
};

/* The next member of `object`, its name still a string token; false: no more. */
bool jsonwalk_member(struct jsonwalk *, struct str object, struct str *name,
    struct str *value);

/* The next item of `array`; false: there is none. */
bool jsonwalk_item(struct jsonwalk *, struct str array, struct str *value);

/* The value of a member whose name has no escapes; empty: there is none. */
struct str jsonwalk_get(struct str object, const char *name);

/* Append a member's text; false: it has none that is a string. */
bool jsonwalk_text(struct str object, const char *name, struct buf *to);

#endif
