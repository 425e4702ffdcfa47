/* SPDX-License-Identifier: MIT */
/*
 * The markup of an archive, held until all of it is there: the pages of an
 * EPUB in the order of its spine (EPUB 3.3, 5.7), or, where there is no
 * package document, all documents in the order they came.  Owns what it holds.
 */
#ifndef PACK_FORMAT_EPUB_H
#define PACK_FORMAT_EPUB_H

#include "pack/pack.h"

struct epub {
	struct epub_file *files;
	size_t n, cap, bytes;
};

/* False: that would be more than `most` bytes. */
bool epub_put(struct epub *, struct str name, struct str bytes, size_t most);

/* Hand its pages on; a chapter that is not there is named. */
void epub_each(const struct epub *, struct pack *, const struct part *outer);
void epub_free(struct epub *);

#endif
