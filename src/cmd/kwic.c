/* SPDX-License-Identifier: MIT */
/*
 * kwic: keyword in context.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/regex.h"
#include "program/filter.h"
#include "program/io.h"
#include "program/terminal.h"
#include "text/corpus/concordance.h"
#include "text/corpus/query.h"
#include "text/corpus/sortkeys.h"
#include "text/encoding/decode.h"
#include "text/langid/langid.h"
#include "text/unicode/utf.h"

enum {
	COUNT = OPTION_OWN, ID, LINES, NAMES, PATTERN, PATTERNS, SAMPLE, SEED,
	SORT,
	NAME_MOST = 256 /* bytes of a record's name */
};

struct kwic {
	struct concordance_options how;
	struct wordoptions words;
	struct query query;
	struct concordance concordance;
	struct buf document;  /* the name of the one at hand */
	const char *id;
	bool lines, count;
};

/* ---- options ---- */

/* What is searched for. */
static bool
take_pattern(struct kwic *k, int key, const char *value)
{
	switch (key) {
	case 'E': k->query.options.regex = true; break;
	case PATTERN: query_add(&k->query, value); break;
	case PATTERNS: query_add_file(&k->query, value); break;
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

/* As it was written. */
static const char *
first_pattern(struct kwic *k)
{
	struct buf *sources = &k->query.sources;

	buf_putc(sources, '\0');
	sources->s[strcspn(sources->s, "\n")] = '\0';
	return sources->s;
}

static void
ready(void *self, char **operands)
{
	struct kwic *k = self;
	struct concordance_options *o = &k->how;
	size_t files = 0;

	if (o->header && o->format != CONCORDANCE_TSV)
		misuse("-H: only with -o tsv");
	query_take_operand(&k->query, operands, "kwic storm book.txt");
	while (operands[files] != NULL)
		files++;
	wordoptions_ready(&k->words);
	query_ready(&k->query, &k->words);
	o->names |= files > 1 || filter_reads_records() || k->lines;
	o->colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL;
	if (o->width == 0)
		o->width = terminal_columns(80);
	if (o->words == 0 && o->format != CONCORDANCE_PLAIN)
		o->words = 10;
	o->title = first_pattern(k);
	o->quiet |= k->count;
	k->concordance = concordance_open(o);
}

/* ---- documents ---- */

/* A name that stands before each hit may not be a text of its own. */
static void
cut_name(struct buf *name)
{
	if (name->n <= NAME_MOST)
		return;
	name->n = NAME_MOST;
	while (((unsigned char)name->s[name->n] & 0xC0) == 0x80)
		name->n--;
	buf_puts(name, "\xE2\x80\xA6");
}

/* What a hit is cited by: the record's id, or a name and a line. */
static void
name_document(struct kwic *k, const struct document *d)
{
	char line[32];

	k->document.n = 0;
	if (document_member(d, k->id, &k->document)) {
		cut_name(&k->document);
		return;
	}
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

	if (patterns_cannot_match(k->query.patterns, l->text))
		return 0;
	textline_cut(l);
	words = (struct pattern_words){l->forms.at, l->forms.n};
	for (size_t i = 0; i < words.n; i += n > 0 ? n : 1) {
		n = patterns_match(k->query.patterns, words, i);
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
	query_note_limit(&k->query, d);
	textline_free(&l);
}

static void
finish(void *self, struct sink *out)
{
	struct kwic *k = self;

	concordance_begin(&k->concordance, out);
	concordance_end(&k->concordance);
	concordance_free(&k->concordance);
	query_free(&k->query);
	wordoptions_free(&k->words);
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
