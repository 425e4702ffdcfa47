/* SPDX-License-Identifier: MIT */
/*
 * The files a program reads and the standard output it writes.  All files are
 * opened before the first is read, since none can be once the sandbox is
 * entered; a list of more files than a process may have open is opened by a
 * helper process that does nothing else (program/opener).
 *
 * A file that cannot be read is named on stderr and the others are still read
 * (PARTIAL).  Standard output that cannot be written ends the program
 * (FAILED); a reader that leaves early ends it quietly (SIGPIPE).
 */
#ifndef PROGRAM_IO_H
#define PROGRAM_IO_H

#include "base/complain.h"
#include "base/sink.h"
#include "base/source.h"

/* Standard output, buffered. */
struct sink *io_out(void);

/* Write out what is buffered and close standard output. */
void io_close_out(void);

/* An address is read by way of this, "html2text | " or "". */
void io_by_way_of(const char *programs);

/*
 * Open each of the `files`, NULL at the end; "-" is standard input.  The names
 * are kept, not copied.  Before the sandbox is entered.
 */
enum verdict io_open(char **files);

/* What io_each calls for a file: its bytes, its name for messages. */
typedef enum verdict io_reader(struct source *, const char *file, void *ctx);

/* Each file that could be opened, in order. */
enum verdict io_each(io_reader *, void *ctx);

/* The bytes of all files that are open and regular; 0: one is not. */
unsigned long long io_total(void);

#endif
