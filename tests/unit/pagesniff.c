/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/page/pagesniff.h"

/* For a table, where a struct's literal is no constant. */
#define BYTES(literal) {literal, sizeof(literal) - 1}

static const struct {
	const char *why;
	struct str in;
	bool page;
} rows[] = {
	{"a document type", BYTES("<!DOCTYPE html><p>"), true},
	{"the root", BYTES("<html>"), true},
	/* WHATWG MIME Sniffing, 7.1: each of its tags */
	{"7.1", BYTES("<head>"), true}, {"7.1", BYTES("<script>"), true},
	{"7.1", BYTES("<iframe src=x>"), true}, {"7.1", BYTES("<h1>"), true},
	{"7.1", BYTES("<div class=x>"), true}, {"7.1", BYTES("<font>"), true},
	{"7.1", BYTES("<table>"), true}, {"7.1", BYTES("<a href=x>"), true},
	{"7.1", BYTES("<style>"), true}, {"7.1", BYTES("<title>"), true},
	{"7.1", BYTES("<b>"), true}, {"7.1", BYTES("<body>"), true},
	{"7.1", BYTES("<br>"), true}, {"7.1", BYTES("<p>"), true},
	{"7.1", BYTES("<!-- a comment -->"), true},
	{"blanks before it", BYTES(" \r\n\t<P>"), true},
	{"a mark before it", BYTES("\xEF\xBB\xBF<p>"), true},
	{"UTF-16", BYTES("\xFF\xFE<\0p\0>\0x\0"), true},
	{"UTF-16 without a mark", BYTES("<\0p\0>\0x\0<\0/\0p\0>\0"), true},
	{"an obsolete element", BYTES("<center>x</center>"), true},
	{"text first", BYTES("The tide <i>was</i> out."), true},
	{"an end tag behind text", BYTES("The tide</p>"), true},
	{"a stray control", BYTES("<p>The tide was out, and \1 the lamp was lit; "
	    "it was six, or later."), true},
	{"XHTML with a prefix", BYTES("<?xml version='1.0'?><h:html>"), true},
	{"no HTML's name", BYTES("<pa>"), false},
	{"a name cut off", BYTES("<p"), false},
	{"text", BYTES("The tide was out, 1 < 2."), false},
	{"an address", BYTES("Ann <ann@example.org> wrote"), false},
	{"XML", BYTES("<?xml version='1.0'?><TEI><p>x</p></TEI>"), false},
	{"a vocabulary with HTML's names", BYTES("<article-x><p>x</p>"), false},
	{"SVG", BYTES("<svg><title>x</title></svg>"), false},
	{"an unknown root, then html", BYTES("<x><html>"), true},
	{"PDF", BYTES("%PDF-1.4 <p>"), false},
	{"RTF", BYTES("{\\rtf1 <b>"), false},
	{"JSON", BYTES("{\"a\": \"<p>\"}"), false},
	{"a comment of C", BYTES("/* a <b> rule */"), false},
	{"a comment of C++", BYTES("// <p>"), false},
	{"a preprocessor", BYTES("#include <p>"), false},
	{"an import", BYTES("import x from 'y'; a(<p>x</p>)"), false},
	{"a variable", BYTES("var a = 1; <p>"), false},
	{"the same word in prose", BYTES("let us go <b>home</b>"), true},
	{"a string of a program", BYTES("x(\"<p>\")"), false},
	{"PHP", BYTES("<?php echo 1 ?><p>"), false},
	{"bytes", BYTES("\1\2\3<p>\4\5\6"), false},
	{"nothing", BYTES(""), false},
};

START_TEST(each_row)
{
	ck_assert_msg(pagesniff(rows[_i].in) == rows[_i].page, "%s: %.*s",
	    rows[_i].why, (int)rows[_i].in.n, rows[_i].in.s);
}
END_TEST

static const struct {
	const char *name, *in;
	bool page;
} names[] = {
	{"a.html", "no tag <x>", true},
	{"a.HTM", "<x>", true},
	{"dir.html/a", "no tag <x>", false},
	{"a.html", "no tag", false},
	{"a.html", "%PDF-1.4 <p>", false},
	{"a.js", "<p>", false},
	{"a.txt", "<html>", false},
	{"a.php", "<p>", true},
	{"a", "<p>", true},
	{"", "<p>", true},
};

START_TEST(each_name)
{
	ck_assert_msg(pagesniff_named(str_of(names[_i].in),
	    str_of(names[_i].name)) == names[_i].page, "%s: %s",
	    names[_i].name, names[_i].in);
}
END_TEST

UNIT_SUITE("pagesniff", UNIT_EACH(each_row, rows), UNIT_EACH(each_name, names))
