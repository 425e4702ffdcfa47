/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/langid/han's table, run while building:
 *	han DATA-FOLDER >gen/han.h
 * Reads the Encoding Standard's indexes of GB 18030, which holds GB 2312, and
 * of Big5.
 */
#include <stdbool.h>
#include <stdint.h>
#include "data/generate.h"
#include "text/langid/han.h"

static bool simplified[DATA_POINTS], frequent[DATA_POINTS], big5[DATA_POINTS];

/* GB 2312's ideographs are the rows B0 to F7, from column A1 on. */
static void
take_gb(unsigned pointer, unsigned c)
{
	unsigned lead = pointer / 190 + 0x81, trail = pointer % 190;

	if (lead >= 0xB0 && lead <= 0xF7 && trail >= 0xA1 - 0x41)
		simplified[c] = true;
}

/* Big5's frequent ideographs are the rows A4 to C6. */
static void
take_big5(unsigned pointer, unsigned c)
{
	unsigned lead = pointer / 157 + 0x81;

	big5[c] = true;
	if (lead >= 0xA4 && lead <= 0xC6)
		frequent[c] = true;
}

/* "POINTER C C - C": code points of the pointer and those after it. */
static void
read_line(char *line, void (*take)(unsigned, unsigned))
{
	char *word = strtok(line, " ");
	unsigned pointer = word != NULL ? (unsigned)atoi(word) : 0, c;

	for (; (word = strtok(NULL, " ")) != NULL; pointer++)
		if (sscanf(word, "%x", &c) == 1 && c < DATA_POINTS)
			take(pointer, c);
}

static void
read_gb(char *line)
{
	read_line(line, take_gb);
}

static void
read_big5(char *line)
{
	read_line(line, take_big5);
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);

	data_each_line(folder, "index-gb18030.txt", read_gb);
	data_each_line(folder, "index-big5.txt", read_big5);
	printf("const uint8_t han_table[HAN_LAST - HAN_FIRST + 1] = {");
	for (unsigned c = HAN_FIRST; c <= HAN_LAST; c++)
		printf("%s%d,", c % 32 ? "" : "\n\t",
		    simplified[c] && !big5[c] ? HAN_SIMPLIFIED :
		    frequent[c] && !simplified[c] ? HAN_TRADITIONAL :
		    HAN_BOTH);
	printf("\n};\n");
	return data_finish();
}
