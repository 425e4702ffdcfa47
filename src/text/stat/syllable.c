/* SPDX-License-Identifier: MIT */
#include "text/stat/syllable.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "gen/syllable.h"
#include "text/unicode/utf.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyz"

enum { WORD_MOST = 63 }; /* letters of an English word that is looked at */

/* ---- the word ---- */

struct word {
	char s[WORD_MOST + 2]; /* after a NUL, so that s[i - 1] is there */
	int n;
};

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiouy", c) != NULL;
}

static bool
is_one_of(char c, const char *letters)
{
	return c != '\0' && strchr(letters, c) != NULL;
}

static bool
ends_with(const struct word *w, const char *end)
{
	int n = (int)strlen(end);

	return w->n >= n && memcmp(w->s + 1 + w->n - n, end, (size_t)n) == 0;
}

/* The letter `i` from the end, from 1; NUL before the first. */
static char
from_end(const struct word *w, int i)
{
	return i <= w->n ? w->s[1 + w->n - i] : '\0';
}

static bool
ends_with_any(const struct word *w, const char *const ends[])
{
	for (; *ends != NULL; ends++)
		if (ends_with(w, *ends))
			return true;
	return false;
}

/* ---- rules ---- */

/*
 * Vowels side by side that are two syllables, by the letters before: `not` are
 * those after which they are one, `only` those after which they are two.
 */
static const struct split {
	const char *letters, *not, *only, *not_behind, *only_behind;
} splits[] = {
	{"ia", "ctgsln", NULL, NULL, NULL},
	{"iat", NULL, "cts", NULL, NULL},
	{"io", "tscgxln", NULL, "u", NULL},
	{"iou", "tscgx", NULL, NULL, "s"},
	{"iu", NULL, NULL, NULL, NULL},
	{"ua", "qg", NULL, NULL, NULL},
	{"uous", NULL, NULL, NULL, NULL},
	{"uo", NULL, NULL, "y", NULL},
	{"eo", "g", NULL, "u", NULL},
	{"ying", NULL, NULL, NULL, NULL},
	{"aing", NULL, NULL, NULL, NULL}, {"eing", NULL, NULL, NULL, NULL},
	{"iing", NULL, NULL, NULL, NULL}, {"oing", NULL, NULL, NULL, NULL},
	{"uing", NULL, NULL, NULL, NULL},
	{"aism", NULL, NULL, NULL, NULL}, {"eism", NULL, NULL, NULL, NULL},
	{"oism", NULL, NULL, NULL, NULL}, {"uism", NULL, NULL, NULL, NULL},
	{"yism", NULL, NULL, NULL, NULL},
	{"nuit", NULL, NULL, NULL, NULL}, {"yo", NULL, LETTERS, NULL, NULL},
	{"reexa", NULL, NULL, NULL, NULL}, {"ii", NULL, NULL, NULL, NULL},
	{"iest", "aeiou", NULL, NULL, NULL},
	{"eate", NULL, NULL, NULL, NULL},
	{"riet", NULL, NULL, NULL, NULL}, {"niet", NULL, NULL, NULL, NULL},
	{"viet", NULL, NULL, NULL, NULL}, {"diet", NULL, NULL, NULL, NULL},
	{"quiet", NULL, NULL, NULL, NULL},
	{"ncien", NULL, NULL, NULL, NULL}, {"scien", NULL, NULL, NULL, NULL},
	{"dien", NULL, NULL, NULL, NULL},
	{"lien", NULL, NULL, NULL, "st$"},
	{"ier", "aeiou", NULL, NULL, "$s"},
};

/* Whether the letter may stand there; "$": or the word may end. */
static bool
allows(const char *not, const char *only, char c)
{
	if (not != NULL && is_one_of(c, not))
		return false;
	return only == NULL || is_one_of(c, only) ||
	    (c == '\0' && strchr(only, '$') != NULL);
}

