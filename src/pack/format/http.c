/* SPDX-License-Identifier: MIT */
#include "pack/format/http.h"

#include <string.h>

#include "pack/stream/chunk.h"
#include "pack/syntax/date.h"
#include "pack/syntax/headers.h"
#include "pack/page/pagesniff.h"
#include "pack/stream/unpack.h"

enum { MOST_CODINGS = 4 };

/*
 * The outermost of a body: it must have so many bytes (it may have more), and
 * before it ends what follows it in `rest` is passed, so that whatever is
 * wrong there is known when the page is whole.
 */
struct sized {
	struct source source; /* first */
	struct pack *pack;
	struct source *in, *rest; /* NULL: nothing that concerns us */
	uint64_t least;
};

struct body {
	struct source *in; /* what reads it */
	struct buf fields[2]; /* Content-Encoding, Transfer-Encoding: all */
	struct sized sized;
	struct chunk chunk;
	struct unpack codings[MOST_CODINGS];
	int n;
};

bool
http_begins(struct str head)
{
	return head.n >= 7 && memcmp(head.s, "HTTP/", 5) == 0 &&
	    head.s[5] >= '0' && head.s[5] <= '9';
}

static size_t
sized_fill(struct source *source, char *to, size_t room)
{
	struct sized *s = (struct sized *)source;
	size_t n = source_copy(s->in, to, room);

	while (n == 0 && s->rest != NULL && source_has(s->rest, 1))
		s->rest->at = s->rest->end;
	if (n == 0 && s->least > 0)
		pack_break(s->pack, "cut off: %llu bytes are missing",
		    (unsigned long long)s->least);
	s->least -= n < s->least ? n : s->least;
	return n;
}

/* The last of a list "gzip, br", taken off it. */
static struct str
pop(struct str *list)
{
	size_t i = list->n;
	struct str last;

	while (i > 0 && list->s[i - 1] != ',')
		i--;
	last = headers_trim((struct str){list->s + i, list->n - i});
	list->n = i > 0 ? i - 1 : 0;
	return last;
}

/* The coding that the body really has, where `name` is what its head says. */
static const struct coding *
coding_of(struct str name, struct source *in)
{
	const struct coding *coding = coding_find(name);

	/* What has no mark may be taken for it, but never looks like a page. */
	if (coding == NULL || (coding_looks(coding, in) &&
	    (coding->begins != NULL || !pagesniff_lenient(pack_head(in)))))
		return coding;
	/* "deflate" is zlib's, but some servers send it bare. */
	if (coding == &coding_zlib && !pagesniff_lenient(pack_head(in)) &&
	    coding_looks(&coding_deflate, in))
		return &coding_deflate;
	return NULL;
}

static void
undo(struct body *b, struct pack *p, const struct coding *coding)
{
	if (b->n == MOST_CODINGS)
		return;
	b->codings[b->n] = unpack_of(p, b->in, coding, true);
	b->in = &b->codings[b->n++].source;
}

/* Undo what the head says was done; `archived`: by who stored it whole. */
static void
body_open(struct body *b, struct pack *p, struct source *in,
    const struct headers *h, bool archived)
{
	struct str codings, transfer, name;
	uint64_t length;
	bool has_length = headers_number(headers_get(h, "content-length"), &length);
	bool plain;

	*b = (struct body){.in = in};
	headers_all(h, "content-encoding", &b->fields[0]);
	headers_all(h, "transfer-encoding", &b->fields[1]);
	codings = buf_str(&b->fields[0]);
	transfer = buf_str(&b->fields[1]);
	plain = codings.n == 0 || headers_same(codings, "identity");
	name = pop(&transfer);
	if (headers_same(name, "chunked") && chunk_looks(in)) {
		b->chunk = chunk_of(archived ? NULL : p, in);
		b->in = &b->chunk.source;
		name = pop(&transfer);
		has_length = false;
	}
	while (b->n < MOST_CODINGS && (name.n > 0 || codings.n > 0)) {
		const struct coding *coding;

		if (name.n == 0)
			name = pop(&codings);
		if ((coding = coding_of(name, b->in)) != NULL)
			undo(b, p, coding);
		name = pop(&transfer);
	}
	if (plain && coding_looks(&coding_gzip, b->in))
		undo(b, p, &coding_gzip); /* and nothing says so */
	/* A length is that of the coded body: it says nothing of another. */
	if (archived || !has_length || !plain || b->n > 0)
		length = 0;
	b->sized = (struct sized){source_from(sized_fill), p, b->in,
	    archived ? in : NULL, length};
	b->in = &b->sized.source;
}

static void
body_close(struct body *b)
{
	while (b->n > 0)
		unpack_free(&b->codings[--b->n]);
	chunk_free(&b->chunk);
	source_free(&b->sized.source);
	buf_free(&b->fields[0]);
	buf_free(&b->fields[1]);
}

/* The heads, of which the last counts; false: one has no end. */
static bool
read_heads(struct headers *h, struct source *in)
{
	do {
		if (!headers_read(h, in))
			return false;
		source_has(in, 7);
	} while (http_begins((struct str){in->at, (size_t)(in->end - in->at)}));
	return true;
}

/* 200 of "HTTP/1.1 200 OK"; 0: it has none. */
static int
status_of(const struct headers *h)
{
	struct str line = headers_line(h);
	size_t i = 0;
	int status = 0;

	while (i < line.n && line.s[i] != ' ')
		i++;
	while (i < line.n && line.s[i] == ' ')
		i++;
	for (size_t n = 0; n < 3 && i < line.n && line.s[i] >= '0' &&
	    line.s[i] <= '9'; n++)
		status = status * 10 + (line.s[i++] - '0');
	return status;
}

/* What the head says of the part, where nothing outside did. */
static void
say_head(struct part *part, const struct headers *h, struct buf *date)
{
	struct str type = headers_get(h, "content-type");

	part->type = headers_type(type);
	part->charset = headers_parameter(type, "charset");
	part->language = headers_get(h, "content-language");
	part->status = status_of(h);
	if (part->date.n == 0) {
		date_put(date, headers_get(h, "date"));
		part->date = buf_str(date);
	}
}

static void
deliver(struct pack *p, struct body *b, struct part *part, bool archived)
{
	bool success = part->status / 100 == 2;

	if (p->part != NULL) {
		pack_page(p, b->in, part);
	} else if (archived) {
		if (success && pack_shows_page(part->type, b->in))
			pack_page(p, b->in, part);
	} else if (pack_shows_page(part->type, b->in)) {
		pack_page(p, b->in, part);
	} else if (headers_same(part->type, "text/plain")) {
		pack_text(p, b->in, part);
	} else {
		pack_read(p, b->in, part, NULL);
	}
}

static bool
response(struct pack *p, struct source *in, const struct part *outer,
    bool archived)
{
	struct headers h = {0};
	struct buf date = {0};
	struct part part = *outer;
	struct body b;
	bool whole = read_heads(&h, in);

	if (whole) {
		say_head(&part, &h, &date);
		body_open(&b, p, in, &h, archived);
		deliver(p, &b, &part, archived);
		body_close(&b);
	}
	buf_free(&date);
	headers_free(&h);
	return whole;
}

void
http_archived(struct pack *p, struct source *in, const struct part *part)
{
	response(p, in, part, true);
}

static void
read_http(struct pack *p, struct source *in, const struct part *part)
{
	if (!response(p, in, part, false))
		pack_break(p, "cut off in the head of a response");
}

static bool
sniff_http(struct str head, bool whole)
{
	(void)whole;
	return http_begins(head);
}

const struct reader reader_http = {"http", sniff_http, read_http};
