/* SPDX-License-Identifier: MIT */
/*
 * A page as it lies in its container: whether bytes are one, what it says of
 * itself before its text, and which encoding it is in.
 */
#ifndef PACK_HTML_H
#define PACK_HTML_H

#include <stdbool.h>

#include "base/sink.h"
#include "base/source.h"

enum { HTML_HEAD = 64 * 1024 }; /* bytes that are looked at */

/* Text with a tag near its beginning. */
bool html_looks(struct source *);

/* The first tag (or the document type) says that it is an HTML document. */
bool html_is_document(struct str);

/*
 * What comments and links say: the address by "saved from url=", by
 * SingleFile, by base, by a canonical link, in this order; a date by
 * SingleFile.
 */
struct html_said {
	struct buf url, date;
	bool xhtml; /* it begins as XML */
};

void html_said(struct html_said *, struct str page);
void html_said_free(struct html_said *);

/*
 * The page as it is, with `<meta charset>` put in where `charset`, which is
 * what was said outside of it, is not what it says itself.
 */
void html_put(struct sink *, struct str page, struct str charset);

/*
 * A page as UTF-8, by the encoding that a reader of html_put would find; a
 * piece at a time.
 */
void html_each(struct str page, struct str charset,
    void (*piece)(void *ctx, struct str), void *ctx);

#endif
