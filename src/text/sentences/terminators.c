/* SPDX-License-Identifier: MIT */
/*
 * Where a candidate's terminators and closers end, and whether a sentence can
 * end there at all.
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
	return shape_of(c) == SHAPE_STOP ? MARK_STOP : MARK_CLOSER;
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
spaced_point(const struct candidate *p, const char *s)
{
	uint32_t c;
	enum shape after;

	if (p->view_end - s < 2 || !is_space(s[0], p->wrapped) || s[1] != '.')
		return false;
	shape_step(s + 2, p->view_end, &c, &after);
	return after == SHAPE_END || after == SHAPE_BLANK ||
	    after == SHAPE_STOP || after == SHAPE_CLOSE || after == SHAPE_QUOTE;
}

/*
 * A closing mark at `s`, its length; 0: there is none.  A quotation mark that
 * may stand both ways closes if no word follows it at once.
 */
static int
closing(const struct candidate *p, const char *s, enum shape *sort)
{
	uint32_t c;
	enum shape shape;
	int n = shape_step(s, p->view_end, &c, &shape);

	*sort = c < 0x80 && shape == SHAPE_CLOSE ? SHAPE_CLOSE : SHAPE_QUOTE;
	if (shape == SHAPE_CLOSE)
		return n;
	if (shape != SHAPE_QUOTE || c == 0x2018)
		return 0;
	shape_step(s + n, p->view_end, &c, &shape);
	return shape == SHAPE_END || shape == SHAPE_BLANK ||
	    shape == SHAPE_CLOSE || shape == SHAPE_QUOTE ||
	    shape == SHAPE_PAUSE || shape == SHAPE_STOP ||
	    shape == SHAPE_DASH ? n : 0;
}

/*
 * A closing mark set apart, as French does with its guillemets: one that
 * never opens, or has nothing behind it that it could open.
 */
static size_t
apart(const struct candidate *p, const char *s)
{
	const char *at = s;
	uint32_t c;
	enum shape shape;
	int n = shape_step(at, p->view_end, &c, &shape);

	if (shape != SHAPE_BLANK || c == '\n')
		return 0;
	at += n;
	n = shape_step(at, p->view_end, &c, &shape);
	if (c == '\'' && p->view_end - at > 1 && at[1] == '\'')
		n = 2;
	else if (c != 0xBB && c != 0x201D)
		return 0;
	at += n;
	shape_step(at, p->view_end, &c, &shape);
	return shape == SHAPE_END || shape == SHAPE_BLANK ||
	    shape == SHAPE_PAUSE || shape == SHAPE_STOP ? (size_t)(at - s) : 0;
}

