/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdlib.h>

#include "base/mem.h"

char *
buf_room(struct buf *b, size_t more)
{
	if (b->cap - b->n < more) {
		size_t cap = b->cap + b->cap / 2 + 64;

		if (cap - b->n < more)
			cap = b->n + more;
		b->s = mem_resize(b->s, cap, 1);
		b->cap = cap;
	}
	return b->s + b->n;
}

void
buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf){0};
}
