/* SPDX-License-Identifier: MIT */
/*
 * The features of a paragraph as numbers of a byte each, group by group.
 */
#include <string.h>

#include "text/score/phrase.h"
#include "text/extract/textfeaturerow.h"

enum { TELLING = 64 }; /* words of a headline that others are held against */

/* Groups of traits: each appends its own. */

static uint8_t
first_code(uint32_t c)
{
	return c >= 'a' && c <= 'z' ? 0 : c >= '0' && c <= '9' ? 2
	    : c >= 'A' && c <= 'Z' ? 1 : c >= 0x80 ? 3
	    : c == '"' || c == '\'' ? 4 : 5;
}

static uint8_t *
put_text(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	const struct paragraph *q = passage_of(t, i);
	const struct prose *p = &q->prose;

	*f++ = forest_size(p->chars);
	*f++ = forest_size(q->size);
	f = prose_put_letters(p, f);
	*f++ = (uint8_t)(p->last == ':' ? 2 : p->last == ',');
	f = prose_put_words(p, f);
	*f++ = forest_part(p->chars - p->letters - p->digits, p->chars);
	*f++ = first_code(p->first);
	*f++ = q->cut || p->last == 0x2026;
	*f++ = q->gaps;
	*f++ = q->address;
	return f;
}

static uint8_t *
put_phrases(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;

	f = prose_put_phrases(&passage_of(t, i)->prose, f);
	for (int k = PHRASE_TRAINED; k < PHRASE_KINDS; k++)
		*f++ = (uint8_t)(passage_of(t, i)->prose.hits >> k & 1);
	return f;
}

static uint8_t *
put_span(const struct textfeatures *t, size_t i, struct textfeature_span s, uint8_t *f)
{
	struct textfeature_sum sum = sum_of(t, s.first, s.last + 1);

	*f++ = forest_size(sum.rows);
	*f++ = forest_least((uint32_t)(i - s.first));
	*f++ = forest_size(sum.words);
	*f++ = forest_size(sum.words / sum.rows);
	*f++ = forest_part(sum.ends, sum.rows);
	*f++ = forest_part(sum.shared, sum.telling);
	return f;
}

static uint8_t *
put_layout(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	const struct paragraph *p = passage_of(t, i);
	const struct textfeature_sum *a = &t->alike[t->sign[i]];

	*f++ = p->indent;
	*f++ = p->mark;
	*f++ = forest_least(p->blanks);
	*f++ = i + 1 < t->n ? forest_least(passage_of(t, i + 1)->blanks) : 255;
	f = put_span(t, i, t->block[i], f);
	f = put_span(t, i, t->list[i], f);
	f = put_span(t, i, t->run[i], f);
	f = put_span(t, i, t->nest[i], f);
	*f++ = forest_size(a->rows);
	*f++ = forest_part(a->words, t->sum[t->n].words);
	*f++ = forest_part(a->shared, a->telling);
	a = &t->placed[t->place[i]];
	*f++ = forest_size(a->rows);
	*f++ = forest_part(a->words, t->sum[t->n].words);
	*f++ = forest_part(a->shared, a->telling);
	return f;
}

static uint8_t
distance(size_t i, uint32_t to)
{
	return to == NONE ? 255 : forest_size(to > i ? to - (uint32_t)i
	    : (uint32_t)i - to);
}

static uint8_t *
put_group(const struct textfeatures *t, size_t i, uint8_t *f)
{
	struct textfeature_span s = t->group[i], m = t->most;
	const struct textfeature_sum all = t->sum[t->n];
	struct textfeature_sum sum = {0}, most = {0};
	int64_t n = (int64_t)i;

	if (s.first != NONE)
		sum = sum_of(t, s.first, s.last + 1);
	if (m.first != NONE)
		most = sum_of(t, m.first, m.last + 1);
	*f++ = s.first == NONE ? 0 : s.last >= i ? 1 : 2;
	*f++ = forest_part(sum.is_long, all.is_long);
	*f++ = forest_part(most.is_long, all.is_long);
	*f++ = forest_part(most.words, all.words);
	*f++ = m.first == NONE ? 0 : forest_signed(n - m.first);
	*f++ = m.first == NONE ? 0 : forest_signed(n - m.last);
	return f;
}

static uint8_t *
put_place(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	uint32_t first = t->near[0].last, last = t->near[t->n - 1].first;
	struct textfeature_sum all = t->sum[t->n], before = t->sum[i];

	if (is_long(t, 0))
		first = 0;
	if (is_long(t, t->n - 1))
		last = (uint32_t)t->n - 1;
	*f++ = forest_part(i, t->n);
	*f++ = forest_part(before.words, all.words);
	*f++ = forest_part(before.is_long, all.is_long);
	*f++ = first == NONE ? 0 : forest_signed((int64_t)i - first);
	*f++ = last == NONE ? 0 : forest_signed((int64_t)i - last);
	*f++ = distance(i, t->near[i].first);
	*f++ = distance(i, t->near[i].last);
	*f++ = forest_least((uint32_t)i);
	*f++ = forest_least((uint32_t)(t->n - i));
	return put_group(t, i, f);
}

