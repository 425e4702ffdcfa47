/* SPDX-License-Identifier: MIT */
/*
 * How the bytes of a document become clean UTF-8: what program/filter asks of
 * the floors above it.
 */
#ifndef PROGRAM_DECODER_H
#define PROGRAM_DECODER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"

/* One document is open at a time. */
struct decoder {
	/* Whether there is an encoding of this name. */
	bool (*known)(const char *encoding);
	/*
	 * The document's text, over its bytes, which may be UTF-8 already
	 * (bytes->utf8); `encoding` NULL: it is found out.
	 */
	struct source *(*open)(struct source *bytes, const char *encoding);
	/* The first byte that is not in the encoding, from 1; 0: none. */
	uint64_t (*close)(void);
};

#endif
