/* SPDX-License-Identifier: MIT */
/*
 * wordsplit: one word per line.
 */
#include <stdio.h>
#include <string.h>

#include "program/filter.h"
#include "text/encoding/decode.h"
#include "text/langid/auto.h"
#include "text/language.h"
#include "text/unicode/utf.h"
#include "text/words/word.h"

enum { LANGUAGES = OPTION_OWN, OFFSETS };

struct wordsplit {
	struct word_rules rules, now; /* with -l auto: those of the text */
	struct langid *judge;         /* of -l auto; else NULL */
	bool keep, offsets, paragraphs;
	char end;
};

static void
put(struct sink *out, const struct wordsplit *o, const struct segment *s)
{
	char number[24], *to;

	if (o->offsets && out->pieces == NULL) {
		snprintf(number, sizeof number, "%llu\t",
		    (unsigned long long)s->offset);
		sink_puts(out, number);
	}
	if (out->pieces != NULL) {
		sink_put(out, s->text.s, s->text.n);
		sink_cut(out, s->offset, s->text.n);
		return;
	}
	to = buf_room(&out->buf, s->text.n + 1);
	memcpy(to, s->text.s, s->text.n);
	to[s->text.n] = o->end;
	out->buf.n += s->text.n + 1;
	sink_full(out);
}

static void
wordsplit(struct document *d, void *self)
{
	struct wordsplit *o = self;
	struct words words;
	struct segment s;
	bool open = false; /* the line has begun, and has no end yet */
	/* A record's list of words has no lines to part. */
	bool part = o->paragraphs && d->out->pieces == NULL;

	if (o->judge != NULL)
		word_rules_switch(&o->now, &o->rules,
		    auto_language(d, o->judge));
	words = words_in(d->in, o->judge != NULL ? &o->now : &o->rules);
	d->out->offsets = o->offsets;
	if (!o->keep && !part) {
		while (word_next_word(&words, &s))
			put(d->out, o, &s);
		return;
	}
	while (word_next(&words, &s)) {
		if (s.word || o->keep)
			put(d->out, o, &s);
		open = !word_is_line_end(&s);
		if (!open && part)
			sink_putc(d->out, o->end);
	}
	if (open && part)
		sink_putc(d->out, o->end);
}

static void
take(void *self, int key, const char *value)
{
	struct wordsplit *o = self;

	switch (key) {
	case 'x':
		if (!word_rules_parse(&o->rules, value))
			misuse("--rules %s: give some of " WORD_RULES, value);
		break;
	case 'l':
		if (strcmp(value, "auto") == 0 && o->judge == NULL)
			o->judge = langid_new();
		else if (strcmp(value, "auto") != 0)
			word_rules_language(&o->rules,
			    language_option("language", value));
		break;
	case LANGUAGES: filter_list(language_list);
	case 'k': o->keep = true; break;
	case OFFSETS: o->offsets = true; break;
	case 'p': o->paragraphs = true; break;
	case 'z': o->end = '\0'; break;
	}
}

static void
ready(void *self, char **operands)
{
	const struct wordsplit *o = self;

	(void)operands;
	if (o->judge != NULL && WORDDICT)
		worddict_open();
	if (o->keep && (o->rules.set & WORD_BIGRAM))
		misuse("--keep: not with -x bigram, whose words overlap");
}

static const struct option_row options[] = {
	{'x', "rules", "list", "abbrev, elision, hyphen, number, url ..."},
	{'l', "language", "name", "the rules that suit it; auto: each text"},
	{LANGUAGES, "languages", NULL, "list the languages and exit"},
	{'k', "keep", NULL, "every segment, also spaces and punctuation"},
	{OFFSETS, "offsets", NULL, "byte offset and TAB before each word"},
	{'p', "paragraphs", NULL, "an empty line after each input line"},
	{'z', "null", NULL, "end words with NUL, not LF"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {langid_version(), utf_version(),
	    worddict_version(), NULL};
	const struct filter filter = {
		.name = "wordsplit", .purpose = "Write text one word per line.",
		.options = options, .result = RESULT_PIECES,
		.input = FILTER_WORDS, .decoder = &text_decoder,
		.versions = versions,
		.option = take, .ready = ready, .run = wordsplit,
	};
	struct wordsplit o = {.end = '\n', .rules = word_rules_open()};
	int status = filter_main(&filter, &o, argc, argv);

	word_rules_free(&o.rules);
	word_rules_free(&o.now);
	langid_free(o.judge);
	return status;
}
