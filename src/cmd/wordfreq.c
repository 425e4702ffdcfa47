/* SPDX-License-Identifier: MIT */
/*
 * wordfreq: text in, or count tables; one count table out.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/app.h"
#include "base/io.h"
#include "base/range.h"
#include "text/count/threads.h"
#include "text/unicode/norm.h"
#include "text/count/wordfilter.h"
#include "text/count/report.h"
#include "text/words/stem.h"
#include "text/count/tally.h"
#include "text/unicode/utf.h"

enum {
	ARF = 512, GLUE, KEEP, LINES, MEMORY, MERGE, PARTS, STOP, STOP_LANG,
	THREADS
};

struct options {
	struct tally_options tally;
	struct report_options report;
	struct word_rules rules;
	struct wordfilter pick;
	int threads;
	bool merge;
	bool text; /* an option was given that --merge has no use for */
};

static const struct app_option options[] = {
	{'n', "most", "n", "only the n most frequent words"},
	{'m', "least", "n", "only words that come n times or more"},
	{'L', "length", "min-max", "only words of so many letters"},
	{STOP, "stop", "file", "not the words in file, one a line"},
	{STOP_LANG, "stop-lang", "code", "not the stop words of a language"},
	{KEEP, "keep", "file", "only the words in file, one a line"},
	{'x', "rules", "list", "abbrev, elision, hyphen, number, url ..."},
	{'l', "language", "name", "the rules that suit it: en, fr, it ..."},
	{'c', "case", NULL, "keep upper and lower case apart"},
	{'K', "compat", NULL, "widths, ligatures, superscripts are one"},
	{'S', "stem", "language", "count stems: english, en, de, fr ..."},
	{'s', "spelling", NULL, "show words as they are most often written"},
	{'g', "grams", "n", "count n words in a row, up to 5"},
	{'G', "glue", "string", "between the words of -g; a space"},
	{'A', "by-word", NULL, "sort by word"},
	{'R', "reverse", NULL, "turn the order around"},
	{'p', "per-million", NULL, "column: count in a million words"},
	{'P', "cumulative", NULL, "column: percent, with all higher words"},
	{'d', "documents", NULL, "column: documents that have it"},
	{'D', "dispersion", NULL, "column: deviation of proportions"},
	{ARF, "arf", NULL, "column: average reduced frequency"},
	{'t', "rank", NULL, "column: rank"},
	{PARTS, "parts", NULL, "column: count by document, for --merge -D"},
	{LINES, "lines", NULL, "a document is a line, not a file"},
	{'H', "header", NULL, "name the columns in a first line"},
	{'o', "output", "format", "tsv, csv or json"},
	{MERGE, "merge", NULL, "read tables, not text, and add them up"},
	{MEMORY, "memory", "size", "use a temporary file beyond 64M, 2G ..."},
	{THREADS, "threads", "n", "count in n threads"},
	{0},
};

static void
set_glue(struct tally_options *t)
{
	t->glue = str_of(optarg);
	if (!utf_valid(t->glue))
		app_misuse("--glue: not UTF-8");
}

static void
set_length(struct wordfilter *p)
{
	uint64_t least, most;

	if (!range_parse(optarg, &least, &most))
		app_misuse("--length %s: give a number, or 3-8, 3- or -8",
		    optarg);
	p->shortest = (size_t)least;
	p->longest = (size_t)most;
}

static void
set_memory(size_t *memory)
{
	static const char units[] = "KMGT";
	char *end;
	unsigned long long n = strtoull(optarg, &end, 10);
	const char *unit = *end ? strchr(units, *end) : NULL;

	if (unit != NULL) {
		end++;
		for (long i = unit - units; i >= 0 && n < SIZE_MAX >> 10; i--)
			n <<= 10;
	}
	if (*optarg < '0' || *optarg > '9' || *end != '\0' || n < 1 << 20)
		app_misuse("--memory %s: give a size from 1M, like 64M or 2G",
		    optarg);
	*memory = (size_t)n;
}

