/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/about/about.h"

#define TEXT "<p>The river rose again on Monday night and the lower road " \
	"was closed until noon, the council said in a short note.</p>"
#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

/* Values of a list are joined by "; ". */
static const struct {
	const char *why, *page;
	enum about_field field;
	const char *want; /* "": none */
} rows[] = {
	/* title */
	{"the site's name behind it", "<title>River rises | The Courier</title>"
	    "<meta property=og:site_name content='The Courier'>" TEXT,
	    ABOUT_TITLE, "River rises"},
	{"before it", "<title>The Courier - River rises</title><meta "
	    "property=og:site_name content='The Courier'>" TEXT, ABOUT_TITLE,
	    "River rises"},
	{"the host is its name", "<title>River rises - Courier</title><link "
	    "rel=canonical href='https://courier.example/a'>" TEXT,
	    ABOUT_TITLE, "River rises"},
	{"its initials", "<title>River rises - NSC</title><meta property="
	    "og:site_name content='North Sennet Courier'>" TEXT, ABOUT_TITLE,
	    "River rises"},
	{"a heading that is stated", "<title>News</title><meta property=og:title"
	    " content='River rises again'><h1>News</h1><h1>River rises again"
	    "</h1>" TEXT, ABOUT_TITLE, "River rises again"},
	{"a kicker in the h1", "<meta property=og:title content='River rises "
	    "again'><h1><span>Weather</span> River rises again</h1>" TEXT,
	    ABOUT_TITLE, "River rises again"},
	{"cut off", "<title>River rises again in…</title><h1>Weather now</h1>"
	    "<h1>River rises again in Sennet</h1>" TEXT, ABOUT_TITLE,
	    "River rises again in Sennet"},
	{"the only h1", "<title>flood best live news</title><h1>River rises "
	    "again</h1>" TEXT, ABOUT_TITLE, "River rises again"},
	{"an h1 that is a logo", "<title>River rises again</title><h1 "
	    "class=logo>Courier of the North</h1>" TEXT, ABOUT_TITLE,
	    "River rises again"},
	{"two agree", "<title>Flood</title><meta property=og:title content="
	    "'River rises'><meta name=twitter:title content='River rises'>"
	    TEXT, ABOUT_TITLE, "River rises"},
	{"escaped twice", "<meta property=og:title content='Tea &amp;#8211; "
	    "and &amp;amp; milk'>" TEXT, ABOUT_TITLE, "Tea – and & milk"},
	{"a button in it", "<h1>River rises again<button>Copy</button></h1>"
	    TEXT, ABOUT_TITLE, "River rises again"},
	{"a wrapper's name", "<div class=with-right-sidebar-menu><h1>River "
	    "rises again</h1></div>" TEXT, ABOUT_TITLE, "River rises again"},
	{"a widget that holds it", "<title>River rises again</title><div class="
	    "widget><h1>My old blog</h1></div><div class='widget blog'><h3>River "
	    "rises again</h3>" TEXT "</div>", ABOUT_TITLE,
	    "River rises again"},
	{"a word that is no title", "<title>Home</title><h2>River rises again"
	    "</h2>" TEXT, ABOUT_TITLE, "River rises again"},
	{"angle brackets", "<title>&lt;table&gt; in HTML</title>" TEXT,
	    ABOUT_TITLE, "<table> in HTML"},
	{"tags in a value", "<meta property=og:title content='River &lt;b&gt;"
	    "rises&lt;/b&gt;'>" TEXT, ABOUT_TITLE, "River rises"},
	{"no title", TEXT, ABOUT_TITLE, ""},
	/* authors */
	{"meta", "<meta name=author content='Rowena Ashdown'>" TEXT,
	    ABOUT_AUTHOR, "Rowena Ashdown"},
	{"citation metas, reversed", "<meta name=citation_author content="
	    "'Ashdown, Rowena'><meta name=citation_author content='Okonjo, "
	    "Mira'>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown; Mira Okonjo"},
	{"two in one", "<meta name=author content='Rowena Ashdown and Mira "
	    "Okonjo'>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown; Mira Okonjo"},
	{"German and", "<meta name=author content='Von Rowena Ashdown und "
	    "Mira Okonjo'>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown; Mira Okonjo"},
	{"a role behind", "<meta name=author content='Rowena Ashdown, Staff "
	    "Writer'>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"no name", "<meta name=author content=admin>" TEXT, ABOUT_AUTHOR, ""},
	{"the site", "<meta property=og:site_name content='The Courier'><meta "
	    "name=author content='The Courier'>" TEXT, ABOUT_AUTHOR,
	    "The Courier"},
	{"a person before the site", "<meta property=og:site_name content='The "
	    "Courier'><meta name=author content='The Courier'><h1>River rises"
	    " again</h1><p>By Rowena Ashdown</p>" TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown"},
	{"a date behind it", "<h1>River rises again</h1><p>by: Rowena Ashdown, "
	    "Dec 1, 2025</p>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a login gives way", "<meta name=author content=rash07><h1>River "
	    "rises again</h1><div class=byline>By Rowena Ashdown</div>" TEXT,
	    ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a line", "<h1>River rises again</h1><p>By Rowena Ashdown</p>" TEXT,
	    ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a name and a date", "<h1>River rises again</h1><p>Rowena Ashdown - "
	    "March 14, 2025</p>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a card", "<meta name=twitter:label1 content='Written by'><meta name="
	    "twitter:data1 content='Rowena Ashdown'>" TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown"},
	{"a line in Polish", "<h1>Rzeka znowu wzbiera</h1><p>Autor: Anna "
	    "Nowak</p>" TEXT, ABOUT_AUTHOR, "Anna Nowak"},
	{"Chinese", "<h1>河水再次上涨</h1><p>作者：李小明</p>" TEXT,
	    ABOUT_AUTHOR, "李小明"},
	{"parts that touch", "<h1>River rises again</h1><div class=byline>"
	    "<span>By</span><a href=/r>Rowena Ashdown</a><span>Published"
	    "</span></div>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"of a comment", "<h1>River rises again</h1>" TEXT "<div class="
	    "comments><span class=author>Tom Hale</span></div>",
	    ABOUT_AUTHOR, ""},
	{"microdata", "<h1>River rises again</h1><span itemprop=author>"
	    "<span itemprop=name>Rowena Ashdown</span></span>" TEXT,
	    ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a title in front stays", "<meta name=author content='Dr. Rowena "
	    "Ashdown, MD, PhD'>" TEXT, ABOUT_AUTHOR, "Dr. Rowena Ashdown"},
	{"a mail and a name", "<meta name=author content='r@a.example (Rowena "
	    "Ashdown)'>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a link to an author", "<h1>River rises again</h1><p><a href="
	    "/author/rowena>Rowena Ashdown</a></p>" TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown"},
	{"a link to authors", "<h1>River rises again</h1><p><a href=/author/>"
	    "Rowena Ashdown</a></p>" TEXT, ABOUT_AUTHOR, ""},
	{"the name of a user", "<h1>River rises again</h1><p class="
	    "post-username>rash07</p>" TEXT, ABOUT_AUTHOR, "rash07"},
	{"side by side", "<h1>River rises again</h1><div class=byline><span>"
	    "Rowena Ashdown </span> <span>Mira Okonjo </span> <span>Tom Hale"
	    " the Younger of Sennet</span></div>" TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown; Mira Okonjo"},
	{"behind a phrase", "<h1>River rises again</h1><p class=author>All "
	    "articles by Rowena Ashdown</p>" TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown"},
	{"behind a date", "<h1>River rises again</h1><p>14.3.2025 06:40 by "
	    "Rowena Ashdown</p>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a date is no name", "<h1>River rises again</h1><p class=author>14. "
	    "March</p>" TEXT, ABOUT_AUTHOR, ""},
	{"nor is its label", "<h1>River rises again</h1><p class=author>"
	    "Published today</p>" TEXT, ABOUT_AUTHOR, ""},
	{"an organisation gives way", "<meta name=author content=Courier>"
	    "<h1>River rises again</h1><p class=author>Rowena Ashdown</p>"
	    TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"an article's before the page's", "<meta name=author content='Sennet "
	    "Post'><meta property=article:author content='Rowena Ashdown'>"
	    TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"an editorial office", "<h1>River rises again</h1><p class=author>"
	    "Redaktion</p>" TEXT, ABOUT_AUTHOR, "Redaktion"},
	{"a heading of a low level", "<h1>River rises again</h1><h4>By Rowena "
	    "Ashdown</h4>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a label in a box of its own", "<h1>River rises again</h1><h4>Written "
	    "by</h4><p>Rowena Ashdown</p>" TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown"},
	{"a label at the end", "<h1>River rises again</h1>" TEXT TEXT TEXT TEXT
	    TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT
	    "<p>Written by Rowena Ashdown</p>", ABOUT_AUTHOR,
	    "Rowena Ashdown"},
	{"a teaser at the end", "<h1>River rises again</h1>" TEXT TEXT TEXT
	    TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT
	    "<p>By Rowena Ashdown</p>", ABOUT_AUTHOR, ""},
	{"the site is hers", "<meta property=og:site_name content='Rowena "
	    "Ashdown Weather'><meta name=author content='Rowena Ashdown'>"
	    "<h1>River rises again</h1><p class=author>Rowena Ashdown</p><p "
	    "class=author>The gauge of Sennet Bridge</p>" TEXT, ABOUT_AUTHOR,
	    "The gauge of Sennet Bridge"},
	{"what she is", "<h1>River rises again</h1><p>By Rowena Ashdown, Head "
	    "Hydrology Consultant</p>" TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"only what she is", "<h1>River rises again</h1><p class=author>Head "
	    "Hydrology Consultant</p>" TEXT, ABOUT_AUTHOR, ""},
	{"who took the pictures", "<h1>River rises again</h1><div class=byline>"
	    "<p>By Rowena Ashdown</p><p>Photography by Tom Hale</p></div>"
	    TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a count", "<h1>River rises again</h1><p class=author>Posts: 116</p>"
	    TEXT, ABOUT_AUTHOR, ""},
	{"of two words", "<h1>River rises again</h1><h3 class=PostUser-name>"
	    "rash07</h3>" TEXT, ABOUT_AUTHOR, "rash07"},
	{"a word that leads to a date", "<h1>River rises again</h1><p class="
	    "author>rash07 am 29.12.2010</p>" TEXT, ABOUT_AUTHOR, "rash07"},
	{"two posts have two authors", "<h1>River rises again</h1><b itemprop="
	    "author>rash07</b>" TEXT "<b itemprop=author>tomhale</b>" TEXT,
	    ABOUT_AUTHOR, "rash07"},
	{"an editor in charge", "<h1>河水再次上涨</h1>" TEXT "<p>(责编：李小明、"
	    "王大海)</p>", ABOUT_AUTHOR, "李小明; 王大海"},
	/* JSON-LD */
	{"an object", LD("{\"@type\":\"NewsArticle\",\"author\":{\"@type\":"
	    "\"Person\",\"name\":\"Rowena Ashdown\"}}") TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown"},
	{"a list", LD("{\"@type\":\"NewsArticle\",\"author\":[{\"name\":"
	    "\"Rowena Ashdown\"},\"Mira Okonjo\"]}") TEXT, ABOUT_AUTHOR,
	    "Rowena Ashdown; Mira Okonjo"},
	{"a reference", LD("{\"@graph\":[{\"@type\":\"Article\",\"author\":"
	    "{\"@id\":\"#r\"}},{\"@type\":\"Person\",\"@id\":\"#r\",\"name\":"
	    "\"Rowena Ashdown\"}]}") TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
	{"a prefix and a list of types", LD("[{\"@type\":[\"Thing\",\"schema:"
	    "NewsArticle\"],\"schema:headline\":\"River rises\"}]") TEXT,
	    ABOUT_TITLE, "River rises"},
	{"comments, CDATA, commas, no end", LD("//<![CDATA[\n/* a */ {\"@type\""
	    ":\"Article\",\"headline\":\"River\nrises\",\"keywords\":[\"a\","
	    "\"b\",]") TEXT, ABOUT_TITLE, "River rises"},
	{"tags of it", LD("{\"@type\":\"Article\",\"keywords\":\"flood, "
	    "Flood,rain\"}") TEXT, ABOUT_TAG, "flood; rain"},
	{"of a comment", LD("{\"@type\":\"Article\",\"comment\":{\"@type\":"
	    "\"Comment\",\"author\":\"Tom Hale\"}}") TEXT, ABOUT_AUTHOR, ""},
	{"several values", LD("{\"@type\":\"WebSite\",\"name\":\"Sennet Post"
	    "\"}{\"@type\":\"Article\",\"headline\":\"River rises\"}")
	    TEXT, ABOUT_TITLE, "River rises"},
	{"with commas between", LD("{\"@type\":\"WebSite\"},[{\"@type\":"
	    "\"Article\",\"headline\":\"River rises\"}],") TEXT,
	    ABOUT_TITLE, "River rises"},
	{"not JSON", LD("{\"@type\":Article}") TEXT, ABOUT_TYPE, ""},
	/* dates */
	{"stated", "<meta property=article:published_time content="
	    "2025-03-14T06:40:00+01:00>" TEXT, ABOUT_PUBLISHED,
	    "2025-03-14T06:40:00+01:00"},
	{"not the epoch", "<meta name=date content=1970-01-01T00:00:00Z>" TEXT,
	    ABOUT_PUBLISHED, ""},
	{"time", "<h1>River rises again</h1><time datetime=2025-03-14>Friday"
	    "</time>" TEXT, ABOUT_PUBLISHED, "2025-03-14"},
	{"a commentary is no comment", "<h1>River rises again</h1><div class="
	    "'node commentary'><p>Dec 18, 2023</p></div>" TEXT, ABOUT_DATE,
	    "2023-12-18"},
	{"a label", "<h1>River rises again</h1><p>Published: 14 March 2025</p>"
	    "<p>Updated: 15 March 2025</p>" TEXT, ABOUT_PUBLISHED,
	    "2025-03-14"},
	{"the other label", "<h1>River rises again</h1><p>Published: 14 March "
	    "2025</p><p>Updated: 15 March 2025</p>" TEXT, ABOUT_MODIFIED,
	    "2025-03-15"},
	{"before it was published", "<meta name=datePublished content="
	    "2025-03-14><meta name=dateModified content=2025-03-01>" TEXT,
	    ABOUT_MODIFIED, ""},
	{"the address", "<link rel=canonical href=https://a.example/2025/03/14/"
	    "river>" TEXT, ABOUT_DATE, "2025-03-14"},
	{"UTC, the day before", "<meta property=article:published_time content"
	    "=2025-03-14T22:30:00Z><link rel=canonical href=https://a.example/"
	    "2025/03/15/river>" TEXT, ABOUT_DATE, "2025-03-15"},
	{"as stated", "<meta property=article:published_time content="
	    "2025-03-14T22:30:00Z><link rel=canonical href=https://a.example/"
	    "2025/03/15/river>" TEXT, ABOUT_PUBLISHED, "2025-03-14T22:30:00Z"},
	{"the same moment at the place", "<h1>River rises again</h1><meta "
	    "property=article:published_time content=2025-03-14T22:30:00Z>"
	    "<time datetime=2025-03-15T09:30:00+11:00>today</time>" TEXT,
	    ABOUT_DATE, "2025-03-15"},
	{"the day to be seen", "<h1>River rises again</h1><meta property="
	    "article:published_time content=2025-03-14T22:30:00Z><time "
	    "datetime=2025-03-15>today</time>" TEXT, ABOUT_DATE,
	    "2025-03-15"},
	{"an aside of no article", "<article><h1>River rises again</h1>" TEXT
	    "</article><aside><time datetime=2025-03-14>x</time></aside>",
	    ABOUT_DATE, ""},
	{"an article's sidebar", "<article><h1>River rises again</h1><div "
	    "class=sidebar><time datetime=2025-03-14>x</time></div>" TEXT
	    "</article>", ABOUT_DATE, "2025-03-14"},
	{"the page in a sidebar's box", "<div class=right-sidebar><h1>River "
	    "rises again</h1><p>14 March 2025</p>" TEXT "</div>", ABOUT_DATE,
	    "2025-03-14"},
	{"comments on it", "<h1>River rises again</h1>" TEXT "<div class="
	    "comments><p>14 March 2025</p></div>", ABOUT_DATE, ""},
	{"a date of the comments' number", "<h1>River rises again</h1><p "
	    "class=comments-date>14 March 2025</p>" TEXT, ABOUT_DATE,
	    "2025-03-14"},
	{"a menu of what is said", "<h1>River rises again</h1><ul class='nav "
	    "meta'><li>14 March 2025</ul>" TEXT, ABOUT_DATE, "2025-03-14"},
	{"a builder's widget", "<h1>River rises again</h1><div class="
	    "page-widget><time datetime=2025-03-14>x</time></div>" TEXT,
	    ABOUT_DATE, "2025-03-14"},
	{"a post's footer", "<h1>River rises again</h1><div class=post-footer>"
	    "<p>14 March 2025</p></div>" TEXT, ABOUT_DATE, "2025-03-14"},
	{"an attribute of data", "<h1>River rises again</h1><div data-date="
	    "2025-03-14>today</div>" TEXT, ABOUT_DATE, "2025-03-14"},
	{"an element of its own", "<h1>River rises again</h1><time-ago "
	    "datetime=2025-03-14>x</time-ago>" TEXT, ABOUT_DATE,
	    "2025-03-14"},
	{"a name with publish and date", "<meta name=w-published-date content="
	    "2025-03-14>" TEXT, ABOUT_DATE, "2025-03-14"},
	{"a bare date is a guess", "<meta name=date content=2025-03-20><h1>"
	    "River rises again</h1><time datetime=2025-03-14>x</time>" TEXT,
	    ABOUT_DATE, "2025-03-14"},
	{"far off, in a short line", "<h1>River rises again</h1>" TEXT TEXT
	    TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT
	    "<p>14 March 2025 | Nature, floods</p>", ABOUT_DATE,
	    "2025-03-14"},
	{"far off, in a sentence", "<h1>River rises again</h1>" TEXT TEXT
	    TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT TEXT
	    "<p>The bridge was closed on 14 March 2025, as the council said."
	    "</p>", ABOUT_DATE, ""},
	/* language, address, site */
	{"a locale", "<meta property=og:locale content=en_us>" TEXT,
	    ABOUT_LANG, "en-US"},
	{"html lang first", "<html lang=en-GB><meta property=og:locale content"
	    "=en_US>" TEXT, ABOUT_LANG, "en-GB"},
	{"the text is surely another", "<html lang=de>" TEXT TEXT TEXT,
	    ABOUT_LANG, "en"},
	{"relative to nothing", "<link rel=canonical href=/a>" TEXT, ABOUT_URL,
	    ""},
	{"without a path", "<link rel=canonical href=https://a.example/><meta "
	    "property=og:url content=https://a.example/river>" TEXT,
	    ABOUT_URL, "https://a.example/river"},
	{"the end of the title", "<title>River rises again - Sennet Post"
	    "</title><h1>River rises again</h1>" TEXT, ABOUT_SITE,
	    "Sennet Post"},
	{"the host", "<link rel=canonical href=https://www.a.example/b>" TEXT,
	    ABOUT_SITE, "a.example"},
	{"a domain gives way", "<meta property=og:site_name content=a.example>"
	    "<meta name=application-name content='Sennet Post'>" TEXT,
	    ABOUT_SITE, "Sennet Post"},
	/* the rest */
	{"not the title again", "<title>River rises again</title><meta "
	    "property=og:description content='River rises again'><meta "
	    "name=description content='The lower road is closed.'>" TEXT,
	    ABOUT_DESCRIPTION, "The lower road is closed."},
	{"a licence", "<a rel=license href=https://creativecommons.org/"
	    "licenses/by-sa/4.0/deed.de>x</a>" TEXT, ABOUT_LICENSE,
	    "CC BY-SA 4.0"},
	{"of a country", "<a href=https://creativecommons.org/licenses/by/3.0/"
	    "at/deed.de>x</a>" TEXT, ABOUT_LICENSE, "CC BY 3.0 AT"},
	{"no licence", "<a href=https://creativecommons.org/licenses/>x</a>"
	    TEXT, ABOUT_LICENSE, ""},
	{"a picture's", "<figure><figcaption><a rel=license href=https://"
	    "creativecommons.org/licenses/by/2.0/>x</a></figcaption></figure>"
	    "<footer><a href=https://creativecommons.org/licenses/by-sa/4.0/>x"
	    "</a></footer>" TEXT, ABOUT_LICENSE, "CC BY-SA 4.0"},
	{"no rights", "<link rel=license href=http://creativecommons.org/"
	    "publicdomain/zero/1.0/>" TEXT, ABOUT_LICENSE, "CC0 1.0"},
	{"an image", "<base href=https://a.example/b/><meta property=og:image "
	    "content=../c.jpg>" TEXT, ABOUT_IMAGE, "https://a.example/c.jpg"},
	{"rel tag", "<a rel=tag href=/f>flood</a> <a rel=tag href=/r>rain</a>"
	    TEXT, ABOUT_TAG, "flood; rain"},
	{"its type", "<meta property=og:type content=article>" TEXT,
	    ABOUT_TYPE, "article"},
	{"its section", "<meta property=article:section content=Weather>" TEXT,
	    ABOUT_SECTION, "Weather"},
	{"controls go", "<meta name=author content='Rowena&#9; Ashdown'>"
	    TEXT, ABOUT_AUTHOR, "Rowena Ashdown"},
};

START_TEST(each_rule)
{
	struct about_options options = {0};
	struct source page = source_over(str_of(rows[_i].page));
	struct about *a = about_read(&page, &options);
	struct buf got = {0};
	struct str value;

	for (size_t i = 0; (value = about_value(a, rows[_i].field, i)).s !=
	    NULL; i++) {
		if (i > 0)
			buf_puts(&got, "; ");
		buf_put(&got, value.s, value.n);
	}
	ck_assert_msg(str_eq(buf_str(&got), str_of(rows[_i].want)),
	    "%s %s: %s", about_field_name(rows[_i].field), rows[_i].why,
	    text_of(&got));
	buf_free(&got);
	about_free(a);
}
END_TEST

/* No date later than two days after the visit is believed. */
START_TEST(the_visit_bounds_dates)
{
	struct about_options options = {.visited = 20161}; /* 2025-03-14 */
	struct source page = source_over(STR("<meta name=date content="
	    "2025-03-17><p>Published 13 March 2025</p>"));
	struct about *a = about_read(&page, &options);

	ck_assert(str_eq(about_value(a, ABOUT_DATE, 0), STR("2025-03-13")));
	about_free(a);
}
END_TEST

UNIT_SUITE("about", UNIT_EACH(each_rule, rows),
    tcase_add_test(t, the_visit_bounds_dates))
