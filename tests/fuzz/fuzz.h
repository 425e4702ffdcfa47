/* SPDX-License-Identifier: MIT */
/*
 * What the harnesses share.  Each states a property of one module over any
 * bytes; `holds` stops the run where it does not.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../pieces.h"
#include "base/sink.h"
#include "text/unicode/utf.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define holds(what) \
	((what) ? (void)0 : (fprintf(stderr, "broken: %s\n", #what), abort()))

/* What `run` writes for the input in one piece, and in pieces of `piece`. */
static inline void
same_in_pieces(struct str in, size_t piece, struct buf *out,
    void (*run)(struct source *, struct buf *))
{
	struct source whole = source_over(in);
	struct pieces cut = pieces_of(in, piece, 0);
	struct buf again = {0};

	run(&whole, out);
	run(&cut.source, &again);
	holds(str_eq(buf_str(out), buf_str(&again)));
	source_free(&cut.source);
	buf_free(&again);
}

/* Valid UTF-8 without a control that could steer a terminal. */
static inline bool
is_clean(struct str t)
{
	uint32_t c;

	for (size_t i = 0; i < t.n;) {
		i += (size_t)utf_step(t.s + i, t.s + t.n, &c);
		if (c == UTF_BAD || c == 0x7F || (c >= 0x80 && c < 0xA0) ||
		    (c < ' ' && c != '\t' && c != '\n' && c != '\r' &&
		    c != '\f'))
			return false;
	}
	return true;
}

/* A text without its white space. */
static inline void
put_squeezed(struct buf *out, struct str t)
{
	for (size_t i = 0; i < t.n; i++)
		if (strchr(" \t\n\r\f", t.s[i]) == NULL)
			buf_putc(out, t.s[i]);
}

/* Whether its bytes are among the others, in their order. */
static inline bool
is_subsequence(const struct buf *part, const struct buf *all)
{
	size_t at = 0;

	for (size_t i = 0; i < all->n && at < part->n; i++)
		at += part->s[at] == all->s[i];
	return at == part->n;
}

#endif
