/* SPDX-License-Identifier: MIT */
#include "pack/syntax/mimepart.h"

#include "base/vec.h"
#include "pack/syntax/mailhead.h"
#include "pack/syntax/transfer.h"

/* A line that is no field goes on the one before, where that waits for it. */
static void
join_lines(struct headers *h)
{
	char *s = h->text.s, *end = s + h->text.n;

	for (char *line = s; line != NULL && line < end;) {
		char *stop = memchr(line, '\n', (size_t)(end - line));

		if (line > s + 1 && line[-2] == ';' && mailhead_field((struct str){
		    line, (size_t)(stop - line)}).n == 0)
			line[-1] = ' ';
		line = stop + 1;
	}
}

bool
mimepart_open(struct mimepart *e, struct str bytes, const char *default_type)
{
	struct buf text = {0};
	struct source in;
	size_t head, body;
	bool whole;

	*e = (struct mimepart){.body = mailhead_skip(bytes)};
	/* A part that begins with an empty line has no head. */
	if (bytes.n > 0 && (*bytes.s == '\n' || *bytes.s == '\r'))
		e->body = bytes;
	whole = mailhead_body(e->body, &head, &body);
	buf_put(&text, e->body.s, head);
	buf_puts(&text, "\n\n");
	in = source_over(buf_str(&text));
	whole = headers_read(&e->head, &in) && whole;
	buf_free(&text);
	join_lines(&e->head);
	e->body.s += body;
	e->body.n -= body;
	e->type = headers_type(headers_get(&e->head, "content-type"));
	if (e->type.n == 0 || memchr(e->type.s, '/', e->type.n) == NULL)
		e->type = str_of(default_type);
	return whole;
}

void
mimepart_close(struct mimepart *e)
{
	headers_free(&e->head);
}

bool
mimepart_is(const struct mimepart *e, const char *type)
{
	return headers_same(e->type, type);
}

bool
mimepart_is_list(const struct mimepart *e)
{
	return e->type.n > 10 &&
	    headers_same((struct str){e->type.s, 10}, "multipart/");
}

bool
mimepart_is_attachment(const struct mimepart *e)
{
	return headers_same(headers_type(headers_get(&e->head,
	    "content-disposition")), "attachment");
}

/* 1: the line begins a part; 2: it closes the list; 0: neither. */
static int
delimiter(struct str line, struct str boundary)
{
	struct str rest;

	if (line.n < boundary.n + 2 || memcmp(line.s, "--", 2) != 0 ||
	    memcmp(line.s + 2, boundary.s, boundary.n) != 0)
		return 0;
	rest = headers_trim((struct str){line.s + 2 + boundary.n,
	    line.n - 2 - boundary.n});
	return rest.n == 0 ? 1 : rest.n >= 2 && memcmp(rest.s, "--", 2) == 0 ?
	    2 : 0;
}

static void
add_part(struct mimelist *p, const char *from, const char *to)
{
	if (to > from && to[-1] == '\n')
		to -= to - from > 1 && to[-2] == '\r' ? 2 : 1;
	*vec_add(p) = (struct str){from, (size_t)(to - from)};
}

/* The line end before a delimiter belongs to it. */
static struct mimelist
parts_of(struct str body, struct str boundary)
{
	struct mimelist p = {0};
	const char *from = NULL, *end = body.s + body.n;

	while (body.n > 0 && !p.closed) {
		struct str line = mailhead_line(body);
		int what = *line.s == '-' ? delimiter(line, boundary) : 0;

		if (what != 0 && from != NULL)
			add_part(&p, from, line.s);
		if (what != 0)
			from = line.s + line.n;
		p.closed = what == 2;
		body.s += line.n;
		body.n -= line.n;
	}
	if (!p.closed && from != NULL && from < end) {
		add_part(&p, from, end);
		p.at[p.n - 1].n = (size_t)(end - p.at[p.n - 1].s);
	}
	return p;
}

struct mimelist
mimepart_list(const struct mimepart *e)
{
	struct buf boundary = {0};
	struct mimelist p = {0};

	transfer_parameter(&boundary, headers_get(&e->head, "content-type"),
	    "boundary");
	if (boundary.n > 0)
		p = parts_of(e->body, buf_str(&boundary));
	buf_free(&boundary);
	return p;
}

const char *
mimepart_default(const struct mimepart *list)
{
	return mimepart_is(list, "multipart/digest") ? "message/rfc822" :
	    "text/plain";
}

