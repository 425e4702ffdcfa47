/* SPDX-License-Identifier: MIT */
/*
 * The rules in the order in which they are asked: the first one that says
 * something decides.  Those of `ahead` need no words, which take time to
 * examine, and settle most candidates of scripts without case.
 */
#include "text/sentences/sentrule.h"

struct named_rule {
	const char *name;
	rule *judge;
};

static const struct named_rule ahead[] = {
	{"omission", omission},
	{"spaced points", spaced},
	{"nothing follows", nothing_follows},
	{"stop follows", stop_follows},
	{"pause", pause},
	{"goes on", goes_on},
	{"book title", book_title},
	{"speech tag", speech_tag},
	{"particle", particle},
	{"and so on", and_so_on},
	{"terminator", terminator},
	{"script", script},
	{0},
};

static const struct named_rule words[] = {
	{"bracketed", bracketed},
	{"number follows", number_follows},
	{"roman follows", roman_follows},
	{"small letter", small_letter},
	{"letters", letters},
	{"abbreviation", abbreviation},
	{"paragraph", paragraph},
	{"bracket follows", bracket_follows},
	{"ordinal", ordinal},
	{"verse", verse},
	{"citation", citation},
	{"hour", hour},
	{"opens", opens},
	{"seldom ends", seldom_ends},
	{"initial", initial},
	{"identifier", identifier},
	{"exclaims", exclaims},
	{"said", said},
	{"aside", aside},
	{0},
};

static int
first_said(const struct named_rule *rules, const struct candidate *p,
    const char **name)
{
	for (; rules->judge != NULL; rules++) {
		int said = rules->judge(p);

		if (said != UNKNOWN) {
			*name = rules->name;
			return said;
		}
	}
	return UNKNOWN;
}

/*
 * The commonest candidates: a full stop before a capital, of which none of
 * `ahead` speaks, and that behind a word in small letters that no list has,
 * with a blank, of which none of `words` does.
 */
static bool
is_common(const struct candidate *p)
{
	return is_plain_point(p) && p->next == SHAPE_UPPER && p->spaced < 2 &&
	    !p->omits;
}

static bool
is_ordinary(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	return is_common(p) && p->blanks > 0 && p->known == 0 &&
	    !p->after.roman && w->n > 3 && w->letters == w->n &&
	    w->first == SHAPE_LOWER && w->text.s == p->token;
}

int
rule_ahead(const struct candidate *p, const char **name)
{
	return is_common(p) ? UNKNOWN : first_said(ahead, p, name);
}

int
rule_words(const struct candidate *p, const char **name)
{
	return is_ordinary(p) ? UNKNOWN : first_said(words, p, name);
}
