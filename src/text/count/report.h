/* SPDX-License-Identifier: MIT */
/*
 * From a tally to a table: which words are shown, in which order, with which
 * figures.  What the tally cannot sort in its own memory is sorted by way of
 * temporary files (base/extsort); the table is the same.
 */
#ifndef TEXT_COUNT_REPORT_H
#define TEXT_COUNT_REPORT_H

#include "text/count/counttable.h"
#include "text/count/tally.h"

struct report_options {
	struct counttable table;  /* its total is filled in here */
	uint64_t most;       /* rows, the highest ones */
	uint64_t least;      /* count of a word to be shown */
	bool by_word, reverse;
	struct wordfilter *pick;   /* the words to show; NULL: all */
	size_t memory;       /* bytes to stay below; 0: no bound */
};

struct report {
	struct report_options options;
	struct extsort by_count, by_order;
	struct tally *tally;
	bool ranked;         /* the tally gives its words in order */
	struct buf key;      /* scratch */
};

/* Before the first input is read: it makes its temporary files. */
void report_open(struct report *, const struct report_options *);

void report_put(struct report *, struct tally *, struct sink *);
void report_free(struct report *);

#endif
