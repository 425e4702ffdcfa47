/* SPDX-License-Identifier: MIT */
/*
 * kwic: keyword in context.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/filter.h"
#include "base/io.h"
#include "base/load.h"
#include "base/regex.h"
#include "base/terminal.h"
#include "text/corpus/concordance.h"
#include "text/corpus/sortkeys.h"
#include "text/encoding/decode.h"
#include "text/langid/langid.h"
#include "text/unicode/utf.h"

enum {
	COUNT = OPTION_OWN, ID, LINES, NAMES, PATTERN, PATTERNS, SAMPLE, SEED,
	SORT
};

struct kwic {
	struct concordance_options how;
	struct wordoptions words;
	struct pattern_options pattern_options;
	struct patterns *patterns;
	struct buf sources;   /* of patterns, a line each */
	struct concordance concordance;
	struct buf document;  /* the name of the one at hand */
	const char *id;
	bool lines, count;
};

/* ---- options ---- */

static void
add_source(void *self, struct str pattern)
{
	struct kwic *k = self;

	if (pattern.n == 0)
		return;
	buf_put(&k->sources, pattern.s, pattern.n);
	buf_putc(&k->sources, '\n');
}

static void
add_sources(struct kwic *k, const char *file)
{
	struct buf lines = {0};

	load_file(&lines, file);
	load_lines(buf_str(&lines), add_source, k);
	buf_free(&lines);
}

/* What is searched for. */
static bool
take_pattern(struct kwic *k, int key, const char *value)
{
	switch (key) {
	case 'E': k->pattern_options.regex = true; break;
	case PATTERN: add_source(k, str_of(value)); break;
	case PATTERNS: add_sources(k, value); break;
	default: return false;
	}
	return true;
}

static void
take(void *self, int key, const char *value)
{
	struct kwic *k = self;
	struct concordance_options *o = &k->how;

	if (wordoptions_take(&k->words, key, value, filter_list) ||
	    take_pattern(k, key, value))
		return;
	switch (key) {
	case 'C': o->words = (int)option_number(key, value, 1, 1000); break;
	case 'H': o->header = true; break;
	case 'n':
		o->most = (uint64_t)option_number(key, value, 0, LONG_MAX);
		break;
	case 'o': o->format = (enum concordance_format)option_word(key, value); break;
	case 'q': o->quiet = true; break;
	case 's': o->whole = true; break;
	case 'w': o->width = (int)option_number(key, value, 0, 100000); break;
	case COUNT: k->count = true; break;
	case ID: k->id = value; break;
	case LINES: k->lines = true; break;
	case NAMES: o->names = true; break;
	case SAMPLE:
		o->sample = (uint64_t)option_number(key, value, 1, 100000000);
		break;
	case SEED:
		o->seed = (uint64_t)option_number(key, value, 0, LONG_MAX);
		break;
	case SORT:
		if (!sortkeys_parse(o, value))
			misuse("--sort %s: give some of 1L, 2L ..., 1R, 2R ..., "
			    "word, document", value);
		break;
	}
}

/* ---- before the first document ---- */

static void
compile(void *self, struct str pattern)
{
	struct kwic *k = self;
	const char *why = patterns_add(k->patterns, pattern);

	if (why != NULL)
		misuse("pattern %.*s: %s", (int)pattern.n, pattern.s, why);
}

/* The first operand is the pattern, where no option gave one. */
static void
take_operand(struct kwic *k, char **operands)
{
	if (k->sources.n > 0)
		return;
	if (*operands == NULL)
		misuse("give a pattern, such as: kwic storm book.txt");
	add_source(k, str_of(*operands));
	if (k->sources.n == 0)
		misuse("the pattern is empty: give a word, such as: "
		    "kwic storm book.txt");
	for (; *operands != NULL; operands++)
		operands[0] = operands[1];
}

static void
ready(void *self, char **operands)
{
	struct kwic *k = self;
	struct concordance_options *o = &k->how;
	size_t files = 0;

	if (o->header && o->format != CONCORDANCE_TSV)
		misuse("-H: only with -o tsv");
	take_operand(k, operands);
	while (operands[files] != NULL)
		files++;
	wordoptions_ready(&k->words);
	k->pattern_options.form = k->words.form;
	k->pattern_options.stem = k->words.stem;
	k->patterns = patterns_open(&k->pattern_options);
	load_lines(buf_str(&k->sources), compile, k);
	o->names |= files > 1 || filter_reads_records() || k->lines;
	o->colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL;
	if (o->width == 0)
		o->width = terminal_columns(80);
	if (o->words == 0 && o->format != CONCORDANCE_PLAIN)
		o->words = 10;
	buf_putc(&k->sources, '\0');
	k->sources.s[strcspn(k->sources.s, "\n")] = '\0';
	o->title = k->sources.s;
	o->quiet |= k->count;
	k->concordance = concordance_open(o);
}

/* ---- documents ---- */

