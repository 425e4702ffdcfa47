/* SPDX-License-Identifier: MIT */
/*
 * wordfreq: text in, or count tables; one count table out.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/load.h"
#include "base/range.h"
#include "program/filter.h"
#include "text/count/report.h"
#include "text/count/summary.h"
#include "text/count/tally.h"
#include "text/count/threads.h"
#include "text/count/wordfilter.h"
#include "text/encoding/decode.h"
#include "text/langid/auto.h"
#include "text/language.h"
#include "text/unicode/utf.h"
#include "text/words/wordform.h"
#include "text/words/wordoption.h"

enum {
	ARF = OPTION_OWN, BY_DOCUMENT, GROWTH, LANGUAGES, LEMMAS, LINES, MATCH,
	MEMORY, MERGE, NO_ACCENTS, NO_MATCH, NO_NUMBERS, ONLY, PARTS, STOP,
	STOP_LANG, TF_IDF, THREADS, TOTALS, WITHIN
};

struct wordfreq {
	struct tally_options tally_options;
	struct report_options report_options;
	struct word_rules rules, now; /* with -l auto: those of the text */
	struct langid *judge;         /* of -l auto; else NULL */
	struct wordfilter pick;
	struct lemmas lemmas;
	const char *lemma_file;
	struct documents documents;
	struct tally tally;
	struct report report;
	struct threads *crew;
	unsigned wanted; /* columns of a table that is merged */
	int threads;
	bool totals, by_document;
	bool merge;
	bool text; /* an option was given that --merge has no use for */
};

static void
set_glue(struct tally_options *t, const char *value)
{
	t->glue = str_of(value);
	if (!utf_valid(t->glue))
		misuse("--glue: not UTF-8");
}

static void
set_grams(struct tally_options *t, const char *value)
{
	uint64_t least, most;

	if (!range_parse(value, &least, &most) || most < 1 ||
	    most > GRAM_MOST)
		misuse("--grams %s: give a number from 1 to %d, or 1-3",
		    value, GRAM_MOST);
	t->least_gram = least < 1 ? 1 : (int)least;
	t->most_gram = (int)most;
}

static void
add_pattern(struct wordfreq *o, int key, const char *value)
{
	char why[256];

	if (!wordfilter_match(&o->pick, value, key == NO_MATCH, true, why))
		misuse("--%s %s: %s", option_name(key), value, why);
}

static void
set_rules(struct word_rules *rules, const char *value)
{
	if (!word_rules_parse(rules, value))
		misuse("--rules %s: give some of " WORD_RULES, value);
}

static void
set_rules_of(struct wordfreq *o, const char *language)
{
	bool of_each = strcmp(language, "auto") == 0;

	if (of_each && o->judge == NULL)
		o->judge = langid_new();
	else if (!of_each)
		word_rules_language(&o->rules,
		    language_option("language", language));
}

static void
set_column(struct wordfreq *o, enum column c)
{
	o->report_options.table.columns |= 1u << c;
}

/* What the words of a text are; a table's words are what they are. */
static bool
take_text_option(struct wordfreq *o, int key, const char *value)
{
	struct tally_options *t = &o->tally_options;

	switch (key) {
	case 'x': set_rules(&o->rules, value); break;
	case 'l':
		set_rules_of(o, value);
		break;
	case 'c': t->form &= ~(unsigned)NORM_FOLD; break;
	case 'K': t->form |= NORM_KC; break;
	case 'S': t->stem = wordoptions_stemmer(value); break;
	case 's': t->spellings = true; break;
	case NO_ACCENTS: t->form |= WORDFORM_BARE; break;
	case LEMMAS: o->lemma_file = value; break;
	case WITHIN:
		t->within = (enum tally_within)option_word(key, value);
		break;
	case TOTALS: o->totals = true; break;
	case GROWTH:
		t->growth = (uint64_t)option_number(key, value, 1, LONG_MAX);
		break;
	case 'g': set_grams(t, value); break;
	case 'G': set_glue(t, value); break;
	case LINES: t->lines = true; break;
	case ARF: set_column(o, COLUMN_ARF); break;
	default: return false;
	}
	o->text = true;
	return true;
}

