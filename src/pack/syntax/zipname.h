/* SPDX-License-Identifier: MIT */
/*
 * The name of a file in a zip, as UTF-8: what the Info-ZIP Unicode Path field
 * says (APPNOTE 4.6.9); the bytes, where they are UTF-8, whether flag 11 says
 * so or not; else code page 437, which the format means (APPNOTE, D).  No
 * locale has a say.
 */
#ifndef PACK_SYNTAX_ZIPNAME_H
#define PACK_SYNTAX_ZIPNAME_H

#include "base/buf.h"

/* Append the name of an entry with these extra fields. */
void zipname_put(struct buf *, struct str bytes, struct str extra);

#endif
