/* SPDX-License-Identifier: MIT */
/*
 * Units of a page: what a reader takes as one thing, and misses as a whole or
 * not at all.  A data table, a list with its nested lists, a list of terms,
 * code, a quotation, a disclosure widget (details), and a run of sibling
 * boxes that look alike and hold a line each.  A unit is an element and the
 * rows (feature.h) in it, which follow each other.  Units do not nest: the
 * outermost one counts.
 */
#ifndef HTML_PAGE_UNIT_H
#define HTML_PAGE_UNIT_H

#include <stddef.h>
#include <stdint.h>

#include "html/page/page.h"

enum unit_kind {
	UNIT_NONE, UNIT_TABLE, UNIT_LIST, UNIT_TERMS, UNIT_CODE, UNIT_QUOTE,
	UNIT_DETAILS, UNIT_RUN, UNIT_KINDS
};

struct unit {
	enum unit_kind kind;
	uint32_t node;  /* of a run: the first of its siblings */
	uint32_t block, blocks; /* first, and how many */
};

struct units {
	struct unit *unit; /* in page order */
	size_t n;
	uint32_t *of;      /* of each block: its unit's number from 1; 0: none */
};

struct units units_of(const struct page *);
void units_free(struct units *);

const char *unit_name(enum unit_kind);

#endif
