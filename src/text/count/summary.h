/* SPDX-License-Identifier: MIT */
/*
 * Other tables of a tally than that of its words: totals, the growth of the
 * vocabulary, the words of each document.
 */
#ifndef TEXT_COUNT_SUMMARY_H
#define TEXT_COUNT_SUMMARY_H

#include "base/vec.h"
#include "text/count/report.h"

/*
 * One row: tokens, types, types seen once, types per token, and the mean of
 * that over all windows of TALLY_WINDOW words (with tally_options.window).
 */
void summary_totals(struct tally *, enum table_format, struct sink *);

/* A row at each so many words: words and types so far. */
void summary_growth(struct tally *, enum table_format, bool header,
    struct sink *);

/* Documents in a row that have one name. */
struct documents_run {
	uint64_t first; /* number of the first document */
	size_t name;    /* in `names` */
	bool lines;     /* "NAME:LINE" */
};

/* The names of documents, for summary_documents.  A zeroed one is empty. */
struct documents {
	struct buf names;  /* each ended by NUL */
	VEC(struct documents_run) runs;
};

/*
 * From number `first` on documents have that name; if `lines`, with the
 * number of each behind it, from 1.
 */
void documents_add(struct documents *, uint64_t first, const char *name,
    bool lines);
void documents_free(struct documents *);

/*
 * A row for each document and word, document by document, of a tally with
 * parts: document, count, word, and the columns per_million and tf_idf if
 * they are asked for.  `least` and `most` of the options hold for each
 * document by itself.  `rows` is an open, empty sort: its temporary file was
 * made before the sandbox closed.
 */
void summary_documents(struct tally *, const struct documents *,
    const struct report_options *, struct extsort *rows, struct sink *);

#endif
