/* SPDX-License-Identifier: MIT */
#include "notation/json.h"

#include <stdint.h>
#include <stdio.h>

/*
 * `why` is NULL while all is well.  A scanner that fails leaves `at` where it
 * is; the callers come back at once.
 */
struct scan {
	const char *at, *end, *why;
	json_member_fn *take;  /* NULL: nobody asks for members */
	void *ctx;
	struct json_member member; /* of the outermost object, being read */
	int depth;
	uint64_t objects[JSON_DEPTH / 64]; /* a bit a level: object, not array */
};

static bool
fail(struct scan *s, const char *why)
{
	s->why = why;
	return false;
}

static int
next(const struct scan *s)
{
	return s->at < s->end ? (unsigned char)*s->at : -1;
}

static void
skip_space(struct scan *s)
{
	while (s->at < s->end && (*s->at == ' ' || *s->at == '\n' ||
	    *s->at == '\t' || *s->at == '\r'))
		s->at++;
}

/* ---- strings ---- */

/* The length of the UTF-8 sequence at `s` (not ASCII); 0: it is none. */
static size_t
sequence(const char *s, const char *end)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t n = p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3
	    : p[0] < 0xF5                                          ? 4 : 0;

	if (n == 0 || (size_t)(end - s) < n)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
	    (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
		return 0;
	return n;
}

/*
 * Past what is neither a quote, a backslash, a control nor beyond ASCII, eight
 * bytes at a time.  A borrow only goes up from a byte that is one of these, so
 * the lowest mark, the first byte's in memory, is always right.
 */
static const char *
plain_run(const char *s, const char *end)
{
	const uint64_t ones = 0x0101010101010101u, highs = ones * 0x80;

	for (; end - s >= 8; s += 8) {
		uint64_t w, quote, slash, marks;

		memcpy(&w, s, 8);
		quote = w ^ ones * '"';
		slash = w ^ ones * '\\';
		marks = (w | (w - ones * ' ') | (quote - ones) |
		    (slash - ones)) & highs;
		if (marks == 0)
			continue;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
		s += __builtin_ctzll(marks) / 8;
#endif
		break;
	}
	return s;
}

