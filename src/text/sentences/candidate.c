/* SPDX-License-Identifier: MIT */
/*
 * The words around a place.
 */
#include "text/sentences/candidate.h"

#include <string.h>

#include "text/unicode/charclass.h"

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
is_roman(const struct candidate_word *w)
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
count_word(struct candidate_word *w)
{
	const char *s = w->text.s, *end = s + w->text.n;
	uint32_t c, hash = 2166136261u, of = 0;
	unsigned points = 0, vowels = 0, count = 0, marks = 0;
	size_t n = 0;

	shape_step(s + shape_step(s, end, &w->character, &w->first), end, &c,
	    &w->second);
	while (s < end && n + 4 <= sizeof w->low) {
		enum shape shape;
		int step = shape_step(s, end, &c, &shape);

		points += c == '.';
		if (c < 0x80) {
			c |= shape == SHAPE_UPPER ? 0x20 : 0;
			w->low[n++] = (char)c;
		} else {
			n += lower(s, step, &c, w->low + n);
			marks += (charclass_of(c) & CHARCLASS_MARK) != 0;
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
	w->marks = marks;
	w->hash = hash;
	w->letters = of & 0xFF;
	w->uppers = of >> 8 & 0xFF;
	w->digits = of >> 16;
	w->roman = is_roman(w);
}

/* Back from `s` to a blank, the start or the limit. */
static const char *
word_back(const struct candidate *p, const char *s)
{
	const char *low = s - p->view_begin > CANDIDATE_WORD ?
	    s - CANDIDATE_WORD : p->view_begin;

	for (;;) {
		uint32_t c;
		enum shape shape;
		int n;

		while (s > low && (signed char)s[-1] >= 0 &&
		    shape_ascii[(unsigned char)s[-1]] != SHAPE_BLANK)
			s--;
		if (s == low || (signed char)s[-1] >= 0)
			break;
		n = utf_back(low, s, &c);
		shape = shape_of(c);
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
		int n = shape_step(s, end, &c, &shape);

		if (shape != SHAPE_OPEN && shape != SHAPE_QUOTE &&
		    shape != SHAPE_CLOSE && shape != SHAPE_BULLET && c != '*' &&
		    c != '_')
			break;
		s += n;
	}
	return s;
}

/*
 * Elided articles and halves of compounds: l'art., Mag.-Ing.; and the last
 * three letters of one written together, which the list has as "-str".
 */
static unsigned
known_part(const struct abbr *a, struct str w)
{
	char half[4] = "-";

	for (size_t i = w.n; i > 0; i--) {
		size_t cut = i;

		if (w.s[i - 1] != '\'' && w.s[i - 1] != '-' &&
		    !(i >= 3 && memcmp(w.s + i - 3, "\xE2\x80\x99", 3) == 0))
			continue;
		if (w.n - cut < 2)
			return 0; /* "McDonald's" */
		return abbr_find(a, (struct str){w.s + cut, w.n - cut});
	}
	if (a->endings == 0 || w.n < 5)
		return 0;
	memcpy(half + 1, w.s + w.n - 3, 3);
	return abbr_find(a, (struct str){half, sizeof half});
}

void
candidate_token(struct candidate *p)
{
	uint32_t c;
	enum shape shape;
	int n;

	p->token = word_back(p, p->terminators);
	p->head = p->begins ? p->view_begin : NULL;
	if (!p->begins)
		return;
	n = shape_step(p->view_begin, p->terminators, &c, &shape);
	if (n > 0 && shape == SHAPE_BULLET) {
		p->head += n;
		if (p->head < p->terminators && *p->head == ' ')
			p->head++;
		if (p->token == p->view_begin)
			p->token = p->head;
	}
}

/* Whether a number stands before the word: "4 тыс.", "1990 г.". */
static bool
number_before(const struct candidate *p)
{
	const char *s = p->token;

	while (s > p->view_begin && (is_space(s[-1], p->wrapped) || s[-1] == '.'))
		s--;
	return s > p->view_begin && s[-1] >= '0' && s[-1] <= '9';
}

/*
 * What is both a title and a unit, "г. Волгоград" and "1990 г.", is the
 * unit after a number.
 */
static unsigned
as_unit(const struct candidate *p)
{
	const unsigned both = ABBR_NEVER | ABBR_MAYBE;

	/* A capital by itself is an initial, whatever it may be short for. */
	if (p->before.n == 1 && p->before.uppers == 1)
		return p->known & ~(unsigned)ABBR_MAYBE;
	if ((p->known & both) != both)
		return p->known;
	return p->known & ~(unsigned)(p->counted ? ABBR_NEVER : ABBR_MAYBE);
}

/* Known as "0": an ordinal, where a language writes them with a point. */
static bool
is_short_number(const struct candidate_word *w)
{
	return w->n > 0 && w->n <= 2 && w->digits == w->n;
}

/*
 * The word before the one at `s`: whether it begins with a capital, and
 * whether it ends with a point, and what is known of it then.
 */
static void
look_further_back(struct candidate *p, const char *s)
{
	char low[CANDIDATE_WORD];
	struct str word;
	uint32_t c;
	enum shape shape;

	p->named = p->led = false;
	p->known_led = 0;
	if (s == p->view_begin || !is_space(s[-1], p->wrapped))
		return;
	word.s = word_back(p, s - 1);
	shape_step(word.s, s, &c, &shape);
	p->named = shape == SHAPE_UPPER;
	p->led = s - word.s > 2 && s[-2] == '.';
	if (!p->led || p->abbr == NULL)
		return;
	word.n = (size_t)(s - 2 - word.s);
	p->known_led = abbr_find(p->abbr, (struct str){low,
	    abbr_fold(word, low, sizeof low)});
}

/* A letter, its point and a space before `s`: where that letter is, or NULL. */
static const char *
letter_before(const struct candidate *p, const char *s)
{
	const char *letter;
	uint32_t c;

	if (s - p->view_begin < 3 || !is_space(s[-1], p->wrapped) ||
	    s[-2] != '.')
		return NULL;
	letter = word_back(p, s - 2);
	return letter + utf_step(letter, s, &c) == s - 2 ? letter : NULL;
}

/* "u. a.", "i. V. m.": what the list says of them without the spaces. */
static unsigned
known_letters(const struct candidate *p)
{
	char joined[CANDIDATE_WORD], low[CANDIDATE_WORD];
	const char *s = p->before.text.s;
	unsigned known = 0;

	for (int i = 0; i < 3 && (s = letter_before(p, s)) != NULL; i++) {
		size_t n = 0;
		unsigned more;

		for (const char *at = s; at < p->terminators; at++)
			if (!is_space(*at, p->wrapped) && n < sizeof joined)
				joined[n++] = *at;
		more = abbr_find(p->abbr, (struct str){low,
		    abbr_fold((struct str){joined, n}, low, sizeof low)});
		known = more != 0 ? more : known;
	}
	return known;
}

/* What the list of abbreviations says of the word before the terminators. */
static unsigned
known_before(const struct candidate *p)
{
	const struct candidate_word *w = &p->before;
	char name[CANDIDATE_WORD + 1];
	unsigned known;

	if (p->mark == MARK_EXCLAIM && w->lower.n < CANDIDATE_WORD) {
		/* "yahoo!" */
		memcpy(name, w->low, w->lower.n);
		name[w->lower.n] = '!';
		return abbr_find(p->abbr, (struct str){name, w->lower.n + 1});
	}
	if (p->mark != MARK_POINT)
		return 0;
	known = abbr_find(p->abbr, is_short_number(w) ? STR("0") : w->lower);
	if (p->led && w->n == 1)
		known |= known_letters(p);
	return known != 0 ? known : known_part(p->abbr, w->lower);
}

static void
look_back(struct candidate *p)
{
	const char *end = p->terminators, *s = p->token;

	p->detached = s == end && s > p->view_begin;
	if (p->detached) {
		for (int i = 0; i < 4 && end > p->view_begin; i++) {
			uint32_t c;
			int n = back_step(p->view_begin, end, &c);

			if (shape_of(c) != SHAPE_BLANK)
				break;
			end -= n;
		}
		s = word_back(p, end);
	}
	look_further_back(p, s);
	p->counted = number_before(p);
	s = skip_openers(s, end);
	p->before.text = (struct str){s, (size_t)(end - s)};
	count_word(&p->before);
	p->known = p->abbr != NULL ? known_before(p) : 0;
	p->known = as_unit(p);
}

/* Over blanks, which are counted; NULL: the line or the view ends. */
static const char *
over_blanks(const char *s, const struct candidate *p, unsigned *blanks)
{
	int lines = 0;

	for (*blanks = 0; s < p->view_end;) {
		uint32_t c;
		enum shape shape;
		int n = shape_step(s, p->view_end, &c, &shape);

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

	while (s < end && s - from < CANDIDATE_WORD - 4) {
		uint32_t c;
		enum shape shape;
		int n = shape_step(s, end, &c, &shape);

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
over_openers(const char *s, struct candidate *p)
{
	p->opener = SHAPE_END;
	for (int i = 0; i < 4 && s < p->view_end; i++) {
		uint32_t c;
		enum shape shape;
		int n = shape_step(s, p->view_end, &c, &shape);

		if (c == ',' && p->view_end - s > 1 && s[1] == ',') {
			n = 2; /* low quotes, from a typewriter */
			shape = SHAPE_QUOTE;
		}
		if (shape != SHAPE_OPEN && shape != SHAPE_QUOTE &&
		    shape != SHAPE_DASH && shape != SHAPE_BULLET && c != '*' &&
		    c != '>' && c != '`' && c != 0x2019 &&
		    (c != 0x201D || p->blanks == 0))
			break;
		if (p->opener == SHAPE_END)
			p->opener = c == '(' || c == '[' ? SHAPE_OPEN :
			    shape == SHAPE_OPEN ? SHAPE_QUOTE : shape;
		s += n;
		if (s < p->view_end && *s == ' ')
			s++;
	}
	return s;
}

void
candidate_ahead(struct candidate *p)
{
	const char *s = over_blanks(p->end, p, &p->blanks), *end;
	unsigned more;

	p->next = p->opener = SHAPE_END;
	p->next_character = 0;
	p->pointed = false;
	p->after.text = (struct str){p->end, 0};
	if (s == NULL)
		return;
	s = over_blanks(over_openers(s, p), p, &more);
	if (s == NULL)
		return;
	end = word_ahead(s, p->view_end);
	p->after.text = (struct str){s, (size_t)(end - s)};
	shape_step(s, p->view_end, &p->next_character, &p->next);
	p->pointed = end > s && end < p->view_end && *end == '.';
}

/* What the list says of the next word; of "it's", what it says of "it". */
static unsigned
known_ahead(const struct abbr *a, struct str w)
{
	unsigned known = abbr_find(a, w);

	for (size_t i = 1; known == 0 && i < w.n; i++)
		if (w.s[i] == '\'' || (w.n - i > 3 &&
		    memcmp(w.s + i, "\xE2\x80\x99", 3) == 0))
			return abbr_find(a, (struct str){w.s, i}) & ABBR_OPENS;
	return known;
}

void
candidate_words(struct candidate *p)
{
	look_back(p);
	count_word(&p->after);
	p->known_next = p->abbr ? known_ahead(p->abbr, p->after.lower) : 0;
}
