/* SPDX-License-Identifier: MIT */
/*
 * Regular expressions of Perl's kind, by PCRE2: code points, not bytes, with
 * Unicode's classes (\w, \d, \b, [[:alpha:]]).  A pattern matches a whole text
 * or not at all.  What a match may cost is limited, and nothing is compiled
 * to machine code, so that the sandbox can stay closed.
 */
#ifndef BASE_PATTERN_H
#define BASE_PATTERN_H

#include <stdbool.h>

#include "base/buf.h"

struct pattern;

/*
 * NULL: it is no pattern, and `why` (256 bytes) says so, with the place.
 * `caseless`: upper and lower case are one.
 */
struct pattern *pattern_open(const char *regex, bool caseless, char *why);

/* The same for another thread; valid as long as the first. */
struct pattern *pattern_share(const struct pattern *);
void pattern_free(struct pattern *);

/*
 * Whether all of a text, which is valid UTF-8, matches.  A match that costs
 * more than the limit ends the program.
 */
bool pattern_matches(struct pattern *, struct str text);

#endif
