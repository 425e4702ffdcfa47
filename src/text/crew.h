/* SPDX-License-Identifier: MIT */
/*
 * Several threads counting one text.  Each takes a block of whole lines from
 * the source in its turn and counts it in a tally of its own; in the end the
 * tallies are added up, so that who took what makes no difference.
 *
 * The threads are started when the crew is opened and wait for documents;
 * the caller's thread is one of them.  A short document is counted by it
 * alone.  A line is never cut, so a block is as long as the longest one.
 */
#ifndef TEXT_CREW_H
#define TEXT_CREW_H

#include "text/tally.h"

enum { CREW_MOST = 64 }; /* threads */

struct crew;

/* Whether this can be counted apart and added up: no order, no document. */
bool crew_can(const struct tally_options *);

/* `threads` (from 1) count into `tally`, which is whole after crew_close. */
struct crew *crew_open(struct tally *tally, int threads);
void crew_close(struct crew *);

/* Read one document: an io_filter, as tally_text is. */
void crew_text(struct source *, struct sink *, void *crew);

#endif
