/* SPDX-License-Identifier: MIT */
/*
 * Numbers, and letters that stand for one or for a name: the markers of lists
 * and of paragraphs; then rules for dates, citations and initials.
 */
#include "text/sentences/sentrule.h"

#include <stdio.h>
#include <string.h>

/*
 * ---- Lists set inside a paragraph: "1. First 2. Second", "a) ... b) ...",
 * "(i) ... (ii) ...".  The sentence that opens with a marker tells which one
 * starts the next item. ----
 */

static const char *const roman[] = {
	"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi",
	"xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
};

/*
 * The label behind `label`: "9" "10", "a" "b", "i" "ii".  Capitals are
 * initials as often as labels ("A. Smith"), so they count between brackets
 * only.
 */
static bool
next_label(struct str label, bool bracket, char to[CANDIDATE_MARKER])
{
	char c = label.s[0];
	int value = 0;

	if (label.n <= 3 && c >= '1' && c <= '9') {
		for (size_t i = 0; i < label.n; i++) {
			if (label.s[i] < '0' || label.s[i] > '9')
				return false;
			value = 10 * value + label.s[i] - '0';
		}
		snprintf(to, CANDIDATE_MARKER, "%d", value + 1);
		return true;
	}
	for (size_t i = 0; i + 1 < sizeof roman / sizeof *roman; i++)
		if (str_eq(label, str_of(roman[i])) && (i > 0 || c == 'i')) {
			snprintf(to, CANDIDATE_MARKER, "%s", roman[i + 1]);
			return true;
		}
	if (label.n == 1 && ((c >= 'a' && c < 'z') ||
	    (bracket && c >= 'A' && c < 'Z'))) {
		to[0] = (char)(c + 1);
		to[1] = '\0';
		return true;
	}
	return false;
}

/* "(label)", "label.", "label)", "label.)": the parts around the label. */
static bool
parts(struct str m, bool *open, struct str *label, struct str *close)
{
	size_t n = 0;

	*open = m.n > 0 && m.s[0] == '(';
	m.s += *open;
	m.n -= *open;
	while (n < m.n && m.s[n] != '.' && m.s[n] != ')')
		n++;
	*label = (struct str){m.s, n};
	*close = (struct str){m.s + n, m.n - n};
	if (n == 0 || n > 5)
		return false;
	return *open ? str_eq(*close, STR(")")) : str_eq(*close, STR(".")) ||
	    str_eq(*close, STR(")")) || str_eq(*close, STR(".)"));
}

bool
list_next(struct str marker, char next[CANDIDATE_MARKER])
{
	struct str label, close;
	char to[CANDIDATE_MARKER];
	bool open;

	if (!parts(marker, &open, &label, &close) ||
	    !next_label(label, close.s[close.n - 1] == ')', to))
		return false;
	snprintf(next, CANDIDATE_MARKER, "%s%.8s%.*s", open ? "(" : "", to,
	    (int)close.n, close.s);
	return true;
}

/* How many of a text's first bytes are some of these. */
static size_t
span_of(struct str t, const char *these)
{
	size_t n = 0;

	while (n < t.n && t.s[n] != '\0' && strchr(these, t.s[n]) != NULL)
		n++;
	return n;
}

/* "2.3.1.", "IV.": a heading's number, which opens what it numbers. */
bool
list_heads(struct str marker)
{
	struct str label, close;
	bool open;
	size_t n = span_of(marker, "0123456789.");

	if (n == marker.n && n > 1 && memchr(marker.s, '.', n - 1) != NULL)
		return n < 12;
	if (!parts(marker, &open, &label, &close))
		return false;
	n = span_of(label, "0123456789");
	if (n == label.n)
		return n <= 3;
	n = span_of(label, "IVXivx");
	return n == label.n || label.n == 1;
}

/* Digits, and perhaps a letter; one letter; or a Roman number. */
static bool
is_label(struct str t)
{
	size_t n = span_of(t, "0123456789");

	if (n > 0)
		return n <= 3 && (n == t.n || (n + 1 == t.n &&
		    t.s[n] >= 'a' && t.s[n] <= 'z'));
	if (t.n == 1)
		return (t.s[0] | 0x20) >= 'a' && (t.s[0] | 0x20) <= 'z';
	return t.n > 0 && span_of(t, "IVXivx") == t.n;
}

/*
 * Whether a paragraph's number in brackets, as laws have them, stands at `s`:
 * "(2) The", "(a) The", "(iv) The".
 */
