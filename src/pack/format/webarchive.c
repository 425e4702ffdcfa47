/* SPDX-License-Identifier: MIT */
/*
 * Safari's .webarchive: a property list, whose main resource is the page and
 * whose subframes are lists of the same form.  The binary form is read here,
 * by looking up what is wanted: libplist copies an object for each place that
 * refers to it, so that a list of some hundred bytes can ask for all memory.
 * The XML form has no references; that is libplist's.
 *
 * A binary list has its index at its end.  Where that is lost, its objects
 * still stand one after the other, and those that are documents are given.
 */
#include <errno.h>
#include <plist/plist.h>
#include <stdlib.h>

#include "base/complain.h"
#include "base/mem.h"
#include "pack/syntax/headers.h"
#include "pack/page/webpage.h"
#include "pack/pack.h"
#include "pack/syntax/xml.h"

enum { FRAMES_DEEP = 16, NESTED_MOST = 64, TRAILER = 32, HEADER = 8 };

/* ---- the binary form ---- */

struct list {
	struct pack *pack;
	const unsigned char *s;
	size_t n;
	int offset_size, ref_size;
	uint64_t objects, top, table;
	bool *given;     /* by number of an object: once is enough */
	/* What is left of what a list can ask for whose objects do not overlap. */
	uint64_t steps;  /* references that are followed */
	uint64_t bytes;  /* of data */
	bool overlaps;   /* it asked for more */
};

enum kind { OTHER, DATA = 4, ASCII = 5, WIDE = 6, ARRAY = 0xA, DICT = 0xD };

struct object {
	enum kind kind;
	uint64_t number;
	size_t at;      /* of its bytes, or of its references */
	uint64_t count; /* of bytes, characters, references, pairs */
};

static uint64_t
big(const unsigned char *s, int n)
{
	uint64_t v = 0;

	for (int i = 0; i < n; i++)
		v = v << 8 | s[i];
	return v;
}

/* The object at a place, its size checked; false: it is none, or cut. */
static bool
object_at(const struct list *l, uint64_t at, struct object *o)
{
	uint64_t unit, count;
	unsigned char mark;
	size_t end = l->n;

	if (at >= end)
		return false;
	mark = l->s[at++];
	o->kind = mark >> 4;
	count = mark & 0x0F;
	if (o->kind < DATA || o->kind == 8) { /* numbers, dates, UIDs */
		o->at = at;
		o->count = o->kind == 0 ? 0 : o->kind == 8 ? count + 1 :
		    (uint64_t)1 << (count & 7);
		o->kind = OTHER;
		return o->count <= end - at;
	}
	if (count == 0x0F) {
		int size;

		if (at >= end || l->s[at] >> 4 != 1)
			return false;
		size = 1 << (l->s[at++] & 3);
		if (end - at < (size_t)size)
			return false;
		count = big(l->s + at, size);
		at += (uint64_t)size;
	}
	unit = o->kind == WIDE ? 2 : o->kind == DICT ? 2u * (unsigned)l->ref_size
	    : o->kind >= ARRAY ? (unsigned)l->ref_size : 1;
	o->at = at;
	o->count = count;
	return count <= (end - at) / unit;
}

static bool
object_of(const struct list *l, uint64_t number, struct object *o)
{
	if (number >= l->objects)
		return false;
	o->number = number;
	return object_at(l, big(l->s + l->table +
	    number * (uint64_t)l->offset_size, l->offset_size), o);
}

static uint64_t
reference(const struct list *l, const struct object *o, uint64_t i)
{
	return big(l->s + o->at + i * (uint64_t)l->ref_size, l->ref_size);
}

static struct str
bytes_of(const struct list *l, const struct object *o)
{
	return (struct str){(const char *)l->s + o->at, o->count};
}

/*
 * Whether another reference may be followed.  Objects that overlap could ask
 * for time and output by the square of the list's size.
 */
static bool
step(struct list *l)
{
	l->overlaps = l->overlaps || l->steps == 0;
	l->steps -= l->steps > 0;
	return !l->overlaps;
}

/* The value of a key; false: there is none of that kind. */
static bool
get(struct list *l, const struct object *dict, const char *key,
    enum kind kind, struct object *value)
{
	struct object name;

