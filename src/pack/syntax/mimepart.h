/* SPDX-License-Identifier: MIT */
/*
 * The parts of a message (RFC 2045, RFC 2046): a head, a type, and a body that
 * may be a list of parts.  A part owns its head; a body is borrowed from the
 * message.
 */
#ifndef PACK_SYNTAX_MIMEPART_H
#define PACK_SYNTAX_MIMEPART_H

#include "pack/syntax/headers.h"

struct mimepart {
	struct headers head;
	struct str body, type; /* "text/plain" */
	bool is_cut;           /* of a list that is not closed, the last */
};

/* The parts of a list, each with its head; `at` is the caller's to free. */
struct mimelist {
	struct str *at;
	size_t n, room; /* as base/vec has them */
	bool closed; /* its last delimiter is there */
};

/* Read a part's head; false: that has no end.  Close it in any case. */
bool mimepart_open(struct mimepart *, struct str bytes,
    const char *default_type);
void mimepart_close(struct mimepart *);

bool mimepart_is(const struct mimepart *, const char *type);
bool mimepart_is_list(const struct mimepart *);
bool mimepart_is_attachment(const struct mimepart *);

struct mimelist mimepart_list(const struct mimepart *);

/* The type of a part of the list that says none. */
const char *mimepart_default(const struct mimepart *list);

#endif
