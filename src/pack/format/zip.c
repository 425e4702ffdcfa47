/* SPDX-License-Identifier: MIT */
/*
 * Zip (PKWARE's APPNOTE 6.3.10), read from its beginning, so that a pipe will
 * do: local headers and what they announce, then the central directory, which
 * is read only to see that the archive is whole.  Stored, deflate, bzip2, zstd
 * and xz; what is encrypted or compressed in another way is named.
 *
 * Damage costs the entry that has it: behind it the next signature is looked
 * for.
 */
#include <zlib.h>

#include "pack/folder.h"
#include "pack/stream/part.h"
#include "pack/stream/unpack.h"
#include "pack/syntax/zipname.h"

enum {
	LOCAL_SIZE = 30, CENTRAL_SIZE = 46, END_SIZE = 22, END64_SIZE = 12,
	IS_ENCRYPTED = 1, IS_STREAMED = 8, /* lengths come behind the data */
	EXTRA_ZIP64 = 1
};

static const uint64_t limit32 = 0xFFFFFFFF;

enum method { STORED = 0, DEFLATE = 8, BZIP2 = 12, ZSTD = 93, XZ = 95 };

struct zip {
	struct pack *pack;
	struct source *in;
	struct folder folder;
	unsigned long entries;
};

struct entry {
	struct zip *zip;
	struct buf name, extra;
	unsigned flags, method;
	uint32_t crc;          /* of the file's bytes */
	uint64_t packed, size; /* bytes */
	bool is_bad;
};

static uint64_t
little(const char *s, int n)
{
	uint64_t v = 0;

	while (n-- > 0)
		v = v << 8 | (unsigned char)s[n];
	return v;
}

static bool
sniff_zip(struct str head, bool whole)
{
	(void)whole;
	return (head.n >= 4 && (memcmp(head.s, "PK\3\4", 4) == 0 ||
	    memcmp(head.s, "PK\5\6", 4) == 0)) ||
	    (head.n >= 8 && memcmp(head.s, "PK\7\x08PK\3\4", 8) == 0);
}

static bool
at_mark(struct zip *z, const char *mark)
{
	return source_has(z->in, 4) && memcmp(z->in->at, mark, 4) == 0;
}

static uint32_t
crc_of(uint32_t crc, const char *s, size_t n)
{
	return (uint32_t)crc32_z(crc, (const unsigned char *)s, n);
}

/* ---- headers ---- */

static void
take_zip64(struct entry *e)
{
	struct str x = buf_str(&e->extra);

	while (x.n >= 4) {
		size_t n = (size_t)little(x.s + 2, 2), at = 4;

		if (n > x.n - 4)
			return;
		if (little(x.s, 2) == EXTRA_ZIP64) {
			if (e->size == limit32 && at + 8 <= n + 4) {
				e->size = little(x.s + at, 8);
				at += 8;
			}
			if (e->packed == limit32 && at + 8 <= n + 4)
				e->packed = little(x.s + at, 8);
			return;
		}
		x.s += 4 + n;
		x.n -= 4 + n;
	}
}

/* False: it is cut off. */
static bool
read_header(struct entry *e)
{
	struct zip *z = e->zip;
	const char *h;
	size_t n_name, n_extra;

	if (!source_has(z->in, LOCAL_SIZE))
		return false;
	h = z->in->at;
	n_name = (size_t)little(h + 26, 2);
	n_extra = (size_t)little(h + 28, 2);
	if (!source_has(z->in, LOCAL_SIZE + n_name + n_extra))
		return false;
	h = z->in->at;
	e->flags = (unsigned)little(h + 6, 2);
	e->method = (unsigned)little(h + 8, 2);
	e->crc = (uint32_t)little(h + 14, 4);
	e->packed = little(h + 18, 4);
	e->size = little(h + 22, 4);
	buf_put(&e->extra, h + LOCAL_SIZE + n_name, n_extra);
	zipname_put(&e->name, (struct str){h + LOCAL_SIZE, n_name},
	    buf_str(&e->extra));
	take_zip64(e);
	/* Some say that lengths come later, and write them here as well. */
	if (e->packed > 0 && e->method == STORED)
		e->flags &= ~(unsigned)IS_STREAMED;
	z->in->at += LOCAL_SIZE + n_name + n_extra;
	return true;
}

static const struct coding *
coding_of(unsigned method)
{
	switch ((enum method)method) {
	case DEFLATE: return &coding_deflate;
	case BZIP2: return &coding_bzip2;
	case ZSTD: return &coding_zstd;
	case XZ: return &coding_xz;
	case STORED: break;
	}
	return NULL;
}

