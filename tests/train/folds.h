/* SPDX-License-Identifier: MIT */
/*
 * Forests for held-out folds and one for all, and their tables.  Rows of one
 * fold are those of the sites that a forest has not seen when it is measured
 * on them.
 */
#ifndef TRAIN_FOLDS_H
#define TRAIN_FOLDS_H

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/complain.h"
#include "grow.h"

enum { FOLDS_MOST = 10, TREES_MOST = 600, JOBS = 2 };

/* Of each fold; last, the one that saw all. */
typedef struct forest_tree grown_forests[FOLDS_MOST + 1][TREES_MOST];

/* Grow without the rows of one fold, in a process of its own, into a file. */
static void
folds_start(struct samples *s, const int8_t *fold, int at, int without,
    const struct growth *how, struct forest_tree *to, int file)
{
	size_t bytes = (size_t)how->trees * sizeof *to;

	for (size_t i = 0; i < s->n; i++)
		if (fold[i] == without)
			s->weight[i] = 0;
	grow(s, how, to);
	_exit(pwrite(file, to, bytes, (off_t)((size_t)at * bytes)) ==
	    (ssize_t)bytes ? 0 : 2);
}

/* A few at a time; `fold`: of each row. */
static void
folds_grow(struct samples *s, const int8_t *fold, int folds,
    const struct growth *how, grown_forests to)
{
	size_t bytes = (size_t)how->trees * sizeof **to;
	FILE *file = tmpfile();
	int running = 0, status;

	if (file == NULL)
		die("a temporary file:");
	for (int k = 0; k <= folds || running > 0;) {
		if (k <= folds && running < JOBS) {
			if (fork() == 0)
				folds_start(s, fold, k, k < folds ? k : -1, how,
				    to[k], fileno(file));
			k++;
			running++;
			continue;
		}
		if (wait(&status) < 0 || status != 0)
			die("a fold was not grown");
		running--;
	}
	for (int k = 0; k <= folds; k++)
		if (fread(to[k], 1, bytes, file) != bytes)
			die("a fold was not grown");
	fclose(file);
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
folds_print(const char *name, const struct forest_tree *t, int trees, int bias,
    int parts)
{
	printf("%s %d %d %d\n", name, bias, trees, parts);
	for (int i = 0; i < trees; i++)
		folds_print_tree(&t[i]);
}

#endif
