/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/mojibake/mojibakedata's tables, run while building:
 *	mojibake DATA-FOLDER >gen/mojibake.h
 * Reads Unicode's files, single-byte.txt and mojibake.pairs, which
 * `make train-mojibake` writes: "known FIRST-LAST", code points that clean
 * text has; else a class, TAB, the classes that follow it in clean text.
 */
#include <stdbool.h>
#include <stdint.h>
#include "data/generate.h"
#include "text/mojibake/mojibakedata.h"

/* Code page 437, bytes 80 to FF: IBM's, by way of Unicode's CP437.TXT. */
static const char cp437[] =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

/* The classes below PAIR_OWN, as mojibake.pairs names them. */
static const char kinds[] = "aA0_.LS";

static const char *const names[] = {
#define X(id, name) name,
	MISREADINGS(X)
#undef X
};

static unsigned upper[MISREADINGS_COUNT][128];
static unsigned class_of[DATA_POINTS], rarity[DATA_POINTS];
static bool known[DATA_POINTS], letter[DATA_POINTS];
static unsigned char kind[DATA_POINTS]; /* enum pair_kind */
static unsigned char script[DATA_POINTS];
static unsigned points[PAIR_CLASSES];
static unsigned classes = PAIR_OWN;
static unsigned char rank[PAIR_CLASSES];
static unsigned char clean[PAIR_CLASSES][PAIR_CLASSES / 8];

static unsigned
read_point(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	int more = (p[0] >= 0xC0) + (p[0] >= 0xE0) + (p[0] >= 0xF0);
	unsigned c = more > 0 ? p[0] & (0x3Fu >> more) : p[0];

	for (int i = 1; i <= more; i++)
		c = c << 6 | (p[i] & 0x3Fu);
	*s += more + 1;
	return c;
}

static void
read_charset(char *line)
{
	static int which = -1, n;
	int used;

	if (line[0] >= 'a') {
		which = -1;
		n = 0;
		for (int i = 0; i < MISREADINGS_COUNT; i++)
			if (strcmp(names[i], line) == 0)
				which = i;
		return;
	}
	for (unsigned c; which >= 0 && n < 128 &&
	    sscanf(line, "%x%n", &c, &used) == 1; line += used, n++)
		upper[which][n] = c != 0 ? c : 128u + (unsigned)n;
}

static void
set_charsets(const char *folder)
{
	const char *s = cp437;

	data_each_line(folder, "single-byte.txt", read_charset);
	for (unsigned i = 0; i < 128; i++) {
		upper[MISREAD_LATIN1][i] = 128 + i;
		upper[MISREAD_CP437][i] = read_point(&s);
	}
	for (int k = 0; k < MISREADINGS_COUNT; k++)
		for (int i = 0; i < 128; i++) {
			unsigned c = upper[k][i];

			if (c == 0)
				fail(names[k], "not in single-byte.txt");
			if (class_of[c] >= PAIR_OWN)
				continue;
			points[classes] = c;
			class_of[c] = classes++;
		}
	if (classes > PAIR_CLASSES)
		fail("mojibake", "too many classes");
}

static void
set_category(unsigned first, unsigned last, char *value)
{
	for (unsigned c = first; c <= last; c++) {
		letter[c] = value[0] == 'L' || value[0] == 'M';
		if (c < 0x250 && value[0] == 'L')
			kind[c] = value[1] == 'u' ? KIND_CAPITAL : KIND_LOWER;
		else if (strchr("SPN", value[0]) != NULL)
			kind[c] = KIND_SIGN;
		if (class_of[c] < PAIR_OWN)
			class_of[c] = value[0] == 'L' ? PAIR_LETTER :
			    PAIR_SYMBOL;
		rarity[c] = value[0] == 'C' && (value[1] == 'n' ||
		    value[1] == 'o') ? RARITY_UNASSIGNED : 0;
	}
}

static void
set_script(unsigned first, unsigned last, char *value)
{
	static char seen[256][32];
	int i = RARITY_LATIN + 1;

	value[strcspn(value, " ;")] = '\0';
	if (strcmp(value, "Han") == 0 || strcmp(value, "Hiragana") == 0 ||
	    strcmp(value, "Katakana") == 0)
		i = RARITY_CJK;
	else if (strcmp(value, "Latin") == 0)
		i = RARITY_LATIN;
	else if (strcmp(value, "Common") == 0 || strcmp(value, "Inherited") == 0)
		i = 0;
	else
		for (; seen[i][0] != '\0'; i++)
			if (strcmp(seen[i], value) == 0)
				break;
	if (i > RARITY_SCRIPT)
		fail(value, "too many scripts");
	if (i > RARITY_LATIN)
		snprintf(seen[i], sizeof seen[i], "%s", value);
	memset(script + first, i, last - first + 1);
}

