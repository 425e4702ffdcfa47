/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/count/wordfilter's stop lists, run while building:
 *	stop DATA-FOLDER >gen/stop.h
 * A list is stop/LANGUAGE.txt, our own: the words that make sentences, not
 * subjects; a word a line, # before a remark.
 */
#include <dirent.h>
#include "data/generate.h"

enum { LANGUAGES = 64 };

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The languages there are lists of, in order. */
static int
list_languages(const char *folder, char *names[LANGUAGES])
{
	struct dirent *entry;
	DIR *d = opendir(folder);
	int n = 0;

	if (d == NULL)
		fail(folder, "cannot be opened");
	while ((entry = readdir(d)) != NULL) {
		char *dot = strstr(entry->d_name, ".txt");

		if (dot == NULL)
			continue;
		if (n == LANGUAGES)
			fail(folder, "more lists than LANGUAGES");
		*dot = '\0';
		names[n] = malloc(strlen(entry->d_name) + 1);
		if (names[n] == NULL)
			fail(folder, "no memory");
		strcpy(names[n++], entry->d_name);
	}
	closedir(d);
	qsort(names, (size_t)n, sizeof *names, compare);
	return n;
}

static void
print_word(char *line)
{
	printf("\t\"%s\\n\"\n", line);
}

static void
print_list(const char *folder, const char *language)
{
	char name[256];

	snprintf(name, sizeof name, "%s.txt", language);
	printf("\t{\"%s\",\n", language);
	data_each_line(folder, name, print_word);
	printf("\t},\n");
}

int
main(int argc, char *argv[])
{
	char folder[4096], *names[LANGUAGES];
	int n;

	snprintf(folder, sizeof folder, "%s/stop", data_folder(argc, argv));
	n = list_languages(folder, names);
	printf("static const struct stop_list {\n"
	    "\tconst char *language, *words;\n} stop_lists[] = {\n");
	for (int i = 0; i < n; i++)
		print_list(folder, names[i]);
	printf("\t{0},\n};\n");
	return data_finish();
}
