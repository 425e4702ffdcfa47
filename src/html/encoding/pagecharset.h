/* SPDX-License-Identifier: MIT */
/*
 * Which encoding a page is in.  In this order: its byte order mark; the
 * pattern that the zeros of UTF-16 and UTF-32 make; UTF-8, when the bytes
 * beyond ASCII are that, whatever a label says; the label (a meta element, or
 * the XML declaration); a guess from the text; windows-1252.
 */
#ifndef HTML_ENCODING_PAGECHARSET_H
#define HTML_ENCODING_PAGECHARSET_H

#include "program/decoder.h"
#include "text/encoding/charset.h"
#include "text/encoding/decode.h"

/* The label that the page itself gives, if it is known; else NULL. */
const struct charset *charset_declared(struct str head);

/* Of a page that begins with `head`; `whole`: and has nothing after it. */
const struct charset *charset_sniff(struct str head, bool whole);

/*
 * Open a decoder over a page's bytes, in the encoding that `label` names;
 * NULL: in the page's own.  False: there is no such label; the decoder then
 * is closed.
 */
bool decode_page_open(struct decode *, struct source *bytes, const char *label);

/* Pages as program/filter reads them; what is not in the encoding is U+FFFD. */
extern const struct decoder page_decoder;

/* The same for the parser of HTML, which knows what NUL means where. */
extern const struct decoder html_decoder;

#endif
