/* SPDX-License-Identifier: MIT */
/*
 * A page as it lies in its container: whether bytes are one, what it says of
 * itself before its text, and which encoding it is in.
 */
#ifndef PACK_WEBPAGE_H
#define PACK_WEBPAGE_H

#include <stdbool.h>

#include "base/sink.h"
#include "base/source.h"

enum { WEBPAGE_HEAD = 64 * 1024 }; /* bytes that are looked at */

/* Text with a tag near its beginning. */
bool webpage_looks(struct source *);

/* The first tag (or the document type) says that it is an HTML document. */
bool webpage_is_document(struct str);

/*
 * What comments and links say: the address by "saved from url=", by
 * SingleFile, by base, by a canonical link, in this order; a date by
 * SingleFile.
 */
struct webpage_said {
	struct buf url, date;
	bool xhtml; /* it begins as XML */
};

void webpage_said(struct webpage_said *, struct str page);
void webpage_said_free(struct webpage_said *);

/*
 * The page as it is, with `<meta charset>` put in where `charset`, which is
 * what was said outside of it, is not what it says itself.
 */
void webpage_put(struct sink *, struct str page, struct str charset);

/*
 * A page as UTF-8, by the encoding that a reader of webpage_put would find; a
 * piece at a time.
 */
void webpage_each(struct str page, struct str charset,
    void (*piece)(void *ctx, struct str), void *ctx);

#endif
