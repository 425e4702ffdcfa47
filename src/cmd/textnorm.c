/* SPDX-License-Identifier: MIT */
/*
 * textnorm: text in; the same text, its characters repaired and made one, out.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/load.h"
#include "notation/table.h"
#include "program/filter.h"
#include "text/language.h"
#include "text/mojibake/mojibake.h"
#include "text/repair/curl.h"
#include "text/repair/repair.h"
#include "text/unicode/utf.h"

enum { CURL = OPTION_OWN, FIELDS, LANGUAGES, RULES, WITH_NAME, WORDS };

#define WRAPPED (1u << REPAIR_DEHYPHEN | 1u << REPAIR_UNWRAP)

/* Of -c: without the file if there is one, without the lines but for -v. */
static const struct table_column columns[] = {
	{"file", TABLE_TEXT, 0}, {"line", TABLE_INTEGER, 0},
	{"rules", TABLE_TEXT, 0}, {"before", TABLE_TEXT, 0},
	{"after", TABLE_TEXT, 0},
};

struct options {
	struct repair repair;
	bool check, report, verbose, with_name;
	const char *words;  /* a file of them */
	const char *fields; /* more members of a record */
	struct table table; /* of -c */
	const char *file; /* that is read */
	uint64_t lines[REPAIR_COUNT]; /* that each rule changed */
};

/* A line that changes: counted for -r, a row of -c. */
static void
take_change(void *ctx, uint64_t line, unsigned rules, struct str before,
    struct str after)
{
	struct options *o = ctx;
	struct buf names = {0};

	for (int i = 0; i < REPAIR_COUNT; i++) {
		if (!(rules & 1u << i))
			continue;
		o->lines[i]++;
		if (names.n > 0)
			buf_putc(&names, ',');
		buf_puts(&names, repair_rules[i].name);
	}
	if (o->check) {
		if (o->with_name)
			table_put_text(&o->table, str_of(o->file));
		table_put_integer(&o->table, line);
		table_put_text(&o->table, buf_str(&names));
		if (o->verbose) {
			table_put_text(&o->table, before);
			table_put_text(&o->table, after);
		}
		table_end_row(&o->table);
	}
	buf_free(&names);
}

/* The member `name` of the record, repaired if it needs it. */
static void
repair_member(struct options *o, struct document *d, const char *name,
    struct str text)
{
	struct buf repaired = {0};

	if (repair_string(&o->repair, text, &repaired))
		object_string(d->members, name, buf_str(&repaired));
	buf_free(&repaired);
}

static void
repair_record(struct options *o, struct document *d)
{
	const char *fields = o->fields;

	repair_member(o, d, filter_field(), source_rest(d->in));
	while (fields != NULL && *fields != '\0') {
		size_t n = strcspn(fields, ",");
		struct buf name = {0}, text = {0};

		buf_put(&name, fields, n);
		buf_putc(&name, '\0');
		if (document_member(d, name.s, &text))
			repair_member(o, d, name.s, buf_str(&text));
		buf_free(&name);
		buf_free(&text);
		fields += n + (fields[n] == ',');
	}
}

static void
forget(struct sink *k)
{
	k->buf.n = 0;
}

static void
textnorm(struct document *d, void *self)
{
	struct options *o = self;
	struct sink nowhere = {.drain = forget};

	o->table.out = d->out;
	o->file = d->file;
	if (d->members != NULL)
		repair_record(o, d);
	else
		repair_text(&o->repair, d->in, o->check ? &nowhere : d->out);
	buf_free(&nowhere.buf);
}

static void
list_rules(struct sink *out)
{
	for (int i = 0; i < REPAIR_COUNT; i++) {
		sink_puts(out, repair_rules[i].name);
		sink_puts(out, REPAIR_DEFAULT & 1 << i ? "\tdefault\t" : "\t\t");
		sink_puts(out, repair_rules[i].what);
		sink_putc(out, '\n');
	}
}