static void
take(void *self, int key, const char *value)
{
	struct wordfreq *o = self;
	struct report_options *r = &o->report_options;

	if (take_text_option(o, key, value))
		return;
	switch (key) {
	case 'n': r->most = (uint64_t)option_number(key, value, 0, LONG_MAX); break;
	case 'm': r->least = (uint64_t)option_number(key, value, 0, LONG_MAX); break;
	case 'L': wordfilter_take_length(&o->pick, value); break;
	case STOP: wordfilter_file(&o->pick.stop, value); break;
	case STOP_LANG: wordfilter_take_language(&o->pick, value); break;
	case ONLY: wordfilter_file(&o->pick.only, value); break;
	case MATCH: case NO_MATCH: add_pattern(o, key, value); break;
	case NO_NUMBERS: o->pick.no_numbers = true; break;
	case BY_DOCUMENT: o->by_document = true; break;
	case TF_IDF: set_column(o, COLUMN_TF_IDF); break;
	case 'A': r->by_word = true; break;
	case 'R': r->reverse = true; break;
	case 'p': set_column(o, COLUMN_PER_MILLION); break;
	case 'P': set_column(o, COLUMN_CUMULATIVE); break;
	case 'd': set_column(o, COLUMN_DOCUMENTS); break;
	case 'D': set_column(o, COLUMN_DISPERSION); break;
	case 't': set_column(o, COLUMN_RANK); break;
	case PARTS: set_column(o, COLUMN_PARTS); break;
	case 'H': r->table.header = true; break;
	case 'o': r->table.format = (enum table_format)option_word(key, value); break;
	case LANGUAGES: filter_list(language_list);
	case MERGE: o->merge = true; break;
	case THREADS: o->threads = (int)option_number(key, value, 1, THREADS_MOST); break;
	case MEMORY: r->memory = option_size(key, value, 1 << 20); break;
	}
}

/*
 * A word that is left out is counted like the others and dropped from the
 * table, which is faster; but not where that makes a difference to others.
 */
static void
settle(struct wordfreq *o)
{
	struct tally_options *t = &o->tally_options;
	unsigned columns = o->report_options.table.columns;
	bool tf_idf = columns >> COLUMN_TF_IDF & 1;

	t->docs = (columns >> COLUMN_DOCUMENTS & 1) || tf_idf;
	t->parts = (columns & (1u << COLUMN_DISPERSION | 1u << COLUMN_PARTS))
	    != 0 || o->by_document || (tf_idf && o->merge);
	t->places = columns >> COLUMN_ARF & 1;
	t->memory = o->report_options.memory;
	t->window = o->totals;
	t->rules = o->judge != NULL ? &o->now : &o->rules;
	if (o->rules.turkic)
		t->form |= WORDFORM_TURKIC;
	if (!wordfilter_chooses(&o->pick))
		return;
	if (t->most_gram > 1 || t->stem != NULL || t->spellings || t->docs ||
	    t->parts || t->places || t->window || t->growth > 0 ||
	    o->lemma_file != NULL || (t->form & WORDFORM_BARE))
		t->pick = &o->pick;
	else
		o->report_options.pick = &o->pick;
}

static void
load_lemmas(struct wordfreq *o)
{
	struct buf lines = {0};
	size_t bad;

	if (o->lemma_file == NULL)
		return;
	load_file(&lines, o->lemma_file);
	bad = lemmas_add(&o->lemmas, buf_str(&lines), o->tally_options.form &
	    ~(unsigned)WORDFORM_BARE);
	if (bad > 0)
		die("%s: line %zu: not a word, a tab and its lemma in UTF-8",
		    o->lemma_file, bad);
	o->tally_options.lemmas = &o->lemmas;
	buf_free(&lines);
}

