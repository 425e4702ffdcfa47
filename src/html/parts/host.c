/* SPDX-License-Identifier: MIT */
#include "html/parts/host.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/hexescape.h"
#include "text/unicode/utf.h"

/* RFC 3492, 6.1 */
static uint32_t
adapted(uint32_t delta, uint32_t points, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / 700 : delta / 2;
	delta += delta / points;
	for (; delta > 35 * 26 / 2; k += 36)
		delta /= 35;
	return k + 36 * delta / (delta + 38);
}

static char
punycode_digit(uint32_t d)
{
	return (char)(d < 26 ? 'a' + d : '0' + d - 26);
}

/* A delta as a number of variable length (RFC 3492, 3.3). */
static void
put_delta(struct buf *to, uint32_t q, uint32_t bias)
{
	for (uint32_t k = 36;; k += 36) {
		uint32_t t = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;

		if (q < t)
			break;
		buf_putc(to, punycode_digit(t + (q - t) % (36 - t)));
		q = (q - t) / (36 - t);
	}
	buf_putc(to, punycode_digit(q));
}

enum { LABEL_MOST = 63 }; /* code points; RFC 1035, 2.3.4 */

/* RFC 3492, 6.3 */
static void
put_punycode(struct buf *to, const uint32_t *points, uint32_t n)
{
	uint32_t least = 128, delta = 0, bias = 72, done = 0, basic;

	for (uint32_t i = 0; i < n; i++)
		if (points[i] < 128) {
			buf_putc(to, (char)points[i]);
			done++;
		}
	basic = done;
	if (basic > 0)
		buf_putc(to, '-');
	while (done < n) {
		uint32_t next = UINT32_MAX;

		for (uint32_t i = 0; i < n; i++)
			if (points[i] >= least && points[i] < next)
				next = points[i];
		delta += (next - least) * (done + 1);
		least = next;
		for (uint32_t i = 0; i < n; i++) {
			delta += points[i] < least;
			if (points[i] != least)
				continue;
			put_delta(to, delta, bias);
			bias = adapted(delta, done + 1, done == basic);
			delta = 0;
			done++;
		}
		delta++;
		least++;
	}
}

/* A label of a host; false: it is none. */
static bool
put_label(struct buf *to, struct str label)
{
	uint32_t points[LABEL_MOST], n = 0;
	bool ascii = true;

	for (size_t i = 0; i < label.n; n++) {
		if (n == LABEL_MOST)
			return false;
		i += (size_t)utf_step(label.s + i, label.s + label.n,
		    &points[n]);
		if (points[n] == UTF_BAD)
			return false;
		ascii = ascii && points[n] < 128;
	}
	if (ascii) {
		buf_put(to, label.s, label.n);
		return true;
	}
	buf_puts(to, "xn--");
	put_punycode(to, points, n);
	return true;
}

/* In lower case and composed, each label by itself; false: no host. */
static bool
put_mapped(struct buf *to, struct str host)
{
	utf8proc_uint8_t *mapped;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)host.s,
	    (utf8proc_ssize_t)host.n, &mapped, UTF8PROC_STABLE |
	    UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
	    UTF8PROC_IGNORE);
	struct str rest;
	bool ok = n > 0;

	if (n < 0)
		return false;
	rest = (struct str){(const char *)mapped, (size_t)n};
	while (ok && rest.n > 0) {
		const char *dot = memchr(rest.s, '.', rest.n);
		size_t label = dot != NULL ? (size_t)(dot - rest.s) : rest.n;

		ok = put_label(to, (struct str){rest.s, label});
		if (dot != NULL)
			buf_putc(to, '.');
		label += dot != NULL;
		rest = (struct str){rest.s + label, rest.n - label};
	}
	free(mapped);
	return ok;
}

bool
host_put(struct buf *to, struct str host)
{
	struct buf decoded = {0};
	size_t start = to->n;
	bool ok = true, ascii = true;

	if (host.n > 2 && host.s[0] == '[' && host.s[host.n - 1] == ']') {
		for (size_t i = 0; i < host.n; i++)
			buf_putc(to, ascii_lower(host.s[i]));
		return true;
	}
	hexescape_put(&decoded, host, '%');
	for (size_t i = 0; i < decoded.n; i++)
		ascii = ascii && (unsigned char)decoded.s[i] < 128;
	if (ascii)
		for (size_t i = 0; i < decoded.n; i++)
			buf_putc(to, ascii_lower(decoded.s[i]));
	else
		ok = put_mapped(to, buf_str(&decoded));
	for (size_t i = start; i < to->n; i++)
		ok = ok && (host_is_plain(to->s[i]) || (to->s[i] > ' ' &&
		    to->s[i] != 0x7F &&
		    strchr("#/:<>?@[\\]^|%", to->s[i]) == NULL));
	buf_free(&decoded);
	return ok;
}
