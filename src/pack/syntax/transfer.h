/* SPDX-License-Identifier: MIT */
/*
 * Transfer encodings of mail (RFC 2045, 6.7 and 6.8, and uuencode), and
 * encoded words in header fields (RFC 2047).  What is not as it should be is
 * taken as it stands: no bytes are an error.
 */
#ifndef PACK_SYNTAX_TRANSFER_H
#define PACK_SYNTAX_TRANSFER_H

#include "base/buf.h"

/* Append `bytes` without the encoding that Content-Transfer-Encoding names. */
void transfer_put(struct buf *, struct str bytes, struct str encoding);

/* Append the bytes that base64 stands for; other characters are passed. */
void transfer_base64(struct buf *, struct str text);

/* Append a field's value as UTF-8, its encoded words resolved. */
void transfer_words(struct buf *, struct str value);

/*
 * Append a field's parameter: as it is, or in pieces and with %XX (RFC 2231),
 * whose charset and language are left off.
 */
void transfer_parameter(struct buf *, struct str value, const char *name);

#endif
