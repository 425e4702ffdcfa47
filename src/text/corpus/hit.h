/* SPDX-License-Identifier: MIT */
/*
 * One hit of a concordance, and how it is written.
 */
#ifndef TEXT_CORPUS_HIT_H
#define TEXT_CORPUS_HIT_H

#include "text/corpus/concordance.h"

struct hit {
	struct str document;        /* its name */
	uint64_t line, offset;      /* from 1; bytes from the document's start */
	struct str left, keyword, right; /* as they stand in the text */
};

/* Without blanks and controls around it. */
static inline struct str
hit_trim(struct str s)
{
	while (s.n > 0 && (unsigned char)s.s[0] <= ' ')
		s.s++, s.n--;
	while (s.n > 0 && (unsigned char)s.s[s.n - 1] <= ' ')
		s.n--;
	return s;
}

/*
 * Leave of the contexts what hit_put_plain() shows, so that a hit that waits
 * to be sorted is not longer than its line.
 */
void hit_fit_plain(const struct concordance_options *, struct hit *);

/*
 * A line of a terminal: the left context flush right, the keyword in its
 * column, the right context; by columns of utf8proc, cut to the width.  What
 * has right-to-left letters is isolated (U+2068, U+2069), so that it cannot
 * turn what stands beside it.
 */
void hit_put_plain(const struct concordance_options *, struct sink *,
    const struct hit *);

/* A page of HTML: its head, a row per hit, its end. */
void hit_begin_page(const struct concordance_options *, struct sink *);
void hit_put_row(struct sink *, const struct hit *);
void hit_end_page(struct sink *, uint64_t hits);

#endif
