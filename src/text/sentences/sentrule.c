/* SPDX-License-Identifier: MIT */
/*
 * What needs no score: places where writing itself settles the matter.
 * The first rule that speaks decides.  A rule says why it holds in general;
 * what holds only mostly belongs to the score.
 */
#include "text/sentences/candidate.h"

#include "text/unicode/utf.h"

enum { END = 1, NONE = -1, UNKNOWN = 0 };

/* Letters one by one, each with its point: "U.S", "p.m", "И.О". */
static bool
is_acronym(const struct place_word *w)
{
	return w->points > 0 && w->n == 2 * w->points + 1 &&
	    w->letters == w->points + 1 && w->second == SHAPE_STOP;
}

/* That, or a few letters between the points: "bl.a", "o.s.frv". */
static bool
is_pointed(const struct place_word *w)
{
	return w->points > 0 && w->letters > 0 && w->n < 10 &&
	    w->letters + w->points == w->n && w->letters <= 3 * w->points + 3;
}

/* The character before the terminators. */
static uint32_t
last(const struct place *p)
{
	uint32_t c = 0;

	if (p->s > p->start)
		utf_back(p->start, p->s, &c);
	return c;
}

/* "[...]", "(…)": the dots stand for words left out. */
static int
omission(const struct place *p)
{
	if (p->mark == MARK_DOTS && p->s > p->start && p->e > p->core &&
	    ((p->s[-1] == '[' && *p->core == ']') ||
	    (p->s[-1] == '(' && *p->core == ')')))
		return NONE;
	return UNKNOWN;
}

/*
 * Spaced points, as American typesetting has them: three are an omission
 * inside a sentence, four are one behind its end.  Where the first of four
 * is set tight it is the full stop, and place_run took it for itself.
 */
static int
spaced(const struct place *p)
{
	if (p->omits)
		return END;
	if (p->spaced < 2)
		return UNKNOWN;
	return p->points > 3 ? END : NONE;
}

/* Small letters go on after an ellipsis, or after a quotation's end. */
static int
goes_on(const struct place *p)
{
	if (p->next != SHAPE_LOWER ||
	    (p->opener != SHAPE_END && p->opener != SHAPE_DASH))
		return UNKNOWN;
	if (p->opener == SHAPE_DASH && p->mark != MARK_CLOSER &&
	    p->mark != MARK_POINT)
		return NONE;
	if (p->mark == MARK_DOTS || p->mark == MARK_COLON ||
	    p->mark == MARK_SEMICOLON || p->mark == MARK_CLOSER ||
	    p->closer != SHAPE_END)
		return NONE;
	return UNKNOWN;
}

/*
 * A comma, a colon, a closing bracket, "№": the sentence is not over.  Nor is
 * it where a quotation closes behind its comma: who says it follows.
 */
static int
pause(const struct place *p)
{
	if (p->mark == MARK_CLOSER && last(p) == ',')
		return NONE;
	if (p->opener == SHAPE_END && (p->next == SHAPE_PAUSE ||
	    p->next == SHAPE_CLOSE || p->next_character == 0x2116))
		return NONE;
	return UNKNOWN;
}

/* Quotation marks at most: what follows them is no sentence. */
static int
nothing_follows(const struct place *p)
{
	return p->next == SHAPE_END ? NONE : UNKNOWN;
}

/*
 * "Kr. 500", "r. 1875", "N°. 5": before a number, a small letter by itself, a
 * few letters without a vowel and a raised sign are abbreviations.
 */
static int
number_follows(const struct place *p)
{
	const struct place_word *w = &p->before;
	uint32_t c = last(p);

	if (p->mark != MARK_POINT || p->closer != SHAPE_END ||
	    p->opener != SHAPE_END || p->next != SHAPE_DIGIT)
		return UNKNOWN;
	if (c == 0xB0 || c == 0xBA || c == 0xAA ||
	    (w->letters == w->n && w->n == 1 && w->first == SHAPE_LOWER) ||
	    (w->letters == w->n && w->n < 5 && w->vowels == 0 &&
	    w->uppers < 2))
		return NONE;
	return UNKNOWN;
}

