/* SPDX-License-Identifier: MIT */
/*
 * keyness: what one corpus has more of than another.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>

#include "program/filter.h"
#include "text/corpus/comparison.h"
#include "text/unicode/utf.h"

enum { ALONE = OPTION_OWN, BOTH, FAMILY, NEGATIVE, SIGNIFICANT, SMOOTH, TOTALS };

struct program {
	struct comparison_options options;
	struct comparison comparison;
};

static const char *
measure_name(int i)
{
	return keyness_name((enum keyness_measure)i);
}

/* "lrc,ll,p" */
static void
set_measures(struct comparison_options *o, const char *value)
{
	o->n_measures = 0;
	do {
		if (o->n_measures == KEYNESS_MEASURES)
			misuse("--measures: name each once");
		o->measures[o->n_measures++] = (enum keyness_measure)
		    option_item('M', &value, measure_name, KEYNESS_MEASURES);
	} while (*value != '\0');
}

/* "1000,2000" */
static void
set_totals(struct comparison_options *o, const char *value)
{
	const char *comma = strchr(value, ',');
	struct str first = {value, comma ? (size_t)(comma - value) : 0};

	if (comma == NULL || !table_parse_integer(first, &o->totals[0]) ||
	    !table_parse_integer(str_of(comma + 1), &o->totals[1]) ||
	    o->totals[0] == 0 || o->totals[1] == 0)
		misuse("--totals %s: give two numbers, as 1000,2000", value);
}

static void
take(void *self, int key, const char *value)
{
	struct comparison_options *o = &((struct program *)self)->options;

	switch (key) {
	case 'M': set_measures(o, value); break;
	case 'n': o->most = (uint64_t)option_number(key, value, 0, LONG_MAX); break;
	case 'm': o->least = (uint64_t)option_number(key, value, 0, LONG_MAX); break;
	case 'd': o->by_documents = true; break;
	case 'H': o->header = true; break;
	case 'o': o->format = (enum table_format)option_word(key, value); break;
	case ALONE: o->alone = true; break;
	case BOTH: o->both = true; break;
	case FAMILY:
		o->family = (uint64_t)option_number(key, value, 1, LONG_MAX);
		break;
	case NEGATIVE: o->negative = true; break;
	case SIGNIFICANT: o->significant = true; break;
	case SMOOTH: o->smooth = option_decimal(key, value, 1e-9, 1e9); break;
	case TOTALS: set_totals(o, value); break;
	}
}

static void
ready(void *self, char **operands)
{
	struct program *p = self;
	size_t n = filter_listed();

	for (char **o = operands; *o != NULL; o++)
		n++;
	if (n != 2 && (n != 1 || filter_listed() == 1))
		misuse("give two tables, such as: keyness target.tsv "
		    "reference.tsv");
	if (n == 1)
		filter_add_file("-");
	if (p->options.both && p->options.negative)
		misuse("--both and --negative: give one of them");
	if (p->options.by_documents && p->options.totals[0] == 0)
		misuse("--by-documents: --totals must say how many documents "
		    "there are");
	p->comparison = comparison_open(&p->options);
}

static void
read_table(struct document *d, void *self)
{
	struct program *p = self;
	struct table_reader r;

	comparison_read(&p->comparison, (int)d->number, d->in, &r);
	if (r.missing != NULL)
		document_fault(d, "line %" PRIu64 ": no column \"%s\": "
		    "wordfreq(1) writes tables", r.first_bad, r.missing);
	else if (r.bad > 0)
		document_fault(d, "line %" PRIu64 ": not a count and a word; "
		    "bad lines: %" PRIu64, r.first_bad, r.bad);
}

static void
finish(void *self, struct sink *out)
{
	struct program *p = self;
	struct str word = comparison_excess(&p->comparison);

	if (word.s != NULL)
		die("--totals: a table has more of \"%.*s\" alone: give the "
		    "sizes of the whole corpora", (int)word.n, word.s);
	comparison_put(&p->comparison, out);
	comparison_free(&p->comparison);
}

static const struct option_row options[] = {
	{'M', "measures", "list", "columns, the first ranks (lrc,ll,logratio)"},
	{'n', "most", "n", "only the first n rows"},
	{'m', "least", "n", "only words with a frequency of n"},
	{'d', "by-documents", NULL, "compare the column documents, not count"},
	{TOTALS, "totals", "n,n", "the corpora's sizes, where tables are cut"},
	{NEGATIVE, "negative", NULL, "words more frequent in the reference"},
	{BOTH, "both", NULL, "all words, more and less frequent"},
	{SIGNIFICANT, "significant", NULL, "only where G2 is significant at .05"},
	{ALONE, "alone", NULL, "do not correct for the number of words"},
	{FAMILY, "family", "n", "correct for n words, where tables are cut"},
	{SMOOTH, "smooth", "n", "what Simple Maths adds per million (100)"},
	{'H', "header", NULL, "name the columns in a first line"},
	{'o', "output", "tsv|csv|json", "the table's format (tsv)"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {keyness_version(), NULL};
	const struct filter filter = {
		.name = "keyness",
		.purpose = "Compare two tables of word counts.",
		.operands = "[target] reference", .options = options,
		.result = RESULT_TABLE, .input = FILTER_ROWS,
		.versions = versions, .option = take, .ready = ready,
		.run = read_table, .finish = finish,
	};
	struct program p = {.options = {
		.measures = {KEYNESS_LRC, KEYNESS_LL, KEYNESS_LOGRATIO},
		.n_measures = 3, .smooth = 100, .most = UINT64_MAX}};

	return filter_main(&filter, &p, argc, argv);
}
