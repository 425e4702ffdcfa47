/* SPDX-License-Identifier: MIT */
/*
 * The next so many bytes of a stream, as a stream of their own: a file in an
 * archive.  Where the stream below ends before, that is said, once.
 * Owns its window, not the stream below.
 */
#ifndef PACK_STREAM_PART_H
#define PACK_STREAM_PART_H

#include "pack/pack.h"

struct part_source {
	struct source source; /* first */
	struct pack *pack;
	struct source *in;
	uint64_t left;
	const char *format; /* for messages: "tar" */
	struct str name;
	/*
	 * What a whole part is followed by; NULL: anything.  Of a compressed
	 * stream only, where damage may have added bytes to the part.
	 */
	bool (*follows)(struct str);
	bool broke, over;
};

struct part_source part_source_of(struct pack *, struct source *in, uint64_t n,
    const char *format, struct str name);

/* Pass what is left; false: the stream below ends before. */
bool part_source_pass(struct part_source *);
void part_source_free(struct part_source *);

#endif
