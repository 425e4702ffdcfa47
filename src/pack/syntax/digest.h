/* SPDX-License-Identifier: MIT */
/*
 * Digests as WARC writes them: "sha1:" and base 32 (RFC 4648), or hexadecimal
 * digits; SHA-1 and SHA-256 (FIPS 180-4).
 */
#ifndef PACK_SYNTAX_DIGEST_H
#define PACK_SYNTAX_DIGEST_H

#include "pack/pack.h"

enum { DIGEST_BYTES = 32, DIGEST_BLOCK = 64 };

struct digest {
	uint32_t state[8];
	uint64_t n; /* bytes so far */
	unsigned char block[DIGEST_BLOCK];
	bool wide;  /* SHA-256 */
};

struct digest digest_of(bool wide);
void digest_put(struct digest *, const char *s, size_t n);

/* The digest's bytes, 20 or 32 of them; nothing can be put after. */
void digest_end(struct digest *, unsigned char to[DIGEST_BYTES]);

/* Whether "sha1:..." means these bytes. */
bool digest_is(struct str written, const unsigned char *bytes, size_t n);

/*
 * A stream that is checked as it is read: when it comes to its end, a digest
 * that is not the one that was written is said, as a break.
 */
struct digest_source {
	struct source source; /* first */
	struct pack *pack;
	struct source *in;
	struct digest digest;
	struct str written, name;
	bool known, over;
};

struct digest_source digest_source_of(struct pack *, struct source *in,
    struct str written, struct str name);

/* Read what is left, and check. */
void digest_source_pass(struct digest_source *);
void digest_source_free(struct digest_source *);

#endif
