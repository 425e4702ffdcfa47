/* SPDX-License-Identifier: MIT */
/*
 * html2text: HTML in, readable text out.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "html/encoding/pagecharset.h"
#include "html/render/paint.h"
#include "html/write/plaintext.h"
#include "program/filter.h"
#include "program/terminal.h"
#include "text/unicode/utf.h"

enum { TSV = OPTION_OWN };

struct html2text {
	struct paint_options paint;
	struct links links;
	enum { GUESS, HTML, TEXT } type;
};

/* Whether bold can be shown, and is wanted (no-color.org). */
static bool
is_terminal(void)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && (no == NULL || *no == '\0') &&
	    term != NULL && strcmp(term, "dumb") != 0;
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
	case 't':
		h->type = option_word(key, value) == 0 ? HTML : TEXT;
		break;
	case TSV: o->tsv = true; break;
	case 'w':
		o->width = (int)option_number(key, value, 0, 10000);
		if (o->width == 0)
			o->width = terminal_columns(0);
		break;
	}
}

static void
ready(void *self, char **operands)
{
	struct html2text *h = self;

	(void)operands;
	h->links = links_open();
	h->paint.bold = !h->paint.markdown && is_terminal();
}

/* A record says what it holds, and what it holds behind this program. */
static bool
record_type(struct document *d, struct buf *type)
{
	if (d->members == NULL || !document_member(d, "type", type))
		return false;
	object_string(d->members, "type", STR("text/plain"));
	return true;
}

static bool
is_text(const struct html2text *h, struct document *d)
{
	struct buf type = {0};
	bool said = record_type(d, &type);
	bool plain = said && str_eq(buf_str(&type), STR("text/plain"));

	buf_free(&type);
	if (h->type != GUESS)
		return h->type == TEXT;
	return said ? plain : plaintext_is(d->in);
}

static void
html2text(struct document *d, void *self)
{
	struct html2text *h = self;
	struct paint_options how = h->paint;
	struct buf url = {0};
	bool any;

	if (how.base.n == 0 && document_member(d, "url", &url))
		how.base = buf_str(&url);
	any = is_text(h, d) ? paint_text(d->in, d->out, &how)
	    : paint(d->in, d->out, &how);
	/* Between two files there is an empty line. */
	h->paint.follows = d->members == NULL && (any || h->paint.follows);
	buf_free(&url);
}

static const struct option_row options[] = {
	{'a', "all", NULL, "also what a browser does not show"},
	{'b', "base", "url", "the page's address, to resolve links"},
	{'i', "images", NULL, "alternative texts of images, in brackets"},
	{'L', "links", NULL, "number the links and list them at the end"},
	{'m', "markdown", NULL, "write Markdown"},
	{'t', "type", "html|text", "read the input as this"},
	{'T', "title", NULL, "the page's title first"},
	{TSV, "tsv", NULL, "tables of data with TABs between the cells"},
	{'w', "width", "n", "wrap at n columns; 0: of the terminal"},
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
