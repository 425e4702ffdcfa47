/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/abbr's languages, run while building:
 *	abbr DATA-FOLDER >gen/abbr.h
 * Every file of DATA-FOLDER/abbr is a language, named by its code; README
 * there says how to add one.  Only whole-line remarks are left out.
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "abbr: %s: %s\n", what, why);
	exit(2);
}

static int
is_language(const struct dirent *e)
{
	size_t n = strspn(e->d_name, "abcdefghijklmnopqrstuvwxyz");

	return n >= 2 && n <= 3 && e->d_name[n] == '\0';
}

static void
print_line(const char *l)
{
	printf("\n\t\"");
	for (; *l != '\0' && *l != '\n'; l++) {
		if (*l == '"' || *l == '\\')
			putchar('\\');
		putchar(*l);
	}
	printf("\\n\"");
}

static void
print_file(const char *folder, const char *language)
{
	char path[4096], l[1024];
	FILE *f;

	snprintf(path, sizeof path, "%s/abbr/%s", folder, language);
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	printf("\t{\"%s\", \"\"", language);
	while (fgets(l, sizeof l, f) != NULL)
		if (l[0] != '#' && l[0] != '\n')
			print_line(l);
	printf("},\n");
	if (ferror(f))
		fail(path, "cannot be read");
	fclose(f);
}

int
main(int argc, char *argv[])
{
	const char *folder = argc > 1 ? argv[1] : ".";
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
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}
