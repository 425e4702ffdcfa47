/* SPDX-License-Identifier: MIT */
/*
 * Rules that look at marks only: the terminators, what closes behind them,
 * and the character that follows.
 */
#include "text/sentences/sentrule.h"

enum {
	LABEL = 3,   /* bytes of a number in brackets, "(12" */
	SPEECH = 8,  /* characters between a quotation and its verb */
	TITLE = 24   /* characters of a title that are looked at */
};

/* "[...]", "(…)": the dots stand for words left out. */
int
omission(const struct candidate *p)
{
	char before, behind;

	if (p->mark != MARK_DOTS || p->terminators == p->view_begin ||
	    p->end == p->closers)
		return UNKNOWN;
	before = p->terminators[-1];
	behind = *p->closers;
	return (before == '[' && behind == ']') ||
	    (before == '(' && behind == ')') ? NONE : UNKNOWN;
}

/*
 * Spaced points, as American typesetting has them: three are an omission
 * inside a sentence, four are one behind its end.  Where the first of four
 * is set tight it is the full stop, and candidate_run took it alone.
 */
int
spaced(const struct candidate *p)
{
	if (p->omits)
		return END;
	if (p->spaced < 2)
		return UNKNOWN;
	return p->points > 3 ? END : NONE;
}

/* Quotation marks at most: what follows them is no sentence. */
int
nothing_follows(const struct candidate *p)
{
	return p->next == SHAPE_END ? NONE : UNKNOWN;
}

/* `"he said" .`, `"who?" .`: a stop that stands apart ends what is before it. */
int
stop_follows(const struct candidate *p)
{
	enum shape behind;

	if (p->mark == MARK_POINT || p->next != SHAPE_STOP ||
	    p->next_character >= 0x80 ||
	    (p->opener != SHAPE_END && p->opener != SHAPE_QUOTE))
		return UNKNOWN;
	behind = shape_at(p->after.text.s + 1, p->view_end);
	return behind == SHAPE_BLANK || behind == SHAPE_END ? NONE : UNKNOWN;
}

/*
 * A comma, a colon, a closing bracket, "№": the sentence is not over.  Nor is
 * it where a quotation closes behind its comma: who says it follows.
 */
int
pause(const struct candidate *p)
{
	if (p->mark == MARK_CLOSER && last_character(p) == ',')
		return NONE;
	if (p->opener == SHAPE_END && (p->next == SHAPE_PAUSE ||
	    p->next == SHAPE_CLOSE || p->next_character == 0x2116))
		return NONE;
	return UNKNOWN;
}

/* A small letter goes on after an ellipsis, or after a quotation's end. */
int
goes_on(const struct candidate *p)
{
	if (p->next != SHAPE_LOWER ||
	    (p->opener != SHAPE_END && p->opener != SHAPE_DASH))
		return UNKNOWN;
	if (p->opener == SHAPE_DASH && p->mark != MARK_CLOSER &&
	    p->mark != MARK_POINT)
		return NONE;
	if (p->mark == MARK_DOTS || p->mark == MARK_COLON ||
	    p->mark == MARK_SEMICOLON || p->mark == MARK_CLOSER ||
	    p->closer != SHAPE_END)
		return NONE;
	return UNKNOWN;
}

/* Where the pair that closes at `s` opens, in view; NULL: nowhere. */
static const char *
pair_begins(const struct candidate *p, const char *s)
{
	char close = *s, open = close == ')' ? '(' : close == ']' ? '[' : close;
	int depth = 1;

	while (s > p->view_begin && depth > 0) {
		s--;
		if (*s == open)
			depth--;
		else if (*s == close)
			depth++;
	}
	return depth == 0 ? s : NULL;
}

/* Whether a letter or digit stands before `s`, and blanks between. */
static bool
word_before(const struct candidate *p, const char *s)
{
	enum shape shape;
	uint32_t c;

	if (s == p->view_begin || !is_space(s[-1], p->wrapped))
		return false;
	while (s > p->view_begin && is_space(s[-1], p->wrapped))
		s--;
	if (s == p->view_begin)
		return false;
	back_step(p->view_begin, s, &c);
	shape = shape_of(c);
	return shape_is_letter(shape) || shape == SHAPE_DIGIT;
}

/* "1", "12": what numbers the items of a list. */
static bool
is_number(const struct candidate_word *w)
{
	return w->digits == w->n && w->n > 0 && w->n < 3;
}

/*
 * "the group (1971) BAK languages", `the band "Ash" Tim left`: a pair that
 * opens behind a word, inside a sentence, and holds no terminator does not
 * end it; nor does the mark of inches in `a 24" screen`, nor a list's number,
 * as in "we need 1) Time".  A pair where the
 * sentence begins, "(Reuters) The", does before a word that opens one.  All
 * others are the score's, and so is a word that opens behind a pair.
 */
int
aside(const struct candidate *p)
{
	bool opening = p->known_next & ABBR_OPENS && p->after.n > 1;
	const char *s;

	if (p->mark != MARK_CLOSER || p->end != p->closers + 1 ||
	    (*p->closers != ')' && *p->closers != ']' && *p->closers != '"'))
		return UNKNOWN;
	s = pair_begins(p, p->closers);
	if (s == NULL)
		return (*p->closers == '"' && p->before.digits > 0) ||
		    (*p->closers == ')' && is_number(&p->before)) ? NONE :
		    UNKNOWN;
	if (s == p->view_begin && p->begins && p->closers - s > LABEL)
		return opening && p->next == SHAPE_UPPER ? END : UNKNOWN;
	return !opening && word_before(p, s) ? NONE : UNKNOWN;
}