static bool
escape(struct scan *s)
{
	s->at++;
	switch (next(s)) {
	case '"': case '\\': case '/': case 'b':
	case 'f': case 'n': case 'r': case 't':
		s->at++;
		return true;
	case 'u':
		s->at++;
		for (int i = 0; i < 4; i++) {
			int c = next(s);

			if (!((c >= '0' && c <= '9') ||
			    ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')))
				return fail(s, "bad escape in a string");
			s->at++;
		}
		return true;
	default:
		return fail(s, "bad escape in a string");
	}
}

static bool
string(struct scan *s, struct str *token)
{
	const char *from = s->at++;

	for (;;) {
		int c;
		size_t n;

		s->at = plain_run(s->at, s->end);
		c = next(s);
		if (c == -1)
			return fail(s, "a string without its end");
		if (c == '"')
			break;
		if (c == '\\') {
			if (!escape(s))
				return false;
		} else if (c < ' ') {
			return fail(s, "a control character in a string");
		} else if (c < 0x80) {
			s->at++;
		} else {
			if ((n = sequence(s->at, s->end)) == 0)
				return fail(s, "not UTF-8");
			s->at += n;
		}
	}
	s->at++;
	*token = (struct str){from, (size_t)(s->at - from)};
	return true;
}

/* ---- numbers and words ---- */

static bool
digits(struct scan *s)
{
	const char *from = s->at;

	while (next(s) >= '0' && next(s) <= '9')
		s->at++;
	return s->at > from || fail(s, "bad number");
}

static bool
number(struct scan *s)
{
	if (next(s) == '-')
		s->at++;
	if (next(s) == '0')
		s->at++;
	else if (!digits(s))
		return false;
	if (next(s) == '.') {
		s->at++;
		if (!digits(s))
			return false;
	}
	if (next(s) == 'e' || next(s) == 'E') {
		s->at++;
		if (next(s) == '+' || next(s) == '-')
			s->at++;
		return digits(s);
	}
	return true;
}

static bool
word(struct scan *s, const char *literal)
{
	size_t n = strlen(literal);

	if ((size_t)(s->end - s->at) < n || memcmp(s->at, literal, n) != 0)
		return fail(s, "not JSON");
	s->at += n;
	return true;
}

/* ---- arrays and objects, without recursion ---- */

static bool
in_object(const struct scan *s)
{
	int level = s->depth - 1;

	return s->objects[level / 64] >> level % 64 & 1;
}

static bool
open_level(struct scan *s, bool object)
{
	int level = s->depth++;
	uint64_t bit;

	if (level == JSON_DEPTH)
		return fail(s, "nested too deep");
	bit = (uint64_t)1 << level % 64;
	if (object)
		s->objects[level / 64] |= bit;
	else
		s->objects[level / 64] &= ~bit;
	s->at++;
	skip_space(s);
	return true;
}

/* A member's name and colon, up to its value. */
static bool
member(struct scan *s)
{
	struct str token;

	if (next(s) != '"')
		return fail(s, "a member without a name");
	if (!string(s, &token))
		return false;
	skip_space(s);
	if (next(s) != ':')
		return fail(s, "a name without a value");
	s->at++;
	skip_space(s);
	if (s->depth == 1)
		s->member = (struct json_member){token, {s->at, 0}};
	return true;
}

/* A value that holds no other. */
static bool
scalar(struct scan *s)
{
	struct str token;
	int c = next(s);

	switch (c) {
	case '"':
		return string(s, &token);
	case 't':
		return word(s, "true");
	case 'f':
		return word(s, "false");
	case 'n':
		return word(s, "null");
	default:
		if (c != '-' && (c < '0' || c > '9'))
			return fail(s, c == -1 ? "cut off" : "not JSON");
		return number(s);
	}
}

/* A value ended here: one of the outermost object is a member's. */
static void
end_of_value(struct scan *s)
{
	if (s->depth != 1 || !in_object(s) || s->take == NULL)
		return;
	s->member.value.n = (size_t)(s->at - s->member.value.s);
	s->take(s->ctx, s->member);
}

/*
 * After a value: close what ends here; true at a comma, where another value
 * (or, in an object, a member) must follow.
 */
static bool
close_levels(struct scan *s)
{
	for (;;) {
		end_of_value(s);
		skip_space(s);
		if (s->depth == 0)
			return false;
		if (next(s) == ',') {
			s->at++;
			skip_space(s);
			return !in_object(s) || member(s);
		}
		if (next(s) != (in_object(s) ? '}' : ']'))
			return fail(s, next(s) == -1 ? "cut off" : "not JSON");
		s->at++;
		s->depth--;
	}
}

static void
value(struct scan *s)
{
	for (;;) {
		bool object = next(s) == '{';

		if (object || next(s) == '[') {
			if (!open_level(s, object))
				return;
			if (next(s) != (object ? '}' : ']')) {
				if (object && !member(s))
					return;
				continue;
			}
		} else if (!scalar(s)) {
			return;
		}
		if (!close_levels(s))
			return;
	}
}

static const char *
scan(struct scan *s, struct str text)
{
	s->at = text.s;
	s->end = text.s + text.n;
	skip_space(s);
	value(s);
	if (s->why == NULL && s->at < s->end)
		s->why = "more after the value";
	return s->why;
}

const char *
json_check(struct str text)
{
	return scan(&(struct scan){0}, text);
}

const char *
json_members(struct str text, json_member_fn *take, void *ctx)
{
	struct scan s = {.take = take, .ctx = ctx};

	if (scan(&s, text) != NULL)
		return s.why;
	s.at = text.s;
	skip_space(&s);
	return next(&s) == '{' ? NULL : "not an object";
}

bool
json_name_is(struct str token, struct str name)
{
	struct buf plain = {0};
	bool same;

	if (token.n < 2)
		return false;
	if (memchr(token.s, '\\', token.n) == NULL)
		return str_eq((struct str){token.s + 1, token.n - 2}, name);
	json_unescape(&plain, token);
	same = str_eq(buf_str(&plain), name);
	buf_free(&plain);
	return same;
}

struct find {
	struct str name, value;
	int times;
};

static void
find_member(void *ctx, struct json_member m)
{
	struct find *f = ctx;

	if (!json_name_is(m.name, f->name))
		return;
	f->value = m.value;
	f->times++;
}

const char *
json_find(struct str text, struct str name, struct str *value)
{
	struct find f = {.name = name};
	const char *why = json_members(text, find_member, &f);

	*value = f.value;
	return why != NULL ? why : f.times == 0 ? "no such member"
	    : f.times > 1                       ? "the member is there twice"
	                                        : NULL;
}

/* ---- in and out of tokens ---- */

static unsigned
hex4(const char *s)
{
	unsigned c = 0;

	for (int i = 0; i < 4; i++)
		c = c << 4 | (unsigned)(s[i] <= '9' ? s[i] - '0'
		                                     : (s[i] | 0x20) - 'a' + 10);
	return c;
}

static void
put_point(struct buf *b, unsigned c)
{
	char t[4] = {(char)c};
	size_t n = 1;

	if (c >= 0x10000) {
		t[0] = (char)(0xF0 | c >> 18);
		t[1] = (char)(0x80 | (c >> 12 & 0x3F));
		t[2] = (char)(0x80 | (c >> 6 & 0x3F));
		n = 4;
	} else if (c >= 0x800) {
		t[0] = (char)(0xE0 | c >> 12);
		t[1] = (char)(0x80 | (c >> 6 & 0x3F));
		n = 3;
	} else if (c >= 0x80) {
		t[0] = (char)(0xC0 | c >> 6);
		n = 2;
	}
	if (n > 1)
		t[n - 1] = (char)(0x80 | (c & 0x3F));
	buf_put(b, t, n);
}

/* "uXXXX" at `s`, or a pair of them; the number of bytes read. */
static size_t
unescape_point(struct buf *b, const char *s, const char *end)
{
	unsigned c = hex4(s + 1), low;

	if (c < 0xD800 || c > 0xDFFF) {
		put_point(b, c);
		return 5;
	}
	if (c < 0xDC00 && end - s >= 11 && s[5] == '\\' && s[6] == 'u' &&
	    (low = hex4(s + 7)) >= 0xDC00 && low <= 0xDFFF) {
		put_point(b, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
		return 11;
	}
	put_point(b, 0xFFFD);
	return 5;
}

void
json_unescape(struct buf *b, struct str token)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *s = token.s + 1, *end = token.s + token.n - 1;

	while (s < end) {
		const char *slash = memchr(s, '\\', (size_t)(end - s)), *hit;

		if (slash == NULL)
			slash = end;
		buf_put(b, s, (size_t)(slash - s));
		if (slash == end)
			break;
		s = slash + 1;
		if (*s == 'u') {
			s += unescape_point(b, s, end);
			continue;
		}
		hit = strchr(from, *s);
		buf_putc(b, hit != NULL ? to[hit - from] : *s);
		s++;
	}
}

static void
put_special(struct buf *b, char c)
{
	static const char letters[128] = {['\b'] = 'b', ['\f'] = 'f',
	    ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't', ['"'] = '"',
	    ['\\'] = '\\'};
	char code[8];

	if (letters[(int)c] != '\0') {
		buf_put(b, (char[]){'\\', letters[(int)c]}, 2);
	} else {
		snprintf(code, sizeof code, "\\u%04x", (unsigned)c);
		buf_puts(b, code);
	}
}

void
json_escape(struct buf *b, struct str text)
{
	const char *s = text.s, *end = text.s + text.n;

	while (s < end) {
		const char *run = plain_run(s, end);
		unsigned char c;
		size_t n;

		buf_put(b, s, (size_t)(run - s));
		if ((s = run) == end)
			break;
		c = (unsigned char)*s;
		if (c < ' ' || c == '"' || c == '\\') {
			put_special(b, *s++);
		} else if (c < 0x80) {
			buf_putc(b, *s++);
		} else if ((n = sequence(s, end)) > 0) {
			buf_put(b, s, n);
			s += n;
		} else {
			buf_puts(b, "\xEF\xBF\xBD");
			s++;
		}
	}
}

void
json_put(struct buf *b, struct str text)
{
	buf_putc(b, '"');
	json_escape(b, text);
	buf_putc(b, '"');
}
