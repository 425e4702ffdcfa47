/* SPDX-License-Identifier: MIT */
#include "text/score/prose.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/score/forest.h"
#include "text/unicode/charclass.h"
#include "text/score/phrase.h"
#include "text/unicode/utf.h"

struct reader {
	struct prose p;
	struct prose_words *words;
	uint32_t word, before, before2; /* hashes of this word, the last two */
	uint32_t run;  /* words since the last comma or end of a sentence */
	bool in_word, end_due;
};

enum { OPENING = 4 }; /* words in which a phrase opens a text */

/* Enough for the scripts whose stock phrases we have. */
static uint32_t
to_lower(uint32_t c)
{
	if (c < 0x80)
		return c - 'A' < 26u ? c + 32 : c;
	if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
	    (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		return c + 32;
	if (c >= 0x400 && c <= 0x40F)
		return c + 80;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
		return c | 1;
	if (c >= 0x139 && c <= 0x148)
		return c + (c & 1);
	return c;
}

static void
look_up(struct reader *r)
{
	struct prose *p = &r->p;
	uint32_t found = phrase_find(r->word), pair, hits;

	p->stops += found & 1;
	pair = prose_join(r->before, r->word);
	hits = found | phrase_find(pair) |
	    phrase_find(prose_join(prose_join(r->before2, r->before), r->word));
	hits &= ~1u;
	p->hits |= hits;
	if (p->words <= OPENING)
		p->opening |= hits;
}

static void
end_word(struct reader *r)
{
	struct prose_words *w = r->words;

	r->in_word = false;
	if (w->n == w->cap) {
		w->cap = w->cap + w->cap / 2 + 256;
		w->word = mem_resize(w->word, w->cap, sizeof *w->word);
	}
	w->word[w->n++] = r->word;
	r->p.words++;
	r->run++;
	look_up(r);
	r->before2 = r->before;
	r->before = r->word;
}

static void
begin_word(struct reader *r, bool number, bool upper)
{
	r->in_word = true;
	r->word = 0;
	r->p.numbers += number;
	r->p.capitals += upper;
}

static void
end_clause(struct reader *r)
{
	if (r->run > r->p.longest)
		r->p.longest = r->run;
	r->run = 0;
}

static bool
is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 ||
	    c == 0x201D || c == 0xBB || c == 0x300D || c == 0x300F ||
	    c == 0xFF09 || c == 0x203A;
}

static bool
is_end(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 ||
	    (c > 0x80 && c < 0x110000 && charclass_sentence(charclass_of(c)) == SB_STERM);
}

static bool
is_mark(uint32_t c)
{
	return c == '|' || c == 0x2022 || c == 0xBB || c == 0xB7 ||
	    c == 0x203A || c == '>' || c == 0x2192 || c == 0x25BA || c == 0xAB;
}

static void
punctuation(struct reader *r, uint32_t c)
{
	struct prose *p = &r->p;

	if (is_end(c)) {
		r->end_due = true;
		if (c >= 0x3000) { /* no space follows a full-width one */
			p->ends++;
			r->end_due = false;
		}
		end_clause(r);
	} else if (!is_closer(c)) {
		r->end_due = false;
	}
	if (c == ',' || c == ';' || c == 0xFF0C || c == 0x3001 || c == 0x60C) {
		p->commas++;
		end_clause(r);
	}
	p->marks += is_mark(c);
}

static void
space(struct reader *r, uint32_t c)
{
	r->p.ends += r->end_due;
	r->end_due = false;
	r->p.lines += c == '\n';
}

/* A letter, a number or a mark. */
static void
letter(struct reader *r, uint32_t c, charclass k)
{
	struct prose *p = &r->p;
	uint32_t low = to_lower(c);
	bool digit = k & CHARCLASS_NUMBER, upper = low != c;

	p->letters += !digit;
	p->digits += digit;
	p->upper += upper;
	r->end_due = false;
	if (k & (CHARCLASS_CJK | CHARCLASS_UNSPACED)) {
		if (r->in_word)
			end_word(r);
		begin_word(r, false, false);
		r->word = prose_hash(0, c);
		end_word(r);
		p->wide++;
		return;
	}
	if (!r->in_word)
		begin_word(r, digit, upper);
	r->word = prose_hash(r->word, low);
}

static void
step(struct reader *r, uint32_t c)
{
	charclass k = c < 0x110000 ? charclass_of(c) : 0;

	if (k & (CHARCLASS_LETTER | CHARCLASS_NUMBER | CHARCLASS_MARK)) {
		letter(r, c, k);
	} else {
		if (r->in_word)
			end_word(r);
		if (c == ' ' || c == '\n' || c == '\t' || c == 0xA0 ||
		    c == 0x3000) {
			space(r, c);
			return;
		}
		punctuation(r, c);
	}
	if (r->p.chars++ == 0)
		r->p.first = c;
	if (!is_closer(c))
		r->p.last = c;
}

struct prose
prose_measure(struct str text, struct prose_words *words)
{
	struct reader r = {.words = words};
	const char *s = text.s, *end = text.s + text.n;

	while (s < end) {
		uint32_t c;

		s += utf_step(s, end, &c);
		step(&r, c);
	}
	if (r.in_word)
		end_word(&r);
	space(&r, 0);
	end_clause(&r);
	return r.p;
}

bool
prose_ends(const struct prose *p)
{
	return is_end(p->last);
}

void
prose_words_free(struct prose_words *w)
{
	free(w->word);
	*w = (struct prose_words){0};
}

uint8_t *
prose_put_letters(const struct prose *p, uint8_t *f)
{
	*f++ = forest_least(p->words ? 10 * p->letters / p->words : 0);
	*f++ = forest_part(p->upper, p->letters);
	*f++ = forest_part(p->digits, p->chars);
	*f++ = forest_least(p->ends);
	*f++ = prose_ends(p);
	return f;
}

uint8_t *
prose_put_words(const struct prose *p, uint8_t *f)
{
	*f++ = forest_size(p->commas);
	*f++ = forest_part(8 * p->commas, p->words);
	*f++ = forest_part(p->stops, p->words);
	*f++ = forest_part(p->wide, p->words);
	*f++ = forest_least(p->marks);
	*f++ = forest_part(p->capitals, p->words);
	*f++ = forest_part(p->numbers, p->words);
	*f++ = forest_size(p->longest);
	return f;
}

uint8_t *
prose_put_phrases(const struct prose *p, uint8_t *f)
{
	for (int k = 1; k < PHRASE_TRAINED; k++)
		*f++ = (uint8_t)((p->hits >> k & 1) + (p->opening >> k & 1));
	return f;
}