static int
count_splits(const struct word *w)
{
	int n = 0;

	for (int i = 1; i <= w->n; i++)
		for (size_t k = 0; k < sizeof splits / sizeof *splits; k++) {
			const struct split *s = &splits[k];
			int length = (int)strlen(s->letters);

			if (strncmp(w->s + i, s->letters,
			    (size_t)length) != 0 ||
			    !allows(s->not, s->only, w->s[i - 1]) ||
			    !allows(s->not_behind, s->only_behind,
			    w->s[i + length]))
				continue;
			n++;
			i += length - 1;
			break;
		}
	return n;
}

/* The e at the end that is not said, in -e, -es and -ed. */
static int
silent_end(const struct word *w)
{
	char before = from_end(w, 2), third = from_end(w, 3);

	if (ends_with(w, "e"))
		return w->n > 1 && !is_vowel(before) &&
		    !(before == 'l' && third != '\0' && !is_vowel(third) &&
		    third != 'r');
	if (ends_with(w, "es"))
		return third != '\0' && !is_vowel(third) &&
		    !is_one_of(third, "sxzcg") &&
		    !(third == 'h' && is_one_of(from_end(w, 4), "cs")) &&
		    !(third == 'l' && from_end(w, 4) != '\0' &&
		    !is_one_of(from_end(w, 4), "aeiouylr"));
	if (ends_with(w, "ed"))
		return third != '\0' && !is_vowel(third) &&
		    !is_one_of(third, "td") &&
		    !(third == 'l' && from_end(w, 4) != '\0' &&
		    !is_one_of(from_end(w, 4), "aeiouylr"));
	return 0;
}

/* The e before an ending that is a word or a suffix of its own: care-ful. */
static int
silent_inside(const struct word *w)
{
	static const char *const ends[] = {"ely", "ement", "ements", "eful",
	    "efully", "eless", "eness", "esome", "eman", "emen", "etime",
	    "etimes", "ewhere", "ething", "ebody", "ework", "eland", "ehow",
	    "eone", "eones", "ehouse", "efield", "ewood", "ecraft", "ehorse",
	    "eboat", "eboats", "eback", "ebacks", "eworth", "etown", "emore",
	    "eport", "estone", "eford", "emaker", "emakers", "eline",
	    "elines", "eside", "ehill", "ewell", "eware", "eville", "esmith",
	    "ebrook", "eson", "ebridge", NULL};

	for (int i = 0; ends[i] != NULL; i++) {
		int n = (int)strlen(ends[i]);

		if (ends_with(w, ends[i]) && from_end(w, n + 1) != '\0' &&
		    w->n > n + 1 && !is_vowel(from_end(w, n + 1)))
			return 1;
	}
	return 0;
}

/* pre- and re- before a vowel, but for words that only begin so. */
static int
split_prefix(const struct word *w)
{
	static const char *const none[] = {"real", "reason", "reach", "read",
	    "reef", "reed", "reid", "reu", "reign", NULL};
	const char *s = w->s + 1;
	int n = strncmp(s, "pre", 3) == 0 ? 3 : strncmp(s, "re", 2) == 0
	    ? 2 : 0;

	if (n == 0 || !is_one_of(s[n], "eiou") ||
	    strncmp(s + n, "ei", 2) == 0 || strcmp(s + n, "ed") == 0)
		return 0;
	for (int i = 0; none[i] != NULL; i++)
		if (strncmp(s, none[i], strlen(none[i])) == 0)
			return 0;
	return strncmp(s, "rein", 4) != 0 || s[4] == 's';
}

static int
vowel_groups(const struct word *w)
{
	bool before = false;
	int n = 0;

	for (int i = 1; i <= w->n; i++) {
		bool vowel = is_vowel(w->s[i]) &&
		    !(i == 1 && w->s[1] == 'y' && is_vowel(w->s[2]));

		n += vowel && !before;
		before = vowel;
	}
	return n;
}

