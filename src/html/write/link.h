/* SPDX-License-Identifier: MIT */
/*
 * The addresses that a page links to: which lead to a document, and a list of
 * them, each once, numbered from 1 as they come.
 */
#ifndef HTML_WRITE_LINK_H
#define HTML_WRITE_LINK_H

#include "base/map.h"

enum { LINK_MOST = 8 * 1024 /* bytes of an address that is written */ };

/* Whether it begins with a scheme, "data:", as a browser reads it. */
bool link_has_scheme(struct str reference, const char *scheme);

/* Whether it is a script: "javascript:" or the like. */
bool link_runs(struct str reference);

/* Whether following it leads to a document: not "#…" nor "javascript:". */
bool link_leads(struct str reference);

struct links {
	struct map numbers;
};

struct links links_open(void); /* see map_open */
void links_free(struct links *);
void links_clear(struct links *);

size_t links_number(struct links *, struct str url);

/* All of them, by number. */
void links_each(const struct links *,
    void (*each)(void *ctx, size_t number, struct str url), void *ctx);

#endif
