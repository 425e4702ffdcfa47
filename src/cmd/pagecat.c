/* SPDX-License-Identifier: MIT */
/*
 * pagecat: the HTML of a saved page, whatever container it arrived in.
 */
#include <limits.h>
#include <stdio.h>

#include "program/filter.h"
#include "program/progress.h"
#include "program/record.h"
#include "program/stats.h"
#include "pack/page/pagetext.h"
#include "pack/readers.h"
#include "pack/page/webpage.h"
#include "text/unicode/shown.h"

enum { MAX_PAGE = OPTION_OWN, LIST, VERIFY };

struct pagecat {
	struct pack pack; /* first */
	const struct reader *reader;
	struct document *document;
	struct sink *out; /* the document's */
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
		pagetext_put(p->out, bytes, part->charset, part->title);
	else
		webpage_put(p->out, bytes, part->charset);
	p->last = str_eq(part->type, STR("text/plain")) ? '\n' :
	    bytes.s[bytes.n - 1];
	stats_written();
}

/* ---- as records ---- */

static void
put_escaped(void *ctx, struct str piece)
{
	record_piece(((struct pagecat *)ctx)->out, piece);
}

/* A string, or null where there is none. */
static void
put_member(struct object *o, const char *name, struct str value)
{
	if (value.n > 0)
		object_string(o, name, value);
	else
		object_null(o, name);
}

/* A string, where there is one. */
static void
put_known(struct object *o, const char *name, struct str value)
{
	if (value.n > 0)
		object_string(o, name, value);
}

static void
put_members(struct object *o, const struct part *part, const char *file)
{
	put_member(o, "url", part->url);
	put_member(o, "date", part->date);
	put_member(o, "type", part->type);
	if (part->status > 0)
		object_integer(o, "status", part->status);
	put_known(o, "charset", part->charset);
	put_known(o, "language", part->language);
	put_known(o, "title", part->title);
	put_known(o, "from", part->from);
	put_known(o, "digest", part->digest);
	put_known(o, "truncated", part->truncated);
	object_string(o, "file", str_of(file));
	if (part->placed)
		object_integer(o, "offset", (long long)part->at);
}

static void
put_record(struct pack *pack, const struct part *part, struct str bytes)
{
	struct pagecat *p = (struct pagecat *)pack;
	char number[32];
	struct buf id = {0};
	struct object o = {0};

	if (!is_wanted(p, part))
		return;
	buf_put(&id, part->id.s, part->id.n);
	if (id.n == 0) {
		snprintf(number, sizeof number, "#%lu", p->number);
		buf_puts(&id, p->document->file);
		buf_puts(&id, number);
	}
	put_member(&o, "id", buf_str(&id));
	put_members(&o, part, p->document->file);
	record_begin(p->out, &o, "text");
	webpage_each(bytes, part->charset, put_escaped, p);
	record_end(p->out);
	progress_record();
	buf_free(&id);
	object_free(&o);
}

/* ---- as a list ---- */

/*
 * What could steer a terminal, or break the line, is a question mark; what is
 * not UTF-8 is U+FFFD.
 */
static void
put_safe(struct sink *out, struct str t)
{
	const char *s = t.s, *end = s + t.n;
	char bytes[4];

	while (s < end) {
		uint32_t c;

		s += utf_step(s, end, &c);
		if (c == UTF_BAD)
			c = 0xFFFD;
		else if (shown_is_control(c))
			c = '?';
		sink_put(out, bytes, (size_t)utf_encode(c, bytes));
	}
}

static void
put_cell(struct sink *out, struct str t)
{
	put_safe(out, t.n > 0 ? t : STR("-"));
	sink_putc(out, '\t');
}

static void
put_row(struct pack *pack, const struct part *part, uint64_t bytes)
{
	struct pagecat *p = (struct pagecat *)pack;
	char status[16] = "", size[32];

	if (!is_wanted(p, part))
		return;
	snprintf(size, sizeof size, "%lu\t", p->number);
	sink_puts(p->out, size);
	if (part->status > 0)
		snprintf(status, sizeof status, "%d", part->status);
	put_cell(p->out, str_of(status));
	put_cell(p->out, part->type);
	snprintf(size, sizeof size, "%llu\t", (unsigned long long)bytes);
	sink_puts(p->out, size);
	put_cell(p->out, str_of(p->document->file));
	put_safe(p->out, part->url.n > 0 ? part->url : STR("-"));
	sink_putc(p->out, '\n');
}

