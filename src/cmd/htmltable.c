/* SPDX-License-Identifier: MIT */
/*
 * htmltable: the tables of a page as data.
 */
#include "base/regex.h"
#include "html/encoding/pagecharset.h"
#include "html/parts/tablechoice.h"
#include "html/parts/tableput.h"
#include "program/filter.h"
#include "text/unicode/utf.h"

enum {
	CAPTION = OPTION_OWN, LAYOUT, LINKS, LIST, MAX_CELLS, NO_HEADER,
	NUMBERS, SPAN, TABLE
};

struct program {
	struct pagetable_options read;
	struct tableput put;
	struct tablechoice choice;
	bool list;
	bool any, over;      /* a table was written; was left out */
	bool names;          /* with --list: of the files */
	long number;         /* of the table, in this document */
	struct table rows;   /* of --list */
	struct document *document;
};

static void
take(void *self, int key, const char *value)
{
	struct program *p = self;
	char why[REGEX_WHY];

	switch (key) {
	case 'b': p->read.base = str_of(value); break;
	case 'H': p->put.first_row = true; break;
	case 'n': p->put.rows = option_number(key, value, 1, 1000000000); break;
	case 'o':
		p->put.format = (enum table_format)option_word(key, value);
		break;
	case CAPTION:
		if (!tablechoice_caption(&p->choice, value, why))
			misuse("--caption=%s: %s", value, why);
		break;
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
	case TABLE:
		if (!tablechoice_numbers(&p->choice, value))
			misuse("--table=%s: give a number, such as 3, a "
			    "range, such as 2-4, or all", value);
		break;
	}
}

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
	if (filter_reads_records() || p->list || p->choice.caption != NULL)
		tablechoice_default_all(&p->choice);
	p->rows = tableput_list(&p->put, p->names);
}

/* ---- a table ---- */

static void
put_table(struct program *p, const struct pagetable *t)
{
	struct document *d = p->document;

	if (!p->put.empty && !tableput_repeats(&p->put, t))
		document_remark(d, "table %ld: cells that span are not "
		    "repeated: it would be more than 16 times its text",
		    p->number);
	if (d->members != NULL) {
		tableput_member(&p->put, t, d->members,
		    document_explodes(d) ? "table" : NULL);
		if (document_explodes(d))
			document_piece(d);
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
	if (!tablechoice_has(&p->choice, p->number, t->caption))
		return;
	if (t->over)
		document_fault(p->document, "table %ld is left out: more than "
		    "%llu cells: --max-cells", p->number,
		    (unsigned long long)p->read.places);
	else if (p->list)
		tableput_listed(&p->rows, t, p->names ? p->document->file : NULL,
		    p->number, p->document->out);
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
	bool list;

	p->document = d;
	p->number = 0;
	if (how.base.n == 0 && document_member(d, "url", &url))
		how.base = buf_str(&url);
	list = d->members != NULL && !document_explodes(d);
	if (list)
		object_array(d->members, "tables");
	pagetable_read(d->in, &how, each, p);
	if (list)
		object_end(d->members);
	buf_free(&url);
}

static int
status(void *self, enum verdict verdict)
{
	const struct program *p = self;

	if (verdict == DONE && !p->any && !filter_reads_records())
		complain(p->list && p->read.layout ? "no such table"
		    : "no such table: --list --layout lists all");
	return (int)verdict;
}

static const struct option_row options[] = {
	{'b', "base", "url", "the page's address, to resolve links"},
	{CAPTION, "caption", "pattern", "the tables whose caption has a match"},
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
	const char *const versions[] = {utf_version(), regex_version(),
	    NULL};
	const struct filter filter = {
		.name = "htmltable",
		.purpose = "Write the tables of a page as data.",
		.options = options, .result = RESULT_OBJECT,
		.explodes = true,
		.input = FILTER_PAGE, .decoder = &html_decoder,
		.versions = versions, .option = take, .ready = ready,
		.run = htmltable, .status = status,
	};
	struct program p = {.choice = {.from = 1, .to = 1},
	    .read.places = 4000000};
	int result = filter_main(&filter, &p, argc, argv);

	tablechoice_free(&p.choice);
	return result;
}
