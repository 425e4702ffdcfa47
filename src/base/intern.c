/* SPDX-License-Identifier: MIT */
#include "base/intern.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

struct interns
interns_open(size_t most)
{
	struct interns t = {.mask = 63};

	while (t.mask < 2 * most)
		t.mask = 2 * t.mask + 1;
	t.key = mem_alloc(t.mask + 1, sizeof *t.key);
	t.number = mem_alloc(t.mask + 1, sizeof *t.number);
	map_seed(t.seed);
	return t;
}

uint32_t
intern_of(struct interns *t, uint64_t key)
{
	size_t at = map_mix(key ^ t->seed[0], t->seed[1]) & t->mask;

	while (t->number[at] != 0 && t->key[at] != key)
		at = (at + 1) & t->mask;
	if (t->number[at] == 0) {
		t->key[at] = key;
		t->number[at] = ++t->n;
	}
	return t->number[at] - 1;
}

void
interns_close(struct interns *t)
{
	free(t->key);
	free(t->number);
	*t = (struct interns){0};
}
