/* SPDX-License-Identifier: MIT */
/*
 * The links of a page: "kind place url [rel] text", each with ';' behind it.
 */
#include "unit.h"

#include "html/parts/pagelink.h"

enum { TEXT_LINKS = 1 << LINK_A | 1 << LINK_AREA };

static const struct {
	const char *why, *page;
	unsigned kinds; /* 0: those of text */
	bool all;
	const char *want;
} rows[] = {
	{"a link", "<a href=x>One</a>", 0, false,
	    "a content http://p.org/d/x [] One;"},
	{"without an address", "<a name=x>One</a>", 0, true, ""},
	{"text across elements", "<a href=x> One<b> two </b><p>three</a>", 0,
	    false, "a content http://p.org/d/x [] One two three;"},
	{"images speak where no text does",
	    "<a href=x><img alt=One><img alt=two></a>", 0, false,
	    "a content http://p.org/d/x [] One two;"},
	{"and only there", "<a href=x><img alt=One>two</a>", 0, false,
	    "a content http://p.org/d/x [] two;"},
	{"hidden text in a link", "<a href=x>One<i hidden>two</i></a>", 0,
	    false, "a content http://p.org/d/x [] One;"},
	{"a link that is hidden", "<p style='display:none'><a href=x>One</a>",
	    0, false, "a content http://p.org/d/x [] One;"},
	{"in a template", "<template><a href=x>One</a></template>", 0, false,
	    ""},
	{"in noscript, in its place",
	    "<noscript><a href=x>One</a></noscript><a href=y>two</a>", 0,
	    false, "a content http://p.org/d/x [] One;"
	    "a content http://p.org/d/y [] two;"},
	{"a link ends another", "<a href=x>One<a href=y>two", 0, false,
	    "a content http://p.org/d/x [] One;"
	    "a content http://p.org/d/y [] two;"},
	{"links in a link",
	    "<a href=x>One<table><td><a href=y>two</a></table>three</a>", 0,
	    false, "a content http://p.org/d/x [] One three;"
	    "a content http://p.org/d/y [] two;"},
	{"rel", "<a href=x rel=' nofollow  me '>One</a>", 0, false,
	    "a content http://p.org/d/x [nofollow me] One;"},
	{"an area", "<map><area href=x alt=One></map>", 0, false,
	    "area content http://p.org/d/x [] One;"},
	{"in a drawing", "<svg><a xlink:href=x><text>One</text></a></svg>", 0,
	    false, "a content http://p.org/d/x [] One;"},

	/* what leads nowhere */
	{"left out", "<a href='#x'>1</a><a href=javascript:f()>2</a>"
	    "<a href=mailto:me>3</a><a href='TEL:1'>4</a><a href>5</a>", 0,
	    false, ""},
	{"unless all are asked for", "<a href='#x'>1</a><a href=mailto:me>2",
	    0, true, "a content http://p.org/d/p#x [] 1;"
	    "a content mailto:me [] 2;"},

	/* where */
	{"places", "<nav><a href=1></a></nav><header><a href=2></a></header>"
	    "<footer><a href=3></a></footer><aside><a href=4></a></aside>"
	    "<form><a href=5></a></form>", 0, false,
	    "a nav http://p.org/d/1 [] ;a header http://p.org/d/2 [] ;"
	    "a footer http://p.org/d/3 [] ;a aside http://p.org/d/4 [] ;"
	    "a form http://p.org/d/5 [] ;"},
	{"roles", "<div role=navigation><a href=1></a></div>"
	    "<ul role=contentinfo><a href=2></a></ul>", 0, false,
	    "a nav http://p.org/d/1 [] ;a footer http://p.org/d/2 [] ;"},
	{"the nearest", "<header><nav><a href=1></a></nav><a href=2></a>", 0,
	    false, "a nav http://p.org/d/1 [] ;a header http://p.org/d/2 [] ;"},
	{"a form around the page", "<form><main><a href=1></a></main></form>",
	    0, false, "a content http://p.org/d/1 [] ;"},

	/* addresses */
	{"a base element", "<base href=/e/><a href=x>1</a>", 0, false,
	    "a content http://p.org/e/x [] 1;"},
	{"only the first", "<base target=t><base href=/e/><base href=/f/>"
	    "<a href=x>1</a>", 0, false, "a content http://p.org/e/x [] 1;"},

	/* other kinds */
	{"link", "<link rel=icon href=x title=T>", 1 << LINK_LINK, false,
	    "link content http://p.org/d/x [icon] T;"},
	{"img", "<img src=x alt=One>", 1 << LINK_IMG, false,
	    "img content http://p.org/d/x [] One;"},
	{"the largest", "<img src=x srcset='y 1x, z 2x'>", 1 << LINK_IMG,
	    false, "img content http://p.org/d/z [] ;"},
	{"by width", "<img srcset='y 640w, z 320w'>", 1 << LINK_IMG, false,
	    "img content http://p.org/d/y [] ;"},
	{"loaded late", "<img src=data:, data-src=x>", 1 << LINK_IMG, false,
	    "img content http://p.org/d/x [] ;"},
	{"source", "<picture><source srcset=x></picture>", 1 << LINK_SOURCE,
	    false, "source content http://p.org/d/x [] ;"},
	{"video, audio", "<video src=x></video><audio src=y></audio>",
	    1 << LINK_VIDEO | 1 << LINK_AUDIO, false,
	    "video content http://p.org/d/x [] ;"
	    "audio content http://p.org/d/y [] ;"},
	{"iframe", "<iframe src=x title=T></iframe>", 1 << LINK_IFRAME, false,
	    "iframe content http://p.org/d/x [] T;"},
	{"form", "<form action=x></form>", 1 << LINK_FORM, false,
	    "form form http://p.org/d/x [] ;"},
	{"refresh", "<meta http-equiv=Refresh content=\"0; URL='x y'\">",
	    1 << LINK_REFRESH, false,
	    "refresh content http://p.org/d/x%20y [] ;"},
	{"refresh without an address", "<meta http-equiv=refresh content=5>",
	    1 << LINK_REFRESH, false, ""},
};

