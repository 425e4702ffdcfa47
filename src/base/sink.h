/* SPDX-License-Identifier: MIT */
/*
 * A sink takes bytes: into memory, where they stay in `buf`, or through a
 * `drain` that empties `buf` whenever it has grown to a window's size.
 * A sink never fails: a drain that cannot write ends the process.
 */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include "base/buf.h"

enum { SINK_WINDOW = 64 * 1024 }; /* bytes */

struct sink {
	struct buf buf;
	void (*drain)(struct sink *); /* NULL: the bytes stay in memory */
	struct buf *cuts; /* of size_t: where pieces end; NULL: nobody asks */
};

/*
 * A piece (a sentence, a word) ends here.  True: whoever reads the sink took
 * note of it.  False: the writer marks it in its own way, by a line's end.
 */
static inline bool
sink_cut(struct sink *k)
{
	if (k->cuts == NULL)
		return false;
	buf_put(k->cuts, (const char *)&k->buf.n, sizeof k->buf.n);
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
