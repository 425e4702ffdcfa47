/* SPDX-License-Identifier: MIT */
/*
 * The registry of languages: one for all programs, so that `-l` takes the
 * same codes and names everywhere, and a language that is not known is an
 * error that names the near ones.  The rows are src/data/languages.txt.
 *
 * A language is named by a code of ISO 639-1, 639-2 or 639-3 ("de", "ger",
 * "deu"), by a BCP 47 tag or a locale that begins with one ("de-AT",
 * "zh-yue", "de_DE.UTF-8"), or by a name ("German", "Deutsch").  Upper and
 * lower case are one, and so are a blank, a hyphen and an underscore in a
 * name.  Rows are constants; nobody frees them.
 */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/sink.h"

/* What there is for a language. */
enum {
	LANGUAGE_ABBREVIATIONS = 1, /* src/data/abbr/CODE */
	LANGUAGE_STOP_WORDS = 2,    /* src/data/stop/CODE.txt */
	LANGUAGE_STEMMER = 4        /* of Snowball */
};

struct language {
	const char *code;    /* of ISO 639-1, else of ISO 639-3: "de" */
	const char *codes;   /* the other ones, a blank between: "deu ger" */
	const char *name;    /* in English: "German" */
	const char *names;   /* the other ones, "; " between: "Deutsch" */
	const char *as;      /* code of the language whose data serve; "": none */
	const char *stemmer; /* Snowball's name of its algorithm; "": none */
	unsigned has;
};

/*
 * The language of that code, tag or name; NULL: there is none.  "und"
 * (undetermined) and "mul" (multiple languages) are rows as well.
 */
const struct language *language_find(struct str);

/*
 * The language whose data of the kind `has` serve for this one: itself, or
 * the one it is read as (nb: no); NULL: there are none.
 */
const struct language *language_with(const struct language *, unsigned has);

/* Whether it is the language of that code, or is read as that one. */
bool language_is(const struct language *, const char *code);

/* Those that a misspelt code or name may mean, the likeliest first; how many. */
size_t language_near(struct str, const struct language *near[], size_t most);

/*
 * The language that a command line gives as `arg` of the long option
 * `option`; one that is not known ends the program, as wrong use does.
 */
const struct language *language_option(const char *option, const char *arg);

/* The same; also one that has no data of the kind `has` ends the program. */
const struct language *language_option_with(const char *option,
    const char *arg, unsigned has);

/* All of them, a line each: code, TAB, name, TAB, what there is for it. */
void language_list(struct sink *);

#endif