	if (dict->kind != DICT || dict->count > l->objects)
		return false;
	for (uint64_t i = 0; i < dict->count && step(l); i++)
		if (object_of(l, reference(l, dict, i), &name) &&
		    name.kind == ASCII &&
		    str_eq(bytes_of(l, &name), str_of(key)))
			return object_of(l,
			    reference(l, dict, dict->count + i), value) &&
			    value->kind == kind;
	return false;
}

static struct str
text(struct list *l, const struct object *dict, const char *key)
{
	struct object value;

	return get(l, dict, key, ASCII, &value) ? bytes_of(l, &value) :
	    (struct str){0};
}

/* True once for each object, however often it is referred to. */
static bool
is_first(struct list *l, const struct object *o)
{
	bool first = !l->given[o->number];

	l->given[o->number] = true;
	return first;
}

static void
resource(struct list *l, const struct object *dict)
{
	struct part part = {0};
	struct object data;

	if (!is_first(l, dict))
		return;
	part.url = text(l, dict, "WebResourceURL");
	part.type = text(l, dict, "WebResourceMIMEType");
	part.charset = text(l, dict, "WebResourceTextEncodingName");
	if (!get(l, dict, "WebResourceData", DATA, &data) ||
	    !is_first(l, &data))
		return;
	if (l->pack->part == NULL && part.type.n > 0 && !pack_is_page(part.type))
		return;
	l->overlaps = l->overlaps || data.count > l->bytes;
	if (l->overlaps)
		return;
	l->bytes -= data.count;
	pack_bytes(l->pack, bytes_of(l, &data), &part);
}

/* A page and its frames; an array may name the same frame many times. */
static void
page(struct list *l, const struct object *dict, int depth)
{
	struct object found, item;

	if (depth == FRAMES_DEEP || !is_first(l, dict))
		return;
	if (get(l, dict, "WebMainResource", DICT, &found))
		resource(l, &found);
	if (l->pack->part != NULL &&
	    get(l, dict, "WebSubresources", ARRAY, &found))
		for (uint64_t i = 0; i < found.count && step(l); i++)
			if (object_of(l, reference(l, &found, i), &item))
				resource(l, &item);
	if (get(l, dict, "WebSubframeArchives", ARRAY, &found))
		for (uint64_t i = 0; i < found.count && !l->pack->done &&
		    step(l); i++)
			if (object_of(l, reference(l, &found, i), &item))
				page(l, &item, depth + 1);
}

/* The trailer, checked; false: it is not there. */
static bool
open_list(struct list *l)
{
	const unsigned char *t;

	if (l->n < HEADER + TRAILER)
		return false;
	t = l->s + l->n - TRAILER;
	l->offset_size = t[6];
	l->ref_size = t[7];
	l->objects = big(t + 8, 8);
	l->top = big(t + 16, 8);
	l->table = big(t + 24, 8);
	return big(t, 5) == 0 && l->offset_size >= 1 && l->offset_size <= 8 &&
	    l->ref_size >= 1 && l->ref_size <= 8 && l->table < l->n - TRAILER &&
	    l->top < l->objects && l->objects <=
	    (l->n - TRAILER - l->table) / (unsigned)l->offset_size;
}

/* Walk the objects as they stand, and give the documents among them. */
static void
salvage(struct list *l)
{
	struct object o;
	size_t at = HEADER;

	while (object_at(l, at, &o) && !l->pack->done) {
		unsigned ref = (unsigned)l->ref_size;
		struct part part = {.type = STR("text/html")};

		if (o.kind == DATA && webpage_is_document(bytes_of(l, &o)))
			pack_bytes(l->pack, bytes_of(l, &o), &part);
		at = o.at + o.count * (o.kind == WIDE ? 2 :
		    o.kind == DICT ? 2 * ref : o.kind >= ARRAY ? ref : 1);
	}
}

static void
read_binary(struct pack *p, struct str all)
{
	struct list l = {.pack = p, .s = (const unsigned char *)all.s,
	    .n = all.n};
	struct object top;

	if (open_list(&l) && object_of(&l, l.top, &top) && top.kind == DICT) {
		l.given = mem_alloc(l.objects, sizeof *l.given);
		/* A reference has a byte or more; a key is looked at four times. */
		l.steps = 4 * (uint64_t)l.n;
		l.bytes = l.n;
		page(&l, &top, 0);
		free(l.given);
		if (l.overlaps)
			pack_say(p, "webarchive: damaged: its objects overlap");
		return;
	}
	pack_say(p, "webarchive: cut off, or damaged: its index is not there");
	/* A reference is as large as the number of objects asks for. */
	l.ref_size = all.n > 100000 ? 2 : 1;
	salvage(&l);
}

