/* SPDX-License-Identifier: MIT */
#include "text/extract/textfeature.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/mem.h"
#include "text/extract/textfeaturerow.h"

enum {
	APART = 4,   /* rows between two groups */
	HEADING = 12 /* words */
};

static uint8_t
layout_code(const struct paragraph *p)
{
	unsigned indent = p->indent < 2 ? 0 : p->indent < 5 ? 1 : 2;

	return (uint8_t)(3 * p->mark + indent);
}

/* ---- what each row stands in ---- */

/* Rows of one sign look alike: their layout, size and end are the same. */
static uint16_t
sign_of(const struct paragraph *p)
{
	unsigned size = 0;

	while (p->size >> size > 1 && size < 7)
		size++;
	return (uint16_t)(((layout_code(p) * 8u + size) * 2u +
	    prose_ends(&p->prose)) * 2u + (p->blanks > 0));
}

static uint32_t
calls_of(const struct paragraph *p)
{
	const uint32_t calls = 1u << PHRASE_COOKIE | 1u << PHRASE_LEGAL |
	    1u << PHRASE_SUBSCRIBE | 1u << PHRASE_SHARE | 1u << PHRASE_RELATED |
	    1u << PHRASE_AD | 1u << PHRASE_WIDGET | 1u << PHRASE_MORE |
	    1u << PHRASE_SHOP | 1u << PHRASE_LOGIN;

	return p->prose.hits & calls;
}

static struct textfeature_sum
sum_add(struct textfeature_sum s, const struct textfeatures *t, size_t i)
{
	const struct paragraph *p = passage_of(t, i);

	s.rows++;
	s.words += p->size;
	s.is_long += is_long(t, i) ? p->size : 0;
	s.ends += prose_ends(&p->prose);
	s.marks += p->mark != MARK_NONE;
	s.dated += p->size < PARAGRAPH_LONG && (p->prose.hits &
	    (1u << PHRASE_DATE | 1u << PHRASE_BYLINE)) != 0;
	s.calls += p->size < PARAGRAPH_LONG && calls_of(p) != 0;
	s.telling += t->shared[i].telling;
	s.shared += t->shared[i].shared;
	if (t->score != NULL)
		s.good += p->size * t->score[i] / 255;
	return s;
}

/*
 * What the words of each row have in common with the long passages (or, once
 * there was a look, the good ones).  Function words tell nothing.
 */
static void
share_words(struct textfeatures *t)
{
	const struct paragraphs *text = t->text;
	bool looked = t->score != NULL;

	for (size_t i = 0; i < t->n; i++) {
		const struct paragraph *p = passage_of(t, i);
		bool mine = looked ? is_good(t, i) : p->size >= PARAGRAPH_LONG;
		struct textfeature_shared s = {0};
		uint32_t company = 0, others = 0;

		for (size_t k = p->word; k < p->word + p->prose.words; k++) {
			const struct paragraph_word *w =
			    &text->word[text->slot[k]];
			uint32_t in = (looked ? w->look : w->is_long) - mine;

			if (w->stop)
				continue;
			s.telling++;
			s.shared += in > 0;
			if (w->any > 1) {
				company += 254 * in / (w->any - 1);
				others++;
			}
		}
		s.company = (uint8_t)(others == 0 ? 255 : company / others);
		t->shared[i] = s;
	}
}

static void
add_sums(struct textfeatures *t)
{
	memset(t->alike, 0, sizeof t->alike);
	memset(t->placed, 0, (t->n + 1) * sizeof *t->placed);
	for (size_t i = 0; i < t->n; i++) {
		struct textfeature_sum *s = &t->alike[t->sign[i]];

		t->sum[i + 1] = sum_add(t->sum[i], t, i);
		*s = sum_add(*s, t, i);
		s = &t->placed[t->place[i]];
		*s = sum_add(*s, t, i);
	}
}

