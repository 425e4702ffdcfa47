/* SPDX-License-Identifier: MIT */
/*
 * sentsplit: text in, one sentence per line out.
 */
#include <inttypes.h>
#include <stdio.h>

#include "program/filter.h"
#include "base/load.h"
#include "text/sentences/sent.h"
#include "text/sentences/sentlines.h"
#include "text/encoding/decode.h"
#include "text/langid/auto.h"
#include "text/language.h"
#include "text/unicode/utf.h"

enum { LANGUAGES = OPTION_OWN, OFFSETS, QUOTES, WRAPPED };

struct sentsplit {
	struct sentlines lines;
	const char *language;
	const char *more; /* a file of abbreviations */
	struct buf more_lines;
	struct langid *judge; /* of -l auto; else NULL */
	const struct language *now; /* whose abbreviations are loaded */
};

/* -r */
static bool
report(struct sent *s, const struct sent_judgement *j)
{
	(void)s;
	fprintf(stderr, "%" PRIu64 "\t%s\t", j->at, j->end ? "end" : "-");
	if (j->rule != NULL)
		fprintf(stderr, "%s\n", j->rule);
	else
		fprintf(stderr, "%+d\n", j->score);
	return j->end;
}

static void
take(void *self, int key, const char *value)
{
	struct sentsplit *s = self;
	struct sentlines *o = &s->lines;

	switch (key) {
	case 'a': s->more = value; break;
	case 'k': o->keep = true; break;
	case 'l': s->language = value; break;
	case LANGUAGES: filter_list(language_list);
	case 'm': o->letters = option_number(key, value, 0, 1000); break;
	case OFFSETS: o->offsets = true; break;
	case 'p': o->paragraphs = true; break;
	case QUOTES: o->whole = option_word(key, value) == 1; break;
	case 'r': o->judge = report; break;
	case WRAPPED: o->wrapped = true; break;
	case 'z': o->null = true; break;
	}
}

/* The abbreviations of a language, and those of -a. */
static void
use(struct sentsplit *s, const struct language *l)
{
	if (l == s->now)
		return;
	abbr_free(&s->lines.abbr);
	abbr_language(&s->lines.abbr, l);
	abbr_lines(&s->lines.abbr, buf_str(&s->more_lines));
	s->now = l;
}

static void
ready(void *self, char **operands)
{
	struct sentsplit *s = self;

	(void)operands;
	if (s->more != NULL)
		load_file(&s->more_lines, s->more);
	if (strcmp(s->language, "auto") == 0)
		s->judge = langid_new();
	else
		use(s, language_option("language", s->language));
}

static void
sentsplit(struct document *d, void *self)
{
	struct sentsplit *s = self;

	if (s->judge != NULL) {
		const struct language *l = auto_language(d, s->judge);

		use(s, strcmp(l->code, "und") != 0 ? l :
		    language_find(STR("en")));
	}
	sentlines_put(d->out, d->in, &s->lines);
}

static const struct option_row options[] = {
	{'a', "abbreviations", "file", "more abbreviations, one per line"},
	{'k', "keep", NULL, "keep every byte: only add line ends"},
	{'l', "language", "name", "whose abbreviations (auto: of each text)"},
	{LANGUAGES, "languages", NULL, "list the languages and exit"},
	{'m', "min-letters", "n", "join a sentence of fewer to the one before"},
	{OFFSETS, "offsets", NULL, "START, TAB, LENGTH, TAB before each, in bytes"},
	{'p', "paragraphs", NULL, "an empty line between paragraphs"},
	{QUOTES, "quotes", "cut|keep", "sentences inside quotes and brackets (cut)"},
	{'r', "report", NULL, "each decision on stderr: offset, rule or score"},
	{WRAPPED, "wrapped", NULL, "wrapped lines: only empty lines separate"},
	{'z', "null", NULL, "end sentences with NUL, not a line end"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {sent_version, langid_version(),
	    utf_version(), NULL};
	const struct filter filter = {
		.name = "sentsplit",
		.purpose = "Write text one sentence per line.",
		.options = options, .result = RESULT_PIECES,
		.input = FILTER_WORDS, .decoder = &text_decoder,
		.versions = versions,
		.option = take, .ready = ready, .run = sentsplit,
	};
	struct sentsplit s = {.language = "auto"};
	int status = filter_main(&filter, &s, argc, argv);

	abbr_free(&s.lines.abbr);
	buf_free(&s.more_lines);
	langid_free(s.judge);
	return status;
}
