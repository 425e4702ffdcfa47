/* SPDX-License-Identifier: MIT */
/*
 * What a stretch of text looks like, in numbers: how much of it there is,
 * whether it reads as sentences, and what kinds of stock phrases it holds.
 * One pass over the text; no language need be known.
 *
 * A word is a run of letters, marks and numbers; in scripts written without
 * spaces, each character.  Words are told apart by a hash of their letters
 * in lower case.
 */
#ifndef TEXT_SCORE_PROSE_H
#define TEXT_SCORE_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Stock phrases by what they are about (src/data/phrases.txt).  A hint and no
 * more: prose, too, may say "comment".
 */
#define PHRASES(X)                                                  \
	X(STOP, "stop")           /* function words */              \
	X(COOKIE, "cookie") X(LEGAL, "legal") X(SUBSCRIBE, "subscribe") \
	X(SHARE, "share") X(RELATED, "related") X(COMMENT, "comment") \
	X(AD, "ad") X(CREDIT, "credit") X(BYLINE, "byline")         \
	X(DATE, "date") X(WIDGET, "widget") X(MORE, "more")         \
	X(STAMP, "stamp") /* "updated", "powered by" … */           \
	X(SHOP, "shop") X(LOGIN, "login") X(FORUM, "forum")         \
	X(GALLERY, "gallery")                                       \
	/* for rules, unknown to trees of pages: */         \
	X(AD_MARK, "ad mark") X(WALL, "wall") X(CONSENT, "consent") \
	X(PLEA, "plea") X(FOLLOW, "follow") X(SOCIAL, "social") \
	X(NOTICE, "notice")

#define PHRASE_ENUM(id, name) PHRASE_##id,
enum phrase {
	PHRASES(PHRASE_ENUM) PHRASE_KINDS,
	PHRASE_TRAINED = PHRASE_AD_MARK /* trees know the kinds before it */
};

struct prose {
	uint32_t chars;      /* code points that are not white space */
	uint32_t words, stops, capitals; /* capital: the first letter is */
	uint32_t letters, upper, digits;
	uint32_t wide;       /* words in scripts without spaces */
	uint32_t ends;       /* of sentences: . ! ? … and a space or the end */
	uint32_t commas, marks; /* marks: | • » and their like */
	uint32_t numbers;    /* words that begin with a digit */
	uint32_t longest;    /* words between two sentence ends or commas */
	uint32_t hits;       /* a bit for each kind of phrase in it */
	uint32_t opening;    /* … for those it begins with */
	uint32_t lines;      /* line feeds */
	uint32_t last;       /* the last code point, quotes and brackets aside */
	uint32_t first;      /* the first code point */
};

/* A growing list of hashed words. */
struct prose_words {
	uint32_t *word;
	size_t n, cap;
};

/* Measures `text` and appends its words. */
struct prose prose_measure(struct str text, struct prose_words *);
void prose_words_free(struct prose_words *);

/* Whether it ends as a sentence does. */
bool prose_ends(const struct prose *);

/*
 * What trees are told of a prose: each appends its numbers at `to` and says
 * where they end.  Of its letters and ends, five; of its words and commas,
 * eight; of its phrases, one for each kind.
 */
uint8_t *prose_put_letters(const struct prose *, uint8_t *to);
uint8_t *prose_put_words(const struct prose *, uint8_t *to);
uint8_t *prose_put_phrases(const struct prose *, uint8_t *to);

/* The hash of a word, letter by letter, from 0; phrases join words. */
static inline uint32_t
prose_hash(uint32_t h, uint32_t c)
{
	h = (h + c + 1) * 0x9E3779B1u;
	return h ^ h >> 15;
}

static inline uint32_t
prose_join(uint32_t a, uint32_t b)
{
	return (a ^ b >> 3) * 0x85EBCA6Bu + b;
}

#endif
