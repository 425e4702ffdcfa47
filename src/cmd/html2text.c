/* SPDX-License-Identifier: MIT */
/*
 * html2text: HTML in, readable text out.
 */
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/filter.h"
#include "html/encoding/pagecharset.h"
#include "html/render/paint.h"
#include "text/unicode/utf.h"

enum { TSV = OPTION_OWN };

struct html2text {
	struct paint_options paint;
	struct links links;
};

/* Columns of the terminal at the other end; 0: there is none. */
static int
terminal_width(void)
{
	struct winsize size;

	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static void
take(void *self, int key, const char *value)
{
	struct html2text *h = self;
	struct paint_options *o = &h->paint;

	switch (key) {
	case 'a': o->all = true; break;
	case 'b': o->base = str_of(value); break;
	case 'i': o->images = true; break;
	case 'L': o->links = &h->links; break;
	case 'm': o->markdown = true; break;
	case 'T': o->title = true; break;
	case TSV: o->tsv = true; break;
	case 'w':
		o->width = (int)option_number(key, value, 0, 10000);
		if (o->width == 0)
			o->width = terminal_width();
		break;
	}
}

static void
ready(void *self, char **operands)
{
	struct html2text *h = self;

	(void)operands;
	h->links = links_open();
}

static void
html2text(struct document *d, void *self)
{
	struct html2text *h = self;

	paint(d->in, d->out, &h->paint);
}

static const struct option_row options[] = {
	{'a', "all", NULL, "what a browser would not show, too"},
	{'b', "base", "url", "the page's address, to resolve links"},
	{'i', "images", NULL, "an image's text, in brackets"},
	{'L', "links", NULL, "number the links and list them at the end"},
	{'m', "markdown", NULL, "write Markdown"},
	{'T', "title", NULL, "the page's title first"},
	{TSV, "tsv", NULL, "tables of data with TABs between the cells"},
	{'w', "width", "n", "wrap at n columns; 0: at the terminal's"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {utf_version(), NULL};
	const struct filter filter = {
		.name = "html2text",
		.purpose = "Write a page of HTML as readable text.",
		.options = options, .result = RESULT_TEXT,
		.input = FILTER_PAGE, .decoder = &html_decoder,
		.versions = versions,
		.option = take, .ready = ready, .run = html2text,
	};
	struct html2text h = {0};
	int status = filter_main(&filter, &h, argc, argv);

	links_free(&h.links);
	return status;
}
