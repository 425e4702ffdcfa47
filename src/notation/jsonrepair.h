/* SPDX-License-Identifier: MIT */
/*
 * JSON as pages have it, made into JSON: comments and CDATA marks, trailing
 * commas, control characters in strings, a missing end, several
 * values one after the other.
 */
#ifndef NOTATION_JSONREPAIR_H
#define NOTATION_JSONREPAIR_H

#include "base/buf.h"

/* Append it; json_check says whether that was enough.  Linear. */
void json_repair(struct buf *, struct str script);

#endif
