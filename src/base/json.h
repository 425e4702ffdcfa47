/* SPDX-License-Identifier: MIT */
/*
 * One JSON text (RFC 8259) in memory, of which one string member is wanted
 * and all else is to stay as it came: order, white space, the spelling of
 * numbers, escapes.  So this reads without building anything: it checks the
 * whole text and says where the string is.  What it accepts is what the RFC
 * defines and nothing more; it must be UTF-8 and no deeper than JSON_DEPTH.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

enum { JSON_DEPTH = 512 }; /* arrays and objects inside each other */

/* NULL where `text` is one JSON value; else why it is not.  Static. */
const char *json_check(struct str text);

/*
 * The string that the member `name` of the object `text` has, as it stands
 * there, with its quotes.  NULL where that is found; else why not: bad JSON,
 * no object, no such member, twice, not a string.
 */
const char *json_find(struct str text, struct str name, struct str *token);

/* The text of a checked string token.  A lone surrogate becomes U+FFFD. */
void json_unescape(struct buf *, struct str token);

/* A piece of a text as it stands within a string token's quotes. */
void json_escape(struct buf *, struct str piece);

/* A text as a string token.  What is not UTF-8 becomes U+FFFD. */
void json_put(struct buf *, struct str text);

#endif
