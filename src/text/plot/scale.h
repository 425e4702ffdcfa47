/* SPDX-License-Identifier: MIT */
/*
 * Scales of an axis: from numbers to places, with ticks at round numbers.
 */
#ifndef TEXT_PLOT_SCALE_H
#define TEXT_PLOT_SCALE_H

#include <stdbool.h>
#include <stddef.h>

enum { SCALE_TICKS = 32, SCALE_LABEL = 32 /* bytes */ };

struct scale {
	double least, most; /* its ends */
	bool log;           /* logarithmic; both ends are above 0 */
};

/* A scale from `least` to `most`, widened where they are one. */
struct scale scale_of(double least, double most, bool log);

/* The same, widened to round numbers about `ticks` apart. */
struct scale scale_round(struct scale, int ticks);

/* Where a number is, from 0 (least) to 1 (most); outside it, at an end. */
double scale_place(const struct scale *, double);

/*
 * Round numbers on the scale, upwards, about `wanted` of them and at most
 * SCALE_TICKS: 1, 2 or 5 times a power of ten; powers of ten of a logarithmic
 * one.  Returns how many.
 */
size_t scale_ticks(const struct scale *, int wanted, double ticks[]);

/* A tick's number: 1500, 0.25, 2M. */
void scale_label(double, char label[SCALE_LABEL]);

#endif
