/* SPDX-License-Identifier: MIT */
/*
 * freqplot: a table as a picture.
 */
#include <inttypes.h>

#include "program/filter.h"
#include "program/terminal.h"
#include "text/plot/plotdata.h"
#include "text/unicode/utf.h"

enum { ASCII = OPTION_OWN, LABEL, TITLE, VALUE };

struct freqplot {
	struct plot_options how;
	struct chart chart;
	struct chart_terminal terminal;
	bool svg, empty;
	int width;
};

static void
take(void *self, int key, const char *value)
{
	struct freqplot *p = self;

	switch (key) {
	case 'k': p->how.kind = (enum plot_kind)option_word(key, value); break;
	case 'n':
		p->how.most = (uint64_t)option_number(key, value, 1, 100000);
		break;
	case 'o': p->svg = option_word(key, value) == 1; break;
	case 'w': p->width = (int)option_number(key, value, 20, 10000); break;
	case ASCII: p->terminal.ascii = true; break;
	case LABEL: p->how.label = value; break;
	case TITLE: p->chart.title = value; break;
	case VALUE: p->how.value = value; break;
	}
}

static void
ready(void *self, char **operands)
{
	struct freqplot *p = self;

	(void)operands;
	if (p->width == 0)
		p->width = p->svg ? 800 : terminal_columns(80);
	if (p->svg && p->width < 200)
		misuse("--width %d: give at least 200 pixels for -o svg",
		    p->width);
	p->terminal.width = p->width;
	p->terminal.height = 20;
}

static void
read_table(struct document *d, void *self)
{
	struct freqplot *p = self;
	struct plot_found found;

	plot_read(&p->chart, &p->how, d->in, &found);
	if (found.missing != NULL)
		document_fault(d, "no column \"%s\": TABs part cells; "
		    "--label and --value name columns", found.missing);
	else if (found.bad > 0)
		document_fault(d, "line %" PRIu64 ": not a row with a number "
		    "to draw; bad lines: %" PRIu64, found.first_bad,
		    found.bad);
}

static void
finish(void *self, struct sink *out)
{
	struct freqplot *p = self;

	plot_finish(&p->chart, &p->how);
	p->empty = p->chart.rows.n == 0 && p->chart.curves.n == 0;
	if (!p->empty && p->svg)
		chart_put_svg(&p->chart, p->width, out);
	else if (!p->empty)
		chart_put_terminal(&p->chart, &p->terminal, out);
	chart_free(&p->chart);
}

/* Why nothing is drawn is said once: a bad table was named already. */
static int
status(void *self, enum verdict verdict)
{
	const struct freqplot *p = self;

	if (p->empty && verdict == DONE)
		complain("nothing to draw: no row with a number; "
		    "wordfreq(1) writes tables");
	return (int)verdict;
}

static const struct option_row options[] = {
	{'k', "kind", "bar|zipf|coverage|growth|dispersion|compare",
	    "what to draw (bar)"},
	{'n', "most", "n", "only the first n rows (1000)"},
	{LABEL, "label", "column", "the column of labels, by name or number"},
	{VALUE, "value", "column", "the column of numbers"},
	{TITLE, "title", "text", "a title above"},
	{'o', "output", "text|svg", "characters, or a picture (text)"},
	{'w', "width", "n", "columns, or pixels of svg (terminal's; 800)"},
	{ASCII, "ascii", NULL, "draw with ASCII only"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {utf_version(), NULL};
	const struct filter filter = {
		.name = "freqplot", .purpose = "Draw a table.",
		.options = options, .result = RESULT_TABLE,
		.input = FILTER_ROWS, .versions = versions,
		.option = take, .ready = ready, .run = read_table,
		.finish = finish, .status = status,
	};
	struct freqplot p = {.how.most = 1000};

	return filter_main(&filter, &p, argc, argv);
}
