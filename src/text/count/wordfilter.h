/* SPDX-License-Identifier: MIT */
/*
 * Which words are counted: none of a stop list, only those of another list,
 * those that match a pattern, those of some length, none that is a number.
 * In lists case makes no difference.
 */
#ifndef TEXT_COUNT_WORDFILTER_H
#define TEXT_COUNT_WORDFILTER_H

#include <stdbool.h>

#include "base/map.h"
#include "base/regex.h"

struct wordfilter {
	struct map stop, only;
	size_t shortest, longest; /* letters and digits */
	bool no_numbers;          /* a word has a letter */
	struct regex **match, **no_match; /* one of these, none of those */
	size_t matches, no_matches;
	struct buf folded;        /* the word looked at */
};

/* Picks every word; wordfilter_free empties it. */
struct wordfilter wordfilter_open(void);
void wordfilter_free(struct wordfilter *);

/*
 * The same lists for another thread, valid as long as the first; only
 * wordfilter_unshare is called for it.
 */
struct wordfilter wordfilter_share(const struct wordfilter *);
void wordfilter_unshare(struct wordfilter *);

/* Add a list, a word a line; empty lines and those with # first are not. */
void wordfilter_list(struct map *list, struct str text);

/* The same of a file. */
void wordfilter_file(struct map *list, const char *file);

/*
 * What --length and --stop-lang say, the same in every program that has them;
 * a wrong value ends the program.
 */
void wordfilter_take_length(struct wordfilter *, const char *value);
void wordfilter_take_language(struct wordfilter *, const char *value);

/*
 * Only words that match; or, if `not`, only those that do not.  Several
 * patterns are alternatives.  False: `why`, as regex_open says it.
 */
bool wordfilter_match(struct wordfilter *, const char *regex, bool not,
    bool caseless, char *why);

/* Our own stop list of a language, "en"; false: there is none. */
bool wordfilter_language(struct wordfilter *, const char *language);

/* Whether it picks out anything at all. */
bool wordfilter_chooses(const struct wordfilter *);

bool wordfilter_takes(struct wordfilter *, struct str word);

#endif
