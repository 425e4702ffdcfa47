/* SPDX-License-Identifier: MIT */
#include "text/encoding/decode.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/unicode/utf.h"

/* Room that one step needs: a vector, or the UTF-8 of two characters. */
enum { STEP = 16, REPLACEMENT = 0xFFFD };

/* A character of a page: mended; nothing for a control, unless NUL is kept. */
static char *
put_clean(const struct decode *d, char *to, uint32_t c)
{
	if (c == 0 && d->keeps_nul)
		*to++ = '\0';
	if (charset_is_control(c))
		return to;
	return to + utf_encode(charset_mend(c), to);
}

/* A character; of a text as it is. */
static char *
put(const struct decode *d, char *to, uint32_t c)
{
	if (!d->verbatim)
		return put_clean(d, to, c);
	return to + utf_encode(utf_is_scalar(c) ? c : REPLACEMENT, to);
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
	    !charset_is_control((unsigned char)s[n])) {
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

/* Clean UTF-8 of UTF-8, as far as it is there and fits. */
static char *
from_utf8(struct decode *d, bool last, char *to, const char *limit)
{
	const char **s = &d->bytes->at, *end = d->bytes->end;
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
		to = put_clean(d, to, c);
		*s += n;
	}
	return to;
}

/*
 * A text's UTF-8 as it is; bytes that are none go along, and the place of the
 * first is kept.
 */
static char *
copy_utf8(struct decode *d, bool last, char *to, const char *limit)
{
	struct source *in = d->bytes;
	size_t n = (size_t)(in->end - in->at), room = (size_t)(limit - to);
	const char *valid;

	if (n > room)
		n = room;
	if (d->not_utf8 == 0) {
		valid = utf_valid_end((struct str){in->at, n});
		d->seen += (size_t)(valid - in->at);
		if (valid > in->at)
			n = (size_t)(valid - in->at);
		else if (n > 0 && !last && utf_cut(in->at, in->end))
			n = 0;
		else if (n > 0)
			d->not_utf8 = d->seen + 1;
	}
	memcpy(to, in->at, n);
	in->at += n;
	return to + n;
}

static char *
from_table(struct decode *d, char *to, const char *limit)
{
	struct source *in = d->bytes;

	while (in->at < in->end && limit - to >= STEP) {
		unsigned char b = (unsigned char)*in->at;

		if (b >= 0x80) {
			memcpy(to, d->upper[b - 0x80], 4);
			to += d->upper[b - 0x80][3];
			in->at++;
		} else if (in->end - in->at >= STEP && !charset_is_control(b)) {
			to = ascii(&in->at, in->end, to, limit);
		} else {
			to = put(d, to, b);
			in->at++;
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
 * UTF-16 (`width` 2) or UTF-32 (4).  A surrogate alone is U+FFFD, and so are
 * bytes at the end that are no unit.
 */
static char *
from_units(struct decode *d, bool last, char *to, const char *limit, int width,
    bool big)
{
	struct source *in = d->bytes;

	while (in->end - in->at >= width && limit - to >= STEP) {
		uint32_t c = unit(in->at, width, big), low;

		if (width == 2 && is_half(c, 0xD800)) {
			if (in->end - in->at < 4 && !last)
				break;
			low = in->end - in->at < 4 ? 0 :
			    unit(in->at + 2, 2, big);
			if (is_half(low, 0xDC00)) {
				c = 0x10000 + (c - 0xD800) * 0x400 + low -
				    0xDC00;
				in->at += 2;
			}
		}
		to = put(d, to, c);
		in->at += width;
	}
	if (last && in->at < in->end && in->end - in->at < width &&
	    limit - to >= STEP) {
		to = put(d, to, UTF_BAD);
		in->at = in->end;
	}
	return to;
}

static char *
from_multibyte(struct decode *d, bool last, char *to, const char *limit)
{
	struct source *in = d->bytes;
	bool ascii_is_ascii = d->charset->how != CHARSET_iso2022jp;

	while (in->at < in->end && limit - to >= STEP) {
		const char *before = in->at;
		struct multibyte step;

		if (ascii_is_ascii && (unsigned char)*in->at < 0x80)
			to = ascii(&in->at, in->end, to, limit);
		if (in->at != before)
			continue;
		step = multibyte_step(d->charset->how, &d->set, in->at,
		    in->end, last);
		if (step.bytes == 0)
			break;
		to = put(d, to, step.c[0]);
		if (step.c[1] != 0)
			to = put(d, to, step.c[1]);
		in->at += step.bytes;
	}
	return to;
}

/* What the bytes at hand give. */
static char *
decode(struct decode *d, bool last, char *to, const char *limit)
{

	switch (d->charset->how) {
	case CHARSET_utf8:
		return d->verbatim ? copy_utf8(d, last, to, limit) :
		    from_utf8(d, last, to, limit);
	case CHARSET_utf16le:
		return from_units(d, last, to, limit, 2, false);
	case CHARSET_utf16be:
		return from_units(d, last, to, limit, 2, true);
	case CHARSET_utf32le:
		return from_units(d, last, to, limit, 4, false);
	case CHARSET_utf32be:
		return from_units(d, last, to, limit, 4, true);
	case CHARSET_table:
	case CHARSET_user:
		return from_table(d, to, limit);
	default:
		return from_multibyte(d, last, to, limit);
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

/* The upper half of a table, in UTF-8. */
static void
write_upper(struct decode *d)
{
	for (unsigned i = 0; i < 128; i++) {
		uint32_t c = d->charset->how == CHARSET_user ? 0xF780 + i :
		    d->charset->upper[i];
		char *to = d->upper[i];

		to[3] = (char)(put(d, to, c != 0 ? c : UTF_BAD) - to);
	}
}

static bool
start(struct decode *d, struct source *bytes, const struct charset *charset,
    bool verbatim)
{
	int length;

	*d = (struct decode){.source = source_from(fill), .bytes = bytes,
	    .charset = charset, .verbatim = verbatim};
	if (charset == NULL)
		return false;
	if (charset->how == CHARSET_table || charset->how == CHARSET_user)
		write_upper(d);
	if (charset_mark((struct str){bytes->at,
	    (size_t)(bytes->end - bytes->at)}, &length) == charset) {
		bytes->at += length;
		d->seen = (size_t)length;
	}
	return true;
}

void
decode_keep_nul(struct decode *d)
{
	d->keeps_nul = true;
}

bool
decode_open(struct decode *d, struct source *bytes,
    const struct charset *charset)
{
	source_has(bytes, CHARSET_MARK);
	return start(d, bytes, charset, false);
}

bool
decode_text_as(struct decode *d, struct source *bytes,
    const struct charset *charset)
{
	source_has(bytes, CHARSET_MARK);
	return start(d, bytes, charset, true);
}

void
decode_close(struct decode *d)
{
	source_free(&d->source);
}

const char *
decode_name(const struct decode *d)
{
	return d->charset->name;
}

size_t
decode_not_utf8(const struct decode *d)
{
	return d->not_utf8;
}
