/* SPDX-License-Identifier: MIT */
/*
 * textstat: numbers about a text.
 */
#include "notation/table.h"
#include "program/filter.h"
#include "text/encoding/decode.h"
#include "text/langid/langid.h"
#include "text/sentences/sent.h"
#include "text/stat/textstat.h"
#include "text/unicode/utf.h"

enum { WINDOW = OPTION_OWN };

struct program {
	struct textstat_options how;
	struct wordoptions words;
	struct abbr abbr;
	enum textstat columns[TEXTSTATS];
	int n_columns;
	struct table table;
	struct table_column heads[TEXTSTATS + 1];
	bool rows; /* one per document */
	bool header;
	enum table_format format;
};

static const char *
column_name(int i)
{
	return textstat_name((enum textstat)i);
}

/* "words,ttr" */
static void
set_columns(struct program *p, const char *value)
{
	p->n_columns = 0;
	do {
		if (p->n_columns == TEXTSTATS)
			misuse("--columns: name each once");
		p->columns[p->n_columns++] = (enum textstat)option_item('c',
		    &value, column_name, TEXTSTATS);
	} while (*value != '\0');
}

static void
take(void *self, int key, const char *value)
{
	struct program *p = self;

	if (key != 'c' && wordoptions_take(&p->words, key, value, filter_list))
		return;
	switch (key) {
	case 'c': set_columns(p, value); break;
	case 'H': p->header = p->rows = true; break;
	case 'o':
		p->format = (enum table_format)option_word(key, value);
		p->rows = true;
		break;
	case WINDOW:
		p->how.window = (uint64_t)option_number(key, value, 1,
		    1000000);
		break;
	}
}

/* Abbreviations and syllables of the language at hand; English, if of none. */
static void
suit(struct program *p)
{
	const struct language *l = p->words.language != NULL
	    ? p->words.language : language_find(STR("en"));

	if (l == p->how.language)
		return;
	abbr_free(&p->abbr);
	abbr_language(&p->abbr, l);
	p->how.language = l;
}

/* A row per document where there are several. */
static void
ready(void *self, char **operands)
{
	struct program *p = self;

	if (p->n_columns == 0)
		while (p->n_columns < TEXTSTATS) {
			p->columns[p->n_columns] =
			    (enum textstat)p->n_columns;
			p->n_columns++;
		}
	p->rows = p->rows || (operands[0] != NULL && operands[1] != NULL);
	wordoptions_ready(&p->words);
	p->how.words = &p->words;
	suit(p);
	if (!filter_reads_records())
		return;
	if (p->rows)
		misuse("-H and -o: not with -j, which adds the numbers to "
		    "each record");
}

static void
open_table(struct program *p, struct sink *out)
{
	if (p->table.out != NULL)
		return;
	p->heads[0] = (struct table_column){"document", TABLE_TEXT, 0};
	for (int i = 0; i < p->n_columns; i++)
		p->heads[i + 1] = (struct table_column){
		    textstat_name(p->columns[i]), textstat_is_count(
		    p->columns[i]) ? TABLE_INTEGER : TABLE_NUMBER, 4};
	p->table = (struct table){.out = out, .format = p->format,
	    .header = p->header, .columns = p->heads,
	    .n = p->n_columns + 1};
	table_head(&p->table);
}

static void
put_cell(struct table *t, const struct textstats *s, enum textstat c)
{
	if (!s->known[c])
		table_put_none(t);
	else if (textstat_is_count(c))
		table_put_integer(t, s->counts[c]);
	else
		table_put_number(t, s->values[c]);
}

static void
put_row(struct program *p, const struct document *d,
    const struct textstats *s)
{
	open_table(p, d->out);
	table_put_text(&p->table, str_of(d->file));
	for (int i = 0; i < p->n_columns; i++)
		put_cell(&p->table, s, p->columns[i]);
	table_end_row(&p->table);
}

/* One document: a line per number. */
static void
put_lines(struct program *p, const struct document *d,
    const struct textstats *s)
{
	for (int i = 0; i < p->n_columns; i++) {
		const struct table_column columns[] = {
			{"name", TABLE_TEXT, 0}, {"value", textstat_is_count(
			p->columns[i]) ? TABLE_INTEGER : TABLE_NUMBER, 4}};
		struct table t = {.out = d->out, .columns = columns, .n = 2};

		table_put_text(&t, str_of(textstat_name(p->columns[i])));
		put_cell(&t, s, p->columns[i]);
		table_end_row(&t);
	}
}

static void
put_members(struct program *p, struct document *d, const struct textstats *s)
{
	object_object(d->members, "stats");
	for (int i = 0; i < p->n_columns; i++) {
		enum textstat c = p->columns[i];
		const char *name = textstat_name(c);

		if (!s->known[c])
			object_null(d->members, name);
		else if (textstat_is_count(c))
			object_integer(d->members, name,
			    (long long)s->counts[c]);
		else
			object_number(d->members, name, s->values[c], 4);
	}
	object_end(d->members);
}

static void
textstat(struct document *d, void *self)
{
	struct program *p = self;
	struct textstats s;

	wordoptions_suit(&p->words, d);
	suit(p);
	textstats_of(&s, d->in, &p->abbr, &p->how);
	if (d->members != NULL)
		put_members(p, d, &s);
	else if (p->rows)
		put_row(p, d, &s);
	else
		put_lines(p, d, &s);
}

static void
finish(void *self, struct sink *out)
{
	struct program *p = self;

	(void)out;
	wordoptions_free(&p->words);
	abbr_free(&p->abbr);
}

static const struct option_row options[] = {
	{'c', "columns", "names", "only these numbers, in this order"},
	{'l', "language", "name", "whose words and syllables (en); auto: each text"},
	{WORDOPTION_LANGUAGES, "languages", NULL, "list the languages and exit"},
	{'x', "rules", "list", "abbrev, elision, hyphen, number, url ..."},
	{WINDOW, "window", "n", "words of mattr's window (500)"},
	{'H', "header", NULL, "one row per document, columns named"},
	{'o', "output", "tsv|csv|json", "one row per document, in this format"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {sent_version, langid_version(),
	    utf_version(), NULL};
	const struct filter filter = {
		.name = "textstat", .purpose = "Print numbers about a text.",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_WORDS, .decoder = &text_decoder,
		.versions = versions, .option = take, .ready = ready,
		.run = textstat, .finish = finish,
	};
	struct program p = {.how.window = 500, .words = wordoptions_open()};

	return filter_main(&filter, &p, argc, argv);
}
