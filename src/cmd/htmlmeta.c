/* SPDX-License-Identifier: MIT */
/*
 * htmlmeta: a page in, what it says of itself out.
 */
#include "program/filter.h"
#include "html/about/aboutput.h"
#include "html/words/pagedate.h"
#include "html/encoding/pagecharset.h"
#include "text/langid/langid.h"
#include "text/unicode/utf.h"

struct htmlmeta {
	struct about_fields fields;
	struct str base;
	struct langid *judge;
	enum { TSV, CSV, JSON, YAML } format;
	bool rows;     /* a table: one row per page */
	bool explain;
	bool several;  /* files */
	bool follows;  /* something was written before */
	bool begun;    /* the table's head was written */
	struct table_column columns[ABOUT_FIELDS + 1];
};

static const char *
field_name(int i)
{
	return about_field_name((enum about_field)i);
}

/* "title,published" */
static void
set_fields(struct about_fields *f, const char *value)
{
	f->n = 0;
	do {
		if (f->n == ABOUT_FIELDS)
			misuse("--fields: name each once");
		f->at[f->n++] = (enum about_field)option_item('F', &value,
		    field_name, ABOUT_FIELDS);
	} while (*value != '\0');
}

static void
take(void *self, int key, const char *value)
{
	struct htmlmeta *h = self;

	switch (key) {
	case 'b': h->base = str_of(value); break;
	case 'F': set_fields(&h->fields, value); break;
	case 'H': h->rows = true; break;
	case 'o': h->format = option_word(key, value); break;
	case 'x': h->explain = true; break;
	}
}

static void
ready(void *self, char **operands)
{
	struct htmlmeta *h = self;
	bool chosen = h->fields.n > 0;

	h->judge = langid_new();
	h->several = operands[0] != NULL && operands[1] != NULL;
	if (filter_reads_records() && (h->rows || h->format != TSV ||
	    h->explain))
		misuse("-H, -o and -x: not with -j, which adds the fields to "
		    "each record");
	h->rows |= h->format == CSV || (h->several && chosen &&
	    h->format == TSV && !h->explain);
	if (h->explain && (h->rows || h->format != TSV))
		misuse("-H and -o: not with -x, which has its own form");
	if (h->rows && h->format > CSV)
		misuse("-H: only with -o tsv or csv, which are tables");
	for (int i = 0; i < ABOUT_FIELDS && !chosen; i++)
		h->fields.at[h->fields.n++] = (enum about_field)i;
	h->columns[0] = (struct table_column){"file", TABLE_TEXT, 0};
	for (int i = 0; i < h->fields.n; i++)
		h->columns[i + 1] = (struct table_column){about_field_name(
		    h->fields.at[i]), TABLE_TEXT, 0};
}

static void
put_row(struct htmlmeta *h, const struct document *d, const struct about *a)
{
	struct table t = {.out = d->out, .columns = h->columns,
	    .n = h->fields.n + 1, .header = true,
	    .format = h->format == CSV ? TABLE_CSV : TABLE_TSV};

	if (!h->begun)
		table_head(&t);
	h->begun = true;
	table_put_text(&t, str_of(d->file));
	aboutput_cells(a, &h->fields, &t);
	table_end_row(&t);
}

static void
put_object(const struct htmlmeta *h, const struct document *d,
    const struct about *a)
{
	struct object o = {0};

	if (h->several)
		object_string(&o, "file", str_of(d->file));
	aboutput_members(a, &h->fields, &o, false);
	object_put(&o, d->out);
	sink_putc(d->out, '\n');
	object_free(&o);
}

/* Lines for a reader; of several files each has its name and a blank line. */
static void
put_lines(struct htmlmeta *h, const struct document *d, const struct about *a)
{
	if (h->follows)
		sink_putc(d->out, '\n');
	h->follows = true;
	if (h->several) {
		sink_puts(d->out, "file\t");
		sink_puts(d->out, d->file);
		sink_putc(d->out, '\n');
	}
	if (h->explain)
		aboutput_evidence(a, &h->fields, d->out);
	else
		aboutput_lines(a, &h->fields, d->out);
}

static void
put(struct htmlmeta *h, struct document *d, const struct about *a)
{
	if (d->members != NULL) {
		object_object(d->members, "meta");
		aboutput_members(a, &h->fields, d->members, true);
		object_end(d->members);
	} else if (h->rows) {
		put_row(h, d, a);
	} else if (h->format == JSON) {
		put_object(h, d, a);
	} else if (h->format == YAML) {
		aboutput_yaml(a, &h->fields, d->out);
	} else {
		put_lines(h, d, a);
	}
}

/* The record's `url` and `date`: where and when the page was fetched. */
static struct about_options
from_record(const struct htmlmeta *h, const struct document *d,
    struct buf *url)
{
	struct about_options o = {.base = h->base, .judge = h->judge};
	struct pagedate_how how = {0};
	struct pagedate visit;
	struct buf date = {0};

	if (d->members == NULL)
		return o;
	if (document_member(d, "url", url) && h->base.n == 0)
		o.base = buf_str(url);
	if (document_member(d, "date", &date) &&
	    pagedate_stated(buf_str(&date), &how, &visit))
		o.visited = pagedate_days(&visit);
	buf_free(&date);
	return o;
}

static void
htmlmeta(struct document *d, void *self)
{
	struct htmlmeta *h = self;
	struct buf url = {0};
	struct about_options o = from_record(h, d, &url);
	struct about *a = about_read(d->in, &o);
	const char *why;

	if (about_faults(a, &why) > 0)
		document_remark(d, "JSON-LD not read: %s", why);
	put(h, d, a);
	about_free(a);
	buf_free(&url);
}

static const struct option_row options[] = {
	{'b', "base", "url", "the page's address, to resolve links"},
	{'F', "fields", "names", "only these fields, in this order"},
	{'H', "header", NULL, "one row per document, columns named"},
	{'o', "output", "tsv|csv|json|yaml", "write the fields in this format"},
	{'x', "explain", NULL, "all values found, with their sources"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {langid_version(), utf_version(), NULL};
	const struct filter filter = {
		.name = "htmlmeta",
		.purpose = "Write what a page says of itself: title, author, dates ...",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_PAGE, .decoder = &html_decoder,
		.versions = versions,
		.option = take, .ready = ready, .run = htmlmeta,
	};
	struct htmlmeta h = {0};
	int status = filter_main(&filter, &h, argc, argv);

	langid_free(h.judge);
	return status;
}
