/* SPDX-License-Identifier: MIT */
/*
 * What the rules make of scores that are given: for each row of a page (a
 * block with words) + kept or - dropped, and the rule, where it was not the
 * score.  No block is of a unit (unit.h), which is judged as a whole.
 */
#include "unit.h"

#include "html/extract/contentrule.h"

#define ARTICLE "<meta property=og:type content=article>"
#define SITE "<meta property=og:type content=website>"
#define PROSE "The river rose by the hour and all who lived beside it went " \
	"up to the church with what they could carry."
#define PROSE2 "Nobody had thought that the dam could fail, though it had " \
	"been built in haste and of bad stone."
#define FLOOD "<title>The flood</title><div><h1>The flood</h1>"
#define SUMMARY "It took the bridge, the mill and all the boats there were"
#define BODY STATES("{\"@type\": \"NewsArticle\", \"articleBody\": \"" \
	PROSE " " PROSE2 " So they say in the town.\"}")
#define TEASER(x) "<div><h3><a href=" x ">Rain in the hills</a></h3>" \
	"<p>It rained there.</p></div>"
#define TEASER_LINE "<div><p><a href=x>Rain in the hills</a></p></div>"
#define SECTION "<div><p>It rained there for days on end.</p>" \
	"<p><a href=x>Rain in the hills</a></p></div>"
#define DATED STATES("{\"datePublished\": \"2001-03-04\"}")
#define THREAD STATES("{\"@type\": \"QAPage\"}")
#define NEWS "<meta property=og:type content=news>"
#define PRODUCT STATES("{\"@type\": \"Product\"}")
#define STATES(x) "<script type=application/ld+json>" x "</script>"
#define RECIPE STATES("{\"@graph\": [{\"recipeIngredient\": " \
	"[\"2 red apples\", \"sugar\", \"1 l of water\"], " \
	"\"recipeInstructions\": [{\"text\": \"Peel them, cut them up " \
	"and let them simmer slowly until they are soft, which takes half " \
	"an hour.\"}]}]}")
#define QUESTION STATES("{\"mainEntity\": [{\"name\": \"How deep is the " \
	"lake?\", \"acceptedAnswer\": {\"text\": \"<p>The lake is 40 " \
	"fathoms deep at its end.</p>\"}, \"comment\": {\"step\": \"What " \
	"others said of it is not stated at all.\"}}]}")

