/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/langid/model's tables, run while building:
 *	langid DATA-FOLDER >gen/langid.h
 * Reads langid.model, which `make train-langid` writes: per script a line
 * "script CODE LANGUAGES WIDTH FEATURES", a line per language and a line per
 * feature.
 */
#include <stdbool.h>
#include <stdint.h>
#include "data/generate.h"
#include "text/langid/model.h"

static const char *const codes[] = {
#define X(code, name) [SCRIPT_##code] = #code,
	SCRIPTS(X)
#undef X
};

/* Scripts of one language that has no list of words. */
static const struct {
	enum script script;
	const char *code;
} alone[] = {
	{SCRIPT_Syrc, "syr"}, {SCRIPT_Mong, "mn"}, {SCRIPT_Tfng, "zgh"},
	{SCRIPT_Nkoo, "nqo"}, {SCRIPT_Olck, "sat"},
};

static struct model_language languages[400];
static int language_count, languages_left;
static struct model_script scripts[SCRIPT_COUNT];
static enum script script;
static int width;

static uint64_t rows[1 << 16][MODEL_WIDTH / 8];
static int row_count = 1, rows_left;
static struct {
	unsigned check[FEATURE_WAYS], row[FEATURE_WAYS];
} buckets[FEATURE_BUCKETS];

static void
read_script(const char *line)
{
	char code[8];

	if (sscanf(line, "script %7s %d %d %d", code, &languages_left, &width,
	    &rows_left) != 4 || width > MODEL_WIDTH)
		fail(line, "not a script's line");
	for (script = 1; script < SCRIPT_COUNT; script++)
		if (strcmp(codes[script], code) == 0)
			break;
	if (script == SCRIPT_COUNT)
		fail(line, "no such script");
	scripts[script] = (struct model_script){
	    (uint16_t)language_count, (uint16_t)languages_left};
}

static int
read_number(char **s, int most)
{
	char *end;
	long n = strtol(*s, &end, 10);

	if (end == *s || n > most || n < -most)
		fail("langid.model", "a number is missing or too large");
	*s = end;
	return (int)n;
}

static void
read_language(char *line)
{
	struct model_language *l = &languages[language_count++];
	int used = 0, sum = 0;

	if (sscanf(line, "language %7s %n", l->code, &used) != 1 ||
	    languages_left-- == 0)
		fail(line, "not a language's line");
	if (strcmp(l->code, MODEL_UNKNOWN) == 0 && languages_left != 0)
		fail(l->code, "not the last of its script");
	line += used;
	l->words = (uint32_t)read_number(&line, 1 << 20);
	l->bias = read_number(&line, MODEL_BIAS_MOST);
	for (int k = 0; k < width; k++) {
		l->matrix[k] = (int16_t)read_number(&line, INT16_MAX);
		sum += abs(l->matrix[k]);
	}
	if (sum > MODEL_COLUMN_MOST)
		fail(l->code, "scores may overflow");
}

/* A letter of UTF-8, up to FFFF. */
static uint16_t
read_letter(const unsigned char **s)
{
	const unsigned char *p = *s;
	int more = (p[0] >= 0xC0) + (p[0] >= 0xE0);
	unsigned c = more > 0 ? p[0] & (0x3Fu >> more) : p[0];

	for (int i = 1; i <= more; i++)
		c = c << 6 | (p[i] & 0x3Fu);
	*s += more + 1;
	return (uint16_t)c;
}

/* The hash of the feature that a line begins with, up to its tab. */
static uint64_t
read_feature(const unsigned char **s)
{
	uint16_t letter[FEATURE_WORD];
	uint64_t packed = 0;
	bool whole = **s == '=';
	int n = 0;

	*s += whole;
	while (**s != '\t' && **s != '\0' && n < FEATURE_WORD)
		letter[n++] = read_letter(s);
	if (*(*s)++ != '\t')
		fail("langid.model", "a feature has no tab");
	if (whole)
		return feature_whole(letter, n);
	for (int i = 0; i < n; i++)
		packed = packed << 16 | letter[i];
	return feature_hash(packed);
}

