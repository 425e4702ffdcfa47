/* SPDX-License-Identifier: MIT */
/*
 * The run of a place: its terminators, and what closes behind them.
 */
#include "text/sentences/candidate.h"

#include <string.h>

#include "text/unicode/charclass.h"

static enum mark
mark_of(uint32_t c)
{
	switch (c) {
	case '.': case 0x2024: case 0xFE52: return MARK_POINT;
	case 0x2026: return MARK_DOTS;
	case '?': case 0x61F: case 0x37E: return MARK_QUESTION;
	case '!': return MARK_EXCLAIM;
	case 0x203C: case 0x203D: case 0x2047: case 0x2048: case 0x2049:
		return MARK_MIXED;
	case ':': return MARK_COLON;
	case ';': return MARK_SEMICOLON;
	case 0x3002: case 0xFF0E: case 0xFF01: case 0xFF1F: case 0xFF61:
		return MARK_WIDE;
	}
	return place_shape(c) == SHAPE_STOP ? MARK_STOP : MARK_CLOSER;
}

/* What two terminators in a row are. */
static enum mark
together(enum mark a, enum mark b)
{
	if (a == MARK_WIDE || b == MARK_WIDE)
		return MARK_WIDE;
	if ((a == MARK_POINT || a == MARK_DOTS) &&
	    (b == MARK_POINT || b == MARK_DOTS))
		return MARK_DOTS;
	if (a == b && a != MARK_STOP)
		return a;
	return a == MARK_STOP && b == MARK_STOP ? MARK_STOP : MARK_MIXED;
}

/* Whether a blank and one more point of ". . ." stand at `s`. */
static bool
spaced_point(const struct place *p, const char *s)
{
	uint32_t c;
	enum shape after;

	if (p->end - s < 2 || !place_space(s[0], p->wrapped) || s[1] != '.')
		return false;
	place_step(s + 2, p->end, &c, &after);
	return after == SHAPE_END || after == SHAPE_BLANK ||
	    after == SHAPE_STOP || after == SHAPE_CLOSE || after == SHAPE_QUOTE;
}

/*
 * A closing mark at `s`, its length; 0: there is none.  A quotation mark that
 * may stand both ways closes if no word follows it at once.
 */
static int
closing(const struct place *p, const char *s, enum shape *sort)
{
	uint32_t c;
	enum shape shape;
	int n = place_step(s, p->end, &c, &shape);

	*sort = c < 0x80 && shape == SHAPE_CLOSE ? SHAPE_CLOSE : SHAPE_QUOTE;
	if (shape == SHAPE_CLOSE)
		return n;
	if (shape != SHAPE_QUOTE || c == 0x2018)
		return 0;
	place_step(s + n, p->end, &c, &shape);
	return shape == SHAPE_END || shape == SHAPE_BLANK ||
	    shape == SHAPE_CLOSE || shape == SHAPE_QUOTE ||
	    shape == SHAPE_PAUSE || shape == SHAPE_STOP ||
	    shape == SHAPE_DASH ? n : 0;
}

