/* SPDX-License-Identifier: MIT */
#include "html/show/markup.h"

#include <stdio.h>

#include "unit.h"

/* The pieces of a page: kind and text of each, and a tag's attributes. */
static const struct {
	const char *why, *in, *want;
} rows[] = {
	{"tags and text", "<p>a</p>", "S<p> Ta E</p> "},
	{"attributes in any quotes", "<a b=1 c='2 3' d=\"4>5\" e>",
	    "S<a b=1 c='2 3' d=\"4>5\" e>[b=1][c=2 3][d=4>5][e=] "},
	{"a lone < is text", "1 < 2 <", "T1 < 2 < "},
	{"a comment is out, whatever is in it", "<!--<p>x</p>-->y",
	    "O<!--<p>x</p>--> Ty "},
	{"a doctype and a processing instruction are out", "<!doctype html><?x?>",
	    "O<!doctype html> O<?x?> "},
	{"a script's content is out", "<script>a<b</script>c",
	    "S<script> Oa<b E</script> Tc "},
	{"a style's content is one", "<style>p{}</style>",
	    "S<style> Cp{} E</style> "},
	{"a text area's content is text", "<textarea><p></textarea>",
	    "S<textarea> T<p> E</textarea> "},
	{"a style without an end", "<style>p{}", "S<style> Cp{} "},
	{"a tag that the end cuts is out", "a<p b", "Ta O<p b "},
	{"a quote after no = is a name's", "<p a\">b", "S<p a\">[a\"=] Tb "},
};

START_TEST(each_row)
{
	struct markup m = {.page = {rows[_i].in, strlen(rows[_i].in)}};
	struct markup_piece piece;
	enum markup_kind kind;
	char got[256] = "";

	while ((kind = markup_next(&m, &piece)) != MARKUP_DONE) {
		struct str rest = piece.attributes, name, value;

		snprintf(got + strlen(got), sizeof got - strlen(got), "%c%.*s",
		    "TSECO"[kind], (int)piece.text.n, piece.text.s);
		while (kind == MARKUP_START &&
		    markup_attribute(&rest, &name, &value))
			snprintf(got + strlen(got), sizeof got - strlen(got),
			    "[%.*s=%.*s]", (int)name.n, name.s, (int)value.n,
			    value.s);
		strcat(got, " ");
	}
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s",
	    rows[_i].why, got, rows[_i].want);
}
END_TEST

UNIT_MAIN("markup", each_row, rows)
