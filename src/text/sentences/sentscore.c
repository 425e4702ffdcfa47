/* SPDX-License-Identifier: MIT */
/*
 * The score of a place: features, each a few properties of what stands
 * around it packed into one number, hashed into a table of small weights,
 * which are added up.  Shapes (case, length, class) carry it; scripts
 * without case look like capitals after the place and like small letters
 * before it, so that it needs to know no language.
 */
#include "text/sentences/candidate.h"

#include "gen/sent.h"

const char sent_version[] = SENT_VERSION;

enum {
	SLOT_BITS = 14,
	/*
	 * A colon or semicolon must be surer than even: treebanks disagree
	 * about them, so that what was learned of one language holds least of
	 * another; and on the web they mostly part the items of a list.
	 */
	PAUSE = 40
};

static uint16_t
slot_of(unsigned feature, uint64_t value)
{
	uint64_t h = (value << 5 | feature) * 0x9E3779B97F4A7C15u;

	h ^= h >> 29;
	h *= 0xBF58476D1CE4E5B9u;
	return (uint16_t)(h >> (64 - SLOT_BITS));
}

/* Fields of a feature, a byte each. */
#define F2(a, b) ((uint64_t)(a) << 8 | (b))
#define F3(a, b, c) (F2(a, b) << 8 | (c))
#define F4(a, b, c, d) (F3(a, b, c) << 8 | (d))

/* The case of what follows. */
static unsigned
next_case(const struct candidate *p)
{
	switch (p->next) {
	case SHAPE_CASELESS: case SHAPE_CJK: case SHAPE_KANA:
		return SHAPE_UPPER;
	default:
		return p->next;
	}
}

/* That and what comes after it: "Ab", "AB", "A.", "12". */
static unsigned
next_class(const struct candidate *p)
{
	unsigned n0 = next_case(p), more = 0;

	if (n0 == SHAPE_UPPER) {
		if (p->after.n > 1 && p->after.uppers == p->after.n)
			more = 1;
		else if (p->after.n == 1)
			more = p->pointed ? 2 : 3;
		else if (p->after.second == SHAPE_DIGIT)
			more = 4;
	} else if (n0 == SHAPE_DIGIT) {
		more = p->after.n > 3 ? 3 : p->after.n;
		more |= p->pointed ? 4 : 0;
	}
	return n0 | more << 4;
}

enum { PLAIN, ONE_UPPER, ONE_LOWER, ONE_DIGIT, ONE_OTHER, TWO_DIGITS, DIGITS,
	ROMAN, ACRONYM, DOTTED };

/* What sort of abbreviation the word before could be, and what is known. */
static unsigned
before_sort(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;

	if (w->n == 1)
		return w->uppers ? ONE_UPPER : w->letters ? ONE_LOWER :
		    w->digits ? ONE_DIGIT : ONE_OTHER;
	if (w->digits == w->n)
		return w->n > 2 ? DIGITS : TWO_DIGITS;
	if (w->roman && w->n > 1)
		return ROMAN;
	if (w->points > 0)
		return w->n < 8 && w->letters < w->n &&
		    w->letters <= 2 * (w->points + 1) ? ACRONYM : DOTTED;
	return PLAIN;
}

static unsigned
before_shape(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;
	unsigned first = w->first;

	if (first == SHAPE_CASELESS || first == SHAPE_CJK ||
	    first == SHAPE_KANA)
		first = SHAPE_LOWER;
	return first | (w->second == SHAPE_UPPER) << 4 |
	    (w->vowels == 0 && w->letters == w->n) << 5;
}

static unsigned
length_class(uint64_t n)
{
	static const uint8_t below[] = {4, 12, 25, 60, 150};
	unsigned i = 0;

	while (i < sizeof below && n >= below[i])
		i++;
	return i;
}

void
score_slots(const struct candidate *p, uint16_t slots[SENT_FEATURES])
{
	const struct candidate_word *b = &p->before, *a = &p->after;
	bool several = p->closers - p->terminators > 1; /* bytes of marks */
	unsigned k = p->mark | p->detached << 4 | several << 5;
	unsigned n0 = next_case(p), n = next_class(p);
	unsigned c = p->closer, o = p->opener;
	unsigned sort = before_sort(p) | (p->known & 7) << 4;
	unsigned shape = before_shape(p);
	unsigned length = b->n < 6 ? b->n : b->n < 9 ? 6 : 7;
	unsigned ln = length_class(p->length);
	unsigned opens = (p->known_next & ABBR_OPENS) != 0;
	uint64_t word = (uint64_t)b->hash << 16, next = (uint64_t)a->hash << 16;
	int i = 0;

	slots[i++] = slot_of(0, k);
	slots[i++] = slot_of(1, F2(k, n));
	slots[i++] = slot_of(2, F4(k, n, c, o));
	slots[i++] = slot_of(3, F3(k, n, sort));
	slots[i++] = slot_of(4, F4(k, sort, shape, length));
	slots[i++] = slot_of(5, F4(k, shape, length, n0));
	slots[i++] = slot_of(6, F4(k, p->blanks, n0, c));
	slots[i++] = slot_of(7, F3(ln, k, n0));
	slots[i++] = slot_of(8, F3(sort, o, n));
	slots[i++] = slot_of(9, word | k);
	slots[i++] = slot_of(10, word | F2(k, n0));
	slots[i++] = slot_of(11, next | n0);
	slots[i++] = slot_of(12, next | sort);
	slots[i++] = slot_of(13, F4(k, opens, sort, n0));
	slots[i++] = slot_of(14, F4(k, n, c, a->n < 7 ? a->n : 7));
	slots[i++] = slot_of(15, F3(k, o, p->next) << 32 |
	    (p->next == SHAPE_CJK || p->next == SHAPE_KANA ? a->character : 0));
}

int
score_sum(const struct sent_weights *w, const struct candidate *p,
    const uint16_t slots[SENT_FEATURES])
{
	bool pause = p->mark == MARK_COLON || p->mark == MARK_SEMICOLON;
	int sum = w->bias - (pause ? PAUSE : 0);

	for (int i = 0; i < SENT_FEATURES; i++)
		sum += w->slot[slots[i]];
	return sum;
}
