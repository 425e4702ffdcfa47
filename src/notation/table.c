/* SPDX-License-Identifier: MIT */
#include "notation/table.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "notation/json.h"

/* ---- writing ---- */

void
table_head(struct table *t)
{
	if (t->format == TABLE_JSON || (t->format == TABLE_TSV && !t->header))
		return;
	for (int i = 0; i < t->n; i++) {
		if (i > 0)
			sink_putc(t->out, t->format == TABLE_TSV ? '\t' : ',');
		sink_puts(t->out, t->columns[i].name);
	}
	sink_putc(t->out, '\n');
}

/* What stands before the next cell. */
static void
begin_cell(struct table *t)
{
	assert(t->at < t->n);
	if (t->format == TABLE_TSV) {
		if (t->at > 0)
			sink_putc(t->out, '\t');
	} else if (t->format == TABLE_CSV) {
		if (t->at > 0)
			sink_putc(t->out, ',');
	} else {
		sink_puts(t->out, t->at > 0 ? ",\"" : "{\"");
		sink_puts(t->out, t->columns[t->at].name);
		sink_puts(t->out, "\":");
	}
	t->at++;
}

static void
put_tsv(struct sink *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.s[i]) {
		case '\t': sink_puts(out, "\\t"); break;
		case '\n': sink_puts(out, "\\n"); break;
		case '\r': sink_puts(out, "\\r"); break;
		case '\\': sink_puts(out, "\\\\"); break;
		default: sink_putc(out, s.s[i]);
		}
}

/* Blanks at an end are quoted too: some readers trim them. */
static bool
needs_quotes(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] == '"' || s.s[i] == ',' || s.s[i] == '\n' ||
		    s.s[i] == '\r')
			return true;
	return s.n > 0 && (s.s[0] == ' ' || s.s[s.n - 1] == ' ');
}

static void
put_csv(struct sink *out, struct str s)
{
	if (!needs_quotes(s)) {
		sink_put(out, s.s, s.n);
		return;
	}
	sink_putc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '"')
			sink_putc(out, '"');
		sink_putc(out, s.s[i]);
	}
	sink_putc(out, '"');
}

void
table_put_text(struct table *t, struct str s)
{
	begin_cell(t);
	if (t->format == TABLE_TSV) {
		put_tsv(t->out, s);
	} else if (t->format == TABLE_CSV) {
		put_csv(t->out, s);
	} else {
		json_put(&t->out->buf, s);
		sink_full(t->out);
	}
}

