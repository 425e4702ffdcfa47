/* SPDX-License-Identifier: MIT */
#include "text/extract/textrun.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"

enum { CHANGE = 30 }; /* what a change between kept and dropped costs */

/*
 * The best sum of the scores that stay, less the cost of the changes, by
 * dynamic programming (A. Viterbi 1967): of all ways to judge the rows so far
 * only the best that keeps the last one and the best that drops it go on.
 */
void
textrun_choose(const int *score, size_t n, bool *keep)
{
	bool (*before)[2] = mem_alloc(n + 1, sizeof *before);
	int64_t drop_sum = 0, keep_sum = 0;
	bool now;

	for (size_t i = 0; i < n; i++) {
		int64_t dropped = drop_sum, kept = keep_sum;

		before[i][false] = kept - CHANGE > dropped;
		before[i][true] = kept > dropped - CHANGE;
		drop_sum = before[i][false] ? kept - CHANGE : dropped;
		keep_sum = (before[i][true] ? kept : dropped - CHANGE) +
		    score[i];
	}
	now = keep_sum > drop_sum;
	for (size_t i = n; i-- > 0;) {
		keep[i] = now;
		now = before[i][now];
	}
	free(before);
}
