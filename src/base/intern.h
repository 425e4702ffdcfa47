/* SPDX-License-Identifier: MIT */
/*
 * Numbers for keys: 0 for the first that comes, 1 for the next that is new,
 * the same for one that came before.  Where a key is kept depends on a seed
 * that is drawn for each table, so that nobody can choose keys that collide;
 * its number does not.
 */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

struct interns {
	uint32_t n; /* different keys so far */

	/* private */
	uint64_t *key;
	uint32_t *number; /* and one; 0: a free slot */
	size_t mask;
	uint64_t seed[2];
};

/* Room for at most so many different keys. */
struct interns interns_open(size_t most);
uint32_t intern_of(struct interns *, uint64_t key);
void interns_close(struct interns *);

#endif
