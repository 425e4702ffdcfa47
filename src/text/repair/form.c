/* SPDX-License-Identifier: MIT */
/*
 * Unicode's normal forms (UAX #15), segment by segment.
 */
#include <stdlib.h>
#include <utf8proc.h>

#include "base/complain.h"
#include "text/repair/charflags.h"
#include "text/repair/rule.h"
#include "text/unicode/utf.h"

/*
 * Normal forms, a segment at a time: a code point and those after it that may
 * join it or move before each other.  A segment of more than SEGMENT_MOST of
 * them is passed as it is, since to sort marks takes time by the square of
 * their number (the Stream-Safe Text Format of UAX #15 allows 30).
 */
enum { SEGMENT_MOST = 30, ROOM = 1024 };

static const struct form {
	unsigned flag;
	int options;
} forms[REPAIR_COUNT] = {
	[REPAIR_NFC] = {CHAR_NFC, UTF8PROC_STABLE | UTF8PROC_COMPOSE},
	[REPAIR_NFD] = {CHAR_NFD, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE},
	[REPAIR_NFKC] = {CHAR_NFKC, UTF8PROC_STABLE | UTF8PROC_COMPOSE |
	    UTF8PROC_COMPAT},
	[REPAIR_NFKD] = {CHAR_NFKD, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
	    UTF8PROC_COMPAT},
};

/* The segment at `s`; *concerned: the form may change it. */
static struct str
segment(const char *s, const char *end, unsigned flag, bool *concerned,
    int *points)
{
	const char *at = s;

	*concerned = false;
	*points = 0;
	while (at < end) {
		uint32_t c;
		int n = utf_step(at, end, &c);
		unsigned flags = char_flags(c);

		if (at > s && !(flags & CHAR_JOINS))
			break;
		*concerned |= (flags & flag) != 0;
		++*points;
		at += n;
		if (c == UTF_BAD) /* nothing joins it */
			break;
	}
	return (struct str){s, (size_t)(at - s)};
}

static void
put_normal(struct buf *to, struct str part, int options)
{
	utf8proc_int32_t points[ROOM];
	utf8proc_ssize_t n = utf8proc_decompose(
	    (const utf8proc_uint8_t *)part.s, (utf8proc_ssize_t)part.n, points,
	    ROOM - 1, options);

	/* No code point of the 31 is more than 18. */
	if (n >= 0 && n < ROOM)
		n = utf8proc_reencode(points, n, options);
	if (n < 0 || n >= (utf8proc_ssize_t)sizeof points)
		die("utf8proc: %s", utf8proc_errmsg(n));
	buf_put(to, (const char *)points, (size_t)n);
}

bool
repair_form(struct str line, struct buf *to, enum repair_rule rule)
{
	const struct form *f = &forms[rule];
	const char *s = line.s, *end = line.s + line.n;
	size_t start = to->n;

	while (s < end) {
		bool concerned;
		int points;
		struct str part = segment(s, end, f->flag, &concerned,
		    &points);

		if (concerned && points <= SEGMENT_MOST + 1)
			put_normal(to, part, f->options);
		else
			buf_put(to, part.s, part.n);
		s += part.n;
	}
	if (to->n - start == line.n &&
	    memcmp(to->s + start, line.s, line.n) == 0) {
		to->n = start;
		return false;
	}
	return true;
}
