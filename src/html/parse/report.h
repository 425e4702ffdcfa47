/* SPDX-License-Identifier: MIT */
/*
 * What the parser reports goes to its reader, or waits in a buffer: a
 * noscript's content, until it is known whether the page has other text; a
 * table, until it is known what stands in it but in no cell.
 */
#ifndef HTML_PARSE_REPORT_H
#define HTML_PARSE_REPORT_H

#include "html/parse/parser.h"

struct waiting {
	struct buf events;
	size_t text; /* where the open text is; 0: none */
};

struct report {
	const struct parser_reader *reader;
	void *ctx;
	struct waiting *to; /* where it goes; NULL: to the reader */
	struct waiting noscript, table;
};

/* `strings`: `count` of them, names and values in turn, each NUL-ended. */
void report_start(struct report *, const struct tag *, int count,
    struct str strings);
void report_end(struct report *, const struct tag *);
void report_ended(struct report *, const struct tag *);
void report_text(struct report *, struct str);

/* What has waited goes where reports go now. */
void report_waiting(struct report *, struct waiting *);
void report_free(struct report *);

#endif
