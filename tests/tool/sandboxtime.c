/* SPDX-License-Identifier: MIT */
/*
 * sandboxtime [N]: what entering the sandbox costs, in microseconds: the median
 * and the worst of N processes (1000) that each enter it once.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "program/sandbox.h"

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

int
main(int argc, char *argv[])
{
	size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;
	double *took;
	int ends[2];

	if (n == 0 || n > 1000000 || pipe(ends) != 0)
		return 2;
	took = malloc(n * sizeof *took);
	for (size_t i = 0; took != NULL && i < n; i++) {
		double from, one;
		pid_t child = fork();

		if (child == 0) {
			from = now();
			sandbox_enter();
			one = now() - from;
			_exit(write(ends[1], &one, sizeof one) != sizeof one);
		}
		if (child < 0 || waitpid(child, NULL, 0) != child ||
		    read(ends[0], &took[i], sizeof *took) != sizeof *took)
			return 1;
	}
	if (took == NULL)
		return 1;
	qsort(took, n, sizeof *took, by_size);
	sandbox_enter();
	printf("%s: median %.1f us, 99 of 100 within %.1f us, worst %.1f us\n",
	    sandbox_state(), took[n / 2], took[n - 1 - n / 100], took[n - 1]);
	free(took);
	return 0;
}
