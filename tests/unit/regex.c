/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/regex.h"

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
	char why[REGEX_WHY];
	struct regex *p = regex_open(str_of(rows[_i].regex),
	    rows[_i].caseless, why), *other;

	ck_assert_msg(p != NULL, "%s: %s", rows[_i].why, why);
	other = regex_share(p);
	ck_assert_msg(regex_matches(p, str_of(rows[_i].text)) ==
	    rows[_i].matches, "%s", rows[_i].why);
	ck_assert(regex_matches(other, str_of(rows[_i].text)) ==
	    rows[_i].matches);
	regex_free(other);
	regex_free(p);
}
END_TEST

START_TEST(says_why_not)
{
	char why[REGEX_WHY];

	ck_assert(regex_open(STR("a(b"), false, why) == NULL);
	ck_assert_msg(strstr(why, "(byte 4)") != NULL, "%s", why);
	ck_assert(regex_open(STR("\\C"), false, why) == NULL);
}
END_TEST

START_TEST(stops_at_its_limit)
{
	char why[REGEX_WHY];
	struct regex *r = regex_open(STR("(a*)*[bd]"), false, why);

	regex_limit(r, 1000);
	ck_assert_int_eq(regex_try(r, STR("aab")), REGEX_MATCH);
	ck_assert_int_eq(regex_try(r, STR("c")), REGEX_NONE);
	ck_assert_int_eq(regex_try(r, STR("aaaaaaaaaaaaaaaaaaaaaaaac")),
	    REGEX_TOO_LONG);
	ck_assert_str_eq(regex_source(r), "(a*)*[bd]");
	regex_free(r);
}
END_TEST

UNIT_SUITE("regex", UNIT_EACH(matches, rows), UNIT_ONE(says_why_not),
    UNIT_ONE(stops_at_its_limit))
