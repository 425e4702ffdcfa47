/* SPDX-License-Identifier: MIT */
/*
 * What our rules join though UAX #29 parts it.
 */
#include "text/words/wordscan.h"

#include "base/ascii.h"
#include "text/unicode/utf.h"
#include "text/words/wordclass.h"
#include "text/words/wordform.h"

enum {
	ABBREVIATION_MOST = 32, /* bytes */
	DATE_MOST = 20          /* the same */
};

static bool
is_one_of(struct str s, const char *const *words)
{
	char lower[16];
	size_t n = abbr_fold(s, lower, sizeof lower);

	for (; *words != NULL; words++)
		if (s.n < sizeof lower &&
		    str_eq((struct str){lower, n}, str_of(*words)))
			return true;
	return false;
}

/* An article or pronoun that lost its vowel ends with the apostrophe. */
bool
word_elides(const struct word_scan *s, uint32_t apostrophe)
{
	/* Words that have one inside; a name that begins with O'. */
	static const char *const whole[] = {"aujourd", "entr", "o", "presqu",
	    "prud", "quelqu", NULL};

	return (s->set & WORD_ELISION) && wordform_is_apostrophe(apostrophe) &&
	    !is_one_of(word_scanned(s), whole);
}

/* ---- bridges ---- */

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/* AT&T, R&D: capitals on both sides. */
static bool
is_between_capitals(const struct word_scan *s, size_t n)
{
	struct str left = word_scanned(s);
	struct word_look l;

	for (size_t i = 0; i < left.n; i++)
		if (!ascii_is_upper(left.s[i]))
			return false;
	return word_look(s, s->n + n, &l) && ascii_is_upper((int)l.c) &&
	    !(word_look(s, s->n + n + 1, &l) &&
	    charclass_sentence(l.kind) == SB_LOWER);
}

/* Whether digits, one to three, stand before, in a group or at its start. */
static bool
ends_a_group(struct str t, const struct word_look *space)
{
	char bytes[4];
	size_t digits = 0, n = (size_t)utf_encode(space->c, bytes);

	while (digits < t.n && ascii_is_digit(t.s[t.n - 1 - digits]))
		digits++;
	if (digits == t.n)
		return digits > 0 && digits <= 3;
	return digits == 3 && t.n > digits + n &&
	    memcmp(t.s + t.n - digits - n, bytes, n) == 0;
}

/* "12 000" with a space that does not break: three digits follow, no more. */
static bool
parts_a_number(const struct word_scan *s, const struct word_look *space)
{
	size_t at = s->n + space->n;
	struct word_look l;

	if (!wordform_is_group_space(space->c) || !ends_a_group(word_scanned(s), space))
		return false;
	for (int i = 0; i < 3; i++)
		if (!word_look(s, at++, &l) || !ascii_is_digit((int)l.c))
			return false;
	return !word_look(s, at, &l) ||
	    !(l.kind & (CHARCLASS_NUMBER | CHARCLASS_LETTER));
}

/* Gershayim as a quotation mark, in the middle of an acronym. */
static bool
is_gershayim(uint32_t c)
{
	return c == 0x201D || c == 0x201C || c == 0x2033;
}

/* An accent typed for an apostrophe, before a letter that has a case. */
static bool
stands_for_apostrophe(const struct word_scan *s, const struct word_look *l)
{
	struct word_look next;

	return (l->c == '`' || l->c == 0xB4) &&
	    word_look(s, s->n + l->n, &next) &&
	    (charclass_sentence(next.kind) == SB_LOWER ||
	    charclass_sentence(next.kind) == SB_UPPER);
}

/* A Mongolian suffix follows its word behind a narrow no-break space. */
static bool
is_before_mongolian(const struct word_scan *s, const struct word_look *space)
{
	struct word_look next;

	return space->c == 0x202F && word_look(s, s->n + space->n, &next) &&
	    next.c >= 0x1820 && next.c < 0x18B0;
}

