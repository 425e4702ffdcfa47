/* SPDX-License-Identifier: MIT */
/*
 * One JSON text (RFC 8259) in memory, read without building anything: it is
 * checked as a whole, and the members of an object are shown as they stand
 * there, so that a record can be written again with all else as it came:
 * order, white space, the spelling of numbers, escapes.  What is accepted is
 * what the RFC defines and nothing more; it must be UTF-8 and no deeper than
 * JSON_DEPTH.
 */
#ifndef NOTATION_JSON_H
#define NOTATION_JSON_H

#include "base/buf.h"

enum { JSON_DEPTH = 512 }; /* arrays and objects inside each other */

/* NULL where `text` is one JSON value; else why it is not.  Static. */
const char *json_check(struct str text);

/* A member of an object: its name, a string token, and any value. */
struct json_member {
	struct str name, value; /* as they stand in the text, quotes and all */
};

typedef void json_member_fn(void *ctx, struct json_member);

/*
 * Each member of the object `text`, in order.  NULL; else why it is none: bad
 * JSON (what stood before the fault has been shown), or no object.
 */
const char *json_members(struct str text, json_member_fn *, void *ctx);

/* Whether the string token says `name`, with escapes or without. */
bool json_name_is(struct str token, struct str name);

/*
 * The value of the member `name` of the object `text`.  NULL where there is
 * one such member; else why not.
 */
const char *json_find(struct str text, struct str name, struct str *value);

/* The text of a checked string token.  A lone surrogate becomes U+FFFD. */
void json_unescape(struct buf *, struct str token);

/* A piece of a text as it stands within a string token's quotes. */
void json_escape(struct buf *, struct str piece);

/* A text as a string token.  What is not UTF-8 becomes U+FFFD. */
void json_put(struct buf *, struct str text);

#endif
