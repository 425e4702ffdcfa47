/* SPDX-License-Identifier: MIT */
/*
 * What the parser reports for a page: a row for each class of HTML 13.2.6.
 * Elements are written as <name attribute=value> and </name>, those without a
 * name of ours as <> and </>, one that has ended while its content goes on as
 * <!name>.
 */
#include "unit.h"

#include "html/parse/parser.h"

static const struct {
	const char *why, *html, *want;
} rows[] = {
	/* Before the body (13.2.6.4.1 to 6). */
	{"html, head and body are not reported",
	    "<html><head></head><body>a</body></html>", "a"},
	{"the language of html",
	    "<html lang=de>a", "<meta name=winnow-lang content=de></meta>a"},
	{"a second html is merged, a second body ignored",
	    "a<html class=x><body>b", "ab"},
	{"an end tag before the body is ignored", "</p></div>a", "a"},
	{"but br's is a br", "</br>a", "<br></br>a"},
	{"what is of the head does not begin the body",
	    "<title>t</title><meta name=m><frameset><noframes>f</noframes>",
	    "<title>t</title><meta name=m></meta><iframe>f</iframe>"},
	{"what is of the head may stand behind it",
	    "</head><link rel=r><p>a", "<link rel=r></link><p>a</p>"},
	{"text behind the body is in it", "<p>a</body>b</html>c", "<p>abc</p>"},
	{"the address that a browser leaves in a comment",
	    "<!-- saved from url=(0014)http://x.test/ -->a",
	    "<meta name=winnow-url content=http://x.test/></meta>a"},

	/* Framesets (13.2.6.4.20 to 22). */
	{"a frameset before all text",
	    "<frameset><frame src=f>a</frameset>b<p>c<noframes>d</noframes>",
	    "<iframe>d</iframe>"},
	{"a frameset ends what has no text",
	    "<div><p></p> <frameset>a", "<div><p></p> </div>"},
	{"a frameset behind text is ignored", "a<frameset>b</frameset>", "ab"},
	{"a frameset in an explicit body is ignored", "<body><frameset>a", "a"},
	{"a frameset behind an image is ignored",
	    "<img><frameset>a", "<img></img>a"},
	{"a frameset behind a hidden input counts",
	    "<input type=hidden><frameset>a", "<input type=hidden></input>"},

	/* Paragraphs and blocks (13.2.6.4.7). */
	{"a block ends a paragraph",
	    "<p>a<div>b</div>c", "<p>a</p><div>b</div>c"},
	{"through what is open in it",
	    "<p><span>a<ul>b", "<p><span>a</span></p><ul>b</ul>"},
	{"but not through a button",
	    "<p><button><p>a</button>b",
	    "<p><button><p>a</p></button>b</p>"},
	{"nor out of an object",
	    "<p><object><p>a</object>b",
	    "<p><object><p>a</p></object>b</p>"},
	{"a paragraph's end without a start", "a</p>b", "a<p></p>b"},
	{"an end tag that closes nothing",
	    "<div>a</section>b</div>", "<div>ab</div>"},
	{"an end tag closes what is open in it",
	    "<div><section><p>a</div>b",
	    "<div><section><p>a</p></section></div>b"},
	{"a block's end does not leave a cell",
	    "<div><table><tr><td>a</div>b",
	    "<div><table><tr><td>ab</td></tr></table></div>"},
	{"any other end tag stops at a block",
	    "<span><div>a</span>b", "<span><div>ab</div></span>"},
	{"any other end tag closes through lines",
	    "<x-y><span>a</x-y>b", "<><span>a</span></>b"},
	{"unknown elements by their names",
	    "<x-a><x-b>a</x-a>b", "<><>a</></>b"},
	{"a heading ends a heading",
	    "<h1>a<h2>b</h1>c", "<h1>a</h1><h2>b</h2>c"},
	{"but not one with something open",
	    "<h1><span>a<h2>b", "<h1><span>a<h2>b</h2></span></h1>"},
	{"a heading's end ends any heading",
	    "<h1>a<div>b</h3>c", "<h1>a<div>b</div></h1>c"},
	{"pre drops its first line end", "<pre>\na</pre>", "<pre>a</pre>"},
	{"also as a reference", "<pre>&#10;a</pre>", "<pre>a</pre>"},
	{"but not its second", "<pre>\n\na</pre>", "<pre>\na</pre>"},
	{"nor one behind a tag", "<pre><b>\na", "<pre><b>\na</b></pre>"},
	{"textarea, too",
	    "<textarea>\na<b></textarea>b", "<textarea>a<b></textarea>b"},
	{"a form in a form is ignored",
	    "<form>a<form>b</form>c", "<form>ab</form>c"},
	{"a form ends around what is open",
	    "<form><div>a</form>b</div>c",
	    "<form><div>a<!form>b</div></form>c"},
	{"a form's end alone is ignored", "a</form>b", "ab"},
	{"hr ends a paragraph", "<p>a<hr>b", "<p>a</p><hr></hr>b"},
	{"image is img", "<image>a", "<img></img>a"},
	{"a void element's end is none", "a</img>b", "ab"},
	{"plaintext ends nothing",
	    "<p>a<plaintext>b</plaintext>c",
	    "<p>a</p><pre>b</plaintext>c</pre>"},
	{"xmp is raw",
	    "<p>a<xmp><b>&amp;</xmp>b", "<p>a</p><pre><b>&amp;</pre>b"},
	{"noembed is raw", "<noembed><b></noembed>a", "<iframe><b></iframe>a"},
	{"iframe's own document",
	    "<iframe srcdoc=\"<p>a</div>b\">c</iframe>d",
	    "<div><p>ab</p></div><iframe>c</iframe>d"},
	{"a dialog's end closes what is open in it",
	    "<dialog><p>a</dialog>b", "<dialog><p>a</p></dialog>b"},

	/* Lists. */
	{"an item ends an item",
	    "<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"},
	{"through a paragraph and a div",
	    "<ul><li><div><p>a<li>b",
	    "<ul><li><div><p>a</p></div></li><li>b</li></ul>"},
	{"but not through a list",
	    "<ul><li>a<ul><li>b</ul><li>c",
	    "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"},
	{"nor through another block",
	    "<ul><li><section>a<li>b",
	    "<ul><li><section>a<li>b</li></section></li></ul>"},
	{"terms and their definitions",
	    "<dl><dt>a<dd>b<dt>c</dl>",
	    "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"},
	{"an item's end stays in its list",
	    "<li><ul>a</li>b", "<li><ul>ab</ul></li>"},
	{"a definition's end closes through blocks",
	    "<dl><dd><div>a</dd>b", "<dl><dd><div>a</div></dd>b</dl>"},

	/* Buttons, options, ruby. */
	{"a button ends a button",
	    "<button>a<button>b", "<button>a</button><button>b</button>"},
	{"an option ends an option",
	    "<select><option>a<option>b</select>",
	    "<select><option>a</option><option>b</option></select>"},
	{"a group ends an option",
	    "<select><optgroup><option>a<optgroup><option>b</select>",
	    "<select><optgroup><option>a</option></optgroup><optgroup>"
	    "<option>b</option></optgroup></select>"},
	{"an option without a select",
	    "<option>a<option>b", "<option>a</option><option>b</option>"},
	{"a select in a select ends it",
	    "<select><option>a<select>b",
	    "<select><option>a</option></select>b"},
	{"an input ends a select",
	    "<select><option>a<input>b",
	    "<select><option>a</option></select><input></input>b"},
	{"a select holds blocks",
	    "<select><div>a<option>b</div></select>c",
	    "<select><div>a<option>b</option></div></select>c"},
	{"hr between options",
	    "<select><option>a<hr>b</select>",
	    "<select><option>a</option><hr></hr>b</select>"},
	{"a select is no way out",
	    "<div><select></div>a</select>b",
	    "<div><select>a</select>b</div>"},
	{"ruby's parts end each other",
	    "<ruby>a<rp>(<rt>b<rp>)</ruby>c",
	    "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>c"},
	{"rb and rtc",
	    "<ruby><rb>a<rb>b<rtc>c<rt>d<rt>e<rtc>f</ruby>",
	    "<ruby><rb>a</rb><rb>b</rb><rtc>c<rt>d</rt><rt>e</rt>"
	    "</rtc><rtc>f</rtc></ruby>"},
	{"rt outside of ruby ends nothing",
	    "<rt>a<rt>b", "<rt>a<rt>b</rt></rt>"},

	/* Formatting elements (13.2.4.3). */
	{"one left open in a paragraph goes on behind it",
	    "<p><b>a</p>b", "<p><b>a</b></p><b>b</b>"},
	{"and in the next one",
	    "<p><b>a<p>c", "<p><b>a</b></p><p><b>c</b></p>"},
	{"with its attributes",
	    "<p><a href=u class=c>a<p>b",
	    "<p><a href=u class=c>a</a></p><p><a href=u class=c>b</a>"
	    "</p>"},
	{"all of them, in their order",
	    "<p><i><b>a</p>c", "<p><i><b>a</b></i></p><i><b>c</b></i>"},
	{"white space opens them, too",
	    "<p><b>a</p> <p>b", "<p><b>a</b></p><b> <p>b</p></b>"},
	{"a new block first, then they",
	    "<p><b>a<div>b", "<p><b>a</b></p><div><b>b</b></div>"},
	{"alike ones three times at most",
	    "<p><b><b><b><b>a<p>b",
	    "<p><b><b><b><b>a</b></b></b></b></p><p><b><b><b>b</b></b>"
	    "</b></p>"},
	{"unlike ones all",
	    "<p><font id=1><font id=2><font id=3><font id=4>a<p>b",
	    "<p><font id=1><font id=2><font id=3><font id=4>a</font>"
	    "</font></font></font></p><p><font id=1><font id=2>"
	    "<font id=3><font id=4>b</font></font></font></font></p>"},
	{"an end out of order",
	    "<b><i>a</b>b</i>c", "<b><i>a</i></b><i>b</i>c"},
	{"an end that closes nothing", "a</b>b", "ab"},
	{"a cell is not for what stands outside",
	    "<b><table><tr><td>a</table>b",
	    "<b><table><tr><td>a</td></tr></table>b</b>"},
	{"nor does it let out what stands in it",
	    "<table><tr><td><b>a<td>b</table>c",
	    "<table><tr><td><b>a</b></td><td>b</td></tr></table>c"},
	{"an object likewise",
	    "<object><b>a</object>b", "<object><b>a</b></object>b"},
	{"a caption, too",
	    "<table><caption><b>a<tr><td>b",
	    "<table><caption><b>a</b></caption><tr><td>b</td></tr>"
	    "</table>"},
	{"no link in a link",
	    "<a href=1>a<a href=2>b</a>c",
	    "<a href=1>a</a><a href=2>b</a>c"},
	{"nor through a block",
	    "<a href=1><div>a<a href=2>b</a>c",
	    "<a href=1><div>a<!a><a href=2>b</a>c</div></a>"},
	{"nor out of a table, where it ends",
	    "<a href=1>a<table><a href=2>b</table>c",
	    "<a href=1>a<!a><a href=2>b</a><table></table></a>"
	    "<a href=2>c</a>"},
	{"nobr ends nobr", "<nobr>a<nobr>b", "<nobr>a</nobr><nobr>b</nobr>"},
	{"one that is not in scope is not ended",
	    "<b><object></b>a</object>b", "<b><object>a</object>b</b>"},
	{"an end behind its block takes it out of the list",
	    "<p><b>a</p></b>b", "<p><b>a</b></p>b"},
	{"one that has ended with its block is not found",
	    "<div><b>a</div></b>b", "<div><b>a</b></div>b"},

	/* The adoption agency. */
	{"around a block that is open",
	    "<b><p>a</b>b</p>c", "<b><p>a<!b>b</p></b>c"},
	{"around blocks in blocks",
	    "<b><div><p>a</b>b</p>c</div>d",
	    "<b><div><p>a<!b>b</p>c</div></b>d"},
	{"a formatting element between goes on",
	    "<b><i><p>a</b>b</p>c", "<b><i><p>a<!b>b</p>c</i></b>"},
	{"another between ends",
	    "<b><span><p>a</b>b</p>c",
	    "<b><span><p>a<!span><!b>b</p></span></b>c"},
	{"what is open in the block is opened again",
	    "<b><p><i>a</b>b", "<b><p><i>a</i><!b><i>b</i></p></b>"},
	{"twice",
	    "<a><div><div>a</a>b</div>c</div>d",
	    "<a><div><div>a<!a>b</div>c</div></a>d"},

	/* Tables (13.2.6.4.9 to 15). */
	{"a row where there is none",
	    "<table><td>a<td>b</table>",
	    "<table><tr><td>a</td><td>b</td></tr></table>"},
	{"a row in a body",
	    "<table><tbody><td>a",
	    "<table><tbody><tr><td>a</td></tr></tbody></table>"},
	{"rows and cells end each other",
	    "<table><tr><td>a<tr><th>b<tbody><tr><td>c</table>",
	    "<table><tr><td>a</td></tr><tr><th>b</th></tr><tbody><tr>"
	    "<td>c</td></tr></tbody></table>"},
	{"a caption ends",
	    "<table><caption>a<tr><td>b</table>c",
	    "<table><caption>a</caption><tr><td>b</td></tr></table>c"},
	{"columns",
	    "<table><col><colgroup><col><tr><td>a",
	    "<table><col></col><colgroup><col></col></colgroup><tr>"
	    "<td>a</td></tr></table>"},
	{"text among columns",
	    "<table><colgroup>a<col><tr><td>b",
	    "a<table><colgroup></colgroup><col></col><tr><td>b</td>"
	    "</tr></table>"},
	{"text among cells",
	    "<table>a<tr>b<td>c</td>d</table>e",
	    "abd<table><tr><td>c</td></tr></table>e"},
	{"white space among cells opens nothing",
	    "<table><b> <tr> <td>a",
	    "<b> </b><table><tr> <td>a</td></tr></table>"},
	{"an element among cells",
	    "<table><div>a<tr><td>b</table>",
	    "<div>a</div><table><tr><td>b</td></tr></table>"},
	{"a table in a table ends it",
	    "<table><tr><table><td>a",
	    "<table><tr></tr></table><table><tr><td>a</td></tr></table>"},
	{"a table in a cell does not",
	    "<table><td><table><td>a</table>b</table>",
	    "<table><tr><td><table><tr><td>a</td></tr></table>b</td>"
	    "</tr></table>"},
	{"a cell's end of the other kind",
	    "<table><td>a</th>b</td>",
	    "<table><tr><td>ab</td></tr></table>"},
	{"a row's end in a cell",
	    "<table><tr><td><p>a</tr>b</table>",
	    "b<table><tr><td><p>a</p></td></tr></table>"},
	{"a table's end in a caption",
	    "<table><caption><p>a</table>b",
	    "<table><caption><p>a</p></caption></table>b"},
	{"other parts' ends are ignored",
	    "<table><tr><td>a</caption></col>b</table>",
	    "<table><tr><td>ab</td></tr></table>"},
	{"a form among cells holds nothing",
	    "<table><form><tr><td>a<form>b</form></table>",
	    "<table><form></form><tr><td>ab</td></tr></table>"},
	{"a hidden input among cells",
	    "<table><input type=hidden><input><tr><td>a",
	    "<input></input><table><input type=hidden></input><tr>"
	    "<td>a</td></tr></table>"},
	{"a cell outside a table is a line",
	    "a<td>b</td>c<tr>d", "a<td></td>bc<tr></tr>d"},
	{"a paragraph's end among cells",
	    "<table></p><td>a", "<p></p><table><tr><td>a</td></tr></table>"},
	{"text behind a row comes before the table",
	    "<table><tr><td>a</tr>b</table>c",
	    "b<table><tr><td>a</td></tr></table>c"},
	{"what stands in such an element, too",
	    "<table><tr><td>a<tr><div>b<p>c</div></table>d",
	    "<div>b<p>c</p></div><table><tr><td>a</td></tr><tr></tr>"
	    "</table>d"},
	{"but not what shows nothing",
	    "<table><tr><td>a</td><script>s</script><input type=hidden><template>t</template></table>",
	    "<table><tr><td>a</td><input type=hidden></input>"
	    "<template>t</template></tr></table>"},
	{"a table in a cell keeps its order",
	    "<table><tr><td><table><tr><td>a</tr>b</table></table>c",
	    "<table><tr><td><table><tr><td>a</td></tr>b</table></td>"
	    "</tr></table>c"},
	{"a link that was open ends before the table",
	    "<a href=1><table><tr><td>a</td><a href=2>b</table>",
	    "<a href=1><!a><a href=2>b</a><table><tr><td>a</td></tr>"
	    "</table></a>"},
	{"noscript among cells comes last",
	    "<table><tr><td>a<noscript>b</noscript></table>c",
	    "<table><tr><td>a</td></tr></table>c<noscript>b</noscript>"},

	/* Templates (13.2.6.4.16). */
	{"its end closes what is open",
	    "<template><table><tr><td>a</template>b",
	    "<template><table><tr><td>a</td></tr></table></template>b"},
	{"a template may begin with a row",
	    "<template><tr><td>a</template>b",
	    "<template><tr><td>a</td></tr></template>b"},
	{"or with a cell",
	    "<template><td>a</td>b</template>",
	    "<template><td>a</td>b</template>"},
	{"or with columns, which hold no text",
	    "<template><col>a</template>b",
	    "<template><col></col></template>b"},
	{"what begins with a block knows no cells",
	    "<template><div><td>a</template>",
	    "<template><div><td></td>a</div></template>"},
	{"a template among cells",
	    "<table><template><td>a</template><td>b",
	    "<table><template><td>a</td></template><tr><td>b</td></tr>"
	    "</table>"},
	{"its end alone", "a</template>b", "ab"},
	{"a form in it",
	    "<form><template><form>a</form></template>b</form>",
	    "<form><template><form>a</form></template>b</form>"},

	/* Svg and math (13.2.6.5). */
	{"svg holds what it knows",
	    "<svg><g>a</g></svg>b", "<svg><>a</></svg>b"},
	{"what ends itself holds nothing",
	    "<svg><g/>a</svg>b", "<svg>a</svg>b"},
	{"a drawing without content", "a<svg/>b", "ab"},
	{"HTML breaks out of it", "<svg><g><p>a", "<svg><></></svg><p>a</p>"},
	{"so does font with a color",
	    "<svg><font size=1>a", "<svg></svg><font>a</font>"},
	{"but not another font",
	    "<svg><font id=x>a", "<svg><font id=x>a</font></svg>"},
	{"an end tag in it ends its own",
	    "<svg><g><a>a</g>b", "<svg><><a>a</a></>b</svg>"},
	{"or what is open outside",
	    "<div><svg><g>a</div>b", "<div><svg><>a</></svg></div>b"},
	{"a link's end, too",
	    "<a href=u><svg><path></a>b", "<a href=u><svg><></></svg></a>b"},
	{"a paragraph's end breaks out",
	    "<p><svg></p>a", "<p><svg></svg></p>a"},
	{"HTML in foreignObject",
	    "<svg><foreignObject><p>a<b>b</svg>c",
	    "<svg><foreignobject><p>a<b>bc</b></p></foreignobject>"
	    "</svg>"},
	{"its title is no raw text",
	    "<svg><title><b>a</b></title>c</svg>",
	    "<svg><title><b>a</b></title>c</svg>"},
	{"nor is its style",
	    "<svg><style><g>a</style></svg>",
	    "<svg><style><>a</></style></svg>"},
	{"raw text is as in HTML inside",
	    "<svg><desc><textarea><g></textarea></svg>a",
	    "<svg><desc><textarea><g></textarea></desc></svg>a"},
	{"a CDATA section is text",
	    "<svg><![CDATA[<b>]]></svg><![CDATA[a]]>b", "<svg><b></svg>b"},
	{"words of a formula",
	    "<math><mi>a<b>b</mi>c</math>",
	    "<math><mi>a<b>bc</b></mi></math>"},
	{"a drawing in an annotation",
	    "<math><annotation-xml><svg><g>a",
	    "<math><annotation-xml><svg><>a</></svg></annotation-xml>"
	    "</math>"},
	{"an annotation that is HTML",
	    "<math><annotation-xml encoding=\"text/html\"><p>a</math>b",
	    "<math><annotation-xml encoding=text/html><p>ab</p>"
	    "</annotation-xml></math>"},
	{"one that is not",
	    "<math><annotation-xml><p>a",
	    "<math><annotation-xml></annotation-xml></math><p>a</p>"},
	{"its mglyph is no HTML",
	    "<math><mi><mglyph>a",
	    "<math><mi><mglyph>a</mglyph></mi></math>"},

	/* Noscript, and what a page shows last. */
	{"noscript comes last",
	    "<noscript>a</noscript>b", "b<noscript>a</noscript>"},
	{"what is open in it ends with it",
	    "<p><noscript><div><b>a</noscript>b",
	    "<p>b</p><noscript><div><b>a</b></div></noscript>"},
	{"and closes nothing outside",
	    "<div><noscript></div>a</noscript>b</div>",
	    "<div>b</div><noscript>a</noscript>"},

	/* More of the same, each where one rule alone decides. */
	{"a fourth formatting element between ends",
	    "<b><i><u><s><tt><p>a</b>b</p>c",
	    "<b><i><u><s><tt><p>a<!i><!b>b</p>c</tt></s></u></i></b>"},
	{"a select's end closes what is open in it",
	    "<select><div>a</select>b", "<select><div>a</div></select>b"},
	{"a list's end in a select is ignored",
	    "<ul><li><select></ul>a</select>b",
	    "<ul><li><select>a</select>b</li></ul>"},
	{"nobr's end opens what was open in it",
	    "<nobr><i>a<nobr>b",
	    "<nobr><i>a</i></nobr><i><nobr>b</nobr></i>"},
	{"a form's end closes an item",
	    "<div><form><p>a</form>b</div>",
	    "<div><form><p>a</p></form>b</div>"},
	{"a form's end closes no open block",
	    "<form><li><div>a</form>b",
	    "<form><li><div>a<!form>b</div></li></form>"},
	{"a noscript's form is its own",
	    "<form><noscript><form>a</noscript>b<form>c</form>d</form>e",
	    "<form>bc</form>de<noscript><form>a</form></noscript>"},
	{"and ends with it",
	    "<noscript><form>a</noscript><form>b</form>",
	    "<form>b</form><noscript><form>a</form></noscript>"},
	{"a frameset in a noscript is ignored",
	    "<noscript><frameset>a</noscript>b", "b<noscript>a</noscript>"},
	{"a frameset ends an open table",
	    "<div><frameset><noframes>f</noframes></div>a",
	    "<div></div><iframe>f</iframe>"},
	{"a column in a template's body",
	    "<template><tbody><col></template>a",
	    "<template><tbody></tbody><col></col></template>a"},
	{"a caption in a template's row",
	    "<template><tr></tr><caption>a</caption></template>b",
	    "<template><tr></tr>a</template>b"},
	{"a row's part in a template's cell",
	    "<template><td>a<tbody>b</template>c",
	    "<template><td>a</td>b</template>c"},
	{"a row's end in a template's cell",
	    "<template><td></td></tr>a</template>b",
	    "<template><td></td>a</template>b"},
	{"a table's end in a template's row",
	    "<template><td>a</td></table>b</template>c",
	    "<template><td>a</td>b</template>c"},
	{"a body's end where there is another",
	    "<table><thead><tr><td>a</tbody>b</table>",
	    "<table><thead><tr><td>ab</td></tr></thead></table>"},
	{"a form among the cells of a template",
	    "<template><tr><form>a</form></template>b",
	    "<template><tr>a</tr></template>b"},
	{"columns in a template hold no block",
	    "<template><col><div>a</div></template>b",
	    "<template><col></col></template>b"},
	{"a malignmark in a formula is none of HTML's",
	    "<math><mo><malignmark>a<b>b",
	    "<math><mo><malignmark>a</malignmark><b>b</b></mo></math>"},
	{"a break breaks out of a drawing",
	    "<svg><g></br>a", "<svg><></></svg><br></br>a"},
	{"an annotation that is XHTML",
	    "<math><annotation-xml encoding=application/xhtml+xml><p>a",
	    "<math><annotation-xml encoding=application/xhtml+xml><p>a"
	    "</p></annotation-xml></math>"},
	{"a text in foreignObject opens formatting",
	    "<p><b></p><svg><desc>a",
	    "<p><b></b></p><b><svg><desc>a</desc></svg></b>"},
	{"a template's row is no table's",
	    "<template><tr><td>a</td></tr><caption>b</template>c",
	    "<template><tr><td>a</td></tr>b</template>c"},
	{"a body's end tag in a head", "</head></body><frameset>a", ""},
	{"an end of another element does not begin a body",
	    "</p><frameset>a", ""},
	{"a comment without an end", "a<!--b", "a"},
	{"a comment that is empty", "<!-->a<!--->b", "ab"},
	{"a comment with an odd end", "<!--a--!>b", "b"},
	{"raw text's end tag may close itself",
	    "<title>a</title/>b", "<title>a</title>b"},
	{"nor is one around a table ended in it",
	    "<b><table></b>a</table>b", "<b>a<table></table>b</b>"},
	{"a CDATA section is told by its capitals",
	    "<svg><![cdata[a]]>b</svg>", "<svg>b</svg>"},
	{"a font with a face breaks out",
	    "<svg><font face=x>a", "<svg></svg><font>a</font>"},
	{"a paragraph's end alone breaks out of a drawing",
	    "<svg></p>a", "<svg></svg><p></p>a"},
	{"formatting goes on in what holds HTML",
	    "<svg><desc><p><b>a</p>b",
	    "<svg><desc><p><b>a</b></p><b>b</b></desc></svg>"},
	{"a drawing with words is a body",
	    "<svg>a</svg><frameset>b", "<svg>a</svg>b"},
};

