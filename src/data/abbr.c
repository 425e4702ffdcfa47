/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/words/abbr's languages, run while building:
 *	abbr DATA-FOLDER >gen/abbr.h
 * Every file of DATA-FOLDER/abbr is a language, named by its code; README
 * there says how to add one.  Only whole-line remarks are left out.
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include "data/generate.h"

static int
is_language(const struct dirent *e)
{
	size_t n = strspn(e->d_name, "abcdefghijklmnopqrstuvwxyz");

	return n >= 2 && n <= 3 && e->d_name[n] == '\0';
}

static void
print_line(char *l)
{
	printf("\n\t\"");
	for (; *l != '\0'; l++) {
		if (*l == '"' || *l == '\\')
			putchar('\\');
		putchar(*l);
	}
	printf("\\n\"");
}

static void
print_file(const char *folder, const char *language)
{
	char name[256];

	snprintf(name, sizeof name, "abbr/%s", language);
	printf("\t{\"%s\", \"\"", language);
	data_each_line(folder, name, print_line);
	printf("},\n");
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);
	struct dirent **files;
	char path[4096];
	int n;

	snprintf(path, sizeof path, "%s/abbr", folder);
	if ((n = scandir(path, &files, is_language, alphasort)) < 1)
		fail(path, "has no languages");
	printf("static const struct {\n\tconst char *language, *lines;\n"
	    "} abbr_files[] = {\n");
	for (int i = 0; i < n; i++)
		print_file(folder, files[i]->d_name);
	printf("};\n");
	return data_finish();
}
