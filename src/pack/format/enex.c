/* SPDX-License-Identifier: MIT */
/*
 * Evernote's export (.enex): notes, each a title, a content in a CDATA section
 * that is XHTML of its own (ENML), dates and the address it was clipped from.
 */
#include "pack/syntax/date.h"
#include "pack/page/feedpage.h"
#include "pack/syntax/headers.h"
#include "pack/pack.h"
#include "pack/syntax/xml.h"
#include "pack/syntax/xmldecode.h"

enum field { NONE, TITLE, CONTENT, CREATED, URL, AUTHOR, FIELDS };

static const struct {
	const char *name;
	enum field field;
} names[] = {
	{"title", TITLE}, {"content", CONTENT}, {"created", CREATED},
	{"source-url", URL}, {"author", AUTHOR},
};

struct enex {
	struct pack *pack;
	const struct part *outer;
	struct buf fields[FIELDS];
	enum field field; /* that is open */
	bool in_note, too_large;
	unsigned long count;
};

static bool
sniff_enex(struct str head, bool whole)
{
	const struct sniff_row *row = sniff(head);

	(void)whole;
	return row != NULL && row->kind == SNIFF_ENEX;
}

/* "20240506T070809Z" */
static void
put_date(struct buf *to, struct str written)
{
	char digits[16];
	size_t n = 0;

	for (size_t i = 0; i < written.n && n < 14; i++)
		if (written.s[i] >= '0' && written.s[i] <= '9')
			digits[n++] = written.s[i];
	date_put_stamp(to, n == 14 ? (struct str){digits, n} : written);
}

/* The inside of <en-note>, whose name HTML does not know. */
static struct str
note_of(struct str content)
{
	struct source in = source_over(content);
	struct xml x = xml_of(&in);
	enum xml_kind kind;
	const char *from = content.s;

	while ((kind = xml_next(&x)) != XML_END)
		if (kind == XML_OPEN && headers_same(xml_local(&x), "en-note")) {
			from = x.empty ? content.s + content.n : in.at;
			break;
		}
	content.n -= (size_t)(from - content.s);
	content.s = from;
	while (content.n > 10 && memcmp(content.s + content.n - 10,
	    "</en-note>", 10) != 0 && headers_trim((struct str){content.s +
	    content.n - 1, 1}).n == 0)
		content.n--;
	if (content.n >= 10 &&
	    memcmp(content.s + content.n - 10, "</en-note>", 10) == 0)
		content.n -= 10;
	return content;
}

static void
deliver(struct enex *e)
{
	struct buf page = {0}, date = {0};
	struct part part = *e->outer;

	put_date(&date, headers_trim(buf_str(&e->fields[CREATED])));
	part.url = headers_trim(buf_str(&e->fields[URL]));
	part.date = buf_str(&date);
	part.title = headers_trim(buf_str(&e->fields[TITLE]));
	part.from = headers_trim(buf_str(&e->fields[AUTHOR]));
	part.type = STR("text/html");
	part.charset = (struct str){0}; /* the page has it */
	e->count++;
	feedpage_put(&page, part.title, (struct str){0},
	    note_of(buf_str(&e->fields[CONTENT])));
	if (e->too_large)
		pack_say(e->pack, "note %lu is larger than --max-page: left "
		    "out", e->count);
	else
		pack_bytes(e->pack, buf_str(&page), &part);
	buf_free(&page);
	buf_free(&date);
}

static void
opened(struct enex *e, const struct xml *x)
{
	struct str name = xml_name(x);

	if (headers_same(name, "note")) {
		e->in_note = true;
		e->too_large = false;
		for (int i = 0; i < FIELDS; i++)
			e->fields[i].n = 0;
	}
	e->field = NONE;
	for (size_t i = 0; i < sizeof names / sizeof *names && !x->empty; i++)
		if (headers_same(name, names[i].name) &&
		    e->fields[names[i].field].n == 0)
			e->field = names[i].field;
}

static void
put(struct enex *e, struct str text, bool literal)
{
	struct buf *to = &e->fields[e->field];

	if (e->field == NONE)
		return;
	e->too_large = e->too_large || to->n + text.n > e->pack->most;
	if (e->too_large)
		return;
	if (literal)
		buf_put(to, text.s, text.n);
	else
		xml_resolve(to, text);
}

static void
read_enex(struct pack *p, struct source *in, const struct part *part)
{
	struct enex e = {.pack = p, .outer = part};
	unsigned breaks = p->breaks;
	struct decode d;
	struct xml x;
	enum xml_kind kind;

	xmldecode_open(&d, in, (struct str){0});
	x = xml_of(&d.source);
	x.most = p->most;
	while (!p->done && (kind = xml_next(&x)) != XML_END)
		if (kind == XML_OPEN) {
			opened(&e, &x);
		} else if (kind == XML_CLOSE) {
			if (e.in_note && headers_same(xml_name(&x), "note")) {
				e.in_note = false;
				deliver(&e);
			}
			e.field = NONE;
		} else if (kind == XML_TEXT || kind == XML_CDATA) {
			put(&e, x.token, kind == XML_CDATA);
		}
	if (!p->done && (e.in_note || x.cut) && p->breaks == breaks)
		pack_break(p, "enex: cut off after note %lu", e.count);
	decode_close(&d);
	for (int i = 0; i < FIELDS; i++)
		buf_free(&e.fields[i]);
}

const struct reader reader_enex = {"enex", sniff_enex, read_enex};
