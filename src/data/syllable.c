/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/stat/syllable's exceptions, run while building:
 *	syllable DATA-FOLDER >gen/syllable.h
 * Reads syllables.txt: a word and its number of syllables, in order.
 */
#include "data/generate.h"

static char before[64];

static void
print_word(char *line)
{
	char word[64];
	int n;

	if (sscanf(line, "%63s %d", word, &n) != 2 || n < 1 || n > 9)
		fail(line, "no word and number");
	if (strcmp(before, word) >= 0)
		fail(line, "not in order");
	strcpy(before, word);
	printf("\t{\"%s\", %d},\n", word, n);
}

int
main(int argc, char *argv[])
{
	printf("static const struct exception {\n"
	    "\tconst char *word;\n\tint syllables;\n} exceptions[] = {\n");
	data_each_line(data_folder(argc, argv), "syllables.txt", print_word);
	printf("};\n");
	return data_finish();
}
