/* SPDX-License-Identifier: MIT */
/*
 * The languages of a text that mixes them, and how much of it each has.
 *
 * It is judged by stretches: up to a full stop, question or exclamation mark
 * or line end, of at most MIXED_STRETCH bytes.  A stretch that is not sure is
 * judged together with the next ones.
 */
#ifndef TEXT_LANGID_MIXED_H
#define TEXT_LANGID_MIXED_H

#include "text/langid/langid.h"

enum { MIXED_STRETCH = 512, MIXED_MOST = 64 };

/* One language, and the letters it has; its confidence is their mean. */
struct mixed_part {
	struct langid_guess guess;
	uint64_t letters, sure; /* sure: letters x confidence */
};

/* A zeroed one is empty. */
struct mixed {
	struct mixed_part parts[MIXED_MOST];
	int n;
	uint64_t letters; /* of all, those of no language, too */
};

/* More of the text; `t` is used, and what it holds is lost. */
void mixed_add(struct mixed *, struct langid *t, struct str piece,
    const struct langid_set *only, int least);

/* Most letters first. */
void mixed_sort(struct mixed *);

#endif
