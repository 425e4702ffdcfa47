/* SPDX-License-Identifier: MIT */
/*
 * Generator of the words of html/words/byline, run while building:
 *	bylines DATA-FOLDER >gen/bylines.h
 * Reads bylines.txt; prints the words in order of their bytes, for a binary
 * search, each with a bit for every kind it is of.
 */
#include "data/generate.h"

enum { WORDS = 2048 };

static struct word {
	char text[64];
	unsigned kinds;
} words[WORDS];
static int n;

static const char *const kinds[] = {"by", "glued", "after", "label", "pub",
	"mod", "and", "no", "role", "degree", "post", "craft"};

static unsigned
kind_of(const char *line, const char *kind)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i], kind) == 0)
			return 1u << i;
	fail(line, "no such kind of words");
	return 0;
}

/* "en by written by" */
static void
take(char *line)
{
	char *kind = strchr(line, ' '), *text;

	if (kind == NULL || (text = strchr(kind + 1, ' ')) == NULL)
		fail(line, "no language, kind and words");
	*kind++ = '\0';
	*text++ = '\0';
	if (n == WORDS || strlen(text) >= sizeof words->text)
		fail(text, "too many words, or too long");
	strcpy(words[n].text, text);
	words[n++].kinds = kind_of(text, kind);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(((const struct word *)a)->text,
	    ((const struct word *)b)->text);
}

int
main(int argc, char *argv[])
{
	data_each_line(data_folder(argc, argv), "bylines.txt", take);
	qsort(words, (size_t)n, sizeof *words, compare);
	printf("static const struct byline_word {\n\tconst char *text;\n"
	    "\tunsigned kinds;\n} byline_words[] = {\n");
	for (int i = 0; i < n; i++) {
		unsigned all = words[i].kinds;

		for (; i + 1 < n && compare(&words[i], &words[i + 1]) == 0; i++)
			all |= words[i + 1].kinds;
		printf("\t{\"%s\", %u},\n", words[i].text, all);
	}
	printf("};\n");
	return data_finish();
}
