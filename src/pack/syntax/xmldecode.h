/* SPDX-License-Identifier: MIT */
/*
 * An XML document as UTF-8: by its mark, by what is said outside of it, by its
 * declaration, else UTF-8 (XML 1.0, 4.3.3 and F); and where it is not that, by
 * the guess that a page gets.
 */
#ifndef PACK_SYNTAX_XMLDECODE_H
#define PACK_SYNTAX_XMLDECODE_H

#include "text/encoding/decode.h"

/* `label` may be empty, or unknown.  Close with decode_close. */
void xmldecode_open(struct decode *, struct source *bytes, struct str label);

#endif
