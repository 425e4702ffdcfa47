/* SPDX-License-Identifier: MIT */
/*
 * One segment of text/words/word.h being measured: where it begins in the
 * source, how long it is so far, and a look at the code points ahead.  For
 * the files of this folder only: wordscan.c has the rules of UAX #29,
 * wordjoin.c those that join what the annex parts.
 */
#ifndef TEXT_WORDS_WORDSCAN_H
#define TEXT_WORDS_WORDSCAN_H

#include "text/unicode/charclass.h"
#include "text/words/word.h"

struct word_scan {
	struct source *in;
	const struct word_rules *rules;
	unsigned set;     /* the rules in force, enum word_rule or'd */
	size_t start;     /* where it begins, in bytes after in->at */
	size_t n;         /* its bytes so far */
	charclass kinds;  /* of all its code points together */
	uint32_t first;   /* its first code point */
	bool presented;   /* as an emoji: a variation selector asks for it */
};

/* A code point ahead. */
struct word_look {
	uint32_t c;
	charclass kind;
	enum charclass_word class;
	size_t n; /* its bytes */
};

/* Measure the segment that begins `start` bytes after in->at. */
struct word_scan word_scan(struct source *, const struct word_rules *,
    size_t start);

/*
 * Look at what stands `at` bytes after the segment's beginning; false at the
 * end of the text, or where a segment must end.
 */
bool word_look(const struct word_scan *, size_t at, struct word_look *);

/* The code point becomes the segment's last. */
void word_take(struct word_scan *, const struct word_look *);

/* The segment so far, in the source's window. */
static inline struct str
word_scanned(const struct word_scan *s)
{
	return (struct str){s->in->at + s->start, s->n};
}

/* ---- wordjoin.c ---- */

/*
 * The classes that must follow `l`, the code point ahead, to make it a
 * bridge from one of class `before`, by a rule of ours; 0: none.
 */
uint32_t word_bridge(const struct word_scan *, enum charclass_word before,
    const struct word_look *l);

/* "l'" before a vowel: the segment ends with this apostrophe. */
bool word_elides(const struct word_scan *, uint32_t apostrophe);

/* What belongs to the segment behind its end by the annex: the point of an
 * abbreviation, the rest of a date, the apostrophe of "po'". */
void word_extend(struct word_scan *, unsigned char before);

#endif
