/* SPDX-License-Identifier: MIT */
#include "text/corpus/comparison.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

enum {
	COLUMNS = 5 + KEYNESS_MEASURES, DIGITS = 7,
	SCORES = 1 << 13 /* remembered, by the two counts */
};

/*
 * A row that is ranked: by its first measure, then by its counts, then by its
 * word, of which the first bytes are at hand.
 */
struct ranked {
	double score;
	uint64_t count, first; /* in the target; bytes, the first the highest */
	const struct map_slot *slot;
};

VEC_TYPE(ranking, struct ranked);

/*
 * The score of a pair of counts.  Most words of a corpus are rare, so most rows
 * have the counts of another row.
 */
struct known_score {
	uint64_t target, reference;
	double score;
	bool is_known;
};

struct comparison
comparison_open(const struct comparison_options *o)
{
	return (struct comparison){.options = o,
	    .words = map_open(sizeof(uint64_t))};
}

/* ---- reading ---- */

/* A row: a count, and a word that is not empty. */
static bool
take_row(struct comparison *c, int list, const struct table_reader *r,
    struct buf *word)
{
	struct map_slot *slot;
	uint64_t n, *count;

	word->n = 0;
	if (!table_parse_integer(r->cells[0], &n) ||
	    !table_unescape(word, r->cells[1]) || word->n == 0 ||
	    !table_add(&c->sums[list], n))
		return false;
	slot = map_at(&c->words, buf_str(word));
	count = list == 0 ? &slot->count : map_extra(&c->words, slot);
	return table_add(count, n);
}

void
comparison_read(struct comparison *c, int list, struct source *in,
    struct table_reader *r)
{
	static const char *const counts[] = {"count", "word", NULL};
	static const char *const documents[] = {"documents", "word", NULL};
	struct buf word = {0};

	*r = (struct table_reader){.in = in, .needed = 3,
	    .wanted = c->options->by_documents ? documents : counts,
	    .header = TABLE_UNLESS_DIGIT, .assumed = counts};
	while (table_next(r))
		if (!take_row(c, list, r, &word))
			table_bad(r);
	buf_free(&word);
}

/* ---- ranking ---- */

static uint64_t
reference_count(const struct comparison *c, const struct map_slot *slot)
{
	return *(const uint64_t *)map_extra(&c->words, slot);
}

static uint64_t
total(const struct comparison *c, int list)
{
	return c->options->totals[list] > 0 ? c->options->totals[list]
	                                    : c->sums[list];
}

struct str
comparison_excess(const struct comparison *c)
{
	struct str first = {0};

	for (const struct map_slot *s = map_next(&c->words, NULL); s != NULL;
	    s = map_next(&c->words, s))
		if ((s->count > total(c, 0) ||
		    reference_count(c, s) > total(c, 1)) &&
		    (first.s == NULL || str_order(map_key(s), first) < 0))
			first = map_key(s);
	return first;
}

static struct keyness
counts_of(const struct comparison *c, const struct map_slot *slot)
{
	return (struct keyness){(double)slot->count, (double)total(c, 0),
	    (double)reference_count(c, slot), (double)total(c, 1)};
}

static struct keyness_options
how(const struct comparison *c)
{
	uint64_t family = c->options->family > 0 ? c->options->family
	    : c->words.used;
	double rows = c->options->alone || family == 0 ? 1 : (double)family;

	return (struct keyness_options){c->options->smooth, .05 / rows};
}

static bool
is_wanted(const struct comparison *c, const struct map_slot *slot)
{
	const struct comparison_options *o = c->options;
	struct keyness k = counts_of(c, slot);
	struct keyness_options h = how(c);

	if (k.f1 < (double)o->least && k.f2 < (double)o->least)
		return false;
	if (!o->both && keyness_is_positive(&k) == o->negative)
		return false;
	return !o->significant || keyness(KEYNESS_P, &k, &h) < h.alpha;
}

static uint64_t
first_bytes(struct str word)
{
	uint64_t first = 0;

	for (size_t i = 0; i < sizeof first; i++)
		first = first << 8 |
		    (i < word.n ? (unsigned char)word.s[i] : 0);
	return first;
}

/* The higher score first, then the higher count in the target, then by word. */
static int
by_score(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	if (x->first != y->first)
		return x->first > y->first ? 1 : -1;
	return str_order(map_key(x->slot), map_key(y->slot));
}

