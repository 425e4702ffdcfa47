/* SPDX-License-Identifier: MIT */
/*
 * Dates as HTTP, mail, feeds and SingleFile write them, in one form.
 */
#ifndef PACK_SYNTAX_DATE_H
#define PACK_SYNTAX_DATE_H

#include "base/buf.h"

/*
 * Append `written` as UTC, "2026-11-23T22:39:11Z", or, where that cannot be
 * read from it, as it is.
 */
void date_put(struct buf *, struct str written);

/*
 * The same of fourteen digits and more, YYYYMMDDhhmmss of UTC, as ARC and
 * web archives' addresses have them.
 */
void date_put_stamp(struct buf *, struct str digits);

#endif
