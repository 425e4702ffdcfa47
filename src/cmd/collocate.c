/* SPDX-License-Identifier: MIT */
/*
 * collocate: what stands near a word.
 */
#include <inttypes.h>
#include <limits.h>

#include "base/regex.h"
#include "program/filter.h"
#include "text/corpus/collocation.h"
#include "text/corpus/query.h"
#include "text/encoding/decode.h"
#include "text/langid/langid.h"
#include "text/unicode/utf.h"

enum {
	COUNTS = OPTION_OWN, LEFT, LENGTH, LINES, MERGE, PAIRS, PATTERN, RIGHT,
	SPAN, STOP, STOP_LANG
};

struct collocate {
	struct collocation_options how;
	struct collocation counted;
	struct wordoptions words;
	struct query query;
	struct wordfilter pick;
	bool lines, merge, least_is_given, span_is_given;
};

/* ---- options ---- */

static const char *
measure_name(int i)
{
	return association_name((enum association)i);
}

static void
set_measures(struct collocation_options *o, const char *value)
{
	o->n_measures = 0;
	do {
		if (o->n_measures == ASSOCIATIONS)
			misuse("--measures: name each once");
		o->measures[o->n_measures++] = (enum association)option_item(
		    'M', &value, measure_name, ASSOCIATIONS);
	} while (*value != '\0');
}

/* Which collocates are shown. */
static bool
take_filter(struct collocate *c, int key, const char *value)
{
	switch (key) {
	case LENGTH: wordfilter_take_length(&c->pick, value); break;
	case STOP: wordfilter_file(&c->pick.stop, value); break;
	case STOP_LANG: wordfilter_take_language(&c->pick, value); break;
	default: return false;
	}
	return true;
}

static void
take(void *self, int key, const char *value)
{
	struct collocate *c = self;
	struct collocation_options *o = &c->how;

	if (wordoptions_take(&c->words, key, value, filter_list) ||
	    take_filter(c, key, value))
		return;
	switch (key) {
	case 'E': c->query.options.regex = true; break;
	case 'H': o->header = true; break;
	case 'M': set_measures(o, value); break;
	case 'm':
		o->least = (uint64_t)option_number(key, value, 0, LONG_MAX);
		c->least_is_given = true;
		break;
	case 'n':
		o->most = (uint64_t)option_number(key, value, 0, LONG_MAX);
		break;
	case 'o': o->format = (enum table_format)option_word(key, value); break;
	case COUNTS: o->counts = true; break;
	case LEFT:
		o->left = (int)option_number(key, value, 0, COLLOCATION_SPAN);
		break;
	case LINES: c->lines = true; break;
	case MERGE: c->merge = true; break;
	case PAIRS: o->pairs = true; break;
	case PATTERN: query_add(&c->query, value); break;
	case RIGHT:
		o->right = (int)option_number(key, value, 0, COLLOCATION_SPAN);
		break;
	case SPAN:
		o->span = (int)option_number(key, value, 1, COLLOCATION_SPAN);
		c->span_is_given = true;
		break;
	}
}

/* ---- before the first document ---- */

static void
ready(void *self, char **operands)
{
	struct collocate *c = self;
	bool needs_node = !c->how.pairs && !c->merge;

	if (c->query.sources.n > 0 && !needs_node)
		misuse("--pattern: not with --pairs or --merge");
	if (c->span_is_given && !c->how.pairs)
		misuse("--span: only with --pairs: --right is that of a node");
	if (needs_node)
		query_take_operand(&c->query, operands,
		    "collocate storm book.txt");
	if (c->how.pairs && !c->least_is_given)
		c->how.least = 5;
	if (c->how.counts) /* what parts leave out cannot be added up */
		c->how.least = 1;
	if (wordfilter_chooses(&c->pick))
		c->how.pick = &c->pick;
	wordoptions_ready(&c->words);
	query_ready(&c->query, &c->words);
	c->counted = collocation_open(&c->how);
}

/* ---- documents ---- */

static void
merge(struct collocate *c, struct document *d)
{
	struct table_reader r;

	collocation_merge(&c->counted, d->in, &r);
	if (r.missing != NULL)
		document_fault(d, "line %" PRIu64 ": no column \"%s\": not "
		    "written by collocate --counts", r.first_bad, r.missing);
	else if (c->counted.other_kind > 0)
		document_fault(d, "line %" PRIu64 ": counts of %s",
		    c->counted.other_kind, c->how.pairs ?
		    "a node: not with --pairs" : "pairs: only with --pairs");
	else if (r.bad > 0)
		document_fault(d, "line %" PRIu64 ": not a row of counts; "
		    "bad lines: %" PRIu64, r.first_bad, r.bad);
}

static void
collocate(struct document *d, void *self)
{
	struct collocate *c = self;
	struct textline l;

	if (c->merge) {
		merge(c, d);
		return;
	}
	wordoptions_suit(&c->words, d);
	l = textlines_in(d->in, &c->words);
	collocation_begin_document(&c->counted);
	while (textline_next(&l)) {
		if (c->lines)
			collocation_begin_document(&c->counted);
		textline_cut(&l);
		collocation_add(&c->counted, &l, c->query.patterns);
	}
	query_note_limit(&c->query, d);
	textline_free(&l);
}

static void
finish(void *self, struct sink *out)
{
	struct collocate *c = self;

	collocation_put(&c->counted, out);
	collocation_free(&c->counted);
	query_free(&c->query);
	wordoptions_free(&c->words);
	wordfilter_free(&c->pick);
}

static const struct option_row options[] = {
	{PATTERN, "pattern", "pattern", "a node, in place of the operand"},
	{'E', "regex", NULL, "words of patterns are regular expressions"},
	{LEFT, "left", "n", "words of the window before the node (5)"},
	{RIGHT, "right", "n", "words of the window after it (5)"},
	{PAIRS, "pairs", NULL, "no node: count pairs of words"},
	{SPAN, "span", "n", "with --pairs: with the next n words (1)"},
	WORDOPTION_ROWS,
	{'M', "measures", "list", "columns, the first ranks (logdice,ll,mi)"},
	{'m', "least", "n", "only with a frequency of n (1; pairs 5)"},
	{'n', "most", "n", "only the first n rows"},
	{LENGTH, "length", "min-max", "only collocates of this many letters"},
	{STOP, "stop", "file", "not the words in file, one per line"},
	{STOP_LANG, "stop-lang", "language", "not the stop words of a language"},
	{LINES, "lines", NULL, "a document is a line, not a file"},
	{COUNTS, "counts", NULL, "write counts, for --merge"},
	{MERGE, "merge", NULL, "read tables of counts, not text; add them up"},
	{'H', "header", NULL, "name the columns in a first line"},
	{'o', "output", "tsv|csv|json", "the table's format (tsv)"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {langid_version(), regex_version(),
	    utf_version(), NULL};
	const struct filter filter = {
		.name = "collocate", .purpose = "Find the collocates of a word.",
		.operands = "pattern [file]...", .options = options,
		.result = RESULT_TABLE, .input = FILTER_WORDS,
		.decoder = &text_decoder, .versions = versions,
		.option = take, .ready = ready, .run = collocate,
		.finish = finish,
	};
	struct collocate c = {
		.how = {.left = 5, .right = 5, .span = 1, .most = UINT64_MAX,
		    .least = 1, .n_measures = 3, .measures = {
		    ASSOCIATION_LOGDICE, ASSOCIATION_LL, ASSOCIATION_MI}},
		.words = wordoptions_open(), .pick = wordfilter_open(),
	};

	return filter_main(&filter, &c, argc, argv);
}
