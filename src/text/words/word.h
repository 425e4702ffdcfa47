/* SPDX-License-Identifier: MIT */
/*
 * Words: the segments of Unicode Standard Annex #29, version 15.0, read from
 * a source one at a time.  Every byte of the source is in exactly one
 * segment; one that has a letter or a number in it is a word.  Bytes that
 * are not UTF-8, and NUL, are segments of their own and end a word.  Rules,
 * each by its name, change that where a language or a purpose asks for it.
 *
 * A segment longer than WORD_MOST bytes is cut there, at a code point: no
 * word is that long, and memory stays bounded on input that is no text.
 * Where the source's windows end makes no difference.
 */
#ifndef TEXT_WORDS_WORD_H
#define TEXT_WORDS_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "text/words/abbr.h"
#include "text/words/worddict.h"
#include "text/words/wordlink.h"

enum { WORD_MOST = 32 * 1024 }; /* bytes */

enum word_rule {
	WORD_ABBREV = 1,      /* U.S. and Dr. keep their last point */
	WORD_BIGRAM = 2,      /* scripts without spaces: each two characters */
	WORD_DICTIONARY = 4,  /* the same: words, where built with ICU; the
	                       * rule loads it: before the sandbox closes */
	WORD_ELISION = 8,     /* l'|homme */
	WORD_EMOJI = 16,      /* emoji are words */
	WORD_HYPHEN = 32,     /* well-known is one */
	WORD_NUMBER = 64,     /* 12:30 and 24/11/2026 are one */
	WORD_PUNCT = 128,     /* punctuation and symbols are words */
	WORD_URL = 256,       /* see wordlink.h; and AT&T */
	/* Those that only a language asks for. */
	WORD_APOCOPE = 512,   /* Italian po' keeps its apostrophe */
	WORD_GERESH = 1024,   /* Hebrew, with a typographic one inside */
	WORD_RAISED = 2048    /* Spanish: a raised letter or number alone */
};

/* Their names, for a complaint. */
#define WORD_RULES \
	"abbrev bigram elision emoji hyphen none number punct url" \
	WORDDICT_RULE

/* Those that join what the annex parts, or part what it joins. */
#define WORD_JOINS \
	(WORD_EXTENDS | WORD_ELISION | WORD_HYPHEN | WORD_RAISED | WORD_URL)

/* Those that join what follows a segment to it. */
#define WORD_EXTENDS \
	(WORD_ABBREV | WORD_NUMBER | WORD_APOCOPE | WORD_GERESH)

struct word_rules {
	unsigned set; /* enum word_rule, or'd */
	struct abbr abbr; /* what WORD_ABBREV knows of the language */
	bool turkic;      /* the language folds I as Turkish does */
	const struct language *language; /* of word_rules_switch */
};

/* No rules but those of the annex. */
struct word_rules word_rules_open(void);

/* The rules in "url,hyphen", added; "none": no rules.  False: not a rule. */
bool word_rules_parse(struct word_rules *, const char *names);

/*
 * Those that suit a language, "fr", added; one that is not known gets what
 * suits all.
 */
void word_rules_language(struct word_rules *, const struct language *);

/* The rules of `base`, and those of a language: another one for each text. */
void word_rules_switch(struct word_rules *, const struct word_rules *base,
    const struct language *);
void word_rules_free(struct word_rules *);

struct words {
	struct source *in;
	const struct word_rules *rules;
	uint64_t offset;    /* of the next segment, in bytes */
	unsigned char last; /* byte before that; a space at the beginning */
	bool after_word;
	struct wordlink_ahead ahead;
	bool paired;        /* WORD_BIGRAM: the next character was in a pair */
	/* WORD_DICTIONARY: of the run being read, the words still to come. */
	uint16_t lengths[WORDDICT_MOST];
	int next, cut;
};

struct segment {
	struct str text;  /* in the source's window, until the next segment */
	bool word;
	uint64_t offset;
};

/* Without rules (NULL), the annex's own. */
struct words words_in(struct source *, const struct word_rules *);

/* The next segment; false at the end of the source. */
bool word_next(struct words *, struct segment *);

/* The next segment that is a word; faster than to pass over the others. */
bool word_next_word(struct words *, struct segment *);

/* The next `n` bytes were segments that the caller cut itself. */
void words_skip(struct words *, size_t n);

/* Whether a segment ends a line: LF, or CR LF. */
static inline bool
word_is_line_end(const struct segment *s)
{
	return s->text.s[s->text.n - 1] == '\n';
}

/*
 * Whether the point at s[n], behind `n` ASCII letters, is for certain not part
 * of the word: it has a blank behind it, and the word is no abbreviation.
 * s[n + 1] can be read.
 */
bool word_point_is_apart(const struct word_rules *, const char *s, size_t n);

/*
 * Whether a character ends a clause: punctuation but hyphens, apostrophes and
 * signs that stand for words.
 */
bool word_is_clause_mark(uint32_t c);

/* The same of a segment. */
bool word_ends_clause(struct str segment);

#endif