static void
put(struct buf *out, const char *open, const struct tag *tag)
{
	buf_puts(out, open);
	buf_puts(out, tag->name);
}

static void
start(void *ctx, const struct element *e)
{
	const char *const *a = e->attributes;

	put(ctx, "<", e->tag);
	for (; a != NULL && *a != NULL; a += 2) {
		buf_putc(ctx, ' ');
		buf_puts(ctx, a[0]);
		buf_putc(ctx, '=');
		buf_puts(ctx, a[1]);
	}
	buf_putc(ctx, '>');
}

static void
end(void *ctx, const struct tag *tag)
{
	put(ctx, "</", tag);
	buf_putc(ctx, '>');
}

static void
ended(void *ctx, const struct tag *tag)
{
	put(ctx, "<!", tag);
	buf_putc(ctx, '>');
}

static void
text(void *ctx, struct str s)
{
	buf_put(ctx, s.s, s.n);
}

static const struct parser_reader reader = {start, end, ended, text};

static void
read_page(struct source *page, struct buf *out, bool scripts)
{
	struct parser_options options = {.scripts = scripts};

	out->n = 0;
	parser_read(page, &options, &reader, out);
}

/* In one piece, and a byte at a time. */
START_TEST(each_row)
{
	struct str html = str_of(rows[_i].html);
	struct source whole = source_over(html);
	struct pieces cut = pieces_of(html, 1, 0);
	struct buf out = {0};

	read_page(&whole, &out, false);
	ck_assert_msg(strcmp(text_of(&out), rows[_i].want) == 0,
	    "%s: %s", rows[_i].why, out.s);
	read_page(&cut.source, &out, false);
	ck_assert_msg(strcmp(text_of(&out), rows[_i].want) == 0,
	    "%s, in pieces: %s", rows[_i].why, out.s);
	source_free(&cut.source);
	buf_free(&out);
}
END_TEST

