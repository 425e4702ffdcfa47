/* SPDX-License-Identifier: MIT */
/*
 * Inside text/sentences: a candidate is a place where a sentence may end, with
 * what stands around it, as the rules and the score see it.  It borrows the
 * bytes it points to.
 *
 *	... (the word)."  [The next ...
 *	     ^before  ^^^end ^opener
 *	              ||      ^after
 *	   terminators closers
 */
#ifndef TEXT_SENTENCES_CANDIDATE_H
#define TEXT_SENTENCES_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/sentences/sent.h"
#include "text/unicode/utf.h"

/* The class of a character, in any script. */
enum shape {
	SHAPE_END,      /* no character: the line or the view ends */
	SHAPE_BLANK,
	SHAPE_LOWER, SHAPE_UPPER, SHAPE_DIGIT,
	SHAPE_CASELESS, /* a letter of a script without case, or no character */
	SHAPE_CJK,      /* an ideograph, katakana */
	SHAPE_KANA,     /* hiragana: inflections and particles, seldom names */
	SHAPE_OPEN, SHAPE_CLOSE, SHAPE_QUOTE, /* QUOTE may be either */
	SHAPE_DASH,
	SHAPE_STOP,     /* a terminator */
	SHAPE_PAUSE,    /* comma, colon, semicolon */
	SHAPE_BULLET,
	SHAPE_SYMBOL
};

/* Which mark may end a sentence there. */
enum mark {
	MARK_CLOSER,   /* only a closing quote or bracket */
	MARK_POINT, MARK_DOTS, MARK_QUESTION, MARK_EXCLAIM,
	MARK_MIXED,    /* several terminators */
	MARK_STOP,     /* a terminator that is nothing else: danda, ... */
	MARK_WIDE,     /* one of the ideographic ones: needs no blank */
	MARK_COLON, MARK_SEMICOLON
};

enum {
	CANDIDATE_RUN = 64,  /* bytes of terminators and closers, at most */
	CANDIDATE_BACK = 96, /* bytes looked at before them */
	CANDIDATE_WORD = 64, /* bytes of a word that are looked at */
	CANDIDATE_MARKER = 16 /* bytes of a list's marker */
};

struct candidate_word {
	struct str text;           /* as it stands */
	struct str lower;          /* in lower case, in `low` */
	char low[CANDIDATE_WORD];
	uint32_t hash;             /* of `lower` */
	unsigned n;                /* characters */
	unsigned letters, digits, uppers, points, vowels;
	unsigned marks;            /* of `letters`, those that combine */
	uint32_t character;        /* the first one */
	bool roman;                /* a number, of I, V and X */
	enum shape first, second;
};

struct candidate {
	/* Given: */
	const char *view_begin;    /* no rule looks back before it */
	const char *terminators;   /* the terminators begin */
	const char *view_end;      /* no rule looks ahead behind it */
	bool begins;               /* the sentence begins at `view_begin` */
	bool wrapped;              /* a line's end is white space */
	bool titled;               /* a title's mark, 《 or 〈, is open */
	const struct abbr *abbr;
	/* Found by candidate_run: */
	const char *closers;       /* the terminators end, the closers begin */
	const char *end;           /* the closers end: the cut would be here */
	enum mark mark;
	unsigned points;           /* full stops among the terminators */
	unsigned spaced;           /* those of them that follow a blank */
	bool omits;                /* the next sentence begins with ". . ." */
	enum shape closer;         /* the first closer, SHAPE_END: none */
	/* Found by candidate_token: */
	const char *token;         /* the word before begins, openers and all */
	const char *head;          /* the sentence's first word, if in view */
	/* Found by candidate_ahead: */
	unsigned blanks;           /* after `end`: 0, 1, 2 or more */
	enum shape opener;         /* before the next word, SHAPE_END: none */
	enum shape next;           /* what follows the openers */
	uint32_t next_character;
	bool pointed;              /* a point follows the next word */
	/* Found by candidate_words: */
	bool detached;             /* a blank stands before the terminators */
	bool named;                /* the word before `before` has a capital */
	bool led;                  /* it ends with a point */
	unsigned known_led;        /* what abbr_find says of it then */
	bool counted;              /* it is a number */
	unsigned known, known_next; /* abbr_find of `before` and `after` */
	uint64_t length;           /* bytes of the sentence so far */
	struct candidate_word before, after;
};

