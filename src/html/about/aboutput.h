/* SPDX-License-Identifier: MIT */
/*
 * What a page says of itself, written: as lines, an object, YAML front
 * matter, a row of a table.
 */
#ifndef HTML_ABOUT_ABOUTPUT_H
#define HTML_ABOUT_ABOUTPUT_H

#include "html/about/about.h"
#include "notation/object.h"
#include "notation/table.h"

/* Which fields, in which order. */
struct about_fields {
	enum about_field at[ABOUT_FIELDS];
	int n;
};

/* A line per value: name, TAB, value; of one field alone the value only. */
void aboutput_lines(const struct about *, const struct about_fields *,
    struct sink *);

/*
 * Members of an open object.  Fields without a value are null, or are left
 * out where `known` is set; lists are arrays.
 */
void aboutput_members(const struct about *, const struct about_fields *,
    struct object *, bool known);

/* Between lines "---"; every value is quoted, as JSON has it. */
void aboutput_yaml(const struct about *, const struct about_fields *,
    struct sink *);

/* The cells of a row; the values of a list are joined by "; ". */
void aboutput_cells(const struct about *, const struct about_fields *,
    struct table *);

/* All evidence: field, "chosen" or "-", rank, source, value. */
void aboutput_evidence(const struct about *, const struct about_fields *,
    struct sink *);

#endif
