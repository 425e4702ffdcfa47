/* SPDX-License-Identifier: MIT */
/*
 * What became of the documents of a run, for --stats: one JSON object, whose
 * numbers add up over the parts of a cluster.
 *
 *	{"program":"langid","version":"0.2.0","read":10,"written":7,
 *	 "dropped":{"language":3},"bytes_in":51200,"bytes_out":40960}
 */
#ifndef PROGRAM_STATS_H
#define PROGRAM_STATS_H

#include <stddef.h>
#include <stdint.h>

/* One more document was read, or written. */
void stats_read(void);
void stats_written(void);

/* One was read and not written. */
void stats_dropped(const char *reason);

void stats_bytes_in(size_t);
void stats_bytes_out(size_t);

/* A number of the program's own, by name; each call adds to it. */
void stats_add(const char *name, uint64_t);

/* What made the output what it is, such as a model: "name version". */
void stats_made_by(const char *version);

/* The object and a line's end to the descriptor `fd`. */
void stats_write(int fd, const char *program);

#endif