/* ---- stored, and its length only behind it ---- */

struct streamed {
	struct source source; /* first */
	struct zip *zip;
	uint32_t crc;
	uint64_t took;
	bool is_over;
};

/*
 * Whether the descriptor stands `at` bytes on: its signature, the check of
 * all bytes before it, and how many they are.
 */
static bool
at_descriptor(const struct streamed *s, size_t at)
{
	const char *d = s->zip->in->at + at;

	return memcmp(d, "PK\7\x08", 4) == 0 &&
	    little(d + 8, 4) == ((s->took + at) & limit32) &&
	    little(d + 4, 4) == crc_of(s->crc, s->zip->in->at, at);
}

static size_t
streamed_fill(struct source *source, char *to, size_t room)
{
	struct streamed *s = (struct streamed *)source;
	struct source *in = s->zip->in;
	size_t n = 0;

	if (s->is_over || !source_has(in, 1))
		return 0;
	while (n < room && n < (size_t)(in->end - in->at)) {
		size_t there = (size_t)(in->end - in->at);
		const char *hit = memchr(in->at + n, 'P', there - n);

		n = hit != NULL ? (size_t)(hit - in->at) : there;
		if (hit == NULL || n >= room || !source_has(in, n + 16))
			break;
		s->is_over = at_descriptor(s, n);
		if (s->is_over)
			break;
		n++;
	}
	n = source_copy(in, to, n < room ? n : room);
	s->took += n;
	s->crc = crc_of(s->crc, to, n);
	return n;
}

/* ---- the file's bytes, counted and checked ---- */

struct checked {
	struct source source; /* first */
	struct source *in;
	struct entry *entry;
	uint32_t crc;
	uint64_t gave;
	bool is_over;
};

/* The descriptor: a signature, as a rule, a check, and two lengths. */
static void
read_descriptor(struct entry *e, uint64_t gave)
{
	struct zip *z = e->zip;
	int wide;

	if (at_mark(z, "PK\7\x08"))
		z->in->at += 4;
	if (!source_has(z->in, 12))
		return;
	wide = source_has(z->in, 20) && little(z->in->at + 12, 8) == gave &&
	    little(z->in->at + 8, 4) != (gave & limit32) ? 8 : 4;
	e->crc = (uint32_t)little(z->in->at, 4);
	e->size = little(z->in->at + 4 + wide, wide);
	z->in->at += 4 + 2 * wide;
}

static void
check(struct checked *c)
{
	struct entry *e = c->entry;
	struct pack *p = e->zip->pack;

	e->is_bad = p->breaks != p->since;
	if (e->is_bad)
		return;
	if (e->flags & IS_STREAMED)
		read_descriptor(e, c->gave);
	e->is_bad = c->crc != e->crc ||
	    ((e->size ^ c->gave) & limit32) != 0;
	if (e->is_bad)
		pack_break(p, source_has(e->zip->in, 1) ?
		    "zip: %.*s is damaged" : "zip: cut off in %.*s",
		    pack_shown(buf_str(&e->name)), e->name.s);
}

/* What is wrong is known before the end is told. */
static size_t
checked_fill(struct source *source, char *to, size_t room)
{
	struct checked *c = (struct checked *)source;
	size_t n = c->is_over ? 0 : source_copy(c->in, to, room);

	c->gave += n;
	c->crc = crc_of(c->crc, to, n);
	if (n == 0 && !c->is_over) {
		c->is_over = true;
		check(c);
	}
	return n;
}

static void
pass(struct source *in)
{
	do
		in->at = in->end;
	while (source_more(in));
}

/* The packed bytes through what undoes the compression, to the folder. */
static void
deliver(struct entry *e, struct source *packed)
{
	struct pack *p = e->zip->pack;
	const struct coding *coding = coding_of(e->method);
	struct checked c = {.source = source_from(checked_fill), .in = packed,
	    .entry = e};
	struct unpack u = {0};

	if (coding != NULL) {
		u = unpack_of(p, packed, coding, true);
		c.in = &u.source;
	}
	folder_file(&e->zip->folder, buf_str(&e->name), &c.source);
	if (!p->done)
		pass(&c.source);
	if (coding != NULL)
		unpack_free(&u);
	source_free(&c.source);
}

static void
deliver_streamed(struct entry *e)
{
	struct streamed s = {.source = source_from(streamed_fill),
	    .zip = e->zip};

	if (e->method == STORED)
		deliver(e, &s.source);
	else /* a decoder takes what is its own, and no more */
		deliver(e, e->zip->in);
	source_free(&s.source);
}

