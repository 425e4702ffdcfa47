/* SPDX-License-Identifier: MIT */
/*
 * Generator of html/page/classhint's table, run while building:
 *	classhint DATA-FOLDER >gen/classhint.h
 * Reads classhints.txt and prints an automaton (Aho and Corasick, 1975) over the
 * small letters and "_", the border of a word.
 */
#include "data/generate.h"
#include "html/page/classhint.h"

enum { STATES = 8192, SYMBOLS = 27 };

static int next[STATES][SYMBOLS], fail_to[STATES];
static uint32_t kinds[STATES];
static int states = 1;

static int
kind_named(const char *name)
{
#define HINT_NAME(id, name) name,
	static const char *const names[] = {HINTS(HINT_NAME)};

	for (int i = 0; i < CLASSHINT_KINDS; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	fail(name, "no such kind");
	return -1;
}

static void
add(const char *word, int kind)
{
	int at = 0;

	for (; *word != '\0'; word++) {
		int s = *word == '_' ? 0 : *word - 'a' + 1;

		if (s < 0 || s >= SYMBOLS)
			fail(word, "only small letters and _");
		if (next[at][s] == 0) {
			if (states == STATES)
				fail("classhints.txt", "more than the table holds");
			next[at][s] = states++;
		}
		at = next[at][s];
	}
	kinds[at] |= 1u << kind;
}

/* Breadth first: where no word goes on, its longest tail that does. */
static void
link_states(void)
{
	static int queue[STATES];
	int head = 0, tail = 0;

	for (int s = 0; s < SYMBOLS; s++)
		if (next[0][s] != 0)
			queue[tail++] = next[0][s];
	while (head < tail) {
		int at = queue[head++];

		kinds[at] |= kinds[fail_to[at]];
		for (int s = 0; s < SYMBOLS; s++) {
			int to = next[at][s], back = next[fail_to[at]][s];

			if (to == 0) {
				next[at][s] = back;
				continue;
			}
			fail_to[to] = back;
			queue[tail++] = to;
		}
	}
}

/* "kind: word, word". */
static void
read_words(char *line)
{
	char *colon = strchr(line, ':');

	if (colon == NULL)
		fail(line, "no kind");
	*colon = '\0';
	for (char *s = strtok(colon + 1, ", "); s; s = strtok(NULL, ", "))
		add(s, kind_named(line));
}

int
main(int argc, char *argv[])
{
	data_each_line(data_folder(argc, argv), "classhints.txt", read_words);
	link_states();
	printf("static const uint16_t classhint_next[][32] = {");
	for (int i = 0; i < states; i++) {
		printf("\n{");
		for (int s = 0; s < SYMBOLS; s++)
			printf("%d,", next[i][s]);
		printf("},");
	}
	printf("\n};\nstatic const uint32_t classhint_kinds[] = {");
	for (int i = 0; i < states; i++)
		printf("%s%u,", i % 16 ? "" : "\n", (unsigned)kinds[i]);
	printf("\n};\n");
	return data_finish();
}
