/* SPDX-License-Identifier: MIT */
#include "text/count/report.h"

#include <math.h>

enum { ROW_NUMBERS = 8 };

void
report_open(struct report *r, const struct report_options *o)
{
	*r = (struct report){.options = *o};
	r->by_count = extsort_open(o->memory / 4);
	r->by_order = extsort_open(o->by_word || o->reverse ? o->memory / 4 : 0);
}

/*
 * Higher counts first: how many bytes the number takes, then those, all
 * inverted.  Short, so that the word's first bytes decide early.
 */
static void
put_count_key(struct buf *b, uint64_t count)
{
	int bytes = 1;

	while (bytes < 8 && count >> 8 * bytes > 0)
		bytes++;
	buf_putc(b, (char)~bytes);
	for (int i = bytes - 1; i >= 0; i--)
		buf_putc(b, (char)~(count >> 8 * i));
}

/* Turned around, a word still comes out in order; no word has a NUL. */
static void
put_word_key(struct buf *b, struct str word, bool reverse)
{
	for (size_t i = 0; i < word.n; i++)
		buf_putc(b, (char)(reverse ? ~word.s[i] : word.s[i]));
	buf_putc(b, (char)(reverse ? ~0 : 0));
}

static void
put_rank_key(struct buf *b, uint64_t rank)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		buf_putc(b, (char)(~rank >> shift));
}

/* Put `key` and the row behind it, as one record of the sort. */
static void
put_row(struct extsort *to, struct buf *key, const struct row *row)
{
	const uint64_t numbers[ROW_NUMBERS] = {row->count, row->upto,
	    row->docs, row->rank, row->dispersion, row->arf, row->tf_idf,
	    row->word.n};
	uint32_t n = (uint32_t)key->n;

	for (int i = 0; i < ROW_NUMBERS; i++)
		varint_put(key, numbers[i]);
	buf_put(key, row->word.s, row->word.n);
	buf_put(key, row->parts.s, row->parts.n);
	buf_put(key, (const char *)&n, sizeof n);
	extsort_put(to, buf_str(key));
}

static bool
next_row(struct extsort *from, struct row *row)
{
	uint64_t numbers[ROW_NUMBERS];
	struct str record;
	uint32_t n;

	if (!extsort_next(from, &record))
		return false;
	record.n -= sizeof n;
	memcpy(&n, record.s + record.n, sizeof n);
	record = (struct str){record.s + n, record.n - n};
	for (int i = 0; i < ROW_NUMBERS; i++)
		varint_take(&record, &numbers[i]);
	n = (uint32_t)numbers[7];
	*row = (struct row){{record.s, n}, numbers[0], numbers[1], numbers[2],
	    numbers[3], numbers[4], numbers[5], numbers[6],
	    {record.s + n, record.n - n}};
	return true;
}

/* In units of which `scale` make up one, rounded to the nearest. */
static uint64_t
in_units(double x, double scale)
{
	return x <= 0 ? 0 : (uint64_t)(x * scale + .5);
}

/*
 * Gries's deviation of proportions: half the sum over all documents of
 * |share of the word's occurrences - share of all words|, which is 1 less
 * the sum of the lesser of the two shares.
 */
static double
dispersion(const struct tally *t, const struct entry *e)
{
	struct str parts = e->parts;
	uint64_t doc = 0, step, times;
	double common = 0;

	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		double of_word = (double)times / (double)e->count, of_all;

		doc += step;
		of_all = (double)tally_size(t, doc) / (double)t->words;
		common += of_word < of_all ? of_word : of_all;
	}
	return 1 - common;
}

/*
 * Average reduced frequency (Savicky and Hlavacova): with the text cut into
 * as many equal stretches as the word has occurrences, how many of them have
 * one, averaged over all beginnings; the sum of min(distance to the one
 * before, stretch) over the stretch.
 */
