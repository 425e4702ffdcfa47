/* SPDX-License-Identifier: MIT */
#include "html/words/plain.h"

#include "base/ascii.h"
#include "html/token/reference.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

enum { TAG_BYTES = 400, KEY_BYTES = 600 };

bool
plain_starts(struct str s, const char *what)
{
	size_t n = strlen(what);

	return s.n >= n && memcmp(s.s, what, n) == 0;
}

bool
plain_contains(struct str s, const char *what)
{
	size_t n = strlen(what);
	const char *end = s.s + s.n, *at = s.s;

	while ((size_t)(end - at) >= n && n > 0 &&
	    (at = memchr(at, what[0], (size_t)(end - at) - n + 1)) != NULL) {
		if (memcmp(at, what, n) == 0)
			return true;
		at++;
	}
	return false;
}

size_t
plain_word(struct str s, size_t from)
{
	size_t n = 0;

	while (from + n < s.n && s.s[from + n] != ' ')
		n++;
	return n;
}

size_t
plain_cut(struct str s, size_t most)
{
	size_t n = s.n < most ? s.n : most;

	while (n > 0 && n < s.n && ((unsigned char)s.s[n] & 0xC0) == 0x80)
		n--;
	return n;
}

/* Signs of several bytes that are trimmed as ASCII ones are. */
static const char *const wide_marks[] = {"\xC2\xA0", "\xEF\xBC\x9A",
	"\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7",
	"\xE3\x80\x80", "\xE2\x80\x9C", "\xE2\x80\x9D"};

static size_t
mark_before(struct str s, const char *marks)
{
	if (s.n > 0 && strchr(marks, s.s[0]) != NULL)
		return 1;
	if (s.n == 0 || (unsigned char)s.s[0] < 0x80)
		return 0;
	for (size_t i = 0; i < sizeof wide_marks / sizeof *wide_marks; i++)
		if (marks[1] != '\0' && plain_starts(s, wide_marks[i]))
			return strlen(wide_marks[i]);
	return 0;
}

static size_t
mark_behind(struct str s, const char *marks)
{
	if (s.n > 0 && strchr(marks, s.s[s.n - 1]) != NULL)
		return 1;
	if (s.n == 0 || (unsigned char)s.s[s.n - 1] < 0x80)
		return 0;
	for (size_t i = 0; i < sizeof wide_marks / sizeof *wide_marks; i++) {
		size_t n = strlen(wide_marks[i]);

		if (marks[1] != '\0' && s.n >= n &&
		    memcmp(s.s + s.n - n, wide_marks[i], n) == 0)
			return n;
	}
	return 0;
}

struct str
plain_trim(struct str s, const char *marks)
{
	size_t n;

	while (s.n > 0 && (n = mark_before(s, marks)) > 0) {
		s.s += n;
		s.n -= n;
	}
	while (s.n > 0 && (n = mark_behind(s, marks)) > 0)
		s.n -= n;
	return s;
}

/* Whether a tag begins at `in`; it is passed. */
static bool
pass_tag(struct source *in)
{
	const char *end;
	size_t n = (size_t)(in->end - in->at);

	if (n < 3 || !(ascii_is_letter(in->at[1]) || in->at[1] == '/'))
		return false;
	end = memchr(in->at, '>', n < TAG_BYTES ? n : TAG_BYTES);
	if (end == NULL)
		return false;
	in->at = end + 1;
	return true;
}

static void
put_point(struct buf *to, size_t start, const char *s, size_t n)
{
	bool blank = n == 1 ? (unsigned char)s[0] <= ' ' || s[0] == '\x7F'
	    : (n == 2 && s[0] == '\xC2' && (unsigned char)s[1] <= 0xA0);

	if (!blank)
		buf_put(to, s, n);
	else if (to->n > start && to->s[to->n - 1] != ' ')
		buf_putc(to, ' ');
}

/* Bytes from `at` that are neither white space nor a control. */
static size_t
solid_bytes(struct str s, size_t at)
{
	size_t n = at;

	while (n < s.n && (unsigned char)s.s[n] > ' ' && s.s[n] != '\x7F' &&
	    (unsigned char)s.s[n] != 0xC2)
		n++;
	return n - at;
}

