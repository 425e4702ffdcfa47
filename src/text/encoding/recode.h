/* SPDX-License-Identifier: MIT */
/*
 * East Asian encodings to UTF-8: the C library's iconv knows the characters,
 * the Encoding Standard how many bytes a wrong sequence is.  Owns iconv's
 * converter, which must be opened before opening files is given up.
 */
#ifndef TEXT_ENCODING_RECODE_H
#define TEXT_ENCODING_RECODE_H

#include <iconv.h>
#include <stdbool.h>

#include "base/buf.h"
#include "text/encoding/charset.h"

struct recode {
	const struct charset *charset;
	iconv_t converter;
	enum { SHIFT_ASCII, SHIFT_ROMAN, SHIFT_KANA, SHIFT_KANJI } shift;
};

/* Open every converter, for pages that are yet to come. */
void recode_preload(void);

/* False: this machine has no converter for it. */
bool recode_open(struct recode *, const struct charset *);
void recode_close(struct recode *);

/*
 * Append some of the text at `s` to `to`, whole characters only; the number
 * of bytes it was.  0: there is no whole character, or, when `last` says that
 * nothing comes after `end`, nothing at all.
 */
size_t recode_put(struct recode *, const char *s, const char *end, bool last,
    struct buf *to);

#endif
