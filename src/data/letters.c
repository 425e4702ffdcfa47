/* SPDX-License-Identifier: MIT */
/*
 * Generator of html/guess's table, run while building:
 *	letters DATA-FOLDER >gen/letters.h
 * Reads letters.txt; a row a letter, what it gains for each language.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LANGUAGES = 64, POINTS = 0x800, MOST = 8 };

static int gain[POINTS][LANGUAGES];
static int languages;

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "letters: %s: %s\n", what, why);
	exit(2);
}

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
	for (; s[0] != '\0' && s[0] != '\n'; s += 2) {
		if ((s[0] & 0xE0) != 0xC0 || (s[1] & 0xC0) != 0x80)
			fail(s, "not letters of two bytes");
		gain[(s[0] & 0x1F) << 6 | (s[1] & 0x3F)][languages] = worth;
		if ((++rank & (rank - 1)) == 0)
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

int
main(int argc, char *argv[])
{
	char path[4096], line[1024], *tab;
	FILE *f;

	snprintf(path, sizeof path, "%s/letters.txt", argc > 1 ? argv[1] : ".");
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	while (fgets(line, sizeof line, f) != NULL)
		if (line[0] != '#' && (tab = strchr(line, '\t')) != NULL)
			read_letters(tab + 1);
	if (ferror(f) || fclose(f) != 0)
		fail(path, "cannot be read");
	printf("enum { LANGUAGES = %d };\nstatic const struct letter {\n"
	    "\tuint16_t c;\n\tint8_t gain[LANGUAGES];\n} letters[] = {\n",
	    languages);
	for (int c = 0; c < POINTS; c++)
		print_row(c);
	printf("};\n");
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}
