/* SPDX-License-Identifier: MIT */
#include "text/corpus/keyness.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_version.h>
#include <math.h>
#include <string.h>

#include "text/corpus/association.h"

enum { LOG_ODDS_MOST = 1000 }; /* of a share that a double can hold */

static const char *const names[KEYNESS_MEASURES] = {
	[KEYNESS_LRC] = "lrc", [KEYNESS_LRCPOS] = "lrcpos",
	[KEYNESS_LL] = "ll", [KEYNESS_LOGRATIO] = "logratio",
	[KEYNESS_CHI2] = "chi2", [KEYNESS_DIFF] = "diff",
	[KEYNESS_ODDS] = "odds", [KEYNESS_SIMPLE] = "simple",
	[KEYNESS_BIC] = "bic", [KEYNESS_P] = "p",
};

const char *
keyness_name(enum keyness_measure m)
{
	return names[m];
}

const char *
keyness_version(void)
{
	return "gsl " GSL_VERSION;
}

bool
keyness_is_ascending(enum keyness_measure m)
{
	return m == KEYNESS_P;
}

bool
keyness_is_positive(const struct keyness *k)
{
	return k->f1 * k->n2 > k->f2 * k->n1;
}

/* The word against all others, the target against the reference. */
static struct contingency
contingency_of(const struct keyness *k)
{
	return (struct contingency){k->f1, k->n1, k->f1 + k->f2,
	    k->n1 + k->n2};
}

static double
signed_as(const struct keyness *k, double x)
{
	return keyness_is_positive(k) ? x : x > 0 ? -x : 0;
}

static double
g2(const struct keyness *k)
{
	struct contingency t = contingency_of(k);
	double x = association(ASSOCIATION_LL, &t);

	return x > 0 ? x : 0; /* rounding */
}

static double
log_ratio(const struct keyness *k)
{
	return log2((k->f1 + .5) / (k->n1 + .5)) -
	    log2((k->f2 + .5) / (k->n2 + .5));
}

/*
 * The chance that a share drawn from Beta(a, b + 1) is below that of these
 * odds, given as their log2; exact for shares near 0 and near 1.
 */
static double
chance_below(double log_odds, double a, double b)
{
	double odds = exp2(log_odds);

	return log_odds < 0 ? gsl_cdf_beta_P(odds / (1 + odds), a, b + 1)
	                    : gsl_cdf_beta_Q(1 / (1 + odds), b + 1, a);
}

/*
 * Clopper and Pearson's lower bound of the share of `a` among a + b, at the
 * one-sided level `alpha`, as log2 of its odds.  It is searched from `low`,
 * which is below it.
 */
static double
log_odds_bound(double a, double b, double alpha, double low)
{
	double high = LOG_ODDS_MOST;

	for (int i = 0; i < 60; i++) {
		double middle = (low + high) / 2;

		if (chance_below(middle, a, b) < alpha)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

/*
 * The bound nearer to 0 of the interval of LogRatio at the level `alpha`, from
 * the distribution of `a` given a + b; 0 where the interval holds 0, which one
 * look at the odds of no difference tells.
 */
static double
bound_away_from_0(double a, double n_a, double b, double n_b, double alpha)
{
	double none = log2(n_a / n_b);

	if (a == 0 || chance_below(none, a, b) >= alpha)
		return 0;
	return log_odds_bound(a, b, alpha, none) - none;
}

static double
lrc(const struct keyness *k, double alpha)
{
	if (k->n1 == 0 || k->n2 == 0)
		return 0;
	if (keyness_is_positive(k))
		return bound_away_from_0(k->f1, k->n1, k->f2, k->n2,
		    alpha / 2);
	return -bound_away_from_0(k->f2, k->n2, k->f1, k->n1, alpha / 2);
}

/* The lowest ratio that the data allow; where f1 is 0 there is none. */
static double
lrc_positive(const struct keyness *k, double alpha)
{
	if (k->n1 == 0 || k->n2 == 0)
		return 0;
	if (k->f1 == 0)
		return -LOG_ODDS_MOST;
	return log_odds_bound(k->f1, k->f2, alpha, -LOG_ODDS_MOST) -
	    log2(k->n1 / k->n2);
}

static double
odds_ratio(const struct keyness *k)
{
	double a = k->f1, b = k->n1 - k->f1, c = k->f2, d = k->n2 - k->f2;

	if (a == 0 || b == 0 || c == 0 || d == 0) {
		a += .5;
		b += .5;
		c += .5;
		d += .5;
	}
	return a / b / (c / d);
}

static double
per_million(double f, double n)
{
	return n > 0 ? 1e6 * f / n : 0;
}

/* Gabrielatos and Marchi take 1e-18 for a share of 0. */
static double
percent_diff(const struct keyness *k)
{
	double of_target = per_million(k->f1, k->n1);
	double of_reference = per_million(k->f2, k->n2);

	if (of_reference == 0)
		of_reference = 1e-18;
	return 100 * (of_target - of_reference) / of_reference;
}

double
keyness(enum keyness_measure m, const struct keyness *k,
    const struct keyness_options *o)
{
	struct contingency t = contingency_of(k);

	gsl_set_error_handler_off();
	switch (m) {
	case KEYNESS_LRC:
		return lrc(k, o->alpha);
	case KEYNESS_LRCPOS:
		return lrc_positive(k, o->alpha);
	case KEYNESS_LL:
		return signed_as(k, g2(k));
	case KEYNESS_LOGRATIO:
		return log_ratio(k);
	case KEYNESS_CHI2:
		return signed_as(k, association(ASSOCIATION_CHI2, &t));
	case KEYNESS_DIFF:
		return percent_diff(k);
	case KEYNESS_ODDS:
		return odds_ratio(k);
	case KEYNESS_SIMPLE:
		return (per_million(k->f1, k->n1) + o->smooth) /
		    (per_million(k->f2, k->n2) + o->smooth);
	case KEYNESS_BIC:
		return g2(k) - log(k->n1 + k->n2 > 0 ? k->n1 + k->n2 : 1);
	default:
		return gsl_cdf_chisq_Q(g2(k), 1);
	}
}
