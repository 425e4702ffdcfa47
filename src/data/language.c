/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/language's rows, run while building:
 *	language DATA-FOLDER >gen/language.h
 * Reads languages.txt, whose head says what a row is, and looks which files
 * of the data folder belong to a language.
 */
#include "data/generate.h"

static const char *folder;

/* The next column; "" when there are no more. */
static char *
column(char **rest)
{
	char *at = *rest, *tab = strchr(at, '\t');

	*rest = tab != NULL ? tab + 1 : at + strlen(at);
	if (tab != NULL)
		*tab = '\0';
	return at;
}

/* What stands behind `key` ("as=") among the last column's words; "": none. */
static void
print_value(const char *words, const char *key)
{
	const char *at = strstr(words, key);
	int n;

	at = at != NULL ? at + strlen(key) : "";
	n = (int)strcspn(at, " ");
	printf(" \"%.*s\",", n, at);
}

static void
print_flag(const char *flag, const char *form, const char *code)
{
	char path[4096];
	size_t n = (size_t)snprintf(path, sizeof path, "%s/", folder);
	FILE *f;

	snprintf(path + n, sizeof path - n, form, code);
	if ((f = fopen(path, "r")) == NULL)
		return;
	fclose(f);
	printf(" | %s", flag);
}

static void
print_row(char *line)
{
	char *code = column(&line), *codes = column(&line);
	char *name = column(&line), *names = strstr(name, "; ");

	if (names != NULL) {
		*names = '\0';
		names += 2;
	}
	if (*name == '\0' || strlen(code) > 3)
		fail(code, "not a row of languages.txt");
	printf("\t{\"%s\", \"%s\", \"%s\", \"%s\",", code,
	    strcmp(codes, "-") == 0 ? "" : codes, name,
	    names != NULL ? names : "");
	print_value(line, "as=");
	print_value(line, "stemmer=");
	printf(" %s", strstr(line, "stemmer=") ? "LANGUAGE_STEMMER" : "0");
	print_flag("LANGUAGE_ABBREVIATIONS", "abbr/%s", code);
	print_flag("LANGUAGE_STOP_WORDS", "stop/%s.txt", code);
	printf("},\n");
}

int
main(int argc, char *argv[])
{
	folder = data_folder(argc, argv);
	printf("static const struct language languages[] = {\n");
	data_each_line(folder, "languages.txt", print_row);
	printf("};\n");
	return data_finish();
}
