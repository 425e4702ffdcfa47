/* SPDX-License-Identifier: MIT */
/*
 * Containers that a saved page arrives in.  A container is a stream of parts,
 * and a part may be a container: a gzip of a WARC of HTTP responses of gzip.
 * One reader each (struct reader): it takes the container's bytes from a
 * source, so that a pipe does, and hands each part on, to pack_read where it
 * may be a container again, to pack_page where it is a page.  Bytes that only
 * have to be undone on the way (a compression, a length, chunks) are sources
 * that stack.
 *
 * One page is in memory at a time, and none larger than `most`.  A page is
 * handed over whole or not at all: what has no end, or is damaged, is named
 * and left out, and all that is whole before it (and where a reader can tell
 * where the next part begins, after it) is given.
 */
#ifndef PACK_PACK_H
#define PACK_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"

/* What is known of a part from what it came in; empty: nothing. */
struct part {
	struct str id;      /* of a WARC record */
	struct str url;
	struct str date;    /* "2026-11-23T22:39:11Z", or as it was written */
	struct str type;    /* "text/html" */
	struct str charset; /* that its head, not the page, says */
};

struct pack {
	size_t most; /* bytes of a page */

	/* A page; set `done` when no more are wanted. */
	void (*page)(struct pack *, const struct part *, struct str bytes);
	/* If not NULL, each part, of any type, is told here instead. */
	void (*part)(struct pack *, const struct part *, uint64_t bytes);
	/* A complaint: some input cannot be used. */
	void (*say)(struct pack *, const char *what);
	bool done;

	/* for readers */
	unsigned breaks; /* streams that ended before their end */
	unsigned since;  /* the same, when the part at hand began */
	unsigned said;   /* complaints */
	int depth, quiet;
};

struct reader {
	const char *names; /* that -t takes, blanks between them */
	/* Whether a stream that begins so is one; `whole`: and ends so. */
	bool (*sniff)(struct str head, bool whole);
	void (*read)(struct pack *, struct source *, const struct part *);
};

enum {
	PACK_HEAD = 4096,           /* bytes that `sniff` sees, at most */
	PACK_DEPTH = 16,            /* containers inside each other */
	PACK_HOLD = 4               /* pages' worth a container may hold back */
};

/* For --version: name and version of each library, NULL after the last. */
const char *const *pack_libraries(void);

/* By a name that -t takes; NULL: there is none such. */
const struct reader *reader_find(const char *name);

/* What a stream is by its first bytes; NULL: nothing known. */
const struct reader *pack_sniff(struct source *);

/* All that a stream holds; `reader` NULL: by pack_sniff. */
void pack_read(struct pack *, struct source *, const struct part *,
    const struct reader *);

/* A part begins, of which nothing was read: what breaks now breaks it. */
void pack_begin(struct pack *);

/* What a stream holds is a page (or, told to `part`, whatever it is). */
void pack_page(struct pack *, struct source *, const struct part *);

/* The same of bytes at hand, which are whole. */
void pack_bytes(struct pack *, struct str, const struct part *);

/*
 * All of a stream, for a container that cannot be read piece by piece: up to
 * PACK_HOLD pages' worth; false: there is more, and that was said.
 */
bool pack_hold(struct pack *, struct source *, struct str *all);

/* Whether a part of this type is a page; of no type: look at its bytes. */
bool pack_is_page(struct str type);

void pack_say(struct pack *, const char *, ...)
    __attribute__((format(printf, 2, 3)));

/* The same of a stream that ended early: what was read of it is not whole. */
void pack_break(struct pack *, const char *, ...)
    __attribute__((format(printf, 2, 3)));

extern const struct reader reader_warc, reader_http, reader_mime, reader_zip,
    reader_webarchive, reader_feed, reader_html, reader_text, reader_gzip,
    reader_zlib, reader_deflate, reader_brotli, reader_zstd, reader_xz,
    reader_bzip2;

#endif
