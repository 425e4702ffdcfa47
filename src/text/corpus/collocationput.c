/* SPDX-License-Identifier: MIT */
/*
 * Writing collocations: as rows with measures, or as counts that add up.
 */
#include <math.h>
#include <stdlib.h>

#include "text/corpus/collocation.h"

enum { COLUMNS = 8 + ASSOCIATIONS, DECIMALS = 6 };

/* A row: a word in windows, or a pair. */
struct line {
	struct str word, with; /* `with` is empty but for pairs */
	struct contingency table;
	uint64_t documents;
	double score;
};

VEC_TYPE(lines, struct line);

static int
by_word(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	int order = str_order(x->word, y->word);

	return order != 0 ? order : str_order(x->with, y->with);
}

/* The strongest first; then what is together more often; then by word. */
static int
by_score(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	if (x->table.o11 != y->table.o11)
		return x->table.o11 < y->table.o11 ? 1 : -1;
	return by_word(a, b);
}

/* ---- gathering rows ---- */

static bool
is_shown(const struct collocation *c, uint64_t together, struct str word)
{
	const struct collocation_options *o = c->options;

	return together > 0 && together >= o->least &&
	    (o->pick == NULL || wordfilter_takes(o->pick, word));
}

static void
add_line(const struct collocation *c, struct lines *rows, struct line row)
{
	row.score = association(c->options->measures[0], &row.table);
	*vec_add(rows) = row;
}

static void
gather_words(const struct collocation *c, struct lines *rows)
{
	for (const struct map_slot *s = map_next(&c->words, NULL); s != NULL;
	    s = map_next(&c->words, s)) {
		const struct company *w = &c->companies.at[s->count - 1];
		struct str word = map_key(s);

		if (is_shown(c, w->together, word))
			add_line(c, rows, (struct line){word, {"", 0},
			    {(double)w->together, (double)c->window,
			    (double)w->count, (double)c->tokens},
			    w->documents, 0});
	}
}

/* The words by their numbers. */
static struct str *
words_by_number(const struct collocation *c)
{
	struct str *words = mem_alloc(c->companies.n + 1, sizeof *words);

	for (const struct map_slot *s = map_next(&c->words, NULL); s != NULL;
	    s = map_next(&c->words, s))
		words[s->count] = map_key(s);
	return words;
}

static void
gather_pairs(const struct collocation *c, const struct str *words,
    struct lines *rows)
{
	for (const struct map_slot *s = map_next(&c->pairs, NULL); s != NULL;
	    s = map_next(&c->pairs, s)) {
		const struct pairing *p = &c->pairings.at[s->count - 1];
		uint32_t at[2];

		memcpy(at, map_key(s).s, sizeof at);
		if (is_shown(c, p->together, words[at[0]]) &&
		    is_shown(c, p->together, words[at[1]]))
			add_line(c, rows, (struct line){words[at[0]],
			    words[at[1]], {(double)p->together,
			    (double)c->companies.at[at[0] - 1].count,
			    (double)c->companies.at[at[1] - 1].count,
			    (double)c->tokens}, p->documents, 0});
	}
}

/* ---- rows with measures ---- */

static void
put_line(const struct collocation_options *o, struct table *t,
    const struct line *row)
{
	table_put_text(t, row->word);
	if (o->pairs)
		table_put_text(t, row->with);
	table_put_integer(t, (uint64_t)row->table.o11);
	if (o->pairs)
		table_put_integer(t, (uint64_t)row->table.r1);
	table_put_integer(t, (uint64_t)row->table.c1);
	table_put_integer(t, row->documents);
	table_put_number(t, association_expected(&row->table));
	for (int i = 0; i < o->n_measures; i++)
		table_put_number(t, association(o->measures[i], &row->table));
	table_end_row(t);
}

static void
put_measures(const struct collocation_options *o, const struct lines *rows,
    struct sink *out)
{
	static const struct table_column of_node[] = {
		{"collocate", TABLE_TEXT, 0}, {"together", TABLE_INTEGER, 0},
		{"count", TABLE_INTEGER, 0}, {"documents", TABLE_INTEGER, 0},
		{"expected", TABLE_NUMBER, 3},
	}, of_pairs[] = {
		{"word", TABLE_TEXT, 0}, {"with", TABLE_TEXT, 0},
		{"together", TABLE_INTEGER, 0}, {"count", TABLE_INTEGER, 0},
		{"with_count", TABLE_INTEGER, 0},
		{"documents", TABLE_INTEGER, 0}, {"expected", TABLE_NUMBER, 3},
	};
	struct table_column columns[COLUMNS];
	struct table t = {.out = out, .format = o->format,
	    .header = o->header, .columns = columns, .n = o->pairs ? 7 : 5};

	memcpy(columns, o->pairs ? of_pairs : of_node,
	    (size_t)t.n * sizeof *columns);
	for (int i = 0; i < o->n_measures; i++)
		columns[t.n++] = (struct table_column){
		    association_name(o->measures[i]), TABLE_NUMBER, DECIMALS};
	table_head(&t);
	for (size_t i = 0; i < rows->n && i < o->most; i++)
		put_line(o, &t, &rows->at[i]);
}

/* ---- counts ---- */

static void
put_count(struct table *t, struct str word, struct str with, uint64_t count,
    uint64_t together, uint64_t documents)
{
	table_put_text(t, word);
	table_put_text(t, with);
	table_put_integer(t, count);
	table_put_integer(t, together);
	table_put_integer(t, documents);
	table_end_row(t);
}

static int
by_string(const void *a, const void *b)
{
	return str_order(*(const struct str *)a, *(const struct str *)b);
}

/* Every word, by its bytes; then every pair, so that tables compare. */
static void
put_counts(struct collocation *c, struct str *words, struct lines *rows,
    struct sink *out)
{
	static const struct table_column columns[] = {
		{"word", TABLE_TEXT, 0}, {"with", TABLE_TEXT, 0},
		{"count", TABLE_INTEGER, 0}, {"together", TABLE_INTEGER, 0},
		{"documents", TABLE_INTEGER, 0},
	};
	struct table t = {.out = out, .format = c->options->format,
	    .header = true, .columns = columns, .n = 5};

	table_head(&t);
	if (c->companies.n > 0)
		qsort(words + 1, c->companies.n, sizeof *words, by_string);
	for (size_t i = 1; i <= c->companies.n; i++) {
		const struct company *w = &c->companies.at[
		    map_find(&c->words, words[i])->count - 1];

		put_count(&t, words[i], (struct str){"", 0}, w->count,
		    w->together, w->documents);
	}
	for (size_t i = 0; i < rows->n; i++)
		put_count(&t, rows->at[i].word, rows->at[i].with, 0,
		    (uint64_t)rows->at[i].table.o11, rows->at[i].documents);
}

void
collocation_put(struct collocation *c, struct sink *out)
{
	const struct collocation_options *o = c->options;
	struct str *words = words_by_number(c);
	struct lines rows = {0};

	if (o->pairs)
		gather_pairs(c, words, &rows);
	else if (!o->counts)
		gather_words(c, &rows);
	if (rows.n > 0)
		qsort(rows.at, rows.n, sizeof *rows.at,
		    o->counts ? by_word : by_score);
	if (o->counts)
		put_counts(c, words, &rows, out);
	else
		put_measures(o, &rows, out);
	vec_free(&rows);
	free(words);
}
