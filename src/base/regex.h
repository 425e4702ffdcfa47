/* SPDX-License-Identifier: MIT */
/*
 * Regular expressions of Perl's kind, by PCRE2: code points, not bytes, with
 * Unicode's classes (\w, \d, \b, [[:alpha:]]).  A pattern matches a whole text
 * or not at all.  What a match may cost is limited, and nothing is compiled
 * to machine code, so that the sandbox can stay closed.
 */
#ifndef BASE_REGEX_H
#define BASE_REGEX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

struct regex;

enum { REGEX_WHY = 256 }; /* bytes of a message */

/*
 * NULL: `source`, which is valid UTF-8, is no pattern, and `why` (REGEX_WHY
 * bytes) says so, with the place.  `caseless`: upper and lower case are one.
 */
struct regex *regex_open(struct str source, bool caseless, char *why);

/* The same for another thread; valid as long as the first. */
struct regex *regex_share(const struct regex *);
void regex_free(struct regex *);

/* Another limit than the usual one of 1,000,000 steps of a match. */
void regex_limit(struct regex *, uint32_t steps);

enum regex_result {
	REGEX_NONE,
	REGEX_MATCH,
	REGEX_TOO_LONG /* not known: it would cost more than the limit */
};

/* Whether all of a text, which is valid UTF-8, matches. */
enum regex_result regex_try(struct regex *, struct str text);

/* The same; a match that costs more than the limit ends the program. */
bool regex_matches(struct regex *, struct str text);

/* As it was given, for a message. */
const char *regex_source(const struct regex *);

/* "pcre2 10.42", for --version. */
const char *regex_version(void);

#endif