static void
deliver_sized(struct entry *e)
{
	struct part_source s = part_source_of(e->zip->pack, e->zip->in,
	    e->packed, "zip", buf_str(&e->name));

	deliver(e, &s.source);
	if (!e->zip->pack->done)
		part_source_pass(&s);
	part_source_free(&s);
}

/* ---- entries ---- */

static bool
is_known(unsigned method)
{
	return method == STORED || coding_of(method) != NULL;
}

/* One that cannot be read is named, and passed where its length is known. */
static void
skip_entry(struct entry *e, const char *why)
{
	struct zip *z = e->zip;
	struct part_source s = part_source_of(z->pack, z->in,
	    e->flags & IS_STREAMED ? 0 : e->packed, "zip", buf_str(&e->name));

	pack_say(z->pack, "zip: %.*s is left out: %s",
	    pack_shown(buf_str(&e->name)), e->name.s, why);
	part_source_pass(&s);
	part_source_free(&s);
	e->is_bad = (e->flags & IS_STREAMED) != 0;
}

/* To the next signature; false: there is none. */
static bool
find_mark(struct zip *z)
{
	while (source_has(z->in, 4)) {
		const char *at = z->in->at, *hit = memchr(at, 'P',
		    (size_t)(z->in->end - at) - 3);

		z->in->at = hit != NULL ? hit : z->in->end - 3;
		if (hit != NULL && (memcmp(hit, "PK\3\4", 4) == 0 ||
		    memcmp(hit, "PK\1\2", 4) == 0 ||
		    memcmp(hit, "PK\5\6", 4) == 0))
			return true;
		z->in->at += hit != NULL;
	}
	return false;
}

/* False: nothing can follow. */
static bool
entry(struct zip *z)
{
	struct entry e = {.zip = z};
	bool goes_on;

	goes_on = read_header(&e);
	z->entries++;
	pack_begin(z->pack);
	if (!goes_on)
		pack_break(z->pack, "zip: cut off in the header of entry %lu",
		    z->entries);
	else if (e.flags & IS_ENCRYPTED)
		skip_entry(&e, "it is encrypted");
	else if (!is_known(e.method))
		skip_entry(&e, "its compression is not known");
	else if (e.flags & IS_STREAMED)
		deliver_streamed(&e);
	else
		deliver_sized(&e);
	buf_free(&e.name);
	buf_free(&e.extra);
	if (!goes_on || z->pack->done)
		return false;
	return !e.is_bad || find_mark(z);
}

/* ---- the directory ---- */

/* One of its records, of `size` bytes and those that its lengths say. */
static bool
skip_record(struct zip *z, size_t size, size_t lengths_at, int lengths)
{
	size_t n = size;

	if (!source_has(z->in, size))
		return false;
	for (int i = 0; i < lengths; i++)
		n += (size_t)little(z->in->at + lengths_at +
		    2 * (size_t)i, 2);
	if (!source_has(z->in, n))
		return false;
	z->in->at += n;
	return true;
}

/* Up to the end record; false: it is not there. */
static bool
read_directory(struct zip *z)
{
	for (;;) {
		bool whole = false;

		if (at_mark(z, "PK\1\2"))
			whole = skip_record(z, CENTRAL_SIZE, 28, 3);
		else if (at_mark(z, "PK\6\6") && source_has(z->in, 12))
			whole = skip_record(z, (size_t)END64_SIZE + (size_t)
			    (little(z->in->at + 4, 8) & 0xFFFF), 0, 0);
		else if (at_mark(z, "PK\6\7"))
			whole = skip_record(z, 20, 0, 0);
		else if (at_mark(z, "PK\5\5"))
			whole = skip_record(z, 6, 4, 1);
		else if (at_mark(z, "PK\5\6"))
			return skip_record(z, END_SIZE, 20, 1);
		if (!whole)
			return false;
	}
}

static void
read_zip(struct pack *p, struct source *in, const struct part *part)
{
	struct zip z = {.pack = p, .in = in};
	unsigned breaks = p->breaks;

	folder_open(&z.folder, p, in, part);
	if (at_mark(&z, "PK\7\x08"))
		in->at += 4; /* a mark of archives in several pieces */
	while (!p->done && at_mark(&z, "PK\3\4"))
		if (!entry(&z))
			break;
	if (!p->done && !read_directory(&z) && p->breaks == breaks)
		pack_break(p, "zip: cut off after entry %lu", z.entries);
	if (!p->done)
		pass(in);
	folder_close(&z.folder);
}

const struct reader reader_zip = {"zip epub wacz maff htz", sniff_zip, read_zip};
