/* SPDX-License-Identifier: MIT */
/*
 * The encodings of the Encoding Standard (https://encoding.spec.whatwg.org/)
 * and UTF-32: by label, by byte order mark, by the pattern of their zeros.
 * Encodings are static rows, never freed, compared by address.
 */
#ifndef TEXT_ENCODING_CHARSET_H
#define TEXT_ENCODING_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum {
	CHARSET_HEAD = 64 * 1024, /* bytes that are looked at, at most */
	CHARSET_MARK = 4          /* bytes of the longest byte order mark */
};

/* How bytes become characters. */
enum charset_how {
	CHARSET_utf8,
	CHARSET_utf16le,
	CHARSET_utf16be,
	CHARSET_utf32le,
	CHARSET_utf32be,
	CHARSET_table,     /* one byte per character */
	CHARSET_user,      /* x-user-defined: 80 to FF are U+F780 to U+F7FF */
	CHARSET_big5,      /* one byte, or two; from here on see multibyte.h */
	CHARSET_euckr,     /* one or two */
	CHARSET_shiftjis,  /* one or two */
	CHARSET_gb18030,   /* one, two or four */
	CHARSET_eucjp,     /* one or two, or three after 8F */
	CHARSET_iso2022jp, /* seven bits, switched by escape sequences */
};

struct charset {
	const char *name; /* as the Encoding Standard spells it, lower case */
	enum charset_how how;
	const uint16_t *upper; /* of a table: bytes 80 to FF; 0: none */
};

/* Whether its characters have two bytes or more, East Asian. */
static inline bool
charset_is_multibyte(const struct charset *c)
{
	return c->how >= CHARSET_big5;
}

/* By label, in any case, with blanks around it; NULL: no encoding has it. */
const struct charset *charset_find(struct str label);

/* By the byte order mark that `head` begins with, and its length; or NULL. */
const struct charset *charset_mark(struct str head, int *length);

/* UTF-16 or UTF-32 without a mark, by the places of its zeros; or NULL. */
const struct charset *charset_zeros(struct str head);

/*
 * What the bytes beyond ASCII are as UTF-8: sequences, and single bytes that
 * are none.  A sequence that the end of `head` cuts off counts as neither,
 * unless `whole` says that the text ends there.
 */
struct charset_evidence {
	size_t good, bad;
	size_t latin, longer; /* of `good`: a Latin letter; three bytes, four */
	bool plain;           /* ASCII, and no escape sequence of ISO-2022 */
};
struct charset_evidence charset_weigh(struct str head, bool whole);

/* Whether it is a control that a page has no use for. */
static inline bool
charset_is_control(uint32_t c)
{
	return c == 0x7F || (c < ' ' && c != '\t' && c != '\n' &&
	    c != '\f' && c != '\r');
}

/*
 * The character that text means by the code point `c`: U+0080 to U+009F are
 * what windows-1252 has there; what no text can hold is U+FFFD (controls but
 * TAB LF FF CR, surrogates, U+FFFE, U+FFFF).
 */
uint32_t charset_mend(uint32_t c);

#endif