static void
put_integer(struct sink *out, uint64_t n)
{
	char digits[20];
	int i = sizeof digits;

	do
		digits[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	sink_put(out, digits + i, sizeof digits - (size_t)i);
}

void
table_put_integer(struct table *t, uint64_t n)
{
	begin_cell(t);
	put_integer(t->out, n);
}

void
table_put_fixed(struct table *t, uint64_t units)
{
	int decimals = t->columns[t->at].decimals;
	uint64_t unit = 1;

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	begin_cell(t);
	put_integer(t->out, units / unit);
	if (decimals > 0)
		sink_putc(t->out, '.');
	for (units %= unit; (unit /= 10) > 0; units %= unit)
		sink_putc(t->out, (char)('0' + units / unit));
}

/* "-0.00" is 0.00. */
static bool
is_zero(const char *number)
{
	return number[strspn(number, "-0.")] == '\0';
}

void
table_put_number(struct table *t, double x)
{
	char number[400]; /* the largest double has 309 digits */
	const char *s = number;
	int decimals;

	if (!isfinite(x)) {
		table_put_none(t);
		return;
	}
	decimals = t->columns[t->at].decimals;
	if (decimals >= 0)
		snprintf(number, sizeof number, "%.*f", decimals, x);
	else
		snprintf(number, sizeof number, "%.*g", -decimals, x);
	if (*s == '-' && is_zero(s))
		s++;
	begin_cell(t);
	sink_puts(t->out, s);
}

void
table_put_none(struct table *t)
{
	begin_cell(t);
	if (t->format == TABLE_JSON)
		sink_puts(t->out, "null");
}

void
table_end_row(struct table *t)
{
	assert(t->at == t->n);
	t->at = 0;
	sink_puts(t->out, t->format == TABLE_JSON ? "}\n" : "\n");
}

/* ---- reading ---- */

/* The next line without its end, in the window until the next one. */
static bool
next_line(struct table_reader *r, struct str *line)
{
	static const char bom[] = "\xEF\xBB\xBF";
	struct source *in = r->in;

	if (r->line == 0 && source_has(in, 3) && memcmp(in->at, bom, 3) == 0)
		in->at += 3;
	if (!source_line(in, SIZE_MAX, line))
		return false;
	r->line++;
	in->at += line->n;
	if (in->at < in->end)
		in->at++;
	if (line->n > 0 && line->s[line->n - 1] == '\r')
		line->n--;
	return true;
}

/* Take the first cell off the line, with its tab. */
static struct str
take_cell(struct str *line)
{
	const char *tab = memchr(line->s, '\t', line->n);
	struct str cell = {line->s, tab ? (size_t)(tab - line->s) : line->n};
	size_t taken = cell.n + (tab != NULL);

	*line = (struct str){line->s + taken, line->n - taken};
	return cell;
}

static int
count_cells(struct str line)
{
	int tabs = 0;

	for (size_t i = 0; i < line.n && tabs < TABLE_CELLS; i++)
		tabs += line.s[i] == '\t';
	return tabs + 1;
}

/* The index of a wanted column that is a place, "2"; -1: it is a name. */
static int
place_of(const char *name)
{
	uint64_t n;

	return table_parse_integer(str_of(name), &n) && n > 0 &&
	    n <= TABLE_CELLS ? (int)n - 1 : -1;
}

/* No column is known by name; those wanted by place are. */
static void
forget_columns(struct table_reader *r, int columns)
{
	r->columns = columns;
	for (int w = 0; r->wanted[w] != NULL; w++) {
		r->places[w] = place_of(r->wanted[w]);
		if (r->places[w] >= columns)
			r->places[w] = -1;
	}
}

/* Of two columns with one name the first is meant. */
static void
name_column(struct table_reader *r, struct str name, int column, unsigned *named)
{
	for (int w = 0; r->wanted[w] != NULL; w++)
		if (!(*named >> w & 1) && str_eq(name, str_of(r->wanted[w]))) {
			r->places[w] = column;
			*named |= 1u << w;
		}
}

static void
check_needed(struct table_reader *r)
{
	r->missing = NULL;
	for (int w = 0; r->wanted[w] != NULL; w++)
		if ((r->needed >> w & 1) && r->places[w] < 0) {
			r->missing = r->wanted[w];
			return;
		}
}

static void
read_header(struct table_reader *r, struct str line)
{
	int columns = count_cells(line);
	unsigned named = 0;

	r->headers++;
	forget_columns(r, columns);
	for (int c = 0; c < columns && c < TABLE_CELLS; c++)
		name_column(r, take_cell(&line), c, &named);
	check_needed(r);
}

static void
assume_columns(struct table_reader *r, struct str line)
{
	unsigned named = 0;
	int columns = 0;

	while (r->assumed != NULL && r->assumed[columns] != NULL)
		columns++;
	forget_columns(r, columns > 0 ? columns : count_cells(line));
	for (int c = 0; c < columns; c++)
		name_column(r, str_of(r->assumed[c]), c, &named);
	check_needed(r);
}

static bool
is_header(const struct table_reader *r, struct str line)
{
	if (r->header == TABLE_UNLESS_DIGIT)
		return line.s[0] < '0' || line.s[0] > '9';
	return r->header == TABLE_FIRST_LINE && r->columns == 0;
}

static bool
take_row(struct table_reader *r, struct str line)
{
	struct str all[TABLE_CELLS];

	if (r->missing != NULL || r->columns > TABLE_CELLS ||
	    count_cells(line) != r->columns)
		return false;
	for (int c = 0; c < r->columns; c++)
		all[c] = take_cell(&line);
	for (int w = 0; r->wanted[w] != NULL; w++)
		r->cells[w] = r->places[w] < 0 ? (struct str){NULL, 0}
		    : all[r->places[w]];
	return true;
}

void
table_bad(struct table_reader *r)
{
	if (r->bad++ == 0)
		r->first_bad = r->line;
}

bool
table_next(struct table_reader *r)
{
	struct str line;

	while (next_line(r, &line)) {
		if (line.n == 0)
			continue;
		if (is_header(r, line)) {
			read_header(r, line);
			if (r->missing != NULL)
				table_bad(r);
			continue;
		}
		if (r->columns == 0)
			assume_columns(r, line);
		if (take_row(r, line))
			return true;
		table_bad(r);
	}
	return false;
}

bool
table_unescape(struct buf *b, struct str cell)
{
	static const char from[] = "tnr\\", to[] = "\t\n\r\\";
	const char *escaped;

	for (size_t i = 0; i < cell.n; i++) {
		if (cell.s[i] != '\\') {
			buf_putc(b, cell.s[i]);
			continue;
		}
		if (++i == cell.n || cell.s[i] == '\0' ||
		    (escaped = strchr(from, cell.s[i])) == NULL)
			return false;
		buf_putc(b, to[escaped - from]);
	}
	return true;
}

bool
table_parse_integer(struct str cell, uint64_t *n)
{
	*n = 0;
	for (size_t i = 0; i < cell.n; i++) {
		unsigned digit = (unsigned)(unsigned char)cell.s[i] - '0';

		if (digit > 9 || *n > (UINT64_MAX - digit) / 10)
			return false;
		*n = *n * 10 + digit;
	}
	return cell.n > 0;
}

bool
table_add(uint64_t *sum, uint64_t n)
{
	if (*sum > UINT64_MAX - n)
		return false;
	*sum += n;
	return true;
}

bool
table_parse_number(struct str cell, double *x)
{
	char number[400], *end;

	if (cell.n == 0 || cell.n >= sizeof number)
		return false;
	memcpy(number, cell.s, cell.n);
	number[cell.n] = '\0';
	/* strtod reads more than numbers: "nan", "0x1", blanks. */
	if (number[strspn(number, "+-.0123456789eE")] != '\0')
		return false;
	*x = strtod(number, &end);
	return end > number && *end == '\0' && isfinite(*x);
}
