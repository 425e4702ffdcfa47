/* SPDX-License-Identifier: MIT */
/*
 * A file that a program writes beside standard output, such as what it drops.
 * It is created before the sandbox closes; what cannot be written ends the
 * program (FAILED).
 */
#ifndef PROGRAM_OUTLET_H
#define PROGRAM_OUTLET_H

#include "base/sink.h"

struct outlet {
	struct sink sink; /* buffered; first, so that a sink is its outlet */
	int fd;
	const char *name;
};

/* Create the file `name`, which outlives the outlet; "-" is stderr. */
void outlet_open(struct outlet *, const char *name);

/* A record that was dropped, and a line's end. */
void outlet_line(struct outlet *, struct str record);

/* Write out what is buffered. */
void outlet_close(struct outlet *);

#endif
