/* SPDX-License-Identifier: MIT */
/*
 * A decoder: a source of UTF-8, stacked on the source of a page's or a text's
 * bytes.  Bytes that the encoding does not have are U+FFFD: one for each
 * maximal subpart in UTF-8, in the others as many as the Encoding Standard
 * has; an error never takes the ASCII byte behind it along.
 *
 * A *page* (decode_open) becomes clean UTF-8, as HTML needs it:
 *   - no C0 control but TAB LF FF CR, and no DEL: they mean nothing in a page,
 *     and something on a terminal; NUL is kept for a tokenizer that asks for
 *     it (decode_keep_nul);
 *   - U+0080 to U+009F are what windows-1252 has there; its five holes are
 *     U+FFFD (HTML does so with numeric references, 13.2.5.80);
 *   - U+FFFE and U+FFFF, which XML forbids, are U+FFFD.
 * A *text* (decode_text_open) keeps all characters that its encoding has, and
 * UTF-8 passes byte for byte, ill-formed bytes too.
 * A byte order mark at the beginning is passed over; line ends stay.
 *
 * A decoder owns its window, not the source of its bytes.
 */
#ifndef TEXT_ENCODING_DECODE_H
#define TEXT_ENCODING_DECODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "program/decoder.h"
#include "text/encoding/charset.h"
#include "text/encoding/multibyte.h"

struct decode {
	struct source source; /* first: the decoded text */

	/* private */
	struct source *bytes;
	const struct charset *charset;
	bool verbatim;         /* a text: nothing is cleaned */
	bool keeps_nul;
	enum iso2022jp_set set;
	size_t seen, not_utf8; /* bytes of a text; number of the first bad one */
	char upper[128][4];    /* of a table: UTF-8, and its length in [3] */
};

/* Decode a page from `bytes`.  False: `charset` is NULL, nothing is open. */
bool decode_open(struct decode *, struct source *bytes, const struct charset *);

/* Keep NUL in what is decoded from now on, of a page. */
void decode_keep_nul(struct decode *);

/*
 * Decode a text from `bytes`: from the encoding that `label` names; if it is
 * NULL, from UTF-16 or UTF-32 where a byte order mark or the places of zeros
 * say so, and else from UTF-8.  To tell, the first line that is not empty is
 * read, and more only if it is not plain UTF-8.  False: no encoding has that
 * label, nothing is open.
 */
bool decode_text_open(struct decode *, struct source *bytes, const char *label);
/* The same from an encoding that is known; false: it is NULL. */
bool decode_text_as(struct decode *, struct source *bytes,
    const struct charset *);

/*
 * Of a text in UTF-8, what of it has been read: the number of the first byte
 * that is not UTF-8, counted from 1 and with the mark; 0: there is none.
 */
size_t decode_not_utf8(const struct decode *);

void decode_close(struct decode *);

/* The encoding's name, in lower case; for messages. */
const char *decode_name(const struct decode *);

/* Texts as program/filter reads them: decode_text_open and what it is asked. */
extern const struct decoder text_decoder;

#endif
