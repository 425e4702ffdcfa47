/* SPDX-License-Identifier: MIT */
#include "text/plot/scale.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct scale
scale_of(double least, double most, bool log)
{
	if (!(most > least)) {
		double around = fabs(least) > 0 ? fabs(least) / 2 : 1;

		most = least + around;
		if (!log)
			least -= around;
	}
	return (struct scale){least, most, log};
}

double
scale_place(const struct scale *s, double x)
{
	double place = s->log
	    ? log(x / s->least) / log(s->most / s->least)
	    : (x - s->least) / (s->most - s->least);

	return place > 0 ? place < 1 ? place : 1 : 0;
}

/* The distance of ticks: 1, 2 or 5 times a power of ten. */
static double
step_of(const struct scale *s, int wanted)
{
	double rough = (s->most - s->least) / (wanted > 0 ? wanted : 1);
	double power = pow(10, floor(log10(rough))), part = rough / power;

	return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
}

struct scale
scale_round(struct scale s, int wanted)
{
	double step;

	if (s.log) {
		s.least = pow(10, floor(log10(s.least) + 1e-9));
		s.most = pow(10, ceil(log10(s.most) - 1e-9));
		return s;
	}
	step = step_of(&s, wanted);
	s.least = floor(s.least / step + 1e-9) * step;
	s.most = ceil(s.most / step - 1e-9) * step;
	return s;
}

/* Powers of ten, every second or third where there are too many. */
static size_t
log_ticks(const struct scale *s, int wanted, double ticks[])
{
	int first = (int)ceil(log10(s->least) - 1e-9);
	int last = (int)floor(log10(s->most) + 1e-9);
	int step = 1 + (last - first) / (wanted > 0 ? wanted : 1);
	size_t n = 0;

	for (int power = first; power <= last && n < SCALE_TICKS;
	    power += step)
		ticks[n++] = pow(10, power);
	return n;
}

size_t
scale_ticks(const struct scale *s, int wanted, double ticks[])
{
	double step, first;
	size_t n = 0;

	if (s->log)
		return log_ticks(s, wanted, ticks);
	step = step_of(s, wanted);
	first = ceil(s->least / step - 1e-9);
	while (n < SCALE_TICKS && (first + (double)n) * step <=
	    s->most + step * 1e-9) {
		ticks[n] = (first + (double)n) * step;
		n++;
	}
	return n;
}

void
scale_label(double x, char label[SCALE_LABEL])
{
	static const struct {
		double from;
		const char *unit;
	} units[] = {{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {0, ""}};
	size_t i = 0;

	while (fabs(x) < units[i].from)
		i++;
	if (fabs(x) >= 1e15) {
		snprintf(label, SCALE_LABEL, "%.3g", x);
		return;
	}
	x = units[i].from > 0 ? x / units[i].from : x;
	snprintf(label, SCALE_LABEL, "%.6g%s", x == 0 ? 0 : x, units[i].unit);
}
