/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/syntax/xmlns.h"

/* At the first empty tag: what its name stands for, and its base. */
static const struct {
	const char *why, *in, *space, *base;
} rows[] = {
	{"none", "<a><x/></a>", "", ""},
	{"a default", "<a xmlns='u'><x/></a>", "u", ""},
	{"a prefix", "<a xmlns:p='u'><p:x/></a>", "u", ""},
	{"another prefix", "<a xmlns:p='u'><q:x/></a>", "", ""},
	{"its own", "<a xmlns='u'><x xmlns='v'/></a>", "v", ""},
	{"a sibling's is over", "<a xmlns='u'><b xmlns='v'></b><x/></a>", "u",
	    ""},
	{"undone", "<a xmlns='u'><x xmlns=''/></a>", "", ""},
	{"references in it", "<a xmlns='u&amp;v'><x/></a>", "u&v", ""},
	{"a base", "<a xml:base='http://a/b/'><x/></a>", "", "http://a/b/"},
	{"a base in a base", "<a xml:base='http://a/b/'><c xml:base='d/'><x/>",
	    "", "http://a/b/d/"},
	{"a base that is over",
	    "<a xml:base='http://a/'><c xml:base='d/'></c><x/>", "",
	    "http://a/"},
};

START_TEST(each_row)
{
	struct source in = source_over(str_of(rows[_i].in));
	struct xml x = xml_of(&in);
	struct xmlns ns = {0};
	enum xml_kind kind;

	while ((kind = xml_next(&x)) != XML_END && !x.empty)
		if (kind == XML_OPEN)
			xmlns_open(&ns, &x);
		else if (kind == XML_CLOSE)
			xmlns_close(&ns);
	xmlns_open(&ns, &x);
	ck_assert_msg(str_eq(xmlns_of(&ns, xml_name(&x)),
	    str_of(rows[_i].space)), "%s", rows[_i].why);
	ck_assert_msg(str_eq(xmlns_base(&ns), str_of(rows[_i].base)), "%s",
	    rows[_i].why);
	xmlns_free(&ns);
}
END_TEST

/* More declarations than are remembered, and more than one for an element. */
START_TEST(many)
{
	struct xmlns ns = {0};

	for (int i = 0; i < 3 * XMLNS_MOST; i++) {
		struct source in = source_over(STR("<a xmlns:p='u' xmlns='v'>"));
		struct xml x = xml_of(&in);

		xml_next(&x);
		xmlns_open(&ns, &x);
	}
	ck_assert(str_eq(xmlns_of(&ns, STR("p:a")), STR("u")));
	for (int i = 0; i < 4 * XMLNS_MOST; i++)
		xmlns_close(&ns);
	ck_assert(xmlns_of(&ns, STR("p:a")).n == 0);
	ck_assert(ns.n == 0 && ns.text.n == 0 && ns.depth == 0);
	xmlns_free(&ns);
}
END_TEST

UNIT_SUITE("xmlns", UNIT_EACH(each_row, rows), UNIT_ONE(many))