static const struct {
	const char *why, *html;
	int scores[8];
	const char *want;
} rows[] = {
	{"the score alone", "<div><p>one two</p><p>three four</p></div>",
	    {1, -1}, "+ -"},

	{"a byline, in an element named after its author",
	    "<div><p class=author>by Ann Lee</p><p>text</p></div>", {9, 9},
	    "-byline +"},
	{"or after a date",
	    "<div><p class=date>3 March 2001</p><p>text</p></div>", {9, 9},
	    "-byline +"},
	{"but not inside one named after a date",
	    "<div class=date><p>by March it had begun</p></div>", {9}, "+"},
	{"a sentence is no byline",
	    "<div><p class=author>It was written by Ann Lee.</p></div>", {9},
	    "+"},

	{"links that share the page",
	    "<div><p class=share><a href=x>Share this page</a></p></div>",
	    {9}, "-sharing"},
	{"a line with more than the links",
	    "<div><p class=share><a href=x>Share this page</a> or do not</p>"
	    "</div>", {9}, "+"},

	{"a stamp", "<div><p>Last updated on Monday</p></div>", {9}, "-stamp"},
	{"a caption", "<div><figure><figcaption>A boat on the lake"
	    "</figcaption></figure><p>text</p></div>", {9, 9}, "-caption +"},
	{"a link to pictures",
	    "<div><p><a href=x>Photo gallery</a></p></div>", {9}, "-gallery"},
	{"one that is an item of a list",
	    "<ul><li><a href=x>Photo gallery</a></ul>", {9}, "+"},

	{"a pointer", "<div><p>Read more: <a href=x>The rain in the hills</a>"
	    "</p></div>", {9}, "-pointer"},
	{"a line that is mostly no link",
	    "<div><p>Read more of what the rain did to <a href=x>us</a></p>"
	    "</div>", {9}, "+"},
	{"a line that is too long for one",
	    "<div><p>Read more of what they found: <a href=x>one two three four "
	    "five six seven eight nine ten eleven twelve thirteen fourteen</a>"
	    "</p></div>", {9}, "+"},
	{"but not where it is all a link",
	    "<div><p><a href=x>Read more of what they found: one two three four "
	    "five six seven eight nine ten eleven twelve thirteen fourteen</a>"
	    "</p></div>", {9}, "-pointer"},
	{"and ends as a sentence does",
	    "<div><p><a href=x>Related: Will the rain end?</a></p></div>", {9},
	    "-pointer"},
	{"a heading that is one", "<div><h2><a href=x>Related: Will the rain end?"
	    "</a></h2><p>text</p></div>", {9, 9}, "+ +"},
	{"a short label, and a link that names an article, in any language",
	    ARTICLE "<div><p>Lesen Sie das: <a href=x>Die Bruecke ist nach zwei Jahren "
	    "offen</a></p></div>", {9}, "-pointer"},
	{"on a page with a date", DATED "<div><p>They say: <a href=x>The bridge "
	    "opens after two years</a></p></div>", {9}, "-pointer"},
	{"on one of neither it is a fact", "<div><p>Venue: <a href=x>The old town "
	    "hall of Harbour Town</a></p></div>", {9}, "+"},
	{"a link of four words is a fact",
	    ARTICLE "<div><p>Team: <a href=x>The Harbour Boys Club</a></p></div>", {9},
	    "+"},
	{"so is an address", ARTICLE "<div><p>Register: <a href=x>"
	    "https://www.example.org/boats/on/the/lake</a></p></div>", {9}, "+"},
	{"and a source", ARTICLE "<div><p>Source: <a href=x>Boats of the lake, by "
	    "Ann Lee</a></p></div>", {9}, "+"},
	{"a headline in a script without spaces", ARTICLE "<div><p>\xE6\xB0\xB4:"
	    " <a href=x>\xE6\xB0\xB4\xE6\xB0\xB4\xE6\xB0\xB4\xE6\xB0\xB4"
	    "\xE6\xB0\xB4\xE6\xB0\xB4\xE6\xB0\xB4\xE6\xB0\xB4</a></p></div>",
	    {9}, "-pointer"},
	{"five words before the colon are no label",
	    ARTICLE "<div><p>All that we know now: <a href=x>The bridge opens after two "
	    "years</a></p></div>", {9}, "+"},
	{"a line that goes on after the link",
	    ARTICLE "<div><p>They say: <a href=x>The bridge opens after two years</a> "
	    "soon</p></div>", {9}, "+"},
	{"a line without a colon",
	    ARTICLE "<div><p>They say <a href=x>The bridge opens after two years</a></p>"
	    "</div>", {9}, "+"},
	{"an item of a list", ARTICLE "<ul><li>Von: <a href=x>Die Bruecke ist nach zwei "
	    "Jahren offen</a></ul>", {9}, "+"},
	{"a line of a thread", ARTICLE THREAD "<div><p>They say: <a href=x>The bridge "
	    "opens after two years</a></p></div>", {9}, "+"},

	{"what there is to read beside an article", ARTICLE
	    "<div><p>" PROSE "</p><p>" PROSE2 "</p></div><section>"
	    TEASER("x") TEASER("y") TEASER("z") "</section>",
	    {9, 9, 59, 60, 59, 59, 59, 59},
	    "+ + -pointer + -pointer -pointer -pointer -pointer"},
	{"not beside what is no article",
	    "<div><p>" PROSE "</p><p>" PROSE2 "</p></div><section>"
	    TEASER("x") TEASER("y") TEASER("z") "</section>",
	    {9, 9, 9, 9, 9, 9, 9, 9}, "+ + + + + + + +"},
	{"nor panels of the page, which a link opens", ARTICLE
	    "<div><p>" PROSE "</p><p>" PROSE2 "</p></div><section>"
	    TEASER("#x") TEASER("#y") TEASER("#z") "</section>",
	    {9, 9, 9, 9, 9, 9, 9, 9}, "+ + + + + + + +"},
	{"nor two", ARTICLE
	    "<div><p>" PROSE "</p><p>" PROSE2 "</p></div><section>"
	    TEASER("x") TEASER("y") "</section>",
	    {9, 9, 9, 9, 9, 9}, "+ + + + + +"},
	{"nor three of five", ARTICLE "<div><p>" PROSE PROSE2 "</p></div><section>"
	    TEASER_LINE TEASER_LINE TEASER_LINE "<div><p>It rained there all of "
	    "the day.</p></div><div><p>It rained there all of the night.</p></div>"
	    "</section>", {9, 100, 100, 100, 9, 9}, "+ + + + + +"},
	{"nor boxes that begin with other text", ARTICLE
	    "<div><p>" PROSE "</p><p>" PROSE2 "</p></div><section>"
	    SECTION SECTION SECTION "</section>",
	    {9, 9, 9, 100, 9, 100, 9, 100}, "+ + + + + + + +"},

	{"a box that asks for consent",
	    "<div><p>" PROSE "</p></div><div class=consent><div><p>Cookies of "
	    "ours</p><p>Cookies of others</p><p>Agree or not</p></div></div>",
	    {9, 9, 9, 9}, "+ -offer -offer -offer"},
	{"one that is not named so",
	    "<div><p>" PROSE "</p></div><div class=box><div><p>Cookies of "
	    "ours</p><p>Cookies of others</p><p>Agree or not</p></div></div>",
	    {9, 9, 9, 9}, "+ + + +"},
	{"one that speaks of them once",
	    "<div><p>" PROSE "</p></div><div class=consent><div><p>Cookies of "
	    "ours</p><p>Terms of others</p><p>Agree or not</p></div></div>",
	    {9, 9, 9, 9}, "+ + + +"},
	{"one that is mostly of other things",
	    "<div><p>" PROSE "</p></div><div class=consent><div><p>Cookies of "
	    "ours</p><p>Cookies of others</p><p>" PROSE2 PROSE2 "</p></div></div>",
	    {9, 9, 9, 9}, "+ + + +"},
	{"one beside which nothing stays",
	    "<div><p>" PROSE "</p></div><div class=consent><div><p>Cookies of "
	    "ours</p><p>Cookies of others</p><p>Agree or not</p></div></div>",
	    {-999, 9, 9, 9}, "- + + +"},
	{"one that has the headline",
	    "<div><p>" PROSE "</p></div><div class=consent><h1>Cookies</h1><p>"
	    "Cookies of ours</p><p>Cookies of others</p></div>",
	    {9, 9, 9, 9}, "+ +title + +"},

	{"a heading of what stays", "<div><h2>one</h2><p>text</p></div>",
	    {-99, 9}, "+heading +"},
	{"of another heading that does",
	    "<div><h2>one</h2><h3>two</h3><p>text</p></div>", {-99, -99, 9},
	    "+heading +heading +"},
	{"not an unlikely one", "<div><h2>one</h2><p>text</p></div>",
	    {-100, 9}, "- +"},
	{"nor a link", "<div><h2><a href=x>one</a></h2><p>text</p></div>",
	    {-99, 9}, "- +"},
	{"nor one of another box", "<div><div><div><h2>one</h2></div></div>"
	    "<p>text</p></div>", {-99, 9}, "- +"},

	{"a line of an article that names another",
	    ARTICLE "<div><p><a href=x>Rain in the hills</a></p></div>", {9},
	    "-pointer"},
	{"three words do not", ARTICLE "<div><p><a href=x>Rain in hills</a></p>"
	    "</div>", {9}, "+"},
	{"a line that is sure", ARTICLE
	    "<div><p><a href=x>Rain in the hills</a></p></div>", {100}, "+"},
	{"a page that is no article",
	    "<div><p><a href=x>Rain in the hills</a></p></div>", {9}, "+"},

	{"what announces other pages, and they", ARTICLE
	    "<div><p>text</p><p>Related</p><p><a href=x>One two</a></p>"
	    "<p>on 3 May</p><p><a href=x>Three four</a></p><p>" PROSE "</p>"
	    "</div>", {9, 9, 9, 9, 9, 9},
	    "+ -pointer -pointer -pointer -pointer +"},
	{"four words end them", ARTICLE
	    "<div><p>text</p><p>Related</p><p><a href=x>One two</a></p>"
	    "<p>a line of text</p><p><a href=x>Three four</a></p></div>",
	    {9, 9, 9, 9, 9}, "+ -pointer -pointer + +"},

	{"comments under an article", ARTICLE
	    "<div><p>" PROSE "</p></div><div class=comments><p>So true</p>"
	    "<p>Sure</p></div>", {9, 149, 150}, "+ -comment +"},

	{"the same words again", "<div><p>" PROSE "</p><p>text</p><p>" PROSE
	    "</p></div>", {9, 9, 9}, "+ + -copy"},
	{"a few words twice", "<div><p>so they say</p><p>text</p>"
	    "<p>so they say</p></div>", {9, 9, 9}, "+ + +"},
	{"a copy that is sure", "<div><p>" PROSE "</p><p>text</p><p>" PROSE
	    "</p></div>", {9, 9, 300}, "+ + +"},
	{"one alone that is nearly so: a refrain", "<div><p>" PROSE "</p><p>text"
	    "</p><p>" PROSE "</p></div>", {9, 9, 200}, "+ + +"},
	{"two such, in order", "<div><p>" PROSE "</p><p>" PROSE2 "</p><p>text</p>"
	    "<p>" PROSE "</p><p>" PROSE2 "</p></div>", {9, 9, 9, 299, 299},
	    "+ + + -copy -copy"},
	{"in another order", "<div><p>" PROSE "</p><p>" PROSE2 "</p><p>text</p>"
	    "<p>" PROSE2 "</p><p>" PROSE "</p></div>", {9, 9, 9, 200, 200},
	    "+ + + + +"},
	{"a copy that is quoted, sure or not", "<div><p>" PROSE "</p><p>text</p>"
	    "<blockquote>" PROSE "</blockquote></div>", {9, 9, 300},
	    "+ + -copy"},

	{"the headline", "<title>The flood</title><div><h1>The flood</h1>"
	    "<p>text</p></div>", {-99, 9}, "+title +"},
	{"a heading that nothing follows",
	    "<div><p>text</p><h2>Contact</h2><p>no</p></div>", {9, 9, -9},
	    "+ -heading -"},

	{"an introduction, named so, below a date",
	    "<title>The flood</title><div><h1>The flood</h1><p>Monday</p>"
	    "<p class=intro>what the river did to those who lived there</p>"
	    "<p>text</p></div>", {9, -50, -50, 9}, "+title - +standfirst +"},
	{"as the third below the headline",
	    "<title>The flood</title><div><h1>The flood</h1><p>Monday</p>"
	    "<p>early</p><p class=intro>what the river did to those who lived "
	    "there</p><p>text</p></div>", {9, -50, -50, -50, 9},
	    "+title - - +standfirst +"},
	{"as the fourth",
	    "<title>The flood</title><div><h1>The flood</h1><p>Monday</p>"
	    "<p>early</p><p>cold</p><p class=intro>what the river did to those "
	    "who lived there</p><p>text</p></div>", {9, -50, -50, -50, -50, 9},
	    "+title - - - +standfirst +"},
	{"not as the fifth",
	    "<title>The flood</title><div><h1>The flood</h1><p>Monday</p>"
	    "<p>early</p><p>cold</p><p>wet</p><p class=intro>what the river did "
	    "to those who lived there</p><p>text</p></div>",
	    {9, -50, -50, -50, -50, -50, 9}, "+title - - - - - +"},
	{"the first text below the headline, whatever its score",
	    FLOOD "<p>Monday</p><p>" SUMMARY "</p><p>text</p></div>",
	    {9, -300, -300, 9}, "+title - +standfirst +"},
	{"not one of seven words",
	    FLOOD "<p>All who lived there went uphill first</p><p>text</p>"
	    "</div>", {9, -300, 9}, "+title - +"},
	{"not the second, unless it is named so",
	    FLOOD "<p>" PROSE "</p><p>" SUMMARY "</p><p>text</p></div>",
	    {9, -300, -300, 9}, "+title +standfirst - +"},
	{"or the page describes itself in its words",
	    "<meta name=description content=\"" SUMMARY " More of it here.\">"
	    FLOOD "<p class=ad>Ten umbrellas for the price of nine, today "
	    "only: <a href=x>see the umbrellas that we have for you here</a>"
	    "</p><p>" SUMMARY "</p><p>text</p></div>",
	    {9, -300, -300, 9}, "+title - +standfirst +"},
	{"past the headline in other words",
	    FLOOD "<h2>The flood, the flood and the town at sea</h2><p>"
	    SUMMARY "</p><p>text</p></div>", {9, -300, -300, 9},
	    "+title - +standfirst +"},
	{"past links to share it", FLOOD "<p class=share>" SUMMARY "</p><p>text"
	    "</p></div>", {9, -300, 9}, "+title - +"},
	{"past who wrote it, and when, in a sentence", FLOOD "<p>By Ann Lee and "
	    "Bob Day, updated December 22, 2001, at 3 p.m.</p><p>text</p></div>",
	    {9, -300, 9}, "+title - +"},
	{"past who wrote it", FLOOD "<p>By Ann Lee and Bob Day for The "
	    "Daily River</p><p>" SUMMARY "</p><p>text</p></div>",
	    {9, -300, -300, 9}, "+title - +standfirst +"},
	{"past when", FLOOD "<p>3 March 2001 at 10:15, 4 March 2001 at 9</p>"
	    "<p>" SUMMARY "</p><p>text</p></div>", {9, -300, -300, 9},
	    "+title - +standfirst +"},
	{"past a credit", FLOOD "<p>The river at its height on Monday, seen "
	    "from above. Photo: Ann Lee</p><p>" SUMMARY "</p><p>text</p></div>",
	    {9, -300, -300, 9}, "+title - +standfirst +"},
	{"past a caption", FLOOD "<div class=caption><p>The river at its "
	    "height, seen from above the town</p></div><p>" SUMMARY "</p>"
	    "<p>text</p></div>", {9, -300, -300, 9}, "+title - +standfirst +"},
	{"not after a text that is none", FLOOD "<p><a href=x>" PROSE2 "</a></p>"
	    "<p>" SUMMARY "</p><p>text</p></div>", {9, -300, -300, 9},
	    "+title - - +"},
	{"not a link", FLOOD "<p><a href=x>" SUMMARY "</a></p><p>text</p></div>",
	    {9, -300, 9}, "+title - +"},
	{"not in a figure", FLOOD "<figure><p>" SUMMARY "</p></figure>"
	    "<p>text</p></div>", {9, -300, 9}, "+title -caption +"},
	{"not beside the article", FLOOD "<aside><p>" SUMMARY "</p></aside>"
	    "<p>text</p></div>", {9, -300, 9}, "+title - +"},
	{"not after what stays", FLOOD "<p>" PROSE "</p><p class=intro>" SUMMARY
	    "</p></div>", {9, 9, -50}, "+title + -"},

	{"code between what stays",
	    "<div><p>one</p><pre>x = 1</pre><p>two</p></div>", {9, -9, 9},
	    "+ +code +"},
	{"code behind what goes",
	    "<div><p>one</p><pre>x = 1</pre><p>two</p></div>", {-9, -9, 9},
	    "- - +"},
	{"code before what goes",
	    "<div><p>one</p><pre>x = 1</pre><p>two</p></div>", {9, -9, -9},
	    "+ - -"},
	{"what an article quotes", ARTICLE
	    "<div><p>one</p><blockquote>two</blockquote><p>three</p></div>",
	    {9, -9, 9}, "+ +quote +"},

	{"a list that is announced",
	    "<div><p>There are two of them:</p><ul><li>red<li>blue</ul></div>",
	    {9, -9, -9}, "+ +announced +announced"},
	{"a list of links is not", "<div><p>There are two of them:</p><ul>"
	    "<li><a href=x>red</a><li><a href=x>blue</a></ul></div>",
	    {9, -9, -9}, "+ - -"},
	{"nor one behind two words", "<div><p>See also:</p><ul><li>red<li>blue"
	    "</ul></div>", {9, -9, -9}, "+ - -"},

	{"headings of an article with nothing under them", ARTICLE "<div><p>"
	    "text</p><h3>One</h3><h3>Two</h3><h3>Three</h3><h3>Four</h3>"
	    "<p>text</p></div>", {9, 9, 9, 9, 9, 9},
	    "+ -pointer -pointer -pointer -pointer +"},
	{"three of them", ARTICLE "<div><p>text</p><h3>One</h3><h3>Two</h3>"
	    "<h3>Three</h3><p>text</p></div>", {9, 9, 9, 9, 9}, "+ + + + +"},
	{"of two shapes", ARTICLE "<div><p>text</p><h3>One</h3><h3>Two</h3>"
	    "<h2>Three</h2><h3>Four</h3><p>text</p></div>",
	    {9, 9, 9, 9, 9, 9}, "+ + + + + +"},
	{"of a page that is no article", "<div><p>text</p><h3>One</h3><h3>Two"
	    "</h3><h3>Three</h3><h3>Four</h3><p>text</p></div>",
	    {9, 9, 9, 9, 9, 9}, "+ + + + + +"},
	{"a heading that names others, over links", "<div><p>text</p><h2>"
	    "Recommended</h2><ul><li><a href=x>One two three</a><li><a href=x>"
	    "Four five six</a></ul><p>text</p></div>", {9, -9, 9, 9, 9},
	    "+ -pointer -pointer -pointer +"},
	{"at the end of a page, where it may be a list of sources",
	    "<div><p>text</p><h2>Related</h2><ul><li><a href=x>One two three"
	    "</a><li><a href=x>Four five six</a></ul></div>", {9, 9, 9, 9},
	    "+ + + +"},

	{"two lines that ask for support", ARTICLE "<div><p>Reporters need "
	    "your support.</p><p>We cannot go on without your help.</p></div>",
	    {9, 9}, "-plea -plea"},
	{"one may speak of it", ARTICLE "<div><p>All that they wrote in "
	    "those years would not have come about without your help.</p><p>We "
	    "all know that.</p></div>", {9, 9}, "+ +"},
	{"commissions", "<div><p>If you buy it we may receive compensation.</p>"
	    "<p>text</p></div>", {9, 9}, "-plea +"},
	{"on a page of goods", PRODUCT "<div><p>If you buy it we may receive "
	    "compensation.</p><p>text</p></div>", {9, 9}, "+ +"},
	{"a line with an offer in it", "<div><p>Sign in to unlock it</p>"
	    "</div><article><p>text</p></article>", {9, 9}, "-offer +"},
	{"a long one", "<div><p>The miners had to sign in to unlock the lamps "
	    "before they went down</p></div><article><p>text</p></article>", {9, 9},
	    "+ +"},

	{"a page of the news is an article", NEWS
	    "<div><p><a href=x>Rain in the hills</a></p></div>", {9},
	    "-pointer"},
	{"one behind a subscription, too", ARTICLE STATES("{\"isPartOf\": "
	    "{\"@type\": [\"CreativeWork\", \"NewsArticle\", \"Product\"]}}")
	    "<div><p><a href=x>Rain in the hills</a></p></div>", {9},
	    "-pointer"},
	{"not one of a product", ARTICLE STATES("{\"@type\": \"Product\"}")
	    "<div><p><a href=x>Rain in the hills</a></p></div>", {9}, "+"},

	{"a paragraph in doubt beside kept ones", "<div><p>" PROSE "</p><div>"
	    PROSE2 "</div></div>", {9, -119}, "+ +paragraph"},
	{"one named as a caption is none", "<div><p>" PROSE "</p><div><div class="
	    "caption>" PROSE2 "</div></div></div>", {9, -39}, "+ -"},
	{"nor is one with a credit", "<div><p>" PROSE "</p><div>" PROSE2
	    " Image credit: Ann Lee.</div></div>", {9, -39}, "+ -"},
	{"in more doubt", "<div><p>" PROSE "</p><p>" PROSE2 "</p></div>",
	    {9, -120}, "+ -"},
	{"past what stands between", "<div><p>" PROSE "</p></div><i>a</i><hr>"
	    "<i>b</i><hr><i>c</i><div><p>" PROSE2 "</p></div>",
	    {9, -9, -9, -9, -69}, "+ - - - +paragraph"},
	{"and in more doubt", "<div><p>" PROSE "</p></div><i>a</i><hr>"
	    "<i>b</i><hr><i>c</i><div><p>" PROSE2 "</p></div>",
	    {9, -9, -9, -9, -70}, "+ - - - -"},
	{"in what is named after what stands beside", "<div><p>" PROSE "</p>"
	    "<div class=sidebar><p>" PROSE2 "</p></div></div>", {9, -39},
	    "+ -"},
	{"which holds the article, too", "<div class=sidebar><p>" PROSE "</p>"
	    "<div><p>" PROSE2 "</p></div></div>", {9, -39}, "+ +paragraph"},
	{"farther on", "<div><p>" PROSE "</p></div><i>a</i><hr><i>b</i><hr>"
	    "<i>c</i><hr><i>d</i><div><p>" PROSE2 "</p></div>",
	    {9, -9, -9, -9, -9, -41}, "+ - - - - -"},

	{"a paragraph in a body that is named beside", "<div><div>" PROSE
	    "</div><div class=right><div><div class=article-body><div>" PROSE2
	    "</div></div></div></div></div>", {9, -69}, "+ +paragraph"},
	{"but not in one whose body is named beside", "<div><div>" PROSE
	    "</div><div class=article-body><div><div class=right><div>" PROSE2
	    "</div></div></div></div></div>", {9, -69}, "+ -"},
	{"nor in a comment's", "<div><div>" PROSE
	    "</div><div class=comment><div class=post-body><div>" PROSE2
	    "</div></div></div></div>", {9, -69}, "+ -"},

	{"what a page states that it shows, and its heading", RECIPE
	    "<div><h3>You need</h3><p>2 red apples</p><p>sugar</p><p>1 l of "
	    "water</p><p>no more</p></div>", {-99, -99, -99, -99, -99},
	    "+stated +stated +stated +stated -"},
	{"in any order, in several rows", RECIPE
	    "<div><p>apples, red</p><p>2</p><p>sugar</p><p>water</p><p>of</p>"
	    "<p>1 l</p></div>", {-9, -9, -9, -9, -9, -9},
	    "+stated +stated +stated +stated +stated +stated"},
	{"however its words are parted", RECIPE
	    "<div><h3>What</h3><ul><li>2red apples</li><li>sugar</li><li>1lof "
	    "water</li></ul></div>", {-99, -99, -99, -99},
	    "+stated +stated +stated +stated"},
	{"a part of it a link", RECIPE
	    "<div><h3>What</h3><ul><li>2 red <a href=x>apples</a></li><li>sugar"
	    "</li><li>1 l of <a href=y>water</a></li></ul></div>",
	    {-99, -99, -99, -99}, "+stated +stated +stated +stated"},
	{"two short ones may be an accident", RECIPE
	    "<div><p>2 red apples</p><p>sugar</p></div>", {-9, -9}, "- -"},
	{"and so may one far from others", RECIPE
	    "<div><p>2 red apples</p><p>sugar</p><p>1 l of water</p><p>a</p>"
	    "<p>b</p><p>c</p><p>d</p><p>sugar</p></div>",
	    {-9, -9, -9, -9, -9, -9, -9, -9},
	    "+stated +stated +stated - - - - -"},
	{"a frame states nothing", RECIPE
	    "<nav><p>2 red apples</p><p>sugar</p><p>1 l of water</p></nav>",
	    {-9, -9, -9}, "- - -"},
	{"nor do links", RECIPE "<div><p><a href=x>2 red apples</a></p><p>"
	    "<a href=x>sugar</a></p><p><a href=x>1 l of water</a></p></div>",
	    {-9, -9, -9}, "- - -"},
	{"a part of a long text that is stated", RECIPE
	    "<div><p>let them simmer slowly until they are soft,</p>"
	    "<p>let them simmer slowly until they</p></div>", {-9, -9},
	    "+stated -"},
	{"a question and its answer", QUESTION
	    "<div><h3>How deep is the lake?</h3><p>The lake is 40 fathoms "
	    "deep at its end.</p><p>What others said of it is not stated at "
	    "all.</p></div>", {-99, -99, -99}, "+stated +stated -"},

	{"a paragraph of the article that the page states", BODY
	    "<div><section><p>" PROSE "</p></section></div>", {-149},
	    "+stated"},
	{"not an unlikely one", BODY
	    "<div><section><p>" PROSE "</p></section></div>", {-150}, "-"},
	{"nor a line of it", BODY "<div><section><p>Nobody had thought that the "
	    "dam could fail</p></section></div>", {-149}, "-"},
	{"nor one with much else", BODY "<div><section><p>" PROSE " What then "
	    "happened is told in full by the papers of the day.</p></section>"
	    "</div>", {-149}, "-"},

	{"a paragraph in the body itself", "<p>one two<div><p>text</p></div>",
	    {-199, 9}, "+bare +"},
	{"and nothing behind it", "<p>one two<div><p>no</p></div>", {-199, -9},
	    "+bare -"},
	{"one of the frame", "<p>one two<div><p>text</p></div>", {-200, 9},
	    "- +"},
};

