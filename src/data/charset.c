/* SPDX-License-Identifier: MIT */
/*
 * Generator of html/charset's tables, run while building:
 *	charset DATA-FOLDER >gen/charset.h
 * Reads encodings.txt and single-byte.txt.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LABELS = 512, LONGEST = 20 };

struct label {
	char text[LONGEST];
	int row;
};

static struct label labels[MOST_LABELS];
static int label_count, row_count;

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "charset: %s: %s\n", what, why);
	exit(2);
}

static FILE *
open_data(const char *folder, const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	return f;
}

static void
close_data(FILE *f, const char *name)
{
	if (ferror(f) || fclose(f) != 0)
		fail(name, "cannot be read");
}

/* "iso-8859-2" as a part of a C name. */
static const char *
c_name(const char *name)
{
	static char to[LONGEST];

	snprintf(to, sizeof to, "%s", name);
	for (char *p = to; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	return to;
}

static void
print_halves(FILE *f)
{
	char word[64];
	int left = 0;

	while (fscanf(f, "%63s", word) == 1) {
		if (word[0] == '#') {
			fscanf(f, "%*[^\n]");
		} else if (left == 0) {
			printf("static const uint16_t upper_%s[128] = {",
			    c_name(word));
			left = 128;
		} else {
			printf("%s0x%s,", left % 8 ? " " : "\n\t", word);
			if (--left == 0)
				printf("\n};\n");
		}
	}
	if (left != 0)
		fail("single-byte.txt", "not 128 to a name");
}

static void
print_row(const char *line)
{
	char name[LONGEST], how[LONGEST], with[LONGEST];

	if (sscanf(line, "%19s %19s %19s", name, how, with) != 3)
		fail(line, "not NAME HOW WITH");
	printf("\t{\"%s\", CHARSET_%s, ", name, how);
	if (strcmp(how, "table") == 0)
		printf("NULL, upper_%s},\n", c_name(with));
	else if (strcmp(with, "-") == 0)
		printf("NULL, NULL},\n");
	else
		printf("\"%s\", NULL},\n", with);
	row_count++;
}

static void
add_labels(char *line)
{
	char *word = strtok(line, " \t\n");

	for (; word != NULL; word = strtok(NULL, " \t\n")) {
		if (label_count == MOST_LABELS || strlen(word) >= LONGEST)
			fail(word, "the table of labels is too small");
		strcpy(labels[label_count].text, word);
		labels[label_count++].row = row_count - 1;
	}
}

static void
print_rows(FILE *f)
{
	char line[256];

	printf("static const struct charset charsets[] = {\n");
	while (fgets(line, sizeof line, f) != NULL)
		if (line[0] == '\t')
			add_labels(line);
		else if (line[0] != '#')
			print_row(line);
	printf("};\n");
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct label *)a)->text,
	    ((const struct label *)b)->text);
}

static void
print_labels(void)
{
	qsort(labels, (size_t)label_count, sizeof *labels, by_text);
	printf("static const struct label {\n\tchar text[%d];\n"
	    "\tuint8_t row;\n} labels[] = {\n", LONGEST);
	for (int i = 0; i < label_count; i++)
		printf("\t{\"%s\", %d},\n", labels[i].text, labels[i].row);
	printf("};\n");
}

int
main(int argc, char *argv[])
{
	const char *folder = argc > 1 ? argv[1] : ".";
	FILE *f = open_data(folder, "single-byte.txt");

	print_halves(f);
	close_data(f, "single-byte.txt");
	f = open_data(folder, "encodings.txt");
	print_rows(f);
	close_data(f, "encodings.txt");
	print_labels();
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}
