/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PIECES_H
#define TESTS_PIECES_H

#include <string.h>

#include "base/source.h"

/*
 * A source that gives its text in pieces of `piece` bytes, or, where that is
 * 0, cut in two at `cut`: for showing that a result does not depend on it.
 */
struct pieces {
	struct source source; /* first */
	struct str text;
	size_t piece, cut;
};

static inline size_t
pieces_fill(struct source *s, char *to, size_t room)
{
	struct pieces *p = (struct pieces *)s;
	size_t n = p->piece ? p->piece : p->cut ? p->cut : p->text.n;

	if (n > p->text.n)
		n = p->text.n;
	if (n > room)
		n = room;
	if (n > 0)
		memcpy(to, p->text.s, n);
	p->text.s += n;
	p->text.n -= n;
	p->cut = 0;
	return n;
}

static inline struct pieces
pieces_of(struct str text, size_t piece, size_t cut)
{
	return (struct pieces){source_from(pieces_fill), text, piece, cut};
}

#endif