/* Options that contradict each other. */
static void
check(const struct wordfreq *o)
{
	const struct tally_options *t = &o->tally_options;
	bool range = t->least_gram < t->most_gram && t->least_gram > 0;

	if (o->merge && o->text)
		misuse("--merge: -c -K -S -s -g -G --lines --arf --growth "
		    "--lemmas --no-accents --totals --within are for text");
	if (o->totals + o->by_document + (t->growth > 0) > 1)
		misuse("--totals, --by-document, --growth: one of them");
	if (t->memory > 0 && (t->growth > 0 || o->totals))
		misuse("--memory: not with --growth, --totals");
	if (range && (t->parts || t->places || t->growth > 0 || o->totals))
		misuse("--grams: one length only with -D --arf --by-document "
		    "--growth --parts --totals");
	if (o->by_document && o->report_options.reverse)
		misuse("--by-document: not with --reverse");
}

static void
ready(void *self, char **operands)
{
	struct wordfreq *o = self;

	(void)operands;
	settle(o);
	check(o);
	if (o->judge != NULL && WORDDICT)
		worddict_open();
	load_lemmas(o);
	o->wanted = 1u << COLUMN_COUNT | 1u << COLUMN_WORD;
	if (o->tally_options.parts)
		o->wanted |= 1u << COLUMN_PARTS;
	else if (o->tally_options.docs)
		o->wanted |= 1u << COLUMN_DOCUMENTS;
	tally_open(&o->tally, &o->tally_options);
	if (!o->merge && o->threads > 1 && o->judge == NULL &&
	    threads_can(&o->tally_options))
		o->crew = threads_open(&o->tally, o->threads);
	report_open(&o->report, &o->report_options);
}

static void
start(void *self)
{
	struct wordfreq *o = self;

	if (o->crew != NULL)
		threads_start(o->crew);
}

static void
merge(struct document *d, struct wordfreq *o)
{
	struct counttable_reader r;
	struct entry e;
	uint64_t table = 1;

	counttable_read(&r, d->in, o->report_options.table.columns, o->wanted);
	while (counttable_next(&r, &e)) {
		if (r.table != table)
			tally_table_ends(&o->tally);
		table = r.table;
		if (!tally_add(&o->tally, &e))
			counttable_bad(&r);
	}
	tally_table_ends(&o->tally);
	if (r.rows.bad > 0)
		document_fault(d, "line %" PRIu64 ": not a row of a count "
		    "table with the columns wanted, or not to be added to "
		    "the others; bad lines: %" PRIu64, r.rows.first_bad,
		    r.rows.bad);
	counttable_free(&r);
}

/* With -l auto: the rules of the document's language. */
static void
suit(const struct document *d, struct wordfreq *o)
{
	unsigned turkic = WORDFORM_TURKIC;

	word_rules_switch(&o->now, &o->rules, auto_language(d, o->judge));
	o->tally.options.form = o->now.turkic ? o->tally.options.form | turkic
	    : o->tally.options.form & ~turkic;
}

/* A file by its name; a record by its "id", or its place. */
static void
name_document(const struct document *d, struct wordfreq *o)
{
	struct buf name = {0};

	document_name(d, "id", &name);
	buf_putc(&name, '\0');
	documents_add(&o->documents, o->tally.doc + 1, name.s,
	    o->tally_options.lines);
	buf_free(&name);
}

static void
wordfreq(struct document *d, void *self)
{
	struct wordfreq *o = self;

	if (o->judge != NULL)
		suit(d, o);
	if (o->by_document && !o->merge)
		name_document(d, o);
	if (o->merge)
		merge(d, o);
	else if (o->crew != NULL)
		threads_text(d->in, d->out, o->crew);
	else
		tally_text(d->in, d->out, &o->tally);
}

static void
finish(void *self, struct sink *out)
{
	struct wordfreq *o = self;
	const struct report_options *r = &o->report_options;

	if (o->crew != NULL)
		threads_close(o->crew);
	if (o->totals)
		summary_totals(&o->tally, r->table.format, out);
	else if (o->tally_options.growth > 0)
		summary_growth(&o->tally, r->table.format, r->table.header, out);
	else if (o->by_document)
		summary_documents(&o->tally, &o->documents, r,
		    &o->report.by_count, out);
	else
		report_put(&o->report, &o->tally, out);
	documents_free(&o->documents);
	lemmas_free(&o->lemmas);
	report_free(&o->report);
	tally_free(&o->tally);
	wordfilter_free(&o->pick);
	word_rules_free(&o->rules);
	word_rules_free(&o->now);
	langid_free(o->judge);
}

