/* SPDX-License-Identifier: MIT */
#include "text/unicode/utf.h"

#include <stdio.h>

#include <utf8proc.h>

bool
utf_cut(const char *s, const char *end)
{
	uint32_t c;
	unsigned char lead = (unsigned char)*s;
	int have = utf_step(s, end, &c);

	return c == UTF_BAD && lead >= 0xC2 && lead <= 0xF4 && s + have == end;
}

int
utf_back(const char *start, const char *s, uint32_t *c)
{
	int n = 1;

	while (n < 4 && s - n > start && ((unsigned char)s[-n] & 0xC0) == 0x80)
		n++;
	if (utf_step(s - n, s, c) == n)
		return n;
	*c = UTF_BAD;
	return 1;
}

int
utf_encode(uint32_t c, char to[4])
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (char)(0xC0 | c >> 6);
		to[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		to[0] = (char)(0xE0 | c >> 12);
		to[1] = (char)(0x80 | (c >> 6 & 0x3F));
		to[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | c >> 18);
	to[1] = (char)(0x80 | (c >> 12 & 0x3F));
	to[2] = (char)(0x80 | (c >> 6 & 0x3F));
	to[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

void
utf_put(struct buf *b, uint32_t c)
{
	b->n += (size_t)utf_encode(c, buf_room(b, 4));
}

bool
utf_valid(struct str t)
{
	return utf_valid_end(t) == t.s + t.n;
}

int
utf_width(uint32_t c)
{
	int n;

	if (c < 0x7F)
		return c >= ' ';
	if (c == UTF_BAD)
		return 1;
	n = utf8proc_charwidth((utf8proc_int32_t)c);
	return n > 0 ? n : 0;
}

size_t
utf_columns(struct str t)
{
	const char *s = t.s, *end = t.s + t.n;
	size_t columns = 0;
	uint32_t c;

	while (s < end) {
		s += utf_step(s, end, &c);
		columns += (size_t)utf_width(c);
	}
	return columns;
}

const char *
utf_version(void)
{
	static char version[64];

	snprintf(version, sizeof version, "utf8proc %s (Unicode %s)",
	    utf8proc_version(), utf8proc_unicode_version());
	return version;
}
