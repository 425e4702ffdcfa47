/* SPDX-License-Identifier: MIT */
#include "html/words/person.h"

#include "base/ascii.h"
#include "html/words/plain.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

static bool
is_cjk(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

static bool
has_case(uint32_t c)
{
	return c < 0x530 || (c >= 0x1E00 && c <= 0x1FFF);
}

static bool
is_upper(uint32_t c)
{
	char to[4];
	struct buf folded = {0};
	struct str one = {to, (size_t)utf_encode(c, to)};
	bool upper;

	if (c < 0x80)
		return ascii_is_upper((int)c);
	norm_put(&folded, one, NORM_C | NORM_FOLD);
	upper = !str_eq(buf_str(&folded), one);
	buf_free(&folded);
	return upper;
}

/* "de", "van", "al-", "O'": small words inside a name. */
static bool
is_particle(struct str word)
{
	static const char *const words[] = {"de", "da", "di", "del", "della",
	    "der", "den", "des", "do", "dos", "du", "la", "le", "van", "von",
	    "vom", "zu", "zur", "ten", "ter", "bin", "ibn", "al", "el", "e",
	    "y", "i", "und", "af", "av", "st."};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(word, str_of(words[i])))
			return true;
	return false;
}

bool
name_is_person(struct str name)
{
	size_t words = 0, capitals = 0, cjk = 0, letters = 0;

	for (size_t i = 0; i < name.n;) {
		size_t n = plain_word(name, i);
		struct str word = {name.s + i, n};
		uint32_t c = 0;

		for (size_t k = 0; k < n;) {
			k += (size_t)utf_step(word.s + k, word.s + n, &c);
			cjk += is_cjk(c);
			letters++;
			if (c < 0x80 && !ascii_is_letter((int)c) &&
			    strchr("'-.", (int)c) == NULL)
				return false;
		}
		utf_step(word.s, word.s + n, &c);
		words++;
		if (is_upper(c) || !has_case(c))
			capitals++;
		else if (!is_particle(word))
			return false;
		i += n;
		while (i < name.n && name.s[i] == ' ')
			i++;
	}
	if (cjk > 0)
		return cjk >= 2 && letters <= 8 && words <= 3;
	return words >= 2 && words <= 5 && capitals >= 2;
}

bool
name_is_login(struct str name)
{
	bool letter = false, odd = false;

	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];

		if (c == ' ' || (unsigned char)c >= 0x80)
			return false;
		letter |= ascii_is_letter(c);
		odd |= !ascii_is_letter(c);
	}
	return letter && (odd || !ascii_is_upper(name.s[0]));
}
