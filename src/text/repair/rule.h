/* SPDX-License-Identifier: MIT */
/*
 * The rules of repair, each a function over a line without its end.  One that
 * changes the line appends all of it, changed, to `to` and returns true; else
 * it appends nothing.
 */
#ifndef TEXT_REPAIR_RULE_H
#define TEXT_REPAIR_RULE_H

#include "text/repair/repair.h"

/*
 * Bytes that are not UTF-8: a run of them is windows-1252 if all of it is
 * letters, quotes, dashes or an ellipsis there; else each maximal subpart is
 * U+FFFD.  CESU-8's pairs of surrogates become their character.
 */
bool repair_utf8(struct str line, struct buf *to);

/* In a line without '<'; `twice`: what &amp; makes a reference is one. */
bool repair_entities(struct str line, struct buf *to, bool twice);

/* Control characters; what overstrikes and escape sequences print. */
bool repair_controls(struct str line, struct buf *to);

/* CR, NEL, U+2028 become LF, U+2029 an empty line. */
bool repair_newlines(struct str line, struct buf *to);

/* What has no width and no use where it is. */
bool repair_invisible(struct str line, struct buf *to);

/* QUOTES, DASHES, ELLIPSIS, WIDTH, LIGATURES: characters for others. */
bool repair_replace(struct str line, struct buf *to, enum repair_rule);

bool repair_spaces(struct str line, struct buf *to);
bool repair_marks(struct str line, struct buf *to);

/* NFC, NFD, NFKC, NFKD (UAX #15). */
bool repair_form(struct str line, struct buf *to, enum repair_rule);

/* Straight quotes; see text/repair/curl.h. */
bool repair_curl(struct str line, struct buf *to, const struct quote_style *);

#endif
