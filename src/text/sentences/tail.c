/* SPDX-License-Identifier: MIT */
/*
 * What stays with the sentence behind its terminators and closers: note
 * marks, reference numbers, emoji and hashtags.
 */
#include "text/sentences/candidate.h"

#include <string.h>

#include "text/unicode/charclass.h"

enum {
	NOTE = 16, /* bytes of note marks, at most */
	TAIL = 160 /* bytes of emoji and hashtags, about */
};

/* A mark of direction, a variation selector: part of what it follows (SB5). */
static size_t
ignorable(const struct candidate *p, const char *s)
{
	uint32_t c;
	enum shape shape;
	int n = shape_step(s, p->view_end, &c, &shape);
	enum charclass_sentence sb = charclass_sentence(charclass_of(c));

	return n > 1 && (sb == SB_EXTEND || sb == SB_FORMAT) ? (size_t)n : 0;
}

/* A reference mark, "[12]", as encyclopedias set behind the full stop. */
static size_t
reference(const char *s, const char *end)
{
	const char *at = s + 1;

	if (s >= end || *s != '[')
		return 0;
	while (at < end && at - s < 5 && *at >= '0' && *at <= '9')
		at++;
	return at > s + 1 && at < end && *at == ']' ? (size_t)(at + 1 - s) : 0;
}

/* Whether the run is one full stop behind a word of small letters, or ")". */
static bool
ends_word(const struct candidate *p, const char *s)
{
	const char *word = s - 1;

	if (p->mark != MARK_POINT || p->points != 1 || word[0] != '.' ||
	    word - p->view_begin < 3)
		return false;
	for (int i = 1; word[-1] != ')' && i <= 3; i++)
		if (word[-i] < 'a' || word[-i] > 'z')
			return false;
	return true;
}

static size_t
count_digits(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && n < 3 && s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

static bool
blank_or_end(const char *s, const char *end)
{
	enum shape shape = shape_at(s, end);

	return shape == SHAPE_BLANK || shape == SHAPE_END;
}

/*
 * Numbers of notes that lost their raised place: "the law.12 It",
 * "cheap.3,4 It", "good.5–7 Use".
 */
static size_t
note_numbers(const struct candidate *p, const char *s)
{
	const char *at = s;
	size_t n;

	if (!ends_word(p, s))
		return 0;
	while (at - s < NOTE && (n = count_digits(at, p->view_end)) > 0) {
		at += n;
		if (blank_or_end(at, p->view_end))
			return (size_t)(at - s);
		if (*at == ',' || *at == '-')
			at++;
		else if (p->view_end - at > 3 && memcmp(at, "–", 3) == 0)
			at += 3;
		else
			return 0;
	}
	return 0;
}

/* * † ‡ and raised digits */
static bool
is_note_sign(uint32_t c)
{
	return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xB9 ||
	    c == 0xB2 || c == 0xB3 || c == 0x2070 ||
	    (c >= 0x2074 && c <= 0x2079);
}

/* Signs of notes behind a terminator: "It is free.* Ask", "the law.¹² It". */
static size_t
note_signs(const struct candidate *p, const char *s)
{
	const char *at = s;
	enum shape shape;
	uint32_t c;
	int n;

	while (at - s < NOTE && (n = shape_step(at, p->view_end, &c,
	    &shape)) > 0 && is_note_sign(c))
		at += n;
	return at > s && blank_or_end(at, p->view_end) ? (size_t)(at - s) : 0;
}

/* An emoji, with what modifies or joins it, at `s`. */
static size_t
emoji(const struct candidate *p, const char *s)
{
	enum { FIRST = 0x2300, FLAG_A = 0x1F1E6, FLAG_Z = 0x1F1FF };
	enum shape shape;
	uint32_t c;
	size_t n = (size_t)shape_step(s, p->view_end, &c, &shape), more;

	if (c < FIRST || (!(charclass_of(c) & CHARCLASS_PICTOGRAPH) &&
	    (c < FLAG_A || c > FLAG_Z)))
		return 0;
	while ((more = ignorable(p, s + n)) > 0)
		n += more;
	return n;
}

/* "#summer": a hashtag; "#1" is a number. */
static size_t
hashtag(const struct candidate *p, const char *s)
{
	const char *at = s + 1;
	bool letters = false;
	enum shape shape;
	uint32_t c;
	int n;

	if (s >= p->view_end || *s != '#')
		return 0;
	while ((n = shape_step(at, p->view_end, &c, &shape)) > 0 &&
	    (shape_is_letter(shape) || shape == SHAPE_DIGIT || c == '_')) {
		letters |= shape != SHAPE_DIGIT;
		at += n;
	}
	return letters && blank_or_end(at, p->view_end) ?
	    (size_t)(at - s) : 0;
}

/*
 * Emoji, hashtags and square reference marks set apart behind a terminator
 * belong to the sentence before: "So happy! 🎉 Thank you", "at the lake! #fun
 * See you", "It was so. [2] Then".  Before a small letter they may be part of
 * the next one.
 */
size_t
tail_apart(const struct candidate *p, const char *s)
{
	const char *at = s, *from = NULL;
	size_t n;

	if (p->mark == MARK_CLOSER || p->mark == MARK_COLON ||
	    p->mark == MARK_SEMICOLON)
		return 0;
	while (at < p->view_end && at - s < TAIL) {
		const char *next = at;

		while (next < p->view_end && *next == ' ')
			next++;
		if ((n = emoji(p, next)) == 0 &&
		    (next == at || ((n = hashtag(p, next)) == 0 &&
		    (n = reference(next, p->view_end)) == 0)))
			break;
		from = at = next + n;
	}
	if (from == NULL || !blank_or_end(from, p->view_end))
		return 0;
	while (at < p->view_end && is_space(*at, p->wrapped))
		at++;
	return shape_at(at, p->view_end) != SHAPE_LOWER ?
	    (size_t)(from - s) : 0;
}

size_t
tail_mark(const struct candidate *p, const char *s)
{
	size_t n;

	if ((n = ignorable(p, s)) == 0 &&
	    (n = reference(s, p->view_end)) == 0 &&
	    (n = note_numbers(p, s)) == 0)
		n = note_signs(p, s);
	return n;
}