/* The terminators that mean nothing else, where no quotation just closed. */
int
terminator(const struct candidate *p)
{
	if ((p->mark == MARK_WIDE || p->mark == MARK_STOP) &&
	    p->closer == SHAPE_END)
		return END;
	return UNKNOWN;
}

/*
 * Armenian ends its sentences with a colon-like sign, which most keyboards
 * write as a colon; its point is a pause.  Greek asks with what looks like a
 * semicolon.
 */
int
script(const struct candidate *p)
{
	uint32_t c = last_character(p);

	if (c >= 0x531 && c <= 0x589) {
		if (p->mark == MARK_COLON)
			return END;
		if ((p->mark == MARK_POINT && p->next == SHAPE_LOWER) ||
		    (p->mark == MARK_DOTS && p->blanks == 0))
			return NONE;
	}
	if (p->mark == MARK_SEMICOLON && ((c >= 0x370 && c <= 0x3FF) ||
	    (c >= 0x1F00 && c <= 0x1FFF)))
		return END;
	return UNKNOWN;
}

/*
 * ---- East and Southeast Asia: marks that need no blank behind them, words
 * without case ----
 */

static bool
is_ideographic(enum shape s)
{
	return s == SHAPE_CJK || s == SHAPE_KANA;
}

static bool
opens_title(uint32_t c)
{
	return c == 0x300A || c == 0x3008; /* 《 〈 */
}

static bool
closes_title(uint32_t c)
{
	return c == 0x300B || c == 0x3009; /* 》 〉 */
}

/* Whether the title's marks close, a title's length ahead in the line. */
static bool
title_closes(const struct candidate *p)
{
	const char *s = p->closers;
	enum shape shape;
	uint32_t c;
	int n;

	for (int i = 0; i < TITLE; i++, s += n) {
		n = shape_step(s, p->view_end, &c, &shape);
		if (n == 0 || opens_title(c) || (c == '\n' && !p->wrapped))
			return false;
		if (closes_title(c))
			return true;
	}
	return false;
}

/*
 * "《来吧！孩子》好吗": what ends inside a title's marks, or with them before
 * more words, is a title and no sentence.
 */
int
book_title(const struct candidate *p)
{
	if (!p->titled || p->mark == MARK_CLOSER || p->blanks > 0 ||
	    !(is_ideographic(p->next) || p->next == SHAPE_CASELESS))
		return UNKNOWN;
	return title_closes(p) ? NONE : UNKNOWN;
}

/* 说 說 道 问 問 喊 叫 答 */
static bool
is_speech_verb(uint32_t c)
{
	static const uint16_t verbs[] = {
		0x53EB, 0x558A, 0x554F, 0x7B54, 0x8AAA, 0x8BF4, 0x9053, 0x95EE
	};

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (c == verbs[i])
			return true;
	return false;
}

/*
 * "“你好吗？”他问。": who says it follows the quotation at once, and a verb of
 * saying stands before the next mark.
 */
int
speech_tag(const struct candidate *p)
{
	const char *s = p->end;
	bool verb = false;
	enum shape shape;
	uint32_t c;

	if (p->closer != SHAPE_QUOTE || p->mark == MARK_CLOSER ||
	    p->blanks > 0 || p->opener != SHAPE_END || p->next != SHAPE_CJK)
		return UNKNOWN;
	for (int i = 0; i <= SPEECH; i++) {
		s += shape_step(s, p->view_end, &c, &shape);
		if (!is_ideographic(shape))
			break;
		verb = i > 0 && is_speech_verb(c);
	}
	return verb && (shape == SHAPE_STOP || shape == SHAPE_PAUSE) ? NONE :
	    UNKNOWN;
}

/*
 * 「...。」と, the particles that tie a quotation to what is said of it.
 * They may begin a word as well, but seldom one behind a closing bracket.
 */
int
particle(const struct candidate *p)
{
	static const uint16_t particles[] = {
		0x304C, 0x3063, 0x3068, 0x306A, 0x306B, 0x306E, 0x306F, 0x3092
	};

	if (p->closer == SHAPE_END || p->opener != SHAPE_END || p->blanks > 0)
		return UNKNOWN;
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (p->next_character == particles[i])
			return NONE;
	return UNKNOWN;
}

/* The Khmer "។ល។", "and so on": its first mark is a part of it. */
int
and_so_on(const struct candidate *p)
{
	enum { KHAN = 0x17D4, LO = 0x179B };
	enum shape shape;
	uint32_t c;

	if (p->mark != MARK_STOP || p->next_character != LO || p->blanks > 1)
		return UNKNOWN;
	utf_step(p->terminators, p->view_end, &c);
	if (c != KHAN)
		return UNKNOWN;
	utf_step(p->after.text.s, p->view_end, &c);
	shape_step(p->after.text.s + 3, p->view_end, &c, &shape);
	return c == KHAN ? NONE : UNKNOWN;
}
