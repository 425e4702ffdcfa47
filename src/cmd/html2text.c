/* SPDX-License-Identifier: MIT */
/*
 * html2text: HTML in, readable text out.
 */
#include <limits.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/app.h"
#include "base/io.h"
#include "html/encoding/pagecharset.h"
#include "html/render/paint.h"
#include "text/unicode/utf.h"

enum { TSV = 256 };

struct options {
	struct paint_options paint;
	const char *encoding;
};

static void
html2text(struct source *in, struct sink *out, void *ctx)
{
	const struct options *o = ctx;
	struct decode page;

	decode_page_open(&page, in, o->encoding);
	paint(&page.source, out, &o->paint);
	decode_close(&page);
}

/* Columns of the terminal at the other end; 0: there is none. */
static int
terminal_width(void)
{
	struct winsize size;

	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static const struct app_option options[] = {
	{'a', "all", NULL, "what a browser would not show, too"},
	{'b', "base", "url", "the page's address, to resolve links"},
	{'e', "encoding", "name", "the encoding, whatever the page says"},
	{'i', "images", NULL, "an image's text, in brackets"},
	{'L', "links", NULL, "number the links and list them at the end"},
	{'l', "link-list", NULL, "the same"},
	{'m', "markdown", NULL, "write Markdown"},
	{'T', "title", NULL, "the page's title first"},
	{TSV, "tsv", NULL, "tables of data with TABs between the cells"},
	{'w', "width", "n", "wrap at n columns; 0: at the terminal's"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *libraries[] = {utf_version(), NULL};
	const struct app app = {
		.name = "html2text",
		.purpose = "Write a page of HTML as readable text.",
		.options = options, .libraries = libraries,
	};
	struct options o = {0};
	struct links links = {0};
	enum verdict verdict;
	int c;

	io_start(&app);
	while ((c = app_option(argc, argv)) != -1)
		switch (c) {
		case 'a': o.paint.all = true; break;
		case 'b': o.paint.base = str_of(optarg); break;
		case 'e': o.encoding = optarg; break;
		case 'i': o.paint.images = true; break;
		case 'L': case 'l': o.paint.links = &links; break;
		case 'm': o.paint.markdown = true; break;
		case 'T': o.paint.title = true; break;
		case TSV: o.paint.tsv = true; break;
		case 'w':
			o.paint.width = (int)app_number('w', 0, 10000);
			if (o.paint.width == 0)
				o.paint.width = terminal_width();
			break;
		}
	if (o.encoding != NULL && charset_find(str_of(o.encoding)) == NULL)
		app_misuse("-e %s: no such encoding", o.encoding);
	if (o.paint.links != NULL)
		links = links_open();
	verdict = io_run(argv + optind, html2text, &o);
	if (o.paint.links != NULL)
		links_free(&links);
	return verdict;
}
