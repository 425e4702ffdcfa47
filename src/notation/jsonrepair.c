/* SPDX-License-Identifier: MIT */
#include "notation/jsonrepair.h"

#include "notation/json.h"

struct repair {
	struct buf *to;
	char open[JSON_DEPTH + 1]; /* what closes each open bracket */
	int depth;
	int values; /* at the top */
	bool comma; /* one waits to be written */
};

static void
put_comma(struct repair *r)
{
	if (r->comma)
		buf_putc(r->to, ',');
	r->comma = false;
}

/* The string at `at`, to its end or that of the script. */
static size_t
put_string(struct repair *r, struct str s, size_t at)
{
	put_comma(r);
	buf_putc(r->to, '"');
	for (at++; at < s.n && s.s[at] != '"'; at++) {
		char c = s.s[at];

		if ((unsigned char)c < 0x20) {
			buf_putc(r->to, ' ');
		} else if (c != '\\') {
			buf_putc(r->to, c);
		} else if (at + 1 < s.n && s.s[at + 1] != '\0' &&
		    strchr("\"\\/bfnrtu", s.s[at + 1]) != NULL) {
			buf_putc(r->to, c);
			buf_putc(r->to, s.s[++at]);
		} /* else: an escape that there is not, \' */
	}
	buf_putc(r->to, '"');
	return at < s.n ? at + 1 : at;
}

static bool
starts(struct str s, const char *with)
{
	size_t n = strlen(with);

	return s.n >= n && memcmp(s.s, with, n) == 0;
}

/* A comment or a mark of CDATA at `at`: where it ends; `at`: there is none. */
static size_t
skip_comment(struct str s, size_t at)
{
	static const struct {
		const char *open, *close;
	} rows[] = {
		{"//<![CDATA[", NULL}, {"//]]>", NULL}, {"/*", "*/"},
		{"//", "\n"}, {"<![CDATA[", NULL}, {"]]>", NULL},
		{"<!--", NULL}, {"-->", NULL},
	};
	struct str rest = {s.s + at, s.n - at};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t n = strlen(rows[i].open);

		if (!starts(rest, rows[i].open))
			continue;
		if (rows[i].close == NULL)
			return at + n;
		for (at += n; at < s.n; at++)
			if (starts((struct str){s.s + at, s.n - at},
			    rows[i].close))
				return at + strlen(rows[i].close);
		return at;
	}
	return at;
}

/* A bracket; of too many the check says so. */
static void
put_bracket(struct repair *r, char c)
{
	if (c == '{' || c == '[') {
		put_comma(r);
		if (r->depth == 0 && r->values++ > 0)
			buf_putc(r->to, ',');
		if (r->depth < JSON_DEPTH)
			r->open[r->depth] = c == '{' ? '}' : ']';
		r->depth++;
		buf_putc(r->to, c);
		return;
	}
	r->comma = false; /* a trailing one */
	if (r->depth == 0)
		return;
	r->depth--;
	buf_putc(r->to, r->depth < JSON_DEPTH ? r->open[r->depth] : c);
}

void
json_repair(struct buf *to, struct str s)
{
	struct repair r = {.to = to};
	size_t start = to->n;

	for (size_t at = 0; at < s.n;) {
		char c = s.s[at];
		size_t past = c == '/' || c == '<' || c == ']' || c == '-'
		    ? skip_comment(s, at) : at;

		if (past > at) {
			at = past;
		} else if (c == '"') {
			at = put_string(&r, s, at);
			continue;
		} else {
			if (c != '\0' && strchr("{}[]", c) != NULL) {
				put_bracket(&r, c);
			} else if (c == ',') {
				r.comma = r.depth > 0;
			} else if (c == ';' && r.depth == 0) {
				break;
			} else if ((unsigned char)c > ' ') {
				put_comma(&r);
				buf_putc(to, c);
			}
			at++;
		}
	}
	if (r.depth <= JSON_DEPTH)
		while (r.depth > 0)
			put_bracket(&r, ']');
	if (r.values > 1) { /* one after the other: a list of them */
		buf_puts(to, "]]"); /* one of them is the room for '[' */
		memmove(to->s + start + 1, to->s + start, to->n - start - 2);
		to->s[start] = '[';
	}
}
