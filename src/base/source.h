/* SPDX-License-Identifier: MIT */
/*
 * A source is a stream of bytes seen through a window: `at` to `end` is what
 * is there and not yet read.  A reader advances `at` and asks for more when
 * what it holds is not enough to decide; whoever asks keeps its unread bytes.
 *
 *	do
 *		while (in->at < in->end)
 *			... use *in->at++ ...
 *	while (source_more(in));
 *
 * How a stream is cut into windows differs from run to run, so a result may
 * never depend on it: look at `end` only to know when to ask for more.
 *
 * Streams stack: a decoder is a source that reads another one.  It embeds
 * `struct source` as its first member and gives a `fill`.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { SOURCE_WINDOW = 64 * 1024 }; /* bytes; a window starts at this size */

struct source {
	const char *at, *end;
	/* Put up to `room` (> 0) bytes at `to`; 0 is the end, or `paused`. */
	size_t (*fill)(struct source *, char *to, size_t room);
	char *window; /* owned; NULL over memory */
	size_t size;
	bool paused; /* there is more, but not of the same: source_resume */
	bool utf8; /* known to be UTF-8, whatever the bytes say of themselves */
};

/* A source over bytes that outlive it; needs no source_free. */
struct source source_over(struct str);

/* A source that `fill` feeds; release with source_free. */
struct source source_from(size_t (*fill)(struct source *, char *, size_t));
void source_free(struct source *);

/*
 * Add at least one byte after the unread ones, which may move.  False: there
 * are no more.  Unread bytes cost memory: the window grows to hold them.
 */
bool source_more(struct source *);

/* Drop what is unread before a pause, and let the rest come. */
static inline void
source_resume(struct source *s)
{
	s->at = s->end;
	s->paused = false;
}

/* Have at least `n` bytes unread; false: the stream ends before that. */
static inline bool
source_has(struct source *s, size_t n)
{
	while ((size_t)(s->end - s->at) < n)
		if (!source_more(s))
			return false;
	return true;
}

/* Read up to `most` bytes into `to`; 0: there are none, or most is 0. */
size_t source_copy(struct source *, char *to, size_t most);

/*
 * The line that begins at `at`, without its LF; `at` stays.  Of one longer
 * than `most` bytes, more than that many.  False: the stream is at its end.
 */
bool source_line(struct source *, size_t most, struct str *line);

/*
 * Read over the line that begins at `at` and its end, however long it is;
 * `take` gets its pieces, without the LF.  NULL: nobody does.
 */
void source_pass_line(struct source *,
    void (*take)(void *ctx, struct str), void *ctx);

/* Everything not yet read, in memory; `at` stays at its beginning. */
struct str source_rest(struct source *);

#endif