static bool
is_nested(const struct textfeatures *t, size_t i)
{
	const struct paragraph *p = passage_of(t, i);

	return p->mark != MARK_NONE || p->indent > 0;
}

/*
 * How many labels begin or end with the word that a row does: "by …",
 * "… said:".
 */
static void
find_formulas(struct textfeatures *t)
{
	const uint32_t *slot = t->text->slot;
	uint32_t (*rows)[2] = mem_alloc(t->text->n_words + 1, sizeof *rows);

	for (size_t i = 0; i < t->n; i++) {
		const struct paragraph *p = passage_of(t, i);

		if (p->size >= PARAGRAPH_LONG)
			continue;
		rows[slot[p->word]][0]++;
		rows[slot[p->word + p->prose.words - 1]][1]++;
	}
	for (size_t i = 0; i < t->n; i++) {
		const struct paragraph *p = passage_of(t, i);

		t->formula[i][0] = forest_least(rows[slot[p->word]][0]);
		t->formula[i][1] = forest_least(
		    rows[slot[p->word + p->prose.words - 1]][1]);
	}
	free(rows);
}

/* Whether a row is in one block, list, … with the row before it. */

static bool
is_of_block(const struct textfeatures *t, size_t i)
{
	return passage_of(t, i)->blanks == 0;
}

static bool
is_of_list(const struct textfeatures *t, size_t i)
{
	return passage_of(t, i)->mark != MARK_NONE &&
	    passage_of(t, i - 1)->mark != MARK_NONE;
}

static bool
is_of_run(const struct textfeatures *t, size_t i)
{
	return paragraph_is_sentence(passage_of(t, i)) ==
	    paragraph_is_sentence(passage_of(t, i - 1));
}

static bool
is_of_nest(const struct textfeatures *t, size_t i)
{
	return is_nested(t, i) == is_nested(t, i - 1);
}

static struct textfeature_span *
spans_of(const struct textfeatures *t,
    bool (*goes_on)(const struct textfeatures *, size_t))
{
	struct textfeature_span *span = mem_alloc(t->n + 1, sizeof *span);

	for (size_t i = 0; i < t->n; i++)
		span[i].first = i > 0 && goes_on(t, i) ? span[i - 1].first
		    : (uint32_t)i;
	for (size_t i = t->n; i-- > 0;)
		span[i].last = i + 1 < t->n && span[i + 1].first <= i
		    ? span[i + 1].last : (uint32_t)i;
	return span;
}

static void
find_spans(struct textfeatures *t)
{
	t->block = spans_of(t, is_of_block);
	t->list = spans_of(t, is_of_list);
	t->run = spans_of(t, is_of_run);
	t->nest = spans_of(t, is_of_nest);
	t->near = mem_alloc(t->n + 1, sizeof *t->near);
	for (size_t i = 0; i < t->n; i++)
		t->near[i].first = i == 0 ? NONE : is_long(t, i - 1)
		    ? (uint32_t)i - 1 : t->near[i - 1].first;
	for (size_t i = t->n; i-- > 0;)
		t->near[i].last = i + 1 == t->n ? NONE : is_long(t, i + 1)
		    ? (uint32_t)i + 1 : t->near[i + 1].last;
}

static bool
is_heading(const struct textfeatures *t, size_t i)
{
	const struct paragraph *p = passage_of(t, i);

	return p->size <= HEADING && !prose_ends(&p->prose) &&
	    p->mark == MARK_NONE && t->block[i].first == t->block[i].last;
}

/*
 * Groups of good rows, with no more than a few others between; a row that is
 * in none belongs to the one before it.
 */
