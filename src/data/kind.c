/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/kind's table, run while building:
 *	kind DATA-FOLDER >gen/kind.h
 * Reads the Unicode Character Database's files as published.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/kind.h"

enum { POINTS = 0x110000, BLOCK = 128, BLOCKS = POINTS / BLOCK };

/* A value of a property, and the bits it sets. */
struct row {
	const char *value;
	kind bits;
};

#define SB(x) ((x) << 5)

static const struct row word_break[] = {
	{"CR", WB_CR}, {"LF", WB_LF}, {"Newline", WB_NEWLINE},
	{"Extend", WB_EXTEND}, {"ZWJ", WB_ZWJ}, {"Format", WB_FORMAT},
	{"Regional_Indicator", WB_REGIONAL_INDICATOR},
	{"Katakana", WB_KATAKANA}, {"Hebrew_Letter", WB_HEBREW_LETTER},
	{"ALetter", WB_ALETTER}, {"Single_Quote", WB_SINGLE_QUOTE},
	{"Double_Quote", WB_DOUBLE_QUOTE}, {"MidNumLet", WB_MIDNUMLET},
	{"MidLetter", WB_MIDLETTER}, {"MidNum", WB_MIDNUM},
	{"Numeric", WB_NUMERIC}, {"ExtendNumLet", WB_EXTENDNUMLET},
	{"WSegSpace", WB_WSEGSPACE}, {0},
};

static const struct row sentence_break[] = {
	{"CR", SB(SB_CR)}, {"LF", SB(SB_LF)}, {"Sep", SB(SB_SEP)},
	{"Extend", SB(SB_EXTEND)}, {"Format", SB(SB_FORMAT)},
	{"Sp", SB(SB_SP)}, {"Lower", SB(SB_LOWER)}, {"Upper", SB(SB_UPPER)},
	{"OLetter", SB(SB_OLETTER)}, {"Numeric", SB(SB_NUMERIC)},
	{"ATerm", SB(SB_ATERM)}, {"STerm", SB(SB_STERM)},
	{"Close", SB(SB_CLOSE)}, {"SContinue", SB(SB_SCONTINUE)}, {0},
};

static const struct row category[] = {
	{"Lu", KIND_LETTER}, {"Ll", KIND_LETTER}, {"Lt", KIND_LETTER},
	{"Lm", KIND_LETTER}, {"Lo", KIND_LETTER}, {"Nd", KIND_NUMBER},
	{"Nl", KIND_NUMBER}, {"No", KIND_NUMBER}, {"Mn", KIND_MARK},
	{"Mc", KIND_MARK}, {"Me", KIND_MARK}, {"Pc", KIND_PUNCT},
	{"Pd", KIND_PUNCT}, {"Ps", KIND_PUNCT}, {"Pe", KIND_PUNCT},
	{"Pi", KIND_PUNCT}, {"Pf", KIND_PUNCT}, {"Po", KIND_PUNCT}, {0},
};

static const struct row emoji[] = {
	{"Extended_Pictographic", KIND_PICTOGRAPH}, {0},
};

static const struct row script[] = {
	{"Han", KIND_CJK}, {"Hiragana", KIND_CJK}, {"Katakana", KIND_CJK},
	{"Bopomofo", KIND_CJK}, {"Thai", KIND_UNSPACED},
	{"Lao", KIND_UNSPACED}, {"Khmer", KIND_UNSPACED},
	{"Myanmar", KIND_UNSPACED}, {"Tai_Le", KIND_UNSPACED},
	{"New_Tai_Lue", KIND_UNSPACED}, {"Tai_Tham", KIND_UNSPACED},
	{"Tai_Viet", KIND_UNSPACED}, {0},
};

static kind table[POINTS];

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "kind: %s: %s\n", what, why);
	exit(2);
}

/* One line, "0041..005A ; Value # comment": sets the bits of its range. */
static void
read_line(const char *line, const struct row *rows)
{
	unsigned first, last;
	char value[64];

	if (sscanf(line, "%x..%x ; %63[^ #;]", &first, &last, value) != 3) {
		if (sscanf(line, "%x ; %63[^ #;]", &first, value) != 2)
			return;
		last = first;
	}
	while (rows->value != NULL && strcmp(rows->value, value) != 0)
		rows++;
	for (; rows->value != NULL && first <= last && last < POINTS; first++)
		table[first] |= rows->bits;
}

static void
read_file(const char *folder, const char *name, const struct row *rows)
{
	char path[4096], line[4096];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	while (fgets(line, sizeof line, f) != NULL)
		if (line[0] != '#')
			read_line(line, rows);
	if (ferror(f))
		fail(path, "cannot be read");
	fclose(f);
}

static void
print_block(const kind *block)
{
	printf("\t{");
	for (int i = 0; i < BLOCK; i++)
		printf("%s0x%04x,", i % 12 ? "" : "\n\t", (unsigned)block[i]);
	printf("\n\t},\n");
}

/* Blocks that are alike are stored once. */
static void
print_tables(void)
{
	static int where[BLOCKS], stored[BLOCKS];
	int n = 0;

	printf("const kind kind_table[][%d] = {\n", BLOCK);
	for (int b = 0; b < BLOCKS; b++) {
		int i = 0;

		while (i < n && memcmp(table + stored[i] * BLOCK,
		    table + b * BLOCK, BLOCK * sizeof *table) != 0)
			i++;
		if (i == n) {
			print_block(table + b * BLOCK);
			stored[n++] = b;
		}
		where[b] = i;
	}
	printf("};\nconst uint8_t kind_block[] = {");
	for (int b = 0; b < BLOCKS; b++)
		printf("%s%d,", b % 16 ? "" : "\n\t", where[b]);
	printf("\n};\n");
	if (n > UINT8_MAX + 1)
		fail("kind_block", "more blocks than a byte can number");
}

int
main(int argc, char *argv[])
{
	const char *folder = argc > 1 ? argv[1] : ".";

	read_file(folder, "WordBreakProperty.txt", word_break);
	read_file(folder, "SentenceBreakProperty.txt", sentence_break);
	read_file(folder, "DerivedGeneralCategory.txt", category);
	read_file(folder, "emoji-data.txt", emoji);
	read_file(folder, "Scripts.txt", script);
	print_tables();
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}
