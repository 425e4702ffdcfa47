/* SPDX-License-Identifier: MIT */
#include "html/parts/tableput.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "notation/json.h"

enum { FREE_REPEATS = 1024 * 1024, FIRST_MOST = 60 /* bytes */ };

/* A table as it is written. */
struct sheet {
	const struct tableput *how;
	const struct pagetable *table;
	int32_t *places;
	int headers;      /* rows joined to the header */
	bool repeats;
	struct buf names; /* of columns, one after the other */
	size_t *ends;     /* where each ends */
};

bool
tableput_repeats(const struct tableput *how, const struct pagetable *t)
{
	uint64_t bytes = 0, most = FREE_REPEATS +
	    (uint64_t)TABLEPUT_RATE * t->text.n;

	for (size_t i = 0; i < t->n; i++)
		bytes += (uint64_t)t->cells[i].n * ((uint64_t)
		    t->cells[i].rows * (uint64_t)t->cells[i].columns - 1);
	return !how->empty && bytes <= most;
}

static const struct tablecell *
cell_at(const struct sheet *s, int row, int column)
{
	int32_t i = s->places[(size_t)row * (size_t)s->table->columns +
	    (size_t)column];

	return i < 0 ? NULL : &s->table->cells[i];
}

static struct str
text_of(const struct sheet *s, const struct tablecell *c)
{
	return (struct str){s->table->text.s + c->at, c->n};
}

static struct str
text_at(const struct sheet *s, int row, int column)
{
	const struct tablecell *c = cell_at(s, row, column);

	if (c == NULL || (!s->repeats && (c->row != row ||
	    c->column != column)))
		return (struct str){"", 0};
	return text_of(s, c);
}

/* ---- the header ---- */

/* "2023" above "Q1": "2023 Q1"; a cell in both rows, once. */
static void
join_name(struct sheet *s, int column)
{
	const struct tablecell *above = NULL;
	size_t start = s->names.n;

	for (int y = 0; y < s->headers; y++) {
		const struct tablecell *c = cell_at(s, y, column);

		if (c == NULL || c == above || c->n == 0 || (above != NULL &&
		    str_eq(text_of(s, c), text_of(s, above))))
			continue;
		if (s->names.n > start)
			buf_putc(&s->names, ' ');
		buf_put(&s->names, text_of(s, c).s, c->n);
		above = c;
	}
	s->ends[column] = s->names.n;
}

static struct str
name_of(const struct sheet *s, int column)
{
	size_t start = column > 0 ? s->ends[column - 1] : 0;

	return (struct str){s->names.s + start, s->ends[column] - start};
}

static struct sheet
open_sheet(const struct tableput *how, const struct pagetable *t)
{
	struct sheet s = {.how = how, .table = t,
	    .headers = how->no_header ? 0 : t->headers,
	    .repeats = tableput_repeats(how, t)};

	if (s.headers == 0 && how->first_row && !how->no_header)
		s.headers = t->rows > 0;
	s.places = mem_alloc((size_t)t->rows * (size_t)t->columns + 1,
	    sizeof *s.places);
	s.ends = mem_alloc((size_t)t->columns + 1, sizeof *s.ends);
	pagetable_places(t, s.places);
	for (int x = 0; x < t->columns; x++)
		join_name(&s, x);
	return s;
}

static void
close_sheet(struct sheet *s)
{
	free(s->places);
	free(s->ends);
	buf_free(&s->names);
}

/* The row behind the last that is written. */
static int
last_row(const struct sheet *s)
{
	int rows = s->table->rows;

	return s->how->rows > 0 && s->how->rows < rows - s->headers
	    ? s->headers + (int)s->how->rows : rows;
}

/* ---- TSV and CSV ---- */

static void
put_row(const struct sheet *s, struct table *out, int row)
{
	for (int x = 0; x < s->table->columns; x++)
		table_put_text(out, row < 0 ? name_of(s, x)
		    : text_at(s, row, x));
	table_end_row(out);
}

static void
put_rows(const struct sheet *s, struct sink *out)
{
	struct table t = {.out = out, .format = s->how->format,
	    .n = s->table->columns};

	if (s->headers > 0)
		put_row(s, &t, -1);
	for (int y = s->headers; y < last_row(s); y++)
		put_row(s, &t, y);
}

/* ---- JSON ---- */

