/* SPDX-License-Identifier: MIT */
/*
 * How far the work is, for a person who waits: one line on stderr, as dd has
 * it, when SIGUSR1 comes (SIGINFO where there is one) and, if asked for,
 * every second while stderr is a terminal.
 */
#ifndef PROGRAM_PROGRESS_H
#define PROGRAM_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Listen to the signals, from now on; before the sandbox is entered.  `total`
 * is how many bytes there are to read; 0: nobody knows.
 */
void progress_start(bool each_second, unsigned long long total);

/* So many bytes more were read; says its line if one is due. */
void progress_read(size_t bytes);
void progress_record(void);

/* A line is due: someone asked while we waited for input. */
void progress_say_if_due(void);

#endif
