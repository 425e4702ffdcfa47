/* SPDX-License-Identifier: MIT */
#include "text/words/wordoption.h"

#include "base/complain.h"
#include "text/langid/auto.h"
#include "text/language.h"
#include "text/words/wordform.h"

struct wordoptions
wordoptions_open(void)
{
	return (struct wordoptions){.form = NORM_C | NORM_FOLD,
	    .rules = word_rules_open()};
}

void
wordoptions_free(struct wordoptions *o)
{
	word_rules_free(&o->rules);
	if (o->judge != NULL)
		word_rules_free(&o->given);
	langid_free(o->judge);
	stem_free(o->stem);
}

static void
set_language(struct wordoptions *o, const char *value)
{
	if (strcmp(value, "auto") == 0) {
		if (o->judge == NULL)
			o->judge = langid_new();
		return;
	}
	o->language = language_option("language", value);
	word_rules_language(&o->rules, o->language);
	if (o->rules.turkic)
		o->form |= WORDFORM_TURKIC;
}

const char *
wordoptions_stemmer(const char *value)
{
	struct stem *stem = stem_open(value);

	stem_free(stem);
	return stem != NULL ? value
	    : language_option_with("stem", value, LANGUAGE_STEMMER)->stemmer;
}

static void
set_stem(struct wordoptions *o, const char *value)
{
	stem_free(o->stem);
	o->stem = stem_open(wordoptions_stemmer(value));
}

bool
wordoptions_take(struct wordoptions *o, int key, const char *value,
    void (*list)(void (*write)(struct sink *)))
{
	switch (key) {
	case 'c': o->form &= ~(unsigned)NORM_FOLD; break;
	case 'S': set_stem(o, value); break;
	case 'l': set_language(o, value); break;
	case 'x':
		if (!word_rules_parse(&o->rules, value))
			misuse("--rules %s: give some of " WORD_RULES, value);
		break;
	case WORDOPTION_LANGUAGES: list(language_list); break;
	default: return false;
	}
	return true;
}

void
wordoptions_ready(struct wordoptions *o)
{
	if (o->judge == NULL)
		return;
	if (WORDDICT)
		worddict_open();
	o->given = o->rules;
	o->rules = word_rules_open();
}

void
wordoptions_suit(struct wordoptions *o, const struct document *d)
{
	unsigned turkic = WORDFORM_TURKIC;

	if (o->judge == NULL)
		return;
	o->language = auto_language(d, o->judge);
	word_rules_switch(&o->rules, &o->given, o->language);
	o->form = o->rules.turkic ? o->form | turkic : o->form & ~turkic;
}
