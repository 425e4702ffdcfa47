/* SPDX-License-Identifier: MIT */
/*
 * What the parser reports goes to its reader, or waits in a buffer: a
 * noscript's content, until it is known whether the page has other text.
 */
#ifndef HTML_READ_REPORT_H
#define HTML_READ_REPORT_H

#include "html/read/parser.h"

struct report {
	const struct parser_reader *reader;
	void *ctx;
	bool waits;
	struct buf waiting; /* events */

	/* private */
	size_t text; /* in `waiting`: where the open text is; 0: none */
};

/* `strings`: `count` of them, names and values in turn, each NUL-ended. */
void report_start(struct report *, const struct tag *, int count,
    struct str strings);
void report_end(struct report *, const struct tag *);
void report_ended(struct report *, const struct tag *);
void report_text(struct report *, struct str);

/* From now on nothing waits; and what did is reported. */
void report_stop(struct report *);
void report_waiting(struct report *);
void report_free(struct report *);

#endif
