/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/unicode/norm's table, run while building:
 *	fold DATA-FOLDER >gen/fold.h
 * For each code point what folding and composing it takes, as far as that
 * is simple; reads the Unicode Character Database's files as published.
 */
#include <stdint.h>
#include "data/generate.h"
#include "text/unicode/fold.h"

static unsigned table[DATA_POINTS], fold_to[DATA_POINTS]; /* 0: itself */
static int distance[256];
static int distances = FOLD_DISTANCE;

/* The most laborious of what was said of a code point holds. */
static void
mark(unsigned first, unsigned last, enum fold how)
{
	for (; first <= last && first < DATA_POINTS; first++)
		if (table[first] < how)
			table[first] = how;
}

/* "0041; C; 0061; # comment"; C and S are one code point, F is several. */
static void
read_folding(char *line)
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

static void
read_quick_check(unsigned first, unsigned last, char *property)
{
	property[strcspn(property, " ;")] = '\0';
	if (strcmp(property, "NFC_QC") == 0)
		mark(first, last, FOLD_SLOW);
	if (strcmp(property, "NFKC_QC") == 0)
		mark(first, last, FOLD_COMPAT);
}

static void
read_combining(unsigned first, unsigned last, char *class)
{
	if (atoi(class) != 0)
		mark(first, last, FOLD_MARK);
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
	for (unsigned c = 0; c < DATA_POINTS; c++) {
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
print_distances(void)
{
	printf("const int fold_distance[] = {");
	for (int i = 0; i < distances; i++)
		printf("%s%d,", i % 12 ? "" : "\n\t", distance[i]);
	printf("\n};\n");
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);

	data_each_line(folder, "CaseFolding.txt", read_folding);
	data_each_range(folder, "DerivedNormalizationProps.txt",
	    read_quick_check);
	data_each_range(folder, "DerivedCombiningClass.txt", read_combining);
	number_folds();
	data_print_stages("fold", "uint8_t", table);
	print_distances();
	return data_finish();
}
