/* SPDX-License-Identifier: MIT */
/*
 * Mojibake: UTF-8 that was read as a single-byte charset, once or more, a
 * whole line of it or a few words.
 *
 * A line is judged by how strange it is: pairs of characters that never
 * stand side by side in clean text of many languages, control characters,
 * characters that clean text hardly has, letters among those of other
 * scripts.  A reading that makes it less strange is taken, and the result
 * judged again.  Clean text is strange to no degree and stays.
 *
 * (The idea that strangeness decides is that of ftfy by Robyn Speer.)
 */
#ifndef TEXT_MOJIBAKE_MOJIBAKE_H
#define TEXT_MOJIBAKE_MOJIBAKE_H

#include <stdbool.h>

#include "text/mojibake/points.h"

struct mojibake {
	struct points line, other, best;
};

/* Append the line, repaired.  False: it needs none, nothing was appended. */
bool mojibake_repair(struct mojibake *, struct str line, struct buf *to);

void mojibake_free(struct mojibake *);

/* The version of what is known of clean text: "mojibake.pairs 01234567". */
extern const char mojibake_version[];

#endif
