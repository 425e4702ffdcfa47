/* SPDX-License-Identifier: MIT */
/*
 * Forests for held-out folds and one for all, and their tables.  Rows of one
 * fold are those of the sites that a forest has not seen when it is measured
 * on them.
 */
#ifndef TRAIN_FOLDS_H
#define TRAIN_FOLDS_H

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/complain.h"
#include "grow.h"

enum { FOLDS_MOST = 10, TREES_MOST = 600, JOBS = 2 };

/* Of each fold; last, the one that saw all. */
typedef struct forest_tree grown_forests[FOLDS_MOST + 1][TREES_MOST];

static void
folds_start(struct samples *s, const int8_t *fold, int k,
    const struct growth *how, struct forest_tree *to, int end)
{
	size_t bytes = (size_t)how->trees * sizeof *to;

	for (size_t i = 0; i < s->n; i++)
		if (fold[i] == k)
			s->weight[i] = 0;
	grow(s, how, to);
	_exit(write(end, to, bytes) == (ssize_t)bytes ? 0 : 2);
}

static void
folds_collect(struct forest_tree *to, size_t bytes, int end)
{
	char *at = (char *)to;
	ssize_t n;

	while (bytes > 0 && (n = read(end, at, bytes)) > 0) {
		at += n;
		bytes -= (size_t)n;
	}
	if (bytes > 0)
		die("a fold was not grown");
	close(end);
}

/* Each in a process of its own; `fold`: of each row. */
static void
folds_grow(struct samples *s, const int8_t *fold, int folds,
    const struct growth *how, grown_forests to)
{
	int ends[FOLDS_MOST + 1][2], running = 0;

	for (int k = 0; k <= folds; k++) {
		if (running == JOBS) {
			wait(NULL);
			running--;
		}
		if (pipe(ends[k]) != 0)
			die("pipe:");
		if (fork() == 0)
			folds_start(s, fold, k < folds ? k : -1, how, to[k],
			    ends[k][1]);
		close(ends[k][1]);
		running++;
	}
	while (wait(NULL) > 0)
		continue;
	for (int k = 0; k <= folds; k++)
		folds_collect(to[k], (size_t)how->trees * sizeof to[k][0],
		    ends[k][0]);
}

static void
folds_credit(const char *module, const char *verb)
{
	printf("# The trees of %s, made by `make %s`; format in trees.h.\n"
	    "# Trained on the WCXB benchmark, Web Content Extraction Benchmark, by\n"
	    "# Murrough Foley, licensed CC BY 4.0 (creativecommons.org/licenses/by/4.0),\n"
	    "# https://github.com/Murrough-Foley/web-content-extraction-benchmark:\n"
	    "# what is here are statistics of its pages, none of their text.\n",
	    module, verb);
}

/* x as `n` digits of six bits. */
static void
folds_digits(unsigned x, int n)
{
	static const char digits[] = FOREST_DIGITS;

	while (n-- > 0)
		putchar(digits[x >> 6 * n & 63]);
}

static void
folds_print_tree(const struct forest_tree *t)
{
	for (int k = 0; k < FOREST_DEPTH; k++)
		folds_digits(t->feature[k] * 256u + t->above[k], 3);
	for (int k = 0; k < FOREST_LEAVES; k++)
		folds_digits((unsigned)(t->leaf[k] + FOREST_LEAF_MOST + 1), 1);
	printf("\n");
}

/* Leaves are FOREST_LEAF_MOST at most. */
static void
folds_print(const char *name, const struct forest_tree *t, int trees, int bias)
{
	printf("%s %d %d\n", name, bias, trees);
	for (int i = 0; i < trees; i++)
		folds_print_tree(&t[i]);
}

#endif
