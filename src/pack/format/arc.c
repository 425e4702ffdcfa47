/* SPDX-License-Identifier: MIT */
/*
 * ARC, the Internet Archive's format from 1996 to 2009, versions 1 and 2: a
 * line that says what a record is, its bytes, a line end.
 *
 *	URL IP-address date type length
 *	URL IP-address date type status digest location offset file length
 *
 * The first record is about the file.  A record of http has the response as
 * it came, with its head; where that is missing, as in the oldest files, the
 * line's type is all there is.
 */
#include <stdio.h>

#include "pack/syntax/date.h"
#include "pack/format/http.h"
#include "pack/syntax/headers.h"
#include "pack/stream/part.h"

enum {
	LINE_MOST = 16 * 1024, FIELDS = 16,
	/* The type's place from the end, in the two versions. */
	TYPE_1 = 1, TYPE_2 = 6
};

struct arc {
	struct pack *pack;
	struct source *in;
	const struct part *outer;
	uint64_t at;         /* bytes read */
	unsigned long count; /* records */
};

/* A record's line, in pieces. */
struct line {
	struct str url, date, type;
	uint64_t length;
};

static bool
sniff_arc(struct str head, bool whole)
{
	(void)whole;
	return head.n >= 11 &&
	    headers_same((struct str){head.s, 11}, "filedesc://");
}

static bool
is_stamp(struct str s)
{
	if (s.n < 12 || s.n > 17)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
	return true;
}

/* Its last fields; an address of theirs may have blanks in it. */
static int
split(struct str text, struct str *fields)
{
	int n = 0;

	while (text.n > 0 && n < FIELDS) {
		size_t i = text.n;

		while (i > 0 && text.s[i - 1] != ' ')
			i--;
		if (i < text.n)
			fields[n++] = (struct str){text.s + i, text.n - i};
		text.n = i > 0 ? i - 1 : 0;
	}
	return n;
}

/* False: it is no record's line. */
static bool
parse(struct str text, struct line *l)
{
	struct str fields[FIELDS];
	int n = split(text, fields), stamp = TYPE_1 + 1, last;

	if (n < 5 || !headers_number(fields[0], &l->length))
		return false;
	while (stamp < n && !is_stamp(fields[stamp]))
		stamp++;
	if (stamp + 2 > n || fields[stamp + 1].s < text.s + 2)
		return false;
	/* Its type may have blanks: "text/html; charset=..." */
	last = stamp > TYPE_2 ? TYPE_2 : TYPE_1;
	l->date = fields[stamp];
	l->type = (struct str){fields[stamp - 1].s, (size_t)(fields[last].s +
	    fields[last].n - fields[stamp - 1].s)};
	l->url = (struct str){text.s, (size_t)(fields[stamp + 1].s - text.s) -
	    1};
	return true;
}

/* The line at hand, not yet read; `n` is its length with its end. */
static bool
line_at(struct arc *a, struct line *l, size_t *n)
{
	struct str text;

	if (!source_line(a->in, LINE_MOST, &text))
		return false;
	*n = text.n + ((size_t)(a->in->end - a->in->at) > text.n);
	if (text.n > 0 && text.s[text.n - 1] == '\r')
		text.n--;
	return text.n <= LINE_MOST && parse(text, l);
}

static void
skip(struct arc *a, size_t n)
{
	a->in->at += n;
	a->at += n;
}

/* To the next record, behind damage, too; false: there is none. */
static bool
next_record(struct arc *a, struct line *l, size_t *n)
{
	bool said = false;

	for (;;) {
		size_t there;

		if (a->in->at == a->in->end && a->in->paused) {
			source_resume(a->in);
			continue;
		}
		if (!source_has(a->in, 1))
			return false;
		if (*a->in->at == '\n' || *a->in->at == '\r') {
			skip(a, 1);
			continue;
		}
		if (line_at(a, l, n))
			return true;
		if (!said && !a->in->paused)
			pack_say(a->pack, "arc: no record begins at byte %llu, "
			    "after record %lu", (unsigned long long)a->at,
			    a->count);
		said = true;
		there = (size_t)(a->in->end - a->in->at);
		skip(a, *n > 0 && *n <= there ? *n : there);
	}
}

static void
content(struct arc *a, const struct line *l, struct source *in, uint64_t from)
{
	struct buf date = {0};
	struct part part = *a->outer;

	date_put_stamp(&date, l->date);
	part.url = l->url;
	part.date = buf_str(&date);
	part.type = headers_type(l->type);
	part.charset = headers_parameter(l->type, "charset");
	if (pack_is_placed(a->pack)) {
		part.placed = true;
		part.at = pack_place(a->pack, from);
	}
	source_has(in, 7);
	if (http_begins((struct str){in->at, (size_t)(in->end - in->at)}))
		http_archived(a->pack, in, &part);
	else if (a->pack->part != NULL || pack_shows_page(part.type, in))
		pack_page(a->pack, in, &part);
	buf_free(&date);
}

static bool
is_end(struct str behind)
{
	return behind.n == 0 || *behind.s == '\r' || *behind.s == '\n';
}

static bool
is_about_file(struct str url)
{
	return url.n > 11 &&
	    headers_same((struct str){url.s, 11}, "filedesc://");
}

static void
record(struct arc *a, struct line *l, size_t n)
{
	struct buf kept = {0};
	struct part_source s;
	uint64_t from = a->at;
	char name[64];
	struct line own;

	/* The window moves as the record is read: the line is kept. */
	buf_put(&kept, a->in->at, n);
	while (kept.n > 0 && (kept.s[kept.n - 1] == '\n' ||
	    kept.s[kept.n - 1] == '\r'))
		kept.n--;
	skip(a, n);
	a->count++;
	pack_begin(a->pack);
	snprintf(name, sizeof name, "record %lu, from byte %llu", a->count,
	    (unsigned long long)from);
	s = part_source_of(a->pack, a->in, l->length, "arc", str_of(name));
	s.follows = is_end;
	if (parse(buf_str(&kept), &own) && !is_about_file(own.url))
		content(a, &own, &s.source, from);
	if (!a->pack->done)
		part_source_pass(&s);
	a->at += l->length - s.left;
	part_source_free(&s);
	buf_free(&kept);
}

static void
read_arc(struct pack *p, struct source *in, const struct part *part)
{
	struct arc a = {.pack = p, .in = in, .outer = part};
	struct line l;
	size_t n = 0;

	while (!p->done && next_record(&a, &l, &n))
		record(&a, &l, n);
}

const struct reader reader_arc = {"arc", sniff_arc, read_arc};
