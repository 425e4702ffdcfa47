/* SPDX-License-Identifier: MIT */
/*
 * WARC (ISO 28500), versions 0.x and 1.x: records, each a head with its
 * length, a block, and two line ends.  Pages are in those of type response
 * (of HTTP), resource, and conversion, which may be plain text (WET).
 *
 * Where a record does not begin as one, the reader says so once and looks for
 * the next line that does.
 */
#include <stdio.h>
#include <string.h>

#include "pack/headers.h"
#include "pack/http.h"
#include "pack/slice.h"

struct warc {
	struct pack *pack;
	struct source *in;
	struct headers head;
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
	struct source *in = w->in;

	do {
		size_t there = (size_t)(in->end - in->at);
		const char *end = there > 0 ? memchr(in->at, '\n', there) : NULL;
		size_t n = end != NULL ? (size_t)(end - in->at) + 1 : there;

		in->at += n;
		w->at += n;
		if (end != NULL)
			return;
	} while (source_more(in));
}

/* To the next record, behind damage, too; false: there is none. */
static bool
next_record(struct warc *w)
{
	bool said = false;

	skip_ends(w);
	while (!at_record(w)) {
		if (w->in->at == w->in->end && w->in->paused) {
			source_resume(w->in);
			continue;
		}
		if (!source_has(w->in, 1))
			return false;
		if (!said && !w->in->paused)
			pack_say(w->pack, "warc: no record begins at byte "
			    "%llu, after record %lu",
			    (unsigned long long)w->at, w->count);
		said = true;
		skip_line(w);
	}
	return true;
}

static bool
holds_pages(struct str type)
{
	return headers_same(type, "response") || headers_same(type, "resource") ||
	    headers_same(type, "conversion");
}

/* The block of a record, as a part. */
static void
block(struct warc *w, struct source *in)
{
	const struct headers *h = &w->head;
	struct str kind = headers_get(h, "warc-type");
	struct str type = headers_get(h, "content-type");
	struct part part = {
		.id = bare(headers_get(h, "warc-record-id")),
		.url = bare(headers_get(h, "warc-target-uri")),
		.date = headers_get(h, "warc-date"),
		.type = headers_type(type),
		.charset = headers_parameter(type, "charset"),
	};

	source_has(in, 7);
	if (http_begins((struct str){in->at, (size_t)(in->end - in->at)}) &&
	    (headers_same(part.type, "application/http") || part.type.n == 0))
		http_archived(w->pack, in, &part);
	else if (w->pack->part != NULL || pack_is_page(part.type) ||
	    (headers_same(kind, "conversion") &&
	    headers_same(part.type, "text/plain")))
		pack_page(w->pack, in, &part);
}

static void
record(struct warc *w)
{
	unsigned breaks = w->pack->breaks;
	uint64_t from = w->at, length;
	struct slice s;
	bool whole;

	w->count++;
	whole = headers_read(&w->head, w->in);
	w->at += whole ? w->head.read : (uint64_t)(w->in->end - w->in->at);
	if (!whole && w->pack->breaks == breaks)
		pack_break(w->pack, "warc: cut off at byte %llu, in the head "
		    "of record %lu", (unsigned long long)w->at, w->count);
	if (!whole) {
		w->in->at = w->in->end;
		return;
	}
	if (!headers_number(headers_get(&w->head, "content-length"), &length)) {
		pack_say(w->pack, "warc: record %lu, before byte %llu, has no "
		    "length", w->count, (unsigned long long)w->at);
		return;
	}
	pack_begin(w->pack);
	s = slice_of(w->pack, w->in, length);
	s.follows = begins;
	snprintf(s.name, sizeof s.name, "warc: record %lu, from byte %llu",
	    w->count, (unsigned long long)from);
	if (holds_pages(headers_get(&w->head, "warc-type")))
		block(w, &s.source);
	if (!w->pack->done)
		slice_pass(&s);
	w->at += length - s.left + s.read;
	slice_free(&s);
}

static void
read_warc(struct pack *p, struct source *in, const struct part *part)
{
	struct warc w = {.pack = p, .in = in};

	(void)part;
	while (!p->done && next_record(&w))
		record(&w);
	headers_free(&w.head);
}

const struct reader reader_warc = {"warc wet", sniff, read_warc};
