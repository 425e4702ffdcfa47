/* SPDX-License-Identifier: MIT */
/*
 * Generator of the trees of html/story, run while building:
 *	story DATA-FOLDER >gen/story.h
 * Reads story.trees, which `make train` writes.  In it a forest is its name,
 * its bias and the number of its trees; a tree is a line: for each level the
 * feature and what it must be above (three and two hexadecimal digits), then
 * the leaves (two digits each, 80 for nothing).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/forest.h"

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "story: %s: %s\n", what, why);
	exit(2);
}

static unsigned
digits(FILE *f, int n)
{
	char text[8], format[8];
	unsigned x;

	snprintf(format, sizeof format, " %%%dc", n);
	text[n] = '\0';
	if (fscanf(f, format, text) != 1 || sscanf(text, "%x", &x) != 1)
		fail("story.trees", "a number is missing");
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

int
main(int argc, char *argv[])
{
	char path[4096], line[4096], name[64];
	int bias, trees;
	FILE *f;

	snprintf(path, sizeof path, "%s/story.trees", argc > 1 ? argv[1] : ".");
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	while (fgets(line, sizeof line, f) != NULL) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		if (sscanf(line, "%63s %d %d", name, &bias, &trees) != 3)
			fail(line, "no forest's name, bias and trees");
		printf("#define STORY_%s {story_%s, %d, %d}\n"
		    "static const struct forest_tree story_%s[] = {\n",
		    name, name, trees, bias, name);
		for (int i = 0; i < trees; i++)
			print_tree(f);
		printf("\t{{0}, {0}, {0}},\n};\n");
	}
	fclose(f);
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}
