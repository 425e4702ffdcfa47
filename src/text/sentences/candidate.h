/* SPDX-License-Identifier: MIT */
/*
 * Inside text/sent: a place where a sentence may end, and what stands around
 * it, as the rules and the score see it.  It borrows the bytes it points to.
 *
 *	... (the word)."  [The next ...
 *	     ^before  ^s ^core ^e ^after
 */
#ifndef TEXT_SENTENCES_CANDIDATE_H
#define TEXT_SENTENCES_CANDIDATE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/sentences/sent.h"
#include "text/unicode/utf.h"

/* What a character looks like, in any script. */
enum shape {
	SHAPE_END,      /* none: the line, or what may be seen, ends */
	SHAPE_BLANK,
	SHAPE_LOWER, SHAPE_UPPER, SHAPE_DIGIT,
	SHAPE_CASELESS, /* a letter of a script without case, or no character */
	SHAPE_CJK,      /* an ideograph, katakana */
	SHAPE_KANA,     /* hiragana: words that bind, more than names */
	SHAPE_OPEN, SHAPE_CLOSE, SHAPE_QUOTE, /* QUOTE may be either */
	SHAPE_DASH,
	SHAPE_STOP,     /* a terminator */
	SHAPE_PAUSE,    /* comma, colon, semicolon */
	SHAPE_BULLET,
	SHAPE_SYMBOL
};

/* What may end a sentence there. */
enum mark {
	MARK_CLOSER,   /* only a closing quote or bracket */
	MARK_POINT, MARK_DOTS, MARK_QUESTION, MARK_EXCLAIM,
	MARK_MIXED,    /* several terminators */
	MARK_STOP,     /* a terminator that is nothing else: danda, ... */
	MARK_WIDE,     /* one of the ideographic ones: needs no blank */
	MARK_COLON, MARK_SEMICOLON
};

enum {
	PLACE_RUN = 64,  /* bytes of terminators and closers, at most */
	PLACE_BACK = 96, /* bytes looked at before them */
	PLACE_WORD = 64, /* bytes of a word that are looked at */
	PLACE_MARKER = 16 /* bytes of a list's marker */
};

struct place_word {
	struct str text;           /* as it stands */
	struct str lower;          /* in lower case, in `low` */
	char low[PLACE_WORD];
	uint32_t hash;             /* of `lower` */
	unsigned n;                /* characters */
	unsigned letters, digits, uppers, points, vowels;
	uint32_t character;        /* the first one */
	bool roman;                /* a number, of I, V and X */
	enum shape first, second;
};

struct place {
	/* Given: */
	const char *start;         /* looking back ends there */
	const char *s;             /* the terminators begin */
	const char *end;           /* looking ahead ends there */
	bool begins;               /* `start` is where the sentence begins */
	bool wrapped;
	const struct abbr *abbr;
	/* Found by place_run: */
	const char *core, *e;      /* the closers begin, and end */
	enum mark mark;
	unsigned points, spaced;   /* full stops; those after a blank */
	bool omits;                /* ". . ." follows, of the next sentence */
	enum shape closer;         /* the first one, SHAPE_END: none */
	/* Found by place_token: */
	const char *token;         /* the word before begins, openers and all */
	const char *head;          /* the sentence's first word, if seen */
	/* Found by place_ahead: */
	unsigned blanks;           /* after it: 0, 1, 2 or more */
	enum shape opener;         /* before the next word, SHAPE_END: none */
	enum shape next;           /* what follows, openers aside */
	uint32_t next_character;
	bool pointed;              /* a point follows the next word */
	/* Found by place_words: */
	bool detached;             /* a blank stands before the terminators */
	bool named;                /* the word before that has a capital */
	bool counted;              /* it is a number */
	unsigned known, known_next; /* abbr_find of the words */
	uint64_t length;           /* bytes of the sentence so far */
	struct place_word before, after;
};

/* sentshape.c */
extern const uint8_t place_ascii[128];
enum shape place_wide(uint32_t c);

static inline enum shape
place_shape(uint32_t c)
{
	return c < 0x80 ? (enum shape)place_ascii[c] : place_wide(c);
}

static inline bool
shape_is_letter(enum shape s)
{
	return s >= SHAPE_LOWER && s <= SHAPE_KANA && s != SHAPE_DIGIT;
}

/* utf_back, quick for ASCII. */
static inline int
place_back(const char *start, const char *s, uint32_t *c)
{
	if ((unsigned char)s[-1] >= 0x80)
		return utf_back(start, s, c);
	*c = (unsigned char)s[-1];
	return 1;
}

/* A space, or where lines are wrapped what becomes one. */
static inline bool
place_space(char c, bool wrapped)
{
	return c == ' ' || (c == '\n' && wrapped);
}

/* A step that gives a shape; SHAPE_END at the end. */
static inline int
place_step(const char *s, const char *end, uint32_t *c, enum shape *shape)
{
	int n;

	*c = 0;
	*shape = SHAPE_END;
	if (s >= end)
		return 0;
	n = utf_step(s, end, c);
	*shape = place_shape(*c);
	return n;
}

/* sentrun.c: where the run that begins at `s` ends, and what it is. */
void place_run(struct place *);

/* Whether a sentence can end at `e` at all, by what comes next to it. */
bool place_open(const struct place *);

/* sentplace.c: where the word before the run begins. */
void place_token(struct place *);

/* What comes next: `opener`, `blanks`, `next`, and where that word stands. */
void place_ahead(struct place *);

/* The words around it; after place_token and place_ahead. */
void place_words(struct place *);

/*
 * sentlist.c: the marker after this one ("2)" for "1)"); false: it is none.
 * And whether it numbers what follows, at a sentence's beginning.
 */
bool list_next(struct str marker, char next[PLACE_MARKER]);
bool list_heads(struct str marker);

/*
 * sentending.c: whether the word before `s`, in Korean, ends a sentence by
 * itself; `s` is behind one of the syllables that may.
 */
bool ending(const char *start, const char *s, const char *end, bool wrapped);

static inline bool
ending_syllable(uint32_t c)
{
	return c == 0xB2E4 || c == 0xC694; /* 다, 요 */
}

/*
 * sentrule.c: 1 an end, -1 none, 0 the rules do not say; names the rule.
 * After place_ahead, and after place_words.
 */
int rule_ahead(const struct place *, const char **rule);
int rule_words(const struct place *, const char **rule);

/* sentscore.c: the features' slots, and the sum of their weights. */
void score_slots(const struct place *, uint16_t slots[SENT_FEATURES]);
int score_sum(const struct sent_weights *, const struct place *,
    const uint16_t slots[SENT_FEATURES]);
extern const struct sent_weights score_weights;

#endif
