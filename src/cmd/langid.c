/* SPDX-License-Identifier: MIT */
/*
 * langid: text in; which language it is in out, or what is in a language.
 */
#include <stdio.h>

#include "notation/table.h"
#include "program/filter.h"
#include "program/outlet.h"
#include "program/record.h"
#include "program/stats.h"
#include "text/encoding/decode.h"
#include "text/langid/languageset.h"
#include "text/langid/mixed.h"
#include "text/unicode/utf.h"

enum { LANGUAGES = OPTION_OWN, DROPPED, WHOLE, WITH_NAME, SHARE_LEAST = 50 };

struct options {
	struct langid *judge;
	struct langid_set only, keep;
	bool limited, filtering, keep_und, invert;
	int least; /* confidence */
	int guesses;
	bool lines, mixed, script, whole;
	bool named; /* write the file's name */
	bool rows;  /* -H or -o is given */
	struct table_column columns[4];
	struct table table; /* of languages */
	const char *member, *dropped_file;
	char score_member[64];
	struct outlet dropped;
	struct buf block;
};

/* The next LANGID_READ bytes of the document; false: there are none. */
static bool
read_block(struct options *o, struct source *in)
{
	size_t n;

	o->block.n = 0;
	while (o->block.n < LANGID_READ && (n = source_copy(in,
	    buf_room(&o->block, LANGID_READ - o->block.n),
	    LANGID_READ - o->block.n)) > 0)
		o->block.n += n;
	return o->block.n > 0;
}

static const struct langid_set *
only(const struct options *o)
{
	return o->limited ? &o->only : NULL;
}

/* Too unsure to be said. */
static void
doubt(const struct options *o, struct langid_guess *g)
{
	if (g->confidence < o->least)
		g->code = "und";
}

static struct langid_guess
best(const struct options *o)
{
	struct langid_guess g = langid_best(o->judge, only(o));

	doubt(o, &g);
	return g;
}

static bool
is_kept(const struct options *o, const struct langid_guess *g)
{
	bool in = strcmp(g->code, "und") == 0 ? o->keep_und :
	    langid_set_has(&o->keep, g->code);

	return !o->filtering || in != o->invert;
}

static void
put_code(const struct options *o, struct sink *out,
    const struct langid_guess *g)
{
	const char *script = NULL;

	if (o->script && strcmp(g->code, "und") != 0)
		script = langid_script(o->judge, g);
	sink_puts(out, g->code);
	if (script != NULL) {
		sink_putc(out, '-');
		sink_puts(out, script);
	}
}

/* Its first columns, and the head before the first row. */
static void
begin_row(struct options *o, const struct document *d,
    const struct langid_guess *g)
{
	struct table *t = &o->table;
	struct sink code = {0};

	if (t->out == NULL) {
		t->out = d->out;
		t->columns = o->columns;
		o->columns[t->n++] = (struct table_column){"lang", TABLE_TEXT, 0};
		if (o->mixed)
			o->columns[t->n++] = (struct table_column){"share",
			    TABLE_NUMBER, 2};
		o->columns[t->n++] = (struct table_column){"lang_score",
		    TABLE_NUMBER, 2};
		if (o->named)
			o->columns[t->n++] = (struct table_column){"document",
			    TABLE_TEXT, 0};
		table_head(t);
	}
	put_code(o, &code, g);
	table_put_text(t, buf_str(&code.buf));
	buf_free(&code.buf);
}

/* Thousandths, cut to two decimals. */
static void
put_share(struct sink *out, int share)
{
	char number[] = {'\t', (char)('0' + share / 1000), '.',
	    (char)('0' + share / 100 % 10), (char)('0' + share / 10 % 10)};

	sink_put(out, number, sizeof number);
}

static void
end_row(struct options *o, const struct document *d,
    const struct langid_guess *g)
{
	table_put_fixed(&o->table, (uint64_t)g->confidence / 10);
	if (o->named)
		table_put_text(&o->table, str_of(d->file));
	table_end_row(&o->table);
}

/* -j */
static void
judge_record(struct options *o, struct document *d)
{
	struct langid_guess g = best(o);
	struct sink code = {0};

	if (!is_kept(o, &g)) {
		if (o->dropped_file != NULL)
			outlet_line(&o->dropped, document_record(d));
		document_drop(d, "language");
		return;
	}
	put_code(o, &code, &g);
	object_string(d->members, o->member, buf_str(&code.buf));
	object_number(d->members, o->score_member, g.confidence / 10 / 100.0,
	    2);
	buf_free(&code.buf);
}

/* A line for the document, or -n of them. */
static void
judge_document(struct options *o, struct document *d)
{
	struct langid_guess g[LANGID_LANGUAGES];
	int n = langid_guesses(o->judge, only(o), g, o->guesses);

	for (int i = 0; i < n; i++) {
		doubt(o, &g[i]);
		if ((i > 0 && g[i].confidence < o->least) ||
		    !is_kept(o, &g[i]))
			continue;
		begin_row(o, d, &g[i]);
		end_row(o, d, &g[i]);
	}
}

/* -a */
static void
judge_mixed(struct options *o, struct document *d)
{
	struct mixed m = {0};

	while (read_block(o, d->in)) {
		mixed_add(&m, o->judge, buf_str(&o->block), only(o), o->least);
		if (!o->whole)
			break;
	}
	mixed_sort(&m);
	for (int i = 0; i < m.n; i++) {
		int share = (int)(m.parts[i].letters * 1000 / m.letters);

		if (share < SHARE_LEAST || !is_kept(o, &m.parts[i].guess))
			continue;
		begin_row(o, d, &m.parts[i].guess);
		table_put_fixed(&o->table, (uint64_t)share / 10);
		end_row(o, d, &m.parts[i].guess);
	}
}

