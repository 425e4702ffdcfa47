/* SPDX-License-Identifier: MIT */
/*
 * Reading of trees, as the programs in tests/train write them, and printing
 * of them as tables, for the generators of html/story and text/plain.  In a
 * file of trees a forest is its name, its bias and the number of its trees; a
 * tree is a line: for each level the feature and what it must be above (three
 * and two hexadecimal digits), then the leaves (two digits each, 80 for
 * nothing); "#" begins a remark.
 */
#ifndef DATA_TREES_H
#define DATA_TREES_H

#include "data/generate.h"
#include "text/forest.h"

static unsigned
digits(FILE *f, int n)
{
	char text[8], format[8];
	unsigned x;

	snprintf(format, sizeof format, " %%%dc", n);
	text[n] = '\0';
	if (fscanf(f, format, text) != 1 || sscanf(text, "%x", &x) != 1)
		fail("trees", "a number is missing");
	return x;
}

static void
print_tree(FILE *f)
{
	unsigned feature[FOREST_DEPTH], above[FOREST_DEPTH];

	for (int i = 0; i < FOREST_DEPTH; i++) {
		feature[i] = digits(f, 3);
		above[i] = digits(f, 2);
	}
	printf("\t{{");
	for (int i = 0; i < FOREST_DEPTH; i++)
		printf("%u,", feature[i]);
	printf("},{");
	for (int i = 0; i < FOREST_DEPTH; i++)
		printf("%u,", above[i]);
	printf("},{");
	for (int i = 0; i < FOREST_LEAVES; i++)
		printf("%d,", (int)digits(f, 2) - 128);
	printf("}},\n");
}

/* NAME.trees to standard output; each forest is PREFIX_name. */
static int
trees_main(const char *folder, const char *name, const char *prefix)
{
	char file[64], line[4096], forest[64];
	int bias, trees;
	FILE *f;

	snprintf(file, sizeof file, "%s.trees", name);
	f = data_open(folder, file);
	while (fgets(line, sizeof line, f) != NULL) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		if (sscanf(line, "%63s %d %d", forest, &bias, &trees) != 3)
			fail(line, "no forest's name, bias and trees");
		printf("#define %s_%s {%s_%s, %d, %d}\n"
		    "static const struct forest_tree %s_%s[] = {\n",
		    prefix, forest, name, forest, trees, bias, name, forest);
		for (int i = 0; i < trees; i++)
			print_tree(f);
		printf("\t{{0}, {0}, {0}},\n};\n");
	}
	data_close(f, file);
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}

#endif
