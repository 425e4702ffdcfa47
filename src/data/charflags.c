/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/repair/charflags's table, run while building:
 *	charflags DATA-FOLDER >gen/charflags.h
 * Reads the Unicode Character Database's files as published, and
 * single-byte.txt.
 */
#include <stdint.h>
#include "data/generate.h"
#include "text/repair/charflags.h"

static unsigned table[DATA_POINTS];

/* What a row of flags holds for. */
static const struct range {
	unsigned first, last, flags;
} ranges[] = {
	{0x00, 0x08, CHAR_CONTROL}, {0x0B, 0x0C, CHAR_CONTROL},
	{0x0E, 0x1F, CHAR_CONTROL}, {0x7F, 0x9F, CHAR_CONTROL},
	{0x0D, 0x0D, CHAR_NEWLINE}, {0x85, 0x85, CHAR_NEWLINE},
	{0x2028, 0x2029, CHAR_NEWLINE}, {'&', '&', CHAR_AMPERSAND},
	{'"', '"', CHAR_STRAIGHT}, {'\'', '\'', CHAR_STRAIGHT},
	{'\t', '\t', CHAR_BLANK}, {' ', ' ', CHAR_BLANK},
	/* soft hyphen, letter mark, zero widths, joiners, bidirectional */
	{0xAD, 0xAD, CHAR_INVISIBLE}, {0x61C, 0x61C, CHAR_INVISIBLE},
	{0x200B, 0x200F, CHAR_INVISIBLE}, {0x202A, 0x202E, CHAR_INVISIBLE},
	{0x2060, 0x2064, CHAR_INVISIBLE}, {0x2066, 0x206F, CHAR_INVISIBLE},
	{0xFEFF, 0xFEFF, CHAR_INVISIBLE}, {0xFFF9, 0xFFFB, CHAR_INVISIBLE},
	/* variation selectors, tags */
	{0xFE00, 0xFE0F, CHAR_INVISIBLE}, {0xE0000, 0xE01EF, CHAR_INVISIBLE},
	{0xAB, 0xAB, CHAR_QUOTE}, {0xBB, 0xBB, CHAR_QUOTE},
	{0x2018, 0x201F, CHAR_QUOTE}, {0x2010, 0x2015, CHAR_DASH},
	{0x2212, 0x2212, CHAR_DASH}, {0x2026, 0x2026, CHAR_DASH},
	/* half width: sound marks, vowels and finals of Hangul */
	{0xFF9E, 0xFF9F, CHAR_JOINS}, {0xFFC2, 0xFFDC, CHAR_JOINS},
	{0xFB00, 0xFB06, CHAR_COMPAT}, {0xFF01, 0xFFEE, CHAR_COMPAT},
};

static void
add(unsigned first, unsigned last, unsigned flags)
{
	for (; first <= last && first < DATA_POINTS; first++)
		table[first] |= flags;
}

/* Quick checks: a value but Yes. */
static void
read_quick_check(unsigned first, unsigned last, char *value)
{
	static const struct {
		const char *name;
		unsigned flags;
	} rows[] = {
		{"NFC_QC;", CHAR_NFC}, {"NFKC_QC;", CHAR_NFKC},
		{"NFD_QC;", CHAR_NFD | CHAR_MARKED}, {"NFKD_QC;", CHAR_NFKD},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strncmp(value, rows[i].name, strlen(rows[i].name)) == 0)
			add(first, last, rows[i].flags |
			    (strstr(value, "; M") != NULL ? CHAR_JOINS : 0));
}

static void
read_combining_class(unsigned first, unsigned last, char *value)
{
	if (atoi(value) != 0)
		add(first, last, CHAR_NFC | CHAR_NFD | CHAR_NFKC | CHAR_NFKD |
		    CHAR_MARKED | CHAR_JOINS);
}

static void
read_category(unsigned first, unsigned last, char *value)
{
	if (strncmp(value, "Zs", 2) == 0)
		add(first, last, CHAR_BLANK);
	else if (strncmp(value, "Mn", 2) == 0)
		add(first, last, CHAR_MARKED);
}

/* All charsets of the web: more than are undone, so that no line is missed. */
static void
read_charset(char *line)
{
	static unsigned n;
	unsigned c;
	int used;

	if (line[0] >= 'a') {
		n = 128;
		return;
	}
	for (; n < 256 && sscanf(line, "%x%n", &c, &used) == 1;
	    line += used, n++)
		if (c != 0)
			table[c] |= n < 0xC0 ? CHAR_TRAIL : n >= 0xC2 &&
			    n <= 0xF4 ? CHAR_LEAD : 0;
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		add(ranges[i].first, ranges[i].last, ranges[i].flags);
	data_each_range(folder, "DerivedNormalizationProps.txt",
	    read_quick_check);
	data_each_range(folder, "DerivedCombiningClass.txt",
	    read_combining_class);
	data_each_range(folder, "DerivedGeneralCategory.txt", read_category);
	data_each_line(folder, "single-byte.txt", read_charset);
	/* Code page 437, roughly, and Latin-1. */
	add(0x80, 0x3FF, CHAR_LEAD | CHAR_TRAIL);
	add(0x2000, 0x25FF, CHAR_LEAD | CHAR_TRAIL);
	add(0xFFFD, 0xFFFD, CHAR_TRAIL);
	data_print_stages("char_flags", "uint32_t", table);
	return data_finish();
}
