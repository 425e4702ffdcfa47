/* SPDX-License-Identifier: MIT */
/*
 * Strings of bytes: `str` borrows them, `buf` owns and grows them.
 * Both carry a length and may hold NUL.  A zeroed `buf` is a valid empty one;
 * who fills it calls buf_free.  A `str` never outlives the `buf` it looks
 * into, and any buf_put may move the bytes.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *s;
	size_t n;
};

struct buf {
	char *s;
	size_t n, cap;
};

#define STR(literal) ((struct str){literal, sizeof(literal) - 1})

/* Room for `more` bytes after the last one; returns where they go. */
char *buf_room(struct buf *, size_t more);
void buf_free(struct buf *);

static inline void
buf_put(struct buf *b, const char *s, size_t n)
{
	if (n == 0)
		return;
	if (b->cap - b->n < n)
		buf_room(b, n);
	memcpy(b->s + b->n, s, n);
	b->n += n;
}

static inline void
buf_putc(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_room(b, 1);
	b->s[b->n++] = c;
}

static inline void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

static inline struct str
buf_str(const struct buf *b)
{
	return (struct str){b->s, b->n};
}

static inline struct str
str_of(const char *s)
{
	return (struct str){s, strlen(s)};
}

/* By their bytes, a shorter one first: below, at or above 0, as memcmp. */
static inline int
str_order(struct str a, struct str b)
{
	int order = memcmp(a.s, b.s, a.n < b.n ? a.n : b.n);

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

#endif