static uint8_t *
put_repeats(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	const struct paragraphs *text = t->text;
	const struct paragraph *p = passage_of(t, i);
	uint32_t any = 0;

	for (size_t k = p->word; k < p->word + p->prose.words; k++)
		any += text->word[text->slot[k]].any > 1;
	*f++ = forest_part(any, p->prose.words);
	*f++ = forest_least(p->copies);
	*f++ = forest_least(p->molds);
	*f++ = p->twin != t->row[i];
	*f++ = i > 0 && passage_of(t, i - 1)->twin == p->twin;
	*f++ = i + 1 < t->n && passage_of(t, i + 1)->twin == p->twin;
	*f++ = t->own[i][7];
	*f++ = t->shared[i].company;
	*f++ = t->formula[i][0];
	*f++ = t->formula[i][1];
	return f;
}

static uint8_t *
put_neighbors(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;

	for (int k = -5; k <= 5; k++) {
		size_t at = i + (size_t)k;
		int n = k >= -3 && k <= 3 ? 8 : 4;

		if (k == 0)
			continue;
		if (at < t->n)
			memcpy(f, t->own[at], (size_t)n);
		else
			memset(f, 255, (size_t)n);
		f += n;
	}
	return f;
}

static uint8_t *
put_window(const struct textfeatures *t, size_t from, size_t to, uint8_t *f)
{
	struct textfeature_sum s = sum_of(t, from, to);

	*f++ = forest_size(s.words / (s.rows + (s.rows == 0)));
	*f++ = forest_part(s.is_long, s.words);
	*f++ = forest_part(s.ends, s.rows);
	*f++ = forest_part(s.marks, s.rows);
	*f++ = forest_part(s.shared, s.telling);
	*f++ = forest_least(s.dated);
	*f++ = forest_least(s.calls);
	return f;
}

static uint8_t *
put_windows(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	static const size_t reaches[] = {5, 15};

	for (int k = 0; k < 2; k++) {
		size_t n = reaches[k], to = i + 1 + n;

		f = put_window(t, i > n ? i - n : 0, i, f);
		f = put_window(t, i + 1, to < t->n ? to : t->n, f);
	}
	return f;
}

static uint8_t *
put_said(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	uint32_t head = t->head[i];
	const struct prose *p = head != NONE ? &passage_of(t, head)->prose : NULL;

	for (int k = 1; k < PHRASE_TRAINED; k++) {
		bool hidden = t->comments && k == PHRASE_COMMENT;

		*f++ = hidden ? 255 : t->since[i][k];
		*f++ = hidden ? 255 : t->until[i][k];
		*f++ = p != NULL && !hidden && (p->hits >> k & 1);
	}
	*f++ = distance(i, head);
	*f++ = p != NULL ? t->own[head][7] : 255;
	return f;
}

static uint8_t *
put_whole(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	struct textfeature_sum all = t->sum[t->n];

	(void)i;
	*f++ = forest_size(all.words);
	*f++ = forest_size(all.rows);
	*f++ = forest_size(all.words / all.rows);
	*f++ = forest_part(all.is_long, all.words);
	*f++ = forest_part(all.ends, all.rows);
	*f++ = forest_part(all.marks, all.rows);
	*f++ = forest_size(all.dated);
	*f++ = forest_size(all.calls);
	return f;
}

/* ---- the second look ---- */

static uint8_t *
put_scores(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;

	for (int k = -6; k <= 6; k++) {
		size_t at = i + (size_t)k;

		*f++ = at < t->n ? t->score[at] : 0;
	}
	return f;
}

static uint8_t
mean_of(struct textfeature_sum s)
{
	return forest_part(s.good, s.words);
}

static uint8_t
span_mean(const struct textfeatures *t, struct textfeature_span s)
{
	return mean_of(sum_of(t, s.first, s.last + 1));
}

/* The mean of the span a row is in, and of those before and after. */
static uint8_t *
put_spans_around(const struct textfeatures *t, size_t i,
    const struct textfeature_span *span, uint8_t *f)
{
	struct textfeature_span s = span[i];

	*f++ = span_mean(t, s);
	*f++ = s.first > 0 ? span_mean(t, span[s.first - 1]) : 255;
	*f++ = s.last + 1 < t->n ? span_mean(t, span[s.last + 1]) : 255;
	return f;
}

