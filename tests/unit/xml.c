/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/syntax/xml.h"

/* Tokens as "kind token" lines; '<' open, '/' empty, '>' close, and so on. */
static const struct {
	const char *why, *in, *want;
	bool html;
} rows[] = {
	{"elements and text", "<a>x<b/>y</a>", "<a|'x|/b/|'y|>a|", false},
	{"a tag's quotes", "<a b=\"x>y\" c='>'>z", "<a b=\"x>y\" c='>'|'z|",
	    false},
	{"CDATA", "<a><![CDATA[<b>&]]]></a>", "<a|[<b>&]|>a|", false},
	{"comments", "<!-- <a> -- > -->x<!---->", "! <a> -- > |'x|!|", false},
	{"declarations", "<?xml a='1'?><!DOCTYPE a>", "??xml a='1'?|?!DOCTYPE a|",
	    false},
	{"what a document type declares",
	    "<!DOCTYPE a [<!ENTITY b \"]>\"> <!-- x -->]><a>",
	    "?!DOCTYPE a [<!ENTITY b \"]>\"> <!-- x -->]|<a|", false},
	{"an angle bracket in text", "1 < 2 <a>", "'1 |'< 2 |<a|", false},
	{"a text is the last", "<a>x", "<a|'x|", false},
	{"a tag that is cut", "x<a b", "'x|#", false},
	{"a comment that is cut", "<!-- x", "! x|", false},
	{"a script", "<script>'<a>'</SCRIPT ><b>", "<script|>SCRIPT |<b|", true},
	{"a style that does not end", "<style>a</b>", "<style|", true},
	{"a script in XML is an element", "<script><a></script>",
	    "<script|<a|>script|", false},
};

static void
write_tokens(struct buf *to, struct source *in, bool html)
{
	struct xml x = xml_of(in);
	enum xml_kind kind;

	x.html = html;
	while ((kind = xml_next(&x)) != XML_END) {
		buf_putc(to, x.empty ? '/' : "#<>'[!?"[kind]);
		buf_put(to, x.token.s, x.token.n);
		buf_putc(to, '|');
	}
	if (x.cut)
		buf_putc(to, '#');
}

START_TEST(each_row)
{
	struct str in = str_of(rows[_i].in);

	for (size_t piece = 1; piece <= in.n; piece++) {
		struct pieces p = pieces_of(in, piece, 0);
		struct buf got = {0};

		write_tokens(&got, &p.source, rows[_i].html);
		ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0,
		    "%s, %zu at a time: %s", rows[_i].why, piece, got.s);
		buf_free(&got);
		source_free(&p.source);
	}
}
END_TEST

static const struct {
	const char *tag, *value; /* of "b" */
} attributes[] = {
	{"<a b='x'>", "x"}, {"<a b=\"x y\" c>", "x y"}, {"<a B=x>", "x"},
	{"<a b = 'x'>", "x"}, {"<a c='b=\"no\"' b=yes>", "yes"},
	{"<a b='&lt;&#65;&amp;'>", "<A&"}, {"<a b>", ""}, {"<a b/>", ""},
	{"<a b='1' b='2'>", "1"}, {"<a bb='1'>", NULL}, {"<b>", NULL},
};

START_TEST(each_attribute)
{
	struct source in = source_over(str_of(attributes[_i].tag));
	struct xml x = xml_of(&in);
	struct buf value = {0};

	ck_assert(xml_next(&x) == XML_OPEN);
	ck_assert_msg(xml_attribute(&x, "b", &value) ==
	    (attributes[_i].value != NULL), "%s", attributes[_i].tag);
	if (attributes[_i].value != NULL)
		ck_assert_str_eq(text_of(&value), attributes[_i].value);
	buf_free(&value);
}
END_TEST

UNIT_SUITE("xml", UNIT_EACH(each_row, rows),
    UNIT_EACH(each_attribute, attributes))