/* ---- the XML form ---- */

/* Borrowed from the list; what holds a NUL is cut there. */
static struct str
xml_text(plist_t dict, const char *key)
{
	plist_t value = plist_dict_get_item(dict, key);
	const char *s = NULL;

	if (value != NULL && plist_get_node_type(value) == PLIST_STRING)
		s = plist_get_string_ptr(value, NULL);
	return s != NULL ? str_of(s) : (struct str){0};
}

static void
xml_resource(struct pack *p, plist_t dict)
{
	plist_t data = plist_dict_get_item(dict, "WebResourceData");
	struct part part = {
		.url = xml_text(dict, "WebResourceURL"),
		.type = xml_text(dict, "WebResourceMIMEType"),
		.charset = xml_text(dict, "WebResourceTextEncodingName"),
	};
	const char *bytes = NULL;
	uint64_t n = 0;

	if (data != NULL && plist_get_node_type(data) == PLIST_DATA)
		bytes = plist_get_data_ptr(data, &n);
	if (bytes != NULL && (p->part != NULL || pack_is_page(part.type)))
		pack_bytes(p, (struct str){bytes, n}, &part);
}

static void
xml_page(struct pack *p, plist_t dict)
{
	plist_t found = plist_dict_get_item(dict, "WebMainResource");
	uint32_t n = 0;

	if (found != NULL && plist_get_node_type(found) == PLIST_DICT)
		xml_resource(p, found);
	found = plist_dict_get_item(dict, "WebSubframeArchives");
	if (found != NULL && plist_get_node_type(found) == PLIST_ARRAY)
		n = plist_array_get_size(found);
	for (uint32_t i = 0; i < n && !p->done; i++) {
		plist_t item = plist_array_get_item(found, i);

		if (plist_get_node_type(item) == PLIST_DICT)
			xml_page(p, item);
	}
}

/* libplist frees a list by recursion. */
static bool
is_shallow(struct str all)
{
	struct source in = source_over(all);
	struct xml x = xml_of(&in);
	enum xml_kind kind;
	int depth = 0;

	while ((kind = xml_next(&x)) != XML_END) {
		if (kind == XML_OPEN && !x.empty && ++depth > NESTED_MOST)
			return false;
		if (kind == XML_CLOSE)
			depth--;
	}
	return true;
}

static void
read_xml(struct pack *p, struct str all)
{
	plist_t root = NULL;

	errno = 0; /* the library has no word for it */
	if (all.n < UINT32_MAX && memchr(all.s, '\0', all.n) == NULL &&
	    is_shallow(all))
		plist_from_xml(all.s, (uint32_t)all.n, &root);
	if (errno == ENOMEM)
		die("memory: webarchive");
	if (root != NULL && plist_get_node_type(root) == PLIST_DICT)
		xml_page(p, root);
	else
		pack_say(p, "webarchive: cut off, or damaged");
	if (root != NULL)
		plist_free(root);
}

/* ---- either ---- */

static bool
is_binary(struct str head)
{
	return head.n >= 8 && memcmp(head.s, "bplist0", 7) == 0;
}

static bool
sniff_webarchive(struct str head, bool whole)
{
	struct source in = source_over(head);
	struct xml x = xml_of(&in);
	enum xml_kind kind;

	(void)whole;
	if (is_binary(head))
		return true;
	while ((kind = xml_next(&x)) == XML_OTHER || kind == XML_TEXT) {
		if (kind == XML_TEXT && headers_trim(x.token).n > 0)
			return false;
		if (kind == XML_OTHER && x.token.n > 14 &&
		    memcmp(x.token.s, "!DOCTYPE plist", 14) == 0)
			return true;
	}
	return (kind == XML_OPEN || x.cut) && str_eq(xml_name(&x), STR("plist"));
}

static void
read_webarchive(struct pack *p, struct source *in, const struct part *part)
{
	unsigned long pages = p->pages;
	unsigned said = p->said;
	struct str all;

	(void)part;
	if (!pack_hold(p, in, &all))
		return;
	if (is_binary(all))
		read_binary(p, all);
	else
		read_xml(p, all);
	if (p->part == NULL && p->pages == pages && p->said == said && !p->done)
		pack_barren(p, all);
}

const struct reader reader_webarchive = {"webarchive plist", sniff_webarchive,
    read_webarchive};