/* ---- sentshape.c ---- */
extern const uint8_t shape_ascii[128];
enum shape shape_wide(uint32_t c);

static inline enum shape
shape_of(uint32_t c)
{
	return c < 0x80 ? (enum shape)shape_ascii[c] : shape_wide(c);
}

static inline bool
shape_is_letter(enum shape s)
{
	return s >= SHAPE_LOWER && s <= SHAPE_KANA && s != SHAPE_DIGIT;
}

/* The character before `s`, its length: utf_back, quick for ASCII. */
static inline int
back_step(const char *start, const char *s, uint32_t *c)
{
	if ((unsigned char)s[-1] >= 0x80)
		return utf_back(start, s, c);
	*c = (unsigned char)s[-1];
	return 1;
}

/* Whether it is a space, or a line's end where lines are wrapped. */
static inline bool
is_space(char c, bool wrapped)
{
	return c == ' ' || (c == '\n' && wrapped);
}

/* The character at `s` and its shape; its length, 0 and SHAPE_END at `end`. */
static inline int
shape_step(const char *s, const char *end, uint32_t *c, enum shape *shape)
{
	int n;

	*c = 0;
	*shape = SHAPE_END;
	if (s >= end)
		return 0;
	n = utf_step(s, end, c);
	*shape = shape_of(*c);
	return n;
}

static inline enum shape
shape_at(const char *s, const char *end)
{
	enum shape shape;
	uint32_t c;

	shape_step(s, end, &c, &shape);
	return shape;
}

/* ---- terminators.c ---- */

/* Finds where the terminators and closers end, and what they are. */
void candidate_run(struct candidate *);

/* Whether a sentence can end at `end` at all, by the character behind it. */
bool candidate_open(const struct candidate *);

/* ---- tail.c ---- */

/*
 * The bytes at `s` that belong to the sentence whose terminators stand before
 * them: of one mark that touches them (a note's, a reference's, a mark of
 * direction), and of all that is set apart (emoji, hashtags, references).
 */
size_t tail_mark(const struct candidate *, const char *s);
size_t tail_apart(const struct candidate *, const char *s);

/* ---- candidate.c ---- */

/* Finds where the word before the terminators begins. */
void candidate_token(struct candidate *);

/* Finds what follows: `blanks`, `opener`, `next`, and where that word is. */
void candidate_ahead(struct candidate *);

/* Examines the words around it; after candidate_token and candidate_ahead. */
void candidate_words(struct candidate *);

/* ---- rulenumber.c ---- */

/* The marker that follows this one in a list ("2)" for "1)"); false: none. */
bool list_next(struct str marker, char next[CANDIDATE_MARKER]);

/* Whether the marker numbers what follows, where a sentence begins. */
bool list_heads(struct str marker);

/* ---- korean.c ---- */

/*
 * Whether the Korean word before `s` ends a sentence without a terminator;
 * `s` is behind one of the syllables that may.
 */
bool ending(const char *start, const char *s, const char *end, bool wrapped);

/* The tildes that lengthen an ending at `s`, in bytes. */
size_t ending_tilde(const char *s, const char *end);

static inline bool
ending_syllable(uint32_t c)
{
	/* 다 오 요 줘 */
	return c == 0xB2E4 || c == 0xC624 || c == 0xC694 || c == 0xC918;
}

/* ---- sentrule.c ---- */

/*
 * What the rules say: 1 a sentence ends, -1 none does, 0 nothing; they give
 * the rule's name.  rule_ahead needs candidate_ahead; rule_words also needs
 * candidate_words.
 */
int rule_ahead(const struct candidate *, const char **rule);
int rule_words(const struct candidate *, const char **rule);

/* ---- sentscore.c ---- */

/* The slots of the features, and the sum of their weights. */
void score_slots(const struct candidate *, uint16_t slots[SENT_FEATURES]);
int score_sum(const struct sent_weights *, const struct candidate *,
    const uint16_t slots[SENT_FEATURES]);
extern const struct sent_weights score_weights;

#endif