/* What a hit is cited by: the record's id, or a name and a line. */
static void
name_document(struct kwic *k, const struct document *d)
{
	char line[32];

	k->document.n = 0;
	if (document_member(d, k->id, &k->document))
		return;
	if (d->line == 0) {
		buf_puts(&k->document, d->file);
		return;
	}
	snprintf(line, sizeof line, "%" PRIu64, d->line);
	buf_puts(&k->document, line);
}

static void
name_line(struct kwic *k, const struct document *d, uint64_t number)
{
	char line[32];

	name_document(k, d);
	snprintf(line, sizeof line, ":%" PRIu64, number);
	buf_puts(&k->document, line);
}

static uint64_t
search_line(struct kwic *k, struct textline *l)
{
	struct pattern_words words;
	uint64_t hits = 0;
	size_t n;

	if (patterns_cannot_match(k->patterns, l->text))
		return 0;
	textline_cut(l);
	words = (struct pattern_words){l->forms.at, l->forms.n};
	for (size_t i = 0; i < words.n; i += n > 0 ? n : 1) {
		n = patterns_match(k->patterns, words, i);
		if (n == 0)
			continue;
		concordance_add(&k->concordance, buf_str(&k->document), l, i,
		    n);
		hits++;
		if (concordance_is_full(&k->concordance) && !k->count)
			break;
	}
	return hits;
}

static void
put_count(struct kwic *k, struct sink *out, uint64_t hits)
{
	char line[32];

	snprintf(line, sizeof line, "%" PRIu64 "\t", hits);
	sink_puts(out, line);
	sink_put(out, k->document.s, k->document.n);
	sink_putc(out, '\n');
}

/* A word that a regular expression was not compared with to the end. */
static void
note_limit(struct document *d, struct patterns *p)
{
	const char *regex = patterns_gave_up(p);

	if (regex != NULL)
		document_fault(d, "pattern %s: on some words it takes too "
		    "long; they do not match", regex);
}

static void
kwic(struct document *d, void *self)
{
	struct kwic *k = self;
	struct textline l;
	uint64_t hits = 0;

	wordoptions_suit(&k->words, d);
	l = textlines_in(d->in, &k->words);
	concordance_begin(&k->concordance, k->count ? d->out : io_out());
	name_document(k, d);
	while ((k->count || !concordance_is_full(&k->concordance)) &&
	    textline_next(&l)) {
		if (k->lines)
			name_line(k, d, l.number);
		hits += search_line(k, &l);
		if (k->lines && k->count && !l.goes_on) {
			put_count(k, io_out(), hits);
			hits = 0;
		}
	}
	if (k->count && !k->lines)
		put_count(k, io_out(), hits);
	note_limit(d, k->patterns);
	textline_free(&l);
}

static void
finish(void *self, struct sink *out)
{
	struct kwic *k = self;

	concordance_begin(&k->concordance, out);
	concordance_end(&k->concordance);
	concordance_free(&k->concordance);
	patterns_free(k->patterns);
	wordoptions_free(&k->words);
	buf_free(&k->sources);
	buf_free(&k->document);
}

/* As grep has it; with -j as all programs have it. */
static int
status(void *self, enum verdict verdict)
{
	const struct kwic *k = self;

	if (filter_reads_records())
		return (int)verdict;
	return verdict != DONE ? 2 : k->concordance.hits == 0;
}

static const struct option_row options[] = {
	{PATTERN, "pattern", "pattern", "search for this; may be repeated"},
	{PATTERNS, "patterns", "file", "search for each line of file"},
	{'E', "regex", NULL, "words of patterns are regular expressions"},
	WORDOPTION_ROWS,
	{'w', "width", "n", "columns of a line; 0: the terminal's, or 80"},
	{'C', "context", "n", "words on each side, instead of columns (10)"},
	{'s', "whole", NULL, "the whole line around a hit"},
	{NAMES, "with-name", NULL, "the document's name before each line"},
	{'o', "output", "plain|tsv|json|html", "the format (plain)"},
	{'H', "header", NULL, "tsv: name the columns in a first line"},
	{SORT, "sort", "keys", "1L, 2R, word, document ...: sort hits by them"},
	{'n', "most", "n", "only the first n hits"},
	{SAMPLE, "sample", "n", "n hits, chosen at random"},
	{SEED, "seed", "n", "another choice (0)"},
	{COUNT, "count", NULL, "only the number of hits per document"},
	{LINES, "lines", NULL, "a document is a line, not a file"},
	{ID, "id", "name", "with -j: the member that names a record (id)"},
	{'q', "quiet", NULL, "write nothing: see the exit status"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {langid_version(), regex_version(),
	    utf_version(), NULL};
	const struct filter filter = {
		.name = "kwic", .purpose = "Find words and show their context.",
		.operands = "pattern [file]...", .options = options,
		.result = RESULT_TABLE, .input = FILTER_WORDS,
		.decoder = &text_decoder, .versions = versions,
		.option = take, .ready = ready, .run = kwic,
		.finish = finish, .status = status,
	};
	struct kwic k = {
		.words = wordoptions_open(), .id = "id",
		.how = {.most = UINT64_MAX, .memory = (size_t)256 << 20},
	};

	return filter_main(&filter, &k, argc, argv);
}
