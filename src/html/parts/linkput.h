/* SPDX-License-Identifier: MIT */
/*
 * Links of a page written as data: a row each, or an object.
 */
#ifndef HTML_PARTS_LINKPUT_H
#define HTML_PARTS_LINKPUT_H

#include "html/parts/pagelink.h"
#include "notation/object.h"
#include "notation/table.h"

enum { LINKPUT_COLUMNS = 6 }; /* at most: the document, four, the kind */

/* All zero, then the first four set. */
struct linkput {
	enum table_format format;
	bool header; /* the columns are named */
	bool named;  /* the first column is the document's name */
	bool kinds;  /* the last is the link's kind */

	/* private */
	struct table_column heads[LINKPUT_COLUMNS];
	struct table table;
};

/* Once, before the first row: the table begins. */
void linkput_begin(struct linkput *, struct sink *out);
void linkput_row(struct linkput *, const struct pagelink *, const char *file);

/* An object for the array that is open. */
void linkput_member(const struct pagelink *, struct object *);

#endif