static double
reduced(const struct tally *t, const struct entry *e)
{
	struct str places = e->places;
	uint64_t first = 0, step, at;
	double stretch = (double)t->words / (double)e->count, sum = 0, last;

	varint_take(&places, &first);
	for (at = first; varint_take(&places, &step); at += step)
		sum += (double)step < stretch ? (double)step : stretch;
	/* From the last one round to the first. */
	last = (double)(first + t->words - at);
	sum += last < stretch ? last : stretch;
	return sum / stretch;
}

/* Whether the word is shown; if it was counted, all words are so many more. */
static bool
takes(struct report *r, struct str word, uint64_t count)
{
	if (r->options.pick != NULL && !wordfilter_takes(r->options.pick, word))
		return false;
	r->options.table.total += count;
	return count >= r->options.least;
}

static bool
takes_word(struct str word, uint64_t count, void *report)
{
	return takes(report, word, count);
}

static struct row
row_of(const struct report *r, const struct entry *e)
{
	struct row row = {.word = e->shown.n > 0 ? e->shown : e->word,
	    .count = e->count, .docs = e->docs, .parts = e->parts};

	if (r->options.table.columns >> COLUMN_DISPERSION & 1)
		row.dispersion = in_units(dispersion(r->tally, e), 1e6);
	if (r->options.table.columns >> COLUMN_TF_IDF & 1)
		row.tf_idf = in_units((double)e->count * log(
		    (double)r->tally->documents / (double)e->docs), 1e4);
	if (r->options.table.columns >> COLUMN_ARF & 1)
		row.arf = in_units(reduced(r->tally, e), 1e3);
	return row;
}

static void
put_by_count(const struct entry *e, void *ctx)
{
	struct report *r = ctx;
	struct row row;

	if (!takes(r, e->word, e->count))
		return;
	row = row_of(r, e);
	r->key.n = 0;
	put_count_key(&r->key, row.count);
	put_word_key(&r->key, row.word, false);
	put_row(&r->by_count, &r->key, &row);
}

static bool
next_counted(struct report *r, struct row *row)
{
	struct entry e;

	if (!r->ranked)
		return next_row(&r->by_count, row);
	if (!tally_next(r->tally, &e))
		return false;
	*row = row_of(r, &e);
	return true;
}

static void
put_by_order(struct report *r, const struct row *row)
{
	r->key.n = 0;
	if (r->options.by_word)
		put_word_key(&r->key, row->word, r->options.reverse);
	else
		put_rank_key(&r->key, row->rank);
	put_row(&r->by_order, &r->key, row);
}

/* By count, or in the final order: whether it is that. */
static bool
order(struct report *r, struct tally *tally)
{
	struct tally_order o = {takes_word, r, r->options.most,
	    r->options.by_word, r->options.reverse};
	bool final = !o.by_word && !o.reverse;

	r->tally = tally;
	r->ranked = tally_can_rank(tally);
	if (!r->ranked) {
		tally_each(tally, put_by_count, r);
		return final;
	}
	/* Some columns are filled in by going through the counts downward. */
	if (r->options.table.columns &
	    (1u << COLUMN_RANK | 1u << COLUMN_CUMULATIVE))
		o.by_word = o.reverse = false;
	else
		final = true;
	tally_rank(tally, &o);
	return final;
}

void
report_put(struct report *r, struct tally *tally, struct sink *out)
{
	bool final = order(r, tally);
	struct row row;
	uint64_t rank = 0, upto = 0;

	counttable_head(&r->options.table, out);
	while (rank < r->options.most && next_counted(r, &row)) {
		row.rank = ++rank;
		row.upto = upto += row.count;
		if (final)
			counttable_row(&r->options.table, &row);
		else
			put_by_order(r, &row);
	}
	while (!final && next_row(&r->by_order, &row))
		counttable_row(&r->options.table, &row);
}

void
report_free(struct report *r)
{
	extsort_free(&r->by_count);
	extsort_free(&r->by_order);
	buf_free(&r->key);
}