uint32_t
word_bridge(const struct word_scan *s, enum charclass_word before,
    const struct word_look *l)
{
	uint32_t from = BIT(before);

	if ((from & LETTER) && stands_for_apostrophe(s, l))
		return LETTER;
	if ((from & LETTER) && is_before_mongolian(s, l))
		return LETTER;
	if (before == WB_NUMERIC && parts_a_number(s, l))
		return BIT(WB_NUMERIC);
	if ((s->set & WORD_HYPHEN) && is_hyphen(l->c) &&
	    (from & (LETTER | BIT(WB_NUMERIC))))
		return LETTER | BIT(WB_NUMERIC);
	if ((s->set & WORD_NUMBER) && before == WB_NUMERIC &&
	    (l->c == ':' || l->c == '/'))
		return BIT(WB_NUMERIC);
	if ((s->set & WORD_URL) && l->c == '&' && (from & LETTER) &&
	    is_between_capitals(s, l->n))
		return LETTER;
	if ((s->set & WORD_GERESH) && before == WB_HEBREW_LETTER &&
	    is_gershayim(l->c))
		return BIT(WB_HEBREW_LETTER);
	return 0;
}

/* ---- behind the segment ---- */

/* "U.S": single letters with points between, at least two. */
static bool
is_dotted(struct str t)
{
	const char *s = t.s, *end = t.s + t.n;
	uint32_t c;

	if (t.n < 3)
		return false;
	for (;;) {
		s += utf_step(s, end, &c);
		if ((charclass_of(c) & CHARCLASS_LETTER) == 0)
			return false;
		if (s == end)
			return true;
		if (*s++ != '.' || s == end)
			return false;
	}
}

/* What follows the point at `at`, and blanks. */
static bool
look_behind_point(const struct word_scan *s, size_t at, struct word_look *l)
{
	at++;
	while (word_look(s, at, l) && l->c == ' ')
		at++;
	return word_look(s, at, l);
}

/* "J." with a capital behind it; not "I.", which is more often the word. */
static bool
is_initial(const struct word_scan *s)
{
	struct word_look l;
	uint32_t c;
	struct str t = word_scanned(s);

	return (size_t)utf_step(t.s, t.s + t.n, &c) == t.n && c != 'I' &&
	    charclass_sentence(charclass_of(c)) == SB_UPPER &&
	    look_behind_point(s, s->n, &l) &&
	    charclass_sentence(l.kind) == SB_UPPER;
}

/* Whether the point behind the word is part of it. */
static bool
is_abbreviation(const struct word_scan *s)
{
	struct str t = word_scanned(s);
	char lower[ABBREVIATION_MOST];
	unsigned known;
	struct word_look l;

	if (t.n >= sizeof lower)
		return false;
	if (is_dotted(t) || is_initial(s))
		return true;
	/* The point may have been the last byte of the window. */
	t = word_scanned(s);
	known = abbr_find(&s->rules->abbr,
	    (struct str){lower, abbr_fold(t, lower, sizeof lower)});
	if (known & (ABBR_NEVER | ABBR_MAYBE))
		return true;
	return (known & ABBR_NUMBER) && look_behind_point(s, s->n, &l) &&
	    (l.kind & CHARCLASS_NUMBER);
}

/* The "'s" behind the point of "U.K.'s". */
static void
take_possessive(struct word_scan *s)
{
	struct word_look mark, letter, next;

	if (!word_look(s, s->n, &mark) || !wordform_is_apostrophe(mark.c) ||
	    !word_look(s, s->n + mark.n, &letter) ||
	    (letter.c != 's' && letter.c != 'S'))
		return;
	if (word_look(s, s->n + mark.n + 1, &next) &&
	    (next.kind & (CHARCLASS_LETTER | CHARCLASS_NUMBER)))
		return;
	word_take(s, &mark);
	word_take(s, &letter);
}