static const struct option_row options[] = {
	{'n', "most", "n", "only the n most frequent words"},
	{'m', "least", "n", "only words with a count of n or more"},
	{'L', "length", "min-max", "only words of this many letters"},
	{STOP, "stop", "file", NULL},
	{STOP_LANG, "stop-lang", "language", "not the stop words of a language"},
	{ONLY, "only", "file", "only the words in file; --stop=file: not those"},
	{MATCH, "match", "regex", "only words that match; --no-match: that do not"},
	{NO_MATCH, "no-match", "regex", NULL},
	{NO_NUMBERS, "no-numbers", NULL, "only words with a letter"},
	{'x', "rules", "list", "abbrev, elision, hyphen, number, url ..."},
	{'l', "language", "name", "the rules that suit it; auto: each text"},
	{LANGUAGES, "languages", NULL, NULL},
	{'c', "case", NULL, "keep upper and lower case apart"},
	{'K', "compat", NULL, "widths, ligatures, superscripts are alike"},
	{NO_ACCENTS, "no-accents", NULL, "letters with and without accents are alike"},
	{LEMMAS, "lemmas", "file", "count lemmas: lines of word, TAB, lemma"},
	{'S', "stem", "language", "count stems: en, de, fr ..."},
	{'s', "spelling", NULL, "show words as they are most often written"},
	{'g', "grams", "n", "count n words in a row, up to 5; 1-3: each length"},
	{'G', "glue", "string", NULL},
	{WITHIN, "within", "line|clause|document", "what -g never crosses (line)"},
	{'A', "by-word", NULL, "sort by word"},
	{'R', "reverse", NULL, "reverse the order"},
	{'p', "per-million", NULL, "column: count in a million words"},
	{'P', "cumulative", NULL, "column: percent, with all higher words"},
	{'d', "documents", NULL, "column: documents with it; --lines: a line is one"},
	{'D', "dispersion", NULL, "column: deviation of proportions; also --arf"},
	{ARF, "arf", NULL, NULL},
	{'t', "rank", NULL, "column: rank"},
	{TF_IDF, "tf-idf", NULL, "column: count by inverse document frequency"},
	{PARTS, "parts", NULL, NULL},
	{LINES, "lines", NULL, NULL},
	{BY_DOCUMENT, "by-document", NULL, "a row for each document and word"},
	{TOTALS, "totals", NULL, "tokens, types ...; --growth=n: at each n words"},
	{GROWTH, "growth", "n", NULL},
	{'H', "header", NULL, "name the columns in a first line"},
	{'o', "output", "tsv|csv|json", "the table's format (tsv)"},
	{MERGE, "merge", NULL, "add tables up, not texts; --parts for -D"},
	{MEMORY, "memory", "size", "use a temporary file beyond it: 64M, 2G ..."},
	{THREADS, "threads", "n", "count in n threads"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {langid_version(), utf_version(),
	    worddict_version(), NULL};
	const struct filter filter = {
		.name = "wordfreq", .purpose = "Count the words of a text.",
		.options = options, .result = RESULT_TABLE,
		.input = FILTER_WORDS, .decoder = &text_decoder,
		.versions = versions,
		.option = take, .ready = ready, .start = start,
		.run = wordfreq, .finish = finish,
	};
	struct wordfreq o = {
		.tally_options = {.form = NORM_C | NORM_FOLD, .most_gram = 1,
		    .glue = STR(" ")},
		.report_options = {.most = UINT64_MAX, .table.columns =
		    1u << COLUMN_COUNT | 1u << COLUMN_WORD},
		.rules = word_rules_open(),
		.pick = wordfilter_open(),
	};

	return filter_main(&filter, &o, argc, argv);
}
