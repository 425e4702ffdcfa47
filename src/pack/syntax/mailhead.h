/* SPDX-License-Identifier: MIT */
/*
 * The head of a mail as people have it: with a byte order mark, empty lines
 * first, lines that are no fields, blanks before a colon, and no empty line
 * before the body.
 */
#ifndef PACK_SYNTAX_MAILHEAD_H
#define PACK_SYNTAX_MAILHEAD_H

#include <stdbool.h>

#include "base/buf.h"

/* The line that `s` begins with, with its LF. */
struct str mailhead_line(struct str s);

/* The name of the field that a line begins with; empty: it is none. */
struct str mailhead_field(struct str line);

/* Whether a line is a mailbox's "From " (RFC 4155). */
bool mailhead_is_from(struct str line);

/* Without a byte order mark and empty lines, which are no part of a head. */
struct str mailhead_skip(struct str s);

/*
 * Whether a stream that begins so is a mail: fields, of which a few lines at
 * most are none, and some that only a mail has.  `whole`: and ends so.
 */
bool mailhead_sniff(struct str head, bool whole);

/*
 * The bytes of a head, and where the body begins: behind the empty line, or,
 * where someone forgot that, behind the last line that is a field or goes on
 * one.  False: the message is cut off in its head.
 */
bool mailhead_body(struct str s, size_t *head, size_t *body);

#endif
