/* SPDX-License-Identifier: MIT */
#include "pack/syntax/url.h"

#include "base/ascii.h"

/* The components of 3; each with the mark before or behind it that it has. */
struct url {
	struct str scheme;    /* "http:" */
	struct str authority; /* "//a.example" */
	struct str path;
	struct str query;     /* "?a=b" */
	struct str fragment;  /* "#c" */
};

/* Take off the bytes before the first of `stops`. */
static struct str
take(struct str *s, const char *stops)
{
	struct str taken = {s->s, 0};

	while (taken.n < s->n && (s->s[taken.n] == '\0' ||
	    strchr(stops, s->s[taken.n]) == NULL))
		taken.n++;
	s->s += taken.n;
	s->n -= taken.n;
	return taken;
}

static size_t
scheme_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && (ascii_is_letter(s.s[n]) || (n > 0 &&
	    (ascii_is_digit(s.s[n]) || s.s[n] == '+' || s.s[n] == '-' ||
	    s.s[n] == '.'))))
		n++;
	return n > 1 && n < s.n && s.s[n] == ':' ? n + 1 : 0;
}

bool
url_is_absolute(struct str s)
{
	return scheme_length(s) > 0;
}

static struct url
split(struct str s)
{
	size_t n = scheme_length(s);
	struct url u = {.scheme = {s.s, n}};

	s.s += n;
	s.n -= n;
	if (s.n >= 2 && s.s[0] == '/' && s.s[1] == '/') {
		struct str rest = {s.s + 2, s.n - 2};

		u.authority = take(&rest, "/?#");
		u.authority.s -= 2;
		u.authority.n += 2;
		s = rest;
	}
	u.path = take(&s, "?#");
	u.query = take(&s, "#");
	u.fragment = s;
	return u;
}

static void
put(struct buf *to, struct str s)
{
	buf_put(to, s.s, s.n);
}

/* Append a path without its "." and ".." (5.2.4). */
static void
put_path(struct buf *to, struct str path)
{
	size_t from = to->n;

	while (path.n > 0) {
		size_t slash = *path.s == '/';
		struct str rest = {path.s + slash, path.n - slash}, segment;
		bool last;

		segment = take(&rest, "/");
		last = rest.n == 0;
		if (str_eq(segment, STR("..")) || str_eq(segment, STR("."))) {
			bool up = segment.n == 2;

			while (up && to->n > from && to->s[--to->n] != '/')
				continue;
			if (last && (to->n == from || to->s[to->n - 1] != '/'))
				buf_putc(to, '/');
		} else {
			if (slash > 0 && (to->n == 0 || to->n == from ||
			    to->s[to->n - 1] != '/'))
				buf_putc(to, '/');
			put(to, segment);
		}
		path = rest;
	}
}

/* The base's path without its last segment, and the reference's (5.2.3). */
static void
put_merged(struct buf *to, const struct url *base, struct str path)
{
	struct buf merged = {0};
	size_t n = base->path.n;

	while (n > 0 && base->path.s[n - 1] != '/')
		n--;
	if (n == 0 && base->authority.n > 0)
		buf_putc(&merged, '/');
	buf_put(&merged, base->path.s, n);
	put(&merged, path);
	put_path(to, buf_str(&merged));
	buf_free(&merged);
}

void
url_resolve(struct buf *to, struct str base_text, struct str reference)
{
	struct url base = split(base_text), u = split(reference);

	if (u.scheme.n > 0 || base.scheme.n == 0) {
		put(to, reference);
		return;
	}
	put(to, base.scheme);
	put(to, u.authority.n > 0 ? u.authority : base.authority);
	if (u.authority.n > 0 || (u.path.n > 0 && *u.path.s == '/')) {
		put_path(to, u.path);
	} else if (u.path.n > 0) {
		put_merged(to, &base, u.path);
	} else {
		put(to, base.path);
		put(to, u.query.n > 0 ? u.query : base.query);
	}
	if (u.path.n > 0 || u.authority.n > 0)
		put(to, u.query);
	put(to, u.fragment);
}
