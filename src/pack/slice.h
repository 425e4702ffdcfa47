/* SPDX-License-Identifier: MIT */
/*
 * The next so many bytes of a stream, as a stream of their own.  Owns its
 * window, not the stream below, which may end before (`left` is not 0 then).
 */
#ifndef PACK_SLICE_H
#define PACK_SLICE_H

#include <stdint.h>

#include "base/source.h"

struct slice {
	struct source source; /* first */
	struct source *in;
	uint64_t left;
};

struct slice slice_of(struct source *in, uint64_t n);

/* Pass what is left; false: the stream below ended before. */
bool slice_pass(struct slice *);
void slice_free(struct slice *);

#endif
