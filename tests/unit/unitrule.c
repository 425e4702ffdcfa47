/* SPDX-License-Identifier: MIT */
/*
 * What becomes of units (unit.h) by the scores of their rows and by what is
 * around them: for each row of a page + kept or - dropped.
 */
#include "unit.h"

#include "html/extract/contentrule.h"

#define ARTICLE "<meta property=og:type content=article>"
#define LIST "<ul><li>one two<li>three four<li>five six</ul>"
#define NAME "<li><a href=x>One two three four five</a>"
#define NAMES "<ul>" NAME NAME NAME NAME "</ul>"
#define STATES "<script type=application/ld+json>{\"recipeIngredient\": " \
	"[\"one two\", \"three four\", \"five six\"]}</script>"

static const struct {
	const char *why, *html;
	int scores[8];
	const char *want;
} rows[] = {
	{"a list by the mean of its rows", "<div>" LIST "</div>", {90, -60, 9},
	    "+++"},
	{"or not at all", "<div>" LIST "</div>", {90, -100, 9}, "---"},
	{"a list between rows that stay", "<div><p>a</p>" LIST "<p>b</p></div>",
	    {9, -340, -340, -340, 9}, "+++++"},
	{"who wrote a post, between posts", "<div><p>a</p><div class=author>" LIST
	    "</div><p>b</p></div>", {9, -9, -9, -9, 9}, "+---+"},
	{"named far out", "<div class=author><div><div><p>a</p>" LIST "<p>b</p>"
	    "</div></div></div>", {9, -9, -9, -9, 9}, "+++++"},
	{"in a body that is nearer", "<div><p>a</p><div class=author><div class="
	    "post-body>" LIST "</div></div><p>b</p></div>",
	    {9, -9, -9, -9, 9}, "+++++"},
	{"a list that is stated in part stays whole", STATES "<div><ul><li>one "
	    "two<li>three four<li>five six<li>seven</ul></div>",
	    {-300, -300, -300, -300}, "++++"},
	{"an article's links to others behind it", ARTICLE "<div><p>a</p>" NAMES
	    "</div>", {9, 180, 180, 180, 180}, "+----"},
	{"surer ones", ARTICLE "<div><p>a</p>" NAMES "</div>",
	    {9, 181, 181, 181, 181}, "+++++"},
	{"amid its text", ARTICLE "<div><p>a</p>" NAMES "<p>b</p></div>",
	    {9, 9, 9, 9, 9, 9}, "++++++"},
	{"on a page that is no article", "<div><p>a</p>" NAMES "</div>",
	    {9, 9, 9, 9, 9}, "+++++"},
	{"three of them", ARTICLE "<div><p>a</p><ul>" NAME NAME NAME "</ul>"
	    "</div>", {9, 9, 9, 9}, "++++"},
	{"links of a word or two", ARTICLE "<div><p>a</p><ul>" NAME NAME
	    "<li><a href=x>One</a><li><a href=x>Two</a></ul></div>",
	    {9, 9, 9, 9, 9}, "+++++"},
	{"amounts, in doubt, after what goes", "<div><p>one two</p></div><ul><li>"
	    "2 spoons of oil<li>1 head of salad<li>3 lemons<li>salt</ul><div>"
	    "<p>text</p></div>", {-99, -119, -119, -119, -119, -99}, "-++++-"},
	{"fewer than three are none", "<div><p>one two</p></div><ul><li>"
	    "2 spoons of oil<li>1 head of salad<li>salt</ul><div><p>text</p>"
	    "</div>", {-99, -119, -119, -119, -99}, "-----"},
	{"nor are sentences", "<div><p>one two</p></div><ul><li>2 boats sank."
	    "<li>3 of them did not.<li>4 came late.</ul><div><p>text</p></div>",
	    {-99, -119, -119, -119, -99}, "-----"},
	{"nor links", "<div><p>one two</p></div><ul><li>2 days in <a href=x>Rome"
	    "</a> now<li>3 days in <a href=y>Oslo</a> now<li>4 days in "
	    "<a href=z>Bonn</a> now</ul><div><p>text</p></div>",
	    {-99, -119, -119, -119, -99}, "-----"},
};

static struct content_options none;

static void
apply(const struct page *page, const int *scores, char *got)
{
	struct story s = {.page = page, .options = &none};

	s.verdict = calloc(page->n_blocks + 1, sizeof *s.verdict);
	s.rows = rows_of(page, false);
	s.units = units_of(page);
	ck_assert_uint_le(s.rows.n, ROWS(rows->scores));
	for (size_t i = 0; i < s.rows.n; i++)
		s.verdict[s.rows.block[i]] = (struct content_verdict){
		    .score = scores[i], .keep = scores[i] > 0};
	contentrule_apply(&s);
	for (size_t i = 0; i < s.rows.n; i++)
		got[i] = s.verdict[s.rows.block[i]].keep ? '+' : '-';
	rows_free(&s.rows);
	units_free(&s.units);
	free(s.verdict);
}

START_TEST(each_row)
{
	struct source in = source_over(str_of(rows[_i].html));
	struct page page = {0};
	char got[ROWS(rows->scores) + 1] = "";

	page_read(&page, &in);
	apply(&page, rows[_i].scores, got);
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
	page_free(&page);
}
END_TEST

UNIT_MAIN("unitrule", each_row, rows)
