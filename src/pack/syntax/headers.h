/* SPDX-License-Identifier: MIT */
/*
 * A block of header fields, as HTTP, WARC and mail have it: a line each,
 * `Name: value`, up to an empty line (RFC 9112, 5; RFC 5322, 2.2).  A line
 * that begins with a blank goes on the one before.  Owns its bytes.
 */
#ifndef PACK_SYNTAX_HEADERS_H
#define PACK_SYNTAX_HEADERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"

enum { HEADERS_MOST = 1024 * 1024 }; /* bytes of a block */

struct headers {
	struct buf text; /* its lines, unfolded, each with its LF */
	size_t read;     /* bytes that it took */
};

/*
 * The block at `in`, with its empty line; a block in `h` goes.  False: it
 * ends before that, or is too large; nothing is read then.
 */
bool headers_read(struct headers *h, struct source *in);
void headers_free(struct headers *);

/* Its first line; the trimmed value of the first field of that name. */
struct str headers_line(const struct headers *);
struct str headers_get(const struct headers *, const char *name);

/* The values of all fields of that name, appended, ", " between them. */
void headers_all(const struct headers *h, const char *name, struct buf *to);

/* A whole number of bytes; false: it is none. */
bool headers_number(struct str, uint64_t *);

/* Whether they are the same in any case (ASCII). */
bool headers_same(struct str, const char *lower_case);

struct str headers_trim(struct str);

/* "text/html" of "text/html; charset=x"; a parameter's value, "x". */
struct str headers_type(struct str value);
struct str headers_parameter(struct str value, const char *name);

#endif