static struct content_options none;

/* The verdict on a row, as the tables write it. */
static void
put_verdict(struct buf *got, const struct content_verdict *v)
{
	if (got->n > 0)
		buf_putc(got, ' ');
	buf_putc(got, v->keep ? '+' : '-');
	if (v->reason != REASON_SCORE)
		buf_puts(got, content_reason(v->reason));
}

static void
apply(const struct page *page, const int *scores, struct buf *got)
{
	struct story s = {.page = page, .options = &none};

	s.verdict = calloc(page->n_blocks + 1, sizeof *s.verdict);
	s.rows = rows_of(page, false);
	s.units.of = calloc(page->n_blocks + 1, sizeof *s.units.of);
	ck_assert_uint_le(s.rows.n, ROWS(rows->scores));
	for (size_t i = 0; i < s.rows.n; i++)
		s.verdict[s.rows.block[i]] = (struct content_verdict){
		    .score = scores[i], .keep = scores[i] > 0};
	contentrule_apply(&s);
	for (size_t i = 0; i < s.rows.n; i++)
		put_verdict(got, &s.verdict[s.rows.block[i]]);
	rows_free(&s.rows);
	units_free(&s.units);
	free(s.verdict);
}

START_TEST(each_row)
{
	struct source in = source_over(str_of(rows[_i].html));
	struct page page = {0};
	struct buf got = {0};

	page_read(&page, &in);
	apply(&page, rows[_i].scores, &got);
	ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0,
	    "%s: %s, not %s", rows[_i].why, got.s, rows[_i].want);
	buf_free(&got);
	page_free(&page);
}
END_TEST

static const struct {
	const char *why, *html;
	unsigned want;
} shares[] = {
	{"a page that says nothing", "<p>text", 60},
	{"a site's own", SITE "<p>text", 50},
	{"with an article in it", SITE STATES("{\"@type\": \"NewsArticle\"}")
	    "<p>text", 60},
	{"with products", SITE PRODUCT "<p>text", 60},
	{"with a thread", SITE THREAD "<p>text", 60},
	{"most of its words in a script without spaces",
	    SITE "<p>\xE6\xB0\xB4\xE6\xB0\xB4 text", 66},
	{"half of them", SITE "<p>\xE6\xB0\xB4 text", 50},
};

START_TEST(each_share)
{
	struct source in = source_over(str_of(shares[_i].html));
	struct page page = {0};
	unsigned got;

	page_read(&page, &in);
	got = contentrule_share(&page);
	ck_assert_msg(got == shares[_i].want, "%s: %u, not %u", shares[_i].why,
	    got, shares[_i].want);
	page_free(&page);
}
END_TEST

UNIT_SUITE("contentrule", UNIT_EACH(each_row, rows),
    UNIT_EACH(each_share, shares))
