/* SPDX-License-Identifier: MIT */
/*
 * A helper process that opens files for one that cannot: more files are named
 * than a process may have open, and the sandbox lets it open none.  The helper
 * is forked before the sandbox is entered, knows the names, reads nothing, and
 * hands over one descriptor per request through a socket (SCM_RIGHTS).
 */
#ifndef PROGRAM_OPENER_H
#define PROGRAM_OPENER_H

/* Start it, for the names in order, NULL at the end; returns the socket. */
int opener_start(char *const names[]);

/* The next file's descriptor; -1: it could not be opened, see errno. */
int opener_next(int opener);

#endif
