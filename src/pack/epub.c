/* SPDX-License-Identifier: MIT */
#include "pack/epub.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "pack/headers.h"
#include "pack/webpage.h"
#include "pack/xml.h"

struct epub_file {
	struct buf name, bytes;
	bool given;
};

/* The package document while it is read: ids and the files they mean. */
struct package {
	const struct epub *book;
	struct pack *pack;
	struct map files; /* file's number by its name */
	struct map ids;   /* the same by its id in the manifest */
	struct str folder;
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
deliver(struct epub_file *f, struct pack *p)
{
	const struct part part = {.url = buf_str(&f->name)};

	if (f->given)
		return;
	f->given = true;
	pack_bytes(p, buf_str(&f->bytes), &part);
}

/* A count is a file's number, one more. */
static void
map_set(struct map *m, struct str key, uint64_t number)
{
	if (key.n > 0 && !map_has(m, key))
		map_at(m, key)->count = number + 1;
}

static struct epub_file *
map_file(const struct epub *b, struct map *m, struct str key)
{
	if (key.n == 0 || !map_has(m, key))
		return NULL;
	return &b->files[map_at(m, key)->count - 1];
}

static int
hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	    (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* `href`, relative to the folder of the package, as a name in the zip. */
static void
put_name(struct buf *to, struct str folder, struct str href)
{
	size_t i = 0;

	buf_put(to, folder.s, folder.n);
	while (i < href.n && href.s[i] != '#') {
		const char *s = href.s + i;
		size_t left = href.n - i;

		if (left >= 3 && memcmp(s, "../", 3) == 0) {
			to->n -= to->n > 0; /* its slash */
			while (to->n > 0 && to->s[to->n - 1] != '/')
				to->n--;
			i += 3;
		} else if (left >= 3 && *s == '%' && hex(s[1]) >= 0 &&
		    hex(s[2]) >= 0) {
			buf_putc(to, (char)(hex(s[1]) << 4 | hex(s[2])));
			i += 3;
		} else {
			buf_putc(to, *s);
			i++;
		}
	}
}

static void
manifest_item(struct package *k, const struct xml *x)
{
	struct buf id = {0}, href = {0}, name = {0};

	if (xml_attribute(x, "id", &id) && xml_attribute(x, "href", &href)) {
		put_name(&name, k->folder, buf_str(&href));
		if (name.n > 0 && map_has(&k->files, buf_str(&name)))
			map_set(&k->ids, buf_str(&id),
			    map_at(&k->files, buf_str(&name))->count - 1);
	}
	buf_free(&id);
	buf_free(&href);
	buf_free(&name);
}

static void
spine_item(struct package *k, const struct xml *x)
{
	struct buf id = {0};
	struct epub_file *f = NULL;

	if (xml_attribute(x, "idref", &id))
		f = map_file(k->book, &k->ids, buf_str(&id));
	if (f != NULL)
		deliver(f, k->pack);
	buf_free(&id);
}

/* A manifest stands before its spine. */
static void
read_package(struct package *k, struct str bytes)
{
	struct source in = source_over(bytes);
	struct xml x = xml_of(&in);
	enum xml_kind kind;

	while (!k->pack->done && (kind = xml_next(&x)) != XML_END) {
		struct str name = xml_local(&x);

		if (kind != XML_OPEN)
			continue;
		if (headers_same(name, "item"))
			manifest_item(k, &x);
		else if (headers_same(name, "itemref"))
			spine_item(k, &x);
	}
}

/* The name of the package document, by META-INF/container.xml. */
static bool
find_package(struct package *k, struct buf *name)
{
	const struct epub_file *f = map_file(k->book, &k->files,
	    STR("META-INF/container.xml"));
	struct source in;
	struct xml x;
	enum xml_kind kind;

	if (f == NULL)
		return false;
	in = source_over(buf_str(&f->bytes));
	x = xml_of(&in);
	while ((kind = xml_next(&x)) != XML_END)
		if (kind == XML_OPEN && headers_same(xml_local(&x), "rootfile") &&
		    xml_attribute(&x, "full-path", name))
			return true;
	return false;
}

static void
in_order_of_packing(const struct epub *b, struct pack *p)
{
	for (size_t i = 0; i < b->n && !p->done; i++)
		if (webpage_is_document(buf_str(&b->files[i].bytes)))
			deliver(&b->files[i], p);
}

void
epub_each(const struct epub *b, struct pack *p)
{
	struct package k = {.book = b, .pack = p};
	const struct epub_file *f = NULL;
	struct buf name = {0};

	if (b->n == 0 || p->part != NULL)
		return;
	k.files = map_open(0);
	k.ids = map_open(0);
	for (size_t i = 0; i < b->n; i++)
		map_set(&k.files, buf_str(&b->files[i].name), i);
	if (find_package(&k, &name))
		f = map_file(b, &k.files, buf_str(&name));
	if (f != NULL) {
		k.folder = buf_str(&name);
		while (k.folder.n > 0 && k.folder.s[k.folder.n - 1] != '/')
			k.folder.n--;
		read_package(&k, buf_str(&f->bytes));
	} else {
		in_order_of_packing(b, p);
	}
	map_free(&k.files);
	map_free(&k.ids);
	buf_free(&name);
}
