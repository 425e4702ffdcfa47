/* SPDX-License-Identifier: MIT */
/*
 * Repairs of control characters: escape sequences, overstriking, line ends.
 */
#include "text/repair/rule.h"
#include "text/unicode/utf.h"

enum { BACKSPACE = 8, ESCAPE = 27, BELL = 7, OSC_MOST = 4096 };

/*
 * The end of the escape sequence at `s` (ECMA-48): ESC [ ... final, an
 * operating system command to BEL or ESC \, ESC, intermediates and final.
 */
static const char *
skip_escape(const char *s, const char *end)
{
	const char *limit = end - s > OSC_MOST ? s + OSC_MOST : end;

	if (++s == end)
		return s;
	if (*s == '[') {
		for (s++; s < end && *s >= 0x20 && *s < 0x40; s++)
			continue;
		return s < end && *s >= 0x40 && *s < 0x7F ? s + 1 : s;
	}
	if (*s == ']') {
		for (const char *at = s; at < limit; at++) {
			if (*at == BELL)
				return at + 1;
			if (*at == ESCAPE && at + 1 < end && at[1] == '\\')
				return at + 2;
		}
		return s + 1;
	}
	while (s < end && *s >= 0x20 && *s < 0x30)
		s++;
	return s < end && *s >= 0x30 && *s < 0x7F ? s + 1 : s;
}

static bool
is_control(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	    (c >= 0x7F && c < 0xA0);
}

/*
 * A backspace: the character before it was overstruck, by itself for bold,
 * or underlined.  What it leaves is the one that is no '_'.
 */
static void
overstrike(struct buf *to, size_t start, const char **s, const char *end)
{
	uint32_t last, next;
	int n;

	++*s;
	if (to->n == start || *s == end)
		return;
	n = utf_back(to->s + start, to->s + to->n, &last);
	if (last == ' ' || last == '\t')
		return;
	if (**s == '_' && last != '_') {
		++*s;
		return;
	}
	utf_step(*s, end, &next);
	if (last == '_' || last == next)
		to->n -= (size_t)n;
}

/* Form feeds and vertical tabs part words. */
static bool
parts_words(char c, const struct buf *to, size_t start, const char *next,
    const char *end)
{
	return (c == '\f' || c == '\v') && to->n > start && next < end &&
	    to->s[to->n - 1] != ' ' && *next != ' ';
}

bool
repair_controls(struct str line, struct buf *to)
{
	const char *s = line.s, *end = line.s + line.n;
	size_t start = to->n;
	bool any = false;

	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (!is_control(c)) {
			buf_put(to, s, (size_t)n);
			s += n;
			continue;
		}
		any = true;
		if (c == ESCAPE) {
			s = skip_escape(s, end);
		} else if (c == BACKSPACE) {
			overstrike(to, start, &s, end);
		} else {
			if (parts_words(*s, to, start, s + n, end))
				buf_putc(to, ' ');
			s += n;
		}
	}
	if (!any)
		to->n = start;
	return any;
}

bool
repair_newlines(struct str line, struct buf *to)
{
	const char *s = line.s, *end = line.s + line.n;
	size_t start = to->n;
	bool any = false;

	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (c == '\r' || c == 0x85 || c == 0x2028)
			buf_putc(to, '\n');
		else if (c == 0x2029)
			buf_put(to, "\n\n", 2);
		else
			buf_put(to, s, (size_t)n);
		any |= c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
		s += n;
		if (c == '\r' && s < end && *s == '\n')
			s++;
	}
	if (!any)
		to->n = start;
	return any;
}
