/* SPDX-License-Identifier: MIT */
/*
 * Addresses (RFC 3986): a relative reference resolved against a base, by
 * characters alone.
 */
#ifndef PACK_SYNTAX_URL_H
#define PACK_SYNTAX_URL_H

#include <stdbool.h>

#include "base/buf.h"

/* Whether it has a scheme. */
bool url_is_absolute(struct str);

/* Append `reference` resolved (5.2.2); as it is, where `base` is no address. */
void url_resolve(struct buf *, struct str base, struct str reference);

#endif
