/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/syntax/headers.h"
#include "notation/jsonwalk.h"

static const struct {
	const char *object, *name, *want; /* NULL: no string */
} rows[] = {
	{"{}", "a", NULL},
	{"{\"a\":\"b\"}", "a", "b"},
	{" { \"a\" : \"b\" , \"c\" : \"d\" } ", "c", "d"},
	{"{\"x\":{\"a\":\"no\"},\"a\":\"b\"}", "a", "b"},
	{"{\"x\":[\"a\",{\"a\":1}],\"a\":\"b\"}", "a", "b"},
	{"{\"x\":\"\\\"a\\\":\\\\\",\"a\":\"b\"}", "a", "b"},
	{"{\"a\":1}", "a", NULL},
	{"{\"a\":null,\"b\":\"c\"}", "b", "c"},
	{"{\"ab\":\"c\"}", "a", NULL},
	{"{\"a\":\"\\u00e9\\n\"}", "a", "\xC3\xA9\n"},
	{"[\"a\"]", "a", NULL},
	{"", "a", NULL},
};

START_TEST(each_row)
{
	struct buf got = {0};
	bool is_there = jsonwalk_text(str_of(rows[_i].object), rows[_i].name,
	    &got);

	ck_assert_msg(is_there == (rows[_i].want != NULL), "%s",
	    rows[_i].object);
	if (is_there)
		ck_assert_str_eq(text_of(&got), rows[_i].want);
	buf_free(&got);
}
END_TEST

START_TEST(items)
{
	static const char *const want[] = {"1", "\"a,]\"", "[2,3]", "{\"b\":4}",
	    "true"};
	struct jsonwalk w = {0};
	struct str value, array = STR("[1 , \"a,]\",[2,3],{\"b\":4},true]");
	int n = 0;

	while (jsonwalk_item(&w, array, &value)) {
		ck_assert_msg(str_eq(headers_trim(value), str_of(want[n])),
		    "%d: %.*s", n, (int)value.n, value.s);
		n++;
	}
	ck_assert_int_eq(n, ROWS(want));
}
END_TEST

UNIT_SUITE("jsonwalk", UNIT_EACH(each_row, rows), UNIT_ONE(items))
