/* SPDX-License-Identifier: MIT */
/*
 * The pages of mail (RFC 5322), MIME (RFC 2045 to 2047), MHTML (RFC 2557) and
 * mailboxes (RFC 4155), which are read message by message.  Of an alternative
 * the HTML is given, or else the text; of related parts the root, then the
 * pages among the others; of all other lists each page and text.  Attachments
 * are not the letter: they count only where there is nothing else.
 *
 * A list that is not closed is cut off: what has come of it is given, but for
 * a last part that shows that it has lost its end.
 */
#include <stdlib.h>

#include "pack/pack.h"
#include "pack/syntax/date.h"
#include "pack/syntax/mailhead.h"
#include "pack/syntax/mimepart.h"
#include "pack/syntax/transfer.h"

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

/* ---- leaves ---- */

static bool
is_page(const struct mimepart *e)
{
	return mimepart_is(e, "text/html") || mimepart_is(e, "application/xhtml+xml");
}

/* Whether a last part, whose list was cut off, has its own end. */
static bool
is_whole(const struct mimepart *e, struct str bytes)
{
	struct str text = headers_trim(bytes);

	if (!is_page(e))
		return e->body.n > 0 && e->body.s[e->body.n - 1] == '\n';
	return text.n >= 7 && headers_same((struct str){
	    text.s + text.n - 7, 7}, "</html>");
}

static void
leaf(struct mail *m, const struct mimepart *e)
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

static void walk(struct mail *, struct mimepart *, int depth);

static void
walk_bytes(struct mail *m, struct str bytes, const struct mimepart *list,
    bool is_cut, int depth)
{
	struct mimepart e;

	if (mimepart_open(&e, bytes, mimepart_default(list))) {
		e.is_cut = is_cut;
		walk(m, &e, depth + 1);
	}
	mimepart_close(&e);
}

/* Of related parts: the root, that "start" names, or the first (RFC 2387). */
static size_t
root_of(const struct mimepart *list, const struct mimelist *p)
{
	struct str start = headers_parameter(headers_get(&list->head,
	    "content-type"), "start");
	size_t root = 0;

	for (size_t i = p->n; start.n > 0 && i-- > 0;) {
		struct mimepart e;

		if (mimepart_open(&e, p->at[i], "text/plain") &&
		    str_eq(headers_get(&e.head, "content-id"), start))
			root = i;
		mimepart_close(&e);
	}
	return root;
}

/* What a part can be shown as: 2 a page, 1 a text, 0 neither. */
static int
worth(struct str bytes, int depth)
{
	struct mimepart e;
	int most = 0;

	if (mimepart_open(&e, bytes, "text/plain") && depth < PARTS_DEEP) {
		struct mimelist p = mimepart_is_list(&e) ? mimepart_list(&e) : (struct mimelist){0};

		most = is_page(&e) ? 2 : mimepart_is(&e, "text/plain") ? 1 : 0;
		for (size_t i = 0; i < p.n; i++) {
			int one = worth(p.at[i], depth + 1);

			most = one > most ? one : most;
		}
		free(p.at);
	}
	mimepart_close(&e);
	return most;
}

