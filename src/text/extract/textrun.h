/* SPDX-License-Identifier: MIT */
/*
 * Verdicts of rows that follow each other, chosen together: content stands in
 * runs, and each change between kept and dropped must be worth its cost.
 */
#ifndef TEXT_EXTRACT_TEXTRUN_H
#define TEXT_EXTRACT_TEXTRUN_H

#include <stdbool.h>
#include <stddef.h>

/* Of `n` rows with scores in hundredths of a logit, those that stay. */
void textrun_choose(const int *score, size_t n, bool *keep);

#endif
