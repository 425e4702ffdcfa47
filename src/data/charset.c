/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/encoding/charset's tables, run while building:
 *	charset DATA-FOLDER >gen/charset.h
 * Reads encodings.txt and single-byte.txt.
 */
#include "data/generate.h"

enum { MOST_LABELS = 512, LONGEST = 20 };

struct label {
	char text[LONGEST];
	int row;
};

static struct label labels[MOST_LABELS];
static int label_count, row_count;

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
	char name[LONGEST], how[LONGEST], table[LONGEST];

	if (sscanf(line, "%19s %19s %19s", name, how, table) != 3)
		fail(line, "not NAME HOW TABLE");
	printf("\t{\"%s\", CHARSET_%s, ", name, how);
	if (strcmp(table, "-") == 0)
		printf("NULL},\n");
	else
		printf("upper_%s},\n", c_name(table));
	row_count++;
}

static void
add_labels(char *line)
{
	char *word = strtok(line, " \t");

	for (; word != NULL; word = strtok(NULL, " \t")) {
		if (label_count == MOST_LABELS || strlen(word) >= LONGEST)
			fail(word, "the table of labels is too small");
		strcpy(labels[label_count].text, word);
		labels[label_count++].row = row_count - 1;
	}
}

static void
read_line(char *line)
{
	if (line[0] == '\t')
		add_labels(line);
	else
		print_row(line);
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
	const char *folder = data_folder(argc, argv);
	FILE *f = data_open(folder, "single-byte.txt");

	print_halves(f);
	data_close(f, "single-byte.txt");
	printf("static const struct charset charsets[] = {\n");
	data_each_line(folder, "encodings.txt", read_line);
	printf("};\n");
	print_labels();
	return data_finish();
}
