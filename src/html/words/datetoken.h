/* SPDX-License-Identifier: MIT */
/*
 * A text cut into what dates are made of: numbers, words, of which some name a
 * month, and signs.  Inside html/words.
 */
#ifndef HTML_WORDS_DATETOKEN_H
#define HTML_WORDS_DATETOKEN_H

#include "html/words/pagedate.h"

enum { TOKENS = 160 };

/* A piece of a text: a number, a word, or one other character. */
struct token {
	enum { NUMBER, WORD, SIGN } kind;
	long value;      /* of a number; the character of a sign */
	int digits;
	size_t at, n;
	bool spaced;     /* white space stands before it */
};

struct tokens {
	struct str text;
	const struct pagedate_how *how;
	struct token at[TOKENS];
	int n;
};

/* The tokens of `t->text` from the byte `from` on, as many as there is room. */
void tokens_read(struct tokens *t, size_t from);

/* The month that a folded word names, 1 to 12; 0: none; -1: one of two. */
int token_month_of(struct str word, const struct pagedate_how *);

/* The i-th token; a sign that is nothing, where there are not so many. */
const struct token *token_get(const struct tokens *, int i);
long token_value(const struct tokens *, int i);

/* A number of `least` to `most` digits; one of some signs, or of some words,
 * with a space between them; either of two characters. */
bool token_is_number(const struct tokens *, int i, int least, int most);
bool token_is_sign(const struct tokens *, int i, const char *signs);
bool token_is_word(const struct tokens *, int i, const char *words);
bool token_is_cjk(const struct tokens *, int i, long a, long b);
bool token_is_month(const struct tokens *, int i);

/* The month that a token names; 0: none; -1: one of two. */
int token_month(const struct tokens *, int i);

/* A year of four digits, or of two; its value. */
bool token_is_year(const struct tokens *, int i);
long token_year(const struct tokens *, int i);

#endif
