/* SPDX-License-Identifier: MIT */
/*
 * Several threads that count one text.  Each takes blocks of whole lines from
 * the source in turn, and counts them in a tally of its own.  At the end the
 * tallies are added up, so the result does not depend on which thread took
 * which block.
 *
 * The threads wait for documents; the caller's thread is one of them.  A short
 * document is counted by it alone.  A line is never cut, so a block is as long
 * as the longest one.
 */
#ifndef TEXT_COUNT_THREADS_H
#define TEXT_COUNT_THREADS_H

#include "text/count/tally.h"

enum { THREADS_MOST = 64 }; /* threads */

struct threads;

/* Whether this can be counted apart and added up: no order, no document. */
bool threads_can(const struct tally_options *);

/* `threads` (from 1) count into `tally`, which is whole after threads_close. */
struct threads *threads_open(struct tally *tally, int threads);
/* Inside the sandbox: it holds for the threads that begin there. */
void threads_start(struct threads *);
void threads_close(struct threads *);

/* Read one document, as tally_text does; the sink is not used. */
void threads_text(struct source *, struct sink *, void *crew);

#endif
