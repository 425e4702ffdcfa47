/* SPDX-License-Identifier: MIT */
/*
 * sentsplit: text in, one sentence a line out.
 */
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/io.h"
#include "text/sentences/sentlines.h"
#include "text/unicode/utf.h"

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
sentsplit(struct source *in, struct sink *out, void *ctx)
{
	sentlines_put(out, in, ctx);
}

/* -a: the lines of a file. */
static void
more_abbreviations(struct abbr *a, const char *name)
{
	struct buf lines = {0};
	FILE *f = fopen(name, "r");
	size_t n;

	if (f == NULL)
		die("%s:", name);
	while ((n = fread(buf_room(&lines, 4096), 1, 4096, f)) > 0)
		lines.n += n;
	if (ferror(f))
		die("%s:", name);
	fclose(f);
	abbr_lines(a, buf_str(&lines));
	buf_free(&lines);
}

enum { LANGUAGES = 256 };

static const struct app_option options[] = {
	{'a', "abbreviations", "file", "more abbreviations, one a line"},
	{'k', "keep", NULL, "keep every byte: only add line ends"},
	{'l', "language", "name", "whose abbreviations (en); und: none"},
	{LANGUAGES, "languages", NULL, "list the languages and exit"},
	{'m', "min-letters", "n", "join a sentence of fewer to the one before"},
	{'o', "offsets", NULL, "START, TAB, LENGTH, TAB before each, in bytes"},
	{'p', "paragraphs", NULL, "an empty line between paragraphs"},
	{'q', "quotes", "cut|keep", "sentences inside quotes and brackets"},
	{'r', "report", NULL, "each decision on stderr: offset, rule or score"},
	{'w', "wrapped", NULL, "lines are wrapped: only empty lines part"},
	{'z', "null", NULL, "end sentences with NUL, not with a line end"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const libraries[] = {utf_version(), NULL};
	const struct app app = {
		.name = "sentsplit", .purpose = "Write text one sentence a line.",
		.options = options, .libraries = libraries, .result = APP_PIECES,
	};
	struct sentlines o = {0};
	const char *language = "en", *more = NULL;
	enum verdict verdict;
	int c;

	io_start(&app);
	while ((c = app_option(argc, argv)) != -1)
		switch (c) {
		case 'a': more = optarg; break;
		case 'k': o.keep = true; break;
		case 'l': language = optarg; break;
		case LANGUAGES:
			language_list(io_out());
			return io_finish(DONE);
		case 'm': o.letters = app_number('m', 0, 1000); break;
		case 'o': o.offsets = true; break;
		case 'p': o.paragraphs = true; break;
		case 'q':
			o.whole = strcmp(optarg, "keep") == 0;
			if (!o.whole && strcmp(optarg, "cut") != 0)
				app_misuse("-q %s: give cut or keep", optarg);
			break;
		case 'r': o.judge = report; break;
		case 'w': o.wrapped = true; break;
		case 'z': o.null = true; break;
		}
	abbr_language(&o.abbr, language_option("language", language));
	if (more != NULL)
		more_abbreviations(&o.abbr, more);
	verdict = io_run(argv + optind, sentsplit, &o);
	abbr_free(&o.abbr);
	return verdict;
}
