/* SPDX-License-Identifier: MIT */
/*
 * The headword under which a word is counted: its form (wordform.h), its
 * lemma by a list, its stem by Snowball; each only if it is asked for.  It
 * depends on the word alone, so it is found once per type, not per token.
 */
#ifndef TEXT_WORDS_HEADWORD_H
#define TEXT_WORDS_HEADWORD_H

#include <stdbool.h>

#include "base/map.h"
#include "text/words/stem.h"
#include "text/words/wordform.h"

/* Lemmas of words: a zeroed one is empty until lemmas_add. */
struct lemmas {
	struct map words; /* the place of a word's lemma in `bytes`, plus 1 */
	struct buf bytes; /* each ended by NUL */
	bool open;
};

/*
 * Add lines "word TAB lemma"; more columns are passed over, and so are empty
 * lines and those with # first.  Of two lemmas of one word the first counts.
 * Words and lemmas are put in `form`.  The number of the first line that has
 * no tab or is not UTF-8; 0: all were good.
 */
size_t lemmas_add(struct lemmas *, struct str text, unsigned form);
void lemmas_free(struct lemmas *);

struct headword {
	unsigned form;               /* of wordform.h */
	const struct lemmas *lemmas; /* NULL: none */
	struct stem *stem;           /* NULL: none */
};

/* Whether headwords are anything but forms. */
static inline bool
headword_differs(const struct headword *h)
{
	return h->lemmas != NULL || h->stem != NULL ||
	    (h->form & WORDFORM_BARE);
}

/* Append the headword of a word that is in its form but for WORDFORM_BARE. */
void headword_put(const struct headword *, struct buf *, struct str word);

#endif
