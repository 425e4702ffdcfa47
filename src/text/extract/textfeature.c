/* SPDX-License-Identifier: MIT */
#include "text/extract/textfeature.h"

#include <stdlib.h>
#include <string.h>

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

static struct textfeature_sum
sum_add(struct textfeature_sum s, const struct textfeatures *t, size_t i)
{
	const struct paragraph *p = passage_of(t, i);

	s.rows++;
	s.words += p->size;
	s.is_long += is_long(t, i) ? p->size : 0;
	s.ends += prose_ends(&p->prose);
	s.marks += p->mark != MARK_NONE;
	if (t->score != NULL)
		s.good += p->size * t->score[i] / 255;
	return s;
}

static void
add_sums(struct textfeatures *t)
{
	memset(t->alike, 0, sizeof t->alike);
	for (size_t i = 0; i < t->n; i++) {
		struct textfeature_sum *s = &t->alike[t->sign[i]];

		t->sum[i + 1] = sum_add(t->sum[i], t, i);
		*s = sum_add(*s, t, i);
	}
}

/* Blocks are parted by empty lines, lists by what is no item. */
static void
find_spans(struct textfeatures *t)
{
	for (size_t i = 0; i < t->n; i++) {
		bool more = i > 0 && passage_of(t, i)->blanks == 0;
		bool item = passage_of(t, i)->mark != MARK_NONE;
		bool listed = item && i > 0 &&
		    passage_of(t, i - 1)->mark != MARK_NONE;

		t->block[i].first = more ? t->block[i - 1].first : (uint32_t)i;
		t->list[i].first = listed ? t->list[i - 1].first : (uint32_t)i;
		t->near[i].first = i == 0 ? NONE : is_long(t, i - 1)
		    ? (uint32_t)i - 1 : t->near[i - 1].first;
	}
	for (size_t i = t->n; i-- > 0;) {
		bool more = i + 1 < t->n && t->block[i + 1].first <= i;
		bool listed = i + 1 < t->n && t->list[i + 1].first <= i;

		t->block[i].last = more ? t->block[i + 1].last : (uint32_t)i;
		t->list[i].last = listed ? t->list[i + 1].last : (uint32_t)i;
		t->near[i].last = i + 1 == t->n ? NONE : is_long(t, i + 1)
		    ? (uint32_t)i + 1 : t->near[i + 1].last;
	}
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

static uint32_t
calls_of(const struct paragraph *p)
{
	const uint32_t calls = 1u << PHRASE_COOKIE | 1u << PHRASE_LEGAL |
	    1u << PHRASE_SUBSCRIBE | 1u << PHRASE_SHARE | 1u << PHRASE_RELATED |
	    1u << PHRASE_AD | 1u << PHRASE_WIDGET | 1u << PHRASE_MORE |
	    1u << PHRASE_SHOP | 1u << PHRASE_LOGIN;

	return p->prose.hits & calls;
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
		t->sign[i] = sign_of(p);
		t->head[i] = head;
		if (is_heading(t, i))
			head = (uint32_t)i;
	}
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
	t.block = mem_alloc(n, sizeof *t.block);
	t.list = mem_alloc(n, sizeof *t.list);
	t.near = mem_alloc(n, sizeof *t.near);
	t.group = mem_alloc(n, sizeof *t.group);
	t.head = mem_alloc(n, sizeof *t.head);
	t.sign = mem_alloc(n, sizeof *t.sign);
	find_spans(&t);
	own_numbers(&t);
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
	free(t->sign);
	free(t->score);
	*t = (struct textfeatures){0};
}

/* ---- the second look ---- */

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
		const struct paragraph *p = passage_of(t, i);

		t->score[i] = squash(score[i]);
		if (t->score[i] > t->best)
			t->best = t->score[i];
		for (size_t k = p->word; k < p->word + p->prose.words; k++) {
			uint32_t w = text->slot[k];

			if (seen[w] == i + 1)
				continue;
			seen[w] = (uint32_t)i + 1;
			text->word[w].look += t->score[i] > GOOD;
		}
	}
	free(seen);
	add_sums(t);
	find_groups(t);
}

/* ---- the headline ---- */

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
	return t->headline == NONE ? SIZE_MAX : t->headline;
}
