/* SPDX-License-Identifier: MIT */
#include "pack/syntax/transfer.h"

#include <stdio.h>

#include "base/hexescape.h"
#include "pack/syntax/headers.h"
#include "text/encoding/charset.h"
#include "text/encoding/decode.h"

/* The value of a digit; -1: it is none; -2: what fills up. */
static int
digit64(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 :
	    c == '=' ? -2 : -1;
}

void
transfer_base64(struct buf *to, struct str text)
{
	unsigned bits = 0;
	int held = 0;

	for (size_t i = 0; i < text.n; i++) {
		int v = digit64(text.s[i]);

		if (v == -2)
			held = 0; /* another may follow, joined to this one */
		if (v < 0)
			continue;
		bits = (bits << 6 | (unsigned)v) & 0xFFFF;
		held += 6;
		if (held >= 8) {
			held -= 8;
			buf_putc(to, (char)(bits >> held & 0xFF));
		}
	}
}

/* The blanks before a line's end are none of the text's. */
static void
trim_blanks(struct buf *to, size_t from)
{
	while (to->n > from && (to->s[to->n - 1] == ' ' ||
	    to->s[to->n - 1] == '\t'))
		to->n--;
}

/* One line, without its end; true: it goes on in the next. */
static bool
quoted_line(struct buf *to, struct str line)
{
	size_t from = to->n;

	while (line.n > 0 && (line.s[line.n - 1] == ' ' ||
	    line.s[line.n - 1] == '\t'))
		line.n--;
	for (size_t i = 0; i < line.n; i++) {
		int byte = hexescape_at(line, i, '=');

		if (line.s[i] == '=' && i + 1 == line.n)
			return true;
		buf_putc(to, byte < 0 ? line.s[i] : (char)byte);
		if (byte < 0)
			continue;
		from = to->n;
		i += 2;
	}
	trim_blanks(to, from);
	return false;
}

/* The next line of `text`, taken off it, without its end, which is `end`. */
static struct str
next_line(struct str *text, struct str *end)
{
	const char *stop = memchr(text->s, '\n', text->n);
	struct str line = {text->s, stop != NULL ? (size_t)(stop - text->s) :
	    text->n};
	size_t n = line.n + (stop != NULL);

	if (stop != NULL && line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	*end = (struct str){line.s + line.n, n - line.n};
	text->s += n;
	text->n -= n;
	return line;
}

static void
quoted_printable(struct buf *to, struct str text)
{
	while (text.n > 0) {
		struct str end, line = next_line(&text, &end);

		if (!quoted_line(to, line))
			buf_put(to, end.s, end.n);
	}
}

/* A line of uuencode: how many bytes, and four characters for three. */
static void
uu_line(struct buf *to, struct str line)
{
	size_t n = line.n > 0 ? (size_t)(*line.s - ' ') & 63 : 0;

	for (size_t i = 1; n > 0 && i < line.n; i += 4) {
		unsigned bits = 0;

		for (size_t k = 0; k < 4; k++)
			bits = bits << 6 | (i + k < line.n ?
			    (unsigned)(line.s[i + k] - ' ') & 63 : 0);
		for (int k = 16; k >= 0 && n > 0; k -= 8, n--)
			buf_putc(to, (char)(bits >> k & 0xFF));
	}
}

static void
uudecode(struct buf *to, struct str text)
{
	bool begun = false;

	while (text.n > 0) {
		struct str end, line = next_line(&text, &end);

		if (!begun)
			begun = line.n > 6 && memcmp(line.s, "begin ", 6) == 0;
		else if (str_eq(line, STR("end")))
			return;
		else
			uu_line(to, line);
	}
}

void
transfer_put(struct buf *to, struct str bytes, struct str encoding)
{
	if (headers_same(encoding, "base64"))
		transfer_base64(to, bytes);
	else if (headers_same(encoding, "quoted-printable"))
		quoted_printable(to, bytes);
	else if (headers_same(encoding, "x-uuencode") ||
	    headers_same(encoding, "uuencode"))
		uudecode(to, bytes);
	else
		buf_put(to, bytes.s, bytes.n);
}

/* ---- encoded words ---- */

static void
put_decoded(struct buf *to, struct str bytes, struct str label)
{
	const struct charset *charset = charset_find(label);
	struct source in = source_over(bytes);
	struct decode d;

	if (charset == NULL)
		charset = charset_find(charset_weigh(bytes, true).bad == 0 ?
		    STR("utf-8") : STR("windows-1252"));
	if (!decode_open(&d, &in, charset))
		return;
	while (source_more(&d.source)) {
		buf_put(to, d.source.at, (size_t)(d.source.end - d.source.at));
		d.source.at = d.source.end;
	}
	decode_close(&d);
}

/* The pieces of "=?charset?Q?text?="; false: `s` does not begin so. */
static bool
encoded_word(struct str s, struct str *label, char *how, struct str *text,
    size_t *length)
{
	const char *end = s.s + s.n, *q, *t, *stop;

	if (s.n < 8 || memcmp(s.s, "=?", 2) != 0 ||
	    (q = memchr(s.s + 2, '?', s.n - 2)) == NULL || end - q < 5 ||
	    q[2] != '?')
		return false;
	t = q + 3;
	for (stop = t; stop + 1 < end && (stop[0] != '?' || stop[1] != '=');)
		if (*stop == ' ' && (q[1] | 0x20) != 'q')
			return false;
		else
			stop++;
	if (stop + 1 >= end)
		return false;
	*how = (char)(q[1] | 0x20);
	*label = (struct str){s.s + 2, (size_t)(q - s.s) - 2};
	if ((q = memchr(label->s, '*', label->n)) != NULL)
		label->n = (size_t)(q - label->s); /* a language (RFC 2231) */
	*text = (struct str){t, (size_t)(stop - t)};
	*length = (size_t)(stop + 2 - s.s);
	return *how == 'q' || *how == 'b';
}

static void
decode_q(struct buf *to, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		int byte = hexescape_at(text, i, '=');

		buf_putc(to, byte >= 0 ? (char)byte
		    : text.s[i] == '_' ? ' ' : text.s[i]);
		i += byte < 0 ? 0 : 2;
	}
}

