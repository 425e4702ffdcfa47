/* SPDX-License-Identifier: MIT */
#include "pack/pack.h"

#include <stdarg.h>
#include <stdio.h>

#include "pack/syntax/headers.h"
#include "pack/page/pagesniff.h"
#include "pack/page/savedby.h"
#include "pack/page/webpage.h"

static void
say(struct pack *p, void (*how)(struct pack *, const char *),
    const char *format, va_list args)
{
	char line[512];

	vsnprintf(line, sizeof line, format, args);
	how(p, line);
}

void
pack_note(struct pack *p, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(p, p->note, format, args);
	va_end(args);
}

void
pack_say(struct pack *p, const char *format, ...)
{
	va_list args;

	p->said++;
	va_start(args, format);
	say(p, p->say, format, args);
	va_end(args);
}

void
pack_break(struct pack *p, const char *format, ...)
{
	va_list args;

	p->breaks++;
	p->said++;
	va_start(args, format);
	say(p, p->say, format, args);
	va_end(args);
}

struct str
pack_head(struct source *in)
{
	size_t n;

	source_has(in, PACK_HEAD);
	n = (size_t)(in->end - in->at);
	return (struct str){in->at, n < PACK_HEAD ? n : PACK_HEAD};
}

const struct reader *
pack_sniff(const struct pack *p, struct source *in)
{
	struct str head = pack_head(in);
	bool whole = !source_has(in, PACK_HEAD);

	for (const struct reader *const *r = p->readers; *r != NULL; r++)
		if ((*r)->sniff != NULL && (*r)->sniff(head, whole))
			return *r;
	return NULL;
}

/* ---- what is no page ---- */

static bool
is_text(struct str head)
{
	for (size_t i = 0; i < head.n; i++)
		if ((unsigned char)head.s[i] < '\t')
			return false;
	return true;
}

/* A stream that no reader takes. */
static void
refuse(struct pack *p, struct str head)
{
	const struct sniff_row *row = sniff(head);

	if (row == NULL)
		pack_say(p, is_text(head) ? "a text, not a page: -t text takes it" : "neither a page nor a container of "
		    "pages (brotli and bare deflate need -t)");
	else if (row->kind == SNIFF_JSONL)
		pack_say(p, "%s, not a page: the -j of the other programs reads "
		    "its records", row->name);
	else if (row->class == SNIFF_CONTAINER)
		pack_say(p, "%s: no page is in it", row->name);
	else
		pack_say(p, "%s, not a page: %s", row->name, row->remedy);
}

void
pack_barren(struct pack *p, struct str head)
{
	const struct sniff_row *row = sniff(head);

	if (row != NULL && row->class == SNIFF_BINARY)
		pack_say(p, "%s, no page is in it: %s", row->name, row->remedy);
	else
		pack_say(p, "%s: no page is in it",
		    row != NULL ? row->name : "archive");
}

/* ---- a stream ---- */

/* Only named in the list: by its type, or else by its signature. */
static void
list_other(struct pack *p, struct source *in, const struct part *part)
{
	const struct sniff_row *row = sniff(pack_head(in));
	struct part named = *part;

	if (named.type.n == 0 && row != NULL)
		named.type = str_of(row->name);
	pack_page(p, in, &named);
}

void
pack_read(struct pack *p, struct source *in, const struct part *part,
    const struct reader *reader)
{
	if (p->depth == PACK_DEPTH) {
		pack_say(p, "containers nested too deep");
		return;
	}
	if (p->depth == 0) {
		pack_begin(p);
		p->n_members = 0;
	}
	if (reader == NULL && source_has(in, 1))
		reader = pack_sniff(p, in);
	if (reader == NULL) {
		if (in->at < in->end && p->quiet == 0 &&
		    (p->part == NULL || p->depth == 0))
			refuse(p, pack_head(in));
		if (in->at < in->end && p->part != NULL)
			list_other(p, in, part);
		return;
	}
	p->depth++;
	reader->read(p, in, part);
	p->depth--;
}

bool
pack_is_page(struct str type)
{
	return headers_same(type, "text/html") ||
	    headers_same(type, "application/xhtml+xml") ||
	    headers_same(type, "application/vnd.wap.xhtml+xml");
}

/* Types that servers send who do not know. */
static bool
is_vague(struct str type)
{
	return type.n == 0 || headers_same(type, "unknown/unknown") ||
	    headers_same(type, "application/unknown") ||
	    headers_same(type, "no-type") || headers_same(type, "*/*");
}

bool
pack_shows_page(struct str type, struct source *in)
{
	if (pack_is_page(type))
		return true;
	if (is_vague(type))
		return pagesniff(pack_head(in));
	return (headers_same(type, "application/xml") ||
	    headers_same(type, "text/xml")) &&
	    webpage_is_document(pack_head(in));
}

/* Read to the end, and forget; how much there was. */
static uint64_t
pass(struct source *in)
{
	uint64_t n = 0;

	do {
		n += (uint64_t)(in->end - in->at);
		in->at = in->end;
	} while (source_more(in));
	return n;
}

static const char *
place(const struct part *part, char to[128])
{
	struct str what = part->url.n > 0 ? part->url :
	    part->name.n > 0 ? part->name : part->id;

	snprintf(to, 128, "%s%.*s%s", what.n > 0 ? " (" : "",
	    (int)(what.n < 100 ? what.n : 100), what.s,
	    what.n > 0 ? ")" : "");
	return to;
}

