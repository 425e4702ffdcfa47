/* SPDX-License-Identifier: MIT */
#include "text/encoding/recode.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "text/unicode/utf.h"

#include "gen/big5.h"

enum {
	PIECE = 4096, /* bytes at a time; UTF-8 needs at most three for one */
	LONGEST = 4,  /* bytes of a character */
	REPLACEMENT = 0xFFFD
};

/*
 * Converters stay open for the next page: their files can be read only until
 * the sandbox is entered.
 */
static struct {
	const char *name;
	iconv_t converter;
	bool busy;
} kept[16];

enum { KEPT = sizeof kept / sizeof *kept };

bool
recode_open(struct recode *r, const struct charset *charset)
{
	int free_slot = -1;

	*r = (struct recode){.charset = charset};
	for (int i = 0; i < KEPT; i++) {
		if (kept[i].name == NULL) {
			free_slot = i;
			break;
		}
		if (!kept[i].busy &&
		    strcmp(kept[i].name, charset->converter) == 0) {
			kept[i].busy = true;
			r->converter = kept[i].converter;
			return true;
		}
	}
	r->converter = iconv_open("UTF-8", charset->converter);
	if (r->converter == (iconv_t)-1)
		return false;
	if (free_slot >= 0) {
		kept[free_slot].name = charset->converter;
		kept[free_slot].converter = r->converter;
		kept[free_slot].busy = true;
	}
	return true;
}

void
recode_close(struct recode *r)
{
	iconv(r->converter, NULL, NULL, NULL, NULL);
	for (int i = 0; i < KEPT; i++)
		if (kept[i].name != NULL && kept[i].converter == r->converter) {
			kept[i].busy = false;
			return;
		}
	iconv_close(r->converter);
}

void
recode_preload(void)
{
	static const char *const labels[] = {"gb18030", "gbk", "big5",
	    "euc-kr", "shift_jis", "euc-jp", "iso-2022-jp"};

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		const struct charset *c = charset_find(str_of(labels[i]));
		struct recode r;

		if (c->converter != NULL && recode_open(&r, c))
			recode_close(&r);
	}
}

/*
 * iconv as far as it goes, and what it holds back (some converters wait for a
 * mark to combine with); errno says why it stopped, 0 that it did not.
 */
static size_t
convert(struct recode *r, const char *s, size_t n, struct buf *to)
{
	char *in = (char *)(uintptr_t)s, *out = buf_room(to, 4 * n + 16);
	size_t left = n, room = 4 * n + 16;

	errno = 0;
	if (iconv(r->converter, &in, &left, &out, &room) != (size_t)-1)
		errno = 0;
	to->n = (size_t)(out - to->s);
	return n - left;
}

static void
flush(struct recode *r, struct buf *to)
{
	char *out = buf_room(to, 16);
	size_t room = 16;

	iconv(r->converter, NULL, NULL, &out, &room);
	to->n = (size_t)(out - to->s);
}

static bool
between(char c, int low, int high)
{
	return (unsigned char)c >= low && (unsigned char)c <= high;
}

static bool
is_lead(enum charset_how how, char c)
{
	if (how == CHARSET_shiftjis)
		return between(c, 0x81, 0x9F) || between(c, 0xE0, 0xFC);
	if (how == CHARSET_eucjp)
		return between(c, 0x8E, 0x8F) || between(c, 0xA1, 0xFE);
	return between(c, 0x81, 0xFE);
}

/* Pairs that iconv's Big5 does not have. */
static uint32_t
more_big5(const char *s)
{
	unsigned pair = (unsigned char)s[0] << 8 | (unsigned char)s[1];
	size_t low = 0, high = sizeof big5 / sizeof *big5;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (big5[middle].pair == pair)
			return big5[middle].c;
		if (big5[middle].pair < pair)
			low = middle + 1;
		else
			high = middle;
	}
	return REPLACEMENT;
}

/*
 * How many of the `n` (> 0) bytes at `s`, which iconv refused, are one fault,
 * and what it reads as.  A lead byte takes the next one along unless that is
 * ASCII (Encoding Standard, the decoders of gb18030, Big5, EUC-JP, Shift_JIS,
 * EUC-KR).  The euro sign at 80 is what GBK has there and in Windows.
 */
