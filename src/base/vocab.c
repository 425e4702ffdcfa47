/* SPDX-License-Identifier: MIT */
#include "base/vocab.h"

#include <stdlib.h>

#include "base/complain.h"
#include "base/mem.h"

enum { FIRST = 1024 };

struct vocab
vocab_open(void)
{
	return (struct vocab){.map = map_open(0)};
}

void
vocab_free(struct vocab *v)
{
	map_free(&v->map);
	buf_free(&v->keys);
	free(v->ends);
	*v = (struct vocab){0};
}

void
vocab_clear(struct vocab *v)
{
	map_clear(&v->map);
	v->keys.n = 0;
	v->n = 0;
}

uint32_t
vocab_add(struct vocab *v, struct map_slot *slot)
{
	struct str key = map_key(slot);

	if (v->n == VOCAB_NONE - 16)
		die("more than 4 billion different words");
	if (v->n == v->cap) {
		v->cap = v->cap > 0 ? 2 * v->cap : FIRST;
		v->ends = mem_resize(v->ends, v->cap, sizeof *v->ends);
	}
	buf_put(&v->keys, key.s, key.n);
	v->ends[v->n] = v->keys.n;
	slot->count = ++v->n;
	return v->n - 1;
}

size_t
vocab_bytes(const struct vocab *v)
{
	return map_bytes(&v->map) + v->keys.cap + v->cap * sizeof *v->ends;
}
