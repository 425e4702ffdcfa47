/* SPDX-License-Identifier: MIT */
#include "pack/format/epub.h"

#include <stdlib.h>

#include "base/hexescape.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"
#include "pack/syntax/date.h"
#include "pack/syntax/headers.h"
#include "pack/page/pagesniff.h"
#include "pack/syntax/xml.h"
#include "pack/syntax/xmldecode.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

struct epub_file {
	struct buf name, bytes;
	bool given;
};

/* The package document while it is read. */
struct package {
	const struct epub *book;
	struct pack *pack;
	struct map files; /* file's number by its name */
	struct map loose; /* the same by the name as `loosen` has it */
	struct map ids;   /* item's number by its id in the manifest */
	VEC(struct buf) items; /* addresses, in the manifest's order */
	struct str folder;
	struct part about; /* title, author and language of the book */
	struct buf title, creator, language;
	struct buf *field; /* that is open, of these three */
};

bool
epub_put(struct epub *b, struct str name, struct str bytes, size_t most)
{
	struct epub_file *f;

	if (b->bytes + bytes.n + name.n > most)
		return false;
	b->bytes += bytes.n + name.n;
	if (b->n == b->cap) {
		b->cap = b->cap > 0 ? 2 * b->cap : 16;
		b->files = mem_resize(b->files, b->cap, sizeof *b->files);
	}
	f = &b->files[b->n++];
	*f = (struct epub_file){0};
	buf_put(&f->name, name.s, name.n);
	buf_put(&f->bytes, bytes.s, bytes.n);
	return true;
}

void
epub_free(struct epub *b)
{
	for (size_t i = 0; i < b->n; i++) {
		buf_free(&b->files[i].name);
		buf_free(&b->files[i].bytes);
	}
	free(b->files);
}

/* Once, however often the spine says so. */
static void
deliver(struct epub_file *f, struct pack *p, const struct part *about)
{
	struct part part = *about;

	if (f->given)
		return;
	f->given = true;
	part.name = buf_str(&f->name);
	pack_bytes(p, buf_str(&f->bytes), &part);
}

/* A count is a number, one more. */
static void
map_set(struct map *m, struct str key, uint64_t number)
{
	if (key.n > 0 && !map_has(m, key))
		map_at(m, key)->count = number + 1;
}

/* The number, one more; 0: there is none. */
static uint64_t
map_get(struct map *m, struct str key)
{
	return key.n == 0 || !map_has(m, key) ? 0 : map_at(m, key)->count;
}

/* ---- names ---- */

/* Without its case, and in one normal form: as some file systems see it. */
static void
loosen(struct buf *to, struct str name)
{
	if (utf_valid(name))
		norm_put(to, name, NORM_C | NORM_FOLD);
	else
		buf_put(to, name.s, name.n);
}

/* Take the last folder off. */
static void
go_up(struct buf *name)
{
	name->n -= name->n > 0; /* its slash */
	while (name->n > 0 && name->s[name->n - 1] != '/')
		name->n--;
}

/* `path`, relative to the folder of the package, as a name in the zip. */
static void
put_name(struct buf *to, struct str folder, struct str path)
{
	if (path.n > 0 && *path.s == '/')
		path.s++, path.n--;
	else
		buf_put(to, folder.s, folder.n);
	while (path.n > 0) {
		const char *slash = memchr(path.s, '/', path.n);
		size_t n = slash != NULL ? (size_t)(slash - path.s) + 1 :
		    path.n;

		if (n == 3 && memcmp(path.s, "../", 3) == 0)
			go_up(to);
		else if (n != 2 || memcmp(path.s, "./", 2) != 0)
			buf_put(to, path.s, n);
		path.s += n;
		path.n -= n;
	}
}

static uint64_t
find_name(struct package *k, struct str path)
{
	struct buf name = {0}, loose = {0};
	uint64_t found;

	put_name(&name, k->folder, path);
	found = map_get(&k->files, buf_str(&name));
	if (found == 0) {
		loosen(&loose, buf_str(&name));
		found = map_get(&k->loose, buf_str(&loose));
	}
	buf_free(&name);
	buf_free(&loose);
	return found;
}

