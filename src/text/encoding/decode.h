/* SPDX-License-Identifier: MIT */
/*
 * A page's bytes as clean UTF-8: a source stacked on the source of its bytes.
 *
 *   - What the encoding does not have is U+FFFD, once for each maximal
 *     subpart in UTF-8, and as the Encoding Standard says in the others; a
 *     sequence that goes wrong never takes an ASCII byte with it.
 *   - C0 controls but TAB LF FF CR, and DEL, are gone: they have no meaning
 *     in a page, and one on a terminal.
 *   - U+0080 to U+009F are what windows-1252 has there, since that is what
 *     they were before someone called them Latin-1 (HTML reads its numeric
 *     references so); its five holes are U+FFFD.
 *   - U+FFFE and U+FFFF, which XML forbids, are U+FFFD.
 *   - The byte order mark at the beginning is gone.
 *   - Line ends stay as they are: white space collapses later, and `pre`,
 *     where it does not, is the one place that need know.
 *
 * It owns one converter and its windows, not the bytes' source.  All files
 * that a converter needs are read by decode_open, none later.
 */
#ifndef TEXT_ENCODING_DECODE_H
#define TEXT_ENCODING_DECODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "text/encoding/recode.h"

struct decode {
	struct source source; /* first: what reads it */

	/* private */
	struct source *bytes;
	const struct charset *charset;
	struct recode recode; /* where charset->converter is */
	struct buf half;      /* recoded, not yet clean, from half_at */
	size_t half_at;
	char upper[128][4];   /* of a table: UTF-8, and its length in [3] */
};

/*
 * Be ready to decode `bytes`; a byte order mark of that encoding is passed
 * over.  False: `charset` is NULL; the decoder then is closed.
 */
bool decode_open(struct decode *, struct source *bytes, const struct charset *);
void decode_close(struct decode *);

/* Load all there is to load, for a process that will decode several pages. */
void decode_preload(void);

/* The encoding's name, in lower case; for messages. */
const char *decode_name(const struct decode *);

#endif
