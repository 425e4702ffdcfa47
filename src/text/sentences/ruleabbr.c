/* SPDX-License-Identifier: MIT */
/*
 * Rules that look at words, one of which may be an abbreviation.
 */
#include "text/sentences/sentrule.h"

/* Letters between points, a few at a time: "bl.a", "o.s.frv". */
static bool
is_pointed(const struct candidate_word *w)
{
	return w->points > 0 && w->letters > 0 && w->n < 10 &&
	    w->letters + w->points == w->n && w->letters <= 3 * w->points + 3;
}

/*
 * "(engl. House)", "(pop. 12,000)", "(род. 5 мая": a bracket's first word in
 * small letters with a point is an abbreviation, in any language: a sentence
 * of one word would have a capital.
 */
int
bracketed(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	if (!is_plain_point(p) || p->token >= p->terminators ||
	    (*p->token != '(' && *p->token != '[') || w->letters != w->n ||
	    w->n - w->marks > 8 || w->text.s != p->token + 1)
		return UNKNOWN;
	if (p->next == SHAPE_LOWER || p->next == SHAPE_DIGIT)
		return NONE;
	return w->first == SHAPE_LOWER ? NONE : UNKNOWN;
}

/*
 * "Mills Ltd. (“Beta”)", "Elm Corp. (the “Buyer”)", "etc. (see p. 5)": what
 * stands in brackets behind an abbreviation belongs to it, unless it begins
 * with a capital as a sentence does.
 */
int
bracket_follows(const struct candidate *p)
{
	const char *s = p->end;
	enum shape shape;
	uint32_t c;

	if (p->mark != MARK_POINT || p->closer != SHAPE_END ||
	    p->opener != SHAPE_OPEN ||
	    !(p->known & (ABBR_NEVER | ABBR_NUMBER | ABBR_MAYBE)))
		return UNKNOWN;
	if (p->next == SHAPE_LOWER || p->next == SHAPE_DIGIT)
		return NONE;
	while (s < p->view_end && is_space(*s, p->wrapped))
		s++;
	shape_step(s + 1, p->view_end, &c, &shape);
	return shape == SHAPE_QUOTE || c == 0x201E || c == 0xAB ? NONE :
	    UNKNOWN;
}

/* "Dr. Who", "No. 5", and what the user says of a word. */
int
abbreviation(const struct candidate *p)
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

/*
 * "25 fr. and", "the U.S. did", "10. pokus", "Karel IV. byl", "str. then":
 * behind a unit, letters with points, a number (many languages write ordinals
 * so), one letter or few without a vowel, a small letter goes on.  Behind
 * other words it is often an end that someone typed in a hurry.
 */
int
small_letter(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	if (!is_plain_point(p) || p->next != SHAPE_LOWER)
		return UNKNOWN;
	if (is_pointed(w) || (p->counted && w->letters <= 4) ||
	    w->letters < 2 || w->roman || (w->vowels == 0 && w->letters < 4))
		return NONE;
	return UNKNOWN;
}

/*
 * "King Jr. Day", "9 Park Blvd. Dayton", "5 Mio. Euro": some abbreviations
 * end a sentence only before a word that opens one.
 */
int
seldom_ends(const struct candidate *p)
{
	if (!is_plain_point(p) || !(p->known & ABBR_SELDOM) ||
	    p->next != SHAPE_UPPER || p->known_next & ABBR_OPENS)
		return UNKNOWN;
	return NONE;
}

/*
 * "in the U.S. It", "Briggs & Co. They", "you and I. Did": a word that opens
 * sentences tells.
 */
int
opens(const struct candidate *p)
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

/*
 * "at 5 p.m. Mr. Smith", "5 p.m. Monday", "5 p.m. EST": the hour in small
 * letters goes on before a title, a day and a zone, and ends the sentence
 * before any other capital.  In capitals it ends one before all but a zone.
 */
int
hour(const struct candidate *p)
{
	const struct candidate_word *a = &p->after;

	if (p->mark != MARK_POINT || p->before.lower.n != 3 ||
	    p->before.low[1] != '.' || p->before.low[2] != 'm' ||
	    (p->before.low[0] != 'a' && p->before.low[0] != 'p') ||
	    p->next != SHAPE_UPPER)
		return UNKNOWN;
	if (p->known_next & ABBR_OPENS && a->n > 1)
		return END;
	if (a->n > 1 && a->uppers == a->n)
		return NONE;
	if (p->before.uppers > 0)
		return END;
	return p->pointed || p->known_next & ABBR_COUNTED ? NONE : END;
}

/*
 * "at Yahoo! in": a name that has its mark, and small letters go on.  Where
 * the sentence begins with it the list of abbreviations must have it.
 */
int
exclaims(const struct candidate *p)
{
	if (p->mark != MARK_EXCLAIM || p->closers - p->terminators != 1 ||
	    p->next != SHAPE_LOWER || p->opener != SHAPE_END ||
	    p->before.first != SHAPE_UPPER || p->before.n < 2)
		return UNKNOWN;
	if (p->known & ABBR_NEVER)
		return NONE;
	return p->before.uppers == 1 && p->token != p->head ? NONE : UNKNOWN;
}

/* "Why? said he", "Var mı? diye sordu": who spoke follows, in small letters. */
int
said(const struct candidate *p)
{
	return p->known_next & ABBR_SAID && p->next == SHAPE_LOWER &&
	    p->opener == SHAPE_END && (p->mark == MARK_QUESTION ||
	    p->mark == MARK_EXCLAIM || p->mark == MARK_MIXED) ? NONE : UNKNOWN;
}

/* Whether small and capital letters stand in it as in no word: "fooBar". */
static bool
is_mixed(const struct candidate_word *w)
{
	return w->uppers > (w->first == SHAPE_UPPER) && w->uppers < w->letters;
}

/* "Booking.Com", "Node.Js": what names of firms and programs end with. */
static bool
is_domain(struct str t)
{
	static const char *const domains[] = {
		"com", "edu", "gov", "io", "js", "net", "org"
	};

	for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
		if (str_eq(t, str_of(domains[i])))
			return true;
	return false;
}

/*
 * "ASP.NET", "java.util.List", "os.Open", "Node.Js": where no blank stands
 * behind the point, a name of several parts is likelier than a blank that
 * was forgotten, unless a word follows that opens sentences.
 */
int
identifier(const struct candidate *p)
{
	const struct candidate_word *w = &p->before, *a = &p->after;
	const char *end = a->text.s + a->text.n;

	if (!is_plain_point(p) || p->blanks > 0 || p->points > 1 ||
	    p->next != SHAPE_UPPER || p->known_next & ABBR_OPENS)
		return UNKNOWN;
	if (w->points > 0 || w->n - w->marks < 3 || w->vowels == 0 ||
	    w->letters < w->n || is_mixed(w) || is_mixed(a))
		return NONE;
	if ((a->uppers == a->letters && !a->roman) || is_domain(a->lower))
		return NONE;
	/* One more part: ".Json" behind "Text". */
	return p->pointed && shape_is_letter(shape_at(end + 1, p->view_end)) ?
	    NONE : UNKNOWN;
}
