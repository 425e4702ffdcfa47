/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>

#include "text/corpus/keyness.h"

static const struct keyness_options options = {100, .05 / 1000};

/*
 * LRC by R: log2 of the odds of qbeta(alpha / 2, f1, f2 + 1) times n2 / n1,
 * with alpha .05 / 1000; the others by hand and Python.
 */
static const struct {
	const char *why;
	struct keyness k;
	enum keyness_measure m;
	double want;
} rows[] = {
	{"LRC: only in the target", {8, 1177, 0, 341805}, KEYNESS_LRC,
	    6.716932},
	{"LRC: one-sided", {8, 1177, 0, 341805}, KEYNESS_LRCPOS, 6.890024},
	{"LRC: the interval has 0 in it", {12, 1000, 8, 1000}, KEYNESS_LRC, 0},
	{"LRC: more in the reference", {0, 341805, 8, 1177}, KEYNESS_LRC,
	    -6.716932},
	{"LogRatio with a half", {8, 1177, 0, 341805}, KEYNESS_LOGRATIO,
	    12.268769},
	{"LogRatio: as often", {10, 1000, 10, 1000}, KEYNESS_LOGRATIO, 0},
	{"G2, more in the target", {20, 1000, 10, 1000}, KEYNESS_LL,
	    3.448742},
	{"G2, more in the reference", {10, 1000, 20, 1000}, KEYNESS_LL,
	    -3.448742},
	{"chi-squared", {20, 1000, 10, 1000}, KEYNESS_CHI2, 3.384095},
	{"%DIFF", {20, 1000, 10, 1000}, KEYNESS_DIFF, 100},
	{"odds ratio", {20, 1000, 10, 1000}, KEYNESS_ODDS, 2.020408},
	{"odds ratio of an empty cell", {20, 1000, 0, 1000}, KEYNESS_ODDS,
	    41.836308},
	{"Simple Maths", {8, 1177, 0, 341805}, KEYNESS_SIMPLE, 68.969414},
	{"BIC", {20, 1000, 10, 1000}, KEYNESS_BIC, -4.152160},
	{"p of G2", {20, 1000, 10, 1000}, KEYNESS_P, .063300},
};

START_TEST(each_measure)
{
	double got = keyness(rows[_i].m, &rows[_i].k, &options);

	ck_assert_msg(fabs(got - rows[_i].want) < 1e-5, "%s: %.6f, not %.6f",
	    rows[_i].why, got, rows[_i].want);
}
END_TEST

/* The target and the reference change places: the sign does. */
START_TEST(signed_measures_turn)
{
	static const enum keyness_measure turning[] = {KEYNESS_LRC,
	    KEYNESS_LL, KEYNESS_LOGRATIO, KEYNESS_CHI2};

	for (double f1 = 0; f1 < 300; f1 = f1 * 3 + 1)
		for (double f2 = 0; f2 < 300; f2 = f2 * 2 + 1)
			for (int i = 0; i < ROWS(turning); i++) {
				struct keyness k = {f1, 5000, f2, 90000};
				struct keyness turned = {f2, 90000, f1, 5000};

				ck_assert_double_eq_tol(keyness(turning[i],
				    &k, &options), -keyness(turning[i],
				    &turned, &options), 1e-9);
			}
}
END_TEST

START_TEST(extremes_are_finite_and_ordered)
{
	static const double counts[] = {0, 1, 2, 1e3, 1e6, 1e9, 1e12};

	for (int m = 0; m < KEYNESS_MEASURES; m++)
		for (int j = 0; j < ROWS(counts); j++) {
			double before = 0;

			for (int i = 0; i < ROWS(counts); i++) {
				struct keyness k = {counts[i], 2e12,
				    counts[j], 1e12};
				double x = keyness((enum keyness_measure)m,
				    &k, &options);

				ck_assert_msg(isfinite(x), "%s of %g, %g",
				    keyness_name((enum keyness_measure)m),
				    counts[i], counts[j]);
				if (m <= KEYNESS_SIMPLE && i > 0)
					ck_assert_msg(x >= before,
					    "%s of %g, %g: %g after %g",
					    keyness_name(
					    (enum keyness_measure)m),
					    counts[i], counts[j], x, before);
				before = x;
			}
		}
}
END_TEST

UNIT_SUITE("keyness", UNIT_EACH(each_measure, rows),
    UNIT_ONE(signed_measures_turn), UNIT_ONE(extremes_are_finite_and_ordered))
