/* SPDX-License-Identifier: MIT */
#include "text/encoding/decode.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/app.h"
#include "text/unicode/utf.h"

/* Room that one step needs: a vector, or the UTF-8 of two characters. */
enum { STEP = 16 };

static bool
is_control(uint32_t c)
{
	return c == 0x7F || (c < ' ' && c != '\t' && c != '\n' &&
	    c != '\f' && c != '\r');
}

/* A character, mended; nothing for a control. */
static char *
put(char *to, uint32_t c)
{
	return is_control(c) ? to : to + utf_encode(charset_mend(c), to);
}

/*
 * Copy what is ASCII and no control, at most the STEP bytes at `s`, which can
 * all be read and written; the number of bytes that it was.
 */
static int
plain(const char *s, char *to)
{
#ifdef __SSE2__
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)s);
	__m128i text = _mm_andnot_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F)),
	    _mm_cmpgt_epi8(v, _mm_set1_epi8(0x1F)));
	__m128i space = _mm_andnot_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8(0x0B)),
	    _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8(0x08)),
	    _mm_cmpgt_epi8(_mm_set1_epi8(0x0E), v)));
	int mask = _mm_movemask_epi8(_mm_or_si128(text, space));

	_mm_storeu_si128((__m128i *)(void *)to, v);
	return __builtin_ctz(~(unsigned)mask);
#else
	int n = 0;

	while (n < STEP && (unsigned char)s[n] < 0x80 &&
	    !is_control((unsigned char)s[n])) {
		to[n] = s[n];
		n++;
	}
	return n;
#endif
}

static char *
ascii(const char **s, const char *end, char *to, const char *limit)
{
	int n = STEP;

	while (n == STEP && end - *s >= STEP && limit - to >= STEP) {
		n = plain(*s, to);
		*s += n;
		to += n;
	}
	return to;
}

