/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdio.h>

#include "text/encoding/entity.h"

static const struct {
	const char *why, *in;
	int n, consumed;
	uint32_t first, second;
} rows[] = {
	{"a name", "&eacute;x", 1, 8, 0xE9, 0},
	{"case counts", "&Eacute;x", 1, 8, 0xC9, 0},
	{"two code points", "&NotEqualTilde; ", 2, 15, 0x2242, 0x338},
	{"beyond the first plane", "&Afr;", 1, 5, 0x1D504, 0},
	{"no semicolon, allowed", "&copy 2026", 1, 5, 0xA9, 0},
	{"no semicolon, more letters", "&notit;", 1, 4, 0xAC, 0},
	{"the longest name wins", "&notin;", 1, 7, 0x2209, 0},
	{"no semicolon, not allowed", "&alpha x", 0, 0, 0, 0},
	{"the longest name", "&CounterClockwiseContourIntegral;", 1, 33,
	    0x2233, 0},
	{"no such name", "&nosuchname;", 0, 0, 0, 0},
	{"a name in a query", "?a=b&copy=1" + 4, 1, 5, 0xA9, 0},
	{"an ampersand alone", "& b", 0, 0, 0, 0},
	{"two ampersands", "&&amp;", 0, 0, 0, 0},
	{"a run too long for a name",
	    "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;", 0, 0, 0, 0},
	{"a long run after a name",
	    "&ampaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1, 4, '&', 0},
	{"decimal", "&#233;x", 1, 6, 0xE9, 0},
	{"decimal, no semicolon", "&#233x", 1, 5, 0xE9, 0},
	{"hexadecimal", "&#xe9;", 1, 6, 0xE9, 0},
	{"hexadecimal, capitals", "&#XE9;", 1, 6, 0xE9, 0},
	{"hexadecimal, ended by a letter", "&#xe9g", 1, 5, 0xE9, 0},
	{"leading zeros", "&#x00000000000000000000000000000E9;", 1, 35, 0xE9,
	    0},
	{"no digit", "&#;", 0, 0, 0, 0},
	{"no digit after x", "&#x;", 0, 0, 0, 0},
	{"windows-1252's dash", "&#150;", 1, 6, 0x2013, 0},
	{"windows-1252's euro", "&#x80;", 1, 6, 0x20AC, 0},
	{"windows-1252's hole", "&#x81;", 1, 6, 0xFFFD, 0},
	{"NUL", "&#0;", 1, 4, 0xFFFD, 0},
	{"a control", "&#27;", 1, 5, 0xFFFD, 0},
	{"a line feed", "&#10;", 1, 5, '\n', 0},
	{"a surrogate", "&#xD800;", 1, 8, 0xFFFD, 0},
	{"the last character", "&#x10FFFD;", 1, 10, 0x10FFFD, 0},
	{"beyond Unicode", "&#x110000;", 1, 10, 0xFFFD, 0},
	{"beyond 32 bits", "&#4294967361;", 1, 13, 0xFFFD, 0},
	{"beyond 64 bits", "&#x10000000000000041;", 1, 21, 0xFFFD, 0},
};

/*
 * Told at once, and told the same at every end of a window that does not ask
 * for more.
 */
START_TEST(each_row)
{
	const char *s = rows[_i].in, *end = s + strlen(s);
	uint32_t c[2] = {0};
	int consumed = 0, n = entity_step(s, end, true, false, c, &consumed);

	ck_assert_msg(n == rows[_i].n && consumed == rows[_i].consumed &&
	    c[0] == (n > 0 ? rows[_i].first : c[0]) &&
	    c[1] == (n > 1 ? rows[_i].second : c[1]),
	    "%s: %d of %d: %x %x", rows[_i].why, n, consumed, c[0], c[1]);
	for (const char *cut = s + 1; cut < end; cut++) {
		n = entity_step(s, cut, false, false, c, &consumed);
		ck_assert_msg(n == -1 || (n == rows[_i].n &&
		    (n == 0 || consumed == rows[_i].consumed)),
		    "%s: cut after %td: %d", rows[_i].why, cut - s, n);
	}
}
END_TEST

static const struct {
	const char *why, *in;
	int n;
} attributes[] = {
	{"a query's name", "&copy=1", 0},
	{"a longer word", "&copycat", 0},
	{"ended by a quote", "&copy", 1},
	{"ended by a blank", "&copy b", 1},
	{"with its semicolon", "&copy;=1", 1},
	{"a number", "&#65=", 1},
};

START_TEST(each_attribute)
{
	const char *s = attributes[_i].in;
	uint32_t c[2];
	int consumed;

	ck_assert_msg(entity_step(s, s + strlen(s), true, true, c, &consumed) ==
	    attributes[_i].n, "%s", attributes[_i].why);
}
END_TEST

/* A number longer than ENTITY_LOOK is text, and is never waited for. */
START_TEST(work_is_bounded)
{
	char s[2 * ENTITY_LOOK];
	uint32_t c[2];
	int consumed;

	memset(s, '0', sizeof s);
	memcpy(s, "&#", 2);
	ck_assert(entity_step(s, s + ENTITY_LOOK - 1, false, false, c,
	    &consumed) == -1);
	ck_assert(entity_step(s, s + ENTITY_LOOK, false, false, c,
	    &consumed) == 0);
	ck_assert(entity_step(s, s + sizeof s, true, false, c,
	    &consumed) == 0);
	memset(s, 'a', sizeof s);
	s[0] = '&';
	ck_assert(entity_step(s, s + ENTITY_LOOK, false, false, c,
	    &consumed) == 0);
}
END_TEST

/* A line of the published list, checked with and without its semicolon. */
static void
check_line(const char *line)
{
	const char *tab = strchr(line, '\t');
	size_t n = (size_t)(tab - line);
	bool bare = tab[-1] != ';';
	unsigned first, second = 0;
	char text[64];
	uint32_t c[2] = {0};
	int consumed, want = sscanf(tab, "%x %x", &first, &second);

	snprintf(text, sizeof text, "&%.*s;", (int)(bare ? n : n - 1), line);
	ck_assert_msg(entity_step(text, text + strlen(text), true, true, c,
	    &consumed) == want && consumed == (int)strlen(text) &&
	    c[0] == first && (want == 1 || c[1] == second), "%s", text);
	text[strlen(text) - 1] = '<';
	if (bare)
		ck_assert_msg(entity_step(text, text + strlen(text), true,
		    false, c, &consumed) == 1 && consumed == (int)n + 1 &&
		    c[0] == first, "%s", text);
}

START_TEST(every_name)
{
	FILE *f = fopen("../src/data/entities.txt", "r");
	char line[256];
	int names = 0;

	ck_assert(f != NULL);
	while (fgets(line, sizeof line, f) != NULL)
		if (line[0] != '#') {
			check_line(line);
			names += 1 + (strchr(line, ';') == NULL);
		}
	fclose(f);
	ck_assert_int_eq(names, 2231);
}
END_TEST

UNIT_SUITE("entity", UNIT_EACH(each_row, rows),
    UNIT_EACH(each_attribute, attributes), UNIT_ONE(work_is_bounded),
    UNIT_ONE(every_name))
