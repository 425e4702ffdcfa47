/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

static const struct {
	const char *why, *in, *want;
	unsigned form;
} rows[] = {
	{"e and acute compose", "e\xCC\x81", "\xC3\xA9", NORM_C},
	{"marks come into order", "a\xCC\x81\xCC\xA3", "\xE1\xBA\xA1\xCC\x81",
	    NORM_C},
	{"the angstrom sign is a letter", "\xE2\x84\xAB", "\xC3\x85", NORM_C},
	{"jamo compose", "\xE1\x84\x80\xE1\x85\xA1", "\xEA\xB0\x80", NORM_C},
	{"capitals stay", "\xC3\x89t\xC3\xA9", "\xC3\x89t\xC3\xA9", NORM_C},
	{"a ligature stays", "\xEF\xAC\x81", "\xEF\xAC\x81", NORM_C},
	{"a ligature is letters", "\xEF\xAC\x81", "fi", NORM_KC},
	{"wide is narrow", "\xEF\xBC\xA1", "A", NORM_KC},
	{"a superscript is a digit", "m\xC2\xB2", "m2", NORM_KC},
	{"ASCII", "The QUICK", "the quick", NORM_C | NORM_FOLD},
	{"sharp s is two letters", "Stra\xC3\x9F" "e", "strasse",
	    NORM_C | NORM_FOLD},
	{"all three sigmas", "\xCE\xA3\xCF\x83\xCF\x82",
	    "\xCF\x83\xCF\x83\xCF\x83", NORM_C | NORM_FOLD},
	{"Cherokee folds up", "\xEA\xAD\xB0", "\xE1\x8E\xA0",
	    NORM_C | NORM_FOLD},
	{"the dotted I keeps its dot", "\xC4\xB0", "i\xCC\x87",
	    NORM_C | NORM_FOLD},
	{"a fold that grows", "\xC8\xBA", "\xE2\xB1\xA5", NORM_C | NORM_FOLD},
	{"the kelvin sign", "\xE2\x84\xAA", "k", NORM_KC | NORM_FOLD},
	{"nothing", "", "", NORM_C},
};

START_TEST(each_row)
{
	struct buf out = {0};

	norm_put(&out, str_of(rows[_i].in), rows[_i].form);
	ck_assert_msg(str_eq(buf_str(&out), str_of(rows[_i].want)), "%s: %s",
	    rows[_i].why, text_of(&out));
	buf_free(&out);
}
END_TEST

static void
check_text(const struct buf *text)
{
	static struct buf fast, general;

	for (unsigned form = NORM_C; form <= (NORM_KC | NORM_FOLD); form++) {
		fast.n = general.n = 0;
		norm_put(&fast, buf_str(text), form);
		norm_put_general(&general, buf_str(text), form);
		/* Check writes a line for each assertion that holds. */
		if (!str_eq(buf_str(&fast), buf_str(&general)))
			ck_abort_msg("form %u of %.*s", form, (int)text->n,
			    text->s);
	}
}

/* What the table's version of Unicode has; utf8proc may be of a newer one. */
static void
read_assigned(bool assigned[static 0x110000])
{
	FILE *f = fopen("../src/data/DerivedGeneralCategory.txt", "r");
	char line[512], category[3];
	unsigned from, to;

	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof line, f) != NULL) {
		if (sscanf(line, "%x..%x ; %2s", &from, &to, category) != 3) {
			if (sscanf(line, "%x ; %2s", &from, category) != 2)
				continue;
			to = from;
		}
		for (; from <= to && strcmp(category, "Cn") != 0; from++)
			assigned[from] = true;
	}
	fclose(f);
}

/* Each code point alone, and behind a letter that composes with many. */
START_TEST(table_agrees_with_utf8proc)
{
	static bool assigned[0x110000];
	struct buf text = {0};

	read_assigned(assigned);
	for (uint32_t c = 1; c < 0x110000; c++) {
		if (!assigned[c] || (c >= 0xD800 && c < 0xE000))
			continue;
		text.n = 0;
		buf_putc(&text, 'a');
		utf_put(&text, c);
		utf_put(&text, c);
		check_text(&text);
	}
	buf_free(&text);
}
END_TEST

START_TEST(random_text_agrees)
{
	static const uint32_t from[] = {'A', 0xC0, 0x300, 0x370, 0x400, 0x5B0,
	    0x650, 0x900, 0xE30, 0x1100, 0x1E00, 0x1F00, 0xAC00, 0xFB00};
	struct buf text = {0};
	uint32_t seed = 1;

	for (int i = 0; i < 100000; i++) {
		text.n = 0;
		for (int n = 0; n < 6; n++) {
			seed = seed * 1664525 + 1013904223;
			utf_put(&text, from[(seed >> 24) % ROWS(from)] +
			    (seed >> 10) % 128);
		}
		check_text(&text);
	}
	buf_free(&text);
}
END_TEST

UNIT_SUITE("norm", UNIT_EACH(each_row, rows),
    UNIT_ONE(table_agrees_with_utf8proc), UNIT_ONE(random_text_agrees))
