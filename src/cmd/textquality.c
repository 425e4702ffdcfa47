/* SPDX-License-Identifier: MIT */
/*
 * textquality: texts that fail the published rules are dropped, or told.
 */
#include "base/load.h"
#include "notation/table.h"
#include "program/filter.h"
#include "program/outlet.h"
#include "text/count/wordfilter.h"
#include "text/encoding/decode.h"
#include "text/langid/auto.h"
#include "text/language.h"
#include "text/quality/qualityrule.h"
#include "text/sentences/sent.h"
#include "text/unicode/utf.h"

enum { DROPPED = OPTION_OWN, LANGUAGES, PRINT, RULES_FILE, SET };

struct textquality {
	struct quality_rules rules;
	struct quality quality;
	struct abbr abbr;
	const struct language *language;
	struct langid *judge; /* of -l auto; else NULL */
	VEC(const char *) settings;
	struct table table;   /* of verdicts */
	bool keep_text, mark, print, rows; /* rows: -H or -o is given */
	const char *dropped_file;
	struct outlet dropped;
};

static void
add_rules_file(struct textquality *t, const char *file)
{
	struct buf text = {0};
	int bad;

	load_file(&text, file);
	bad = quality_rules_parse(&t->rules, buf_str(&text));
	if (bad > 0)
		misuse("--rules-file %s: line %d: give: measure < limit  "
		    "# reason", file, bad);
	buf_free(&text);
}

static void
set_language(struct textquality *t, const char *value)
{
	if (strcmp(value, "auto") != 0)
		t->language = language_option("language", value);
	else if (t->judge == NULL)
		t->judge = langid_new();
}

static void
take(void *self, int key, const char *value)
{
	struct textquality *t = self;

	switch (key) {
	case 'R':
		if (!quality_rules_add(&t->rules, value))
			misuse("--rule-sets %s: give some of gopher-rep, "
			    "gopher, c4, c4-par, fineweb", value);
		break;
	case 'H': t->table.header = t->rows = true; break;
	case 'k': t->keep_text = true; break;
	case 'l': set_language(t, value); break;
	case 'm': t->mark = true; break;
	case 'o':
		t->table.format = (enum table_format)option_word(key, value);
		t->rows = true;
		break;
	case DROPPED: t->dropped_file = value; break;
	case LANGUAGES: filter_list(language_list);
	case PRINT: t->print = true; break;
	case RULES_FILE: add_rules_file(t, value); break;
	case SET: *vec_add(&t->settings) = value; break;
	}
}

/* Gopher's own words in English; elsewhere the language's stop list. */
static void
set_stop_words(struct textquality *t)
{
	static const char words[] =
	    "the\nbe\nto\nof\nand\nthat\nhave\nwith\n";
	struct wordfilter lists = wordfilter_open();

	if (language_is(t->language, "en"))
		wordfilter_list(&lists.stop, STR(words));
	else
		wordfilter_language(&lists, t->language->code);
	map_free(&t->quality.stop);
	t->quality.stop = lists.stop;
	lists.stop = map_open(0);
	wordfilter_free(&lists);
}

static void
suit(struct textquality *t, const struct language *l)
{
	if (l == t->language && t->quality.stop.slots != NULL)
		return;
	t->language = l;
	abbr_free(&t->abbr);
	abbr_language(&t->abbr, l);
	set_stop_words(t);
}

static const struct quality_rules *printed;

static void
print_rules(struct sink *out)
{
	quality_rules_put(printed, out);
}

static void
set_limit(struct textquality *t, const char *setting)
{
	size_t n = quality_rules_set(&t->rules, setting);

	if (n == 0)
		misuse("--set %s: give NAME=LIMIT; --print-rules has the names",
		    setting);
	if (n > 1)
		misuse("--set %s: %zu rules are called that: give the reason "
		    "of one, which --print-rules has behind #", setting, n);
}