static void
set_ascii(void)
{
	for (unsigned c = 0; c < 0x80; c++)
		class_of[c] = c >= 'a' && c <= 'z' ? PAIR_LOWER :
		    c >= 'A' && c <= 'Z' ? PAIR_UPPER :
		    c >= '0' && c <= '9' ? PAIR_DIGIT :
		    c == ' ' || (c >= '\t' && c <= '\r') ? PAIR_SPACE :
		    PAIR_ASCII;
}

static unsigned
read_class(const char **s)
{
	unsigned c = read_point(s);
	const char *kind = c < 0x80 ? strchr(kinds, (int)c) : NULL;

	if (kind != NULL && c != 0)
		return (unsigned)(kind - kinds);
	if (class_of[c] < PAIR_OWN)
		fail("mojibake.pairs", "a character without a class");
	return class_of[c];
}

static void
read_pairs(char *line)
{
	const char *s = line;
	unsigned first, last;

	if (sscanf(line, "known %x-%x", &first, &last) == 2 &&
	    first <= last && last < DATA_POINTS) {
		memset(known + first, true, last - first + 1);
		return;
	}
	if (sscanf(line, "rank %u", &first) == 1 && first <= RANK_MOST) {
		s = strchr(line, '\t') + 1;
		while (*s != '\0')
			rank[read_class(&s)] = (unsigned char)first;
		return;
	}
	first = read_class(&s);
	if (*s++ != '\t')
		fail(line, "has no tab");
	while (*s != '\0') {
		last = read_class(&s);
		clean[first][last / 8] |= (unsigned char)(1 << last % 8);
	}
}

/* Typography and pictures, which any text may have. */
static bool
is_common(unsigned c)
{
	return c < 0xC0 || (c >= 0x300 && c < 0x370) || (c >= 0x2000 && c < 0x20D0) ||
	    (c >= 0x2100 && c < 0x2800) ||
	    (c >= 0xFE00 && c < 0xFE10) || (c >= 0x1F300 && c < 0x1FB00);
}

static void
set_rarity(void)
{
	for (unsigned c = 0; c < DATA_POINTS; c++) {
		if (is_common(c))
			rarity[c] = RARITY_COMMON;
		else if (rarity[c] == 0 && !known[c])
			rarity[c] = c < 0x3000 ? RARITY_RARE : RARITY_SCARCE;
		if (letter[c])
			rarity[c] |= script[c];
	}
}

static void
print_bytes(const char *name, const unsigned char *bytes, size_t rows,
    size_t width)
{
	if (rows > 1)
		printf("const uint8_t %s[%zu][%zu] = {\n", name, rows, width);
	else
		printf("const uint8_t %s[%zu] = {\n", name, width);
	for (size_t i = 0; i < rows; i++) {
		printf(rows > 1 ? "{" : "");
		for (size_t k = 0; k < width; k++)
			printf("%d,", bytes[i * width + k]);
		printf(rows > 1 ? "},\n" : "\n");
	}
	printf("};\n");
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);
	static unsigned char bytes[MISREADINGS_COUNT][PAIR_CLASSES];
	static unsigned char class_kind[PAIR_CLASSES];

	for (unsigned c = 0; c < DATA_POINTS; c++)
		class_of[c] = PAIR_SYMBOL;
	set_charsets(folder);
	data_each_range(folder, "DerivedGeneralCategory.txt", set_category);
	data_each_range(folder, "Scripts.txt", set_script);
	set_ascii();
	data_each_line(folder, "mojibake.pairs", read_pairs);
	set_rarity();
	for (int k = 0; k < MISREADINGS_COUNT; k++)
		for (int i = 0; i < 128; i++)
			bytes[k][class_of[upper[k][i]]] =
			    (unsigned char)(128 + i);
	data_print_stages("pair_class", "uint16_t", class_of);
	data_print_stages("rarity", "uint16_t", rarity);
	print_bytes("pair_clean", &clean[0][0], PAIR_CLASSES,
	    PAIR_CLASSES / 8);
	for (unsigned i = PAIR_OWN; i < classes; i++)
		class_kind[i] = kind[points[i]];
	class_kind[class_of[0x192]] = KIND_SIGN; /* florin */
	rank[PAIR_LETTER] = rank[PAIR_SYMBOL] = RANK_MOST;
	class_kind[PAIR_LOWER] = KIND_LOWER;
	class_kind[PAIR_UPPER] = KIND_CAPITAL;
	print_bytes("pair_kind", class_kind, 1, PAIR_CLASSES);
	print_bytes("pair_rank", rank, 1, PAIR_CLASSES);
	print_bytes("misread_byte", &bytes[0][0], MISREADINGS_COUNT,
	    PAIR_CLASSES);
	printf("const uint16_t windows_1252[32] = {");
	for (int i = 0; i < 32; i++)
		printf("%u,", upper[MISREAD_WINDOWS_1252][i]);
	printf("};\n");
	data_print_version(folder, "mojibake.pairs", "MOJIBAKE_VERSION");
	return data_finish();
}
