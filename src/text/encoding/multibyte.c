/* SPDX-License-Identifier: MIT */
#include "text/encoding/multibyte.h"

#include "text/unicode/utf.h"

#include "gen/multibyte.h"

enum { BLOCK = 32 }; /* pointers in a row of a table */

/* An index's code point at a pointer; 0: none. */
#define LOOKUP(name, p)                                                  \
	((p) / BLOCK < sizeof name##_block / sizeof *name##_block ?      \
	name##_table[name##_block[(p) / BLOCK]][(p) % BLOCK] : 0u)

static struct multibyte
character(uint32_t c, int bytes)
{
	return (struct multibyte){{c, 0}, bytes};
}

static struct multibyte
error(int bytes)
{
	return character(UTF_BAD, bytes);
}

/* `n` bytes are there and a character needs more. */
static struct multibyte
cut(size_t n, bool last)
{
	return last ? error((int)n) : character(0, 0);
}

/* Two bytes and what the index has for them: an error keeps an ASCII trail. */
static struct multibyte
pair(uint32_t found, unsigned char trail)
{
	if (found != 0)
		return character(found, 2);
	return error(trail < 0x80 ? 1 : 2);
}

static bool
between(unsigned char c, int low, int high)
{
	return c >= low && c <= high;
}

/* 10.2.1: the code point of four bytes, by the ranges. */
static uint32_t
gb18030_far(uint32_t pointer)
{
	size_t low = 0, high = sizeof gb18030_ranges / sizeof *gb18030_ranges;

	if ((pointer > 39419 && pointer < 189000) || pointer > 1237575)
		return UTF_BAD;
	if (pointer == 7457)
		return 0xE7C7;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (gb18030_ranges[middle].pointer <= pointer)
			low = middle;
		else
			high = middle;
	}
	return gb18030_ranges[low].c + pointer - gb18030_ranges[low].pointer;
}

/* The second byte is a digit. */
static struct multibyte
gb18030_four(const unsigned char *s, size_t n, bool last)
{
	if (n < 3)
		return cut(n, last);
	if (!between(s[2], 0x81, 0xFE))
		return error(1);
	if (n < 4)
		return cut(n, last);
	if (!between(s[3], '0', '9'))
		return error(1);
	return character(gb18030_far(((s[0] - 0x81u) * 10 + s[1] - '0') * 1260 +
	    (s[2] - 0x81u) * 10 + s[3] - '0'), 4);
}

/* 10.2.1; GBK's decoder is the same. */
static struct multibyte
gb18030(const unsigned char *s, size_t n, bool last)
{
	uint32_t c = 0;

	if (s[0] == 0x80)
		return character(0x20AC, 1);
	if (s[0] == 0xFF)
		return error(1);
	if (n < 2)
		return cut(n, last);
	if (between(s[1], '0', '9'))
		return gb18030_four(s, n, last);
	if (between(s[1], 0x40, 0x7E) || between(s[1], 0x80, 0xFE))
		c = LOOKUP(gb18030, (s[0] - 0x81u) * 190 + s[1] -
		    (s[1] < 0x7F ? 0x40u : 0x41u));
	return pair(c, s[1]);
}

static uint32_t
big5_at(uint32_t p)
{
	uint32_t c = LOOKUP(big5, p);

	return c != 0 && big5_plane2[p / BLOCK] >> p % BLOCK & 1 ?
	    c + 0x20000 : c;
}

/* 11.1.1; four pointers are a letter and a mark. */
static struct multibyte
big5(const unsigned char *s, size_t n, bool last)
{
	uint32_t p;

	if (!between(s[0], 0x81, 0xFE))
		return error(1);
	if (n < 2)
		return cut(n, last);
	if (!between(s[1], 0x40, 0x7E) && !between(s[1], 0xA1, 0xFE))
		return pair(0, s[1]);
	p = (s[0] - 0x81u) * 157 + s[1] - (s[1] < 0x7F ? 0x40u : 0x62u);
	switch (p) {
	case 1133: return (struct multibyte){{0xCA, 0x304}, 2};
	case 1135: return (struct multibyte){{0xCA, 0x30C}, 2};
	case 1164: return (struct multibyte){{0xEA, 0x304}, 2};
	case 1166: return (struct multibyte){{0xEA, 0x30C}, 2};
	default: return pair(big5_at(p), s[1]);
	}
}

/* Three bytes, of which the first is 8F: JIS X 0212. */
static struct multibyte
jis0212(const unsigned char *s, size_t n, bool last)
{
	uint32_t c = 0;

	if (n < 3)
		return cut(n, last);
	if (between(s[2], 0xA1, 0xFE))
		c = LOOKUP(jis0212, (s[1] - 0xA1u) * 94 + s[2] - 0xA1u);
	if (c == 0)
		return error(s[2] < 0x80 ? 2 : 3);
	return character(c, 3);
}

