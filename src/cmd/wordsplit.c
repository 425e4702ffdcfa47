/* SPDX-License-Identifier: MIT */
/*
 * wordsplit: one word a line.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/app.h"
#include "base/io.h"
#include "text/unicode/utf.h"
#include "text/words/word.h"

enum { LANGUAGES = 256 };

struct options {
	struct word_rules rules;
	bool keep, offsets, paragraphs;
	char end;
};

static const struct app_option options[] = {
	{'x', "rules", "list", "abbrev, elision, hyphen, number, url ..."},
	{'l', "language", "name", "the rules that suit it: en, fr, it ..."},
	{LANGUAGES, "languages", NULL, "list the languages and exit"},
	{'k', "keep", NULL, "every segment, also spaces and punctuation"},
	{'o', "offsets", NULL, "byte offset and TAB before each word"},
	{'p', "paragraphs", NULL, "an empty line after each input line"},
	{'z', "null", NULL, "end words with NUL, not LF"},
	{0},
};

static void
put(struct sink *out, const struct options *o, const struct segment *s)
{
	char number[24];

	if (o->offsets) {
		snprintf(number, sizeof number, "%llu\t",
		    (unsigned long long)s->offset);
		sink_puts(out, number);
	}
	sink_put(out, s->text.s, s->text.n);
	if (!sink_cut(out))
		sink_putc(out, o->end);
}

static void
wordsplit(struct source *in, struct sink *out, void *ctx)
{
	const struct options *o = ctx;
	struct words words = words_in(in, &o->rules);
	struct segment s;
	bool open = false; /* the line has begun, and has no end yet */
	/* A record's list of words has no lines to part. */
	bool part = o->paragraphs && out->cuts == NULL;

	while (word_next(&words, &s)) {
		if (s.word || o->keep)
			put(out, o, &s);
		open = !word_is_line_end(&s);
		if (!open && part)
			sink_putc(out, o->end);
	}
	if (open && part)
		sink_putc(out, o->end);
}

int
main(int argc, char *argv[])
{
	const char *const libraries[] = {utf_version(), NULL};
	const struct app app = {
		.name = "wordsplit", .purpose = "Write text one word a line.",
		.options = options, .libraries = libraries, .result = APP_PIECES,
	};
	struct options o = {.end = '\n', .rules = word_rules_open()};
	enum verdict verdict;
	int c;

	io_start(&app);
	while ((c = app_option(argc, argv)) != -1)
		switch (c) {
		case 'x':
			if (!word_rules_parse(&o.rules, optarg))
				app_misuse("--rules %s: give some of "
				    WORD_RULES, optarg);
			break;
		case 'l':
			word_rules_language(&o.rules,
			    language_option("language", optarg));
			break;
		case LANGUAGES:
			language_list(io_out());
			return (int)io_finish(DONE);
		case 'k': o.keep = true; break;
		case 'o': o.offsets = true; break;
		case 'p': o.paragraphs = true; break;
		case 'z': o.end = '\0'; break;
		}
	if (o.keep && (o.rules.set & WORD_BIGRAM))
		app_misuse("--keep: bigrams overlap");
	verdict = io_run(argv + optind, wordsplit, &o);
	word_rules_free(&o.rules);
	return (int)verdict;
}
