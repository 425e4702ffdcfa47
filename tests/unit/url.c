/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/syntax/url.h"

/* The base of RFC 3986, 5.4, and its normal and abnormal examples. */
static const char rfc[] = "http://a/b/c/d;p?q";

static const struct {
	const char *base, *reference, *want;
} rows[] = {
	{rfc, "gg:h", "gg:h"}, /* one letter is a drive */
	{rfc, "g", "http://a/b/c/g"},
	{rfc, "./g", "http://a/b/c/g"},
	{rfc, "g/", "http://a/b/c/g/"},
	{rfc, "/g", "http://a/g"},
	{rfc, "//g", "http://g"},
	{rfc, "?y", "http://a/b/c/d;p?y"},
	{rfc, "g?y", "http://a/b/c/g?y"},
	{rfc, "#s", "http://a/b/c/d;p?q#s"},
	{rfc, "g#s", "http://a/b/c/g#s"},
	{rfc, "g?y#s", "http://a/b/c/g?y#s"},
	{rfc, ";x", "http://a/b/c/;x"},
	{rfc, "", "http://a/b/c/d;p?q"},
	{rfc, ".", "http://a/b/c/"},
	{rfc, "./", "http://a/b/c/"},
	{rfc, "..", "http://a/b/"},
	{rfc, "../", "http://a/b/"},
	{rfc, "../g", "http://a/b/g"},
	{rfc, "../..", "http://a/"},
	{rfc, "../../g", "http://a/g"},
	{rfc, "../../../g", "http://a/g"},
	{rfc, "/./g", "http://a/g"},
	{rfc, "/../g", "http://a/g"},
	{rfc, "g.", "http://a/b/c/g."},
	{rfc, "..g", "http://a/b/c/..g"},
	{rfc, "./g/.", "http://a/b/c/g/"},
	{rfc, "g/./h", "http://a/b/c/g/h"},
	{rfc, "g/../h", "http://a/b/c/h"},
	{rfc, "g;x=1/../y", "http://a/b/c/y"},
	{rfc, "g?y/../x", "http://a/b/c/g?y/../x"},
	{"http://a.example", "b", "http://a.example/b"},
	{"http://a.example/dir/", "sub/", "http://a.example/dir/sub/"},
	{"", "b", "b"},
	{"dir/", "b", "b"},
	{"C:\\a", "b", "b"},
};

START_TEST(each_row)
{
	struct buf got = {0};

	url_resolve(&got, str_of(rows[_i].base), str_of(rows[_i].reference));
	ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0, "%s: %s",
	    rows[_i].reference, got.s);
	buf_free(&got);
}
END_TEST

UNIT_MAIN("url", each_row, rows)