static void
find_groups(struct textfeatures *t)
{
	uint32_t first = NONE, last = NONE, most = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (is_good(t, i)) {
			if (last == NONE || i - last > APART + 1)
				first = (uint32_t)i;
			last = (uint32_t)i;
		}
		t->group[i] = (struct textfeature_span){first, last};
	}
	for (size_t i = t->n; i-- > 0;)
		if (t->group[i].first != NONE && i + 1 < t->n &&
		    t->group[i + 1].first == t->group[i].first)
			t->group[i].last = t->group[i + 1].last;
	t->most = (struct textfeature_span){NONE, NONE};
	for (size_t i = 0; i < t->n; i++) {
		struct textfeature_span s = t->group[i];
		struct textfeature_sum sum;

		if (s.first != i)
			continue;
		sum = sum_of(t, s.first, s.last + 1);
		if (t->score != NULL ? sum.good > most : sum.is_long > most) {
			most = t->score != NULL ? sum.good : sum.is_long;
			t->most = s;
		}
	}
}

/* Rows since and until a short one with a phrase of each kind. */
static void
find_phrases(struct textfeatures *t)
{
	uint32_t last[PHRASE_TRAINED];

	for (int k = 0; k < PHRASE_TRAINED; k++)
		last[k] = NONE;
	for (size_t i = 0; i < t->n; i++)
		for (int k = 0; k < PHRASE_TRAINED; k++) {
			const struct paragraph *p = passage_of(t, i);

			t->since[i][k] = last[k] == NONE ? 255
			    : forest_size((uint32_t)i - last[k]);
			if (p->size < HEADING && p->prose.hits >> k & 1)
				last[k] = (uint32_t)i;
		}
	for (int k = 0; k < PHRASE_TRAINED; k++)
		last[k] = NONE;
	for (size_t i = t->n; i-- > 0;)
		for (int k = 0; k < PHRASE_TRAINED; k++) {
			const struct paragraph *p = passage_of(t, i);

			t->until[i][k] = last[k] == NONE ? 255
			    : forest_size(last[k] - (uint32_t)i);
			if (p->size < HEADING && p->prose.hits >> k & 1)
				last[k] = (uint32_t)i;
		}
}

static void
own_numbers(struct textfeatures *t)
{
	uint32_t head = NONE;

	for (size_t i = 0; i < t->n; i++) {
		const struct paragraph *p = passage_of(t, i);
		uint8_t *o = t->own[i];

		o[0] = forest_size(p->size);
		o[1] = (uint8_t)(prose_ends(&p->prose) + 2 *
		    (p->prose.ends > 1 ? 2 : p->prose.ends));
		o[2] = forest_part(p->prose.stops, p->prose.words);
		o[3] = layout_code(p);
		o[4] = calls_of(p) != 0;
		o[5] = p->blanks > 0;
		o[6] = forest_part(p->prose.capitals, p->prose.words);
		o[7] = forest_part(t->shared[i].shared, t->shared[i].telling);
		t->sign[i] = sign_of(p);
		t->head[i] = head;
		if (is_heading(t, i))
			head = (uint32_t)i;
	}
}

/* Rows of one sign between rows of the same signs. */
static void
find_places(struct textfeatures *t)
{
	enum { OUTSIDE = TEXTFEATURE_SIGNS };
	struct interns known = interns_open(t->n);

	for (size_t i = 0; i < t->n; i++) {
		uint64_t before = i > 0 ? t->sign[i - 1] : OUTSIDE;
		uint64_t after = i + 1 < t->n ? t->sign[i + 1] : OUTSIDE;

		t->place[i] = intern_of(&known,
		    (before << 16 | t->sign[i]) << 16 | after);
	}
	interns_close(&known);
}

