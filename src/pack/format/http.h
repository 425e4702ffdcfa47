/* SPDX-License-Identifier: MIT */
/*
 * An HTTP response as it was saved: one head or more (of redirects, proxies,
 * "100 Continue") and a body, whose chunks and codings are undone, unless who
 * saved it had undone them before.
 */
#ifndef PACK_FORMAT_HTTP_H
#define PACK_FORMAT_HTTP_H

#include "pack/pack.h"

/* Whether a stream begins with a response's head. */
bool http_begins(struct str head);

/*
 * A response that an archive holds: its body is a part where it is a page and
 * was what was asked for (2xx); otherwise only `list` is told of it.
 */
void http_archived(struct pack *, struct source *, const struct part *);

#endif
