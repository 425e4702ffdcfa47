/* SPDX-License-Identifier: MIT */
/*
 * Which encoding a page is in.  In this order: its byte order mark; the
 * pattern that the zeros of UTF-16 and UTF-32 make; UTF-8, when the bytes
 * beyond ASCII are that, whatever a label says; the label (a meta element, or
 * the XML declaration) by the Encoding Standard's table; a guess from the
 * text; windows-1252.
 *
 * Encodings are static rows, never freed, compared by address.
 */
#ifndef HTML_ENCODING_CHARSET_H
#define HTML_ENCODING_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum { CHARSET_HEAD = 64 * 1024 }; /* bytes that are looked at, at most */

/* How bytes become characters. */
enum charset_how {
	CHARSET_utf8,
	CHARSET_utf16le,
	CHARSET_utf16be,
	CHARSET_utf32le,
	CHARSET_utf32be,
	CHARSET_table,     /* a byte a character */
	CHARSET_user,      /* x-user-defined: the upper half is U+F780-F7FF */
	CHARSET_big5,      /* a byte, or a lead and a trail */
	CHARSET_euckr,     /* the same */
	CHARSET_shiftjis,  /* the same; some single bytes are kana */
	CHARSET_gb18030,   /* the same, or four bytes */
	CHARSET_eucjp,     /* the same, or three bytes after 8F */
	CHARSET_iso2022jp, /* seven bits, switched by escape sequences */
};

struct charset {
	const char *name; /* as the Encoding Standard spells it, lower case */
	enum charset_how how;
	const char *converter; /* iconv's name; NULL where it is not needed */
	const uint16_t *upper; /* of a table: bytes 80 to FF; 0: none */
};

/* By label, in any case, blanks around it aside; NULL: there is none such. */
const struct charset *charset_find(struct str label);

/* Of a page that begins with `head`; `whole`: and has nothing after it. */
const struct charset *charset_sniff(struct str head, bool whole);

/* The encoding its byte order mark tells, and the mark's length; or NULL. */
const struct charset *charset_mark(struct str head, int *length);

/* The label that the page itself gives, if it is known; else NULL. */
const struct charset *charset_declared(struct str head);

#endif
