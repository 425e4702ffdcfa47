/* SPDX-License-Identifier: MIT */
/*
 * One document on its way through a filter: a file, standard input, or (-j)
 * one member of a record, with the place for what the filter makes of it.
 */
#ifndef PROGRAM_DOCUMENT_H
#define PROGRAM_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/complain.h"
#include "base/sink.h"
#include "base/source.h"
#include "notation/object.h"

struct json_member;

/* What a filter makes of a document. */
enum document_result {
	RESULT_TEXT,   /* a text; with -j it takes the field's place */
	RESULT_PIECES, /* a list of texts, each ended by sink_cut */
	RESULT_OBJECT, /* members for the record; the field stays as it is */
	RESULT_TABLE,  /* nothing yet: a table of all documents at the end */
	RESULT_RECORDS /* records of its own; the program reads none */
};

struct document {
	struct source *in; /* its bytes; of a record, UTF-8 (in->utf8) */
	struct sink *out;  /* for a text, pieces, or lines of its own */
	/*
	 * With -j what the record gets: members are added, or replace those
	 * of the same name, the field too.  NULL without -j.
	 */
	struct object *members;
	const char *file; /* for messages: its name, or "standard input" */
	uint64_t line;    /* of the record in its file, from 1; 0: no record */
	uint64_t number;  /* documents before it, in all files */

	/* private */
	struct str record; /* the line; .s NULL: none */
	void (*put_piece)(struct document *); /* --explode; NULL: not asked */
	void *reader;
	uint64_t pieces; /* of the record, written */
	const struct json_member *line_members; /* of the line */
	size_t n_line_members;
	const char *dropped;
	enum verdict verdict;
};

/* "name: FILE: what" (FILE: line N for a record); the status becomes 1. */
void document_fault(struct document *, const char *what, ...)
    COMPLAIN_FORMAT(2);

/* The same, but a remark only: the status stays. */
void document_remark(const struct document *, const char *what, ...)
    COMPLAIN_FORMAT(2);

/*
 * The record is not written.  --stats counts it under the reason, which
 * outlives the program's run.
 */
void document_drop(struct document *, const char *reason);

/*
 * Whether --explode asks for a record of each piece (RESULT_OBJECT); and write
 * one, with the members so far and a number: they are none again.
 */
static inline bool
document_explodes(const struct document *d)
{
	return d->put_piece != NULL;
}

static inline void
document_piece(struct document *d)
{
	d->put_piece(d);
}

/* The record's line, as it came; .s is NULL where there is none. */
static inline struct str
document_record(const struct document *d)
{
	return d->record;
}

/*
 * The text of a string member of the record, as "lang" or, in an object,
 * "meta.lang", appended to `to`.  False: there is none.
 */
bool document_member(const struct document *, const char *path,
    struct buf *to);

/*
 * The name that it is told by: the member `id` of its record, where there is
 * one, else its file, and of a record its line.
 */
void document_name(const struct document *, const char *id, struct buf *);

#endif
