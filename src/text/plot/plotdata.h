/* SPDX-License-Identifier: MIT */
/*
 * From a table to a chart: which columns are read, and what is made of them.
 */
#ifndef TEXT_PLOT_PLOTDATA_H
#define TEXT_PLOT_PLOTDATA_H

#include <stdint.h>

#include "base/source.h"
#include "text/plot/chart.h"

enum plot_kind {
	PLOT_BAR,        /* a bar per row */
	PLOT_ZIPF,       /* counts by rank, both logarithmic, and the line that
	                  * fits them */
	PLOT_COVERAGE,   /* the share of all tokens that the first words have */
	PLOT_GROWTH,     /* types, and words seen once, by tokens */
	PLOT_DISPERSION, /* a strip per document, a stroke per hit */
	PLOT_COMPARE     /* two bars per row */
};

struct plot_options {
	enum plot_kind kind;
	const char *label, *value; /* columns, by name or number; NULL: known
	                            * ones of this suite's tables */
	uint64_t most;             /* rows */
};

/* What a table was found to be. */
struct plot_found {
	const char *missing; /* a column that is needed; NULL: none is */
	uint64_t bad, first_bad; /* lines that are no rows; a line's number */
	uint64_t rows;       /* that were read */
};

/* Read a table (TSV, with a line of names or without) into the chart. */
void plot_read(struct chart *, const struct plot_options *, struct source *,
    struct plot_found *);

/* All tables are read: put points in order and set the scales. */
void plot_finish(struct chart *, const struct plot_options *);

#endif