static void
read_row(char *line)
{
	const unsigned char *s = (const unsigned char *)line;
	uint64_t hash = read_feature(&s);
	unsigned bucket = feature_bucket(hash);
	unsigned *check = buckets[bucket].check, *row = buckets[bucket].row;
	int way = 0;

	while (way < FEATURE_WAYS && row[way] != 0)
		if (check[way++] == feature_check(hash))
			fail(line, "another feature has the same hash");
	if (way == FEATURE_WAYS)
		fail(line, "its bucket is full");
	if (rows_left-- == 0 || row_count == 1 << 16)
		fail(line, "more features than said");
	check[way] = feature_check(hash);
	row[way] = (unsigned)row_count;
	for (int k = 0; k < MODEL_WIDTH; k++) {
		unsigned v = k < width ? s[k] - (unsigned)'!' : MODEL_MOST;

		if (v > 2 * MODEL_MOST)
			fail(line, "not a row");
		rows[row_count][k / 8] |= (uint64_t)v << k % 8 * 8;
	}
	row_count++;
}

/* FNV-1a of all lines. */
static uint32_t version = 2166136261;

static void
read_line(char *line)
{
	for (const char *s = line; *s != '\0'; s++)
		version = (version ^ (unsigned char)*s) * 16777619;
	if (languages_left == 0 && rows_left == 0)
		read_script(line);
	else if (languages_left > 0)
		read_language(line);
	else
		read_row(line);
}

static void
add_alone(void)
{
	for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
		if (scripts[alone[i].script].count != 0)
			continue;
		scripts[alone[i].script] =
		    (struct model_script){(uint16_t)language_count, 1};
		strcpy(languages[language_count++].code, alone[i].code);
	}
}

static void
print_languages(void)
{
	printf("const struct model_script model_script[SCRIPT_COUNT] = {\n");
	for (int i = 0; i < SCRIPT_COUNT; i++)
		printf("\t{%d, %d},\n", scripts[i].first, scripts[i].count);
	printf("};\nconst uint16_t model_languages = %d;\n"
	    "const struct model_language model_language[] = {\n",
	    language_count);
	for (int i = 0; i < language_count; i++) {
		printf("\t{\"%s\", %u, %d, {", languages[i].code,
		    (unsigned)languages[i].words, (int)languages[i].bias);
		for (int k = 0; k < MODEL_WIDTH; k++)
			printf("%d,", languages[i].matrix[k]);
		printf("}},\n");
	}
	printf("};\n");
}

/* Numbers of 16 bits in one of 64, the first the lowest. */
static unsigned long long
pack(const unsigned *n)
{
	unsigned long long x = 0;

	for (int k = 0; k < FEATURE_WAYS; k++)
		x |= (unsigned long long)n[k] << 16 * k;
	return x;
}

static void
print_rows(void)
{
	printf("const uint64_t model_row[][MODEL_WIDTH / 8] = {\n");
	for (int i = 0; i < row_count; i++) {
		printf("{");
		for (int k = 0; k < MODEL_WIDTH / 8; k++)
			printf("%#llx,", (unsigned long long)rows[i][k]);
		printf("},\n");
	}
	printf("};\n"
	    "const struct model_bucket model_bucket[FEATURE_BUCKETS] = {\n");
	for (int i = 0; i < FEATURE_BUCKETS; i++)
		printf("{%#llx,%#llx},\n", pack(buckets[i].check),
		    pack(buckets[i].row));
	printf("};\n");
}

/* e to the -1/64, again and again. */
static void
print_exp(void)
{
	double e = 1 << 20;

	printf("const uint32_t model_exp[MODEL_EXP_COUNT] = {");
	for (int i = 0; i < MODEL_EXP_COUNT; i++) {
		printf("%s%u,", i % 8 ? "" : "\n\t", (unsigned)(e + .5));
		e *= 0.98449643700540839;
	}
	printf("\n};\n");
}

int
main(int argc, char *argv[])
{
	data_each_line(data_folder(argc, argv), "langid.model", read_line);
	if (languages_left != 0 || rows_left != 0)
		fail("langid.model", "it ends too early");
	add_alone();
	printf("const char model_version[] = \"langid.model %08lx\";\n",
	    (unsigned long)version);
	print_languages();
	print_rows();
	print_exp();
	return data_finish();
}
