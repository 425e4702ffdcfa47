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

	return prose_put_phrases(&passage_of(t, i)->prose, f);
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
	*f++ = forest_size(a->rows);
	*f++ = forest_part(a->words, t->sum[t->n].words);
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

/*
 * What its words have in common with the long passages (or, once there was a
 * look, the good ones).  Function words tell nothing.
 */
static uint8_t
shared_words(const struct textfeatures *t, size_t i, bool looked)
{
	const struct paragraphs *text = t->text;
	const struct paragraph *p = passage_of(t, i);
	bool mine = looked ? is_good(t, i) : p->size >= PARAGRAPH_LONG;
	uint32_t shared = 0, all = 0;

	for (size_t k = p->word; k < p->word + p->prose.words; k++) {
		const struct paragraph_word *w = &text->word[text->slot[k]];
		uint32_t in = looked ? w->look : w->is_long;

		if (phrase_find(w->hash) & 1)
			continue;
		all++;
		shared += in > mine;
	}
	return forest_part(shared, all);
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
	*f++ = shared_words(t, i, false);
	return f;
}

static uint8_t *
put_neighbors(const void *traits, size_t i, uint8_t *f)
{
	const struct textfeatures *t = traits;

	for (int k = -5; k <= 5; k++) {
		size_t at = i + (size_t)k;
		int n = k >= -3 && k <= 3 ? 6 : 4;

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
	*f++ = p != NULL ? shared_words(t, head, false) : 255;
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
	*f++ = t->head[i] == NONE ? 255 : t->score[t->head[i]];
	*f++ = t->best;
	*f++ = forest_size(all.good);
	*f++ = forest_part(all.good, all.words);
	*f++ = shared_words(t, i, true);
	return f;
}

/* ---- the headline ---- */

static bool
says_word(const struct textfeatures *t, size_t i, uint32_t word)
{
	const struct paragraph *p = passage_of(t, i);

	for (size_t k = p->word; k < p->word + p->prose.words; k++)
		if (t->text->words.word[k] == word)
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
		uint32_t word = t->text->words.word[k];

		if (phrase_find(word) & 1)
			continue;
		all++;
		shared += says_word(t, i, word);
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

/* ---- all of them ---- */

static const struct forest_group groups[] = {
	{"text", put_text, 21, 1},
	{"phrases", put_phrases, PHRASE_TRAINED - 1, 1},
	{"layout", put_layout, 16, 1},
	{"place", put_place, 15, 1},
	{"repeats", put_repeats, 7, 1},
	{"neighbors", put_neighbors, 52, 1},
	{"windows", put_windows, 16, 1},
	{"said", put_said, 3 * (PHRASE_TRAINED - 1) + 2, 1},
	{"whole", put_whole, 6, 1},
	{"scores", put_scores, 13, 2},
	{"score sums", put_score_sums, 18, 2},
	{"headline", put_headline, 5, 3},
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
