/* SPDX-License-Identifier: MIT */
/*
 * What every generator of a table does: read a published file of the data
 * folder line by line, print C on standard output, and stop the build with
 * one line on stderr where something is not as it must be.  A generator is
 * one .c file beside the data; it includes this once.
 */
#ifndef DATA_GENERATE_H
#define DATA_GENERATE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "%s: %s\n", what, why);
	exit(2);
}

/* The folder of the data: a generator's only argument. */
static inline const char *
data_folder(int argc, char *argv[])
{
	return argc > 1 ? argv[1] : ".";
}

static inline FILE *
data_open(const char *folder, const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if ((f = fopen(path, "r")) == NULL)
		fail(path, "cannot be opened");
	return f;
}

static inline void
data_close(FILE *f, const char *name)
{
	if (ferror(f) || fclose(f) != 0)
		fail(name, "cannot be read");
}

/* Each line that is neither empty nor a remark, its end taken off. */
static inline void
data_each_line(const char *folder, const char *name, void (*each)(char *))
{
	static char line[32768];
	FILE *f = data_open(folder, name);

	while (fgets(line, sizeof line, f) != NULL) {
		if (strlen(line) == sizeof line - 1)
			fail(name, "a line that is too long");
		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] != '#' && line[0] != '\0')
			each(line);
	}
	data_close(f, name);
}

/* #define SYMBOL "NAME 01234567": a hash (FNV-1a) of the file as its version. */
static inline void
data_print_version(const char *folder, const char *name, const char *symbol)
{
	unsigned long hash = 2166136261;
	FILE *f = data_open(folder, name);
	int c;

	while ((c = fgetc(f)) != EOF)
		hash = (hash ^ (unsigned long)c) * 16777619 & 0xFFFFFFFF;
	data_close(f, name);
	printf("#define %s \"%s %08lx\"\n", symbol, name, hash);
}

/*
 * A file of the Unicode Character Database: "0041..005A ; Value # comment",
 * or one code point before the semicolon.  `value` is what stands behind it,
 * with its own semicolons, up to the remark.
 */
static inline void
data_each_range(const char *folder, const char *name,
    void (*each)(unsigned first, unsigned last, char *value))
{
	static char line[4096], value[256];
	unsigned first, last;
	FILE *f = data_open(folder, name);

	while (fgets(line, sizeof line, f) != NULL) {
		if (sscanf(line, "%x..%x ; %255[^#\n]", &first, &last,
		    value) == 3) {
			each(first, last, value);
		} else if (line[0] != '#' &&
		    sscanf(line, "%x ; %255[^#\n]", &first, value) == 2) {
			each(first, first, value);
		}
	}
	data_close(f, name);
}

/*
 * A table in two stages for all code points: NAME_block[c / DATA_BLOCK] is
 * the number of a block of NAME_table, of C type `type`; blocks that are
 * alike stand once.
 */
enum {
	DATA_POINTS = 0x110000, DATA_BLOCK = 128,
	DATA_BLOCKS = DATA_POINTS / DATA_BLOCK
};

static inline void
data_print_stages(const char *name, const char *type, const unsigned *table)
{
	static int where[DATA_BLOCKS], stored[DATA_BLOCKS];
	int n = 0;

	printf("const %s %s_table[][%d] = {\n", type, name, DATA_BLOCK);
	for (int b = 0; b < DATA_BLOCKS; b++) {
		const unsigned *at = table + b * DATA_BLOCK;
		int i = 0;

		while (i < n && memcmp(table + stored[i] * DATA_BLOCK, at,
		    DATA_BLOCK * sizeof *at) != 0)
			i++;
		where[b] = i;
		if (i < n)
			continue;
		stored[n++] = b;
		printf("\t{");
		for (int k = 0; k < DATA_BLOCK; k++)
			printf("%s%u,", k % 16 ? "" : "\n\t", at[k]);
		printf("\n\t},\n");
	}
	printf("};\nconst uint8_t %s_block[] = {", name);
	for (int b = 0; b < DATA_BLOCKS; b++)
		printf("%s%d,", b % 16 ? "" : "\n\t", where[b]);
	printf("\n};\n");
	if (n > 256)
		fail(name, "more blocks than a byte can number");
}

/* The end of main: what was printed is written. */
static inline int
data_finish(void)
{
	if (fflush(stdout) != 0)
		fail("standard output", "cannot be written");
	return 0;
}

#endif
