/* SPDX-License-Identifier: MIT */
/*
 * The East Asian encodings, one character at a time: gb18030 and GBK, Big5,
 * EUC-JP, ISO-2022-JP, Shift_JIS, EUC-KR, as the decoders of the Encoding
 * Standard have them (sections 10 to 13).  ISO-2022-JP differs, see there.
 */
#ifndef TEXT_ENCODING_MULTIBYTE_H
#define TEXT_ENCODING_MULTIBYTE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/encoding/charset.h"

/* Which set an escape sequence of ISO-2022-JP has selected. */
enum iso2022jp_set { JP_ASCII, JP_ROMAN, JP_KATAKANA, JP_JIS0208 };

/* One step of a decoder. */
struct multibyte {
	uint32_t c[2]; /* UTF_BAD: an error; c[1] is 0 except for pairs of Big5 */
	int bytes;     /* read; 0: `end` cuts the character off, ask for more */
};

/*
 * The character at `s` (< `end`) in an encoding of two or more bytes a
 * character.  `last`: nothing follows `end`; then `bytes` is never 0.  `set`
 * is the state of ISO-2022-JP, JP_ASCII at first; the others leave it alone.
 */
struct multibyte multibyte_step(enum charset_how, enum iso2022jp_set *set,
    const char *s, const char *end, bool last);

#endif
