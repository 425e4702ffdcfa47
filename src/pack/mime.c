/* SPDX-License-Identifier: MIT */
#include "pack/mime.h"

#include <errno.h>
#include <gmime/gmime.h>
#include <signal.h>
#include <stdio.h>

#include "base/complain.h"
#include "pack/date.h"
#include "pack/headers.h"
#include "pack/pack.h"

enum {
	PARTS_DEEP = 64,
	PARTS_MOST = 50000,               /* delimiters, or what looks like one */
	HEADS_MOST = 3 * 1024 * 1024      /* bytes of all heads */
};

struct mail {
	struct pack *pack;
	struct str url, date; /* of the message */
	bool wants_text;      /* there is no page: its text will do */
	unsigned found;
};

/* GLib's own way out, which is for want of memory, has three lines. */
static void
on_log(const gchar *domain, GLogLevelFlags level, const gchar *what, gpointer ctx)
{
	if (level & G_LOG_LEVEL_ERROR) {
		errno = ENOMEM;
		die("memory:");
	}
	g_log_default_handler(domain, level, what, ctx);
}

void
mime_preload(void)
{
	static bool done;
	struct sigaction pipe;

	if (done)
		return;
	done = true;
	/* GPGME, which is set up along, would ignore it from now on. */
	sigaction(SIGPIPE, NULL, &pipe);
	g_log_set_default_handler(on_log, NULL);
	g_mime_init();
	sigaction(SIGPIPE, &pipe, NULL);
}

const char *
mime_version(void)
{
	static char version[32];

	snprintf(version, sizeof version, "gmime %u.%u.%u",
	    gmime_major_version, gmime_minor_version, gmime_micro_version);
	return version;
}

/* ---- whether it is one ---- */

/* The length of the field's name at the beginning of a line; 0: none. */
static size_t
field_name(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.s[n] > ' ' && line.s[n] < 0x7F &&
	    line.s[n] != ':')
		n++;
	return n < line.n && line.s[n] == ':' ? n : 0;
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

/* Lines that are all header fields, and fields of a mail. */
static bool
sniff(struct str head, bool whole)
{
	bool mime = false, from = false, about = false;
	size_t fields = 0;

	while (head.n > 0) {
		const char *end = memchr(head.s, '\n', head.n);
		struct str line = {head.s, end != NULL ?
		    (size_t)(end - head.s) : head.n};
		size_t n = field_name(line);
		struct str name = {line.s, n};

		if (end == NULL && (fields > 0 || !whole)) /* it may be cut */
			break;
		if (line.n == 0 || (line.n == 1 && *line.s == '\r'))
			break;
		if (fields > 0 && (*line.s == ' ' || *line.s == '\t'))
			n = 1;
		else if (fields == 0 && line.n > 5 &&
		    memcmp(line.s, "From ", 5) == 0)
			n = 1; /* of a mailbox */
		if (n == 0)
			return false;
		fields++;
		mime = mime || AMONG(name, sure);
		from = from || headers_same(name, "from");
		about = about || AMONG(name, others);
		if (end == NULL)
			break;
		head.n -= (size_t)(end - head.s) + 1;
		head.s = end + 1;
	}
	return mime || (from && about);
}

/* ---- parts ---- */

static struct str
header(GMimeObject *o, const char *name)
{
	const char *value = g_mime_object_get_header(o, name);

	return value != NULL ? headers_trim(str_of(value)) : (struct str){0};
}

static bool
is_type(GMimeObject *o, const char *type, const char *subtype)
{
	return g_mime_content_type_is_type(g_mime_object_get_content_type(o),
	    type, subtype);
}

static bool
is_html(GMimeObject *o)
{
	return is_type(o, "text", "html") ||
	    is_type(o, "application", "xhtml+xml");
}

static bool
is_wanted(const struct mail *m, GMimeObject *o)
{
	if (m->pack->part != NULL)
		return true;
	return m->wants_text ? is_type(o, "text", "plain") : is_html(o);
}