/*
 * "25 fr. and", "the U.S. did", "10. pokus", "Karel IV. byl", "str. then":
 * behind a unit, letters with points, a number (many languages write ordinals
 * so), one letter or few without a vowel, a small letter goes on.  Behind
 * other words it is often an end that someone typed in a hurry.
 */
static int
small_letter(const struct place *p)
{
	const struct place_word *w = &p->before;

	if (p->mark != MARK_POINT || p->closer != SHAPE_END ||
	    p->opener != SHAPE_END || p->next != SHAPE_LOWER)
		return UNKNOWN;
	if (is_pointed(w) || (p->counted && w->letters <= 4) ||
	    w->letters < 2 || w->roman || (w->vowels == 0 && w->letters < 4))
		return NONE;
	return UNKNOWN;
}

/* "EE", "UU": a plural's letter twice. */
static bool
is_doubled(const struct place_word *w)
{
	return w->n == 2 && w->uppers == 2 && w->lower.n == 2 &&
	    w->low[0] == w->low[1];
}

/*
 * "J. R. R.", "s. r. o.", "т. е.", "EE. UU.": letters one by one, set apart.
 * And any one letter in Hebrew and Arabic, which have no words of one.
 */
static int
letters(const struct place *p)
{
	if (p->mark != MARK_POINT || p->closer != SHAPE_END ||
	    p->opener != SHAPE_END)
		return UNKNOWN;
	if (is_doubled(&p->before) && p->pointed && is_doubled(&p->after))
		return NONE;
	if (p->before.n != 1 || p->before.letters != 1)
		return UNKNOWN;
	if (p->before.character >= 0x5D0 && p->before.character <= 0x64A)
		return NONE;
	return p->pointed && p->after.n == 1 && p->after.letters == 1 ?
	    NONE : UNKNOWN;
}

/*
 * 「...。」と, the particles that tie a quotation to what is said of it.
 * They may begin a word as well, but seldom one behind a closing bracket.
 */
static int
particle(const struct place *p)
{
	static const uint16_t particles[] = {
		0x304C, 0x3063, 0x3068, 0x306A, 0x306B, 0x306E, 0x306F, 0x3092
	};

	if (p->closer == SHAPE_END || p->opener != SHAPE_END || p->blanks > 0)
		return UNKNOWN;
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (p->next_character == particles[i])
			return NONE;
	return UNKNOWN;
}

/* The terminators that mean nothing else, where no quotation just closed. */
static int
terminator(const struct place *p)
{
	if ((p->mark == MARK_WIDE || p->mark == MARK_STOP) &&
	    p->closer == SHAPE_END)
		return END;
	return UNKNOWN;
}

/*
 * Armenian ends its sentences with a colon-like sign, which most keyboards
 * write as a colon; its point is a pause.  Greek asks with what looks like a
 * semicolon.
 */
static int
script(const struct place *p)
{
	uint32_t c = last(p);

	if (c >= 0x531 && c <= 0x589) {
		if (p->mark == MARK_COLON)
			return END;
		if ((p->mark == MARK_POINT && p->next == SHAPE_LOWER) ||
		    (p->mark == MARK_DOTS && p->blanks == 0))
			return NONE;
	}
	if (p->mark == MARK_SEMICOLON && ((c >= 0x370 && c <= 0x3FF) ||
	    (c >= 0x1F00 && c <= 0x1FFF)))
		return END;
	return UNKNOWN;
}

/* "Dr. Who", "No. 5", and what the user says of a word. */
static int
abbreviation(const struct place *p)
{
	if (p->mark != MARK_POINT || p->closer != SHAPE_END)
		return UNKNOWN;
	if ((p->known & (ABBR_NEVER | ABBR_MAYBE)) == ABBR_NEVER)
		return NONE;
	if (p->known & ABBR_NUMBER && p->next == SHAPE_DIGIT)
		return NONE;
	if (p->known & ABBR_MAYBE && p->next == SHAPE_LOWER)
		return NONE;
	return UNKNOWN;
}

