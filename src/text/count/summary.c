/* SPDX-License-Identifier: MIT */
#include "text/count/summary.h"

#include <math.h>
#include <stdio.h>

/* ---- totals ---- */

struct totals {
	uint64_t types, once;
};

static void
add_type(const struct entry *e, void *totals)
{
	struct totals *sum = totals;

	sum->types++;
	sum->once += e->count == 1;
}

static bool
all(struct str word, uint64_t count, void *ctx)
{
	(void)word;
	(void)count;
	(void)ctx;
	return true;
}

/* Each entry, in any order. */
static void
each(struct tally *t, tally_each_fn *take, void *ctx)
{
	const struct tally_order any = {.keeps = all, .wanted = UINT64_MAX};
	struct entry e;

	if (!tally_can_rank(t)) {
		tally_each(t, take, ctx);
		return;
	}
	tally_rank(t, &any);
	while (tally_next(t, &e))
		take(&e, ctx);
}

void
summary_totals(struct tally *t, enum table_format format, struct sink *out)
{
	static const struct table_column columns[] = {
		{"tokens", TABLE_INTEGER, 0}, {"types", TABLE_INTEGER, 0},
		{"hapaxes", TABLE_INTEGER, 0}, {"ttr", TABLE_NUMBER, 6},
		{"mattr", TABLE_NUMBER, 6},
	};
	struct table table = {out, format, true, columns, 5, 0};
	double window = tally_window(t) / TALLY_WINDOW;
	struct totals sum = {0};

	each(t, add_type, &sum);
	table_head(&table);
	table_put_integer(&table, t->words);
	table_put_integer(&table, sum.types);
	table_put_integer(&table, sum.once);
	table_put_number(&table, t->words == 0 ? NAN
	    : (double)sum.types / (double)t->words);
	table_put_number(&table, window > 0 ? window : NAN);
	table_end_row(&table);
}

/* ---- growth ---- */

static void
put_point(struct table *table, const uint64_t point[3])
{
	for (int i = 0; i < 3; i++)
		table_put_integer(table, point[i]);
	table_end_row(table);
}

void
summary_growth(struct tally *t, enum table_format format, bool header,
    struct sink *out)
{
	static const struct table_column columns[] = {
		{"tokens", TABLE_INTEGER, 0}, {"types", TABLE_INTEGER, 0},
		{"hapaxes", TABLE_INTEGER, 0},
	};
	struct table table = {out, format, header, columns, 3, 0};
	uint64_t point[3] = {0}, last[] = {t->words, t->types, t->hapaxes};

	table_head(&table);
	for (size_t at = 0; at < t->growth.n; at += sizeof point) {
		memcpy(point, t->growth.s + at, sizeof point);
		put_point(&table, point);
	}
	if (point[0] != last[0])
		put_point(&table, last);
}

/* ---- documents ---- */

void
documents_add(struct documents *d, uint64_t first, const char *name,
    bool lines)
{
	*vec_add(&d->runs) = (struct documents_run){first, d->names.n, lines};
	buf_put(&d->names, name, strlen(name) + 1);
}

void
documents_free(struct documents *d)
{
	buf_free(&d->names);
	vec_free(&d->runs);
}

static void
put_name(struct buf *b, const struct documents *d, uint64_t doc)
{
	size_t low = 0, high = d->runs.n;
	char number[32];

	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (d->runs.at[middle].first <= doc)
			low = middle;
		else
			high = middle;
	}
	if (d->runs.n > 0)
		buf_puts(b, d->names.s + d->runs.at[low].name);
	if (d->runs.n > 0 && !d->runs.at[low].lines)
		return;
	snprintf(number, sizeof number, "%s%llu", d->runs.n > 0 ? ":" : "",
	    (unsigned long long)(d->runs.n > 0 ? doc - d->runs.at[low].first + 1
	    : doc));
	buf_puts(b, number);
}

/*
 * Rows as records to be sorted: the document, the count downward (unless
 * words are to be in order), the word and NUL; behind that the count and the
 * number of documents that have the word.
 */
struct sorter {
	struct extsort *rows;
	const struct report_options *options;
	struct buf key;
};

static void
put_big_endian(struct buf *b, uint64_t n)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		buf_putc(b, (char)(n >> shift));
}

static void
put_parts(const struct entry *e, void *ctx)
{
	struct sorter *s = ctx;
	struct str parts = e->parts;
	struct str word = e->shown.n > 0 ? e->shown : e->word;
	uint64_t doc = 0, step, times;

	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		doc += step;
		if (times < s->options->least)
			continue;
		s->key.n = 0;
		put_big_endian(&s->key, doc);
		put_big_endian(&s->key, s->options->by_word ? 0 : ~times);
		buf_put(&s->key, word.s, word.n);
		buf_putc(&s->key, '\0');
		varint_put(&s->key, times);
		varint_put(&s->key, e->docs);
		extsort_put(s->rows, buf_str(&s->key));
	}
}

struct document_row {
	uint64_t doc, count, docs;
	struct str word;
};

static bool
next_row(struct sorter *s, struct document_row *row)
{
	struct str r;

	if (!extsort_next(s->rows, &r))
		return false;
	row->doc = 0;
	for (int i = 0; i < 8; i++)
		row->doc = row->doc << 8 | (unsigned char)r.s[i];
	r = (struct str){r.s + 16, r.n - 16};
	row->word = str_of(r.s);
	r = (struct str){r.s + row->word.n + 1, r.n - row->word.n - 1};
	varint_take(&r, &row->count);
	varint_take(&r, &row->docs);
	return true;
}

static void
put_row(struct table *table, const struct tally *t,
    const struct document_row *row, struct str name, unsigned columns)
{
	double count = (double)row->count;

	table_put_text(table, name);
	table_put_integer(table, row->count);
	table_put_text(table, row->word);
	if (columns >> COLUMN_PER_MILLION & 1)
		table_put_number(table, 1e6 * count /
		    (double)tally_size(t, row->doc));
	if (columns >> COLUMN_TF_IDF & 1)
		table_put_number(table, count * log(
		    (double)t->documents / (double)row->docs));
	table_end_row(table);
}

void
summary_documents(struct tally *t, const struct documents *documents,
    const struct report_options *o, struct extsort *sorted, struct sink *out)
{
	struct table_column columns[5] = {{"document", TABLE_TEXT, 0},
	    {"count", TABLE_INTEGER, 0}, {"word", TABLE_TEXT, 0}};
	struct table table = {out, o->table.format, o->table.header, columns,
	    3, 0};
	struct sorter s = {.rows = sorted, .options = o};
	struct document_row row;
	struct buf name = {0};
	uint64_t doc = 0, rows = 0;

	if (o->table.columns >> COLUMN_PER_MILLION & 1)
		columns[table.n++] = (struct table_column){"per_million",
		    TABLE_NUMBER, 2};
	if (o->table.columns >> COLUMN_TF_IDF & 1)
		columns[table.n++] = (struct table_column){"tf_idf",
		    TABLE_NUMBER, 4};
	each(t, put_parts, &s);
	table_head(&table);
	while (next_row(&s, &row)) {
		if (row.doc != doc) {
			doc = row.doc;
			rows = 0;
			name.n = 0;
			put_name(&name, documents, doc);
		}
		if (rows++ < o->most)
			put_row(&table, t, &row, buf_str(&name),
			    o->table.columns);
	}
	buf_free(&s.key);
	buf_free(&name);
}
