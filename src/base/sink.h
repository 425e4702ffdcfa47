/* SPDX-License-Identifier: MIT */
/*
 * A sink takes bytes: into memory, where they stay in `buf`, or through a
 * `drain` that empties `buf` whenever it has grown to a window's size.
 * A sink never fails: a drain that cannot write ends the process.
 */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include <stdint.h>

#include "base/buf.h"

enum { SINK_WINDOW = 64 * 1024 }; /* bytes */

/* A piece of what was written: a sentence, a word. */
struct sink_piece {
	size_t end;             /* in the sink's buf; it begins where the last ended */
	uint64_t start, length; /* bytes: where it stands in the source */
};

struct sink {
	struct buf buf;
	void (*drain)(struct sink *); /* NULL: the bytes stay in memory */
	struct buf *pieces; /* of struct sink_piece; NULL: nobody asks */
	bool offsets;       /* the pieces' places are wanted, too */
};

/*
 * A piece ends here, which stands at `start` in the source.  True: whoever
 * reads the sink took note of it.  False: the writer marks it in its own way,
 * by a line's end.
 */
static inline bool
sink_cut(struct sink *k, uint64_t start, uint64_t length)
{
	struct sink_piece piece = {k->buf.n, start, length};

	if (k->pieces == NULL)
		return false;
	buf_put(k->pieces, (const char *)&piece, sizeof piece);
	return true;
}

static inline void
sink_full(struct sink *k)
{
	if (k->buf.n >= SINK_WINDOW && k->drain != NULL)
		k->drain(k);
}

static inline void
sink_put(struct sink *k, const char *s, size_t n)
{
	buf_put(&k->buf, s, n);
	sink_full(k);
}

static inline void
sink_putc(struct sink *k, char c)
{
	buf_putc(&k->buf, c);
	sink_full(k);
}

static inline void
sink_puts(struct sink *k, const char *s)
{
	sink_put(k, s, strlen(s));
}

#endif
