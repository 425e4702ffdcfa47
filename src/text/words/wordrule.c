/* SPDX-License-Identifier: MIT */
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

static const struct {
	const char *language;
	unsigned rules;
} languages[] = {
	{"ca", COMMON | WORD_ELISION},
	{"es", COMMON | WORD_HYPHEN},
	{"fr", COMMON | WORD_ELISION | WORD_HYPHEN},
	{"it", COMMON | WORD_ELISION},
	{"ja", COMMON | WORD_BIGRAM},
	{"km", COMMON | WORD_BIGRAM},
	{"lo", COMMON | WORD_BIGRAM},
	{"my", COMMON | WORD_BIGRAM},
	{"nl", COMMON | WORD_HYPHEN},
	{"pt", COMMON | WORD_HYPHEN},
	{"ru", COMMON | WORD_HYPHEN},
	{"th", COMMON | WORD_BIGRAM},
	{"zh", COMMON | WORD_BIGRAM},
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
	struct word_rules r = {.set = WORDDICT ? WORD_DICTIONARY : 0};

	worddict_open();
	return r;
}

/* Of the two ways with scripts that have no spaces, the last asked for. */
static void
settle(struct word_rules *r, unsigned rule)
{
	if (rule == WORD_BIGRAM)
		r->set &= ~(unsigned)WORD_DICTIONARY;
	if (rule == WORD_DICTIONARY)
		r->set &= ~(unsigned)WORD_BIGRAM;
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
		r->set |= rule;
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
			r->set |= languages[i].rules;
	/* Where there is a dictionary, it is in force, and better. */
	if (WORDDICT)
		r->set &= ~(unsigned)WORD_BIGRAM;
}

void
word_rules_free(struct word_rules *r)
{
	abbr_free(&r->abbr);
}