/* A leaf, with its transfer encoding undone. */
static void
leaf(struct mail *m, GMimeObject *o)
{
	GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(o));
	GMimeContentType *type = g_mime_object_get_content_type(o);
	const char *charset = g_mime_content_type_get_parameter(type,
	    "charset");
	char *name = g_mime_content_type_get_mime_type(type);
	struct part part = {.url = header(o, "Content-Location"),
	    .date = m->date, .type = str_of(name),
	    .charset = charset != NULL ? str_of(charset) : (struct str){0}};
	GByteArray *bytes = g_byte_array_new();
	GMimeStream *to = g_mime_stream_mem_new_with_byte_array(bytes);

	g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(to), FALSE);
	if (part.url.n == 0 && m->found == 0)
		part.url = m->url;
	if (content != NULL)
		g_mime_data_wrapper_write_to_stream(content, to);
	m->found++;
	pack_bytes(m->pack, (struct str){(const char *)bytes->data, bytes->len},
	    &part);
	g_object_unref(to);
	g_byte_array_unref(bytes);
	g_free(name);
}

static void walk(struct mail *, GMimeObject *, int depth);

/* Of a list: the part that "start" names is its root (RFC 2387), else the
 * first. */
static int
root_of(GMimeObject *o)
{
	GMimeMultipart *list = GMIME_MULTIPART(o);
	const char *start = g_mime_object_get_content_type_parameter(o,
	    "start");
	struct str wanted = start != NULL ? str_of(start) : (struct str){0};

	for (int i = 0; start != NULL && i < g_mime_multipart_get_count(list);
	    i++)
		if (str_eq(header(g_mime_multipart_get_part(list, i),
		    "Content-ID"), wanted))
			return i;
	return 0;
}

static void
multipart(struct mail *m, GMimeObject *o, int depth)
{
	GMimeMultipart *list = GMIME_MULTIPART(o);
	int n = g_mime_multipart_get_count(list), root = 0;

	if (is_type(o, "multipart", "related"))
		root = root_of(o);
	if (n > 0)
		walk(m, g_mime_multipart_get_part(list, root), depth);
	for (int i = 0; i < n && !m->pack->done; i++)
		if (i != root)
			walk(m, g_mime_multipart_get_part(list, i), depth);
}

static void
walk(struct mail *m, GMimeObject *o, int depth)
{
	if (o == NULL || depth == PARTS_DEEP || m->pack->done)
		return;
	if (GMIME_IS_MULTIPART(o))
		multipart(m, o, depth + 1);
	else if (GMIME_IS_MESSAGE_PART(o) &&
	    g_mime_message_part_get_message(GMIME_MESSAGE_PART(o)) != NULL)
		walk(m, g_mime_message_get_mime_part(
		    g_mime_message_part_get_message(GMIME_MESSAGE_PART(o))),
		    depth + 1);
	else if (GMIME_IS_PART(o) && is_wanted(m, o))
		leaf(m, o);
}

/* ---- a message ---- */

/* Whether a line at `s` is the delimiter `boundary`. */
static bool
is_delimiter(const char *s, const char *end, struct str boundary)
{
	return (size_t)(end - s) >= boundary.n + 2 && memcmp(s, "--", 2) == 0 &&
	    memcmp(s + 2, boundary.s, boundary.n) == 0 &&
	    (s + 2 + boundary.n == end ||
	    strchr("-\r\n \t", s[2 + boundary.n]) != NULL);
}

/* Where the last delimiter of a list begins; `all.n`: there is none. */
static size_t
last_of(GMimeObject *list, struct str all)
{
	const char *name = g_mime_object_get_content_type_parameter(list,
	    "boundary");

	for (size_t at = all.n; name != NULL && *name != '\0' && at-- > 0;)
		if (all.s[at] == '-' && (at == 0 || all.s[at - 1] == '\n') &&
		    is_delimiter(all.s + at, all.s + all.n, str_of(name)))
			return at;
	return all.n;
}

/* Whether the line that closes the outermost list is there. */
static bool
is_closed(GMimeObject *root, struct str all)
{
	const char *name;
	size_t at, n;

	if (!GMIME_IS_MULTIPART(root))
		return true;
	name = g_mime_object_get_content_type_parameter(root, "boundary");
	n = name != NULL ? strlen(name) + 2 : 0;
	at = last_of(root, all);
	return all.n - at >= n + 2 && memcmp(all.s + at + n, "--", 2) == 0;
}

/*
 * Of a message that is cut off, all up to the last delimiter of any of its
 * lists: what comes after it has lost its end.
 */
