/* SPDX-License-Identifier: MIT */
/*
 * Text of any bytes, as it can be shown: control characters, which could steer
 * a terminal, are blanks; what is not UTF-8 is U+FFFD, one for each maximal
 * subpart (Unicode 3.9).  It takes no more than three bytes for one.
 */
#ifndef TEXT_UNICODE_SHOWN_H
#define TEXT_UNICODE_SHOWN_H

#include "base/sink.h"
#include "text/unicode/utf.h"

/* A control character (C0, DEL, C1). */
static inline bool
shown_is_control(uint32_t c)
{
	return c < ' ' || (c >= 0x7F && c < 0xA0);
}

/* The character `c`, which stands at `s` in `n` bytes, as utf_step read it. */
void shown_put_char(struct sink *, const char *s, int n, uint32_t c);
void shown_put(struct sink *, struct str);

/*
 * The same as text of HTML or XML, or an attribute in double quotes.  XML has
 * no way to write U+FFFE and U+FFFF: these are U+FFFD, too.
 */
void shown_put_markup(struct sink *, struct str);

#endif
