/* SPDX-License-Identifier: MIT */
#include "html/parts/address.h"

#include <stdint.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/ascii.h"
#include "base/hexescape.h"
#include "html/read/resolve.h"
#include "text/unicode/utf.h"

/* ---- schemes (URL Standard, 4.2: special schemes) ---- */

static const struct special {
	const char *scheme, *port;
} specials[] = {
	{"http:", "80"}, {"https:", "443"}, {"ftp:", "21"}, {"ws:", "80"},
	{"wss:", "443"}, {"file:", ""},
};

static const struct special *
special_of(struct str url)
{
	size_t n = resolve_scheme(url);

	for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
		if (ascii_same(url.s, n, specials[i].scheme))
			return &specials[i];
	return NULL;
}

static bool
is_file(const struct special *s)
{
	return s->port[0] == '\0';
}

/* ---- percent-encoding (1.3) ---- */

/* What is encoded in each part, beside controls and what is not ASCII. */
#define IN_FRAGMENT " \"<>`"
#define IN_QUERY " \"#<>'" /* of any scheme, as browsers have it */
#define IN_PATH " \"#<>?^`{}"
#define IN_USER " \"#<>?^`{}/:;=@[\\]|"

/* Letters, digits, "-", "." and "_" are in no such set. */
static bool
is_plain(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '.' || c == '_';
}

static void
put_encoded(struct buf *to, struct str part, const char *set)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0, run; i < part.n; i++) {
		unsigned char c = (unsigned char)part.s[i];

		for (run = i; run < part.n && is_plain(part.s[run]); run++)
			continue;
		if (run > i) {
			buf_put(to, part.s + i, run - i);
			i = run - 1;
		} else if (c > 0x20 && c < 0x7F && strchr(set, c) == NULL) {
			buf_putc(to, (char)c);
		} else if (c == ' ' && strchr(set, c) == NULL) {
			buf_putc(to, ' ');
		} else {
			buf_putc(to, '%');
			buf_putc(to, hex[c >> 4]);
			buf_putc(to, hex[c & 15]);
		}
	}
}

/* ---- hosts (3.5) ---- */

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

static bool
put_host(struct buf *to, struct str host)
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
		ok = ok && (is_plain(to->s[i]) || (to->s[i] > ' ' &&
		    to->s[i] != 0x7F &&
		    strchr("#/:<>?@[\\]^|%", to->s[i]) == NULL));
	buf_free(&decoded);
	return ok;
}

/* ":80"; false: it is no port. */
static bool
put_port(struct buf *to, struct str port, const char *own)
{
	size_t zeros = 0;

	for (size_t i = 0; i < port.n; i++)
		if (!ascii_is_digit(port.s[i]))
			return false;
	while (zeros + 1 < port.n && port.s[zeros] == '0')
		zeros++;
	port = (struct str){port.s + zeros, port.n - zeros};
	if (port.n > 5 || (port.n == 5 && memcmp(port.s, "65535", 5) > 0))
		return false;
	if (port.n > 0 && !str_eq(port, str_of(own))) {
		buf_putc(to, ':');
		buf_put(to, port.s, port.n);
	}
	return true;
}

/* ---- the parts of a special address ---- */

/* The bytes before the first of `stops`; they are taken off `rest`. */
static struct str
take_until(struct str *rest, const char *stops)
{
	struct str part = {rest->s, 0};

	while (part.n < rest->n && (is_plain(rest->s[part.n]) ||
	    strchr(stops, rest->s[part.n]) == NULL))
		part.n++;
	*rest = (struct str){rest->s + part.n, rest->n - part.n};
	return part;
}

/* Where the last `c` is; t.n: nowhere. */
static size_t
last_of(struct str t, char c)
{
	for (size_t i = t.n; i > 0; i--)
		if (t.s[i - 1] == c)
			return i - 1;
	return t.n;
}

static void
put_user(struct buf *to, struct str user)
{
	const char *colon = memchr(user.s, ':', user.n);
	size_t name = colon != NULL ? (size_t)(colon - user.s) : user.n;

	put_encoded(to, (struct str){user.s, name}, IN_USER);
	if (user.n > name + 1) {
		buf_putc(to, ':');
		put_encoded(to, (struct str){user.s + name + 1,
		    user.n - name - 1}, IN_USER);
	}
	if (name > 0 || user.n > name + 1)
		buf_putc(to, '@');
}

static bool
put_authority(struct buf *to, struct str a, const struct special *s)
{
	size_t at = last_of(a, '@'), colon, bracket;
	struct str port = {0};

	if (at < a.n) {
		put_user(to, (struct str){a.s, at});
		a = (struct str){a.s + at + 1, a.n - at - 1};
	}
	colon = last_of(a, ':');
	bracket = last_of(a, ']');
	if (colon < a.n && (bracket == a.n || bracket < colon)) {
		port = (struct str){a.s + colon + 1, a.n - colon - 1};
		a.n = colon;
	}
	if (a.n == 0)
		return is_file(s);
	return put_host(to, a) && put_port(to, port, s->port);
}

/* "?query#fragment" */
static void
put_tail(struct buf *to, struct str rest)
{
	struct str query = take_until(&rest, "#");

	if (query.n > 0) {
		buf_putc(to, '?');
		put_encoded(to, (struct str){query.s + 1, query.n - 1},
		    IN_QUERY);
	}
	if (rest.n > 0) {
		buf_putc(to, '#');
		put_encoded(to, (struct str){rest.s + 1, rest.n - 1},
		    IN_FRAGMENT);
	}
}

