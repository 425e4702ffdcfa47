/* SPDX-License-Identifier: MIT */
/*
 * WARC (ISO 28500), versions 0.x and 1.x: records, each a head with its
 * length, a block, and two line ends.  Pages are in those of type response
 * (of HTTP), resource, and conversion, which may be plain text (WET).  A block
 * in segments is joined from them (7.7, "continuation").
 *
 * A block that has the bytes its head says is whole, whatever follows it:
 * writers have counted a line end into it, or left one out.  Where the next
 * record does not begin as one, the reader says so once and looks for the next
 * line that does.
 */
#include <stdio.h>
#include <string.h>

#include "pack/syntax/digest.h"
#include "pack/format/http.h"
#include "pack/syntax/headers.h"
#include "pack/stream/part.h"

/* A block of which more segments have to come. */
struct segments {
	struct headers head; /* of the first */
	struct buf block;
	uint64_t next; /* number of the segment that is wanted; 0: none */
	uint64_t from; /* where the first begins */
	bool too_large;
};

struct warc {
	struct pack *pack;
	struct source *in;
	const struct part *outer;
	struct headers head;
	struct segments joined;
	uint64_t at;         /* bytes read */
	unsigned long count; /* records */
};

static bool
begins(struct str head)
{
	return head.n >= 6 &&
	    headers_same((struct str){head.s, 5}, "warc/") &&
	    head.s[5] >= '0' && head.s[5] <= '9';
}

/* A line end, or the next record, or nothing. */
static bool
is_end(struct str behind)
{
	return behind.n == 0 || *behind.s == '\r' || *behind.s == '\n' ||
	    begins(behind);
}

static bool
sniff_warc(struct str head, bool whole)
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

static struct part
part_of(const struct warc *w, const struct headers *h, uint64_t from)
{
	struct str type = headers_get(h, "content-type");
	struct part part = *w->outer;

	part.id = bare(headers_get(h, "warc-record-id"));
	part.url = bare(headers_get(h, "warc-target-uri"));
	part.date = headers_get(h, "warc-date");
	part.digest = headers_get(h, "warc-payload-digest");
	part.truncated = headers_get(h, "warc-truncated");
	part.type = headers_type(type);
	part.charset = headers_parameter(type, "charset");
	if (pack_is_placed(w->pack)) {
		part.placed = true;
		part.at = pack_place(w->pack, from);
	}
	return part;
}

/* A block as a part. */
static void
block(struct warc *w, const struct headers *h, struct source *in, uint64_t from)
{
	struct str kind = headers_get(h, "warc-type");
	struct part part = part_of(w, h, from);

	source_has(in, 7);
	if (http_begins((struct str){in->at, (size_t)(in->end - in->at)}) &&
	    (headers_same(part.type, "application/http") || part.type.n == 0))
		http_archived(w->pack, in, &part);
	else if (w->pack->part != NULL || pack_shows_page(part.type, in) ||
	    (headers_same(kind, "conversion") &&
	    headers_same(part.type, "text/plain")))
		pack_page(w->pack, in, &part);
}

/* ---- segments ---- */

/* Whether what is joined is a response with all of its body. */
static bool
is_complete(const struct segments *j)
{
	struct source in = source_over(buf_str(&j->block));
	struct headers h = {0};
	uint64_t length;
	bool yes = headers_read(&h, &in) &&
	    headers_number(headers_get(&h, "content-length"), &length) &&
	    (uint64_t)(in.end - in.at) >= length;

	headers_free(&h);
	return yes;
}

static void
give_segments(struct warc *w, uint64_t from)
{
	struct source all = source_over(buf_str(&w->joined.block));

	pack_begin(w->pack);
	block(w, &w->joined.head, &all, from);
}

/*
 * No more segments come.  If none of them said that it was the last, the
 * response's own length may tell; else the block is named and left out.
 */
static void
drop_segments(struct warc *w)
{
	struct segments *j = &w->joined;
	struct str id = headers_get(&j->head, "warc-record-id");

	if (j->next > 2 && !j->too_large && is_complete(j))
		give_segments(w, j->from);
	else if (j->next > 0)
		pack_break(w->pack, "warc: segment %llu of %.*s is not here: "
		    "left out", (unsigned long long)j->next,
		    pack_shown(id), id.s);
	j->next = 0;
	j->block.n = 0;
}