static void
set_list(struct map *list)
{
	struct buf lines = {0};
	size_t n;
	FILE *f = fopen(optarg, "r");

	if (f == NULL)
		die("%s:", optarg);
	while ((n = fread(buf_room(&lines, 4096), 1, 4096, f)) > 0)
		lines.n += n;
	if (ferror(f))
		die("%s:", optarg);
	fclose(f);
	wordfilter_list(list, buf_str(&lines));
	buf_free(&lines);
}

static void
set_language(struct options *o, int key)
{
	if (key == STOP_LANG) {
		if (!wordfilter_language(&o->pick, optarg))
			app_misuse("--stop-lang %s: there is no such list",
			    optarg);
	} else {
		stem_free(o->tally.stem);
		o->tally.stem = stem_open(optarg);
		if (o->tally.stem == NULL)
			app_misuse("--stem %s: no such language", optarg);
	}
}

static void
set_rules(struct word_rules *rules)
{
	if (!word_rules_parse(rules, optarg))
		app_misuse("--rules %s: give some of " WORD_RULES, optarg);
}

static void
set_format(struct counttable *t)
{
	if (!table_format_parse(optarg, &t->format))
		app_misuse("--output %s: give tsv, csv or json", optarg);
}

static void
set_column(struct options *o, enum column c)
{
	o->report.table.columns |= 1u << c;
}

/* What the words of a text are; a table's words are what they are. */
static bool
take_text_option(struct options *o, int key)
{
	struct tally_options *t = &o->tally;

	switch (key) {
	case 'x': set_rules(&o->rules); break;
	case 'l':
		word_rules_language(&o->rules, language_option("language",
		    optarg));
		break;
	case 'c': t->form &= ~(unsigned)NORM_FOLD; break;
	case 'K': t->form |= NORM_KC; break;
	case 'S': set_language(o, key); break;
	case 's': t->spellings = true; break;
	case 'g': t->gram = (int)app_number(key, 1, GRAM_MOST); break;
	case 'G': set_glue(t); break;
	case LINES: t->lines = true; break;
	case ARF: set_column(o, COLUMN_ARF); break;
	default: return false;
	}
	o->text = true;
	return true;
}

static void
take_option(struct options *o, int key)
{
	struct report_options *r = &o->report;

	switch (key) {
	case 'n': r->most = (uint64_t)app_number(key, 0, LONG_MAX); break;
	case 'm': r->least = (uint64_t)app_number(key, 0, LONG_MAX); break;
	case 'L': set_length(&o->pick); break;
	case STOP: set_list(&o->pick.stop); break;
	case STOP_LANG: set_language(o, key); break;
	case KEEP: set_list(&o->pick.only); break;
	case 'A': r->by_word = true; break;
	case 'R': r->reverse = true; break;
	case 'p': set_column(o, COLUMN_PER_MILLION); break;
	case 'P': set_column(o, COLUMN_CUMULATIVE); break;
	case 'd': set_column(o, COLUMN_DOCUMENTS); break;
	case 'D': set_column(o, COLUMN_DISPERSION); break;
	case 't': set_column(o, COLUMN_RANK); break;
	case PARTS: set_column(o, COLUMN_PARTS); break;
	case 'H': r->table.header = true; break;
	case 'o': set_format(&r->table); break;
	case MERGE: o->merge = true; break;
	case THREADS: o->threads = (int)app_number(key, 1, THREADS_MOST); break;
	case MEMORY: set_memory(&r->memory); break;
	}
}

/*
 * A word that is left out is counted like the others and dropped from the
 * table, which is faster; but not where that makes a difference to others.
 */
