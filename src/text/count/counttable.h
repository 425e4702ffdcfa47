/* SPDX-License-Identifier: MIT */
/*
 * Count tables: one row per word, and a column for each thing known of it.
 * The first two are always the count and the word; others follow as asked
 * for.  They are tables of notation/table, and what is written as TSV is read
 * back.
 */
#ifndef TEXT_COUNT_COUNTTABLE_H
#define TEXT_COUNT_COUNTTABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "notation/table.h"
#include "text/count/entry.h"

enum column {
	COLUMN_COUNT, COLUMN_WORD, COLUMN_PER_MILLION, COLUMN_CUMULATIVE,
	COLUMN_DOCUMENTS, COLUMN_DISPERSION, COLUMN_ARF, COLUMN_RANK,
	COLUMN_PARTS, COLUMN_TF_IDF, COLUMNS
};

/* ---- writing ---- */

struct counttable {
	enum table_format format;
	bool header;
	unsigned columns; /* 1 << COLUMN_... or'd */
	uint64_t total;   /* of all counts */
	/* Filled in by counttable_head. */
	struct table table;
	struct table_column list[COLUMNS];
};

/* Numbers with a fraction are integers here, in units of the last decimal. */
struct row {
	struct str word;
	uint64_t count;
	uint64_t upto;       /* counts of this and all higher rows */
	uint64_t docs, rank;
	uint64_t dispersion; /* in millionths */
	uint64_t arf;        /* in thousandths */
	uint64_t tf_idf;     /* in ten-thousandths */
	struct str parts;    /* as in entry.h */
};

void counttable_head(struct counttable *, struct sink *);
void counttable_row(struct counttable *, const struct row *);

/* ---- reading ---- */

/* A document's number within one table is below this. */
#define COUNTTABLE_DOCUMENTS ((uint64_t)1 << 32)

/*
 * Reads the rows of one file, which may hold several tables one after the
 * other: a line that does not begin with a digit names the columns of those
 * that follow.
 */
struct counttable_reader {
	struct table_reader rows; /* its `bad` counts what was no row */
	struct buf word, parts;
	uint64_t table;           /* number of the table of the row, from 1 */
};

/*
 * `columns` are those of rows that no line names; `wanted` must be among
 * those of each table (both 1 << COLUMN_... or'd).
 */
void counttable_read(struct counttable_reader *, struct source *,
    unsigned columns, unsigned wanted);

/*
 * The next row, valid until the next call; false at the end.  Passes over
 * lines that are no rows, or that contradict themselves: a count of 0, more
 * documents than occurrences, parts that do not add up to the count, are not
 * in order or have a number beyond COUNTTABLE_DOCUMENTS.
 */
bool counttable_next(struct counttable_reader *, struct entry *);

/* The row cannot be added to those before it: a bad line. */
void counttable_bad(struct counttable_reader *);
void counttable_free(struct counttable_reader *);

#endif