/* 12.1.1. */
static struct multibyte
euc_jp(const unsigned char *s, size_t n, bool last)
{
	uint32_t c = 0;

	if (!between(s[0], 0x8E, 0x8F) && !between(s[0], 0xA1, 0xFE))
		return error(1);
	if (n < 2)
		return cut(n, last);
	if (s[0] == 0x8E && between(s[1], 0xA1, 0xDF))
		c = 0xFF61u - 0xA1 + s[1];
	else if (s[0] == 0x8F && between(s[1], 0xA1, 0xFE))
		return jis0212(s, n, last);
	else if (s[0] >= 0xA1 && between(s[1], 0xA1, 0xFE))
		c = LOOKUP(jis0208, (s[0] - 0xA1u) * 94 + s[1] - 0xA1u);
	return pair(c, s[1]);
}

/* 12.3.1; what lies between the indexed characters is for private use. */
static struct multibyte
shift_jis(const unsigned char *s, size_t n, bool last)
{
	uint32_t p;

	if (s[0] == 0x80)
		return character(0x80, 1);
	if (between(s[0], 0xA1, 0xDF))
		return character(0xFF61u - 0xA1 + s[0], 1);
	if (!between(s[0], 0x81, 0x9F) && !between(s[0], 0xE0, 0xFC))
		return error(1);
	if (n < 2)
		return cut(n, last);
	if (!between(s[1], 0x40, 0x7E) && !between(s[1], 0x80, 0xFC))
		return pair(0, s[1]);
	p = (s[0] - (s[0] < 0xA0 ? 0x81u : 0xC1u)) * 188 +
	    s[1] - (s[1] < 0x7F ? 0x40u : 0x41u);
	if (p >= 8836 && p <= 10715)
		return character(0xE000 - 8836 + p, 2);
	return pair(LOOKUP(jis0208, p), s[1]);
}

/* 13.1.1. */
static struct multibyte
euc_kr(const unsigned char *s, size_t n, bool last)
{
	uint32_t c = 0;

	if (!between(s[0], 0x81, 0xFE))
		return error(1);
	if (n < 2)
		return cut(n, last);
	if (between(s[1], 0x41, 0xFE))
		c = LOOKUP(euc_kr, (s[0] - 0x81u) * 190 + s[1] - 0x41u);
	return pair(c, s[1]);
}

/* The escape sequences of ISO-2022-JP, after ESC. */
static const struct {
	char bytes[3];
	enum iso2022jp_set set;
} escapes[] = {
	{"(B", JP_ASCII}, {"(J", JP_ROMAN}, {"(I", JP_KATAKANA},
	{"$@", JP_JIS0208}, {"$B", JP_JIS0208},
};

/* An escape sequence is the control ESC; one that is unknown only its ESC. */
static struct multibyte
escape(enum iso2022jp_set *set, const unsigned char *s, size_t n, bool last)
{
	if (n < 3 && !last)
		return cut(n, last);
	for (size_t i = 0; n > 2 && i < sizeof escapes / sizeof *escapes; i++)
		if (s[1] == (unsigned char)escapes[i].bytes[0] &&
		    s[2] == (unsigned char)escapes[i].bytes[1]) {
			*set = escapes[i].set;
			return character(0x1B, 3);
		}
	return character(0x1B, 1);
}

/*
 * 12.2.1, but blanks and line ends stand within kanji, an escape sequence that
 * is not used is no error, and one that is unknown is no error either: all
 * three only serve to keep a script from hiding, and nothing is run here.
 */
static struct multibyte
iso2022_jp(enum iso2022jp_set *set, const unsigned char *s, size_t n, bool last)
{
	if (s[0] == 0x1B)
		return escape(set, s, n, last);
	if (s[0] >= 0x80)
		return error(1);
	if (!between(s[0], 0x21, 0x7E) || *set == JP_ASCII)
		return character(s[0], 1);
	if (*set == JP_ROMAN)
		return character(s[0] == '\\' ? 0xA5u : s[0] == '~' ? 0x203Eu :
		    s[0], 1);
	if (*set == JP_KATAKANA)
		return s[0] < 0x60 ? character(0xFF40u + s[0], 1) : error(1);
	if (n < 2)
		return cut(n, last);
	if (!between(s[1], 0x21, 0x7E))
		return error(s[1] < 0x80 ? 1 : 2);
	return pair(LOOKUP(jis0208, (s[0] - 0x21u) * 94 + s[1] - 0x21u), 0x80);
}

struct multibyte
multibyte_step(enum charset_how how, enum iso2022jp_set *set,
    const char *at, const char *end, bool last)
{
	const unsigned char *s = (const unsigned char *)at;
	size_t n = (size_t)(end - at);

	if (how == CHARSET_iso2022jp)
		return iso2022_jp(set, s, n, last);
	if (s[0] < 0x80)
		return character(s[0], 1);
	switch (how) {
	case CHARSET_big5: return big5(s, n, last);
	case CHARSET_eucjp: return euc_jp(s, n, last);
	case CHARSET_shiftjis: return shift_jis(s, n, last);
	case CHARSET_euckr: return euc_kr(s, n, last);
	default: return gb18030(s, n, last);
	}
}