static size_t
whole_part(GMimeObject *o, struct str all, int depth)
{
	size_t last = 0, at;
	int n;

	if (o == NULL || !GMIME_IS_MULTIPART(o) || depth == PARTS_DEEP)
		return 0;
	at = last_of(o, all);
	n = g_mime_multipart_get_count(GMIME_MULTIPART(o));
	last = at < all.n ? at : 0;
	if (n > 0 && (at = whole_part(g_mime_multipart_get_part(
	    GMIME_MULTIPART(o), n - 1), all, depth + 1)) > last)
		last = at;
	return last;
}

static void
message(struct pack *p, GMimeMessage *message, bool whole)
{
	GMimeObject *top = GMIME_OBJECT(message);
	GMimeObject *root = g_mime_message_get_mime_part(message);
	struct mail m = {.pack = p,
	    .url = header(top, "Snapshot-Content-Location")};
	struct buf date = {0};

	date_put(&date, header(top, "Date"));
	m.date = buf_str(&date);
	walk(&m, root, 0);
	if (m.found == 0 && whole && !p->done) {
		m.wants_text = true;
		walk(&m, root, 0);
	}
	buf_free(&date);
}

static bool
is_mailbox(struct str all)
{
	return all.n > 5 && memcmp(all.s, "From ", 5) == 0;
}

static GMimeParser *
parser_over(struct str all)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(all.s, all.n);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);

	if (is_mailbox(all))
		g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
	g_object_unref(stream);
	return parser;
}

/* Cut before a delimiter, to which the line end before it belongs. */
static void
trim(struct str *all, size_t n)
{
	if (n > 0 && all->s[n - 1] == '\n')
		n -= n > 1 && all->s[n - 2] == '\r' ? 2 : 1;
	all->n = n;
}

/* Take off the end what is not whole. */
static void
cut_back(struct pack *p, struct str *all)
{
	GMimeParser *parser = parser_over(*all);
	GMimeMessage *m = g_mime_parser_construct_message(parser, NULL);
	GMimeObject *root = m != NULL ? g_mime_message_get_mime_part(m) : NULL;

	if (root != NULL && !is_closed(root, *all)) {
		pack_break(p, "mail: cut off at byte %zu", all->n);
		trim(all, whole_part(root, *all, 0));
	}
	if (m != NULL)
		g_object_unref(m);
	g_object_unref(parser);
}

/*
 * GMime makes objects of heads and their parameters, which take a hundred
 * times the bytes: there is a most, and what comes after the last delimiter
 * before it is not read.  A head goes from what may be a delimiter to an
 * empty line.  The number of bytes that can be read.
 */
static size_t
bearable(struct str all)
{
	const char *at = all.s, *end = at + all.n, *last = at;
	size_t parts = 0, heads = 0;
	bool in_head = true;

	while (at < end && parts <= PARTS_MOST && heads <= HEADS_MOST) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t n = (size_t)((stop != NULL ? stop + 1 : end) - at);

		if (n > 2 && at[0] == '-' && at[1] == '-') {
			in_head = true;
			last = at;
			parts++;
		}
		in_head = in_head && n > (*at == '\r' ? 2 : 1);
		if (in_head)
			heads += n;
		at += n;
	}
	return at == end ? all.n : (size_t)(last - all.s);
}

/* Where the header ends; 0: it does not. */
static size_t
header_end(struct str all)
{
	struct source in = source_over(all);
	struct headers h = {0};
	size_t n = headers_read(&h, &in) ? h.read : 0;

	headers_free(&h);
	return n;
}

static void
read_mime(struct pack *p, struct source *in, const struct part *part)
{
	GMimeParser *parser;
	GMimeMessage *m;
	struct str all;
	size_t n, readable;

	(void)part;
	if (!pack_hold(p, in, &all))
		return;
	n = all.n;
	if (header_end(all) == 0) {
		pack_break(p, "mail: cut off in its head");
		return;
	}
	if ((readable = bearable(all)) < all.n) {
		pack_break(p, "mail: too many parts, or too large heads, from "
		    "byte %zu", readable);
		trim(&all, readable);
	}
	mime_preload();
	if (!is_mailbox(all) && all.n == n)
		cut_back(p, &all);
	if (all.n == 0)
		return;
	parser = parser_over(all);
	do {
		m = g_mime_parser_construct_message(parser, NULL);
		if (m != NULL) {
			message(p, m, all.n == n);
			g_object_unref(m);
		}
	} while (m != NULL && !p->done && !g_mime_parser_eos(parser));
	g_object_unref(parser);
}

const struct reader reader_mime = {"mime mhtml mht eml", sniff, read_mime};