static bool
trails(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/*
 * Copy characters of two and three bytes, and single ASCII ones among them,
 * as long as they are none that has to be looked at: C2 leads C1 controls, E0
 * may be overlong, ED a surrogate, EF what XML forbids.
 */
static char *
letters(const char **s, const char *end, char *to, const char *limit)
{
	const char *p = *s;

	while (end - p >= 4 && limit - to >= 4) {
		unsigned char lead = (unsigned char)p[0];
		int n;

		if (lead > 0xC2 && lead < 0xE0 && trails(p[1]))
			n = 2;
		else if (lead > 0xE0 && lead < 0xEF && lead != 0xED &&
		    trails(p[1]) && trails(p[2]))
			n = 3;
		else if (lead >= ' ' && lead < 0x7F && (p[1] & 0x80))
			n = 1;
		else
			break;
		memcpy(to, p, 4);
		to += n;
		p += n;
	}
	*s = p;
	return to;
}

/* The rest of a text in UTF-8 at `*s`, as far as it is told and fits. */
static char *
from_utf8(const char **s, const char *end, bool last, char *to,
    const char *limit)
{
	uint32_t c;

	while (*s < end && limit - to >= STEP) {
		const char *before = *s;
		int n;

		to = (unsigned char)**s < 0x80 ? ascii(s, end, to, limit) :
		    letters(s, end, to, limit);
		if (*s != before)
			continue;
		n = utf_step(*s, end, &c);
		if (c == UTF_BAD && !last && utf_cut(*s, end))
			break;
		to = put(to, c);
		*s += n;
	}
	return to;
}

static char *
from_table(const char **s, const char *end, char *to, const char *limit,
    char upper[128][4])
{
	while (*s < end && limit - to >= STEP) {
		unsigned char b = (unsigned char)**s;

		if (b >= 0x80) {
			memcpy(to, upper[b - 0x80], 4);
			to += upper[b - 0x80][3];
			++*s;
		} else if (end - *s >= STEP && !is_control(b)) {
			to = ascii(s, end, to, limit);
		} else {
			to = put(to, b);
			++*s;
		}
	}
	return to;
}

/* The unit of `width` bytes at `s`. */
static uint32_t
unit(const char *s, int width, bool big)
{
	uint32_t c = 0;

	for (int i = 0; i < width; i++)
		c = c << 8 | (unsigned char)s[big ? i : width - 1 - i];
	return c;
}

static bool
is_half(uint32_t c, uint32_t first)
{
	return c >= first && c < first + 0x400;
}

/*
 * UTF-16 (`width` 2) or UTF-32 (4).  A surrogate alone is mended to U+FFFD,
 * and so are bytes at the end that are no unit.
 */
static char *
from_units(const char **s, const char *end, bool last, char *to,
    const char *limit, int width, bool big)
{
	while (end - *s >= width && limit - to >= STEP) {
		uint32_t c = unit(*s, width, big), low;

		if (width == 2 && is_half(c, 0xD800)) {
			if (end - *s < 4 && !last)
				break;
			low = end - *s < 4 ? 0 : unit(*s + 2, 2, big);
			if (is_half(low, 0xDC00)) {
				c = 0x10000 + (c - 0xD800) * 0x400 + low -
				    0xDC00;
				*s += 2;
			}
		}
		to = put(to, c);
		*s += width;
	}
	if (last && *s < end && end - *s < width && limit - to >= STEP) {
		to = put(to, UTF_BAD);
		*s = end;
	}
	return to;
}

static char *
from_recoded(struct decode *d, bool last, char *to, const char *limit)
{
	struct source *in = d->bytes;
	const char *s;

	if (d->half_at == d->half.n) {
		d->half_at = d->half.n = 0;
		in->at += recode_put(&d->recode, in->at, in->end, last,
		    &d->half);
	}
	s = d->half.s + d->half_at;
	to = from_utf8(&s, d->half.s + d->half.n, true, to, limit);
	d->half_at = (size_t)(s - d->half.s);
	return to;
}

/* What the bytes at hand give. */
static char *
decode(struct decode *d, bool last, char *to, const char *limit)
{
	struct source *in = d->bytes;

	switch (d->charset->how) {
	case CHARSET_utf8:
		return from_utf8(&in->at, in->end, last, to, limit);
	case CHARSET_utf16le:
		return from_units(&in->at, in->end, last, to, limit, 2, false);
	case CHARSET_utf16be:
		return from_units(&in->at, in->end, last, to, limit, 2, true);
	case CHARSET_utf32le:
		return from_units(&in->at, in->end, last, to, limit, 4, false);
	case CHARSET_utf32be:
		return from_units(&in->at, in->end, last, to, limit, 4, true);
	case CHARSET_table:
	case CHARSET_user:
		return from_table(&in->at, in->end, to, limit, d->upper);
	default:
		return from_recoded(d, last, to, limit);
	}
}

/* Bytes may give nothing (controls): go on until some do, or none are left. */
static size_t
fill(struct source *source, char *to, size_t room)
{
	struct decode *d = (struct decode *)source;
	const char *before;
	bool last = false;

	for (;;) {
		char *at;

		before = d->bytes->at;
		at = decode(d, last, to, to + room);
		if (at > to)
			return (size_t)(at - to);
		if (d->bytes->at != before)
			continue;
		if (last)
			return 0;
		last = !source_more(d->bytes);
	}
}

/* The upper half of a table, clean and in UTF-8. */
static void
write_upper(struct decode *d)
{
	for (unsigned i = 0; i < 128; i++) {
		uint32_t c = d->charset->how == CHARSET_user ? 0xF780 + i :
		    d->charset->upper[i];

		if (c == 0)
			c = UTF_BAD;
		d->upper[i][3] = (char)utf_encode(charset_mend(c), d->upper[i]);
	}
}

bool
decode_open(struct decode *d, struct source *bytes, const struct charset *charset)
{
	int length;

	*d = (struct decode){.source = source_from(fill), .bytes = bytes,
	    .charset = charset};
	if (charset == NULL)
		return false;
	source_has(bytes, CHARSET_MARK);
	if (charset_mark((struct str){bytes->at,
	    (size_t)(bytes->end - bytes->at)}, &length) == charset)
		bytes->at += length;
	if (charset->how == CHARSET_table || charset->how == CHARSET_user)
		write_upper(d);
	if (charset->converter != NULL && !recode_open(&d->recode, charset))
		die("%s: no converter:", charset->name);
	return true;
}

void
decode_preload(void)
{
	recode_preload();
}

void
decode_close(struct decode *d)
{
	if (d->charset != NULL && d->charset->converter != NULL)
		recode_close(&d->recode);
	buf_free(&d->half);
	source_free(&d->source);
}

const char *
decode_name(const struct decode *d)
{
	return d->charset->name;
}