static bool
is_paragraph(const struct candidate *p, const char *s)
{
	const char *close = s + 1, *end = p->view_end;
	enum shape shape;

	if (s >= end || *s != '(')
		return false;
	while (close < end && close - s < 6 && *close != ')')
		close++;
	if (close >= end || *close != ')' ||
	    !is_label((struct str){s + 1, (size_t)(close - s - 1)}))
		return false;
	close++;
	if (close >= end || !is_space(*close, p->wrapped))
		return false;
	while (close < end && is_space(*close, p->wrapped))
		close++;
	shape = shape_at(close, end);
	return shape == SHAPE_UPPER || shape == SHAPE_CASELESS ||
	    shape == SHAPE_CJK;
}

/* ---- rules ---- */

/*
 * "The Board may act. (2) The chair": a number or letter in brackets behind a
 * terminator, before a capital, numbers the sentence that it opens.
 */
int
paragraph(const struct candidate *p)
{
	const char *s = p->end;

	if (p->opener != SHAPE_OPEN || p->blanks == 0 ||
	    p->mark == MARK_CLOSER || p->mark == MARK_DOTS ||
	    p->mark == MARK_COLON || p->mark == MARK_SEMICOLON)
		return UNKNOWN;
	while (s < p->view_end && is_space(*s, p->wrapped))
		s++;
	return is_paragraph(p, s) ? END : UNKNOWN;
}

/*
 * "Kr. 500", "r. 1875", "N°. 5", "28 U.S.C. 1253": before a number, a small
 * letter by itself, a few letters without a vowel, capitals with points and a
 * raised sign are abbreviations.  So is a letter behind one: "art. L. 121-1".
 */
int
number_follows(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;
	uint32_t c = last_character(p);

	if (!is_plain_point(p) || p->next != SHAPE_DIGIT)
		return UNKNOWN;
	if (c == 0xB0 || c == 0xBA || c == 0xAA || is_acronym(w))
		return w->first != SHAPE_LOWER || !is_acronym(w) ? NONE : UNKNOWN;
	if (w->letters != w->n)
		return UNKNOWN;
	if (w->n == 1 && (w->first == SHAPE_LOWER || p->led))
		return NONE;
	return w->n < 5 && w->vowels == 0 && w->uppers < 2 ? NONE : UNKNOWN;
}

/*
 * "Vol. II", "chap. IV", "t. II": a Roman number behind what numbers, or
 * behind a short word in small letters.  "I" may be a word that opens.
 */
int
roman_follows(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	if (!is_plain_point(p) || !p->after.roman ||
	    p->known_next & ABBR_OPENS)
		return UNKNOWN;
	if (p->known & ABBR_NUMBER)
		return NONE;
	return p->after.n > 1 && w->first == SHAPE_LOWER && w->letters == w->n &&
	    (w->vowels == 0 || w->n < 3) ? NONE : UNKNOWN;
}

/* "am 3. Mai 1990", "im 19. Jahrhundert", where ordinals have a point. */
int
ordinal(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	if (is_plain_point(p) && (p->known & ABBR_MAYBE) && w->n <= 2 &&
	    w->digits == w->n && (p->known_next & ABBR_COUNTED))
		return NONE;
	return UNKNOWN;
}