void
plain_space(struct buf *to, struct str text)
{
	size_t start = to->n;

	for (size_t i = 0; i < text.n;) {
		size_t solid = solid_bytes(text, i);
		uint32_t c;
		int n;

		buf_put(to, text.s + i, solid);
		if ((i += solid) == text.n)
			break;
		n = utf_step(text.s + i, text.s + text.n, &c);
		put_point(to, start, text.s + i, (size_t)n);
		i += (size_t)n;
	}
	while (to->n > start && to->s[to->n - 1] == ' ')
		to->n--;
}

void
plain_put(struct buf *to, struct str value)
{
	struct source in = source_over(value);
	size_t start = to->n;

	while (in.at < in.end) {
		uint32_t c;
		char ref[8];
		int n;

		if (*in.at == '<' && pass_tag(&in)) {
			put_point(to, start, " ", 1);
			continue;
		}
		if (*in.at == '&') {
			n = reference_take(&in, true, ref);
			put_point(to, start, n < 0 ? "&" : ref,
			    n < 0 ? 1 : (size_t)n);
			continue;
		}
		n = utf_step(in.at, in.end, &c);
		put_point(to, start, in.at, (size_t)n);
		in.at += n;
	}
	while (to->n > start && to->s[to->n - 1] == ' ')
		to->n--;
}

/* ---- likeness ---- */

static bool
is_key(uint32_t c)
{
	return c < 0x80 ? ascii_is_alnum((int)c) : c >= 0xC0 && c != 0xD7 &&
	    c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
	    !(c >= 0x3000 && c <= 0x303F) && c != UTF_BAD;
}

void
plain_key(struct buf *to, struct str s)
{
	struct buf folded = {0};
	size_t start = to->n;
	bool gap = false;

	s.n = plain_cut(s, KEY_BYTES);
	norm_put(&folded, s, NORM_KC | NORM_FOLD);
	for (size_t i = 0; i < folded.n;) {
		uint32_t c;
		int n = utf_step(folded.s + i, folded.s + folded.n, &c);

		if (c == '\'' || c == 0x2019 || c == 0xAD) {
			/* "don't" and "dont" are one */
		} else if (is_key(c)) {
			if (gap && to->n > start)
				buf_putc(to, ' ');
			buf_put(to, folded.s + i, (size_t)n);
			gap = false;
		} else {
			gap = true;
		}
		i += (size_t)n;
	}
	buf_free(&folded);
}

/* The first letter or digit, if it is ASCII, in lower case; else 0. */
static int
first_letter(struct str s)
{
	size_t i = 0;

	while (i < s.n && (unsigned char)s.s[i] < 0x80 &&
	    !ascii_is_alnum(s.s[i]))
		i++;
	return i < s.n && (unsigned char)s.s[i] < 0x80 ? ascii_lower(s.s[i])
	    : 0;
}

bool
plain_same(struct str a, struct str b)
{
	int first = first_letter(a), other = first_letter(b);
	struct buf x = {0}, y = {0};
	bool same;

	if (first != 0 && other != 0 && first != other)
		return false; /* so do their keys begin */
	plain_key(&x, a);
	plain_key(&y, b);
	same = x.n > 0 && str_eq(buf_str(&x), buf_str(&y));
	buf_free(&x);
	buf_free(&y);
	return same;
}

static bool
has_word(struct str text, struct str word)
{
	for (size_t i = 0; i + word.n <= text.n;) {
		size_t n = plain_word(text, i);

		if (n == word.n && memcmp(text.s + i, word.s, n) == 0)
			return true;
		i += n + 1;
	}
	return false;
}

static int
count_in(struct str a, struct str b, int *words)
{
	int hits = 0;

	*words = 0;
	for (size_t i = 0; i < a.n;) {
		size_t n = plain_word(a, i);

		hits += has_word(b, (struct str){a.s + i, n});
		++*words;
		i += n + 1;
	}
	return hits;
}

int
plain_likeness(struct str a, struct str b)
{
	struct buf x = {0}, y = {0};
	int hits, words, more, likeness;

	plain_key(&x, a);
	plain_key(&y, b);
	hits = count_in(buf_str(&x), buf_str(&y), &words);
	count_in(buf_str(&y), buf_str(&x), &more);
	likeness = words + more > 0 ? 200 * hits / (words + more) : 0;
	buf_free(&x);
	buf_free(&y);
	return likeness > 100 ? 100 : likeness;
}
