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
#include "notation/sniff.h"

/*
 * What is known of a part from what it came in; empty: nothing.  An address
 * is whole or as it was written; a date is "2026-11-23T22:39:11Z" where it can
 * be read, else as it was written.
 */
struct part {
	struct str id;        /* of a WARC record, of a message */
	struct str url, date;
	struct str type;      /* "text/html" */
	struct str charset;   /* that its head, not the page, says */
	struct str language;  /* Content-Language */
	struct str title;     /* of a feed's item, a message, a book */
	struct str from;      /* whom a message is from */
	struct str digest;    /* WARC-Payload-Digest: "sha1:..." */
	struct str truncated; /* WARC-Truncated: "length" */
	struct str name;      /* of its file in an archive */
	int status;           /* of its response; 0: there is none */
	bool placed;          /* `at` is known */
	uint64_t at;          /* its record's first byte, of the file */
};

struct reader;

/* A member of a compressed file: where it begins there, and unpacked. */
struct pack_member {
	uint64_t at, unpacked;
};

enum { PACK_MEMBERS = 1024 /* that are remembered, the last ones */ };

struct pack {
	size_t most; /* bytes of a page */
	const struct reader *const *readers; /* NULL ends them */
	bool verify; /* check the digests of records */
	bool tells;  /* `page` says of each whether it was truncated */

	/* A page; set `done` when no more are wanted. */
	void (*page)(struct pack *, const struct part *, struct str bytes);
	/* If not NULL, each part, of any type, is told here instead. */
	void (*part)(struct pack *, const struct part *, uint64_t bytes);
	/* A complaint: some input cannot be used. */
	void (*say)(struct pack *, const char *what);
	/* A remark: nothing is lost, but someone should know. */
	void (*note)(struct pack *, const char *what);
	bool done;

	/* for readers */
	unsigned breaks; /* streams that ended before their end */
	unsigned since;  /* the same, when the part at hand began */
	unsigned said;   /* complaints */
	unsigned long pages; /* handed over */
	struct pack_member members[PACK_MEMBERS]; /* a ring, of the file's own */
	unsigned long n_members;
	int depth, quiet;
	int codings; /* compressions around what is read */
};

/* Readers of one format each; the list of them is in pack/readers. */
struct reader {
	const char *names; /* that -t takes, blanks between them */
	/* Whether a stream that begins so is one; `whole`: and ends so. */
	bool (*sniff)(struct str head, bool whole);
	void (*read)(struct pack *, struct source *, const struct part *);
};

enum {
	PACK_HEAD = SNIFF_HEAD,     /* bytes that `sniff` sees, at most */
	PACK_DEPTH = 16,            /* containers inside each other */
	PACK_HOLD = 4               /* pages' worth a container may hold back */
};

/* A stream's first bytes, PACK_HEAD of them if there are so many. */
struct str pack_head(struct source *);

/* What a stream is by its first bytes; NULL: nothing that a reader knows. */
const struct reader *pack_sniff(const struct pack *, struct source *);

/* All that a stream holds; `reader` NULL: by pack_sniff. */
void pack_read(struct pack *, struct source *, const struct part *,
    const struct reader *);

/* A member begins; the place in the file of the unpacked byte `at`. */
void pack_member(struct pack *, struct pack_member);
uint64_t pack_place(const struct pack *, uint64_t at);

/* Whether what is read has such a place: of the file, or of a gzip of it. */
bool pack_is_placed(const struct pack *);

/* A part begins, of which nothing was read: what breaks now breaks it. */
void pack_begin(struct pack *);

/* What a stream holds is a page (or, told to `part`, whatever it is). */
void pack_page(struct pack *, struct source *, const struct part *);

/* The same of bytes at hand, which are whole. */
void pack_bytes(struct pack *, struct str, const struct part *);

/* What a stream holds is a plain text, which becomes a page. */
void pack_text(struct pack *, struct source *, const struct part *);

/*
 * All of a stream, for a container that cannot be read piece by piece: up to
 * PACK_HOLD pages' worth; false: there is more, and that was said.
 */
bool pack_hold(struct pack *, struct source *, struct str *all);

/*
 * Nothing that was read of an archive was a page, and nothing was said: what
 * the archive is, by its first bytes, is named.
 */
void pack_barren(struct pack *, struct str head);

/* Whether a part of this type is a page. */
bool pack_is_page(struct str type);

/*
 * The same, where the type says nothing, or only XML, by the bytes: a stream
 * at its beginning, which stays there.
 */
bool pack_shows_page(struct str type, struct source *);

/* Bytes of a name or address that a message shows, for its "%.*s". */
static inline int
pack_shown(struct str name)
{
	return (int)(name.n < 200 ? name.n : 200);
}

void pack_note(struct pack *, const char *, ...)
    __attribute__((format(printf, 2, 3)));

void pack_say(struct pack *, const char *, ...)
    __attribute__((format(printf, 2, 3)));

/* The same of a stream that ended early: what was read of it is not whole. */
void pack_break(struct pack *, const char *, ...)
    __attribute__((format(printf, 2, 3)));

#endif
