/* SPDX-License-Identifier: MIT */
#include "text/words/wordscan.h"

#include "base/ascii.h"
#include "text/unicode/utf.h"
#include "text/words/wordclass.h"

static size_t
bytes_of(unsigned char lead)
{
	return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool
word_look(const struct word_scan *s, size_t at, struct word_look *l)
{
	struct source *in = s->in;
	size_t place = s->start + at, need;

	if (at >= WORD_MOST - 4 || !source_has(in, place + 1))
		return false;
	need = bytes_of((unsigned char)in->at[place]);
	if (need > 1)
		source_has(in, place + need);
	l->n = (size_t)utf_step(in->at + place, in->end, &l->c);
	l->kind = charclass_of(l->c);
	l->class = charclass_word(l->kind);
	return true;
}

void
word_take(struct word_scan *s, const struct word_look *l)
{
	s->n += l->n;
	s->kinds |= word_kind(l->c, l->kind);
	if (l->c == 0xFE0F)
		s->presented = true;
}

/* Past what WB4 ignores, from `at`: is a class of `wanted` there? */
static bool
comes(const struct word_scan *s, size_t at, uint32_t wanted)
{
	struct word_look l;

	while (word_look(s, at, &l)) {
		if ((BIT(l.class) & IGNORED) == 0)
			return (BIT(l.class) & wanted) != 0;
		at += l.n;
	}
	return false;
}

/*
 * The classes that must follow `l` to make it a bridge from `before`: WB6
 * and 7, 7b and c, 11 and 12, and what our rules say of others.
 */
static uint32_t
bridge(const struct word_scan *s, enum charclass_word before,
    const struct word_look *l)
{
	uint32_t one = BIT(l->class), from = BIT(before);

	if ((from & LETTER) && (one & IN_WORD))
		return LETTER;
	if (before == WB_HEBREW_LETTER && l->class == WB_DOUBLE_QUOTE)
		return BIT(WB_HEBREW_LETTER);
	if (before == WB_NUMERIC && (one & IN_NUMBER))
		return BIT(WB_NUMERIC);
	return word_bridge(s, before, l);
}

/* WB3: CR LF is one.  After LF nothing is looked at: it may yet be typed. */
static void
take_line_end(struct word_scan *s, const struct word_look *first)
{
	struct word_look next;

	if (first->class == WB_CR && word_look(s, 1, &next) && next.class == WB_LF)
		word_take(s, &next);
}

/* ASCII letters behind a letter, in one go: most of most words. */
static void
take_letters(struct word_scan *s)
{
	const char *start = s->in->at + s->start + s->n, *end = s->in->end;
	const char *at = start;

	if (end - at > WORD_MOST - 8 - (ptrdiff_t)s->n)
		end = at + (WORD_MOST - 8 - (ptrdiff_t)s->n);
	while (at < end && ascii_is_letter(*at))
		at++;
	/* Not all that is of class ALetter is a letter; these are. */
	if (at > start)
		s->kinds |= CHARCLASS_LETTER;
	s->n += (size_t)(at - start);
}

/* All that belongs to the segment after its first code point. */
static void
take_rest(struct word_scan *s, const struct word_look *first)
{
	struct word_look l;
	/* WB4: the last that was not ignored; the last. */
	enum charclass_word before = first->class, last = before;
	bool bridged = false, half = before == WB_REGIONAL_INDICATOR;

	for (;;) {
		if (before == WB_ALETTER && last == before && !bridged)
			take_letters(s);
		if (!word_look(s, s->n, &l))
			return;
		if (BIT(l.class) & IGNORED) {
			last = l.class;
		} else if (bridged || (word_joins[before] & BIT(l.class)) ||
		    (last == WB_ZWJ && (l.kind & CHARCLASS_PICTOGRAPH)) || /* 3c */
		    (last == WB_WSEGSPACE && l.class == last)) {      /* 3d */
			before = last = l.class;
			bridged = false;
		} else if (half && l.class == WB_REGIONAL_INDICATOR) {
			half = false; /* WB15, 16: in pairs */
			last = l.class;
		} else if (comes(s, s->n + l.n, bridge(s, before, &l))) {
			if (word_elides(s, l.c)) {
				word_take(s, &l);
				return;
			}
			last = l.class;
			bridged = true;
		} else {
			return;
		}
		word_take(s, &l);
	}
}

struct word_scan
word_scan(struct source *in, const struct word_rules *rules, size_t start)
{
	struct word_scan s = {.in = in, .rules = rules, .start = start,
	    .set = rules == NULL ? 0 : rules->set};
	struct word_look l = {0};

	word_look(&s, 0, &l);
	s.first = l.c;
	word_take(&s, &l);
	/* Alone, also where marks follow: no word has either in it. */
	if (l.c == UTF_BAD || l.c == 0)
		return s;
	if (BIT(l.class) & LINE_END)
		take_line_end(&s, &l);
	else if (!((s.set & WORD_BIGRAM) && (l.kind & WORD_UNSPACED)))
		take_rest(&s, &l);
	else
		while (word_look(&s, s.n, &l) && (BIT(l.class) & IGNORED))
			word_take(&s, &l);
	return s;
}

