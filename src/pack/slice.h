/* SPDX-License-Identifier: MIT */
/*
 * The next so many bytes of a stream, as a stream of their own.  Where the
 * stream below ends, or pauses, before, that is said, as of `name`.  The two
 * line ends that follow (CR LF each, or LF) are read before the slice ends, so
 * that whoever comes to its end knows that it was whole; that something else
 * follows is said, too.
 * Owns its window, not the stream below.
 */
#ifndef PACK_SLICE_H
#define PACK_SLICE_H

#include "pack/pack.h"

struct slice {
	struct source source; /* first */
	struct pack *pack;
	struct source *in;
	uint64_t left;
	const char *ends; /* what has to come after the bytes; NULL: not known */
	bool (*follows)(struct str); /* or what may stand in its place */
	uint64_t read;    /* bytes of it */
	bool over;        /* of it nothing is left */
	bool broke;
	char name[64]; /* "warc: record 7, which begins at byte 2041" */
};

struct slice slice_of(struct pack *, struct source *in, uint64_t n);

/* Pass what is left. */
void slice_pass(struct slice *);
void slice_free(struct slice *);

#endif
