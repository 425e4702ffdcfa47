/* SPDX-License-Identifier: MIT */
/*
 * The options that say what a word is and which words are alike, the same in
 * every program that counts or finds words: -c -l -S -x --languages.
 */
#ifndef TEXT_WORDS_WORDOPTION_H
#define TEXT_WORDS_WORDOPTION_H

#include <stdbool.h>

#include "program/document.h"
#include "program/option.h"
#include "text/langid/langid.h"
#include "text/words/stem.h"
#include "text/words/word.h"

enum { WORDOPTION_LANGUAGES = OPTION_OWN + 512 };

/* For a program's table of options. */
#define WORDOPTION_ROWS                                                     \
	{'c', "case", NULL, "keep upper and lower case apart"},             \
	{'S', "stem", "language", "words are alike by their stems: en, de ..."}, \
	{'l', "language", "name", "whose rules of words; auto: of each text"},  \
	{WORDOPTION_LANGUAGES, "languages", NULL,                           \
	    "list the languages and exit"},                                 \
	{'x', "rules", "list", "abbrev, elision, hyphen, number, url ..."}

struct wordoptions {
	unsigned form;     /* text/words/wordform: which words are alike */
	struct word_rules rules; /* of the text at hand */
	struct stem *stem; /* NULL: none */
	const struct language *language; /* of the text at hand; NULL: of none */

	/* private */
	struct word_rules given; /* with -l auto: before a language's are added */
	struct langid *judge;    /* of -l auto; else NULL */
};

/* Words of any language, upper and lower case alike. */
struct wordoptions wordoptions_open(void);
/* Snowball's name of the stemmer that -S asks for. */
const char *wordoptions_stemmer(const char *value);

void wordoptions_free(struct wordoptions *);

/*
 * One option; false: it is none of these.  A wrong value ends the program, and
 * --languages does when `list` has printed them.
 */
bool wordoptions_take(struct wordoptions *, int key, const char *value,
    void (*list)(void (*write)(struct sink *)));

/* All options are taken; before the sandbox is entered. */
void wordoptions_ready(struct wordoptions *);

/* With -l auto: what suits the language of a document, before it is read. */
void wordoptions_suit(struct wordoptions *, const struct document *);

#endif
