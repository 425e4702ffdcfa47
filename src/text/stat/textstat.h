/* SPDX-License-Identifier: MIT */
/*
 * Numbers of a text: counts, lexical variety, readability.  All are computed
 * from whole numbers in one pass; memory grows with the different words.
 */
#ifndef TEXT_STAT_TEXTSTAT_H
#define TEXT_STAT_TEXTSTAT_H

#include <stdint.h>

#include "base/map.h"
#include "base/source.h"
#include "base/vec.h"
#include "text/language.h"
#include "text/words/abbr.h"
#include "text/words/wordoption.h"

enum textstat {
	TEXTSTAT_BYTES, TEXTSTAT_CHARS, TEXTSTAT_LETTERS, TEXTSTAT_LINES,
	TEXTSTAT_PARAGRAPHS, /* lines that are not blank */
	TEXTSTAT_SENTENCES, TEXTSTAT_WORDS, TEXTSTAT_TYPES,
	TEXTSTAT_HAPAXES,    /* words that are there once */
	TEXTSTAT_SYLLABLES,
	TEXTSTAT_TTR,        /* types / words */
	TEXTSTAT_MATTR,      /* mean of TTR in a moving window; Covington and
	                      * McFall 2010 */
	TEXTSTAT_WORD_LENGTH,     /* letters and digits per word */
	TEXTSTAT_SENTENCE_LENGTH, /* words per sentence */
	TEXTSTAT_FLESCH, TEXTSTAT_FLESCH_KINCAID, TEXTSTAT_FOG, TEXTSTAT_SMOG,
	TEXTSTAT_ARI, TEXTSTAT_COLEMAN_LIAU, TEXTSTAT_LIX, TEXTSTAT_RIX,
	TEXTSTATS
};

const char *textstat_name(enum textstat);

/* Whether it is a whole number. */
bool textstat_is_count(enum textstat);

struct textstat_options {
	struct wordoptions *words;
	const struct language *language; /* of syllables and constants */
	uint64_t window; /* words of MATTR's */
};

struct textstats {
	uint64_t counts[TEXTSTAT_TTR]; /* those that are counts */
	double values[TEXTSTATS];
	bool known[TEXTSTATS]; /* false: it is of no number here */
};

/* Count a text. */
void textstats_of(struct textstats *, struct source *, const struct abbr *,
    const struct textstat_options *);

#endif