/* The last of the best: a sender puts the plainest first (RFC 2046, 5.1.4). */
static size_t
best_of(const struct mimelist *p, int depth)
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
walk_list(struct mail *m, struct mimepart *list, int depth)
{
	struct mimelist p = mimepart_list(list);
	bool all = m->pack->part != NULL, related, one;
	size_t first = 0;

	related = mimepart_is(list, "multipart/related");
	one = mimepart_is(list, "multipart/alternative") && !all;
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
walk(struct mail *m, struct mimepart *e, int depth)
{
	bool all = m->pack->part != NULL;

	if (depth >= PARTS_DEEP || m->pack->done)
		return;
	if (mimepart_is_list(e)) {
		walk_list(m, e, depth);
		return;
	}
	m->leaves++;
	if (mimepart_is_attachment(e) && !m->attachments && !all)
		return;
	if (mimepart_is(e, "message/rfc822") || mimepart_is(e, "message/global"))
		walk_bytes(m, e->body, e, e->is_cut, depth);
	else if (all || is_page(e) || mimepart_is(e, "text/plain"))
		leaf(m, e);
}

/* ---- a message ---- */

/* A list that another one closes has lost nothing. */
static bool
is_closed(const struct mimepart *list)
{
	struct mimelist p = mimepart_list(list);
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
	struct mimepart e;
	struct str id;

	if (!mimepart_open(&e, all, "text/plain")) {
		pack_break(p, "mail: cut off in its head");
		mimepart_close(&e);
		return;
	}
	e.is_cut = is_cut;
	if (mimepart_is_list(&e) && !is_closed(&e))
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
	mimepart_close(&e);
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
	struct str line = mailhead_line(s);
	struct str next = {s.s + line.n, s.n - line.n};

	if (!mailhead_is_from(line))
		return false;
	next = mailhead_line(next);
	return mailhead_field(next).n > 0 ||
	    (next.n > 6 && memcmp(next.s, ">From ", 6) == 0);
}

/* The line `at` bytes on, as far as `most` bytes; its LF may be missing. */
static struct str
line_at(struct source *in, size_t at, size_t most)
{
	size_t seen = at;

	for (;;) {
		size_t there = (size_t)(in->end - in->at);

		if (there > seen &&
		    memchr(in->at + seen, '\n', there - seen) != NULL)
			break;
		seen = there;
		if (there > at + most || !source_more(in))
			break;
	}
	return mailhead_line((struct str){in->at + at,
	    (size_t)(in->end - in->at) - at});
}

/*
 * Where the message that is at hand ends, which is then in the window; more
 * than `most`: it is larger.
 */
static size_t
message_end(struct source *in, size_t most)
{
	size_t at = line_at(in, 0, most).n;
	bool blank = false;

	while (at <= most) {
		struct str line = line_at(in, at, most);

		if (line.n == 0)
			break;
		if (blank && mailhead_is_from(line)) {
			line_at(in, at + line.n, most); /* which may move them */
			if (at_message((struct str){in->at + at,
			    (size_t)(in->end - in->at) - at}))
				break;
			line = line_at(in, at, most);
		}
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
		struct str line = mailhead_line(s);
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

/* One message of a mailbox, with its "From " line. */
static void
boxed_message(struct pack *p, struct str one, const struct part *part,
    bool is_last)
{
	size_t from = mailhead_line(one).n;
	bool is_cut = is_last && one.s[one.n - 1] != '\n';
	struct buf plain = {0};

	one.s += from;
	one.n -= from;
	/* The empty line before the next message is the mailbox's. */
	if (one.n > 1 && one.s[one.n - 1] == '\n' &&
	    (one.s[one.n - 2] == '\n' || one.s[one.n - 2] == '\r'))
		one.n -= one.s[one.n - 2] == '\r' ? 2 : 1;
	if (is_cut)
		pack_break(p, "mail: the mailbox is cut off at its end");
	pack_begin(p);
	unquote(&plain, one);
	message(p, buf_str(&plain), part, is_cut);
	buf_free(&plain);
}

/* One that is too large is passed, up to the next "From " line. */
static void
pass_message(struct pack *p, struct source *in)
{
	bool blank = false;

	pack_say(p, "mail: a message is larger than %d times --max-page: left "
	    "out", PACK_HOLD);
	for (;;) {
		struct str line = line_at(in, 0, SOURCE_WINDOW);

		if (line.n == 0 || (blank && mailhead_is_from(line)))
			return;
		blank = headers_trim(line).n == 0;
		in->at += line.n;
	}
}

static void
mailbox(struct pack *p, struct source *in, const struct part *part)
{
	size_t most = p->most * PACK_HOLD;

	while (!p->done && source_has(in, 1)) {
		size_t n = message_end(in, most);
		bool is_last;

		if (n > most) {
			pass_message(p, in);
			continue;
		}
		is_last = !source_has(in, n + 1); /* which may move it */
		boxed_message(p, (struct str){in->at, n}, part, is_last);
		in->at += n;
	}
}

static void
read_mime(struct pack *p, struct source *in, const struct part *part)
{
	struct str all = mailhead_skip(pack_head(in));

	if (mailhead_is_from(mailhead_line(all))) {
		in->at = all.s;
		mailbox(p, in, part);
	} else if (pack_hold(p, in, &all)) {
		message(p, mailhead_skip(all), part, false);
	}
}

const struct reader reader_mime = {"mime mhtml mht eml mbox", mailhead_sniff,
    read_mime};