/* ---- the program ---- */

/* With --rejects a complaint is a record there, and the status stays. */
static void
say(struct pack *pack, const char *what)
{
	struct pagecat *p = (struct pagecat *)pack;
	struct object o = {0};
	struct sink line = {0};

	stats_dropped("damaged, or no page");
	if (filter_rejects() < 0) {
		document_fault(p->document, "%s", what);
		return;
	}
	object_string(&o, "file", str_of(p->document->file));
	object_string(&o, "why", str_of(what));
	object_put(&o, &line);
	record_reject(filter_rejects(), buf_str(&line.buf));
	object_free(&o);
	buf_free(&line.buf);
}

static void
note(struct pack *pack, const char *what)
{
	document_remark(((struct pagecat *)pack)->document, "%s", what);
}

static void
pagecat(struct document *d, void *self)
{
	struct pagecat *p = self;

	p->document = d;
	p->out = d->out;
	p->number = 0;
	if (!p->pack.done)
		pack_read(&p->pack, d->in, &(struct part){0}, p->reader);
}

static void
take(void *self, int key, const char *value)
{
	struct pagecat *p = self;

	switch (key) {
	case 'j':
		p->pack.page = put_record;
		p->pack.tells = true;
		break;
	case LIST: p->pack.part = put_row; break;
	case 'n':
		p->most = (unsigned long)option_number(key, value, 1, LONG_MAX);
		break;
	case 't':
		p->reader = readers_find(value);
		if (p->reader == NULL)
			misuse("--type %s: give html, text, gzip, zlib, "
			    "deflate, br, zstd, xz, lzma, bzip2, http, mime, "
			    "warc, arc, zip, tar, webarchive, feed, jsonfeed, "
			    "har or enex", value);
		break;
	case 'u': p->url = value; break;
	case 'z': p->null = true; break;
	case VERIFY: p->pack.verify = true; break;
	case MAX_PAGE:
		p->pack.most = option_size(key, value, 1024);
		break;
	}
}

static void
ready(void *self, char **operands)
{
	const struct pagecat *p = self;

	(void)operands;
	if (filter_reads_records() && p->pack.part != NULL)
		misuse("-j and --list: give one of them");
	if (p->null && (filter_reads_records() || p->pack.part != NULL))
		misuse("-z: not with -j and --list, which write lines");
}

static int
status(void *self, enum verdict verdict)
{
	const struct pagecat *p = self;

	if (p->url != NULL && p->given == 0 && verdict == DONE)
		complain("no page has the address %s; --list shows all, "
		    "and * stands for any text", p->url);
	return (int)verdict;
}

static const struct option_row options[] = {
	{'j', "json", NULL, "one record per page, its text last"},
	{LIST, "list", NULL, "list all parts: number, status, type, bytes, ..."},
	{'n', "count", "n", "the first n pages"},
	{'t', "type", "name", "what it is: warc, mhtml, epub, gzip, br, ..."},
	{'u', "url", "address", "pages of this address; * is any text"},
	{'z', "null", NULL, "a NUL between pages"},
	{VERIFY, "verify", NULL, "check the digests of WARC records"},
	{MAX_PAGE, "max-page", "size", "the largest page (64M)"},
	{0},
};

int
main(int argc, char *argv[])
{
	const struct filter filter = {
		.name = "pagecat",
		.purpose = "Write the HTML of saved pages, whatever they "
		    "are packed in.",
		.options = options, .result = RESULT_RECORDS,
		.input = FILTER_BYTES, .versions = readers_libraries(),
		.option = take, .ready = ready, .run = pagecat,
		.status = status,
	};
	struct pagecat p = {.pack = {.most = (size_t)64 << 20,
	    .readers = readers_all, .page = put_page, .say = say,
	    .note = note}};

	return filter_main(&filter, &p, argc, argv);
}
