/* SPDX-License-Identifier: MIT */
#include "text/encoding/charset.h"

#include <string.h>

#include "base/ascii.h"
#include "text/unicode/utf.h"

#include "gen/charset.h"

enum { LABELS = sizeof labels / sizeof *labels, REPLACEMENT = 0xFFFD };

const struct charset *
charset_find(struct str label)
{
	char key[sizeof labels->text] = {0};
	int low = 0, high = LABELS;

	while (label.n > 0 && ascii_is_space(*label.s))
		label.s++, label.n--;
	while (label.n > 0 && ascii_is_space(label.s[label.n - 1]))
		label.n--;
	if (label.n == 0 || label.n >= sizeof key)
		return NULL;
	for (size_t i = 0; i < label.n; i++)
		key[i] = ascii_lower(label.s[i]);
	while (low < high) {
		int middle = (low + high) / 2;
		int order = memcmp(key, labels[middle].text, sizeof key);

		if (order == 0)
			return &charsets[labels[middle].row];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct charset *
charset_mark(struct str head, int *length)
{
	static const struct {
		struct str mark;
		const char *name;
	} marks[] = {
		{{"\xEF\xBB\xBF", 3}, "utf-8"},
		{{"\xFF\xFE\0\0", 4}, "utf-32le"},
		{{"\0\0\xFE\xFF", 4}, "utf-32be"},
		{{"\xFF\xFE", 2}, "utf-16le"},
		{{"\xFE\xFF", 2}, "utf-16be"},
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (head.n >= marks[i].mark.n &&
		    memcmp(head.s, marks[i].mark.s, marks[i].mark.n) == 0) {
			*length = (int)marks[i].mark.n;
			return charset_find(str_of(marks[i].name));
		}
	*length = 0;
	return NULL;
}

/*
 * Markup is ASCII, so in UTF-16 every other byte of it is zero, and in UTF-32
 * three of four: the places where zeros stand, modulo four, tell which.  A
 * text in another script has none within it, so a quarter of the units that
 * could be zero there is enough; but places that ASCII fills have nearly none
 * (U+0100 and its like).  Stray zeros in eight-bit text fall on all places.
 */
const struct charset *
charset_zeros(struct str head)
{
	static const struct {
		const char *name, *zeros; /* '0' at the places of zeros */
	} patterns[] = {
		{"utf-32le", "x000"}, {"utf-32be", "000x"},
		{"utf-16le", "x0x0"}, {"utf-16be", "0x0x"},
	};
	size_t zeros[4] = {0}, units = head.n / 4;

	for (size_t i = 0; i < units * 4; i++)
		zeros[i % 4] += head.s[i] == 0;
	for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
		bool fits = units > 0;

		for (int i = 0; i < 4; i++)
			if (patterns[p].zeros[i] == '0')
				fits = fits && zeros[i] > units / 8;
			else
				fits = fits && zeros[i] <= units / 64;
		if (fits)
			return charset_find(str_of(patterns[p].name));
	}
	return NULL;
}

/* Past ASCII without an escape, eight bytes at a time. */
static const char *
plain_run(const char *s, const char *end)
{
	const uint64_t ones = 0x0101010101010101u, highs = ones * 0x80;

	for (; end - s >= 8; s += 8) {
		uint64_t w, escape;

		memcpy(&w, s, 8);
		escape = w ^ ones * 0x1B;
		if ((w | (escape - ones)) & highs)
			break;
	}
	return s;
}

struct charset_evidence
charset_weigh(struct str head, bool whole)
{
	struct charset_evidence e = {.plain = true};
	const char *s = head.s, *end = head.s + head.n;
	uint32_t c;

	while ((s = plain_run(s, end)) < end) {
		int n = utf_step(s, end, &c);

		if (c == UTF_BAD) {
			e.bad += n == 1 && (whole || !utf_cut(s, end));
		} else {
			e.good += c >= 0x80;
			e.latin += c >= 0x80 && c < 0x250;
			e.longer += c >= 0x800;
		}
		e.plain = e.plain && c < 0x80 && c != 0x1B;
		s += n;
	}
	return e;
}

uint32_t
charset_mend(uint32_t c)
{
	if (c >= 0x80 && c < 0xA0)
		c = upper_windows_1252[c - 0x80];
	if ((c >= 0x80 && c < 0xA0) || charset_is_control(c) ||
	    !utf_is_scalar(c) || c == 0xFFFE || c == 0xFFFF)
		return REPLACEMENT;
	return c;
}