static void
ready(void *self, char **operands)
{
	struct textquality *t = self;

	(void)operands;
	if (t->rules.list.n == 0)
		quality_rules_add(&t->rules, "gopher-rep,gopher,fineweb");
	for (size_t i = 0; i < t->settings.n; i++)
		set_limit(t, t->settings.at[i]);
	if (t->print) {
		printed = &t->rules;
		filter_list(print_rules);
	}
	if ((t->mark || t->dropped_file != NULL) && !filter_reads_records())
		misuse("--mark and --dropped: only with -j");
	if (t->rows && (filter_reads_records() || (t->rules.cleans &&
	    !t->keep_text)))
		misuse("-H and -o: only for the table of verdicts");
	if (t->dropped_file != NULL)
		outlet_open(&t->dropped, t->dropped_file);
	if (t->rules.cleans && !t->keep_text && !t->mark)
		filter_set_result(RESULT_TEXT);
	suit(t, t->language != NULL ? t->language : language_find(STR("en")));
	t->quality.rules = &t->rules;
	t->quality.abbr = &t->abbr;
}

static void
put_row(struct textquality *t, struct document *d,
    const struct quality_rule *rule)
{
	static const struct table_column columns[] = {
		{"document", TABLE_TEXT, 0}, {"quality", TABLE_TEXT, 0},
		{"value", TABLE_NUMBER, -6}, {"limit", TABLE_NUMBER, -6},
	};
	struct table *table = &t->table;

	if (table->out == NULL) {
		table->out = d->out;
		table->columns = columns;
		table->n = 4;
		table_head(table);
	}
	table_put_text(table, str_of(d->file));
	table_put_text(table, str_of(rule != NULL ? rule->reason : "keep"));
	if (rule == NULL) {
		table_put_none(table);
		table_put_none(table);
	} else {
		table_put_number(table,
		    quality_value(&t->quality, rule->measure));
		table_put_number(table, rule->limit);
	}
	table_end_row(table);
}

static void
textquality(struct document *d, void *self)
{
	struct textquality *t = self;
	struct str text;
	const struct quality_rule *rule;

	if (t->judge != NULL)
		suit(t, auto_language(d, t->judge));
	text = source_rest(d->in);
	rule = quality_judge(&t->quality, text);

	if (d->members != NULL && t->mark) {
		object_string(d->members, "quality",
		    str_of(rule != NULL ? rule->reason : "keep"));
	} else if (d->members != NULL && rule != NULL) {
		if (t->dropped_file != NULL)
			outlet_line(&t->dropped, document_record(d));
		document_drop(d, rule->reason);
	} else if (t->rules.cleans && !t->keep_text && !t->mark) {
		text = rule == NULL ? quality_cleaned(&t->quality)
		    : (struct str){0};
		sink_put(d->out, text.s, text.n);
		if (d->members == NULL && text.n > 0)
			sink_putc(d->out, '\n');
	} else if (d->members == NULL) {
		put_row(t, d, rule);
	}
}

static void
finish(void *self, struct sink *out)
{
	struct textquality *t = self;

	(void)out;
	quality_free(&t->quality);
	quality_rules_free(&t->rules);
	abbr_free(&t->abbr);
	langid_free(t->judge);
	vec_free(&t->settings);
}

static const struct option_row options[] = {
	{'R', "rule-sets", "names", "gopher-rep, gopher, c4, c4-par, fineweb"},
	{RULES_FILE, "rules-file", "file", "and the rules in file"},
	{SET, "set", "name=limit", "another limit of a rule"},
	{PRINT, "print-rules", NULL, "print the rules and exit"},
	{'k', "keep-text", NULL, "c4: judge, but leave the text as it is"},
	{'l', "language", "name", "whose stop words (en); auto: of each text"},
	{LANGUAGES, "languages", NULL, "list the languages and exit"},
	{'H', "header", NULL, "name the columns in a first line"},
	{'o', "output", "tsv|csv|json", "the table's format (tsv)"},
	{'m', "mark", NULL, "with -j: drop nothing, add the member quality"},
	{DROPPED, "dropped", "file", "with -j: write what is dropped there"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {sent_version, langid_version(),
	    utf_version(), NULL};
	const struct filter filter = {
		.name = "textquality",
		.purpose = "Drop texts that fail published rules.",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_WORDS, .decoder = &text_decoder,
		.versions = versions, .option = take, .ready = ready,
		.run = textquality, .finish = finish,
	};
	struct textquality t = {0};
	int status;

	status = filter_main(&filter, &t, argc, argv);
	outlet_close(&t.dropped);
	return status;
}
