/* SPDX-License-Identifier: MIT */
/*
 * Mail (RFC 5322), MIME (RFC 2045 to 2047), MHTML (RFC 2557) and mailboxes
 * (RFC 4155): a message's pages.  Of an alternative the HTML is given, or else
 * the text; of related parts the root, then the pages among the others; of all
 * other lists each page and text.  Attachments are not the letter: they count
 * only where there is nothing else.
 *
 * A head is taken as people have it: with a byte order mark, empty lines
 * first, lines that are no fields, blanks before a colon.
 *
 * A list that is not closed is cut off: what has come of it is given, but for
 * a last part that shows that it has lost its end.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "pack/date.h"
#include "pack/headers.h"
#include "pack/pack.h"
#include "pack/transfer.h"

enum { PARTS_DEEP = 32 };

struct mail {
	struct pack *pack;
	const struct part *outer;
	struct str url; /* of the message */
	struct buf date, title, from, id;
	bool attachments; /* are given, too */
	bool dropped;     /* one that was not whole was left out */
	unsigned found, leaves;
};

/* A part, its head read. */
struct entity {
	struct headers head;
	struct str body, type; /* "text/plain" */
	bool is_cut;           /* of a list that is not closed, the last */
};

/* The parts of a list. */
struct parts {
	struct str *at;
	size_t n;
	bool closed;
};

/* ---- whether it is one ---- */

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* The name of the field that a line begins with; empty: it is none. */
static struct str
field_name(struct str line)
{
	size_t n = 0, colon;

	while (n < line.n && is_name(line.s[n]))
		n++;
	colon = n;
	while (colon < line.n && (line.s[colon] == ' ' ||
	    line.s[colon] == '\t'))
		colon++;
	return (struct str){line.s,
	    colon < line.n && line.s[colon] == ':' ? n : 0};
}

/* Fields that only a mail has, and some that it has with others. */
static const char *const sure[] = {"mime-version", "received", "return-path",
    "delivered-to", "message-id", "dkim-signature",
    "snapshot-content-location"};
static const char *const others[] = {"date", "subject", "to", "content-type"};

static bool
is_among(struct str name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (headers_same(name, names[i]))
			return true;
	return false;
}

#define AMONG(name, names) is_among(name, names, sizeof names / sizeof *names)

/* A byte order mark and empty lines are no part of a head. */
static struct str
skip_to_head(struct str s)
{
	if (s.n >= 3 && memcmp(s.s, "\xEF\xBB\xBF", 3) == 0)
		s.s += 3, s.n -= 3;
	while (s.n > 0 && (*s.s == '\n' || *s.s == '\r'))
		s.s++, s.n--;
	return s;
}

static bool
is_from_line(struct str line)
{
	return line.n > 5 && memcmp(line.s, "From ", 5) == 0 &&
	    field_name(line).n == 0;
}

/* The lines of a head: what kinds of field they are. */
struct signs {
	unsigned fields, odd;
	bool is_sure, from, about, waits; /* the last one ended in ';' */
};

static void
look_at_line(struct signs *s, struct str line)
{
	struct str name = field_name(line);

	bool waited = s->waits;
	struct str all = headers_trim(line);

	s->waits = all.n > 0 && all.s[all.n - 1] == ';';
	if (name.n == 0) {
		s->odd += s->fields == 0 || (*line.s != ' ' &&
		    *line.s != '\t' && !waited);
		return;
	}
	s->fields++;
	s->is_sure = s->is_sure || AMONG(name, sure);
	s->from = s->from || headers_same(name, "from");
	s->about = s->about || AMONG(name, others);
}

/* Header fields, of which a few lines at most are none, and those of a mail. */
static bool
sniff_mime(struct str head, bool whole)
{
	struct signs s = {0};
	bool first = true;

	head = skip_to_head(head);
	while (head.n > 0) {
		const char *end = memchr(head.s, '\n', head.n);
		struct str line = {head.s, end != NULL ?
		    (size_t)(end - head.s) : head.n};

		if (end == NULL && (s.fields > 0 || !whole)) /* it may be cut */
			break;
		if (line.n == 0 || (line.n == 1 && *line.s == '\r'))
			break;
		if (!first || !is_from_line(line))
			look_at_line(&s, line);
		if (s.fields == 0 && s.odd > 0)
			return false;
		first = false;
		if (end == NULL)
			break;
		head.n -= line.n + 1;
		head.s = end + 1;
	}
	return s.odd * 3 <= s.fields && (s.is_sure || (s.from && s.about));
}

