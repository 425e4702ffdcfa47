/* SPDX-License-Identifier: MIT */
#include "text/score/threshold.h"

#include <stdlib.h>

enum { STEP = 50, STEPS = 16 };

/* The logistic function at 0, half a logit, one, … */
static const uint16_t likely[STEPS + 1] = {
	2048, 2550, 2994, 3349, 3608, 3785, 3902, 3976, 4022,
	4051, 4069, 4079, 4086, 4090, 4092, 4094, 4095,
};

unsigned
threshold_likely(int score)
{
	int x = score < 0 ? -score : score, at = x / STEP;
	int p = at >= STEPS ? likely[STEPS]
	    : likely[at] + (likely[at + 1] - likely[at]) * (x % STEP) / STEP;

	return (unsigned)(score < 0 ? THRESHOLD_ONE - p : p);
}

static int
by_score(const void *a, const void *b)
{
	int x = ((const struct threshold_part *)a)->score;
	int y = ((const struct threshold_part *)b)->score;

	return (x < y) - (x > y);
}

/* The best F1 that can be expected, in parts of THRESHOLD_ONE. */
static uint64_t
best_f1(struct threshold_part *part, size_t n)
{
	uint64_t all = 0, kept = 0, good = 0, best = 0;

	qsort(part, n, sizeof *part, by_score);
	for (size_t i = 0; i < n; i++)
		all += (uint64_t)part[i].words * threshold_likely(part[i].score);
	for (size_t i = 0; i < n; i++) {
		uint64_t f;

		kept += (uint64_t)part[i].words * THRESHOLD_ONE;
		good += (uint64_t)part[i].words * threshold_likely(part[i].score);
		f = kept > 0 ? 2 * THRESHOLD_ONE * good / (kept + all) : 0;
		if (f > best)
			best = f;
	}
	return best;
}

int
threshold_best(struct threshold_part *part, size_t n, unsigned share)
{
	uint64_t least = best_f1(part, n) * share / 100;
	int low = -STEP * STEPS, high = STEP * STEPS;

	while (low < high) {
		int mid = low + (high - low) / 2;

		if (threshold_likely(mid) >= least)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}
