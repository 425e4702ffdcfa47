/* SPDX-License-Identifier: MIT */
#include "text/count/report.h"

enum { ROW_NUMBERS = 7 };

void
report_open(struct report *r, const struct report_options *o)
{
	*r = (struct report){.o = *o};
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

/* Put `key` and behind it the row, in the spill's terms one record. */
static void
put_row(struct extsort *to, struct buf *key, const struct row *row)
{
	const uint64_t numbers[ROW_NUMBERS] = {row->count, row->upto,
	    row->docs, row->rank, row->dispersion, row->arf, row->word.n};
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
	n = (uint32_t)numbers[6];
	*row = (struct row){{record.s, n}, numbers[0], numbers[1], numbers[2],
	    numbers[3], numbers[4], numbers[5],
	    {record.s + n, record.n - n}};
	return true;
}

__extension__ typedef unsigned __int128 wide;

/*
 * Gries's deviation of proportions, half the sum of |part of the word's
 * occurrences - part of all words| over documents, which is 1 less the sum
 * of the lesser of the two.  In millionths, rounded.
 */
static uint64_t
dispersion(const struct tally *t, const struct entry *e)
{
	struct str parts = e->parts;
	uint64_t doc = 0, step, times, size;
	wide common = 0, whole = (wide)e->count * t->words;

	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		wide of_word, of_all;

		doc += step;
		memcpy(&size, t->sizes.s + (doc - 1) * sizeof size,
		    sizeof size);
		of_word = (wide)times * t->words;
		of_all = (wide)size * e->count;
		common += of_word < of_all ? of_word : of_all;
	}
	return (uint64_t)(((whole - common) * 2000000 + whole) / (whole * 2));
}

/*
 * Average reduced frequency (Savicky and Hlavacova): with the text cut into
 * as many equal stretches as the word has occurrences, how many of them have
 * one, averaged over all beginnings; the sum of min(distance to the one
 * before, stretch) over the stretch.  In thousandths, rounded.
 */
static uint64_t
reduced(const struct tally *t, const struct entry *e)
{
	struct str places = e->places;
	uint64_t first = 0, step, at;
	wide sum = 0, all = t->words, distance;

	varint_take(&places, &first);
	for (at = first; varint_take(&places, &step); at += step) {
		distance = (wide)step * e->count;
		sum += distance < all ? distance : all;
	}
	/* From the last one round to the first. */
	distance = (wide)(first + t->words - at) * e->count;
	sum += distance < all ? distance : all;
	return (uint64_t)((sum * 2000 + all) / (all * 2));
}

/* Whether the word is shown; if it was counted, all words are so many more. */
static bool
takes(struct report *r, struct str word, uint64_t count)
{
	if (r->o.pick != NULL && !wordfilter_takes(r->o.pick, word))
		return false;
	r->o.table.total += count;
	return count >= r->o.least;
}

static bool
takes_slot(const struct map_slot *slot, void *report)
{
	return takes(report, map_key(slot), slot->count);
}

static struct row
row_of(const struct report *r, const struct entry *e)
{
	struct row row = {.word = e->shown.n > 0 ? e->shown : e->word,
	    .count = e->count, .docs = e->docs, .parts = e->parts};

	if (r->o.table.columns >> COLUMN_DISPERSION & 1)
		row.dispersion = dispersion(r->tally, e);
	if (r->o.table.columns >> COLUMN_ARF & 1)
		row.arf = reduced(r->tally, e);
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
	if (r->o.by_word)
		put_word_key(&r->key, row->word, r->o.reverse);
	else
		put_rank_key(&r->key, row->rank);
	put_row(&r->by_order, &r->key, row);
}

/* By count, or in the final order: whether it is that. */
static bool
order(struct report *r, struct tally *tally)
{
	struct tally_order o = {takes_slot, r, r->o.most, r->o.by_word,
	    r->o.reverse};
	bool final = !o.by_word && !o.reverse;

	r->tally = tally;
	r->ranked = tally_can_rank(tally);
	if (!r->ranked) {
		tally_each(tally, put_by_count, r);
		return final;
	}
	/* Some columns are filled in by going through the counts downward. */
	if (r->o.table.columns & (1u << COLUMN_RANK | 1u << COLUMN_CUMULATIVE))
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

	counttable_head(&r->o.table, out);
	while (rank < r->o.most && next_counted(r, &row)) {
		row.rank = ++rank;
		row.upto = upto += row.count;
		if (final)
			counttable_row(&r->o.table, out, &row);
		else
			put_by_order(r, &row);
	}
	while (!final && next_row(&r->by_order, &row))
		counttable_row(&r->o.table, out, &row);
}

void
report_free(struct report *r)
{
	extsort_free(&r->by_count);
	extsort_free(&r->by_order);
	buf_free(&r->key);
}
