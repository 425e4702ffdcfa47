/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/select/selector.h"

/* Elements that a row finds are named by their ids. */
static const char page[] =
    "<!doctype html><html id=html lang=en><body id=body>"
    "<div id=d1 class='a B' data-x='one two' title=Hello lang=de-CH>"
    "<p id=p1>x</p><p id=p2 class=a>y</p><span id=s1></span>"
    "<p id=p3><a id=a1 href=/x rel=Next>l</a><b id=b1><i id=i1>z</i></b></p>"
    "</div><div id=d2><ul id=u1><li id=l1 class=a>1<li id=l2>2<li id=l3>3"
    "<li id=l4 class=a>4<li id=l5>5</ul></div>"
    "<form id=f1><input id=n1 type=checkbox checked><input id=n2 disabled>"
    "<fieldset id=f2 disabled><legend id=g1><input id=n3></legend>"
    "<input id=n4 required></fieldset></form>"
    "<svg id=v1 viewBox=1><linearGradient id=v2 /><title id=v3>t</title></svg>";

static const struct {
	const char *why, *selector, *want;
} rows[] = {
	{"type", "p", "p1 p2 p3"},
	{"type in capitals", "UL", "u1"},
	{"universal", "form > *", "n1 n2 f2"},
	{"id", "#d1", "d1"},
	{"an escape", "#\\64 1", "d1"},
	{"class", ".a", "d1 p2 l1 l4"},
	{"class, its case", ".b", ""},
	{"compound", "p.a", "p2"},
	{"list", "ul, #p1, b", "p1 b1 u1"},
	{"descendant", "div i", "i1"},
	{"child", "div > p > a", "a1"},
	{"child that is none", "div > i", ""},
	{"next", "p + p", "p2"},
	{"subsequent", "p ~ p", "p2 p3"},
	{"chains", "div p ~ p > b i", "i1"},
	{"a comment for a blank", "div/**/i", "i1"},
	{"attribute", "[href]", "a1"},
	{"attribute in capitals", "[HREF]", "a1"},
	{"attribute's value", "[href='/x']", "a1"},
	{"word", "[data-x~=two]", "d1"},
	{"no word", "[data-x~='one two']", ""},
	{"language", "[lang|=de]", "d1"},
	{"begins", "[href^='/']", "a1"},
	{"begins with nothing", "[href^='']", ""},
	{"ends", "[title$=llo]", "d1"},
	{"contains", "[title*=ell]", "d1"},
	{"case", "[title=hello]", ""},
	{"case left out", "[title=hello i]", "d1"},
	{"a value in any case", "[rel=next]", "a1"},
	{"but not so", "[rel=next s]", ""},
	{"svg's attribute", "[viewBox]", "v1"},
	{"svg's name", "linearGradient", "v2"},
	{"namespace", "svg|*", "v1 v2 v3"},
	{"namespace of HTML", "html|title", ""},
	{"any namespace", "*|title", "v3"},
	{"no namespace", "|p", ""},
	{"root", ":root", "html"},
	{"empty", "body > div :empty", "s1"},
	{"first child", "p:first-child", "p1"},
	{"last child", "p:last-child", "p3"},
	{"only child", "#d2 :only-child", "u1"},
	{"first of type", "#d1 > :first-of-type", "p1 s1"},
	{"last of type", "#d1 > :last-of-type", "s1 p3"},
	{"only of type", "#d1 > :only-of-type", "s1"},
	{"odd", "li:nth-child(odd)", "l1 l3 l5"},
	{"even", "li:nth-child( EVEN )", "l2 l4"},
	{"3n+2", "li:nth-child(3n + 2)", "l2 l5"},
	{"-n+2", "li:nth-child(-n+2)", "l1 l2"},
	{"n", "li:nth-child(n)", "l1 l2 l3 l4 l5"},
	{"-3n-1", "li:nth-child(-3n-1)", ""},
	{"from the end", "li:nth-last-child(2)", "l4"},
	{"of a type", "p:nth-of-type(2)", "p2"},
	{"of a type from the end", "p:nth-last-of-type(3)", "p1"},
	{"of a list", "li:nth-child(2 of .a)", "l4"},
	{"of a list from the end", "li:nth-last-child(2 of .a)", "l1"},
	{"of a list that is not its own", "li:nth-child(1 of ul li)", "l1"},
	{"not", "li:not(.a)", "l2 l3 l5"},
	{"not of a list", "li:not(.a, :nth-child(2))", "l3 l5"},
	{"not of a complex one", "p:not(div > .a)", "p1 p3"},
	{"is", ":is(ul, form) > :is(.a, #n2)", "l1 l4 n2"},
	{"where", ":where(#d1 p) > :where(a, b)", "a1 b1"},
	{"is, from above", "i:is(#d1 *)", "i1"},
	{"has", "p:has(i)", "p3"},
	{"has a child", "p:has(> i)", ""},
	{"has next", "p:has(+ span)", "p2"},
	{"has subsequent", "p:has(~ span)", "p1 p2"},
	{"has a chain", "div:has(p > b i)", "d1"},
	{"has a list", "div:has(.a, b):not(:has(ul))", "d1"},
	{"has not from above", "p:has(div i)", ""},
	{"has, with is from above", "p:has(:is(div i))", "p3"},
	{"link", ":link", "a1"},
	{"any link", ":any-link", "a1"},
	{"checked", ":checked", "n1"},
	{"disabled", ":disabled", "n2 f2 n4"},
	{"enabled", ":enabled", "n1 n3"},
	{"required", ":required", "n4"},
	{"optional", ":optional", "n1 n2 n3"},
	{"language inherited", "i:lang(de)", "i1"},
	{"languages", "li:lang(fr, 'en')", "l1 l2 l3 l4 l5"},
	{"a person's", "a:hover, a:visited", ""},
	{"a pseudo-element", "a::before", ""},
};