static void
take_segment(struct warc *w, struct source *in)
{
	struct segments *j = &w->joined;
	size_t most = w->pack->most * PACK_HOLD;

	do {
		size_t n = (size_t)(in->end - in->at);

		j->too_large = j->too_large || j->block.n + n > most;
		if (!j->too_large)
			buf_put(&j->block, in->at, n);
		in->at = in->end;
	} while (source_more(in));
	j->next++;
}

/* The first of several: its head is kept with its bytes. */
static void
first_segment(struct warc *w, struct source *in, uint64_t from)
{
	struct segments *j = &w->joined;

	drop_segments(w);
	headers_free(&j->head);
	j->head = w->head;
	w->head = (struct headers){0};
	j->next = 1;
	j->from = from;
	j->too_large = false;
	take_segment(w, in);
}

static void
next_segment(struct warc *w, struct source *in, uint64_t number)
{
	struct segments *j = &w->joined;
	struct str origin = bare(headers_get(&w->head,
	    "warc-segment-origin-id"));
	unsigned breaks = w->pack->breaks;

	if (j->next != number || !str_eq(origin,
	    bare(headers_get(&j->head, "warc-record-id")))) {
		drop_segments(w);
		pack_break(w->pack, "warc: record %lu is segment %llu of one "
		    "that is not here: left out", w->count,
		    (unsigned long long)number);
		return;
	}
	take_segment(w, in);
	if (w->pack->breaks != breaks)
		return;
	if (headers_get(&w->head, "warc-segment-total-length").n == 0)
		return;
	j->next = 0;
	if (j->too_large) {
		pack_say(w->pack, "a page in segments is larger than %d times "
		    "--max-page: left out", PACK_HOLD);
	} else {
		give_segments(w, j->from);
	}
	j->block.n = 0;
}

/* ---- a record ---- */

static void
content(struct warc *w, struct source *in, uint64_t from)
{
	struct str kind = headers_get(&w->head, "warc-type");
	uint64_t number;
	bool in_segments = headers_number(headers_get(&w->head,
	    "warc-segment-number"), &number);

	if (headers_same(kind, "continuation") && in_segments)
		next_segment(w, in, number);
	else if (!holds_pages(kind))
		return;
	else if (in_segments && w->pack->part == NULL)
		first_segment(w, in, from);
	else
		block(w, &w->head, in, from);
}

/* The block, and with --verify whether it is what its digest says. */
static void
read_block(struct warc *w, struct part_source *s, uint64_t from)
{
	struct digest_source d;
	struct str said = headers_get(&w->head, "warc-block-digest");

	if (!w->pack->verify || said.n == 0) {
		content(w, &s->source, from);
		return;
	}
	d = digest_source_of(w->pack, &s->source, said, s->name);
	content(w, &d.source, from);
	if (!w->pack->done)
		digest_source_pass(&d);
	digest_source_free(&d);
}

static void
record(struct warc *w)
{
	unsigned breaks = w->pack->breaks;
	uint64_t from = w->at, length;
	struct part_source s;
	char name[64];
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
	snprintf(name, sizeof name, "record %lu, from byte %llu", w->count,
	    (unsigned long long)from);
	s = part_source_of(w->pack, w->in, length, "warc", str_of(name));
	s.follows = is_end;
	read_block(w, &s, from);
	if (!w->pack->done)
		part_source_pass(&s);
	w->at += length - s.left;
	part_source_free(&s);
}

static void
read_warc(struct pack *p, struct source *in, const struct part *part)
{
	struct warc w = {.pack = p, .in = in, .outer = part};

	while (!p->done && next_record(&w))
		record(&w);
	if (!p->done)
		drop_segments(&w);
	headers_free(&w.head);
	headers_free(&w.joined.head);
	buf_free(&w.joined.block);
}

const struct reader reader_warc = {"warc wet", sniff_warc, read_warc};
