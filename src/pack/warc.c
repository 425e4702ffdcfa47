/* SPDX-License-Identifier: MIT */
/*
 * WARC (ISO 28500), versions 0.x and 1.x: records, each a head with its
 * length, a block, and two line ends.  Pages are in those of type response
 * (of HTTP), resource, and conversion, which may be plain text (WET).
 *
 * Where a record does not begin as one, the reader says so once and looks for
 * the next line that does.
 */
#include <string.h>

#include "pack/head.h"
#include "pack/http.h"
#include "pack/slice.h"

struct warc {
	struct pack *pack;
	struct source *in;
	struct head head;
	uint64_t at;         /* bytes read */
	unsigned long count; /* records */
};

static bool
begins(struct str head)
{
	return head.n >= 6 && memcmp(head.s, "WARC/", 5) == 0 &&
	    head.s[5] >= '0' && head.s[5] <= '9';
}

static bool
sniff(struct str head, bool whole)
{
	(void)whole;
	return begins(head);
}

static struct str
bare(struct str s)
{
	if (s.n > 1 && s.s[0] == '<' && s.s[s.n - 1] == '>')
		return (struct str){s.s + 1, s.n - 2};
	return s;
}

static bool
at_record(struct warc *w)
{
	source_has(w->in, 6);
	return begins((struct str){w->in->at,
	    (size_t)(w->in->end - w->in->at)});
}

static void
skip_ends(struct warc *w)
{
	while (source_has(w->in, 1) &&
	    (*w->in->at == '\r' || *w->in->at == '\n')) {
		w->in->at++;
		w->at++;
	}
}

static void
skip_line(struct warc *w)
{
	while (source_has(w->in, 1)) {
		size_t there = (size_t)(w->in->end - w->in->at);
		const char *end = memchr(w->in->at, '\n', there);
		size_t n = end != NULL ? (size_t)(end - w->in->at) + 1 : there;

		w->in->at += n;
		w->at += n;
		if (end != NULL)
			return;
	}
}

/* To the next record; false: there is none. */
static bool
next_record(struct warc *w)
{
	skip_ends(w);
	if (!at_record(w) && source_has(w->in, 1)) {
		pack_say(w->pack, "warc: no record begins at byte %llu, after "
		    "record %lu", (unsigned long long)w->at, w->count);
		while (!at_record(w) && source_has(w->in, 1))
			skip_line(w);
	}
	return source_has(w->in, 1);
}

static bool
holds_pages(struct str type)
{
	return head_same(type, "response") || head_same(type, "resource") ||
	    head_same(type, "conversion");
}

/* The block of a record, as a part. */
static void
block(struct warc *w, struct source *in)
{
	const struct head *h = &w->head;
	struct str kind = head_get(h, "warc-type");
	struct str type = head_get(h, "content-type");
	struct part part = {
		.id = bare(head_get(h, "warc-record-id")),
		.url = bare(head_get(h, "warc-target-uri")),
		.date = head_get(h, "warc-date"),
		.type = head_type(type),
		.charset = head_parameter(type, "charset"),
	};

	source_has(in, 7);
	if (http_begins((struct str){in->at, (size_t)(in->end - in->at)}) &&
	    (head_same(part.type, "application/http") || part.type.n == 0))
		http_archived(w->pack, in, &part);
	else if (w->pack->part != NULL || pack_is_page(part.type) ||
	    (head_same(kind, "conversion") &&
	    head_same(part.type, "text/plain")))
		pack_page(w->pack, in, &part);
}

static void
cut(struct warc *w, unsigned breaks)
{
	if (w->pack->breaks == breaks)
		pack_break(w->pack, "warc: cut off at byte %llu, in record %lu",
		    (unsigned long long)w->at, w->count);
}

/*
 * A record's block is a stream of its own; when what it is in breaks, the
 * page is not handed over, since pack_page sees that.
 */
struct bounded {
	struct slice slice; /* first: a source */
	struct warc *warc;
	unsigned breaks;
	size_t (*fill)(struct source *, char *, size_t);
};

static size_t
bounded_fill(struct source *source, char *to, size_t room)
{
	struct bounded *b = (struct bounded *)source;
	size_t n = b->fill(source, to, room);

	b->warc->at += n;
	if (n == 0 && b->slice.left > 0)
		cut(b->warc, b->breaks);
	return n;
}

/* The two line ends after a block. */
static bool
ends(struct warc *w)
{
	for (int n = 0; n < 2; w->in->at++, w->at++) {
		if (!source_has(w->in, 1))
			return false;
		if (*w->in->at != '\r' && *w->in->at != '\n')
			return true; /* the next record will tell */
		n += *w->in->at == '\n';
	}
	return true;
}

/* False: nothing can follow. */
static bool
record(struct warc *w)
{
	unsigned breaks = w->pack->breaks;
	struct bounded b = {.warc = w, .breaks = breaks};
	uint64_t length, left;
	bool whole;

	w->count++;
	if (!head_read(&w->head, w->in)) {
		w->at += (uint64_t)(w->in->end - w->in->at);
		w->in->at = w->in->end;
		cut(w, breaks);
		return false;
	}
	w->at += w->head.read;
	if (!head_number(head_get(&w->head, "content-length"), &length)) {
		pack_say(w->pack, "warc: record %lu, before byte %llu, has no "
		    "length", w->count, (unsigned long long)w->at);
		return true;
	}
	pack_begin(w->pack);
	b.slice = slice_of(w->in, length);
	b.fill = b.slice.source.fill;
	b.slice.source.fill = bounded_fill;
	if (holds_pages(head_get(&w->head, "warc-type")))
		block(w, &b.slice.source);
	left = b.slice.left;
	whole = w->pack->done || slice_pass(&b.slice);
	w->at += left - b.slice.left;
	slice_free(&b.slice);
	whole = whole && (w->pack->done || ends(w));
	if (!whole)
		cut(w, breaks);
	return whole;
}

static void
read_warc(struct pack *p, struct source *in, const struct part *part)
{
	struct warc w = {.pack = p, .in = in};

	(void)part;
	while (!p->done && next_record(&w) && record(&w))
		continue;
	head_free(&w.head);
}

const struct reader reader_warc = {"warc wet", sniff, read_warc};
