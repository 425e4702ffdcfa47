/* SPDX-License-Identifier: MIT */
#include "text/corpus/association.h"

#include <math.h>

static const char *const names[ASSOCIATIONS] = {
	[ASSOCIATION_LOGDICE] = "logdice", [ASSOCIATION_LL] = "ll",
	[ASSOCIATION_MI] = "mi", [ASSOCIATION_MI3] = "mi3",
	[ASSOCIATION_T] = "t", [ASSOCIATION_Z] = "z",
	[ASSOCIATION_DICE] = "dice", [ASSOCIATION_CHI2] = "chi2",
	[ASSOCIATION_DELTAP] = "deltap",
};

const char *
association_name(enum association a)
{
	return names[a];
}

double
association_expected(const struct contingency *t)
{
	return t->n > 0 ? t->r1 * t->c1 / t->n : 0;
}

/* One cell's share of G2; an empty cell has none. */
static double
surprise(double observed, double row, double column, double n)
{
	return observed > 0 ? observed * log(observed * n / (row * column)) : 0;
}

static double
log_likelihood(const struct contingency *t)
{
	double r2 = t->n - t->r1, c2 = t->n - t->c1;
	double o12 = t->r1 - t->o11, o21 = t->c1 - t->o11;

	return 2 * (surprise(t->o11, t->r1, t->c1, t->n) +
	    surprise(o12, t->r1, c2, t->n) + surprise(o21, r2, t->c1, t->n) +
	    surprise(r2 - o21, r2, c2, t->n));
}

static double
chi_squared(const struct contingency *t)
{
	double r2 = t->n - t->r1, c2 = t->n - t->c1;
	double o12 = t->r1 - t->o11, o21 = t->c1 - t->o11;
	double difference = t->o11 * (r2 - o21) - o12 * o21;
	double margins = t->r1 * r2 * t->c1 * c2;

	return margins > 0 ? t->n * difference * (difference / margins) : 0;
}

static double
share(double part, double whole)
{
	return whole > 0 ? part / whole : 0;
}

double
association(enum association a, const struct contingency *t)
{
	double e = association_expected(t);
	double dice = share(2 * t->o11, t->r1 + t->c1);

	switch (a) {
	case ASSOCIATION_LOGDICE:
		return 14 + log2(dice);
	case ASSOCIATION_LL:
		return log_likelihood(t);
	case ASSOCIATION_MI:
		return e > 0 ? log2(t->o11 / e) : 0;
	case ASSOCIATION_MI3:
		return e > 0 ? 3 * log2(t->o11) - log2(e) : 0;
	case ASSOCIATION_T:
		return t->o11 > 0 ? (t->o11 - e) / sqrt(t->o11) : 0;
	case ASSOCIATION_Z:
		return e > 0 ? (t->o11 - e) / sqrt(e) : 0;
	case ASSOCIATION_DICE:
		return dice;
	case ASSOCIATION_CHI2:
		return chi_squared(t);
	default:
		return share(t->o11, t->r1) -
		    share(t->c1 - t->o11, t->n - t->r1);
	}
}
