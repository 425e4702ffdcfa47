/* SPDX-License-Identifier: MIT */
/*
 * Inside text/sentences: the rules.  A rule looks at one candidate and says that a
 * sentence ends there, that none does, or nothing; it states why that holds
 * in general.  What holds only mostly belongs to the score.  sentrule.c has
 * them in the order in which they are asked, each with the name that
 * `sentsplit --report` gives.
 */
#ifndef TEXT_SENTENCES_SENTRULE_H
#define TEXT_SENTENCES_SENTRULE_H

#include "text/sentences/candidate.h"

enum { END = 1, NONE = -1, UNKNOWN = 0 };

typedef int rule(const struct candidate *);

/* rulemark.c: by the marks there, and the character that follows. */
rule omission, spaced, nothing_follows, stop_follows, pause, goes_on, aside,
    terminator, script;
/* The same in East and Southeast Asian writing. */
rule book_title, speech_tag, particle, and_so_on;

/* ruleabbr.c: by the words around it, one of which may be an abbreviation. */
rule bracketed, bracket_follows, abbreviation, small_letter, seldom_ends,
    opens, hour, exclaims, said, identifier;

/* rulenumber.c: by numbers, and letters that number. */
rule paragraph, number_follows, roman_follows, ordinal, verse, citation,
    letters, initial;

/* A full stop alone, with nothing that closes behind it or opens ahead. */
static inline bool
is_plain_point(const struct candidate *p)
{
	return p->mark == MARK_POINT && p->closer == SHAPE_END &&
	    p->opener == SHAPE_END;
}

/* Letters, each with a point behind it but the last: "U.S", "И.О". */
static inline bool
is_acronym(const struct candidate_word *w)
{
	return w->points > 0 && w->n - w->marks == 2 * w->points + 1 &&
	    w->letters - w->marks == w->points + 1 &&
	    (w->second == SHAPE_STOP || w->marks > 0);
}

/* One letter, with the marks that combine with it. */
static inline bool
is_one_letter(const struct candidate_word *w)
{
	return w->letters == w->n && w->n - w->marks == 1;
}

/* The character before the terminators; 0: none is in view. */
static inline uint32_t
last_character(const struct candidate *p)
{
	uint32_t c = 0;

	if (p->terminators > p->view_begin)
		utf_back(p->view_begin, p->terminators, &c);
	return c;
}

#endif