/*
 * Words of one charset that follow each other are decoded together, since
 * some writers cut a character between two.
 */
void
transfer_words(struct buf *to, struct str value)
{
	struct buf bytes = {0}, plain = {0};
	struct str label = {0}, open_label = {0}, text;
	size_t i = 0, n;
	char how;

	while (i < value.n) {
		struct str rest = {value.s + i, value.n - i};

		if (encoded_word(rest, &label, &how, &text, &n)) {
			if (headers_trim(buf_str(&plain)).n > 0 ||
			    bytes.n == 0 || !str_eq(label, open_label)) {
				put_decoded(to, buf_str(&bytes), open_label);
				if (headers_trim(buf_str(&plain)).n > 0 ||
				    bytes.n == 0)
					put_decoded(to, buf_str(&plain),
					    (struct str){0});
				bytes.n = 0;
			}
			plain.n = 0;
			open_label = label;
			if (how == 'q')
				decode_q(&bytes, text);
			else
				transfer_base64(&bytes, text);
			i += n;
		} else {
			buf_putc(&plain, value.s[i++]);
		}
	}
	put_decoded(to, buf_str(&bytes), open_label);
	put_decoded(to, buf_str(&plain), (struct str){0});
	buf_free(&bytes);
	buf_free(&plain);
}

/* ---- parameters ---- */

/* The text of a piece; one that is extended has %XX, and a charset first. */
static void
put_piece(struct buf *to, struct str piece, bool extended, bool first)
{
	const char *quote;

	for (int i = 0; i < 2 && extended && first; i++) {
		quote = memchr(piece.s, '\'', piece.n);
		if (quote == NULL)
			break;
		piece.n -= (size_t)(quote - piece.s) + 1;
		piece.s = quote + 1;
	}
	if (extended)
		hexescape_put(to, piece, '%');
	else
		buf_put(to, piece.s, piece.n);
}

/* The parameter NAME, NAME*, NAME*0 or NAME*0*; false: there is none such. */
static bool
put_named(struct buf *to, struct str value, const char *name, int piece,
    bool extended)
{
	char full[32];
	struct str found;

	if (piece < 0)
		snprintf(full, sizeof full, "%s%s", name, extended ? "*" : "");
	else
		snprintf(full, sizeof full, "%s*%d%s", name, piece,
		    extended ? "*" : "");
	found = headers_parameter(value, full);
	if (found.s == NULL)
		return false;
	put_piece(to, found, extended, piece <= 0);
	return true;
}

void
transfer_parameter(struct buf *to, struct str value, const char *name)
{
	enum { PIECES = 100 };

	if (put_named(to, value, name, -1, false) ||
	    put_named(to, value, name, -1, true))
		return;
	for (int i = 0; i < PIECES; i++)
		if (!put_named(to, value, name, i, true) &&
		    !put_named(to, value, name, i, false))
			return;
}
