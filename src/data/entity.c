/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/encoding/entity's table, run while building:
 *	entity DATA-FOLDER >gen/entity.h
 * Reads entities.txt.  The names go end to end into one string, so that the
 * table holds no addresses and needs no work when a program starts.
 */
#include "text/encoding/entity.h"

#include "data/generate.h"

enum { MOST = 4096 };

static unsigned slot[ENTITY_SLOTS]; /* number of the entity, from 1; 0: none */
static unsigned entities, name_at, bare_longest;
static char names[MOST * ENTITY_LONGEST];

static void
add(const char *name, size_t n)
{
	unsigned at = entity_hash(name, n);

	while (slot[at] != 0)
		at = (at + 1) % ENTITY_SLOTS;
	slot[at] = ++entities;
	if (entities > ENTITY_SLOTS / 2 + 100 || n > ENTITY_LONGEST)
		fail(name, "the table is too small");
}

/* The entity's row; its name is told by where it begins. */
static void
print_row(char *line)
{
	char *name = line, *tab = strchr(line, '\t');
	unsigned first = 0, second = 0;
	size_t n;
	int bare;

	if (tab == NULL || sscanf(tab, "%x %x", &first, &second) < 1)
		fail(line, "no name, TAB, code points");
	bare = tab[-1] != ';';
	n = (size_t)(tab - name) - !bare;
	if (bare && n > bare_longest)
		bare_longest = (unsigned)n;
	add(name, n);
	printf("\t{0x%04X, 0x%04X, %u, %zu, %d},\n", first, second, name_at,
	    n, bare);
	memcpy(names + name_at, name, n);
	name_at += (unsigned)n;
}

static void
print_names(void)
{
	printf("static const char entity_names[] = {");
	for (unsigned i = 0; i < name_at; i++)
		printf("%s'%c',", i % 16 ? "" : "\n\t", names[i]);
	printf("\n};\nenum { ENTITY_BARE_LONGEST = %u };\n", bare_longest);
	if (name_at > UINT16_MAX)
		fail("entity_names", "too long for 16 bits");
}

int
main(int argc, char *argv[])
{
	printf("static const struct entity {\n\tuint32_t first;\n"
	    "\tuint16_t second, name;\n\tuint8_t length, bare;\n"
	    "} entities[] = {\n");
	data_each_line(data_folder(argc, argv), "entities.txt", print_row);
	printf("};\n");
	print_names();
	printf("static const uint16_t entity_slot[] = {");
	for (int i = 0; i < ENTITY_SLOTS; i++)
		printf("%s%u,", i % 12 ? " " : "\n\t", slot[i]);
	printf("\n};\n");
	return data_finish();
}