static const struct {
	const char *why, *html, *want;
} scripted[] = {
	{"a script's text", "<script>a</script>b",
	    "<winnow-raw>a</winnow-raw>b"},
	{"a style's, too", "<style>a</style>b", "<winnow-raw>a</winnow-raw>b"},
	{"a comment hides a script's end",
	    "<script><!--<script></script>--></script>b",
	    "<winnow-raw><!--<script></script>--></winnow-raw>b"},
	{"a script in it ends with the first end tag",
	    "<script><!--<script>a</script>b</script>c",
	    "<winnow-raw><!--<script>a</script>b</winnow-raw>c"},
	{"its end tag may have attributes", "<script>a</script x=\">\" y>b",
	    "<winnow-raw>a</winnow-raw>b"},
	{"noscript stays where it is", "<noscript>a</noscript>b",
	    "<noscript>a</noscript>b"},
};

START_TEST(with_scripts)
{
	struct source page = source_over(str_of(scripted[_i].html));
	struct buf out = {0};

	read_page(&page, &out, true);
	ck_assert_msg(strcmp(text_of(&out), scripted[_i].want) == 0,
	    "%s: %s", scripted[_i].why, out.s);
	buf_free(&out);
}
END_TEST

/* `count` times `piece`, and what is reported of it. */
static void
read_many(const char *piece, int count, struct buf *out)
{
	struct buf page = {0};
	struct source in;

	for (int i = 0; i < count; i++)
		buf_puts(&page, piece);
	buf_puts(&page, "z");
	in = source_over(buf_str(&page));
	read_page(&in, out, false);
	buf_free(&page);
}

