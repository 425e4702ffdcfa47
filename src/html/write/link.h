/* SPDX-License-Identifier: MIT */
/*
 * Addresses: one resolved against another (RFC 3986, 5.2), and a page's list
 * of those it links to, each once, numbered from 1 as they come.
 */
#ifndef HTML_WRITE_LINK_H
#define HTML_WRITE_LINK_H

#include "base/map.h"

/*
 * What `reference` (as an attribute has it) means on a page at `base`
 * (empty: not known), appended to `to`.  White space around it, and tabs
 * and line ends in it, are gone; other spaces are %20.
 */
void link_resolve(struct buf *to, struct str base, struct str reference);

/* The length of "scheme:" at the beginning; 0: there is none. */
size_t link_scheme(struct str);

enum {
	LINK_MOST = 8 * 1024,  /* bytes of an address that is written */
	LINK_BASE_MOST = 1024  /* of one that others are resolved against */
};

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
