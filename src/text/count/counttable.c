/* SPDX-License-Identifier: MIT */
#include "text/count/counttable.h"

#include <stdio.h>

#include "text/count/varint.h"
#include "text/unicode/utf.h"

static const struct table_column columns[COLUMNS] = {
	[COLUMN_COUNT] = {"count", TABLE_INTEGER, 0},
	[COLUMN_WORD] = {"word", TABLE_TEXT, 0},
	[COLUMN_PER_MILLION] = {"per_million", TABLE_NUMBER, 2},
	[COLUMN_CUMULATIVE] = {"cumulative", TABLE_NUMBER, 4},
	[COLUMN_DOCUMENTS] = {"documents", TABLE_INTEGER, 0},
	[COLUMN_DISPERSION] = {"dp", TABLE_NUMBER, 6},
	[COLUMN_ARF] = {"arf", TABLE_NUMBER, 3},
	[COLUMN_RANK] = {"rank", TABLE_INTEGER, 0},
	[COLUMN_PARTS] = {"parts", TABLE_TEXT, 0},
	[COLUMN_TF_IDF] = {"tf_idf", TABLE_NUMBER, 4},
};

/* ---- writing ---- */

/*
 * part * scale / all by long division, bit by bit of `scale`: what is left
 * over is below `all`, so that twice that is at most one bit too large.
 */
static uint64_t
divide_slowly(uint64_t part, uint64_t all, uint64_t scale)
{
	uint64_t result = 0, rest = 0;

	for (int bit = 63; bit >= 0; bit--) {
		bool carry = rest >> 63;

		result <<= 1;
		rest <<= 1;
		if (carry || rest >= all) {
			rest -= all;
			result++;
		}
		if ((scale >> bit & 1) == 0)
			continue;
		carry = rest > UINT64_MAX - part;
		rest += part;
		if (carry || rest >= all) {
			rest -= all;
			result++;
		}
	}
	return result + (rest >= all - rest);
}

/*
 * Of `part` in `all` (part <= all), in the unit of which `scale` make up
 * all; rounded to the nearest, and half of one up.
 */
static uint64_t
share(uint64_t part, uint64_t all, uint64_t scale)
{
	if (all == 0)
		return 0;
	if (all < UINT64_MAX / 4 / scale)
		return (part * scale * 2 + all) / (all * 2);
	return divide_slowly(part, all, scale);
}

/* "1:3 4:2": three times in the first document, twice in the fourth. */
static void
put_parts(struct table *t, struct str parts)
{
	uint64_t doc = 0, step, times;
	struct buf text = {0};
	char part[48];

	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		doc += step;
		snprintf(part, sizeof part, "%s%llu:%llu",
		    text.n > 0 ? " " : "", (unsigned long long)doc,
		    (unsigned long long)times);
		buf_puts(&text, part);
	}
	table_put_text(t, buf_str(&text));
	buf_free(&text);
}

static void
put_cell(struct counttable *t, enum column c, const struct row *r)
{
	struct table *out = &t->table;

	switch (c) {
	case COLUMN_COUNT: table_put_integer(out, r->count); break;
	case COLUMN_WORD: table_put_text(out, r->word); break;
	case COLUMN_PER_MILLION:
		table_put_fixed(out, share(r->count, t->total, 100000000));
		break;
	case COLUMN_CUMULATIVE:
		table_put_fixed(out, share(r->upto, t->total, 1000000));
		break;
	case COLUMN_DOCUMENTS: table_put_integer(out, r->docs); break;
	case COLUMN_DISPERSION: table_put_fixed(out, r->dispersion); break;
	case COLUMN_ARF: table_put_fixed(out, r->arf); break;
	case COLUMN_RANK: table_put_integer(out, r->rank); break;
	case COLUMN_PARTS: put_parts(out, r->parts); break;
	case COLUMN_TF_IDF: table_put_fixed(out, r->tf_idf); break;
	case COLUMNS: break;
	}
}

void
counttable_head(struct counttable *t, struct sink *out)
{
	t->table = (struct table){.out = out, .format = t->format,
	    .header = t->header, .columns = t->list};
	for (int c = 0; c < COLUMNS; c++)
		if (t->columns >> c & 1)
			t->list[t->table.n++] = columns[c];
	table_head(&t->table);
}

