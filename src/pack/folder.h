/* SPDX-License-Identifier: MIT */
/*
 * A folder of files as an archive has it, read one file after the other: its
 * pages, and what is in the containers among them (the WARCs of a WACZ).
 * Pages are given in the order they are packed in.  An EPUB's wait for its
 * package document, which has their order: so what could belong to one is
 * held, at first, until it is clear that there is none.
 */
#ifndef PACK_FOLDER_H
#define PACK_FOLDER_H

#include "pack/format/epub.h"
#include "pack/pack.h"

struct folder {
	struct pack *pack;
	struct epub book;
	const struct part *outer;
	char head[SNIFF_HEAD]; /* of the archive: what it is */
	size_t n_head;
	unsigned long pages; /* given when it began */
	unsigned said;
	bool is_book, is_plain;
};

/* Begin; `in` is at the archive's first byte, and stays there. */
void folder_open(struct folder *, struct pack *, struct source *in,
    const struct part *outer);

/* One file of it; what it does not read of `in` is left. */
void folder_file(struct folder *, struct str name, struct source *in);

/* Give what is held; where there was no page at all, say so. */
void folder_close(struct folder *);

#endif
