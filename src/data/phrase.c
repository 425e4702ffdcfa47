/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/score/phrase's table, run while building:
 *	phrase DATA-FOLDER >gen/phrase.h
 * Reads phrases.txt: a kind, a colon, then words or phrases of two or three
 * words, between commas; "#" begins a remark.
 */
#include "data/generate.h"
#include "text/score/phrase.h"
#include "text/score/prose.h"
#include "text/unicode/utf.h"

enum { SLOTS = 8192 }; /* a power of two */

static struct phrase_slot slots[SLOTS];
static int used;

static int
kind_named(const char *name)
{
#define PHRASE_NAME(id, name) name,
	static const char *const names[] = {PHRASES(PHRASE_NAME)};

	for (int i = 0; i < PHRASE_KINDS; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	fail(name, "no such kind");
	return -1;
}

static void
add(uint32_t hash, int kind)
{
	uint32_t at = hash & (SLOTS - 1);

	while (slots[at].kinds != 0 && slots[at].hash != hash)
		at = (at + 1) & (SLOTS - 1);
	if (slots[at].kinds == 0 && ++used > SLOTS / 2)
		fail("phrases.txt", "more than the table holds");
	slots[at].hash = hash;
	slots[at].kinds |= 1u << kind;
}

/* One word or phrase, without spaces around it. */
static void
add_phrase(const char *s, const char *end, int kind)
{
	uint32_t whole = 0, word = 0, c;
	int words = 0;

	while (s <= end) {
		if (s == end || *s == ' ') {
			whole = words == 0 ? word : prose_join(whole, word);
			words++;
			word = 0;
			s++;
			continue;
		}
		s += utf_step(s, end, &c);
		word = prose_hash(word, c);
	}
	if (words > 3)
		fail("phrases.txt", "a phrase of more than three words");
	add(whole, kind);
}

static void
add_line(char *line)
{
	char *colon = strchr(line, ':');
	int kind;

	if (colon == NULL)
		fail(line, "no kind");
	*colon = '\0';
	kind = kind_named(line);
	for (char *s = strtok(colon + 1, ","); s; s = strtok(NULL, ",")) {
		s += strspn(s, " ");
		if (*s != '\0')
			add_phrase(s, s + strlen(s), kind);
	}
}

int
main(int argc, char *argv[])
{
	data_each_line(data_folder(argc, argv), "phrases.txt", add_line);
	printf("#define PHRASE_MASK %du\n"
	    "static const struct phrase_slot phrase_slots[] = {", SLOTS - 1);
	for (int i = 0; i < SLOTS; i++)
		printf("%s{%u,%u},", i % 8 ? "" : "\n",
		    (unsigned)slots[i].hash, (unsigned)slots[i].kinds);
	printf("\n};\n");
	return data_finish();
}
