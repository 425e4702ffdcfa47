/* SPDX-License-Identifier: MIT */
/*
 * Which words are counted: none of a stop list, only those of another list,
 * only those of some length.  Lists know no case.
 */
#ifndef TEXT_PICK_H
#define TEXT_PICK_H

#include <stdbool.h>

#include "base/map.h"

struct pick {
	struct map stop, only;
	size_t shortest, longest; /* letters and digits */
	struct buf folded;        /* the word looked at */
};

/* Picks every word; pick_free empties it. */
struct pick pick_open(void);
void pick_free(struct pick *);

/* Add a list, a word a line; empty lines and those with # first are not. */
void pick_list(struct map *list, struct str text);

/* Our own stop list of a language, "en"; false: there is none. */
bool pick_language(struct pick *, const char *language);

/* Whether it picks out anything at all. */
bool pick_chooses(const struct pick *);

bool pick_takes(struct pick *, struct str word);

#endif
