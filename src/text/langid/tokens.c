/* SPDX-License-Identifier: MIT */
#include "text/langid/tokens.h"

#include <stdbool.h>
#include <stdint.h>

enum kind { OTHER, LETTER, HIGH, DIGIT, AT, TAG };

/* DIGIT, and '_', which joins what is no word. */
static const uint8_t kinds[256] = {
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT,
	['4'] = DIGIT, ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT,
	['8'] = DIGIT, ['9'] = DIGIT, ['_'] = DIGIT, ['@'] = AT, ['<'] = TAG,
#define L(c) [c] = LETTER, [c + 32] = LETTER
	L('A'), L('B'), L('C'), L('D'), L('E'), L('F'), L('G'), L('H'),
	L('I'), L('J'), L('K'), L('L'), L('M'), L('N'), L('O'), L('P'),
	L('Q'), L('R'), L('S'), L('T'), L('U'), L('V'), L('W'), L('X'),
	L('Y'), L('Z'),
#undef L
#define H(c) [c] = HIGH, [c + 1] = HIGH, [c + 2] = HIGH, [c + 3] = HIGH, \
	[c + 4] = HIGH, [c + 5] = HIGH, [c + 6] = HIGH, [c + 7] = HIGH
	H(0x80), H(0x88), H(0x90), H(0x98), H(0xA0), H(0xA8), H(0xB0),
	H(0xB8), H(0xC0), H(0xC8), H(0xD0), H(0xD8), H(0xE0), H(0xE8),
	H(0xF0), H(0xF8),
#undef H
};

enum { TAG_MOST = 1024 }; /* bytes; a longer one is a text with a '<' */

static enum kind
kind_at(const char *s, const char *end)
{
	return s < end ? (enum kind)kinds[(unsigned char)*s] : OTHER;
}

/* To the end of what is written in one piece. */
static const char *
skip_token(const char *s, const char *end)
{
	while (s < end && (unsigned char)*s > ' ' && *s != '<')
		s++;
	return s;
}

/* What joins the parts of a fraction, a path, base64. */
static bool
is_joint(const char *s, const char *end)
{
	return s < end && (*s == '+' || *s == '/' || *s == '=') &&
	    (kind_at(s + 1, end) == DIGIT || kind_at(s + 1, end) == LETTER);
}

/* Digits, ASCII letters, and what joins them; *digits: there are some. */
static const char *
skip_code(const char *s, const char *end, bool *digits)
{
	*digits = false;
	for (;; s++) {
		enum kind k = kind_at(s, end);

		if (k == DIGIT)
			*digits = true;
		else if (k != LETTER && !is_joint(s, end))
			return s;
	}
}

/* The capitals behind small letters: a name has one, code has more. */
static bool
is_camel_case(const char *s, const char *end)
{
	int humps = 0;

	for (s++; s < end; s++)
		humps += (*s & 0x20) == 0 && (s[-1] & 0x20) != 0;
	return humps > 1;
}

static const char *
skip_tag(const char *s, const char *end)
{
	size_t room = (size_t)(end - s) < TAG_MOST ? (size_t)(end - s) :
	    TAG_MOST;
	const char *close;

	if (kind_at(s + 1, end) != LETTER &&
	    (s + 1 == end || strchr("/!?", s[1]) == NULL || s[1] == '\0'))
		return s + 1;
	close = memchr(s, '>', room);
	return close != NULL ? close + 1 : s + 1;
}

/*
 * Whether the run of letters that ends at `s` goes on as what is no word:
 * a://, a@, a.b.
 */
static bool
is_address(const char *s, const char *end, bool ascii)
{
	if (s == end)
		return false;
	if (*s == ':')
		return end - s > 2 && s[1] == '/' && s[2] == '/';
	if (*s == '.')
		return ascii && kind_at(s + 1, end) == LETTER &&
		    (s[1] & 0x20) != 0;
	return *s == '@' && kind_at(s + 1, end) != OTHER;
}

void
tokens_each(struct str text, void (*take)(void *, struct str), void *ctx)
{
	const char *s = text.s, *end = text.s + text.n;

	while (s < end) {
		const char *from = s;
		bool ascii = true, digits = false;

		switch (kind_at(s, end)) {
		case OTHER: s++; continue;
		case DIGIT: s = skip_code(s, end, &digits); continue;
		case AT: s = skip_token(s, end); continue;
		case TAG: s = skip_tag(s, end); continue;
		case LETTER: case HIGH: break;
		}
		for (;; s++) {
			enum kind k = kind_at(s, end);

			if (k == HIGH)
				ascii = false;
			else if (k != LETTER)
				break;
		}
		if (is_address(s, end, ascii)) {
			s = skip_token(s, end);
			continue;
		}
		if (ascii && (kind_at(s, end) == DIGIT || is_joint(s, end))) {
			const char *code = skip_code(s, end, &digits);

			s = digits ? code : s;
		}
		if (!digits && !(ascii && is_camel_case(from, s)))
			take(ctx, (struct str){from, (size_t)(s - from)});
	}
}