/* ---- heads ---- */

static struct str
line_of(struct str s)
{
	const char *end = memchr(s.s, '\n', s.n);

	return (struct str){s.s, end != NULL ? (size_t)(end - s.s) + 1 : s.n};
}

/* A line that is no field goes on the one before, where that waits for it. */
static void
join_lines(struct headers *h)
{
	char *s = h->text.s, *end = s + h->text.n;

	for (char *line = s; line != NULL && line < end;) {
		char *stop = memchr(line, '\n', (size_t)(end - line));

		if (line > s + 1 && line[-2] == ';' && field_name((struct str){
		    line, (size_t)(stop - line)}).n == 0)
			line[-1] = ' ';
		line = stop + 1;
	}
}

/*
 * The bytes of a head, and where the body begins: behind the empty line, or,
 * where someone forgot that, behind the last line that is a field or goes on
 * one.  False: the message is cut off in it.
 */
static bool
find_body(struct str s, size_t *head, size_t *body)
{
	size_t at = 0;
	bool waits = false;

	*head = 0;
	while (at < s.n) {
		struct str line = line_of((struct str){s.s + at, s.n - at});
		struct str text = headers_trim(line);

		if (text.n == 0 && (at == *head || *head > 0)) {
			*body = at == *head ? at + line.n : *head;
			return true;
		}
		at += line.n;
		if (field_name(line).n > 0 || (*head > 0 && (waits ||
		    *line.s == ' ' || *line.s == '\t')) ||
		    (*head == 0 && is_from_line(line))) {
			*head = at;
			waits = text.n > 0 && text.s[text.n - 1] == ';';
		}
	}
	*body = *head;
	return *head < s.n && s.s[s.n - 1] == '\n';
}

