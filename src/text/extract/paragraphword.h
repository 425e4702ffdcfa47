/* SPDX-License-Identifier: MIT */
/*
 * The words of a text's passages: numbered, counted, and told apart into
 * those that make sentences in any text of its language and those that say
 * what it is about.
 */
#ifndef TEXT_EXTRACT_PARAGRAPHWORD_H
#define TEXT_EXTRACT_PARAGRAPHWORD_H

#include "text/extract/paragraph.h"

/* `slot`, `word`, and what the passages' prose has of function words. */
void paragraphword_read(struct paragraphs *, bool blind);

#endif