static const struct option_row options[] = {
	{'c', "check", NULL, "write only which lines would change, and by what"},
	{CURL, "curl", "language", "straight quotes become this language's"},
	{LANGUAGES, "languages", NULL, "list the languages of --curl and exit"},
	{FIELDS, "fields", "names", "with -j: repair these members, too"},
	{'r', "rule-counts", NULL, "how many lines each rule changed, on stderr"},
	{RULES, "list-rules", NULL, "list the rules and exit"},
	{'v', "verbose", NULL, "with -c: the lines before and after"},
	{WITH_NAME, "with-name", NULL, "with -c: the file's name first"},
	{WORDS, "words", "file", "words known to dehyphen: a list, or a table"},
	{'x', "rules", "list", "exactly these, or the default +more,-less"},
	{0},
};

static void
set_rules(struct options *o, const char *list)
{
	struct str wrong;
	unsigned curl = o->repair.rules & 1u << REPAIR_CURL;

	if (!repair_parse(list, &o->repair.rules, &wrong))
		misuse("--rules %.*s: no such rule: --list-rules lists them",
		    (int)wrong.n, wrong.s);
	o->repair.rules |= curl;
}

static void
set_quotes(struct options *o, const char *name)
{
	const struct language *l = language_option("curl", name);

	o->repair.quotes = quote_style_of(l->code);
	if (o->repair.quotes == NULL)
		misuse("--curl %s: no quotation marks are known for %s: "
		    "--languages lists those that have", name, l->name);
	o->repair.rules |= 1u << REPAIR_CURL;
}

static void
take(void *self, int key, const char *value)
{
	struct options *o = self;

	switch (key) {
	case 'c': o->check = true; break;
	case CURL: set_quotes(o, value); break;
	case FIELDS: o->fields = value; break;
	case LANGUAGES: filter_list(quote_styles_list);
	case 'r': o->report = true; break;
	case RULES: filter_list(list_rules);
	case 'v': o->verbose = true; break;
	case WITH_NAME: o->with_name = true; break;
	case WORDS: o->words = value; break;
	case 'x': set_rules(o, value); break;
	}
}

static void
read_words(struct options *o)
{
	struct buf list = {0};

	load_file(&list, o->words);
	unwrap_words(&o->repair.unwrap, buf_str(&list));
	buf_free(&list);
}

static void
ready(void *self, char **operands)
{
	struct options *o = self;
	enum repair_rule pair[2];

	(void)operands;
	if (repair_opposites(o->repair.rules, pair))
		misuse("%s and %s: give one of them: one undoes the other",
		    repair_rules[pair[0]].name, repair_rules[pair[1]].name);
	if (o->words != NULL && !(o->repair.rules & 1u << REPAIR_DEHYPHEN))
		misuse("--words: only with -x +dehyphen");
	if (o->words != NULL)
		read_words(o);
	if (o->fields != NULL && !filter_reads_records())
		misuse("--fields: only with -j");
	if (o->check && filter_reads_records())
		misuse("-c: not with -j: it lists lines of a text");
	if (o->check && (o->repair.rules & WRAPPED))
		misuse("-c: not with dehyphen and unwrap, which join lines");
	if (o->verbose && !o->check)
		misuse("-v: only with -c");
	if (o->check || o->report) {
		o->repair.changed = take_change;
		o->repair.ctx = o;
	}
	if (o->with_name && !o->check)
		misuse("--with-name: only with -c");
	o->table.columns = columns + !o->with_name;
	o->table.n = o->with_name + (o->verbose ? 4 : 2);
}

/* -r */
static void
finish(void *self, struct sink *out)
{
	struct options *o = self;

	(void)out;
	for (int i = 0; i < REPAIR_COUNT && o->report; i++)
		if (o->lines[i] > 0)
			fprintf(stderr, "%s\t%" PRIu64 "\n",
			    repair_rules[i].name, o->lines[i]);
}

int
main(int argc, char *argv[])
{
	const char *const versions[] = {mojibake_version,
	    utf_version(), NULL};
	const struct filter filter = {
		.name = "textnorm",
		.purpose = "Repair and unify the characters of a text.",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_WORDS, .versions = versions, .option = take,
		.ready = ready, .run = textnorm, .finish = finish,
	};
	struct options o = {.repair.rules = REPAIR_DEFAULT};
	int status = filter_main(&filter, &o, argc, argv);
	repair_free(&o.repair);
	return status;
}