static void
put(void *ctx, const struct pagelink *l)
{
	struct buf *out = ctx;

	buf_puts(out, link_kind_name(l->kind));
	buf_putc(out, ' ');
	buf_puts(out, link_place_name(l->place));
	buf_putc(out, ' ');
	buf_put(out, l->url.s, l->url.n);
	buf_puts(out, " [");
	buf_put(out, l->rel.s, l->rel.n);
	buf_puts(out, "] ");
	buf_put(out, l->text.s, l->text.n);
	buf_putc(out, ';');
}

START_TEST(reads)
{
	for (size_t piece = 0; piece < 3; piece++) {
		struct pieces page = pieces_of(str_of(rows[_i].page), piece, 0);
		struct pagelink_options how = {.kinds = rows[_i].kinds != 0
		    ? rows[_i].kinds : TEXT_LINKS, .all = rows[_i].all,
		    .base = STR("http://p.org/d/p")};
		struct buf got = {0};

		pagelink_read(&page.source, &how, put, &got);
		ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0,
		    "%s: %s", rows[_i].why, got.s);
		buf_free(&got);
		source_free(&page.source);
	}
}
END_TEST

START_TEST(bounded)
{
	struct buf page = {0}, got = {0};
	struct pagelink_options how = {.kinds = TEXT_LINKS};
	struct pagelink_losses losses;
	struct source in;

	buf_puts(&page, "<a href=");
	for (int i = 0; i < 9000; i++)
		buf_putc(&page, 'x');
	buf_puts(&page, ">a</a><a href=y>");
	for (int i = 0; i < 70000; i++)
		buf_putc(&page, 'z');
	in = source_over(buf_str(&page));
	losses = pagelink_read(&in, &how, put, &got);
	ck_assert_uint_eq(losses.addresses, 1);
	ck_assert_uint_eq(losses.texts, 1);
	ck_assert_uint_lt(got.n, 66000);
	buf_free(&page);
	buf_free(&got);
}
END_TEST

UNIT_SUITE("pagelink", UNIT_EACH(reads, rows); UNIT_ONE(bounded))
