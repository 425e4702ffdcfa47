/* SPDX-License-Identifier: MIT */
#include "html/read/resolve.h"

#include <string.h>

#include "base/ascii.h"
#include "html/token/lookahead.h"

/* ---- the parts of an address (RFC 3986, 3) ---- */

struct parts {
	struct str scheme, authority, path, query, fragment;
	/* each with its mark: "http:", "//host", "/path", "?q", "#f" */
};

static size_t
span_to(struct str t, size_t from, const char *stops)
{
	while (from < t.n && (ascii_is_alnum(t.s[from]) ||
	    strchr(stops, t.s[from]) == NULL))
		from++;
	return from;
}

size_t
resolve_scheme(struct str t)
{
	size_t i = 0;

	if (t.n == 0 || !ascii_is_letter(t.s[0]))
		return 0;
	while (i < t.n && (ascii_is_letter(t.s[i]) ||
	    (t.s[i] >= '0' && t.s[i] <= '9') || strchr("+-.", t.s[i])))
		i++;
	return i < t.n && t.s[i] == ':' ? i + 1 : 0;
}

static struct str
cut(struct str t, size_t from, size_t to)
{
	return (struct str){t.s + from, to - from};
}

static struct parts
parts_of(struct str t)
{
	struct parts p;
	size_t at = resolve_scheme(t), next;

	p.scheme = cut(t, 0, at);
	p.authority = cut(t, at, at);
	if (t.n - at >= 2 && t.s[at] == '/' && t.s[at + 1] == '/') {
		next = span_to(t, at + 2, "/?#");
		p.authority = cut(t, at, next);
		at = next;
	}
	next = span_to(t, at, "?#");
	p.path = cut(t, at, next);
	at = next;
	next = span_to(t, at, "#");
	p.query = cut(t, at, next);
	p.fragment = cut(t, next, t.n);
	return p;
}

/* ---- resolution ---- */

/* Take the last segment, and its slash, off what was put since `start`. */
static void
drop_segment(struct buf *to, size_t start)
{
	while (to->n > start && to->s[to->n - 1] != '/')
		to->n--;
	if (to->n > start)
		to->n--;
}

/* Append an absolute path without its "." and ".." (5.2.4). */
static void
put_path(struct buf *to, struct str path)
{
	size_t start = to->n, at = 0;

	while (at < path.n) {
		size_t next = span_to(path, at + 1, "/");
		struct str name = cut(path, at, next);
		bool last = next == path.n;

		if (str_eq(name, STR("/.."))) {
			drop_segment(to, start);
			if (last)
				buf_putc(to, '/');
		} else if (!str_eq(name, STR("/."))) {
			buf_put(to, name.s, name.n);
		} else if (last) {
			buf_putc(to, '/');
		}
		at = next;
	}
}

static void
put(struct buf *to, struct str t)
{
	buf_put(to, t.s, t.n);
}

/* A relative path in place of the last segment of the base's (5.2.3). */
static void
put_merged(struct buf *to, const struct parts *base, struct str path)
{
	struct buf whole = {0};
	size_t keep = base->path.n;

	while (keep > 0 && base->path.s[keep - 1] != '/')
		keep--;
	if (keep == 0)
		buf_putc(&whole, '/');
	buf_put(&whole, base->path.s, keep);
	put(&whole, path);
	put_path(to, buf_str(&whole));
	buf_free(&whole);
}

/* 5.2.2 */
static void
put_resolved(struct buf *to, struct parts base, struct parts r)
{
	bool own = r.authority.n > 0;

	put(to, base.scheme);
	put(to, own ? r.authority : base.authority);
	if (own) {
		put_path(to, r.path);
	} else if (r.path.n == 0) {
		put(to, base.path);
	} else if (r.path.s[0] == '/') {
		put_path(to, r.path);
	} else {
		put_merged(to, &base, r.path);
	}
	put(to, own || r.path.n > 0 || r.query.n > 0 ? r.query : base.query);
	put(to, r.fragment);
}

/* As a browser reads an attribute: blanks at its ends and line ends gone. */
static void
put_clean(struct buf *to, struct str t)
{
	while (t.n > 0 && ascii_is_space(t.s[0])) {
		t.s++;
		t.n--;
	}
	while (t.n > 0 && ascii_is_space(t.s[t.n - 1]))
		t.n--;
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == ' ')
			buf_puts(to, "%20");
		else if (!ascii_is_space(t.s[i]))
			buf_putc(to, t.s[i]);
	}
}

void
resolve_address(struct buf *to, struct str base, struct str reference)
{
	struct buf clean = {0};

	put_clean(&clean, reference);
	if (base.n == 0 || base.n > RESOLVE_BASE_MOST || clean.n == 0 ||
	    resolve_scheme(buf_str(&clean)) > 0 ||
	    (resolve_scheme(base) == 0 && clean.s[0] == '#'))
		put(to, buf_str(&clean));
	else
		put_resolved(to, parts_of(base), parts_of(buf_str(&clean)));
	buf_free(&clean);
}