/* Names are told apart: "b", "b 2"; one without text is its number. */
static void
put_names(const struct sheet *s, struct buf *tokens, size_t *ends)
{
	struct map seen = map_open(0);
	struct buf name = {0};

	for (int x = 0; x < s->table->columns; x++) {
		char number[32];

		name.n = 0;
		buf_put(&name, name_of(s, x).s, name_of(s, x).n);
		if (name.n == 0) {
			snprintf(number, sizeof number, "%d", x + 1);
			buf_puts(&name, number);
		}
		while (map_has(&seen, buf_str(&name))) {
			uint64_t n = ++map_at(&seen, buf_str(&name))->count;

			snprintf(number, sizeof number, " %llu",
			    (unsigned long long)n);
			buf_puts(&name, number);
		}
		map_at(&seen, buf_str(&name))->count = 1;
		json_put(tokens, buf_str(&name));
		ends[x] = tokens->n;
	}
	buf_free(&name);
	map_free(&seen);
}

static void
put_json(const struct sheet *s, struct sink *out)
{
	size_t *ends = mem_alloc((size_t)s->table->columns + 1, sizeof *ends);
	struct buf names = {0};

	put_names(s, &names, ends);
	sink_putc(out, '[');
	for (int y = s->headers; y < last_row(s); y++) {
		sink_puts(out, y > s->headers ? ",\n{" : "{");
		for (int x = 0; x < s->table->columns; x++) {
			size_t at = x > 0 ? ends[x - 1] : 0;

			if (x > 0)
				sink_putc(out, ',');
			sink_put(out, names.s + at, ends[x] - at);
			sink_putc(out, ':');
			json_put(&out->buf, text_at(s, y, x));
			sink_full(out);
		}
		sink_putc(out, '}');
	}
	sink_puts(out, "]\n");
	buf_free(&names);
	free(ends);
}

void
tableput(const struct tableput *how, const struct pagetable *t,
    struct sink *out)
{
	struct sheet s = open_sheet(how, t);

	if (how->format == TABLE_JSON)
		put_json(&s, out);
	else
		put_rows(&s, out);
	close_sheet(&s);
}

void
tableput_member(const struct tableput *how, const struct pagetable *t,
    struct object *o, const char *name)
{
	struct sheet s = open_sheet(how, t);

	object_object(o, name);
	object_string(o, "caption", t->caption);
	object_array(o, "header");
	for (int x = 0; s.headers > 0 && x < t->columns; x++)
		object_string(o, NULL, name_of(&s, x));
	object_end(o);
	object_array(o, "rows");
	for (int y = s.headers; y < last_row(&s); y++) {
		object_array(o, NULL);
		for (int x = 0; x < t->columns; x++)
			object_string(o, NULL, text_at(&s, y, x));
		object_end(o);
	}
	object_end(o);
	object_end(o);
	close_sheet(&s);
}

/* ---- a list of tables ---- */

static const struct table_column columns[] = {
	{"file", TABLE_TEXT, 0},
	{"number", TABLE_INTEGER, 0}, {"rows", TABLE_INTEGER, 0},
	{"columns", TABLE_INTEGER, 0}, {"caption", TABLE_TEXT, 0},
	{"first", TABLE_TEXT, 0},
};

struct table
tableput_list(const struct tableput *how, bool files)
{
	return (struct table){.format = how->format,
	    .header = how->first_row, .columns = columns + !files,
	    .n = 5 + files};
}

/* The cells of the first row with text. */
static void
put_first(const struct pagetable *t, struct buf *to)
{
	for (size_t i = 0; i < t->n && to->n < FIRST_MOST; i++) {
		struct str text = {t->text.s + t->cells[i].at, t->cells[i].n};

		if (text.n == 0 || to->n + text.n > 2 * FIRST_MOST)
			continue;
		if (to->n > 0)
			buf_puts(to, " | ");
		buf_put(to, text.s, text.n);
	}
}

void
tableput_listed(struct table *list, const struct pagetable *t,
    const char *file, long number, struct sink *out)
{
	struct buf first = {0};

	if (list->out == NULL) {
		list->out = out;
		table_head(list);
	}
	put_first(t, &first);
	if (file != NULL)
		table_put_text(list, str_of(file));
	table_put_integer(list, (uint64_t)number);
	table_put_integer(list, (uint64_t)t->rows);
	table_put_integer(list, (uint64_t)t->columns);
	table_put_text(list, t->caption);
	table_put_text(list, buf_str(&first));
	table_end_row(list);
	buf_free(&first);
}
