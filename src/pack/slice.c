/* SPDX-License-Identifier: MIT */
#include "pack/slice.h"

static size_t
fill(struct source *source, char *to, size_t room)
{
	struct slice *s = (struct slice *)source;
	size_t n = source_copy(s->in, to,
	    room < s->left ? room : (size_t)s->left);

	s->left -= n;
	return n;
}

struct slice
slice_of(struct source *in, uint64_t n)
{
	return (struct slice){source_from(fill), in, n};
}

bool
slice_pass(struct slice *s)
{
	s->source.at = s->source.end;
	while (s->left > 0 && source_has(s->in, 1)) {
		size_t n = (size_t)(s->in->end - s->in->at);

		if (n > s->left)
			n = (size_t)s->left;
		s->in->at += n;
		s->left -= n;
	}
	return s->left == 0;
}

void
slice_free(struct slice *s)
{
	source_free(&s->source);
}