static void
take_point(struct word_scan *s)
{
	struct word_look l;

	if (!(s->kinds & CHARCLASS_LETTER) || !word_look(s, s->n, &l) ||
	    l.c != '.' || !is_abbreviation(s))
		return;
	word_take(s, &l);
	take_possessive(s);
}

/* Digits, `least` to `most` of them, from *at on; *at is behind them. */
static bool
take_digits(struct str t, size_t *at, size_t least, size_t most)
{
	size_t start = *at;

	while (*at < t.n && ascii_is_digit(t.s[*at]))
		++*at;
	return *at - start >= least && *at - start <= most;
}

static bool
take_letters(struct str t, size_t *at)
{
	size_t start = *at;

	while (*at < t.n && ascii_is_letter(t.s[*at]))
		++*at;
	return *at - start >= 3;
}

static bool
take_hyphen(struct str t, size_t *at)
{
	return *at < t.n && t.s[(*at)++] == '-';
}

/* 2026-11-24, 24-11-2026, 01-Feb-02; the bytes of it, 0 if there is none. */
static size_t
date(struct str t)
{
	size_t at = 0, first, middle;

	if (!take_digits(t, &at, 1, 4) || at == 3)
		return 0;
	first = at;
	if (!take_hyphen(t, &at))
		return 0;
	middle = at;
	if (!take_digits(t, &at, 1, 2)) {
		at = middle;
		if (!take_letters(t, &at))
			return 0;
	}
	if (!take_hyphen(t, &at))
		return 0;
	middle = at;
	if (!take_digits(t, &at, first == 4 ? 1 : 2, first == 4 ? 2 : 4) ||
	    at - middle == 3)
		return 0;
	if (at < t.n && (ascii_is_letter(t.s[at]) || t.s[at] == '-' ||
	    (unsigned char)t.s[at] >= 0x80))
		return 0;
	return at;
}

static void
take_date(struct word_scan *s)
{
	struct source *in = s->in;
	size_t most;

	if (s->n > 4 || !source_has(in, s->start + s->n + 1) ||
	    in->at[s->start + s->n] != '-')
		return;
	source_has(in, s->start + DATE_MOST);
	most = (size_t)(in->end - in->at) - s->start;
	most = date((struct str){in->at + s->start,
	    most < DATE_MOST ? most : DATE_MOST});
	if (most > s->n)
		s->n = most;
}

/* "po'": an Italian word that lost its end, not one in quotes. */
static void
take_apocope(struct word_scan *s, unsigned char before)
{
	static const char *const cut[] = {"a", "be", "bo", "ca", "co", "da",
	    "de", "di", "e", "fa", "gua", "i", "me", "mo", "ne", "pe", "pie",
	    "po", "que", "sta", "su", "te", "tie", "to", "va", "ve", "vie",
	    "vo", NULL};
	struct word_look l;

	if (word_look(s, s->n, &l) && wordform_is_apostrophe(l.c) && before != '\'' &&
	    before != 0x98 /* the last byte of U+2018 */ &&
	    is_one_of(word_scanned(s), cut))
		word_take(s, &l);
}

/* A geresh typed as U+2019; as an ASCII apostrophe it is WB7a's. */
static void
take_geresh(struct word_scan *s)
{
	struct str t = word_scanned(s);
	struct word_look l;

	if (t.n > 1 && (unsigned char)t.s[t.n - 2] == 0xD7 &&
	    word_look(s, s->n, &l) && l.c == 0x2019)
		word_take(s, &l);
}

void
word_extend(struct word_scan *s, unsigned char before)
{
	if (s->set & WORD_ABBREV)
		take_point(s);
	if ((s->set & WORD_NUMBER) && s->first < 0x80 &&
	    ascii_is_digit((int)s->first))
		take_date(s);
	if (s->set & WORD_APOCOPE)
		take_apocope(s, before);
	if ((s->set & WORD_GERESH) && (s->kinds & CHARCLASS_LETTER))
		take_geresh(s);
}
