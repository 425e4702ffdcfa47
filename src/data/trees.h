/* SPDX-License-Identifier: MIT */
/*
 * Reading of trees, as the programs in tests/train write them, and printing
 * of them as tables, for the generators of html/extract/content and
 * text/extract/textcontent.  In a
 * file of trees a forest is its name, its bias and the number of its trees; a
 * tree is a line of digits of six bits, FOREST_DIGITS: three for each level,
 * the feature times 256 and what it must be above, then one for each leaf,
 * FOREST_LEAF_MOST + 1 for nothing; "#" begins a remark.
 */
#ifndef DATA_TREES_H
#define DATA_TREES_H

#include <string.h>

#include "data/generate.h"
#include "text/score/forest.h"

static unsigned
digits(FILE *f, int n)
{
	unsigned x = 0;

	while (n-- > 0) {
		int c = fgetc(f);
		const char *at = c > 0 ? strchr(FOREST_DIGITS, c) : NULL;

		if (at == NULL)
			fail("trees", "a digit is missing");
		x = x << 6 | (unsigned)(at - FOREST_DIGITS);
	}
	return x;
}

static void
print_tree(FILE *f)
{
	unsigned feature[FOREST_DEPTH], above[FOREST_DEPTH];

	for (int i = 0; i < FOREST_DEPTH; i++) {
		unsigned both = digits(f, 3);

		feature[i] = both >> 8;
		above[i] = both & 255;
	}
	printf("\t{{");
	for (int i = 0; i < FOREST_DEPTH; i++)
		printf("%u,", feature[i]);
	printf("},{");
	for (int i = 0; i < FOREST_DEPTH; i++)
		printf("%u,", above[i]);
	printf("},{");
	for (int i = 0; i < FOREST_LEAVES; i++)
		printf("%d,", (int)digits(f, 1) - FOREST_LEAF_MOST - 1);
	printf("}},\n");
	if (fgetc(f) != '\n')
		fail("trees", "a line is too long");
}

/* NAME.trees to standard output; each forest is PREFIX_name. */
static int
trees_main(const char *folder, const char *name, const char *prefix)
{
	char file[64], line[4096], forest[64];
	int bias, trees, parts;
	FILE *f;

	snprintf(file, sizeof file, "%s.trees", name);
	f = data_open(folder, file);
	while (fgets(line, sizeof line, f) != NULL) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		parts = 1;
		if (sscanf(line, "%63s %d %d %d", forest, &bias, &trees, &parts) < 3)
			fail(line, "no forest's name, bias and trees");
		printf("#define %s_%s {%s_%s, %d, %d, %d}\n"
		    "static const struct forest_tree %s_%s[] = {\n",
		    prefix, forest, name, forest, trees, bias, parts, name, forest);
		for (int i = 0; i < trees; i++)
			print_tree(f);
		printf("\t{{0}, {0}, {0}},\n};\n");
	}
	data_close(f, file);
	snprintf(line, sizeof line, "%s_VERSION", prefix);
	data_print_version(folder, file, line);
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}

#endif
