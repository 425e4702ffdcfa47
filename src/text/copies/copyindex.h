/* SPDX-License-Identifier: MIT */
/*
 * Which documents have a key: a table from 64-bit keys to the numbers of the
 * first documents that have it, up to COPYINDEX_MOST of each, so that a key
 * that all share costs no more than others.  Where a key is kept depends on a
 * seed that is drawn anew for each table, so that nobody can choose keys that
 * collide.  It takes 18 to 36 bytes per key and document.
 */
#ifndef TEXT_COPIES_COPYINDEX_H
#define TEXT_COPIES_COPYINDEX_H

#include <stdint.h>

enum { COPYINDEX_MOST = 64 }; /* documents of a key */

struct copyindex {
	uint64_t *keys;
	uint32_t *documents; /* beside each key; 0: the slot is free */
	uint64_t used, mask; /* slots less one, a power of two less one */
	uint64_t seed[2];
};

struct copyindex copyindex_open(void);

/*
 * The documents that have the key, in the order in which they were added, to
 * `found`; returns how many.  Then adds `document` (from 1) unless there are
 * COPYINDEX_MOST; 0: adds nothing.
 */
int copyindex_find(struct copyindex *, uint64_t key, uint32_t document,
    uint32_t found[COPYINDEX_MOST]);
void copyindex_free(struct copyindex *);

#endif