static size_t
times(const char *text, const char *what)
{
	size_t n = 0;

	while ((text = strstr(text, what)) != NULL) {
		text += strlen(what);
		n++;
	}
	return n;
}

static const struct {
	const char *why, *piece, *what;
	size_t want;
} many[] = {
	{"lines that are too deep are nothing", "<x-y>", "<>", PARSER_DEPTH},
	{"boxes that are too deep are breaks", "<div>", "<div></div>",
	    600 - PARSER_DEPTH},
	{"hidden ones stay", "<object>", "<object></object>", 0},
	{"a table grows no deeper than its parts", "<table><tr><td>",
	    "<table></table>", 600 - PARSER_DEPTH / 4},
};

START_TEST(too_deep)
{
	struct buf out = {0};

	read_many(many[_i].piece, 600, &out);
	ck_assert_uint_eq(times(text_of(&out), many[_i].what),
	    many[_i].want);
	ck_assert_uint_eq(times(out.s, "z"), 1);
	buf_free(&out);
}
END_TEST

/* A table is held so far, and no farther. */
START_TEST(long_table)
{
	struct buf page = {0}, out = {0};
	struct source in;

	buf_puts(&page, "<table>b<tr><td>");
	for (int i = 0; i < PARSER_TABLE; i++)
		buf_putc(&page, 'a');
	buf_puts(&page, "</tr>c</table>");
	in = source_over(buf_str(&page));
	read_page(&in, &out, false);
	ck_assert_ptr_eq(strstr(text_of(&out), "b<table><tr><td>aa"), out.s);
	ck_assert_ptr_nonnull(strstr(out.s, "aa</td></tr>c</table>"));
	buf_free(&page);
	buf_free(&out);
}
END_TEST

/* What waits for the page's end is bounded; all of it is reported. */
START_TEST(long_noscript)
{
	struct buf page = {0}, out = {0};
	struct source in;

	buf_puts(&page, "<noscript><p>");
	for (int i = 0; i < PARSER_NOSCRIPT; i++)
		buf_putc(&page, 'a');
	buf_puts(&page, "b</noscript>c<p>d");
	in = source_over(buf_str(&page));
	read_page(&in, &out, false);
	ck_assert_ptr_nonnull(strstr(text_of(&out),
	    "ab</p></noscript>c<p>d</p>"));
	ck_assert_uint_eq(strspn(out.s + strlen("<noscript><p>"), "a"),
	    PARSER_NOSCRIPT);
	buf_free(&page);
	buf_free(&out);
}
END_TEST

UNIT_SUITE("parser", UNIT_EACH(each_row, rows);
    UNIT_EACH(with_scripts, scripted); UNIT_EACH(too_deep, many);
    UNIT_ONE(long_table); UNIT_ONE(long_noscript))
