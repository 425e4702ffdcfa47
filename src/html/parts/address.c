/* SPDX-License-Identifier: MIT */
#include "html/parts/address.h"

#include "base/ascii.h"
#include "html/parts/host.h"
#include "html/read/resolve.h"

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

static void
put_encoded(struct buf *to, struct str part, const char *set)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0, run; i < part.n; i++) {
		unsigned char c = (unsigned char)part.s[i];

		for (run = i; run < part.n && host_is_plain(part.s[run]); run++)
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

	while (part.n < rest->n && (host_is_plain(rest->s[part.n]) ||
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
	return host_put(to, a) && put_port(to, port, s->port);
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

/* ---- what is as it should be, as nearly all is ---- */

/* The bytes of "https://example.org" as it is written; 0: it may not be. */
static size_t
origin_of(struct str url)
{
	size_t n = url.n > 7 && memcmp(url.s, "http://", 7) == 0 ? 7 : url.n >
	    8 && memcmp(url.s, "https://", 8) == 0 ? 8 : 0, host = n;

	while (n > 0 && n < url.n && host_is_plain(url.s[n]) &&
	    !ascii_is_upper(url.s[n]))
		n++;
	return n > host && (n == url.n || url.s[n] == '/') ? n : 0;
}

/* Whether a path, query and fragment stay as they are; "/." may be a step. */
static bool
is_settled(struct str t)
{
	for (size_t i = 0; i < t.n; i++) {
		if (host_is_plain(t.s[i]))
			continue;
		if (strchr("/?#&=+,;:@!$()*~%", t.s[i]) == NULL ||
		    (t.s[i] == '/' && i + 1 < t.n && (t.s[i + 1] == '.' ||
		    t.s[i + 1] == '%')))
			return false;
	}
	return true;
}

static bool
put_settled(struct buf *to, struct str base, struct str t)
{
	size_t origin = origin_of(t);

	if (origin > 0 && origin < t.n && is_settled((struct str){t.s +
	    origin, t.n - origin})) {
		buf_put(to, t.s, t.n);
		return true;
	}
	if (t.n < 2 || t.s[0] != '/' || t.s[1] == '/' || !is_settled(t) ||
	    (origin = origin_of(base)) == 0)
		return false;
	buf_put(to, base.s, origin);
	buf_put(to, t.s, t.n);
	return true;
}

void
address_put(struct buf *to, struct str base, struct str reference)
{
	struct buf r = {0};
	size_t start = to->n;

	if (put_settled(to, base, reference))
		return;
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
