/* SPDX-License-Identifier: MIT */
/*
 * A stretch of a page's events (html/read/flow), kept in memory to be played
 * later: a table, whose columns are known at its end; a list that counts
 * down.  It owns copies of what it recorded.
 */
#ifndef HTML_RENDER_TAPE_H
#define HTML_RENDER_TAPE_H

#include "html/read/flow.h"

struct tape {
	struct buf events;
};

void tape_enter(struct tape *, const struct element *);
void tape_leave(struct tape *, const struct tag *);
void tape_ended(struct tape *, const struct tag *);
void tape_text(struct tape *, struct str);

/* In the order they came; the reader's `about` is not used. */
void tape_play(const struct tape *, const struct flow_reader *, void *ctx);
void tape_free(struct tape *);

#endif
