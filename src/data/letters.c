/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/encoding/guess's table, run while building:
 *	letters DATA-FOLDER >gen/letters.h
 * Reads letters.txt; one row per letter, what it gains for each language.
 */
#include "data/generate.h"

enum { LANGUAGES = 64, POINTS = 0x800, MOST = 8 };

static int gain[POINTS][LANGUAGES];
static int languages;

/*
 * Letters of two bytes.  Their frequency falls about as their rank rises, so
 * that what one gains falls by the same with each doubling of the rank.
 */
static void
read_letters(const char *s)
{
	int worth = MOST, rank = 1;

	if (languages == LANGUAGES)
		fail(s, "more languages than foreseen");
	for (; s[0] != '\0'; s += 2) {
		if ((s[0] & 0xE0) != 0xC0 || (s[1] & 0xC0) != 0x80)
			fail(s, "not letters of two bytes");
		gain[(s[0] & 0x1F) << 6 | (s[1] & 0x3F)][languages] = worth;
		rank++;
		if ((rank & (rank - 1)) == 0)
			worth--;
	}
	languages++;
}

static void
print_row(int c)
{
	int any = 0;

	for (int l = 0; l < languages; l++)
		any |= gain[c][l];
	if (!any)
		return;
	printf("\t{0x%04X, {", (unsigned)c);
	for (int l = 0; l < languages; l++)
		printf("%d,", gain[c][l]);
	printf("}},\n");
}

static void
read_line(char *line)
{
	char *tab = strchr(line, '\t');

	if (tab != NULL)
		read_letters(tab + 1);
}

int
main(int argc, char *argv[])
{
	data_each_line(data_folder(argc, argv), "letters.txt", read_line);
	printf("enum { LANGUAGES = %d };\nstatic const struct letter {\n"
	    "\tuint16_t c;\n\tint8_t gain[LANGUAGES];\n} letters[] = {\n",
	    languages);
	for (int c = 0; c < POINTS; c++)
		print_row(c);
	printf("};\n");
	return data_finish();
}
