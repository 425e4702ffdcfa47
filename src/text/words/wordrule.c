/* SPDX-License-Identifier: MIT */
/*
 * The names of the word rules, reading a list of them, and which of them a
 * language has.
 */
#include "text/words/word.h"

static const struct {
	const char *name;
	enum word_rule rule;
} names[] = {
	{"abbrev", WORD_ABBREV}, {"bigram", WORD_BIGRAM},
	{"dictionary", WORD_DICTIONARY}, {"elision", WORD_ELISION},
	{"emoji", WORD_EMOJI}, {"hyphen", WORD_HYPHEN},
	{"number", WORD_NUMBER}, {"punct", WORD_PUNCT}, {"url", WORD_URL},
	{0},
};

/*
 * Where a language's words differ from the annex's segments; addresses and
 * numbers know no language, and suit those that have no row.
 */
#define COMMON (WORD_ABBREV | WORD_NUMBER | WORD_URL)
/* For scripts without spaces: dictionaries where there are any. */
#define UNSPACED (WORDDICT ? WORD_DICTIONARY : WORD_BIGRAM)

static const struct {
	const char *language;
	unsigned rules; /* beside COMMON */
} languages[] = {
	{"af", WORD_HYPHEN},
	{"be", WORD_HYPHEN},
	{"bg", WORD_HYPHEN},
	{"ca", WORD_ELISION},
	{"da", WORD_HYPHEN},
	{"es", WORD_HYPHEN | WORD_RAISED},
	{"et", WORD_HYPHEN},
	{"eu", WORD_HYPHEN},
	{"fi", WORD_HYPHEN},
	{"fr", WORD_ELISION | WORD_HYPHEN},
	{"ga", WORD_HYPHEN},
	{"gd", WORD_HYPHEN},
	{"gl", WORD_HYPHEN},
	{"he", WORD_GERESH},
	{"hr", WORD_HYPHEN},
	{"hu", WORD_HYPHEN},
	{"hy", WORD_HYPHEN},
	{"id", WORD_HYPHEN},
	{"it", WORD_ELISION | WORD_APOCOPE},
	{"ja", UNSPACED},
	{"ka", WORD_HYPHEN},
	{"km", UNSPACED},
	{"lo", UNSPACED},
	{"my", UNSPACED},
	{"nl", WORD_HYPHEN},
	{"no", WORD_HYPHEN},
	{"pt", WORD_HYPHEN},
	{"ru", WORD_HYPHEN},
	{"sr", WORD_HYPHEN},
	{"sv", WORD_HYPHEN},
	{"th", UNSPACED},
	{"yi", WORD_GERESH},
	{"zh", UNSPACED},
	{0},
};

static unsigned
rule_named(struct str name)
{
	for (int i = 0; names[i].name != NULL; i++)
		if (str_eq(name, str_of(names[i].name)))
			return names[i].rule;
	return 0;
}

struct word_rules
word_rules_open(void)
{
	return (struct word_rules){0};
}

/*
 * Of the two ways with scripts that have no spaces, the last asked for; the
 * dictionaries are loaded before files can no longer be opened.
 */
static void
settle(struct word_rules *r, unsigned rules)
{
	if (rules & WORD_BIGRAM)
		r->set &= ~(unsigned)WORD_DICTIONARY;
	if (rules & WORD_DICTIONARY) {
		r->set &= ~(unsigned)WORD_BIGRAM;
		worddict_open();
	}
	r->set |= rules;
}

bool
word_rules_parse(struct word_rules *r, const char *list)
{
	for (;;) {
		size_t n = strcspn(list, ",");
		struct str name = {list, n};
		unsigned rule = rule_named(name);

		if (str_eq(name, STR("none")))
			r->set = 0;
		else if (rule == 0 || (rule == WORD_DICTIONARY && !WORDDICT))
			return false;
		settle(r, rule);
		if (list[n] == '\0')
			return true;
		list += n + 1;
	}
}

void
word_rules_language(struct word_rules *r, const struct language *l)
{
	abbr_language(&r->abbr, l);
	r->set |= COMMON;
	for (int i = 0; languages[i].language != NULL; i++)
		if (language_is(l, languages[i].language))
			settle(r, languages[i].rules);
	r->turkic |= language_is(l, "tr") || language_is(l, "az");
}

void
word_rules_switch(struct word_rules *r, const struct word_rules *base,
    const struct language *l)
{
	if (r->language == l)
		return;
	word_rules_free(r);
	*r = (struct word_rules){.set = base->set, .language = l};
	word_rules_language(r, l);
}

void
word_rules_free(struct word_rules *r)
{
	abbr_free(&r->abbr);
}
