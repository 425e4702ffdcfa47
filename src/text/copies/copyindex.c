/* SPDX-License-Identifier: MIT */
#include "text/copies/copyindex.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

enum { FIRST_SLOTS = 1024 };

static void
make_slots(struct copyindex *x, uint64_t n)
{
	x->keys = mem_alloc(n, sizeof *x->keys);
	x->documents = mem_alloc(n, sizeof *x->documents);
	x->mask = n - 1;
}

struct copyindex
copyindex_open(void)
{
	struct copyindex x = {0};

	make_slots(&x, FIRST_SLOTS);
	map_seed(x.seed);
	return x;
}

void
copyindex_free(struct copyindex *x)
{
	free(x->keys);
	free(x->documents);
	*x = (struct copyindex){0};
}

static uint64_t
slot_of(const struct copyindex *x, uint64_t key)
{
	return map_mix(key ^ x->seed[0], x->seed[1] | 1) & x->mask;
}

static void
put(struct copyindex *x, uint64_t key, uint32_t document)
{
	uint64_t at = slot_of(x, key);

	while (x->documents[at] != 0)
		at = (at + 1) & x->mask;
	x->keys[at] = key;
	x->documents[at] = document;
}

/*
 * Documents of one key must keep their order, so the old slots are read from
 * behind a free one, over which no run of them goes on.
 */
static void
grow(struct copyindex *x)
{
	struct copyindex old = *x;
	uint64_t from = 0;

	while (old.documents[from] != 0)
		from++;
	make_slots(x, 2 * (old.mask + 1));
	for (uint64_t i = 0; i <= old.mask; i++) {
		uint64_t at = (from + i) & old.mask;

		if (old.documents[at] != 0)
			put(x, old.keys[at], old.documents[at]);
	}
	copyindex_free(&old);
}

int
copyindex_find(struct copyindex *x, uint64_t key, uint32_t document,
    uint32_t found[COPYINDEX_MOST])
{
	uint64_t at;
	int n = 0;

	if (document != 0 && x->used >= x->mask - x->mask / 3)
		grow(x);
	for (at = slot_of(x, key); x->documents[at] != 0;
	    at = (at + 1) & x->mask)
		if (x->keys[at] == key && n < COPYINDEX_MOST)
			found[n++] = x->documents[at];
	if (document == 0 || n == COPYINDEX_MOST)
		return n;
	x->keys[at] = key;
	x->documents[at] = document;
	x->used++;
	return n;
}
