/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/page/savedby.h"

static const struct {
	const char *why, *in, *url, *date;
} rows[] = {
	{"nothing", "<p>x", "", ""},
	{"a browser", "<!-- saved from url=(0014)http://a/tide -->",
	    "http://a/tide", ""},
	{"SingleFile", "<!--\n Page saved with SingleFile \n url: http://a/b \n "
	    "saved date: Fri May 03 2024 10:05:06 GMT+0200 -->", "http://a/b",
	    "2024-05-03T08:05:06Z"},
	{"monolith", "<!-- Saved from https://a/b at 2024-05-06T07:08:09Z using "
	    "monolith v2.8.3 -->", "https://a/b", "2024-05-06T07:08:09Z"},
	{"monolith of a file", "<!-- Saved from local source at "
	    "2024-05-06T07:08:09Z using monolith v2.8.3 -->", "",
	    "2024-05-06T07:08:09Z"},
	{"HTTrack", "<!-- Mirrored from a.example/b?c by HTTrack Website "
	    "Copier/3.x [XR&CO'2014], Fri, 03 May 2024 10:00:00 GMT -->",
	    "http://a.example/b?c", "2024-05-03T10:00:00Z"},
	{"Save Page WE", "<meta name=savepage-url content='http://a/b'>"
	    "<meta name='savepage-date' content='Fri May 03 2024 12:00:00 "
	    "GMT+0200'>", "http://a/b", "2024-05-03T10:00:00Z"},
	{"WebScrapBook", "<html data-scrapbook-source='http://a/b' "
	    "data-scrapbook-create='20240503100000000'>", "http://a/b",
	    "2024-05-03T10:00:00Z"},
	{"a base", "<base href='http://a/'>", "http://a/", ""},
	{"a relative base", "<base href='/a/'>", "", ""},
	{"a canonical link", "<link href='http://a/b' rel=canonical>",
	    "http://a/b", ""},
	{"another link", "<link href='http://a/b' rel=icon>", "", ""},
	{"base before canonical", "<link href='http://a/b' rel=canonical>"
	    "<base href='http://c/'>", "http://c/", ""},
	{"the mark before a base", "<!-- saved from url=(0008)http://a -->"
	    "<base href='http://c/'>", "http://a", ""},
	{"behind the body", "<body><!-- saved from url=(0008)http://a -->", "",
	    ""},
	{"a comment that speaks of it", "<!-- HTTrack Website Copier -->", "",
	    ""},
};

START_TEST(each_row)
{
	struct savedby said = {0};

	savedby_read(&said, str_of(rows[_i].in));
	ck_assert_msg(strcmp(text_of(&said.url), rows[_i].url) == 0, "%s: %s",
	    rows[_i].why, said.url.s);
	ck_assert_msg(strcmp(text_of(&said.date), rows[_i].date) == 0, "%s: %s",
	    rows[_i].why, said.date.s);
	savedby_free(&said);
}
END_TEST

UNIT_MAIN("savedby", each_row, rows)
