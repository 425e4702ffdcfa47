/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/norm's table, run while building:
 *	fold DATA-FOLDER >gen/fold.h
 * For each code point what folding and composing it takes, as far as that
 * is simple; reads the Unicode Character Database's files as published.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/fold.h"

enum { POINTS = 0x110000, BLOCK = 128, BLOCKS = POINTS / BLOCK };

static uint8_t table[POINTS];
static unsigned fold_to[POINTS]; /* 0: itself */
static int distance[256];
static int distances = FOLD_DISTANCE;

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "fold: %s: %s\n", what, why);
	exit(2);
}

/* The most laborious of what was said of a code point holds. */
static void
mark(unsigned first, unsigned last, enum fold how)
{
	for (; first <= last && first < POINTS; first++)
		if (table[first] < how)
			table[first] = how;
}

/* "0041; C; 0061; # comment"; C and S are one code point, F is several. */
static void
read_folding(const char *line)
{
	unsigned from, to;
	char status;

	if (sscanf(line, "%x; %c; %x", &from, &status, &to) != 3)
		return;
	if (status == 'F')
		mark(from, from, FOLD_SLOW);
	if (status == 'C')
		fold_to[from] = to;
}

/* "0340..0341 ; NFC_QC; N # comment" */
static void
read_quick_check(const char *line)
{
	unsigned first, last;
	char name[32];

	if (sscanf(line, "%x..%x ; %31[^ ;]", &first, &last, name) != 3) {
		if (sscanf(line, "%x ; %31[^ ;]", &first, name) != 2)
			return;
		last = first;
	}
	if (strcmp(name, "NFC_QC") == 0)
		mark(first, last, FOLD_SLOW);
	if (strcmp(name, "NFKC_QC") == 0)
		mark(first, last, FOLD_COMPAT);
}

/* "0300..0314 ; 230 # comment" */
static void
read_combining(const char *line)
{
	unsigned first, last, class;

	if (sscanf(line, "%x..%x ; %u", &first, &last, &class) != 3) {
		if (sscanf(line, "%x ; %u", &first, &class) != 2)
			return;
		last = first;
	}
	if (class != 0)
		mark(first, last, FOLD_MARK);
}

static void
read_file(const char *folder, const char *name, void (*read)(const char *))
{
	char path[4096], line[4096];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	while (fgets(line, sizeof line, f) != NULL)
		if (line[0] != '#')
			read(line);
	if (ferror(f))
		fail(path, "cannot be read");
	fclose(f);
}

static uint8_t
distance_number(int by)
{
	int i = FOLD_DISTANCE;

	while (i < distances && distance[i] != by)
		i++;
	if (i == 256)
		fail("fold_distance", "more than a byte can number");
	if (i == distances)
		distance[distances++] = by;
	return (uint8_t)i;
}

/* A fold is simple if both its ends are. */
static void
number_folds(void)
{
	for (unsigned c = 0; c < POINTS; c++) {
		unsigned to = fold_to[c];

		if (to == 0)
			continue;
		if (table[c] == FOLD_SAME && table[to] == FOLD_SAME)
			table[c] = distance_number((int)to - (int)c);
		else
			table[c] = FOLD_SLOW;
	}
}

static void
print_block(const uint8_t *block)
{
	printf("\t{");
	for (int i = 0; i < BLOCK; i++)
		printf("%s%d,", i % 16 ? "" : "\n\t", block[i]);
	printf("\n\t},\n");
}

/* Blocks that are alike are stored once. */
static void
print_tables(void)
{
	static int where[BLOCKS], stored[BLOCKS];
	int n = 0;

	printf("const uint8_t fold_table[][%d] = {\n", BLOCK);
	for (int b = 0; b < BLOCKS; b++) {
		int i = 0;

		while (i < n && memcmp(table + stored[i] * BLOCK,
		    table + b * BLOCK, BLOCK) != 0)
			i++;
		if (i == n) {
			print_block(table + b * BLOCK);
			stored[n++] = b;
		}
		where[b] = i;
	}
	if (n > UINT8_MAX + 1)
		fail("fold_block", "more blocks than a byte can number");
	printf("};\nconst uint8_t fold_block[] = {");
	for (int b = 0; b < BLOCKS; b++)
		printf("%s%d,", b % 16 ? "" : "\n\t", where[b]);
	printf("\n};\nconst int fold_distance[] = {");
	for (int i = 0; i < distances; i++)
		printf("%s%d,", i % 12 ? "" : "\n\t", distance[i]);
	printf("\n};\n");
}

int
main(int argc, char *argv[])
{
	const char *folder = argc > 1 ? argv[1] : ".";

	read_file(folder, "CaseFolding.txt", read_folding);
	read_file(folder, "DerivedNormalizationProps.txt", read_quick_check);
	read_file(folder, "DerivedCombiningClass.txt", read_combining);
	number_folds();
	print_tables();
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}
