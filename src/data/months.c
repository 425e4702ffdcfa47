/* SPDX-License-Identifier: MIT */
/*
 * Generator of the months that html/words/pagedate knows, run while building:
 *	months DATA-FOLDER >gen/months.h
 * Reads months.txt; prints the names in order of their bytes, for a binary
 * search.  A name stands once for each month that some language gives it.
 */
#include "data/generate.h"

enum { NAMES = 4096 };

static struct name {
	char text[64], language[8];
	int month;
} names[NAMES];
static int n;

/* "en 1 jan january" */
static void
take(char *line)
{
	char *language = strtok(line, " "), *number = strtok(NULL, " "), *name;
	int month = number != NULL ? atoi(number) : 0;

	if (month < 1 || month > 12)
		fail(line, "no number of a month");
	while ((name = strtok(NULL, " ")) != NULL) {
		if (n == NAMES || strlen(name) >= sizeof names->text ||
		    strlen(language) >= sizeof names->language)
			fail(name, "too many names, or too long");
		strcpy(names[n].text, name);
		strcpy(names[n].language, language);
		names[n++].month = month;
	}
}

static int
compare(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	int d = strcmp(x->text, y->text);

	return d != 0 ? d : x->month - y->month;
}

int
main(int argc, char *argv[])
{
	data_each_line(data_folder(argc, argv), "months.txt", take);
	qsort(names, (size_t)n, sizeof *names, compare);
	printf("static const struct month_name {\n\tconst char *name;\n"
	    "\tconst char *language;\n\tint month;\n} month_names[] = {\n");
	for (int i = 0; i < n; i++)
		if (i == 0 || compare(&names[i - 1], &names[i]) != 0)
			printf("\t{\"%s\", \"%s\", %d},\n", names[i].text,
			    names[i].language, names[i].month);
	printf("};\n");
	return data_finish();
}
