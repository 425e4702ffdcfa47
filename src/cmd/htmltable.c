/* SPDX-License-Identifier: MIT */
/*
 * htmltable: the tables of a page as data.
 */
#include <limits.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/filter.h"
#include "html/encoding/pagecharset.h"
#include "html/parts/tableput.h"
#include "text/unicode/utf.h"

enum {
	CAPTION = OPTION_OWN, LAYOUT, LINKS, LIST, MAX_CELLS, NO_HEADER,
	NUMBERS, SPAN, TABLE
};

struct program {
	struct pagetable_options read;
	struct tableput put;
	long from, to;       /* tables that are wanted, from 1 */
	const char *caption; /* words of one; NULL: any */
	bool list, asked;    /* asked: for tables by number */
	bool any, over;      /* a table was written; was left out */
	bool names;          /* with --list: of the files */
	long number;         /* of the table, in this document */
	struct table rows;   /* of --list */
	struct document *document;
};

/* "3", "2-4", "2-", "all" */
static void
set_range(struct program *p, const char *value)
{
	char *end;

	p->asked = true;
	p->from = 1;
	p->to = LONG_MAX;
	if (strcmp(value, "all") == 0)
		return;
	p->from = p->to = strtol(value, &end, 10);
	if (end > value && *end == '-')
		p->to = end[1] == '\0' ? LONG_MAX : strtol(end + 1, &end, 10);
	if (p->from < 1 || p->to < p->from || (*end != '\0' &&
	    p->to != LONG_MAX))
		misuse("--table=%s: give a number, such as 3, a range, such "
		    "as 2-4, or all", value);
}

static void
take(void *self, int key, const char *value)
{
	struct program *p = self;

	switch (key) {
	case 'b': p->read.base = str_of(value); break;
	case 'H': p->put.first_row = true; break;
	case 'n': p->put.rows = option_number(key, value, 1, 1000000000); break;
	case 'o':
		p->put.format = (enum table_format)option_word(key, value);
		break;
	case CAPTION: p->caption = value; break;
	case LAYOUT: p->read.layout = true; break;
	case LINKS: p->read.links = true; break;
	case LIST: p->list = true; break;
	case MAX_CELLS:
		p->read.places = (uint64_t)option_number(key, value, 1,
		    1000000000);
		break;
	case NO_HEADER: p->put.no_header = true; break;
	case NUMBERS: p->read.numbers = true; break;
	case SPAN: p->put.empty = option_word(key, value) == 1; break;
	case TABLE: set_range(p, value); break;
	}
}

static const struct table_column columns[] = {
	{"file", TABLE_TEXT, 0},
	{"number", TABLE_INTEGER, 0}, {"rows", TABLE_INTEGER, 0},
	{"columns", TABLE_INTEGER, 0}, {"caption", TABLE_TEXT, 0},
	{"first", TABLE_TEXT, 0},
};

static void
ready(void *self, char **operands)
{
	struct program *p = self;

	p->names = operands[0] != NULL && operands[1] != NULL;
	if (filter_reads_records() && p->list)
		misuse("--list: not with -j, which adds the tables to each "
		    "record");
	if (p->put.first_row && p->put.no_header)
		misuse("-H and --no-header: give one of them");
	if (!p->asked && (filter_reads_records() || p->list ||
	    p->caption != NULL))
		p->to = LONG_MAX;
	p->rows = (struct table){.format = p->put.format,
	    .header = p->put.first_row, .columns = columns + !p->names,
	    .n = 5 + p->names};
}

/* ---- a table ---- */

static void
put_listed(struct program *p, const struct pagetable *t)
{
	struct buf first = {0};

	if (p->rows.out == NULL) {
		p->rows.out = p->document->out;
		table_head(&p->rows);
	}
	tableput_first(t, &first);
	if (p->names)
		table_put_text(&p->rows, str_of(p->document->file));
	table_put_integer(&p->rows, (uint64_t)p->number);
	table_put_integer(&p->rows, (uint64_t)t->rows);
	table_put_integer(&p->rows, (uint64_t)t->columns);
	table_put_text(&p->rows, t->caption);
	table_put_text(&p->rows, buf_str(&first));
	table_end_row(&p->rows);
	buf_free(&first);
}

/* Whether the words are in the text, but for the case of ASCII letters. */
static bool
holds(struct str text, const char *words)
{
	size_t n = strlen(words), i = 0;

	while (i + n <= text.n && !ascii_same(text.s + i, n, words))
		i++;
	return i + n <= text.n;
}

static void
put_table(struct program *p, const struct pagetable *t)
{
	struct document *d = p->document;

	if (!p->put.empty && !tableput_repeats(&p->put, t))
		document_remark(d, "table %ld: cells that span are not "
		    "repeated: it would be more than 16 times its text",
		    p->number);
	if (d->members != NULL) {
		tableput_member(&p->put, t, d->members);
		return;
	}
	if (p->any)
		sink_putc(d->out, '\n');
	tableput(&p->put, t, d->out);
}

static void
each(void *ctx, const struct pagetable *t)
{
	struct program *p = ctx;

	p->number++;
	if (p->number < p->from || p->number > p->to ||
	    (p->caption != NULL && !holds(t->caption, p->caption)))
		return;
	if (t->over)
		document_fault(p->document, "table %ld is left out: more than "
		    "%llu cells: --max-cells", p->number,
		    (unsigned long long)p->read.places);
	else if (p->list)
		put_listed(p, t);
	else
		put_table(p, t);
	p->any = p->any || !t->over;
}

static void
htmltable(struct document *d, void *self)
{
	struct program *p = self;
	struct pagetable_options how = p->read;
	struct buf url = {0};

	p->document = d;
	p->number = 0;
	if (how.base.n == 0 && document_member(d, "url", &url))
		how.base = buf_str(&url);
	if (d->members != NULL)
		object_array(d->members, "tables");
	pagetable_read(d->in, &how, each, p);
	if (d->members != NULL)
		object_end(d->members);
	buf_free(&url);
}

static int
status(void *self, enum verdict verdict)
{
	const struct program *p = self;

	if (verdict == DONE && !p->any && !filter_reads_records())
		complain("no such table");
	return (int)verdict;
}

static const struct option_row options[] = {
	{'b', "base", "url", "the page's address, to resolve links"},
	{CAPTION, "caption", "words", "the tables with these in the caption"},
	{'H', "header", NULL, "the first row is the header, where none is"},
	{LAYOUT, "layout", NULL, "also tables that only lay out the page"},
	{LINKS, "links", NULL, "write links as: text <url>"},
	{LIST, "list", NULL, "list the tables: number, rows, columns, caption"},
	{MAX_CELLS, "max-cells", "n", "of the largest table (4000000)"},
	{'n', "most", "n", "only the first n rows of each table"},
	{NO_HEADER, "no-header", NULL, "header rows as they are, not joined"},
	{NUMBERS, "numbers", NULL, "1234 for 1,234 and 1,234[a]"},
	{'o', "output", "tsv|csv|json", "the format of the rows (tsv)"},
	{SPAN, "span", "repeat|empty", "cells that span several (repeat)"},
	{TABLE, "table", "n|n-m|all", "which tables, by number (1)"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {utf_version(), NULL};
	const struct filter filter = {
		.name = "htmltable",
		.purpose = "Write the tables of a page as data.",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_PAGE, .decoder = &html_decoder,
		.versions = versions, .option = take, .ready = ready,
		.run = htmltable, .status = status,
	};
	struct program p = {.from = 1, .to = 1, .read.places = 4000000};

	return filter_main(&filter, &p, argc, argv);
}
