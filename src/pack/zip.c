/* SPDX-License-Identifier: MIT */
/*
 * Zip, by libarchive: WACZ, whose WARCs are read as they come; EPUB, whose
 * pages are held until the package document tells their order; any other,
 * whose pages come in the order they are packed in.
 */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#include "base/complain.h"
#include "pack/epub.h"
#include "pack/headers.h"
#include "pack/webpage.h"
#include "pack/unpack.h"
#include "pack/zip.h"

/* The end of central directory record: what a zip that is whole ends with. */
enum { END_MARK = 0x06054B50, END_SIZE = 22 };

struct zip {
	struct pack *pack;
	struct source *in;
	struct archive *archive;
	struct epub book;
	size_t given; /* bytes of the window that libarchive has */
	uint32_t mark;       /* the last four bytes that it was given */
	uint64_t at, end_at; /* bytes given; where the end record began */
	bool over;           /* damaged so that nothing can follow */
};

struct entry {
	struct source source; /* first */
	struct zip *zip;
	uint64_t from, gave; /* bytes given to libarchive before; by it */
};

static bool
sniff(struct str head, bool whole)
{
	(void)whole;
	return head.n >= 4 && memcmp(head.s, "PK\3\4", 4) == 0;
}

/* Look for the end record in what goes by. */
static void
watch(struct zip *z, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		z->mark = z->mark >> 8 | (uint32_t)(unsigned char)s[i] << 24;
		if (z->mark == END_MARK)
			z->end_at = z->at + i - 3;
	}
	z->at += n;
}

static bool
window(struct zip *z)
{
	z->in->at += z->given;
	z->given = 0;
	if (!source_has(z->in, 1))
		return false;
	z->given = (size_t)(z->in->end - z->in->at);
	watch(z, z->in->at, z->given);
	return true;
}

static la_ssize_t
give(struct archive *a, void *ctx, const void **bytes)
{
	struct zip *z = ctx;

	(void)a;
	if (!window(z))
		return 0;
	*bytes = z->in->at;
	return (la_ssize_t)z->given;
}

static void
say(struct zip *z)
{
	const char *why = archive_error_string(z->archive);

	if (errno == ENOMEM || archive_errno(z->archive) == ENOMEM)
		die("memory: zip");
	pack_break(z->pack, "zip: %s at byte %llu",
	    why != NULL ? why : "damaged", (unsigned long long)z->at);
}

static size_t
entry_fill(struct source *source, char *to, size_t room)
{
	struct entry *e = (struct entry *)source;
	struct zip *z = e->zip;
	la_ssize_t n;

	errno = 0;
	n = archive_read_data(z->archive, to, room);
	if (n < 0) {
		z->over = n == ARCHIVE_FATAL;
		say(z);
		return 0;
	}
	e->gave += (uint64_t)n;
	if (unpack_is_bomb(z->pack, z->at - e->from, e->gave)) {
		z->over = true;
		pack_break(z->pack, "zip: a decompression bomb");
		return 0;
	}
	return (size_t)n;
}

/* Whether it may be a page of a book, or one of the book's papers. */
static bool
is_markup(struct source *in)
{
	size_t i = 0;

	if (source_has(in, 3) && memcmp(in->at, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	while (source_has(in, i + 1) && i < 256 && (in->at[i] == ' ' ||
	    in->at[i] == '\n' || in->at[i] == '\r' || in->at[i] == '\t'))
		i++;
	return source_has(in, i + 1) && in->at[i] == '<' && webpage_looks(in);
}

static void
one_entry(struct zip *z, const char *name, const struct part *outer)
{
	struct entry e = {source_from(entry_fill), z, z->at - z->given, 0};
	unsigned breaks = z->pack->breaks;
	struct str bytes;

	pack_begin(z->pack);
	if (z->pack->part != NULL) {
		struct part part = *outer;

		part.url = str_of(name);
		pack_read(z->pack, &e.source, &part, NULL);
	} else if (!is_markup(&e.source)) {
		z->pack->quiet++;
		pack_read(z->pack, &e.source, outer, NULL);
		z->pack->quiet--;
	} else if (pack_hold(z->pack, &e.source, &bytes) &&
	    z->pack->breaks == breaks) {
		if (!epub_put(&z->book, str_of(name), bytes,
		    z->pack->most * PACK_HOLD))
			pack_say(z->pack, "zip: %s is left out: what is held is "
			    "larger than %d times --max-page", name, PACK_HOLD);
	}
	source_free(&e.source);
}

/* False: nothing can follow. */
static bool
next(struct zip *z, const struct part *part)
{
	struct archive_entry *entry;
	const char *name;
	int code;

	errno = 0; /* of an earlier zip: it would be read as one of this one's */
	code = archive_read_next_header(z->archive, &entry);
	if (code == ARCHIVE_EOF)
		return false;
	if (code < ARCHIVE_WARN) {
		say(z);
		return false;
	}
	name = archive_entry_pathname_utf8(entry);
	if (name == NULL)
		name = archive_entry_pathname(entry);
	if (archive_entry_is_encrypted(entry))
		pack_say(z->pack, "zip: %s is encrypted", name);
	else
		one_entry(z, name != NULL ? name : "", part);
	return !z->over;
}

/* What comes after the entries, to see whether the end is there. */
static void
check_end(struct zip *z, unsigned breaks)
{
	while (window(z))
		continue;
	if (z->pack->breaks == breaks &&
	    (z->end_at == 0 || z->at - z->end_at < END_SIZE))
		pack_break(z->pack, "zip: cut off at byte %llu",
		    (unsigned long long)z->at);
}

static void
read_zip(struct pack *p, struct source *in, const struct part *part)
{
	unsigned breaks = p->breaks;
	struct zip z = {.pack = p, .in = in};
	int code;

	errno = 0;
	z.archive = archive_read_new();
	if (z.archive == NULL || archive_read_support_format_zip_streamable(
	    z.archive) != ARCHIVE_OK)
		die("memory: zip");
	code = archive_read_open(z.archive, &z, NULL, give, NULL);
	/* It may have gone on without what it did not get. */
	if (errno == ENOMEM)
		die("memory: zip");
	if (code != ARCHIVE_OK) {
		say(&z);
	} else {
		while (!p->done && next(&z, part))
			continue;
		if (!p->done)
			check_end(&z, breaks);
		epub_each(&z.book, p);
	}
	archive_read_free(z.archive);
	epub_free(&z.book);
}

const char *
zip_version(void)
{
	return archive_version_string();
}

const struct reader reader_zip = {"zip epub wacz", sniff, read_zip};