struct textfeatures
textfeatures_of(struct paragraphs *text, bool comments)
{
	struct textfeatures t = {.text = text, .comments = comments,
		.headline = NONE};
	size_t n = text->n + 1;

	t.row = mem_alloc(n, sizeof *t.row);
	for (size_t i = 0; i < text->n; i++)
		if (text->at[i].prose.words > 0)
			t.row[t.n++] = (uint32_t)i;
	t.own = mem_alloc(n, sizeof *t.own);
	t.since = mem_alloc(n, sizeof *t.since);
	t.until = mem_alloc(n, sizeof *t.until);
	t.sum = mem_alloc(n + 1, sizeof *t.sum);
	t.group = mem_alloc(n, sizeof *t.group);
	t.shared = mem_alloc(n, sizeof *t.shared);
	t.place = mem_alloc(n, sizeof *t.place);
	t.placed = mem_alloc(n, sizeof *t.placed);
	t.formula = mem_alloc(n, sizeof *t.formula);
	t.head = mem_alloc(n, sizeof *t.head);
	t.sign = mem_alloc(n, sizeof *t.sign);
	share_words(&t);
	find_formulas(&t);
	find_spans(&t);
	own_numbers(&t);
	find_places(&t);
	add_sums(&t);
	find_groups(&t);
	find_phrases(&t);
	return t;
}

void
textfeatures_free(struct textfeatures *t)
{
	free(t->row);
	free(t->own);
	free(t->since);
	free(t->until);
	free(t->sum);
	free(t->block);
	free(t->list);
	free(t->near);
	free(t->group);
	free(t->head);
	free(t->run);
	free(t->nest);
	free(t->place);
	free(t->placed);
	free(t->formula);
	free(t->shared);
	free(t->sign);
	free(t->score);
	*t = (struct textfeatures){0};
}

/* ---- the second look ---- */

static void
add_words(struct textfeatures *t, uint32_t *seen, size_t i, bool good, bool lead)
{
	struct paragraphs *text = t->text;
	const struct paragraph *p = passage_of(t, i);

	for (size_t k = p->word; k < p->word + p->prose.words; k++) {
		uint32_t w = text->slot[k];

		if (seen[w] == i + 1)
			continue;
		seen[w] = (uint32_t)i + 1;
		text->word[w].look += good;
		text->word[w].lead += lead;
	}
}

void
textfeature_look(struct textfeatures *t, const int *score)
{
	struct paragraphs *text = t->text;
	uint32_t *seen = mem_alloc(text->n_words, sizeof *seen);

	if (t->score == NULL)
		t->score = mem_alloc(t->n + 1, 1);
	for (uint32_t i = 0; i < text->n_words; i++)
		text->word[i].look = 0;
	t->best = 0;
	for (size_t i = 0; i < t->n; i++) {
		t->score[i] = squash(score[i]);
		if (t->score[i] > t->best)
			t->best = t->score[i];
		add_words(t, seen, i, t->score[i] > GOOD, false);
	}
	free(seen);
	share_words(t);
	add_sums(t);
	find_groups(t);
}

/* ---- the headline ---- */

/* The prose below the headline, with no more than a few labels between. */
static void
find_lead(struct textfeatures *t)
{
	struct paragraphs *text = t->text;
	uint32_t *seen = mem_alloc(text->n_words, sizeof *seen);

	t->lead = (struct textfeature_span){NONE, NONE};
	for (size_t i = t->headline == NONE ? 0 : t->headline + 1; i < t->n; i++) {
		if (t->lead.last != NONE && i - t->lead.last > APART)
			break;
		if (!paragraph_is_sentence(passage_of(t, i)))
			continue;
		t->lead.last = (uint32_t)i;
		if (t->lead.first == NONE)
			t->lead.first = (uint32_t)i;
	}
	for (uint32_t w = 0; w < text->n_words; w++)
		text->word[w].lead = 0;
	for (size_t i = t->lead.first; t->lead.first != NONE && i <= t->lead.last; i++)
		if (paragraph_is_sentence(passage_of(t, i)))
			add_words(t, seen, i, false, true);
	free(seen);
}

size_t
textfeature_headline(struct textfeatures *t, const int *score)
{
	int most = 0;

	t->headline = NONE;
	for (size_t i = 0; i < t->n; i++)
		if (score[i] > most) {
			most = score[i];
			t->headline = (uint32_t)i;
		}
	t->sure = squash(most);
	find_lead(t);
	return t->headline == NONE ? SIZE_MAX : t->headline;
}
