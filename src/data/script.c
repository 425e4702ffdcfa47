/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/langid/script's tables, run while building:
 *	script DATA-FOLDER >gen/script.h
 * Reads the Unicode Character Database's files as published.
 */
#include <stdint.h>
#include "data/generate.h"
#include "text/langid/script.h"

static const struct {
	const char *name;
	enum script script;
} names[] = {
#define X(code, name) {name, SCRIPT_##code},
	SCRIPTS(X)
#undef X
	{"Hiragana", SCRIPT_Cjk}, {"Katakana", SCRIPT_Cjk},
	{"Bopomofo", SCRIPT_Cjk}, {"Common", SCRIPT_ANY},
	{"Inherited", SCRIPT_ANY},
};

static unsigned char named[DATA_POINTS]; /* the script of all code points */
static unsigned script[DATA_POINTS];     /* of letters and marks */
static unsigned lower[DATA_POINTS];

static void
set_name(unsigned first, unsigned last, char *value)
{
	value[strcspn(value, " ;")] = '\0';
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].name, value) == 0)
			memset(named + first, (int)names[i].script,
			    last - first + 1);
}

/* General_Category: L* and M* alone have a script. */
static void
set_script(unsigned first, unsigned last, char *value)
{
	if (value[0] == 'L' || value[0] == 'M')
		for (unsigned c = first; c <= last; c++)
			script[c] = named[c];
}

/* CaseFolding.txt: "0041; C; 0061; # ...", C and S map to one code point. */
static void
set_lower(unsigned first, unsigned last, char *value)
{
	unsigned to;
	char status;

	(void)last;
	if (sscanf(value, "%c; %x;", &status, &to) == 2 &&
	    (status == 'C' || status == 'S') && first < 0x10000 && to < 0x10000)
		lower[first] = to;
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);

	data_each_range(folder, "Scripts.txt", set_name);
	data_each_range(folder, "DerivedGeneralCategory.txt", set_script);
	data_each_range(folder, "CaseFolding.txt", set_lower);
	/* Letters that Unicode calls common, and their one script here. */
	for (unsigned c = 0x2B0; c < 0x300; c++)
		if (script[c] == SCRIPT_ANY)
			script[c] = SCRIPT_Latn;
	script[0x30FC] = script[0xFF70] = SCRIPT_Cjk; /* long vowel */
	script[0xB5] = SCRIPT_NONE;                   /* micro sign */
	script[0x200C] = script[0x200D] = SCRIPT_JOIN;
	lower[0x130] = 'i'; /* I with dot above: Turkish */
	data_print_stages("script", "uint8_t", script);
	data_print_stages("script_lower", "uint16_t", lower);
	return data_finish();
}
