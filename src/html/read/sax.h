/* SPDX-License-Identifier: MIT */
/*
 * libxml2's parser behind our own events.  It pulls a page through
 * html/scrub and reports elements and text in document order, balanced:
 * each start has its end.  libxml2's context lives and dies in here, and
 * none of its types leaves this module.
 */
#ifndef HTML_READ_SAX_H
#define HTML_READ_SAX_H

#include "html/read/tokenizer.h"

struct sax_reader {
	void (*start)(void *ctx, const struct element *);
	void (*end)(void *ctx, const struct tag *);
	void (*over)(void *ctx, const struct tag *); /* see html/nest */
	void (*text)(void *ctx, const char *, size_t); /* any piece of a text */
};

/* `scrub` is set up with its `in` and wishes; it is used up and freed. */
void sax_parse(struct tokenizer *, const struct sax_reader *, void *ctx);

/* "libxml2 2.9.14", for --version. */
const char *sax_version(void);

#endif
