/* SPDX-License-Identifier: MIT */
/*
 * A page as it is in its container: whether it is a document, and which
 * encoding it is in.
 */
#ifndef PACK_PAGE_WEBPAGE_H
#define PACK_PAGE_WEBPAGE_H

#include <stdbool.h>

#include "base/sink.h"
#include "base/buf.h"

/* The first tag (or the document type) says that it is an HTML document. */
bool webpage_is_document(struct str);

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
