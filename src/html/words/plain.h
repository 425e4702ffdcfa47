/* SPDX-License-Identifier: MIT */
/*
 * Small things done to the values that a page states: white space, marks at
 * the ends, a second layer of references, likeness of two texts.
 */
#ifndef HTML_WORDS_PLAIN_H
#define HTML_WORDS_PLAIN_H

#include <stdbool.h>

#include "base/buf.h"

/* What may stand at either end of a name or title and is no part of it. */
#define PLAIN_MARKS " \t\r\n\x1F,;:|-/*~\""

/* Without bytes of `marks` at both ends; no-break spaces and full-width
 * colons go, too. */
struct str plain_trim(struct str, const char *marks);

/*
 * Append a value: white space is one space, controls go; tags in it go, and
 * references are resolved once more (a page that escaped twice).
 */
void plain_put(struct buf *, struct str value);

/* The same of what is seen: only white space and controls. */
void plain_space(struct buf *, struct str text);

bool plain_contains(struct str, const char *what);
bool plain_starts(struct str, const char *what);

/* The bytes of the word that begins at `from`, up to a space. */
size_t plain_word(struct str, size_t from);

/* At most `most` bytes of a text, in whole code points. */
size_t plain_cut(struct str, size_t most);

/*
 * A text for comparing: folded, letters and digits only, one space between
 * words.
 */
void plain_key(struct buf *, struct str);
bool plain_same(struct str, struct str);

/* How like two texts are, 0 to 100: words that both have (F1). */
int plain_likeness(struct str, struct str);

#endif
