/* SPDX-License-Identifier: MIT */
#include "text/unicode/norm.h"

#include <stdint.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/complain.h"
#include "base/mem.h"
#include "text/unicode/fold.h"
#include "text/unicode/utf.h"

#include "gen/fold.h"

static int
options(unsigned form)
{
	return UTF8PROC_STABLE | UTF8PROC_COMPOSE |
	    (form & NORM_KC ? UTF8PROC_COMPAT : 0) |
	    (form & NORM_FOLD ? UTF8PROC_CASEFOLD : 0);
}

/* utf8proc leaves a NUL behind the text it makes, so `room` is one less. */
enum { SMALL = 256 };

void
norm_put_general(struct buf *out, struct str text, unsigned form)
{
	const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)text.s;
	utf8proc_ssize_t length = (utf8proc_ssize_t)text.n, room = SMALL - 1, n;
	utf8proc_int32_t small[SMALL], *points = small, *large = NULL;

	while ((n = utf8proc_decompose(s, length, points, room,
	    options(form))) > room) {
		room = n;
		points = large = mem_resize(large, (size_t)n + 1,
		    sizeof *points);
	}
	if (n >= 0)
		n = utf8proc_reencode(points, n, options(form));
	if (n < 0)
		die("utf8proc: %s", utf8proc_errmsg(n));
	buf_put(out, (const char *)points, (size_t)n);
	free(large);
}

/*
 * Append what folds code point by code point; false, and nothing appended,
 * where there is more to it.
 */
static bool
put_simple(struct buf *out, struct str text, unsigned form)
{
	const char *s = text.s, *end = s + text.n;
	size_t start = out->n;
	bool after_mark = false;

	/* No fold is longer than three times its source. */
	buf_room(out, 3 * text.n);
	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);
		uint8_t how = fold_of(c);

		if (how == FOLD_SLOW || (how == FOLD_MARK && after_mark) ||
		    (how != FOLD_SAME && c >= 0x80 && (form & NORM_KC))) {
			out->n = start;
			return false;
		}
		if (how >= FOLD_DISTANCE && (form & NORM_FOLD))
			c += (uint32_t)fold_distance[how];
		out->n += (size_t)utf_encode(c, out->s + out->n);
		after_mark = how == FOLD_MARK;
		s += n;
	}
	return true;
}

void
norm_put(struct buf *out, struct str text, unsigned form)
{
	if (!put_simple(out, text, form))
		norm_put_general(out, text, form);
}