void
counttable_row(struct counttable *t, const struct row *r)
{
	for (int c = 0; c < COLUMNS; c++)
		if (t->columns >> c & 1)
			put_cell(t, (enum column)c, r);
	table_end_row(&t->table);
}

/* ---- reading ---- */

/* The columns that are read; their places in table_reader's cells. */
enum { READ_COUNT, READ_WORD, READ_DOCUMENTS, READ_PARTS };

static const char *const read_names[] = {"count", "word", "documents",
    "parts", NULL};
static const unsigned read_columns[] = {
	1u << COLUMN_COUNT, 1u << COLUMN_WORD, 1u << COLUMN_DOCUMENTS,
	1u << COLUMN_PARTS,
};

/* The names of `set`, in the order in which they are written. */
static const char *const *
assumed(unsigned set)
{
	static const char *names[COLUMNS + 1];
	int n = 0;

	for (int c = 0; c < COLUMNS; c++)
		if (set >> c & 1)
			names[n++] = columns[c].name;
	names[n] = NULL;
	return names;
}

void
counttable_read(struct counttable_reader *r, struct source *in,
    unsigned set, unsigned wanted)
{
	*r = (struct counttable_reader){.rows = {.in = in,
	    .wanted = read_names, .header = TABLE_UNLESS_DIGIT,
	    .assumed = assumed(set)}};
	for (int i = READ_COUNT; i <= READ_PARTS; i++)
		if (wanted & read_columns[i])
			r->rows.needed |= 1u << i;
}

/* Take the digits and the byte behind them off; false if it is another. */
static bool
take_number(struct str *s, char end, uint64_t *n)
{
	size_t digits = 0;
	bool more;

	while (digits < s->n && s->s[digits] >= '0' && s->s[digits] <= '9')
		digits++;
	if (!table_parse_integer((struct str){s->s, digits}, n))
		return false;
	more = digits < s->n;
	if (more && s->s[digits] != end)
		return false;
	digits += more;
	*s = (struct str){s->s + digits, s->n - digits};
	return more || end == ' ';
}

/* "1:3 4:2" to what entry.h has; false if that is not what `e` is made of. */
static bool
parse_parts(struct str s, const struct entry *e, struct buf *parts)
{
	uint64_t before = 0, sum = 0, docs = 0, doc, times;

	parts->n = 0;
	while (s.n > 0) {
		if (!take_number(&s, ':', &doc) ||
		    !take_number(&s, ' ', &times) || doc <= before ||
		    doc >= COUNTTABLE_DOCUMENTS || times == 0 ||
		    times > e->count - sum)
			return false;
		varint_put(parts, doc - before);
		varint_put(parts, times);
		before = doc;
		sum += times;
		docs++;
	}
	return sum == e->count && (e->docs == 0 || docs == e->docs);
}

/* A word is not empty, and text. */
static bool
parse_word(struct str cell, struct buf *word)
{
	word->n = 0;
	return table_unescape(word, cell) && word->n > 0 &&
	    memchr(word->s, '\0', word->n) == NULL &&
	    utf_valid(buf_str(word));
}

static bool
parse_row(struct counttable_reader *r, struct entry *e)
{
	const struct str *cells = r->rows.cells;

	*e = (struct entry){0};
	if (!table_parse_integer(cells[READ_COUNT], &e->count) ||
	    e->count == 0 || !parse_word(cells[READ_WORD], &r->word))
		return false;
	if (cells[READ_DOCUMENTS].s != NULL &&
	    (!table_parse_integer(cells[READ_DOCUMENTS], &e->docs) ||
	    e->docs == 0 || e->docs > e->count))
		return false;
	r->parts.n = 0;
	if (cells[READ_PARTS].s != NULL &&
	    !parse_parts(cells[READ_PARTS], e, &r->parts))
		return false;
	e->word = buf_str(&r->word);
	e->parts = buf_str(&r->parts);
	return true;
}

bool
counttable_next(struct counttable_reader *r, struct entry *e)
{
	while (table_next(&r->rows)) {
		if (r->rows.places[READ_COUNT] >= 0 &&
		    r->rows.places[READ_WORD] >= 0 && parse_row(r, e)) {
			r->table = r->rows.headers + 1;
			return true;
		}
		table_bad(&r->rows);
	}
	return false;
}

void
counttable_bad(struct counttable_reader *r)
{
	table_bad(&r->rows);
}

void
counttable_free(struct counttable_reader *r)
{
	buf_free(&r->word);
	buf_free(&r->parts);
}
