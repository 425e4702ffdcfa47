/* SPDX-License-Identifier: MIT */
/*
 * Sorting records, in memory or, where there are more than `memory` bytes of
 * them, by way of sorted runs in one temporary file.  A record is any bytes;
 * the order is memcmp's, a shorter one first, and among equals the order in
 * which they were put.
 *
 * The file is made by extsort_open, if there is a bound, in $TMPDIR or /tmp, and has no
 * name: it is gone with the process, however that ends.  A disk that is full
 * ends the program.
 */
#ifndef BASE_EXTSORT_H
#define BASE_EXTSORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct extsort {
	struct buf records;        /* each after its length, a uint32_t */
	struct extsort_item *items;  /* of the records in memory */
	size_t n, cap;
	size_t memory;             /* bytes; 0: no bound, and no file */
	int fd;
	uint64_t end;              /* of the file */
	struct extsort_run *last;    /* each knows the one before it */
	struct extsort_merge *merge; /* while reading with runs */
	size_t next;               /* while reading without */
	bool reading;
};

/* `memory`: bytes to stay below; 0: no bound.  Before the sandbox is entered. */
struct extsort extsort_open(size_t memory);

/* Add a record; it is copied.  One of 4 GiB ends the program. */
void extsort_put(struct extsort *, struct str record);

/*
 * The next record in order, valid until the next call; false after the last.
 * Nothing may be put once one was taken.
 */
bool extsort_next(struct extsort *, struct str *record);
void extsort_free(struct extsort *);

#endif