static void
settle(struct options *o)
{
	struct tally_options *t = &o->tally;
	unsigned columns = o->report.table.columns;

	t->docs = columns >> COLUMN_DOCUMENTS & 1;
	t->parts = (columns & (1u << COLUMN_DISPERSION | 1u << COLUMN_PARTS))
	    != 0;
	t->places = columns >> COLUMN_ARF & 1;
	t->memory = o->report.memory;
	if (!wordfilter_chooses(&o->pick))
		return;
	if (t->gram > 1 || t->stem != NULL || t->parts || t->places)
		t->pick = &o->pick;
	else
		o->report.pick = &o->pick;
}

struct merge {
	const struct options *o;
	struct tally *tally;
	unsigned wanted;
	enum verdict verdict;
};

static void
merge(struct source *in, struct sink *unused, void *ctx)
{
	struct merge *m = ctx;
	struct counttable_reader r;
	struct entry e;
	uint64_t table = 1;

	(void)unused;
	counttable_read(&r, in, m->o->report.table.columns, m->wanted);
	while (counttable_next(&r, &e)) {
		if (r.table != table)
			tally_table_ends(m->tally);
		table = r.table;
		if (!tally_add(m->tally, &e))
			counttable_bad(&r);
	}
	tally_table_ends(m->tally);
	if (r.rows.bad > 0) {
		app_warn("%s: line %" PRIu64 ": not a row of a count table "
		    "with the columns wanted, or not to be added to the "
		    "others; bad lines: %" PRIu64, io_name(),
		    r.rows.first_bad, r.rows.bad);
		m->verdict = PARTIAL;
	}
	counttable_free(&r);
}

static enum verdict
merge_each(const struct options *o, char **files, struct tally *tally)
{
	struct merge m = {o, tally, 1u << COLUMN_COUNT | 1u << COLUMN_WORD,
	    DONE};
	enum verdict verdict;

	if (o->text)
		app_misuse("--merge: -c -K -S -s -g -G --lines --arf are "
		    "for text");
	if (o->tally.parts)
		m.wanted |= 1u << COLUMN_PARTS;
	else if (o->tally.docs)
		m.wanted |= 1u << COLUMN_DOCUMENTS;
	verdict = io_each(files, merge, &m);
	return verdict > m.verdict ? verdict : m.verdict;
}

static enum verdict
count_each(const struct options *o, char **files, struct tally *tally)
{
	struct threads *crew;
	enum verdict verdict;

	if (o->threads < 2 || !threads_can(&o->tally))
		return io_each(files, tally_text, tally);
	crew = threads_open(tally, o->threads);
	verdict = io_each(files, threads_text, crew);
	threads_close(crew);
	return verdict;
}

int
main(int argc, char *argv[])
{
	struct options o = {
		.tally = {.form = NORM_C | NORM_FOLD, .gram = 1,
		    .glue = STR(" ")},
		.report = {.most = UINT64_MAX, .table.columns =
		    1u << COLUMN_COUNT | 1u << COLUMN_WORD},
		.rules = word_rules_open(),
		.pick = wordfilter_open(),
	};
	struct tally tally;
	struct report report;
	const char *const libraries[] = {utf_version(), NULL};
	const struct app app = {
		.name = "wordfreq", .purpose = "Count the words of a text.",
		.options = options, .libraries = libraries,
		.result = APP_TABLE,
	};
	enum verdict verdict;
	int key;

	io_start(&app);
	while ((key = app_option(argc, argv)) != -1)
		if (!take_text_option(&o, key))
			take_option(&o, key);
	o.tally.rules = &o.rules;
	settle(&o);
	tally_open(&tally, &o.tally);
	report_open(&report, &o.report);
	verdict = o.merge ? merge_each(&o, argv + optind, &tally)
	    : count_each(&o, argv + optind, &tally);
	report_put(&report, &tally, io_out());
	report_free(&report);
	tally_free(&tally);
	stem_free(o.tally.stem);
	wordfilter_free(&o.pick);
	word_rules_free(&o.rules);
	return (int)io_finish(verdict);
}