/* Where the terminators from `at` end; what they are goes into the place. */
static const char *
terminators(struct candidate *p, const char *at, const char *limit)
{
	bool first = true;

	while (at < limit) {
		bool spaced = !first && p->points > 0 && at[-1] == '.' &&
		    spaced_point(p, at);
		uint32_t c;
		enum shape shape;
		int n = shape_step(at + spaced, p->view_end, &c, &shape);
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

/*
 * Whether a letter of a common script begins with these two bytes: Latin,
 * Cyrillic, kana, ideographs, Hangul.  The few signs among them close nothing.
 */
static bool
begins_letter(unsigned char c, unsigned char next)
{
	if (c < 0x80)
		return shape_is_letter((enum shape)shape_ascii[c]);
	return (c >= 0xC3 && c <= 0xC9) || c == 0xD0 || c == 0xD1 ||
	    (c == 0xE3 && next > 0x80) || (c >= 0xE4 && c <= 0xE9) ||
	    c == 0xEB || c == 0xEC;
}

/* The commonest cases: a line's end, or a letter, perhaps behind a blank. */
static bool
nothing_closes(const struct candidate *p)
{
	const char *at = p->end;

	if (at >= p->view_end || (*at == '\n' && !p->wrapped))
		return true;
	at += *at == ' ';
	return p->view_end - at > 1 &&
	    begins_letter((unsigned char)at[0], (unsigned char)at[1]);
}

static const char *
closers(struct candidate *p, const char *at, const char *limit)
{
	while (at < limit) {
		enum shape sort;
		size_t n = (size_t)closing(p, at, &sort);

		if (n == 0 && p->mark != MARK_CLOSER &&
		    (n = apart(p, at)) == 0) {
			sort = SHAPE_END; /* not what the score calls one */
			n = tail_mark(p, at);
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
omits_next(const struct candidate *p)
{
	const char *s = p->end;
	uint32_t c;
	enum shape shape;
	int n;

	if (p->points != 4 || p->spaced != 3 || p->end != p->closers ||
	    p->terminators == p->view_begin ||
	    is_space(p->terminators[-1], p->wrapped) ||
	    !is_space(p->terminators[1], p->wrapped))
		return false;
	while ((n = shape_step(s, p->view_end, &c, &shape)) > 0 &&
	    is_space(*s, p->wrapped))
		s += n;
	return shape == SHAPE_UPPER || shape == SHAPE_CASELESS;
}

void
candidate_run(struct candidate *p)
{
	const char *limit = p->view_end, *at;

	if (limit - p->terminators > CANDIDATE_RUN)
		limit = p->terminators + CANDIDATE_RUN;
	p->mark = MARK_CLOSER;
	p->closer = SHAPE_END;
	p->points = p->spaced = 0;
	p->omits = false;
	p->closers = p->end = terminators(p, p->terminators, limit);
	if (!p->spaced && nothing_closes(p))
		return;
	p->end = closers(p, p->closers, limit);
	/* (Really?). or "Really?". */
	while (p->end > p->closers && p->end < limit && p->mark != MARK_COLON &&
	    (at = terminators(p, p->end, limit)) > p->end) {
		p->closers = at;
		p->end = closers(p, at, limit);
	}
	p->end += tail_apart(p, p->end);
	if ((p->omits = omits_next(p))) {
		p->closers = p->end = p->terminators + 1;
		p->mark = MARK_POINT;
		p->points = 1;
		p->spaced = 0;
	}
}

/*
 * "end.Next", "(end).Next", "NASA.Next", "2010.Next": a blank was forgotten if
 * a word, or a number too long for a list's or a heading's, stands before it.
 */
static bool
forgotten(const struct candidate *p)
{
	const char *s = p->terminators, *start = p->view_begin;
	unsigned n[SHAPE_SYMBOL + 1] = {0};
	enum shape shape;
	uint32_t c;

	for (int i = 0; i < 4 && s > start; i++) {
		s -= back_step(start, s, &c);
		shape = shape_of(c);
		if (i == 0 && p->end == p->closers && c < 0x80 &&
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
 * "Jane.Doe@", "Node.Js/", "a.org/page?id": signs in the word, before or
 * behind, make it an address or code.
 */
static bool
is_address(const struct candidate *p)
{
	const char *s = p->end;

	for (; s < p->view_end && (signed char)*s > ' ' && *s != '?' && *s != '!'; s++)
		if (strchr("@/_=&#(", *s) != NULL)
			return true;
	for (s = p->terminators; s > p->view_begin && (unsigned char)s[-1] > ' '; s--)
		if (s[-1] == '/' || s[-1] == '@')
			return true;
	return false;
}

/* Whether the run ends with this character, and nothing closes behind it. */
static bool
last_is(const struct candidate *p, uint32_t mark)
{
	uint32_t c;

	if (p->end != p->closers)
		return false;
	utf_back(p->terminators, p->end, &c);
	return c == mark;
}

bool
candidate_open(const struct candidate *p)
{
	uint32_t c;
	enum shape next;
	int n = shape_step(p->end, p->view_end, &c, &next);

	/* Where the text ends it is as where a line does. */
	if (next == SHAPE_BLANK || next == SHAPE_END)
		return true;
	switch (p->mark) {
	case MARK_WIDE:
		/* "３．５", a number: SB6. */
		if (next == SHAPE_DIGIT && last_is(p, 0xFF0E))
			return false;
		return next != SHAPE_PAUSE && next != SHAPE_STOP &&
		    next != SHAPE_CLOSE;
	case MARK_STOP:
		return shape_is_letter(next) || next == SHAPE_OPEN;
	case MARK_POINT: case MARK_QUESTION: case MARK_EXCLAIM:
	case MARK_MIXED: case MARK_DOTS:
		/* "我……我不知道": an ellipsis in the midst of it. */
		if (next == SHAPE_CJK || next == SHAPE_KANA)
			return p->mark != MARK_POINT &&
			    (p->mark != MARK_DOTS || p->end > p->closers);
		if (next == SHAPE_QUOTE || next == SHAPE_OPEN)
			shape_step(p->end + n, p->view_end, &c, &next);
		return (next == SHAPE_UPPER || (next == SHAPE_LOWER &&
		    p->mark != MARK_POINT && p->mark != MARK_DOTS)) &&
		    forgotten(p) && !is_address(p);
	default:
		return false;
	}
}
