/* SPDX-License-Identifier: MIT */
#include "html/page/unit.h"

#include <stdio.h>

#include "base/source.h"
#include "unit.h"

#define PROSE "<p>The canal was dug by hand in eleven summers, and it carried " \
	"slate to the sea.</p>"

/* The units of a page: kind and blocks of each. */
static const struct {
	const char *why, *in, *want;
} rows[] = {
	{"prose is none", PROSE PROSE, ""},
	{"rows of cells are a table",
	    "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "table4"},
	{"one row is no table", "<table><tr><td>a<td>b</table>", ""},
	{"one column is no table", "<table><tr><td>a<tr><td>b</table>", ""},
	{"a layout around a table is none", "<table><tr><td>x<td>y<tr><td>"
	    "<table><tr><td>a<td>b<tr><td>c<td>d</table><td>z</table>",
	    "table4"},
	{"cells with headings are a layout", "<table><tr><td><h2>a</h2><td>b"
	    "<tr><td>c<td>d</table>", ""},
	{"items are a list", "<ul><li>a<li>b</ul>", "list2"},
	{"one item is none", "<ul><li>a</ul>", ""},
	{"a nested list is of its item", "<ul><li>a<ul><li>b<li>c</ul><li>d</ul>",
	    "list4"},
	{"lists side by side are two", "<ul><li>a<li>b</ul><ul><li>c<li>d</ul>",
	    "list2 list2"},
	{"paragraphs in an item are of it", "<ul><li><p>a<p>b<li>c</ul>", "list3"},
	{"posts are not items", "<ul><li><p>a<p>b<p>c<p>d<li><p>e<p>f<p>g<p>h"
	    "</ul>", ""},
	{"articles are not items", "<ul><li><h3>a</h3><p>b<li><h3>c</h3></ul>",
	    ""},
	{"terms", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "terms4"},
	{"code", "<pre>a</pre>", "code1"},
	{"a quotation amid prose", PROSE PROSE PROSE PROSE PROSE PROSE
	    "<blockquote><p>a<p>b</blockquote>", "quote2"},
	{"a quotation that is the page is none",
	    "<blockquote><p>a<p>b</blockquote>", ""},
	{"a box with its summary", "<details open><summary>a</summary><p>b<p>c"
	    "</details>", "details3"},
};

START_TEST(each_row)
{
	struct source in = source_over(str_of(rows[_i].in));
	struct page page = {0};
	struct units units;
	char got[128] = "";

	page_read(&page, &in);
	units = units_of(&page);
	for (size_t i = 0; i < units.n; i++)
		snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s%u",
		    i > 0 ? " " : "", unit_name(units.unit[i].kind),
		    (unsigned)units.unit[i].blocks);
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
	units_free(&units);
	page_free(&page);
}
END_TEST

UNIT_MAIN("pageunit", each_row, rows)