static struct str
upto(struct str s, const char *stops)
{
	size_t n = 0;

	while (n < s.n && (s.s[n] == '\0' || strchr(stops, s.s[n]) == NULL))
		n++;
	return (struct str){s.s, n};
}

/* The file that an address means: as it is written, else with %XX undone. */
static struct epub_file *
find_file(struct package *k, struct str href)
{
	static const char *const stops[] = {"#", "?#"};
	struct buf plain = {0};
	uint64_t found = 0;

	for (int i = 0; i < 2 && found == 0; i++) {
		struct str path = upto(href, stops[i]);

		if ((found = find_name(k, path)) == 0) {
			plain.n = 0;
			hexescape_put(&plain, path, '%');
			found = find_name(k, buf_str(&plain));
		}
	}
	buf_free(&plain);
	return found > 0 ? &k->book->files[found - 1] : NULL;
}

/* ---- the package document ---- */

static void
manifest_item(struct package *k, const struct xml *x)
{
	struct buf id = {0}, href = {0};

	if (xml_attribute(x, "id", &id) && xml_attribute(x, "href", &href)) {
		map_set(&k->ids, buf_str(&id), k->items.n);
		*vec_add(&k->items) = href;
		href = (struct buf){0};
	}
	buf_free(&id);
	buf_free(&href);
}

static void
spine_item(struct package *k, const struct xml *x)
{
	struct buf id = {0};
	struct str href = {0};
	struct epub_file *f = NULL;
	uint64_t item;

	if (!xml_attribute(x, "idref", &id))
		return;
	if ((item = map_get(&k->ids, buf_str(&id))) > 0) {
		href = buf_str(&k->items.at[item - 1]);
		f = find_file(k, href);
	} else {
		href = buf_str(&id);
	}
	if (f != NULL)
		deliver(f, k->pack, &k->about);
	else
		pack_say(k->pack, "epub: %.*s, which the spine names, is not "
		    "there, or no page", pack_shown(href),
		    href.s);
	buf_free(&id);
}

/* The book's title, author and language are Dublin Core's; the first counts. */
static void
metadata(struct package *k, const struct xml *x, enum xml_kind kind)
{
	struct str name = xml_local(x);

	k->field = kind != XML_OPEN || x->empty ? NULL :
	    headers_same(name, "title") ? &k->title :
	    headers_same(name, "creator") ? &k->creator :
	    headers_same(name, "language") ? &k->language : NULL;
	if (k->field != NULL && k->field->n > 0)
		k->field = NULL;
}

static void
package_tag(struct package *k, const struct xml *x)
{
	struct str name = xml_local(x);

	if (headers_same(name, "item")) {
		manifest_item(k, x);
	} else if (headers_same(name, "spine")) {
		k->about.title = headers_trim(buf_str(&k->title));
		k->about.from = headers_trim(buf_str(&k->creator));
		k->about.language = headers_trim(buf_str(&k->language));
	} else if (headers_same(name, "itemref")) {
		spine_item(k, x);
	}
}

/* A manifest stands before its spine. */
static void
read_package(struct package *k, struct str bytes)
{
	struct source in = source_over(bytes);
	struct decode d;
	struct xml x;
	enum xml_kind kind;

	xmldecode_open(&d, &in, (struct str){0});
	x = xml_of(&d.source);
	while (!k->pack->done && (kind = xml_next(&x)) != XML_END) {
		if (kind == XML_OPEN || kind == XML_CLOSE)
			metadata(k, &x, kind);
		if (kind == XML_OPEN)
			package_tag(k, &x);
		else if (kind == XML_TEXT && k->field != NULL)
			xml_resolve(k->field, x.token);
	}
	decode_close(&d);
}

/* The name of the package document, by META-INF/container.xml. */
static bool
find_package(struct package *k, struct buf *name)
{
	uint64_t found = map_get(&k->loose, STR("meta-inf/container.xml"));
	struct source in;
	struct decode d;
	struct xml x;
	enum xml_kind kind;
	bool is_there = false;

	if (found == 0)
		return false;
	in = source_over(buf_str(&k->book->files[found - 1].bytes));
	xmldecode_open(&d, &in, (struct str){0});
	x = xml_of(&d.source);
	while (!is_there && (kind = xml_next(&x)) != XML_END)
		is_there = kind == XML_OPEN &&
		    headers_same(xml_local(&x), "rootfile") &&
		    xml_attribute(&x, "full-path", name);
	decode_close(&d);
	return is_there;
}

