/* SPDX-License-Identifier: MIT */
/*
 * The markup of a zip, held until all of it is there: the pages of an EPUB in
 * the order of its spine (EPUB 3.3, 5.7), or, where there is no package
 * document, all documents in the order they came.  Owns what it holds.
 */
#ifndef PACK_BOOK_H
#define PACK_BOOK_H

#include "pack/pack.h"

struct book {
	struct book_file *files;
	size_t n, cap, bytes;
};

/* False: that would be more than `most` bytes. */
bool book_put(struct book *, struct str name, struct str bytes, size_t most);

/* Hand its pages on. */
void book_each(const struct book *, struct pack *);
void book_free(struct book *);

#endif