static void
put_ids(struct buf *ids, const struct buf *nodes)
{
	const xmlNodePtr *at = (const xmlNodePtr *)(const void *)nodes->s;

	for (size_t i = 0; i < nodes->n / sizeof *at; i++) {
		xmlChar *id = xmlGetProp(at[i], (const xmlChar *)"id");

		if (ids->n > 0)
			buf_putc(ids, ' ');
		buf_puts(ids, id != NULL ? (const char *)id : "-");
		xmlFree(id);
	}
}

START_TEST(match)
{
	struct source in = source_over(STR(page));
	struct buf nodes = {0}, ids = {0};
	const char *why = "";
	size_t at = 0;
	struct selector *s = selector_parse(rows[_i].selector, &why, &at);
	struct tree tree;

	ck_assert_msg(s != NULL, "%s: %zu: %s", rows[_i].selector, at, why);
	tree_read(&tree, &in, 1000000);
	/* Twice: a selector is used for many pages. */
	selector_match(s, &tree, &nodes);
	nodes.n = 0;
	selector_match(s, &tree, &nodes);
	put_ids(&ids, &nodes);
	ck_assert_msg(strcmp(text_of(&ids), rows[_i].want) == 0,
	    "%s: %s: %s, not %s", rows[_i].why, rows[_i].selector,
	    text_of(&ids), rows[_i].want);
	buf_free(&nodes);
	buf_free(&ids);
	selector_free(s);
	tree_free(&tree);
}
END_TEST

static const struct {
	const char *why, *selector;
	size_t at;
} wrong[] = {
	{"nothing", "", 0},
	{"no name", "p::", 3},
	{"nothing behind a combinator", "p >", 3},
	{"a comma too many", "p,", 2},
	{"two combinators", "p > > b", 4},
	{"no such pseudo-class", "p:frist", 1},
	{"a function without arguments", "p:nth-child", 1},
	{"no place", "p:nth-child(x)", 12},
	{"a sign alone", "p:nth-child(2n+)", 12},
	{"an open bracket", "[href", 5},
	{"no value", "[href=]", 6},
	{"an open string", "[href='x]", 9},
	{"an open list", ":is(p", 5},
	{"an empty list", ":not()", 5},
	{"has in has", ":has(:has(p))", 10},
	{"a number for a class", ".1", 1},
	{"a strange sign", "p!", 1},
	{"an unknown namespace", "xul|p", 4},
};

START_TEST(refuse)
{
	const char *why = NULL;
	size_t at = 99;

	ck_assert_msg(selector_parse(wrong[_i].selector, &why, &at) == NULL,
	    "%s: %s", wrong[_i].why, wrong[_i].selector);
	ck_assert(why != NULL);
	ck_assert_msg(at == wrong[_i].at, "%s: %s: %zu, not %zu", wrong[_i].why,
	    wrong[_i].selector, at, wrong[_i].at);
}
END_TEST

/* Lists in lists: a fault, not the end of the stack. */
START_TEST(nested)
{
	struct buf s = {0};
	const char *why;
	size_t at;

	for (int i = 0; i < 100000; i++)
		buf_puts(&s, ":is(");
	ck_assert(selector_parse(text_of(&s), &why, &at) == NULL);
	buf_free(&s);
}
END_TEST

UNIT_SUITE("selector", UNIT_EACH(match, rows), UNIT_EACH(refuse, wrong),
    UNIT_ONE(nested))