/* False: its head has no end. */
static bool
entity_open(struct entity *e, struct str bytes, const char *default_type)
{
	struct buf text = {0};
	struct source in;
	size_t head, body;
	bool whole;

	*e = (struct entity){.body = skip_to_head(bytes)};
	/* A part that begins with an empty line has no head. */
	if (bytes.n > 0 && (*bytes.s == '\n' || *bytes.s == '\r'))
		e->body = bytes;
	whole = find_body(e->body, &head, &body);
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

static void
entity_close(struct entity *e)
{
	headers_free(&e->head);
}

static bool
is_type(const struct entity *e, const char *type)
{
	return headers_same(e->type, type);
}

static bool
is_list(const struct entity *e)
{
	return e->type.n > 10 &&
	    headers_same((struct str){e->type.s, 10}, "multipart/");
}

static bool
is_attachment(const struct entity *e)
{
	return headers_same(headers_type(headers_get(&e->head,
	    "content-disposition")), "attachment");
}

/* ---- lists ---- */

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
add_part(struct parts *p, const char *from, const char *to)
{
	if (to > from && to[-1] == '\n')
		to -= to - from > 1 && to[-2] == '\r' ? 2 : 1;
	if ((p->n & (p->n - 1)) == 0)
		p->at = mem_resize(p->at, 2 * p->n + 1, sizeof *p->at);
	p->at[p->n++] = (struct str){from, (size_t)(to - from)};
}

/* The line end before a delimiter belongs to it. */
static struct parts
parts_of(struct str body, struct str boundary)
{
	struct parts p = {0};
	const char *from = NULL, *end = body.s + body.n;

	while (body.n > 0 && !p.closed) {
		struct str line = line_of(body);
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

static struct parts
list_of(const struct entity *e)
{
	struct buf boundary = {0};
	struct parts p = {0};

	transfer_parameter(&boundary, headers_get(&e->head, "content-type"),
	    "boundary");
	if (boundary.n > 0)
		p = parts_of(e->body, buf_str(&boundary));
	buf_free(&boundary);
	return p;
}

static const char *
default_of(const struct entity *list)
{
	return is_type(list, "multipart/digest") ? "message/rfc822" :
	    "text/plain";
}

/* ---- leaves ---- */

static bool
is_page(const struct entity *e)
{
	return is_type(e, "text/html") || is_type(e, "application/xhtml+xml");
}

/* Whether a last part, whose list was cut off, has its own end. */
static bool
is_whole(const struct entity *e, struct str bytes)
{
	struct str text = headers_trim(bytes);

	if (!is_page(e))
		return e->body.n > 0 && e->body.s[e->body.n - 1] == '\n';
	return text.n >= 7 && headers_same((struct str){
	    text.s + text.n - 7, 7}, "</html>");
}

static void
leaf(struct mail *m, const struct entity *e)
{
	struct str type = headers_get(&e->head, "content-type");
	struct part part = *m->outer;
	struct buf bytes = {0}, charset = {0};

	transfer_parameter(&charset, type, "charset");
	part.type = e->type;
	part.charset = buf_str(&charset);
	part.url = headers_get(&e->head, "content-location");
	if (part.url.n == 0 && m->found == 0)
		part.url = m->url;
	part.language = headers_get(&e->head, "content-language");
	part.date = buf_str(&m->date);
	part.title = buf_str(&m->title);
	part.from = buf_str(&m->from);
	part.id = m->found == 0 ? buf_str(&m->id) : (struct str){0};
	transfer_put(&bytes, e->body, headers_trim(headers_get(&e->head,
	    "content-transfer-encoding")));
	if (!e->is_cut || is_whole(e, buf_str(&bytes))) {
		m->found++;
		pack_bytes(m->pack, buf_str(&bytes), &part);
	} else {
		m->dropped = true;
		pack_say(m->pack, "mail: the last part is not whole: left out");
	}
	buf_free(&bytes);
	buf_free(&charset);
}

/* ---- the tree of parts ---- */

static void walk(struct mail *, struct entity *, int depth);

static void
walk_bytes(struct mail *m, struct str bytes, const struct entity *list,
    bool is_cut, int depth)
{
	struct entity e;

	if (entity_open(&e, bytes, default_of(list))) {
		e.is_cut = is_cut;
		walk(m, &e, depth + 1);
	}
	entity_close(&e);
}

/* Of related parts: the root, that "start" names, or the first (RFC 2387). */
static size_t
root_of(const struct entity *list, const struct parts *p)
{
	struct str start = headers_parameter(headers_get(&list->head,
	    "content-type"), "start");
	size_t root = 0;

	for (size_t i = p->n; start.n > 0 && i-- > 0;) {
		struct entity e;

		if (entity_open(&e, p->at[i], "text/plain") &&
		    str_eq(headers_get(&e.head, "content-id"), start))
			root = i;
		entity_close(&e);
	}
	return root;
}

/* What a part can be shown as: 2 a page, 1 a text, 0 neither. */
static int
worth(struct str bytes, int depth)
{
	struct entity e;
	int most = 0;

	if (entity_open(&e, bytes, "text/plain") && depth < PARTS_DEEP) {
		struct parts p = is_list(&e) ? list_of(&e) : (struct parts){0};

		most = is_page(&e) ? 2 : is_type(&e, "text/plain") ? 1 : 0;
		for (size_t i = 0; i < p.n; i++) {
			int one = worth(p.at[i], depth + 1);

			most = one > most ? one : most;
		}
		free(p.at);
	}
	entity_close(&e);
	return most;
}

/* The last of the best: a sender puts the plainest first (RFC 2046, 5.1.4). */
static size_t
best_of(const struct parts *p, int depth)
{
	size_t best = 0;
	int most = -1;

	for (size_t i = 0; i < p->n; i++) {
		int one = worth(p->at[i], depth);

		if (one >= most) {
			most = one;
			best = i;
		}
	}
	return best;
}

static void
walk_list(struct mail *m, struct entity *list, int depth)
{
	struct parts p = list_of(list);
	bool all = m->pack->part != NULL, related, one;
	size_t first = 0;

	related = is_type(list, "multipart/related");
	one = is_type(list, "multipart/alternative") && !all;
	if (related)
		first = root_of(list, &p);
	else if (one)
		first = best_of(&p, depth);
	for (size_t i = 0; i <= p.n && !m->pack->done; i++) {
		size_t at = i == 0 ? first : i - 1;
		bool is_last = at + 1 == p.n;

		if (at >= p.n || (i > 0 && (one || at == first)))
			continue;
		if (i > 0 && related && !all && worth(p.at[at], depth) < 2)
			continue;
		walk_bytes(m, p.at[at], list, is_last && !p.closed &&
		    (depth == 0 || list->is_cut), depth);
	}
	free(p.at);
}

static void
walk(struct mail *m, struct entity *e, int depth)
{
	bool all = m->pack->part != NULL;

	if (depth >= PARTS_DEEP || m->pack->done)
		return;
	if (is_list(e)) {
		walk_list(m, e, depth);
		return;
	}
	m->leaves++;
	if (is_attachment(e) && !m->attachments && !all)
		return;
	if (is_type(e, "message/rfc822") || is_type(e, "message/global"))
		walk_bytes(m, e->body, e, e->is_cut, depth);
	else if (all || is_page(e) || is_type(e, "text/plain"))
		leaf(m, e);
}

/* ---- a message ---- */

/* A list that another one closes has lost nothing. */
static bool
is_closed(const struct entity *list)
{
	struct parts p = list_of(list);
	bool closed = p.closed;

	free(p.at);
	return closed;
}

static struct str
bare_id(struct str id)
{
	if (id.n > 1 && *id.s == '<' && id.s[id.n - 1] == '>')
		return (struct str){id.s + 1, id.n - 2};
	return id;
}

static void
message(struct pack *p, struct str all, const struct part *outer, bool is_cut)
{
	struct mail m = {.pack = p, .outer = outer};
	struct entity e;
	struct str id;

	if (!entity_open(&e, all, "text/plain")) {
		pack_break(p, "mail: cut off in its head");
		entity_close(&e);
		return;
	}
	e.is_cut = is_cut;
	if (is_list(&e) && !is_closed(&e))
		pack_break(p, "mail: cut off: its parts have no closing line");
	m.url = headers_get(&e.head, "snapshot-content-location");
	id = bare_id(headers_get(&e.head, "message-id"));
	buf_put(&m.id, id.s, id.n);
	date_put(&m.date, headers_get(&e.head, "date"));
	transfer_words(&m.title, headers_get(&e.head, "subject"));
	transfer_words(&m.from, headers_get(&e.head, "from"));
	walk(&m, &e, 0);
	if (m.found == 0 && m.leaves > 0 && !m.dropped && !p->done) {
		m.attachments = true;
		walk(&m, &e, 0);
	}
	entity_close(&e);
	buf_free(&m.id);
	buf_free(&m.date);
	buf_free(&m.title);
	buf_free(&m.from);
}

/* ---- a mailbox ---- */

/* Whether a message begins here: "From ", and a field in the next line. */
static bool
at_message(struct str s)
{
	struct str line = line_of(s);
	struct str next = {s.s + line.n, s.n - line.n};

	if (!is_from_line(line))
		return false;
	next = line_of(next);
	return field_name(next).n > 0 ||
	    (next.n > 6 && memcmp(next.s, ">From ", 6) == 0);
}

/* Where the message that begins at `s` ends. */
static size_t
message_end(struct str s)
{
	size_t at = line_of(s).n;
	bool blank = false;

	while (at < s.n) {
		struct str rest = {s.s + at, s.n - at}, line = line_of(rest);

		if (blank && *line.s == 'F' && at_message(rest))
			break;
		blank = headers_trim(line).n == 0;
		at += line.n;
	}
	return at;
}

/* ">From " was "From " before it was put into the mailbox. */
static void
unquote(struct buf *to, struct str s)
{
	while (s.n > 0) {
		struct str line = line_of(s);
		size_t n = 0;

		while (n < line.n && line.s[n] == '>')
			n++;
		if (n > 0 && line.n > n + 5 &&
		    memcmp(line.s + n, "From ", 5) == 0)
			buf_put(to, line.s + 1, line.n - 1);
		else
			buf_put(to, line.s, line.n);
		s.s += line.n;
		s.n -= line.n;
	}
}

static void
mailbox(struct pack *p, struct str all, const struct part *part)
{
	while (all.n > 0 && !p->done) {
		size_t end = message_end(all), from = line_of(all).n;
		struct str one = {all.s + from, end - from};
		bool is_last = end == all.n, is_cut;
		struct buf plain = {0};

		/* The empty line before the next message is the mailbox's. */
		if (one.n > 1 && one.s[one.n - 1] == '\n' &&
		    (one.s[one.n - 2] == '\n' || one.s[one.n - 2] == '\r'))
			one.n -= one.s[one.n - 2] == '\r' ? 2 : 1;
		is_cut = is_last && all.s[all.n - 1] != '\n';
		if (is_cut)
			pack_break(p, "mail: the mailbox is cut off at its end");
		pack_begin(p);
		unquote(&plain, one);
		message(p, buf_str(&plain), part, is_cut);
		buf_free(&plain);
		all.s += end;
		all.n -= end;
	}
}

static void
read_mime(struct pack *p, struct source *in, const struct part *part)
{
	struct str all;

	if (!pack_hold(p, in, &all))
		return;
	all = skip_to_head(all);
	if (is_from_line(line_of(all)))
		mailbox(p, all, part);
	else
		message(p, all, part, false);
}

const struct reader reader_mime = {"mime mhtml mht eml mbox", sniff_mime,
    read_mime};