static bool
ranks_downwards(const struct comparison_options *o)
{
	return !keyness_is_ascending(o->measures[0]) && !o->negative;
}

/* What ranks a row: the first measure, so that the most notable are first. */
static double
score(const struct comparison *c, const struct map_slot *slot)
{
	const struct comparison_options *o = c->options;
	struct keyness k = counts_of(c, slot);
	struct keyness_options h = how(c);
	double x = keyness(o->measures[0], &k, &h);

	return ranks_downwards(o) ? x : -x;
}

static double
known_score(const struct comparison *c, const struct map_slot *slot,
    struct known_score *known)
{
	uint64_t target = slot->count, reference = reference_count(c, slot);
	struct known_score *k = &known[map_mix(target + 1, reference + 1) %
	    SCORES];

	if (!k->is_known || k->target != target || k->reference != reference)
		*k = (struct known_score){target, reference, score(c, slot),
		    true};
	return k->score;
}

static struct ranking
rank(const struct comparison *c)
{
	struct known_score *known = mem_alloc(SCORES, sizeof *known);
	struct ranking rows = {0};

	for (const struct map_slot *s = map_next(&c->words, NULL); s != NULL;
	    s = map_next(&c->words, s))
		if (is_wanted(c, s))
			*vec_add(&rows) = (struct ranked){
			    known_score(c, s, known), s->count,
			    first_bytes(map_key(s)), s};
	free(known);
	if (rows.n > 0)
		qsort(rows.at, rows.n, sizeof *rows.at, by_score);
	return rows;
}

/* ---- writing ---- */

static double
per_million(double f, double n)
{
	return n > 0 ? 1e6 * f / n : 0;
}

/* The first measure is known: it ranked the row. */
static void
put_numbers(const struct comparison *c, const struct ranked *row,
    struct table *t)
{
	const struct comparison_options *o = c->options;
	struct keyness k = counts_of(c, row->slot);
	struct keyness_options h = how(c);

	table_put_integer(t, row->slot->count);
	table_put_integer(t, reference_count(c, row->slot));
	table_put_number(t, per_million(k.f1, k.n1));
	table_put_number(t, per_million(k.f2, k.n2));
	table_put_number(t, ranks_downwards(o) ? row->score : -row->score);
	for (int i = 1; i < o->n_measures; i++)
		table_put_number(t, keyness(o->measures[i], &k, &h));
	table_end_row(t);
}

static bool
has_same_counts(const struct comparison *c, const struct map_slot *a,
    const struct map_slot *b)
{
	return a->count == b->count &&
	    reference_count(c, a) == reference_count(c, b);
}

/* Rows with the same counts follow each other, and have the same numbers. */
static void
put_rows(const struct comparison *c, const struct ranked *rows, uint64_t n,
    struct table *t)
{
	struct sink *out = t->out;
	struct sink numbers = {0};

	for (uint64_t i = 0; i < n; i++) {
		table_put_text(t, map_key(rows[i].slot));
		if (i > 0 && has_same_counts(c, rows[i].slot,
		    rows[i - 1].slot)) {
			t->at = 0;
		} else {
			numbers.buf.n = 0;
			t->out = &numbers;
			put_numbers(c, &rows[i], t);
			t->out = out;
		}
		sink_put(out, numbers.buf.s, numbers.buf.n);
	}
	buf_free(&numbers.buf);
}

uint64_t
comparison_put(struct comparison *c, struct sink *out)
{
	const struct comparison_options *o = c->options;
	struct table_column columns[COLUMNS] = {
		{"word", TABLE_TEXT, 0}, {"target", TABLE_INTEGER, 0},
		{"reference", TABLE_INTEGER, 0},
		{"target_per_million", TABLE_NUMBER, 2},
		{"reference_per_million", TABLE_NUMBER, 2},
	};
	struct table t = {.out = out, .format = o->format,
	    .header = o->header, .columns = columns, .n = 5};
	struct ranking rows = rank(c);
	uint64_t written = rows.n < o->most ? rows.n : o->most;

	for (int i = 0; i < o->n_measures; i++)
		columns[t.n++] = (struct table_column){
		    keyness_name(o->measures[i]), TABLE_NUMBER, -DIGITS};
	table_head(&t);
	put_rows(c, rows.at, written, &t);
	vec_free(&rows);
	return written;
}

void
comparison_free(struct comparison *c)
{
	map_free(&c->words);
}