static size_t
fault(enum charset_how how, const char *s, size_t n, uint32_t *c)
{
	*c = how == CHARSET_gb18030 && *s == (char)0x80 ? 0x20AC : REPLACEMENT;
	if (!is_lead(how, s[0]) || n < 2)
		return 1;
	if (how == CHARSET_gb18030 && n > 3 && between(s[1], '0', '9') &&
	    between(s[2], 0x81, 0xFE) && between(s[3], '0', '9'))
		return 4;
	if (how == CHARSET_big5 && (*c = more_big5(s)) != REPLACEMENT)
		return 2;
	if (between(s[1], 0, 0x7F))
		return 1;
	if (how == CHARSET_eucjp && s[0] == (char)0x8F && n > 2 &&
	    between(s[1], 0xA1, 0xFE) && !between(s[2], 0, 0x7F))
		return 3;
	return 2;
}

/*
 * glibc's UHC, refusing a pair of KS X 1001 that has no character, is already
 * past it.  Then the last of the `used` bytes are the fault.
 */
static bool
is_past_fault(struct recode *r, const char *s, size_t used)
{
	struct buf scratch = {0};
	size_t at = 0, last = 0;
	bool past;

	if (r->charset->how != CHARSET_euckr || used < 2)
		return false;
	while (at < used) {
		last = at;
		at += is_lead(CHARSET_euckr, s[at]) ? 2 : 1;
	}
	past = at - last == 2 && (convert(r, s + last, 2, &scratch) != 2 ||
	    errno != 0);
	buf_free(&scratch);
	return past;
}

/* A piece through iconv, up to a fault. */
static size_t
eight_bits(struct recode *r, const char *s, size_t n, bool last,
    struct buf *to)
{
	size_t used = convert(r, s, n < PIECE ? n : PIECE, to);
	bool refused = errno == EILSEQ;
	uint32_t c;

	if (refused && is_past_fault(r, s, used)) {
		utf_put(to, REPLACEMENT);
	} else if (refused && (n - used >= LONGEST || last)) {
		flush(r, to);
		used += fault(r->charset->how, s + used, n - used, &c);
		utf_put(to, c);
	} else if (last && used == 0) {
		flush(r, to);
		if (n > 0)
			utf_put(to, REPLACEMENT);
		used = n;
	}
	return used;
}

/* The escape sequences of ISO-2022-JP, after ESC. */
static const struct {
	char bytes[3];
	int shift;
} escapes[] = {
	{"(B", SHIFT_ASCII}, {"(J", SHIFT_ROMAN}, {"(I", SHIFT_KANA},
	{"$@", SHIFT_KANJI}, {"$B", SHIFT_KANJI},
};

/* One that is unknown is dropped, as every control is. */
static size_t
escape(struct recode *r, const char *s, size_t n)
{
	for (size_t i = 0; n > 2 && i < sizeof escapes / sizeof *escapes; i++)
		if (s[1] == escapes[i].bytes[0] &&
		    s[2] == escapes[i].bytes[1]) {
			r->shift = escapes[i].shift;
			return 3;
		}
	return 1;
}

/* Two bytes of JIS X 0208, which in EUC-JP have the eighth bit set. */
static void
kanji(struct recode *r, const char *s, struct buf *to)
{
	char pair[2] = {(char)(s[0] | 0x80), (char)(s[1] | 0x80)};

	if (!between(s[1], 0x21, 0x7E) || convert(r, pair, 2, to) != 2)
		utf_put(to, REPLACEMENT);
}

/*
 * One step of ISO-2022-JP.  Unlike the standard's decoder, blanks and line
 * ends stand within kanji, and a shift that is not used is no fault: both
 * only serve to keep a script from hiding, and nothing is run here.
 */
static size_t
seven_bits(struct recode *r, const char *s, size_t n, struct buf *to)
{
	if (*s == 0x1B)
		return escape(r, s, n);
	if (!between(*s, 0, 0x7F)) {
		utf_put(to, REPLACEMENT);
	} else if (!between(*s, 0x21, 0x7E) || r->shift == SHIFT_ASCII) {
		buf_putc(to, *s);
	} else if (r->shift == SHIFT_ROMAN) {
		utf_put(to, *s == '\\' ? 0xA5 : *s == '~' ? 0x203E :
		    (uint32_t)*s);
	} else if (r->shift == SHIFT_KANA) {
		utf_put(to, *s < 0x60 ? 0xFF40 + (uint32_t)*s : REPLACEMENT);
	} else if (n < 2 || s[1] == 0x1B) {
		utf_put(to, REPLACEMENT);
	} else {
		kanji(r, s, to);
		return 2;
	}
	return 1;
}

size_t
recode_put(struct recode *r, const char *s, const char *end, bool last,
    struct buf *to)
{
	size_t n = (size_t)(end - s), used = 0;

	if (r->charset->how != CHARSET_iso2022jp)
		return eight_bits(r, s, n, last, to);
	while (used < PIECE && (n - used >= LONGEST || (last && used < n)))
		used += seven_bits(r, s + used, n - used, to);
	return used;
}
