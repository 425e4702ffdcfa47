/* SPDX-License-Identifier: MIT */
/*
 * From operands to standard output.  A filter is one function from a source
 * to a sink; `io` opens what it reads, hands it over one document at a time,
 * and checks what was written.  "-" or no operand is standard input.
 * With -j each line is a record, its field a document (base/record).
 *
 * A file that cannot be read is named on stderr and the others are still
 * read (PARTIAL).  Standard output that cannot be written ends the program
 * (FAILED); a reader that leaves early ends it quietly (SIGPIPE).
 */
#ifndef BASE_IO_H
#define BASE_IO_H

#include "base/app.h"
#include "base/sink.h"
#include "base/source.h"

typedef void io_filter(struct source *, struct sink *, void *ctx);

/* Before the first app_option: the options that io answers itself. */
void io_start(const struct app *);

/* The operand that is being read, for complaints. */
const char *io_name(void);

/* Standard output, buffered. */
struct sink *io_out(void);

/* Each operand through the filter, in order; `files` ends with NULL. */
enum verdict io_each(char **files, io_filter *, void *ctx);

/* Write out what is buffered and close standard output; the exit status. */
enum verdict io_finish(enum verdict);

/* io_each, then io_finish. */
enum verdict io_run(char **files, io_filter *, void *ctx);

#endif