/* "am 3. Mai 1990", "im 19. Jahrhundert", where ordinals have a point. */
static int
ordinal(const struct place *p)
{
	const struct place_word *w = &p->before;

	if (p->mark == MARK_POINT && p->closer == SHAPE_END &&
	    p->opener == SHAPE_END && (p->known & ABBR_MAYBE) && w->n <= 2 &&
	    w->digits == w->n && (p->known_next & ABBR_COUNTED))
		return NONE;
	return UNKNOWN;
}

/*
 * "at 5 p.m. Mr. Smith": the hour in small letters goes on, unless a word
 * follows that opens sentences; in capitals it may end one.
 */
static int
hour(const struct place *p)
{
	if (p->mark != MARK_POINT || p->before.lower.n != 3 ||
	    p->before.low[1] != '.' || p->before.low[2] != 'm' ||
	    (p->before.low[0] != 'a' && p->before.low[0] != 'p') ||
	    p->next != SHAPE_UPPER)
		return UNKNOWN;
	if (p->before.uppers > 0 || p->known_next & ABBR_OPENS)
		return END;
	return p->pointed ? NONE : UNKNOWN;
}

/*
 * "in the U.S. It", "Briggs & Co. They", "you and I. Did": a word that opens
 * sentences tells.
 */
static int
opens(const struct place *p)
{
	if (p->mark != MARK_POINT || p->next != SHAPE_UPPER ||
	    !(p->known_next & ABBR_OPENS) || p->after.n < 2)
		return UNKNOWN;
	if (is_acronym(&p->before) && p->before.uppers > 0)
		return END;
	if (p->before.n == 1 && p->before.low[0] == 'i')
		return END;
	if (p->known & ABBR_MAYBE && p->before.n > 1)
		return END;
	return UNKNOWN;
}

/* "J.-P", "M.-L": the initials of a double name. */
static bool
is_double_initial(const struct place_word *w)
{
	return w->points > 0 && w->second == SHAPE_STOP &&
	    w->uppers == w->points + 1 && w->letters == w->uppers &&
	    w->n == w->uppers + 2 * w->points;
}

/* "Albert I. Jones", "J.-P. Sartre": a capital between names. */
static int
initial(const struct place *p)
{
	const struct place_word *w = &p->before;

	if (p->mark != MARK_POINT || p->closer != SHAPE_END ||
	    p->opener != SHAPE_END || p->next != SHAPE_UPPER || p->after.n < 2)
		return UNKNOWN;
	if (is_double_initial(w) && !(p->known & ABBR_MAYBE) &&
	    !(p->known_next & ABBR_OPENS))
		return NONE;
	return w->n == 1 && w->uppers == 1 && p->named ? NONE : UNKNOWN;
}

/* "at Yahoo! in": a name that has its mark, and small letters go on. */
static int
exclaims(const struct place *p)
{
	if (p->mark == MARK_EXCLAIM && p->core - p->s == 1 &&
	    p->next == SHAPE_LOWER && p->opener == SHAPE_END &&
	    p->before.first == SHAPE_UPPER && p->before.uppers == 1 &&
	    p->before.n > 1 && p->token != p->head)
		return NONE;
	return UNKNOWN;
}

struct rule {
	const char *name;
	int (*judge)(const struct place *);
};

static const struct rule ahead[] = {
	{"omission", omission},
	{"spaced points", spaced},
	{"nothing follows", nothing_follows},
	{"pause", pause},
	{"goes on", goes_on},
	{"particle", particle},
	{"terminator", terminator},
	{"script", script},
	{0},
};

static const struct rule words[] = {
	{"number follows", number_follows},
	{"small letter", small_letter},
	{"letters", letters},
	{"abbreviation", abbreviation},
	{"ordinal", ordinal},
	{"hour", hour},
	{"opens", opens},
	{"initial", initial},
	{"exclaims", exclaims},
	{0},
};

static int
first_said(const struct rule *rules, const struct place *p, const char **rule)
{
	for (; rules->judge != NULL; rules++) {
		int said = rules->judge(p);

		if (said != UNKNOWN) {
			*rule = rules->name;
			return said;
		}
	}
	return UNKNOWN;
}

int
rule_ahead(const struct place *p, const char **rule)
{
	return first_said(ahead, p, rule);
}

int
rule_words(const struct place *p, const char **rule)
{
	return first_said(words, p, rule);
}
