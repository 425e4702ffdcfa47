/* SPDX-License-Identifier: MIT */
/*
 * Record mode: JSON Lines in, JSON Lines out.  One string member of each
 * object, the field, goes through the filter as a document of its own.  What
 * the filter makes of it takes the field's place, or is added as members; a
 * member that is there is replaced where it stands.  Every other byte of the
 * line stays as it was, and records keep their order.
 *
 * Where the filter's result is a list, so is the new value; or (`explode`)
 * each piece gets a copy of the record, numbered by a member.  A filter that
 * adds members may make pieces, too (document_piece).
 *
 * A record that cannot be used costs that record only: it is named on stderr
 * and left out (PARTIAL), or, where `rejects` is open, kept there as it came.
 * Empty lines pass.  One record is in memory at a time.
 */
#ifndef PROGRAM_RECORD_H
#define PROGRAM_RECORD_H

#include "program/document.h"

typedef void record_filter(struct document *, void *ctx);

struct record_options {
	enum document_result result;
	struct str field;
	const char *explode; /* the member that numbers pieces; NULL: a list */
	int rejects;         /* a file to write to; -1: none */
	size_t most;         /* bytes of a record */
};

/*
 * All lines of `in`, whose name is `file`; `number` counts the documents, and
 * goes on from one file to the next.
 */
enum verdict record_each(struct source *in, const char *file,
    struct sink *out, record_filter *, void *ctx,
    const struct record_options *, uint64_t *number);

/*
 * A record of one's own, whose last member is a long text that comes in
 * pieces, none of which cuts a UTF-8 sequence: begin, then pieces, then end.
 */
void record_begin(struct sink *, const struct object *members,
    const char *text);
void record_piece(struct sink *, struct str piece);
void record_end(struct sink *);

/* A bad record, as it came, to the file for rejects. */
void record_reject(int rejects, struct str line);

#endif