static int
by_rules(const struct word *w)
{
	static const char *const syllabic[] = {"sm", "sms", "thm", "thms",
	    NULL};
	int n = vowel_groups(w) + count_splits(w) - silent_end(w) -
	    silent_inside(w) + split_prefix(w);

	n += ends_with_any(w, syllabic);
	n -= ends_with(w, "ically");
	n += w->n > 4 && w->s[1] == 'm' && w->s[2] == 'c' &&
	    !is_vowel(w->s[3]);
	return n > 1 ? n : 1;
}

/* ---- English ---- */

static int
by_word(const void *word, const void *exception)
{
	return strcmp(word, ((const struct exception *)exception)->word);
}

static int
count_english(const struct word *w)
{
	const struct exception *e = bsearch(w->s + 1, exceptions,
	    sizeof exceptions / sizeof *exceptions, sizeof *exceptions,
	    by_word);

	return e != NULL ? e->syllables : by_rules(w);
}

int
syllables_english(struct str word)
{
	static const char *const hissing[] = {"s", "x", "z", "ch", "sh", "ce",
	    "ge", "se", "ze", NULL};
	struct word w = {.n = 0};
	bool genitive = word.n > 2 &&
	    memcmp(word.s + word.n - 2, "'s", 2) == 0;

	if (genitive)
		word.n -= 2;
	for (size_t i = 0; i < word.n && w.n < WORD_MOST; i++)
		if (word.s[i] != '\'')
			w.s[1 + w.n++] = word.s[i];
	w.s[1 + w.n] = '\0';
	return count_english(&w) + (genitive && ends_with_any(&w, hissing));
}

/* ---- other languages ---- */

/* A letter of a script that writes vowels, and whether it is one. */
enum letter { FOREIGN, CONSONANT, VOWEL, VOWEL_APART };

static bool
is_in(uint32_t c, const char *letters)
{
	const char *s = letters, *end = s + strlen(s);
	uint32_t letter;

	while (s < end) {
		s += utf_step(s, end, &letter);
		if (letter == c)
			return true;
	}
	return false;
}

static enum letter
letter_of(uint32_t c)
{
	if (is_in(c, "ïüëÿöä") && c != 0xFC && c != 0xF6 && c != 0xE4)
		return VOWEL_APART;
	if (is_in(c, "aeiouyàáâãäåæèéêëìíîòóôõöøùúûüýāăąēĕėęěīĭįıōŏőœūŭůűų"
	    "ơưăâêôạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
	    "αεηιουωάέήίόύώϊϋΐΰ"
	    "аеёиоуыэюяіїєўѣ"
	    "աեէըիոօ" "აეიოუ"))
		return VOWEL;
	if (c < 0x250 || (c >= 0x370 && c < 0x590) ||
	    (c >= 0x10A0 && c < 0x1100) || (c >= 0x1E00 && c < 0x2000))
		return CONSONANT;
	return FOREIGN;
}

static bool
is_twin(uint32_t before, uint32_t c, const char *twins)
{
	if (twins == NULL || before >= 0x80 || c >= 0x80)
		return false;
	for (; twins[0] != '\0'; twins += twins[2] == ' ' ? 3 : 2)
		if ((uint32_t)twins[0] == before && (uint32_t)twins[1] == c)
			return true;
	return false;
}

int
syllables_by_vowels(struct str word, const char *twins)
{
	const char *s = word.s, *end = s + word.n;
	uint32_t c, before = 0;
	bool in_vowels = false;
	int n = 0;

	while (s < end) {
		enum letter kind;

		s += utf_step(s, end, &c);
		kind = letter_of(c);
		if (kind == FOREIGN)
			return 0;
		if (kind >= VOWEL)
			n += !in_vowels || kind == VOWEL_APART ||
			    is_twin(before, c, twins);
		in_vowels = kind >= VOWEL;
		before = c;
	}
	return n > 1 ? n : 1;
}
