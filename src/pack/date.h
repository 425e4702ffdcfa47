/* SPDX-License-Identifier: MIT */
/*
 * Dates as HTTP, mail, feeds and SingleFile write them, in one form.
 */
#ifndef PACK_DATE_H
#define PACK_DATE_H

#include "base/buf.h"

/*
 * Append `written` as UTC, "2026-11-23T22:39:11Z", or, where that cannot be
 * read from it, as it is.
 */
void date_put(struct buf *, struct str written);

#endif
