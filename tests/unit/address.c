/* SPDX-License-Identifier: MIT */
/*
 * Addresses as the URL Standard writes them.
 */
#include "unit.h"

#include "html/parts/address.h"

#define PAGE "http://a.org/b/c?q#f"

static const struct {
	const char *base, *reference, *want;
} rows[] = {
	/* resolved */
	{PAGE, "d", "http://a.org/b/d"},
	{PAGE, "/d", "http://a.org/d"},
	{PAGE, "../../d", "http://a.org/d"},
	{PAGE, "./", "http://a.org/b/"},
	{PAGE, "/d/../e", "http://a.org/e"},
	{"http://A.org/b", "/d", "http://a.org/d"},
	{"", "https://d.org/e'f?g'#h", "https://d.org/e'f?g%27#h"},
	{PAGE, "?x", "http://a.org/b/c?x"},
	{PAGE, "#x", "http://a.org/b/c?q#x"},
	{PAGE, "", "http://a.org/b/c?q"},
	{PAGE, "//d.org", "http://d.org/"},
	{PAGE, "https://d.org/e/../f", "https://d.org/f"},
	{PAGE, "http:d", "http://a.org/b/d"},
	{PAGE, "http:/d", "http://a.org/d"},
	{PAGE, "https:d.org/e", "https://d.org/e"},
	{PAGE, "https:////d.org/e", "https://d.org/e"},
	{"", "d/e", "d/e"},
	{"file:///x/y.html", "z", "file:///x/z"},

	/* white space */
	{PAGE, " \n d e \t", "http://a.org/b/d%20e"},
	{PAGE, "d\ne\tf", "http://a.org/b/def"},

	/* backslashes */
	{PAGE, "\\d\\e", "http://a.org/d/e"},
	{PAGE, "d?a\\b", "http://a.org/b/d?a\\b"},
	{PAGE, "\\\\d.org", "http://d.org/"},

	/* scheme, host, port */
	{PAGE, "HTTPS://D.Org/E", "https://d.org/E"},
	{"", "http://d.org:80", "http://d.org/"},
	{"", "http://d.org:0443", "http://d.org:443/"},
	{"", "https://d.org:443/", "https://d.org/"},
	{"", "http://d.org:/", "http://d.org/"},
	{"", "http://me:a:b@d.org/", "http://me:a%3Ab@d.org/"},
	{"", "http://%64.org", "http://d.org/"},
	{"", "http://[::1]:8080/", "http://[::1]:8080/"},
	{"", "http://M\xC3\xBCnchen.de/", "http://xn--mnchen-3ya.de/"},
	{"", "http://b\xC3\xBC" "cher.tld", "http://xn--bcher-kva.tld/"},
	{"", "http://\xE4\xBE\x8B\xE5\xAD\x90.org", "http://xn--fsqu00a.org/"},

	/* what is encoded */
	{PAGE, "\xC3\xBC?\xC3\xBC#\xC3\xBC",
	    "http://a.org/b/%C3%BC?%C3%BC#%C3%BC"},
	{PAGE, "{a}?{b}#{c}", "http://a.org/b/%7Ba%7D?{b}#{c}"},
	{PAGE, "a'b?a'b#a'b", "http://a.org/b/a'b?a%27b#a'b"},
	{PAGE, "a%zz", "http://a.org/b/a%zz"},

	/* no special scheme */
	{PAGE, "MAILTO:Me@d.org", "mailto:Me@d.org"},
	{PAGE, "javascript:void (0)", "javascript:void (0)"},
	{PAGE, "tel:1?a b", "tel:1?a%20b"},

	/* none */
	{PAGE, " http://[d ", "http://[d"},
	{PAGE, "http://", "http://"},
	{PAGE, "http://d:x/", "http://d:x/"},
	{PAGE, "http://d e/", "http://d e/"},
	{PAGE, "http://d:70000/", "http://d:70000/"},
};

START_TEST(resolves)
{
	struct buf got = {0};

	address_put(&got, str_of(rows[_i].base), str_of(rows[_i].reference));
	ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0,
	    "%s: %s, not %s", rows[_i].reference, got.s, rows[_i].want);
	buf_free(&got);
}
END_TEST

static const struct {
	const char *a, *b;
	bool same;
} sites[] = {
	{"http://a.org/x", "https://a.org/y", true},
	{"http://www.a.org/", "http://a.org", true},
	{"http://b.a.org/", "http://a.org", false},
	{"http://a.org:81/", "http://a.org/", false},
	{"x/y", "http://a.org/", true},
	{"http://b.org/", "", false},
};

START_TEST(same_site)
{
	ck_assert_msg(address_same_site(str_of(sites[_i].a),
	    str_of(sites[_i].b)) == sites[_i].same, "%s %s", sites[_i].a,
	    sites[_i].b);
}
END_TEST

UNIT_SUITE("address", UNIT_EACH(resolves, rows); UNIT_EACH(same_site, sites))
