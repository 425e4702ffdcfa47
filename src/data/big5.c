/* SPDX-License-Identifier: MIT */
/*
 * Generator of html/recode's table, run while building:
 *	big5 DATA-FOLDER >gen/big5.h
 * Reads big5.txt, whose lines are in order.
 */
#include "data/generate.h"

static void
print_pair(char *line)
{
	static unsigned last;
	unsigned pair, c;

	if (sscanf(line, "%4x %4x", &pair, &c) != 2 || pair <= last)
		fail(line, "not a pair and its character, in order");
	printf("\t{0x%04X, 0x%04X},\n", pair, c);
	last = pair;
}

int
main(int argc, char *argv[])
{
	printf("static const struct {\n\tuint16_t pair, c;\n} big5[] = {\n");
	data_each_line(data_folder(argc, argv), "big5.txt", print_pair);
	printf("};\n");
	return data_finish();
}
