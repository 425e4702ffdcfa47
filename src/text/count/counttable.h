/* SPDX-License-Identifier: MIT */
/*
 * Count tables: a row a word, a column for each thing known of it.  The
 * first two are always the count and the word; others follow as asked for.
 * A table is written as tab-separated values (a tab, line end or backslash
 * in a word as \t \n \r \\), as CSV (RFC 4180, but LF ends a line), or as
 * one JSON object a line; only the first kind is read back.
 */
#ifndef TEXT_COUNT_COUNTTABLE_H
#define TEXT_COUNT_COUNTTABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sink.h"
#include "base/source.h"
#include "text/count/entry.h"

enum column {
	COLUMN_COUNT, COLUMN_WORD, COLUMN_PER_MILLION, COLUMN_CUMULATIVE,
	COLUMN_DOCUMENTS, COLUMN_DISPERSION, COLUMN_ARF, COLUMN_RANK,
	COLUMN_PARTS, COLUMNS
};

enum counttable_format { COUNTTABLE_TSV, COUNTTABLE_CSV, COUNTTABLE_JSON };

/* "tsv", "csv" or "json"; false if it is none of them. */
bool counttable_format_parse(const char *, enum counttable_format *);

struct counttable {
	enum counttable_format format;
	bool header;
	unsigned columns; /* 1 << COLUMN_... or'd */
	uint64_t total;   /* of all counts */
};

/* Numbers with a fraction are integers here: see `decimals` in table.c. */
struct row {
	struct str word;
	uint64_t count;
	uint64_t upto;       /* counts of this and all higher rows */
	uint64_t docs, rank;
	uint64_t dispersion; /* in millionths */
	uint64_t arf;        /* in thousandths */
	struct str parts;    /* as in entry.h */
};

void counttable_head(const struct counttable *, struct sink *);
void counttable_row(const struct counttable *, struct sink *, const struct row *);

/*
 * Read a table's rows into entries.  A line that begins with no digit names
 * the columns of those that follow; before the first, they are `columns`.
 * Those `wanted` must be among them.  Lines that are no such rows are left
 * out and counted: the result, with the number of the first in *line.
 */
uint64_t counttable_read(struct source *, unsigned columns, unsigned wanted,
    void (*each)(const struct entry *, void *), void *ctx, uint64_t *line);

#endif