static uint8_t *
put_score_sums(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	static const size_t reaches[] = {2, 5, 10, 25};
	struct textfeature_sum all = t->sum[t->n];

	for (int k = 0; k < 4; k++) {
		size_t n = reaches[k], to = i + 1 + n;

		if (to > t->n)
			to = t->n;
		*f++ = mean_of(sum_of(t, i > n ? i - n : 0, i));
		*f++ = mean_of(sum_of(t, i + 1, to));
	}
	*f++ = forest_part(t->sum[i].good, all.good);
	*f++ = forest_part(all.good - t->sum[i + 1].good, all.good);
	*f++ = span_mean(t, t->block[i]);
	*f++ = span_mean(t, t->list[i]);
	*f++ = mean_of(t->alike[t->sign[i]]);
	*f++ = mean_of(t->placed[t->place[i]]);
	f = put_spans_around(t, i, t->run, f);
	f = put_spans_around(t, i, t->nest, f);
	*f++ = t->head[i] == NONE ? 255 : t->score[t->head[i]];
	*f++ = t->best;
	*f++ = forest_size(all.good);
	*f++ = forest_part(all.good, all.words);
	*f++ = forest_part(t->shared[i].shared, t->shared[i].telling);
	return f;
}

/* ---- the headline ---- */

static bool
says_word(const struct textfeatures *t, size_t i, uint32_t slot)
{
	const struct paragraph *p = passage_of(t, i);

	for (size_t k = p->word; k < p->word + p->prose.words; k++)
		if (t->text->slot[k] == slot)
			return true;
	return false;
}

/* How far it is from the headline, and what it has of its words. */
static uint8_t *
put_headline(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	const struct paragraph *p;
	uint32_t shared = 0, all = 0;

	if (t->headline == NONE) {
		memset(f, 255, 5);
		return f + 5;
	}
	p = passage_of(t, t->headline);
	for (size_t k = p->word; k < p->word + p->prose.words &&
	    k < p->word + TELLING; k++) {
		uint32_t slot = t->text->slot[k];

		if (t->text->word[slot].stop)
			continue;
		all++;
		shared += says_word(t, i, slot);
	}
	*f++ = forest_signed((int64_t)i - t->headline);
	*f++ = forest_part(shared, all);
	*f++ = t->sure;
	*f++ = i < t->headline ? 0 : forest_size(1 +
	    sum_of(t, t->headline, i).words);
	*f++ = i < t->headline ? 0 : forest_part(
	    sum_of(t, t->headline, i).good, t->sum[t->n].good);
	return f;
}

/* How far it is from the prose below the headline, and what it has of it. */
static uint8_t *
put_lead(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;
	struct textfeature_span l = t->lead;
	struct textfeature_sum all = t->sum[t->n], sum;
	const struct paragraph *p = passage_of(t, i);
	uint32_t shared = 0, telling = 0;
	bool mine;

	if (l.first == NONE) {
		memset(f, 255, 9);
		return f + 9;
	}
	mine = i >= l.first && i <= l.last && paragraph_is_sentence(passage_of(t, i));
	sum = sum_of(t, l.first, l.last + 1);
	for (size_t k = p->word; k < p->word + p->prose.words; k++) {
		const struct paragraph_word *w = &t->text->word[t->text->slot[k]];

		if (w->stop)
			continue;
		telling++;
		shared += w->lead > mine;
	}
	*f++ = forest_signed((int64_t)i - l.first);
	*f++ = forest_signed((int64_t)i - l.last);
	*f++ = forest_size(sum.words);
	*f++ = forest_size(sum.rows);
	*f++ = forest_size(sum.words / sum.rows);
	*f++ = forest_part(sum.is_long, all.is_long);
	*f++ = forest_part(sum.good, all.good);
	*f++ = mean_of(sum);
	*f++ = forest_part(shared, telling);
	return f;
}

/* ---- all of them ---- */

static const struct forest_group groups[] = {
	{"text", put_text, 21, 1},
	{"phrases", put_phrases, PHRASE_KINDS - 1, 1},
	{"layout", put_layout, 16 + 8 + 4 + 6, 1},
	{"place", put_place, 15, 1},
	{"repeats", put_repeats, 10, 1},
	{"neighbors", put_neighbors, 64, 1},
	{"windows", put_windows, 28, 1},
	{"said", put_said, 3 * (PHRASE_TRAINED - 1) + 2, 1},
	{"whole", put_whole, 8, 1},
	{"scores", put_scores, 13, 2},
	{"score sums", put_score_sums, 25, 2},
	{"headline", put_headline, 5, 3},
	{"lead", put_lead, 9, 3},
	{0},
};

int
textfeature_count(int pass)
{
	return forest_count(groups, pass);
}

int
textfeature_group(int pass, int trait)
{
	return forest_group_of(groups, pass, trait);
}

void
textfeature_tile(const struct textfeatures *t, int pass, size_t first,
    uint8_t (*tile)[FOREST_TILE])
{
	forest_tile(groups, pass, t, t->n, first, tile);
}
