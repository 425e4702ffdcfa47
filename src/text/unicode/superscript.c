/* SPDX-License-Identifier: MIT */
#include "text/unicode/superscript.h"

#include "text/unicode/utf.h"

enum { SIGNS = 15 };

/* In the order of the blocks U+2070 and U+2080; 1, 2, 3 are older. */
static const char signs[SIGNS + 1] = "0123456789+-=()";

static const char *const super[SIGNS] = {"\xE2\x81\xB0", "\xC2\xB9", "\xC2\xB2",
	"\xC2\xB3", "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
	"\xE2\x81\xB8", "\xE2\x81\xB9", "\xE2\x81\xBA", "\xE2\x81\xBB",
	"\xE2\x81\xBC", "\xE2\x81\xBD", "\xE2\x81\xBE"};
static const char *const sub[SIGNS] = {"\xE2\x82\x80", "\xE2\x82\x81",
	"\xE2\x82\x82", "\xE2\x82\x83", "\xE2\x82\x84", "\xE2\x82\x85",
	"\xE2\x82\x86", "\xE2\x82\x87", "\xE2\x82\x88", "\xE2\x82\x89",
	"\xE2\x82\x8A", "\xE2\x82\x8B", "\xE2\x82\x8C", "\xE2\x82\x8D",
	"\xE2\x82\x8E"};

/* The index of a character in `signs`; dashes are the minus; -1: none. */
static int
sign_of(uint32_t c)
{
	const char *at;

	if (c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2013)
		c = '-';
	at = c > 0 && c < 0x80 ? strchr(signs, (int)c) : NULL;
	return at != NULL ? (int)(at - signs) : -1;
}

static bool
put(struct buf *to, struct str text, const char *const script[SIGNS])
{
	const char *s = text.s, *end = s + text.n;
	size_t before = to->n;

	while (s < end) {
		uint32_t c;
		int sign;

		s += utf_step(s, end, &c);
		if ((sign = sign_of(c)) < 0) {
			to->n = before;
			return false;
		}
		buf_puts(to, script[sign]);
	}
	return text.n > 0;
}

bool
superscript_put(struct buf *to, struct str text)
{
	return put(to, text, super);
}

bool
subscript_put(struct buf *to, struct str text)
{
	return put(to, text, sub);
}
