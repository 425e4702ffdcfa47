/* SPDX-License-Identifier: MIT */
#include "text/quality/textshape.h"

#include "text/unicode/utf.h"

bool
textshape_is_space(uint32_t c)
{
	return c == ' ' || (c >= 0x09 && c <= 0x0D) ||
	    (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 ||
	    c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
	    c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* In UTF-8 each code point has one byte that continues no other. */
uint64_t
textshape_points(struct str s)
{
	uint64_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.s[i] & 0xC0) != 0x80;
	return n;
}

struct str
textshape_trim_left(struct str s)
{
	const char *end = s.s + s.n;
	uint32_t c;

	while (s.n > 0) {
		int n = utf_step(s.s, end, &c);

		if (!textshape_is_space(c))
			break;
		s.s += n;
		s.n -= (size_t)n;
	}
	return s;
}

struct str
textshape_trim_right(struct str s)
{
	uint32_t c;

	while (s.n > 0) {
		int n = utf_back(s.s, s.s + s.n, &c);

		if (!textshape_is_space(c))
			break;
		s.n -= (size_t)n;
	}
	return s;
}

static bool
ends_line(uint32_t c)
{
	return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) ||
	    c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The end of the line that begins at `at`; `*next`: where the next begins. */
static const char *
end_of_line(const char *at, const char *end, bool any, const char **next)
{
	if (!any) {
		const char *lf = memchr(at, '\n', (size_t)(end - at));

		*next = lf != NULL ? lf + 1 : end;
		return lf != NULL ? lf : end;
	}
	while (at < end) {
		uint32_t c;
		int n;

		if (*at > 0x1E) { /* most of ASCII */
			at++;
			continue;
		}
		n = utf_step(at, end, &c);
		if (ends_line(c)) {
			*next = at + n;
			*next += c == '\r' && *next < end && **next == '\n';
			return at;
		}
		at += n;
	}
	*next = end;
	return end;
}

bool
textshape_line(struct str *rest, bool any, struct str *line)
{
	const char *end = rest->s + rest->n, *next, *stop;

	if (rest->n == 0)
		return false;
	stop = end_of_line(rest->s, end, any, &next);
	*line = (struct str){rest->s, (size_t)(stop - rest->s)};
	*rest = (struct str){next, (size_t)(end - next)};
	return true;
}

/* Where the text is not UTF-8, U+FFFD, so that lengths are what they seem. */
static struct str
mended(struct textshape *t, struct str text)
{
	const char *at = text.s, *end = at + text.n;

	if (utf_valid(text))
		return text;
	t->mended.n = 0;
	while (at < end) {
		uint32_t c;

		at += utf_step(at, end, &c);
		utf_put(&t->mended, c == UTF_BAD ? 0xFFFD : c);
	}
	return buf_str(&t->mended);
}

/* Behind the ASCII characters from `at` on that are no space. */
static const char *
past_ascii(const char *at, const char *end)
{
	while (at < end && *at > ' ' && *at < 0x7F)
		at++;
	return at;
}

static void
add_word(struct textshape *t, const char *from, const char *to,
    uint64_t points)
{
	if (points > 0)
		*vec_add(&t->words) = (struct piece){
		    {from, (size_t)(to - from)}, points};
}

void
textshape_read(struct textshape *t, struct str text)
{
	const char *at, *end, *from;
	uint64_t points = 0, spaces = 0, all = 0;

	text = mended(t, text);
	at = from = text.s;
	end = at + text.n;
	t->words.n = 0;
	while (at < end) {
		const char *next = past_ascii(at, end);
		uint32_t c;

		points += (uint64_t)(next - at);
		at = next;
		if (at == end)
			break;
		next += utf_step(at, end, &c);
		if (textshape_is_space(c)) {
			add_word(t, from, at, points);
			all += points;
			spaces++;
			from = next;
			points = 0;
		} else {
			points++;
		}
		at = next;
	}
	add_word(t, from, end, points);
	t->text = text;
	t->points = all + points + spaces;
}

void
textshape_free(struct textshape *t)
{
	vec_free(&t->words);
	buf_free(&t->mended);
}