/* "scheme://…", resolved; false: it is not valid. */
static bool
put_special(struct buf *to, struct str url, const struct special *s)
{
	struct str rest = {url.s + strlen(s->scheme),
	    url.n - strlen(s->scheme)}, path;

	buf_puts(to, s->scheme);
	buf_puts(to, "//");
	if (rest.n >= 2)
		rest = (struct str){rest.s + 2, rest.n - 2};
	if (!put_authority(to, take_until(&rest, "/?#"), s))
		return false;
	path = take_until(&rest, "?#");
	if (path.n == 0)
		buf_putc(to, '/');
	put_encoded(to, path, IN_PATH);
	put_tail(to, rest);
	return true;
}

/* "mailto:…", "javascript:…": in place, nothing is resolved. */
static void
put_opaque(struct buf *to, struct str url)
{
	size_t scheme = resolve_scheme(url);
	struct str rest = {url.s + scheme, url.n - scheme}, path;

	for (size_t i = 0; i < scheme; i++)
		buf_putc(to, ascii_lower(url.s[i]));
	path = take_until(&rest, "?#");
	put_encoded(to, path, path.n > 0 && path.s[0] == '/' ? IN_PATH : "");
	put_tail(to, rest);
}

/* ---- the whole ---- */

/* Without blanks and controls around it, TABs and line ends (4.4, 1 to 3). */
static void
clean(struct buf *to, struct str r)
{
	while (r.n > 0 && (unsigned char)r.s[0] <= ' ')
		r = (struct str){r.s + 1, r.n - 1};
	while (r.n > 0 && (unsigned char)r.s[r.n - 1] <= ' ')
		r.n--;
	for (size_t i = 0; i < r.n; i++)
		if (r.s[i] != '\t' && r.s[i] != '\n' && r.s[i] != '\r')
			buf_putc(to, r.s[i]);
}

/* Where the authority or path is, a backslash is a slash. */
static void
mend_slashes(struct buf *r)
{
	for (size_t i = 0; i < r->n && r->s[i] != '?' && r->s[i] != '#'; i++)
		if (r->s[i] == '\\')
			r->s[i] = '/';
}

static size_t
slashes(struct str r)
{
	size_t n = 0;

	while (n < r.n && r.s[n] == '/')
		n++;
	return n;
}

/*
 * A reference with a special scheme, or on a page that has one, resolved by
 * RFC 3986 once its slashes are as that has them.
 */
static void
resolve(struct buf *to, struct str base, const struct special *s,
    struct str rest, bool absolute)
{
	struct buf again = {0};
	size_t n = slashes(rest);

	if (!is_file(s) && (absolute || n >= 2)) {
		buf_puts(&again, "//");
		rest = (struct str){rest.s + n, rest.n - n};
	}
	buf_put(&again, rest.s, rest.n);
	resolve_address(to, absolute ? str_of(s->scheme) : base,
	    buf_str(&again));
	if (again.n == 0) { /* the page itself */
		const char *mark = memchr(base.s, '#', base.n);

		buf_put(to, base.s, mark != NULL ? (size_t)(mark - base.s)
		    : base.n);
	}
	buf_free(&again);
}

/* The reference, cleaned; false: it is no valid address. */
static bool
put_clean(struct buf *to, struct str base, struct buf *r)
{
	size_t scheme = resolve_scheme(buf_str(r));
	const struct special *own = special_of(buf_str(r));
	const struct special *of = special_of(base);
	struct buf whole = {0};
	struct str rest = {r->s + scheme, r->n - scheme};
	bool absolute, valid;

	if (scheme > 0 && own == NULL) {
		put_opaque(to, buf_str(r));
		return true;
	}
	if (own == NULL && of == NULL) {
		resolve_address(to, base, buf_str(r));
		return true;
	}
	mend_slashes(r);
	absolute = own != NULL && (own != of || slashes(rest) > 0);
	if (own == of && own != NULL && !is_file(own) && slashes(rest) == 1)
		absolute = false; /* "http:/path" */
	if (own == NULL)
		own = of;
	resolve(&whole, base, own, rest, absolute);
	valid = put_special(to, buf_str(&whole), own);
	buf_free(&whole);
	return valid;
}

void
address_put(struct buf *to, struct str base, struct str reference)
{
	struct buf r = {0};
	size_t start = to->n;

	clean(&r, reference);
	if (!put_clean(to, base, &r)) {
		to->n = start;
		clean(to, reference);
	}
	buf_free(&r);
}

/* The host of "scheme://user@host:port/"; empty: none. */
static struct str
host_of(struct str url)
{
	size_t scheme = resolve_scheme(url), at;
	struct str rest = {url.s + scheme, url.n - scheme}, host;

	if (scheme == 0 || slashes(rest) < 2)
		return (struct str){0};
	rest = (struct str){rest.s + 2, rest.n - 2};
	host = take_until(&rest, "/?#");
	at = last_of(host, '@');
	if (at < host.n)
		host = (struct str){host.s + at + 1, host.n - at - 1};
	if (host.n > 4 && memcmp(host.s, "www.", 4) == 0)
		host = (struct str){host.s + 4, host.n - 4};
	return host;
}

bool
address_same_site(struct str a, struct str b)
{
	struct str host = host_of(a);

	return host.n == 0 || str_eq(host, host_of(b));
}
