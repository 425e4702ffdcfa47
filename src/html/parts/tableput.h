/* SPDX-License-Identifier: MIT */
/*
 * Tables of a page written as data: rows of cells, a cell that spans several
 * places in each of them.  Rows of headers are joined to one.
 */
#ifndef HTML_PARTS_TABLEPUT_H
#define HTML_PARTS_TABLEPUT_H

#include "html/parts/pagetable.h"
#include "notation/object.h"
#include "notation/table.h"

struct tableput {
	enum table_format format; /* JSON: an array of objects by header */
	bool no_header;  /* rows of headers are rows as others are */
	bool first_row;  /* the first row is the header where there is none */
	bool empty;      /* a cell that spans stands in its first place only */
	long rows;       /* at most, the header not counted; 0: all */
};

/*
 * Whether each cell that spans stands in all its places: not, if that would
 * write TABLEPUT_RATE times the table's own text.
 */
enum { TABLEPUT_RATE = 16 };
bool tableput_repeats(const struct tableput *, const struct pagetable *);

void tableput(const struct tableput *, const struct pagetable *,
    struct sink *);

/* An object {caption, header, rows}; `name` is NULL in an array. */
void tableput_member(const struct tableput *, const struct pagetable *,
    struct object *, const char *name);

/*
 * A list of tables, a row each: the file's name, if `files`; number, rows,
 * columns, caption, the first cells with text.  `first_row`: with a header.
 */
struct table tableput_list(const struct tableput *, bool files);
void tableput_listed(struct table *list, const struct pagetable *,
    const char *file, long number, struct sink *out);

#endif
