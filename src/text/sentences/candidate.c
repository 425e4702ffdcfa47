/* SPDX-License-Identifier: MIT */
/*
 * The words around a place.
 */
#include "text/sentences/candidate.h"

#include <string.h>

/* Scripts that no one taught us the vowels of have some in every word. */
static bool
is_vowel(uint32_t c)
{
	static const struct { uint16_t first, last; } ranges[] = {
		{0xE0, 0xE6}, {0xE8, 0xEF}, {0xF2, 0xF6}, {0xF8, 0xFD},
		{0x101, 0x105}, {0x113, 0x11B}, {0x129, 0x131}, {0x14D, 0x153},
		{0x169, 0x173}, {0x1A1, 0x1A1}, {0x1B0, 0x1B0}, {0x3AC, 0x3AF},
		{0x3B1, 0x3B1}, {0x3B5, 0x3B5}, {0x3B7, 0x3B7}, {0x3B9, 0x3B9},
		{0x3BF, 0x3BF}, {0x3C5, 0x3C5}, {0x3C9, 0x3CE}, {0x430, 0x430},
		{0x435, 0x435}, {0x438, 0x438}, {0x43E, 0x43E}, {0x443, 0x443},
		{0x44B, 0x44B}, {0x44D, 0x451}, {0x454, 0x457}, {0x4D9, 0x4D9},
		{0x4E9, 0x4E9}, {0x4AF, 0x4B1}, {0x1EA1, 0x1EF9},
	};

	if (c < 0x80)
		return c >= 'a' && c <= 'z' && (0x1104111 >> (c - 'a') & 1);
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c <= ranges[i].last)
			return c >= ranges[i].first || c >= 0x530;
	return c != UTF_BAD;
}

/* The next character of a word in lower case, put to `low`; its bytes there. */
static size_t
lower(const char *s, int step, uint32_t *c, char *low)
{
	size_t n = abbr_fold((struct str){s, (size_t)step}, low, 4);

	utf_step(low, low + n, c);
	return n;
}

/* A number in capitals: "IV". */
static bool
is_roman(const struct place_word *w)
{
	if (w->n == 0 || w->n > 5 || w->uppers != w->n)
		return false;
	for (size_t i = 0; i < w->lower.n; i++)
		if (w->low[i] != 'i' && w->low[i] != 'v' && w->low[i] != 'x')
			return false;
	return true;
}

/* What a character adds to a word's letters, capitals, digits: a byte each. */
static const uint32_t sorts[SHAPE_SYMBOL + 1] = {
	[SHAPE_LOWER] = 1, [SHAPE_UPPER] = 0x101, [SHAPE_DIGIT] = 0x10000,
	[SHAPE_CASELESS] = 1, [SHAPE_CJK] = 1, [SHAPE_KANA] = 1,
};

static void
count_word(struct place_word *w)
{
	const char *s = w->text.s, *end = s + w->text.n;
	uint32_t c, hash = 2166136261u, of = 0;
	unsigned points = 0, vowels = 0, count = 0;
	size_t n = 0;

	place_step(s + place_step(s, end, &w->character, &w->first), end, &c,
	    &w->second);
	while (s < end && n + 4 <= sizeof w->low) {
		enum shape shape;
		int step = place_step(s, end, &c, &shape);

		points += c == '.';
		if (c < 0x80) {
			c |= shape == SHAPE_UPPER ? 0x20 : 0;
			w->low[n++] = (char)c;
		} else {
			n += lower(s, step, &c, w->low + n);
		}
		of += sorts[shape];
		count++;
		vowels += is_vowel(c);
		hash = (hash ^ c) * 16777619u;
		s += step;
	}
	w->lower = (struct str){w->low, n};
	w->n = count;
	w->points = points;
	w->vowels = vowels;
	w->hash = hash;
	w->letters = of & 0xFF;
	w->uppers = of >> 8 & 0xFF;
	w->digits = of >> 16;
	w->roman = is_roman(w);
}

/* Back from `s` to a blank, the start or the limit. */
static const char *
word_back(const struct place *p, const char *s)
{
	const char *low = s - p->start > PLACE_WORD ? s - PLACE_WORD : p->start;

	for (;;) {
		uint32_t c;
		enum shape shape;
		int n;

		while (s > low && (signed char)s[-1] >= 0 &&
		    place_ascii[(unsigned char)s[-1]] != SHAPE_BLANK)
			s--;
		if (s == low || (signed char)s[-1] >= 0)
			break;
		n = utf_back(low, s, &c);
		shape = place_shape(c);
		if (shape == SHAPE_BLANK)
			break;
		s -= n;
		if (shape == SHAPE_CJK || shape == SHAPE_KANA)
			break;
	}
	return s;
}

static const char *
skip_openers(const char *s, const char *end)
{
	while (s < end) {
		uint32_t c;
		enum shape shape;
		int n = place_step(s, end, &c, &shape);

		if (shape != SHAPE_OPEN && shape != SHAPE_QUOTE &&
		    shape != SHAPE_CLOSE && shape != SHAPE_BULLET && c != '*' &&
		    c != '_')
			break;
		s += n;
	}
	return s;
}

/* Elided articles and halves of compounds: l'art., Mag.-Ing. */
static unsigned
known_part(const struct abbr *a, struct str w)
{
	for (size_t i = w.n; i > 0; i--) {
		size_t cut = i;

		if (w.s[i - 1] != '\'' && w.s[i - 1] != '-' &&
		    !(i >= 3 && memcmp(w.s + i - 3, "\xE2\x80\x99", 3) == 0))
			continue;
		return abbr_find(a, (struct str){w.s + cut, w.n - cut});
	}
	return 0;
}

