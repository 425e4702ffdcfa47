/* SPDX-License-Identifier: MIT */
/*
 * pagecat: the HTML of a saved page, whatever container it arrived in.
 */
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "base/io.h"
#include "base/progress.h"
#include "base/record.h"
#include "pack/mime.h"
#include "pack/pack.h"
#include "pack/webpage.h"
#include "text/unicode/utf.h"

enum { MAX_PAGE = 256 };

struct pagecat {
	struct pack pack; /* first */
	const struct reader *reader;
	struct sink *out;
	const char *url;
	unsigned long most, given; /* pages; most 0: all */
	unsigned long number;      /* of the page in its file */
	bool null;
	char last; /* byte of the page before */
};

/* ---- which ---- */

/* '*' stands for any text; all else for itself. */
static bool
matches(const char *pattern, struct str text)
{
	size_t at = 0, star_at = 0;
	const char *star = NULL;

	while (at < text.n)
		if (*pattern == '*') {
			star = pattern++;
			star_at = at;
		} else if (*pattern != '\0' && *pattern == text.s[at]) {
			pattern++;
			at++;
		} else if (star != NULL) {
			pattern = star + 1;
			at = ++star_at;
		} else {
			return false;
		}
	while (*pattern == '*')
		pattern++;
	return *pattern == '\0';
}

/* Whether this one is to be written; counts it. */
static bool
is_wanted(struct pagecat *p, const struct part *part)
{
	p->number++;
	if (p->pack.done || (p->url != NULL && !matches(p->url, part->url)))
		return false;
	if (++p->given == p->most)
		p->pack.done = true;
	return true;
}

/* ---- as bytes ---- */

static void
put_piece(void *ctx, struct str piece)
{
	struct pagecat *p = ctx;

	sink_put(p->out, piece.s, piece.n);
}

/* Each page a document: one never runs into the next. */
static void
put_page(struct pack *pack, const struct part *part, struct str bytes)
{
	struct pagecat *p = (struct pagecat *)pack;

	if (!is_wanted(p, part))
		return;
	if (p->given > 1 && p->null)
		sink_putc(p->out, '\0');
	else if (p->given > 1 && p->last != '\n')
		sink_putc(p->out, '\n');
	if (str_eq(part->type, STR("text/plain")))
		webpage_each(bytes, part->charset, put_piece, p);
	else
		webpage_put(p->out, bytes, part->charset);
	p->last = bytes.s[bytes.n - 1];
}

/* ---- as records ---- */

static void
put_escaped(void *ctx, struct str piece)
{
	record_piece(((struct pagecat *)ctx)->out, piece);
}

static void
put_record(struct pack *pack, const struct part *part, struct str bytes)
{
	struct pagecat *p = (struct pagecat *)pack;
	char number[32];
	struct buf id = {0};

	if (!is_wanted(p, part))
		return;
	buf_put(&id, part->id.s, part->id.n);
	if (id.n == 0) {
		snprintf(number, sizeof number, "#%lu", p->number);
		buf_puts(&id, io_name());
		buf_puts(&id, number);
	}
	record_member(p->out, true, "id", buf_str(&id));
	record_member(p->out, false, "url", part->url);
	record_member(p->out, false, "date", part->date);
	record_member(p->out, false, "type", part->type);
	record_text(p->out, "text");
	webpage_each(bytes, part->charset, put_escaped, p);
	record_end(p->out);
	progress_record();
	buf_free(&id);
}

/* ---- as a list ---- */

/* What could steer a terminal, or break the line, is a question mark. */
static void
put_safe(struct sink *out, struct str t)
{
	const char *s = t.s, *end = s + t.n;
	char bytes[4];

	while (s < end) {
		uint32_t c;

		s += utf_step(s, end, &c);
		if (c < ' ' || (c >= 0x7F && c < 0xA0))
			c = '?';
		sink_put(out, bytes, (size_t)utf_encode(c, bytes));
	}
}

static void
put_row(struct pack *pack, const struct part *part, uint64_t bytes)
{
	struct pagecat *p = (struct pagecat *)pack;
	char size[32];

	if (!is_wanted(p, part))
		return;
	put_safe(p->out, part->type.n > 0 ? part->type : STR("-"));
	snprintf(size, sizeof size, "\t%llu\t", (unsigned long long)bytes);
	sink_puts(p->out, size);
	put_safe(p->out, part->url.n > 0 ? part->url : STR("-"));
	sink_putc(p->out, '\n');
}

/* ---- the program ---- */

static void
say(struct pack *p, const char *what)
{
	(void)p;
	app_warn("%s: %s", io_name(), what);
}

static void
pagecat(struct source *in, struct sink *out, void *ctx)
{
	struct pagecat *p = ctx;

	p->out = out;
	p->number = 0;
	if (!p->pack.done)
		pack_read(&p->pack, in, &(struct part){0}, p->reader);
}

static const struct app_option options[] = {
	{'j', "json", NULL, "a record a page: id, url, date, type, text"},
	{'l', "list", NULL, "list the parts: type, bytes, address"},
	{'n', "count", "n", "the first n pages"},
	{'t', "type", "name", "what it is: warc, mhtml, epub, gzip, br, ..."},
	{'u', "url", "address", "pages of this address; * is any text"},
	{'z', "null", NULL, "a NUL between pages"},
	{MAX_PAGE, "max-page", "MiB", "the largest page (64)"},
	{0},
};

int
main(int argc, char *argv[])
{
	const struct app app = {
		.name = "pagecat",
		.purpose = "Write the HTML of saved pages, whatever they "
		    "are packed in.",
		.options = options, .libraries = pack_libraries(),
		.result = APP_RECORDS,
	};
	struct pagecat p = {.pack = {.most = (size_t)64 << 20,
	    .page = put_page, .say = say}};
	enum verdict verdict;
	int c;

	io_start(&app);
	while ((c = app_option(argc, argv)) != -1)
		switch (c) {
		case 'j': p.pack.page = put_record; break;
		case 'l': p.pack.part = put_row; break;
		case 'n':
			p.most = (unsigned long)app_number('n', 1, LONG_MAX);
			break;
		case 't':
			p.reader = reader_find(optarg);
			if (p.reader == NULL)
				app_misuse("-t %s: no such type", optarg);
			break;
		case 'u': p.url = optarg; break;
		case 'z': p.null = true; break;
		case MAX_PAGE:
			p.pack.most = (size_t)app_number(c, 1, 4096) << 20;
			break;
		}
	mime_preload();
	verdict = io_each(argv + optind, pagecat, &p);
	if (p.pack.said > 0 && verdict == DONE)
		verdict = PARTIAL;
	return io_finish(verdict);
}
