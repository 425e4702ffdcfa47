/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/encoding/pagecharset.h"
#include "html/render/paint.h"

/* Something of everything that is decided by more than one character. */
static const char page[] =
    "\xEF\xBB\xBF<!-- saved from url=(0009)http://h/ --><title>T &amp; t</title>"
    "<p>a <b> b</b>&nbsp;&eacute;\r\n x<!-- y -->z &am &#x41; \xE6\x97\xA5\xE6"
    "\x9C\xAC\xC2\xAD. <script>'</scr'</script ><pre>\r\n a\r b <i>c</i>\n\n"
    "</pre><ol reversed><li>1. x<li>y</ol><ul><li># z<br>w</ul>"
    "<table><tr><th>a|b<th>c<tr><td>\xF0\x9F\x98\x80<td>d</table>"
    "<a href='/u?v&amp;w'>li<br>nk!</a><code>`q` \xFF</code><textarea>\n<p>"
    "</textarea><![CDATA[x]]><svg><text>s</text></svg></p\x00>end < 3 </html>."
    "<p>5<sup>1</sup>/<sub>2</sub> &amp;c AT&T a_b_ ~c <span style=\"white-"
    "space:pre\">x  y\nz</span><math alttext='a_1'><msub><mi>a</mi><mn>1</mn>"
    "</msub></math><b>x.</b>y <b>(z)</b> <del>o</del><p>1. #</p>-\n<p>3.</p>"
    "<h1>T &amp; t</h1><svg><title>i</title></svg><select><option>o</select>";

static const struct {
	const char *why;
	struct paint_options options;
} rows[] = {
	{"plain", {0}},
	{"all", {.all = true}},
	{"markdown", {.markdown = true, .title = true}},
	{"wrapped", {.width = 9, .images = true}},
	{"wrapped markdown", {.markdown = true, .width = 9}},
	{"rows", {.tsv = true}},
	{"bold", {.bold = true, .width = 20}},
	{"titled", {.title = true}},
};

static void
paint_cut(struct buf *to, const struct paint_options *o, size_t piece,
    size_t cut)
{
	struct pieces in = pieces_of((struct str){page, sizeof page - 1},
	    piece, cut);
	struct sink out = {0};
	struct decode clean;

	ck_assert(decode_page_open(&clean, &in.source, NULL));
	paint(&clean.source, &out, o);
	decode_close(&clean);
	source_free(&in.source);
	buf_free(to);
	*to = out.buf;
}

START_TEST(every_cut)
{
	struct buf want = {0}, got = {0};

	paint_cut(&want, &rows[_i].options, sizeof page, 0);
	ck_assert(want.n > 0);
	for (size_t cut = 0; cut < sizeof page; cut++) {
		paint_cut(&got, &rows[_i].options, cut == 0, cut);
		ck_assert_msg(str_eq(buf_str(&want), buf_str(&got)),
		    "%s, cut at %zu", rows[_i].why, cut);
	}
	buf_free(&want);
	buf_free(&got);
}
END_TEST

UNIT_MAIN("paint", every_cut, rows)