/* Digits from `s` on, their number. */
static int
digits(const char *s, const char *end)
{
	int n = 0;

	while (end - s > n && n < 4 && s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

/*
 * "Matt. 5:3": chapter and verse behind a book's short name.  What may be a
 * clock's time, 5:30, needs a name that the list has.
 */
int
verse(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;
	const char *s = p->after.text.s;
	int n;

	if (!is_plain_point(p) || p->next != SHAPE_DIGIT || w->n > 5 ||
	    w->first != SHAPE_UPPER || w->letters != w->n)
		return UNKNOWN;
	n = digits(s, p->view_end);
	if (n == 0 || n > 3 || p->view_end - s <= n || s[n] != ':')
		return UNKNOWN;
	n = digits(s + n + 1, p->view_end);
	return n == 1 || n == 3 ? NONE : UNKNOWN;
}

/* "L. 121-1": a letter that the number behind it goes with. */
static bool
letter_numbers(const struct candidate *p)
{
	const char *s = p->after.text.s + p->after.text.n + 1;

	while (s < p->view_end && is_space(*s, p->wrapped))
		s++;
	return p->after.n == 1 && shape_at(s, p->view_end) == SHAPE_DIGIT;
}

/*
 * "62 Fed. Reg. 1234", "art. L. 121-1": two abbreviations that the list has,
 * or one and a letter, before a number.  "J. Biol. Chem. 5": of several short
 * words with a capital and a point in a row, before another one or a number,
 * each is short for something; a title among them makes them names.
 */
int
citation(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	if (!is_plain_point(p))
		return UNKNOWN;
	if (p->pointed && p->known & (ABBR_MAYBE | ABBR_NUMBER) &&
	    (p->known_next & ABBR_NUMBER || letter_numbers(p)))
		return NONE;
	if (!p->led || !p->named || p->known_led & (ABBR_NEVER | ABBR_MAYBE) ||
	    w->letters != w->n || w->n > 6 || w->n < 2 ||
	    w->uppers != 1 || w->first != SHAPE_UPPER)
		return UNKNOWN;
	if (p->next == SHAPE_DIGIT)
		return w->n < 6 ? NONE : UNKNOWN;
	return p->pointed && p->next == SHAPE_UPPER && p->after.n > 1 &&
	    p->after.n < 7 && !(p->known_next & (ABBR_NEVER | ABBR_OPENS)) ?
	    NONE : UNKNOWN;
}

/* "EE", "UU": a plural's letter twice. */
static bool
is_doubled(const struct candidate_word *w)
{
	return w->n == 2 && w->uppers == 2 && w->lower.n == 2 &&
	    w->low[0] == w->low[1];
}

/*
 * Scripts in whose languages one letter by itself is an initial where a
 * point follows: they have no such words, or none that ends a sentence, or
 * end sentences with another sign.
 */
static bool
is_initial_script(uint32_t c)
{
	return (c >= 0x531 && c <= 0x587) || /* Armenian */
	    (c >= 0x5D0 && c <= 0x64A) ||    /* Hebrew, Arabic */
	    (c >= 0x980 && c <= 0x9FF) ||    /* Bengali */
	    (c >= 0xB00 && c <= 0xDFF) ||    /* Odia, Tamil ... Sinhala */
	    (c >= 0x10D0 && c <= 0x10FF);    /* Georgian */
}

/* "जी.डी.पी", "एम.ए", "ق.م": short for words, in scripts without case. */
static bool
is_caseless_acronym(const struct candidate_word *w)
{
	return w->first == SHAPE_CASELESS && w->points > 0 &&
	    w->letters + w->points == w->n &&
	    w->letters - w->marks <= 2 * (w->points + 1);
}

/*
 * "J. R. R.", "s. r. o.", "т. е.", "EE. UU.", "ए. के. शर्मा": letters one by
 * one, set apart; a sign of paragraphs behind one ("i. V. m. § 7"); and any
 * one letter in some scripts.
 */
int
letters(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	if (!is_plain_point(p))
		return UNKNOWN;
	if (is_doubled(w) && p->pointed && is_doubled(&p->after))
		return NONE;
	if (is_caseless_acronym(w))
		return NONE;
	if (!is_one_letter(w))
		return UNKNOWN;
	if (is_initial_script(w->character) || p->next_character == 0xA7)
		return NONE;
	if (p->pointed && is_one_letter(&p->after))
		return NONE;
	/* A letter with marks may be a word, but none that stands so. */
	return w->first == SHAPE_CASELESS && p->led ? NONE : UNKNOWN;
}

/* "J.-P", "M.-L": the initials of a double name. */
static bool
is_double_initial(const struct candidate_word *w)
{
	return w->points > 0 && w->second == SHAPE_STOP &&
	    w->uppers == w->points + 1 && w->letters == w->uppers &&
	    w->n == w->uppers + 2 * w->points;
}

/*
 * "Albert I. Jones", "J.-P. Sartre", "by A. Smetona": a capital before a name,
 * unless the word opens sentences.  "I" may be a word, and a number, and needs
 * a name before it.
 */
int
initial(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;
	bool opening = p->known_next & ABBR_OPENS;

	if (!is_plain_point(p) || p->next != SHAPE_UPPER || p->after.n < 2)
		return UNKNOWN;
	if (is_double_initial(w) && !(p->known & ABBR_MAYBE) && !opening)
		return NONE;
	if (w->n != 1 || w->uppers != 1)
		return UNKNOWN;
	return p->named || (!opening && w->low[0] != 'i') ? NONE : UNKNOWN;
}
