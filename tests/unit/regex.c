/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/pattern.h"

static const struct {
	const char *why, *regex;
	bool caseless;
	const char *text;
	bool matches;
} rows[] = {
	{"the whole text", "ab", false, "ab", true},
	{"not its beginning", "ab", false, "abc", false},
	{"not its end", "bc", false, "abc", false},
	{"the longer alternative, if that is the whole", "a|ab", false, "ab",
	    true},
	{"case", "ab", false, "AB", false},
	{"no case", "\xC3\xA9", true, "\xC3\x89", true},
	{"a point is a code point", ".", false, "\xC3\xA9", true},
	{"a class of Unicode", "\\w+", false, "\xD0\xB4\xD0\xB0", true},
	{"a property", "\\p{Han}+", false, "\xE4\xB8\xAD", true},
	{"an empty text", "a*", false, "", true},
};

START_TEST(matches)
{
	char why[256];
	struct pattern *p = pattern_open(rows[_i].regex, rows[_i].caseless,
	    why), *other;

	ck_assert_msg(p != NULL, "%s: %s", rows[_i].why, why);
	other = pattern_share(p);
	ck_assert_msg(pattern_matches(p, str_of(rows[_i].text)) ==
	    rows[_i].matches, "%s", rows[_i].why);
	ck_assert(pattern_matches(other, str_of(rows[_i].text)) ==
	    rows[_i].matches);
	pattern_free(other);
	pattern_free(p);
}
END_TEST

START_TEST(says_why_not)
{
	char why[256];

	ck_assert(pattern_open("a(b", false, why) == NULL);
	ck_assert_msg(strstr(why, "(byte 4)") != NULL, "%s", why);
	ck_assert(pattern_open("\\C", false, why) == NULL);
}
END_TEST

UNIT_SUITE("pattern", UNIT_EACH(matches, rows), UNIT_ONE(says_why_not))
