/* SPDX-License-Identifier: MIT */
/*
 * One JSON object that is written by name and value: what a filter found out
 * about a document.  With -j its members are added to the record, or replace
 * those of the same name; otherwise it is written as a line of its own.
 *
 *	object_string(o, "lang", STR("en"));
 *	object_number(o, "lang_score", .98, 2);
 *	object_array(o, "links");
 *	object_string(o, NULL, url);
 *	object_end(o);
 *
 * Names are C strings of UTF-8; in an array a value has none (NULL).  Each
 * name is written once in its object.  Strings that are not UTF-8 get U+FFFD;
 * a number that is not finite is null.  A zeroed object is a valid empty one.
 */
#ifndef NOTATION_OBJECT_H
#define NOTATION_OBJECT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/sink.h"

enum { OBJECT_DEPTH = 32 }; /* arrays and objects inside each other */

struct object {
	struct buf json;    /* the values, each as it will stand in a text */
	struct buf names;   /* of members, as string tokens */
	struct buf members; /* of struct object_member */
	int depth;
	char closers[OBJECT_DEPTH]; /* of what is open, outermost first */
	bool filled[OBJECT_DEPTH];  /* it has a value already */
};

void object_string(struct object *, const char *name, struct str);
void object_integer(struct object *, const char *name, long long);
void object_number(struct object *, const char *name, double, int decimals);
void object_bool(struct object *, const char *name, bool);
void object_null(struct object *, const char *name);

/* A value that is JSON already, such as another record's member. */
void object_json(struct object *, const char *name, struct str json);

/* Values that follow are inside it, until its object_end. */
void object_array(struct object *, const char *name);
void object_object(struct object *, const char *name);
void object_end(struct object *);

/* ---- reading it back ---- */

size_t object_count(const struct object *);
/* The i-th member: its name as a string token, its value. */
struct str object_name(const struct object *, size_t i);
struct str object_value(const struct object *, size_t i);

/* "{...}", without a line's end; or what stands between the braces. */
void object_put(const struct object *, struct sink *);
void object_put_members(const struct object *, struct sink *);

void object_clear(struct object *);
void object_free(struct object *);

#endif
