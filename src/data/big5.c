/* SPDX-License-Identifier: MIT */
/*
 * Generator of html/recode's table, run while building:
 *	big5 DATA-FOLDER >gen/big5.h
 * Reads big5.txt, whose lines are in order.
 */
#include <stdio.h>
#include <stdlib.h>

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "big5: %s: %s\n", what, why);
	exit(2);
}

int
main(int argc, char *argv[])
{
	char path[4096], line[256];
	unsigned pair, c, last = 0;
	FILE *f;

	snprintf(path, sizeof path, "%s/big5.txt", argc > 1 ? argv[1] : ".");
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	printf("static const struct {\n\tuint16_t pair, c;\n} big5[] = {\n");
	while (fgets(line, sizeof line, f) != NULL) {
		if (line[0] == '#')
			continue;
		if (sscanf(line, "%4x %4x", &pair, &c) != 2 || pair <= last)
			fail(line, "not a pair and its character, in order");
		printf("\t{0x%04X, 0x%04X},\n", pair, c);
		last = pair;
	}
	printf("};\n");
	if (ferror(f) || fclose(f) != 0)
		fail(path, "cannot be read");
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}