void
place_token(struct place *p)
{
	uint32_t c;
	enum shape shape;
	int n;

	p->token = word_back(p, p->s);
	p->head = p->begins ? p->start : NULL;
	if (p->begins && (n = place_step(p->start, p->s, &c, &shape)) > 0 &&
	    shape == SHAPE_BULLET) {
		p->head += n;
		if (p->head < p->s && *p->head == ' ')
			p->head++;
		if (p->token == p->start)
			p->token = p->head;
	}
}

/* Whether a number stands before the word: "4 тыс.", "1990 г.". */
static bool
number_before(const struct place *p)
{
	const char *s = p->token;

	while (s > p->start && (place_space(s[-1], p->wrapped) || s[-1] == '.'))
		s--;
	return s > p->start && s[-1] >= '0' && s[-1] <= '9';
}

/*
 * What is both a title and a unit, "г. Волгоград" and "1990 г.", is the
 * unit after a number.
 */
static unsigned
as_unit(const struct place *p)
{
	const unsigned both = ABBR_NEVER | ABBR_MAYBE;

	if ((p->known & both) != both)
		return p->known;
	return p->known & ~(unsigned)(p->counted ? ABBR_NEVER : ABBR_MAYBE);
}

/* Known as "0": an ordinal, where a language writes them with a point. */
static bool
is_short_number(const struct place_word *w)
{
	return w->n > 0 && w->n <= 2 && w->digits == w->n;
}

/* Whether the word before the one at `s` begins with a capital. */
static bool
capital_before(const struct place *p, const char *s)
{
	uint32_t c;
	enum shape shape;

	if (s == p->start || !place_space(s[-1], p->wrapped))
		return false;
	place_step(word_back(p, s - 1), s, &c, &shape);
	return shape == SHAPE_UPPER;
}

static void
look_back(struct place *p)
{
	const char *end = p->s, *s = p->token;

	p->detached = s == end && s > p->start;
	if (p->detached) {
		for (int i = 0; i < 4 && end > p->start; i++) {
			uint32_t c;
			int n = place_back(p->start, end, &c);

			if (place_shape(c) != SHAPE_BLANK)
				break;
			end -= n;
		}
		s = word_back(p, end);
	}
	p->named = capital_before(p, s);
	p->counted = number_before(p);
	s = skip_openers(s, end);
	p->before.text = (struct str){s, (size_t)(end - s)};
	count_word(&p->before);
	p->known = 0;
	if (p->abbr != NULL && p->mark == MARK_POINT) {
		p->known = abbr_find(p->abbr, is_short_number(&p->before) ?
		    STR("0") : p->before.lower);
		if (p->known == 0)
			p->known = known_part(p->abbr, p->before.lower);
		p->known = as_unit(p);
	}
}

/* Over blanks, which are counted; NULL: the line or the view ends. */
static const char *
over_blanks(const char *s, const struct place *p, unsigned *blanks)
{
	int lines = 0;

	for (*blanks = 0; s < p->end;) {
		uint32_t c;
		enum shape shape;
		int n = place_step(s, p->end, &c, &shape);

		if (shape != SHAPE_BLANK)
			return s;
		if (c == '\n' && (!p->wrapped || ++lines > 1))
			return NULL;
		if (*blanks < 2)
			++*blanks;
		s += n;
	}
	return NULL;
}

/* Letters, digits and their marks; of a script without blanks, one. */
static const char *
word_ahead(const char *s, const char *end)
{
	const char *from = s;

	while (s < end && s - from < PLACE_WORD - 4) {
		uint32_t c;
		enum shape shape;
		int n = place_step(s, end, &c, &shape);

		if (!shape_is_letter(shape) && shape != SHAPE_DIGIT &&
		    !(s > from && (c == '\'' || c == 0x2019)))
			break;
		if ((shape == SHAPE_CJK || shape == SHAPE_KANA) && s > from)
			break;
		s += n;
		if (shape == SHAPE_CJK || shape == SHAPE_KANA)
			break;
	}
	return s;
}

static const char *
over_openers(const char *s, struct place *p)
{
	p->opener = SHAPE_END;
	for (int i = 0; i < 4 && s < p->end; i++) {
		uint32_t c;
		enum shape shape;
		int n = place_step(s, p->end, &c, &shape);

		if (c == ',' && p->end - s > 1 && s[1] == ',') {
			n = 2; /* low quotes, from a typewriter */
			shape = SHAPE_QUOTE;
		}
		if (shape != SHAPE_OPEN && shape != SHAPE_QUOTE &&
		    shape != SHAPE_DASH && shape != SHAPE_BULLET && c != '*' &&
		    c != '>' && c != '`' && c != 0x2019)
			break;
		if (p->opener == SHAPE_END)
			p->opener = c == '(' || c == '[' ? SHAPE_OPEN :
			    shape == SHAPE_OPEN ? SHAPE_QUOTE : shape;
		s += n;
		if (s < p->end && *s == ' ')
			s++;
	}
	return s;
}

void
place_ahead(struct place *p)
{
	const char *s = over_blanks(p->e, p, &p->blanks), *end;
	unsigned more;

	p->next = p->opener = SHAPE_END;
	p->next_character = 0;
	p->pointed = false;
	p->after.text = (struct str){p->e, 0};
	if (s == NULL)
		return;
	s = over_blanks(over_openers(s, p), p, &more);
	if (s == NULL)
		return;
	end = word_ahead(s, p->end);
	p->after.text = (struct str){s, (size_t)(end - s)};
	place_step(s, p->end, &p->next_character, &p->next);
	p->pointed = end > s && end < p->end && *end == '.';
}

void
place_words(struct place *p)
{
	look_back(p);
	count_word(&p->after);
	p->known_next = p->abbr ? abbr_find(p->abbr, p->after.lower) : 0;
}