/* A mark of direction, a variation selector: part of what it follows (SB5). */
static size_t
ignorable(const struct place *p, const char *s)
{
	uint32_t c;
	enum shape shape;
	int n = place_step(s, p->end, &c, &shape);
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

/* A note's number that lost its raised place: "the law.12 It". */
static size_t
note(const struct place *p, const char *s)
{
	const char *at = s, *word = s - 1;
	uint32_t c;
	enum shape shape;

	if (p->mark != MARK_POINT || p->points != 1 || word[0] != '.' ||
	    word - p->start < 3)
		return 0;
	for (int i = 1; word[-1] != ')' && i <= 3; i++)
		if (word[-i] < 'a' || word[-i] > 'z')
			return 0;
	while (at < p->end && at - s < 3 && *at >= '0' && *at <= '9')
		at++;
	place_step(at, p->end, &c, &shape);
	return at > s && shape == SHAPE_BLANK ? (size_t)(at - s) : 0;
}

/*
 * A closing mark set apart, as French does with its guillemets: one that
 * never opens, or has nothing behind it that it could open.
 */
static size_t
apart(const struct place *p, const char *s)
{
	const char *at = s;
	uint32_t c;
	enum shape shape;
	int n = place_step(at, p->end, &c, &shape);

	if (shape != SHAPE_BLANK || c == '\n')
		return 0;
	at += n;
	n = place_step(at, p->end, &c, &shape);
	if (c == '\'' && p->end - at > 1 && at[1] == '\'')
		n = 2;
	else if (c != 0xBB && c != 0x201D)
		return 0;
	at += n;
	place_step(at, p->end, &c, &shape);
	return shape == SHAPE_END || shape == SHAPE_BLANK ||
	    shape == SHAPE_PAUSE || shape == SHAPE_STOP ? (size_t)(at - s) : 0;
}

/* Where the terminators from `at` end; what they are goes into the place. */
static const char *
terminators(struct place *p, const char *at, const char *limit)
{
	bool first = true;

	while (at < limit) {
		bool spaced = !first && p->points > 0 && at[-1] == '.' &&
		    spaced_point(p, at);
		uint32_t c;
		enum shape shape;
		int n = place_step(at + spaced, p->end, &c, &shape);
		enum mark m = mark_of(c);

		if (shape != SHAPE_STOP && !(first && (m == MARK_COLON ||
		    m == MARK_SEMICOLON)))
			break;
		p->points += m == MARK_POINT;
		p->spaced += spaced;
		p->mark = p->mark == MARK_CLOSER ? m : together(p->mark, m);
		at += n + spaced;
		first = false;
	}
	return at;
}

static const char *
closers(struct place *p, const char *at, const char *limit)
{
	while (at < limit) {
		enum shape sort;
		size_t n = (size_t)closing(p, at, &sort);

		if (n == 0 && p->mark != MARK_CLOSER &&
		    (n = apart(p, at)) == 0) {
			sort = SHAPE_END; /* not what the score calls one */
			if ((n = ignorable(p, at)) == 0 &&
			    (n = reference(at, p->end)) == 0)
				n = note(p, at);
		}
		if (n == 0)
			break;
		if (p->closer == SHAPE_END)
			p->closer = sort;
		at += n;
	}
	return at;
}

/*
 * "compounds. . . . The": a full stop set tight and three spaced points, then
 * a sentence: the points stand for what its beginning left out.
 */
static bool
omits_next(const struct place *p)
{
	const char *s = p->e;
	uint32_t c;
	enum shape shape;
	int n;

	if (p->points != 4 || p->spaced != 3 || p->e != p->core ||
	    p->s == p->start || place_space(p->s[-1], p->wrapped) ||
	    !place_space(p->s[1], p->wrapped))
		return false;
	while ((n = place_step(s, p->end, &c, &shape)) > 0 &&
	    place_space(*s, p->wrapped))
		s += n;
	return shape == SHAPE_UPPER || shape == SHAPE_CASELESS;
}

void
place_run(struct place *p)
{
	const char *limit = p->end, *at;

	if (limit - p->s > PLACE_RUN)
		limit = p->s + PLACE_RUN;
	p->mark = MARK_CLOSER;
	p->closer = SHAPE_END;
	p->points = p->spaced = 0;
	p->core = terminators(p, p->s, limit);
	p->e = closers(p, p->core, limit);
	/* (Really?). or "Really?". */
	while (p->e > p->core && p->e < limit && p->mark != MARK_COLON &&
	    (at = terminators(p, p->e, limit)) > p->e) {
		p->core = at;
		p->e = closers(p, at, limit);
	}
	if ((p->omits = omits_next(p))) {
		p->core = p->e = p->s + 1;
		p->mark = MARK_POINT;
		p->points = 1;
		p->spaced = 0;
	}
}

/*
 * "end.Next", "(end).Next", "NASA.Next", "2010.Next": a blank was forgotten, if
 * words or a number too long for a list's or a heading's stand before it.
 */
static bool
forgotten(const struct place *p)
{
	const char *s = p->s, *start = p->start;
	unsigned n[SHAPE_SYMBOL + 1] = {0};
	enum shape shape;
	uint32_t c;

	for (int i = 0; i < 4 && s > start; i++) {
		s -= place_back(start, s, &c);
		shape = place_shape(c);
		if (i == 0 && p->e == p->core && c < 0x80 &&
		    (shape == SHAPE_CLOSE || shape == SHAPE_QUOTE))
			continue;
		n[shape]++;
		if (n[SHAPE_LOWER] == 2 || n[SHAPE_UPPER] == 3 ||
		    n[SHAPE_DIGIT] == 3)
			return true;
		if (shape != SHAPE_LOWER && shape != SHAPE_UPPER &&
		    shape != SHAPE_DIGIT)
			break;
	}
	return false;
}

/*
 * "Jane.Doe@", "Node.Js/", "a.org/page?id": the word goes on, or began, as none
 * in a sentence does.
 */
static bool
is_address(const struct place *p)
{
	const char *s = p->e;

	for (; s < p->end && (signed char)*s > ' ' && *s != '?' && *s != '!'; s++)
		if (strchr("@/_=&#(", *s) != NULL)
			return true;
	for (s = p->s; s > p->start && (unsigned char)s[-1] > ' '; s--)
		if (s[-1] == '/' || s[-1] == '@')
			return true;
	return false;
}

bool
place_open(const struct place *p)
{
	uint32_t c;
	enum shape next;
	int n = place_step(p->e, p->end, &c, &next);

	/* Where the text ends it is as where a line does. */
	if (next == SHAPE_BLANK || next == SHAPE_END)
		return true;
	switch (p->mark) {
	case MARK_WIDE:
		return next != SHAPE_PAUSE && next != SHAPE_STOP &&
		    next != SHAPE_CLOSE;
	case MARK_STOP:
		return shape_is_letter(next) || next == SHAPE_OPEN;
	case MARK_POINT: case MARK_QUESTION: case MARK_EXCLAIM:
	case MARK_MIXED: case MARK_DOTS:
		if (next == SHAPE_CJK || next == SHAPE_KANA)
			return p->mark != MARK_POINT;
		if (next == SHAPE_QUOTE || next == SHAPE_OPEN)
			place_step(p->e + n, p->end, &c, &next);
		return (next == SHAPE_UPPER || (next == SHAPE_LOWER &&
		    p->mark != MARK_POINT && p->mark != MARK_DOTS)) &&
		    forgotten(p) && !is_address(p);
	default:
		return false;
	}
}