/* ---- no book ---- */

/* What the index.rdf of a MAFF says of the page beside it. */
struct about {
	struct buf url, date, title;
};

static void
read_about(struct about *a, struct str bytes)
{
	struct source in = source_over(bytes);
	struct xml x = xml_of(&in);
	struct buf date = {0};
	enum xml_kind kind;

	while ((kind = xml_next(&x)) != XML_END) {
		struct str name = xml_local(&x);
		struct buf *to = kind != XML_OPEN ? NULL :
		    headers_same(name, "originalurl") ? &a->url :
		    headers_same(name, "title") ? &a->title :
		    headers_same(name, "archivetime") ? &date : NULL;

		if (to != NULL && to->n == 0)
			xml_attribute(&x, "rdf:resource", to);
	}
	date_put(&a->date, buf_str(&date));
	buf_free(&date);
}

/* The main page of a folder with an index.rdf, as that describes it. */
static void
deliver_described(struct package *k, struct epub_file *f)
{
	struct buf name = {0};
	struct about about = {0};
	struct part part = k->about;
	uint64_t found;

	buf_put(&name, f->name.s, f->name.n);
	while (name.n > 0 && name.s[name.n - 1] != '/')
		name.n--;
	if (name.n + 6 <= f->name.n &&
	    memcmp(f->name.s + name.n, "index.", 6) == 0) {
		buf_puts(&name, "index.rdf");
		found = map_get(&k->files, buf_str(&name));
		if (found > 0)
			read_about(&about,
			    buf_str(&k->book->files[found - 1].bytes));
	}
	if (about.url.n > 0)
		part.url = buf_str(&about.url);
	if (about.date.n > 0)
		part.date = buf_str(&about.date);
	if (about.title.n > 0)
		part.title = buf_str(&about.title);
	deliver(f, k->pack, &part);
	buf_free(&about.url);
	buf_free(&about.date);
	buf_free(&about.title);
	buf_free(&name);
}

static void
in_order_of_packing(struct package *k)
{
	for (size_t i = 0; i < k->book->n && !k->pack->done; i++) {
		struct epub_file *f = &k->book->files[i];

		if (pagesniff_named(buf_str(&f->bytes), buf_str(&f->name)))
			deliver_described(k, f);
	}
}

static void
package_free(struct package *k)
{
	for (size_t i = 0; i < k->items.n; i++)
		buf_free(&k->items.at[i]);
	vec_free(&k->items);
	map_free(&k->files);
	map_free(&k->loose);
	map_free(&k->ids);
	buf_free(&k->title);
	buf_free(&k->creator);
	buf_free(&k->language);
}

static void
take_names(struct package *k)
{
	struct buf loose = {0};

	k->files = map_open(0);
	k->loose = map_open(0);
	k->ids = map_open(0);
	for (size_t i = 0; i < k->book->n; i++) {
		struct str name = buf_str(&k->book->files[i].name);

		map_set(&k->files, name, i);
		loose.n = 0;
		loosen(&loose, name);
		map_set(&k->loose, buf_str(&loose), i);
	}
	buf_free(&loose);
}

void
epub_each(const struct epub *b, struct pack *p, const struct part *outer)
{
	struct package k = {.book = b, .pack = p, .about = *outer};
	struct epub_file *f = NULL;
	struct buf name = {0};

	if (b->n == 0)
		return;
	take_names(&k);
	if (find_package(&k, &name))
		f = find_file(&k, buf_str(&name));
	if (f != NULL) {
		k.folder = buf_str(&f->name);
		while (k.folder.n > 0 && k.folder.s[k.folder.n - 1] != '/')
			k.folder.n--;
		read_package(&k, buf_str(&f->bytes));
	} else {
		in_order_of_packing(&k);
	}
	package_free(&k);
	buf_free(&name);
}
