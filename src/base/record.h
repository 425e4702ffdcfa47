/* SPDX-License-Identifier: MIT */
/*
 * Record mode: JSON Lines in, JSON Lines out.  One string member of each
 * object goes through the filter as a document of its own and comes back in
 * its place; every other byte of the line stays as it was, and records keep
 * their order.  Where the filter's result is a list, so is the new value, or
 * (`explode`) each piece gets a copy of the record, numbered by a member "n".
 *
 * A record that cannot be used costs that record only: it is named on stderr
 * and left out (PARTIAL), or, where `rejects` is open, kept there as it came.
 * Empty lines pass.  One record is in memory at a time.
 */
#ifndef BASE_RECORD_H
#define BASE_RECORD_H

#include "base/io.h"

struct record_options {
	struct str field;
	bool explode;
	int rejects; /* a file to write to; -1: none */
	size_t most; /* bytes of a record */
};

/* All lines of `in`; `count` goes on from one file to the next. */
enum verdict record_each(struct source *in, struct sink *out, io_filter *,
    void *ctx, const struct record_options *, unsigned long *count);

/*
 * A record of one's own, a member at a time: `first` of each line opens it,
 * record_end ends it.  An empty value is null.
 */
void record_member(struct sink *, bool first, const char *name, struct str);

/* The last member, a text that comes in pieces, none of which cuts UTF-8. */
void record_text(struct sink *, const char *name);
void record_piece(struct sink *, struct str);
void record_end(struct sink *);

#endif