/* Of a part that nothing says the type of. */
static struct str
guess_type(struct pack *p, struct str bytes, struct str name, bool xhtml)
{
	if (p->part == NULL || pagesniff_named(bytes, name))
		return xhtml ? STR("application/xhtml+xml") : STR("text/html");
	return xhtml ? STR("application/xml") : (struct str){0};
}

static void
hand_over(struct pack *p, struct str bytes, const struct part *part)
{
	struct savedby said = {0};
	struct part full = *part;
	char where[128];

	if (full.url.n == 0 || full.date.n == 0 || full.type.n == 0)
		savedby_read(&said, bytes);
	if (full.url.n == 0)
		full.url = buf_str(&said.url);
	if (full.url.n == 0)
		full.url = part->name;
	if (full.date.n == 0)
		full.date = buf_str(&said.date);
	if (full.type.n == 0)
		full.type = guess_type(p, bytes, part->name,
		    said.xhtml);
	if (full.truncated.n > 0 && p->part == NULL && !p->tells)
		pack_note(p, "a page%s was truncated when it was stored (%.*s)",
		    place(part, where), (int)(full.truncated.n < 40 ?
		    full.truncated.n : 40), full.truncated.s);
	p->pages++;
	if (p->part != NULL)
		p->part(p, &full, bytes.n);
	else
		p->page(p, &full, bytes);
	savedby_free(&said);
}

/* What is called a page and has a binary's signature. */
static const struct sniff_row *
binary(struct str bytes)
{
	const struct sniff_row *row = NULL;
	size_t i = 0;

	while (i < bytes.n && (bytes.s[i] == '\n' || bytes.s[i] == '\r' ||
	    bytes.s[i] == ' ' || bytes.s[i] == '\t'))
		i++;
	if (i < bytes.n && bytes.s[i] != '<') /* as nearly all pages begin */
		row = sniff(bytes);
	return row != NULL && row->class == SNIFF_BINARY &&
	    row->kind != SNIFF_RTF && row->kind != SNIFF_POSTSCRIPT ? row : NULL;
}

/* Named where it is all there is; in an archive it is as an image is. */
static void
leave_out(struct pack *p, const struct part *part, struct str bytes,
    const struct sniff_row *row)
{
	struct part named = *part;
	char where[128];

	named.type = str_of(row->name);
	if (p->part != NULL)
		p->part(p, &named, bytes.n);
	else if (part->id.n == 0 && part->name.n == 0)
		pack_say(p, "%s%s, not a page: %s", row->name,
		    place(part, where), row->remedy);
}

void
pack_member(struct pack *p, struct pack_member m)
{
	p->members[p->n_members++ % PACK_MEMBERS] = m;
}

/* In a file that is not compressed a byte's place is its own. */
uint64_t
pack_place(const struct pack *p, uint64_t at)
{
	unsigned long n = p->n_members;
	const struct pack_member *m;

	if (n == 0)
		return at;
	do
		m = &p->members[--n % PACK_MEMBERS];
	while (m->unpacked > at && n > 0 && n + PACK_MEMBERS > p->n_members);
	return m->at;
}

bool
pack_is_placed(const struct pack *p)
{
	return p->depth == 1 || (p->depth == 2 && p->n_members > 0);
}

void
pack_begin(struct pack *p)
{
	p->since = p->breaks;
}

void
pack_page(struct pack *p, struct source *in, const struct part *part)
{
	bool listed = p->part != NULL && part->type.n > 0 &&
	    !pack_is_page(part->type);
	char where[128];
	size_t n;

	if (listed) {
		uint64_t all = pass(in);

		if (p->breaks == p->since)
			p->part(p, part, all);
		return;
	}
	do
		n = (size_t)(in->end - in->at);
	while (n <= p->most && source_more(in));
	if (n > p->most) {
		pass(in);
		pack_say(p, "a page%s is larger than --max-page: left out",
		    place(part, where));
	} else if (p->breaks != p->since) {
		pack_say(p, "a page%s is not whole: left out",
		    place(part, where));
	} else if (n > 0) {
		struct str bytes = {in->at, n};
		const struct sniff_row *row = binary(bytes);

		if (row != NULL)
			leave_out(p, part, bytes, row);
		else
			hand_over(p, bytes, part);
		in->at += n;
	}
}

void
pack_text(struct pack *p, struct source *in, const struct part *part)
{
	struct part text = *part;

	text.type = STR("text/plain");
	pack_page(p, in, &text);
}

void
pack_bytes(struct pack *p, struct str bytes, const struct part *part)
{
	struct source in = source_over(bytes);

	pack_begin(p);
	pack_page(p, &in, part);
}

bool
pack_hold(struct pack *p, struct source *in, struct str *all)
{
	size_t most = p->most * PACK_HOLD;

	do
		all->n = (size_t)(in->end - in->at);
	while (all->n <= most && source_more(in));
	all->s = in->at;
	in->at = in->end;
	if (all->n <= most)
		return true;
	pack_say(p, "larger than %d times --max-page, and cannot be read "
	    "piece by piece", PACK_HOLD);
	return false;
}
