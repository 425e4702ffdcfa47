/* SPDX-License-Identifier: MIT */
/*
 * A body in chunks (RFC 9112, 7.1) as the stream it is; the trailer is read
 * and dropped.  Where it ends before its last chunk, that is said to `pack`.
 */
#ifndef PACK_STREAM_CHUNK_H
#define PACK_STREAM_CHUNK_H

#include <stdint.h>

#include "pack/pack.h"

struct chunk {
	struct source source; /* first */
	struct pack *pack; /* NULL: who stored it knew that it is cut */
	struct source *in;
	uint64_t left; /* bytes of the chunk at hand */
	uint64_t gave; /* of all */
	bool begun, over;
};

/*
 * Whether the stream begins as a chunk does.  Who saved a page may have undone
 * the chunks and kept the head that speaks of them.
 */
bool chunk_looks(struct source *in);

struct chunk chunk_of(struct pack *, struct source *in);
void chunk_free(struct chunk *);

#endif
