/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/encoding/multibyte's tables, run while building:
 *	multibyte DATA-FOLDER >gen/multibyte.h
 * Reads index-*.txt.  Each index becomes a table in two stages: NAME_block[
 * pointer / 32] is the number of a block of NAME_table; blocks that are alike
 * stand once, so that what an index leaves empty costs nearly nothing.
 */
#include "data/generate.h"

enum { POINTERS = 24 * 1024, BLOCK = 32 };

static unsigned points[POINTERS]; /* 0: none */
static int size;

/* "POINTER HEX HEX - HEX". */
static void
read_row(char *line)
{
	char *end;
	long p = strtol(line, &end, 10);

	for (char *word = strtok(end, " "); word; word = strtok(NULL, " "), p++) {
		if (p < 0 || p >= POINTERS)
			fail(line, "a pointer out of range");
		if (strcmp(word, "-") == 0)
			continue;
		points[p] = (unsigned)strtoul(word, NULL, 16);
		size = (int)p + 1;
	}
}

static int
same_block(int a, int b)
{
	for (int i = 0; i < BLOCK; i++)
		if ((points[a * BLOCK + i] & 0xFFFF) !=
		    (points[b * BLOCK + i] & 0xFFFF))
			return 0;
	return 1;
}

static void
print_blocks(const char *name)
{
	static int number[POINTERS / BLOCK];
	int blocks = (size + BLOCK - 1) / BLOCK, n = 0;

	printf("static const uint16_t %s_table[][%d] = {\n", name, BLOCK);
	for (int b = 0; b < blocks; b++) {
		int alike = 0;

		while (alike < b && !same_block(alike, b))
			alike++;
		number[b] = alike < b ? number[alike] : n++;
		if (alike < b)
			continue;
		printf("\t{");
		for (int i = 0; i < BLOCK; i++)
			printf("%s0x%04X,", i % 8 ? " " : "\n\t",
			    points[b * BLOCK + i] & 0xFFFF);
		printf("\n\t},\n");
	}
	printf("};\nstatic const uint16_t %s_block[] = {", name);
	for (int b = 0; b < blocks; b++)
		printf("%s%d,", b % 16 ? " " : "\n\t", number[b]);
	printf("\n};\n");
}

/* Which pointers of a block are of plane 2, as the bits of a number. */
static void
print_plane2(const char *name)
{
	printf("static const uint32_t %s_plane2[] = {", name);
	for (int b = 0; b * BLOCK < size; b++) {
		unsigned bits = 0;

		for (int i = 0; i < BLOCK; i++)
			bits |= (unsigned)(points[b * BLOCK + i] >> 16 == 2) << i;
		printf("%s0x%08X,", b % 8 ? " " : "\n\t", bits);
	}
	printf("\n};\n");
}

static void
print_index(const char *folder, const char *file, const char *name, int planes)
{
	memset(points, 0, sizeof points);
	size = 0;
	data_each_line(folder, file, read_row);
	for (int p = 0; p < size; p++)
		if (points[p] >> 16 != 0 && (points[p] >> 16 != 2 || !planes))
			fail(file, "a code point of another plane");
	print_blocks(name);
	if (planes)
		print_plane2(name);
}

static void
print_range(char *line)
{
	unsigned pointer, c;

	if (sscanf(line, "%u %x", &pointer, &c) != 2)
		fail(line, "not a pointer and its code point");
	printf("\t{%u, 0x%04X},\n", pointer, c);
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);

	print_index(folder, "index-big5.txt", "big5", 1);
	print_index(folder, "index-euc-kr.txt", "euc_kr", 0);
	print_index(folder, "index-gb18030.txt", "gb18030", 0);
	print_index(folder, "index-jis0208.txt", "jis0208", 0);
	print_index(folder, "index-jis0212.txt", "jis0212", 0);
	printf("static const struct {\n\tuint32_t pointer, c;\n"
	    "} gb18030_ranges[] = {\n");
	data_each_line(folder, "index-gb18030-ranges.txt", print_range);
	printf("};\n");
	return data_finish();
}