static void
put_piece(void *out, struct str piece)
{
	sink_put(out, piece.s, piece.n);
}

/* The line at the source, to its end; `out` takes it, NULL: nobody. */
static void
pass_line(struct source *in, struct sink *out)
{
	source_pass_line(in, out != NULL ? put_piece : NULL, out);
	if (out != NULL)
		sink_putc(out, '\n');
}

/* -L */
static void
judge_lines(struct options *o, struct document *d)
{
	struct str line;

	while (source_line(d->in, LANGID_READ, &line)) {
		struct langid_guess g =
		    langid_document(o->judge, line, only(o));
		struct sink *to = d->out;

		doubt(o, &g);
		if (!o->filtering) {
			put_code(o, to, &g);
			put_share(to, g.confidence);
			sink_putc(to, '\t');
		} else if (line.n > 0 && !is_kept(o, &g)) {
			to = o->dropped_file != NULL ? &o->dropped.sink : NULL;
			stats_add("lines_dropped", 1);
		}
		pass_line(d->in, to);
	}
}

static void
judge(struct document *d, void *self)
{
	struct options *o = self;

	if (o->lines) {
		judge_lines(o, d);
		return;
	}
	if (o->mixed) {
		judge_mixed(o, d);
		return;
	}
	langid_begin(o->judge);
	while (read_block(o, d->in)) {
		langid_add(o->judge, buf_str(&o->block));
		if (!o->whole)
			break;
	}
	if (d->members != NULL)
		judge_record(o, d);
	else
		judge_document(o, d);
}

static const struct option_row options[] = {
	{'a', "all-languages", NULL, "all languages of a text, by their share of it"},
	{'k', "keep-language", "list", "keep what is in these languages, drop the rest"},
	{'l', "language", "list", "consider these languages only"},
	{'L', "lines", NULL, "judge each line"},
	{'m', "member", "name", "with -j: members NAME and NAME_score (lang)"},
	{'n', "most", "n", "the n likeliest languages of a text (1)"},
	{'H', "header", NULL, "name the columns in a first line"},
	{'o', "output", "tsv|csv|json", "the table's format (tsv)"},
	{'s', "script", NULL, "write the script, too: sr-Cyrl, zh-Hans"},
	{'t', "threshold", "p", "less confidence is und, undetermined (.5)"},
	{'v', "invert", NULL, "with -k: keep all other languages"},
	{DROPPED, "dropped", "file", "with -k: what is dropped goes there"},
	{WHOLE, "whole", NULL, "judge all of a text, not its first 32 KiB"},
	{WITH_NAME, "with-name", NULL, "the file's name behind its language"},
	{LANGUAGES, "languages", NULL, "list the languages and exit"},
	{0},
};

static void
take(void *self, int key, const char *value)
{
	struct options *o = self;

	switch (key) {
	case 'a': o->mixed = true; break;
	case 'k':
		o->filtering = true;
		languageset_add(&o->keep, &o->keep_und, "keep-language",
		    value);
		break;
	case 'l':
		o->limited = true;
		languageset_add(&o->only, NULL, "language", value);
		break;
	case 'L': o->lines = true; break;
	case 'm': o->member = value; break;
	case 'n':
		o->guesses = (int)option_number(key, value, 1,
		    LANGID_LANGUAGES);
		break;
	case 'H': o->table.header = o->rows = true; break;
	case 'o':
		o->table.format = (enum table_format)option_word(key, value);
		o->rows = true;
		break;
	case 's': o->script = true; break;
	case 't':
		o->least = (int)(option_decimal(key, value, 0, 1) * 1000 + .5);
		break;
	case 'v': o->invert = true; break;
	case DROPPED: o->dropped_file = value; break;
	case WHOLE: o->whole = true; break;
	case WITH_NAME: o->named = true; break;
	case LANGUAGES: filter_list(languageset_list);
	}
}

static void
ready(void *self, char **operands)
{
	struct options *o = self;
	bool records = filter_reads_records();

	if ((o->invert || o->dropped_file != NULL) && !o->filtering)
		misuse("-v and --dropped: only with -k");
	if (o->dropped_file != NULL && !o->lines && !records)
		misuse("--dropped: only with -L or -j");
	if (o->lines + o->mixed + (o->guesses > 1) + records > 1)
		misuse("-a, -L, -j and -n: give one of them");
	if (o->rows && (o->lines || records))
		misuse("-H and -o: not with -L and -j");
	if (snprintf(o->score_member, sizeof o->score_member, "%s_score",
	    o->member) >= (int)sizeof o->score_member)
		misuse("-m: a name of at most 57 bytes");
	if (records && strcmp(o->member, filter_field()) == 0)
		misuse("-m %s: give another name: the text itself is there",
		    o->member);
	(void)operands;
	if (o->dropped_file != NULL)
		outlet_open(&o->dropped, o->dropped_file);
	o->judge = langid_new();
}

int
main(int argc, char *argv[])
{
	const char *const versions[] = {langid_version(), utf_version(), NULL};
	const struct filter filter = {
		.name = "langid",
		.purpose = "Tell which language a text is in.",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_WORDS, .decoder = &text_decoder,
		.versions = versions,
		.option = take, .ready = ready, .run = judge,
	};
	struct options o = {
		.least = LANGID_LIKELY, .guesses = 1, .member = "lang",
	};
	int status = filter_main(&filter, &o, argc, argv);

	outlet_close(&o.dropped);
	langid_free(o.judge);
	buf_free(&o.block);
	return status;
}
