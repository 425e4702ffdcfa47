/* SPDX-License-Identifier: MIT */
/*
 * Which tables of a page are wanted: by their numbers, by what is in their
 * captions.
 */
#ifndef HTML_PARTS_TABLECHOICE_H
#define HTML_PARTS_TABLECHOICE_H

#include <stdbool.h>

#include "base/buf.h"

struct regex;

struct tablechoice {
	long from, to;         /* from 1 */
	bool numbers;          /* they were given */
	struct regex *caption; /* or the heading before it; NULL: any */
};

/* "3", "2-4", "2-", "all"; false: it is none of these. */
bool tablechoice_numbers(struct tablechoice *, const char *value);

/*
 * A regular expression (base/regex), in any case, that is found in the
 * caption; false: it is none, and `why` says so (REGEX_WHY bytes).
 */
bool tablechoice_caption(struct tablechoice *, const char *value, char *why);

/* Where no numbers were given: all tables, not only the first. */
void tablechoice_default_all(struct tablechoice *);

bool tablechoice_has(const struct tablechoice *, long number,
    struct str caption);
void tablechoice_free(struct tablechoice *);

#endif
