/* SPDX-License-Identifier: MIT */
/*
 * Trees, a row per rule of HTML 13.2.6, as their serialization (13.3): what a
 * browser without scripts makes of the same bytes.
 */
#include "unit.h"

#include "html/tree/write.h"

static const struct {
	const char *why, *page, *want;
} rows[] = {
	{"a p ends a p",
	    "<p>a<p>b",
	    "<html><head></head><body><p>a</p><p>b</p></body></html>"},
	{"formatting across a block",
	    "<b>1<i>2<p>3</b>4</i>5",
	    "<html><head></head><body><b>1<i>2</i></b><i></i><p><i><b>3</"
	    "b>4</i>5</p></body></html>"},
	{"an a ends an a",
	    "<a>1<div>2<a>3</a>4",
	    "<html><head></head><body><a>1</a><div><a>2</a><a>3</a>4</div"
	    "></body></html>"},
	{"text in a table, fostered",
	    "<table>x<tr><td>1</table>y",
	    "<html><head></head><body>x<table><tbody><tr><td>1</td></tr><"
	    "/tbody></table>y</body></html>"},
	{"formatting in a table",
	    "<table><em>1<tr><td>2</td></tr>3</table>4",
	    "<html><head></head><body><em>1</em><em>3</em><table><tbody><"
	    "tr><td>2</td></tr></tbody></table><em>4</em></body></html>"},
	{"cells without rows; a late caption",
	    "<table><td>1<td>2<tr><th>3<tbody><td>4<caption>c<col><colgro"
	    "up><col><p>x",
	    "<html><head></head><body><p>x</p><table><tbody><tr><td>1</td"
	    "><td>2</td></tr><tr><th>3</th></tr></tbody><tbody><tr><td>4<"
	    "/td></tr></tbody><caption>c</caption><colgroup><col></colgro"
	    "up><colgroup><col></colgroup></table></body></html>"},
	{"form and input in a table",
	    "<table><tr><form><td><input type=hidden><input></form></tabl"
	    "e>",
	    "<html><head></head><body><table><tbody><tr><form></form><td>"
	    "<input type=\"hidden\"><input></td></tr></tbody></table></bo"
	    "dy></html>"},
	{"options and groups",
	    "<select><option>1<option>2<optgroup label=x><option>3</selec"
	    "t>",
	    "<html><head></head><body><select><option>1</option><option>2"
	    "</option><optgroup label=\"x\"><option>3</option></optgroup>"
	    "</select></body></html>"},
	{"hr, input in select",
	    "<select><option>1<hr><option>2<input>x",
	    "<html><head></head><body><select><option>1</option><hr><opti"
	    "on>2</option></select><input>x</body></html>"},
	{"select in select",
	    "<select><select><option>a",
	    "<html><head></head><body><select></select><option>a</option>"
	    "</body></html>"},
	{"a row ends a select",
	    "<table><tr><td><select><option>a<tr><td>b</table>",
	    "<html><head></head><body><table><tbody><tr><td><select><opti"
	    "on>a</option></select></td></tr><tr><td>b</td></tr></tbody><"
	    "/table></body></html>"},
	{"blocks in select",
	    "<select><div>a<p>b</select>c</div>",
	    "<html><head></head><body><select><div>a<p>b</p></div></selec"
	    "t>c</body></html>"},
	{"formatting in select",
	    "<select><b>x</select>y",
	    "<html><head></head><body><select><b>x</b></select><b>y</b></"
	    "body></html>"},
	{"button ends button",
	    "<button>1<button>2<p>3</button>4",
	    "<html><head></head><body><button>1</button><button>2<p>3</p>"
	    "</button>4</body></html>"},
	{"heading ends heading",
	    "<h1>a<h2>b</h1>c",
	    "<html><head></head><body><h1>a</h1><h2>b</h2>c</body></html>"},
	{"lists in lists",
	    "<ul><li>1<li>2<ul><li>3</ul><li>4</ul>",
	    "<html><head></head><body><ul><li>1</li><li>2<ul><li>3</li></"
	    "ul></li><li>4</li></ul></body></html>"},
	{"dt, dd, and a div between",
	    "<dl><dt>a<dd>b<dt>c<div><dd>d</dl>",
	    "<html><head></head><body><dl><dt>a</dt><dd>b</dd><dt>c<div><"
	    "/div></dt><dd>d</dd></dl></body></html>"},
	{"svg and its integration points",
	    "<svg><title>t</title><desc><p>x</desc><foreignObject><div>y<"
	    "/foreignObject><p>z",
	    "<html><head></head><body><svg><title>t</title><desc><p>x<for"
	    "eignobject></foreignobject></p><div>y<p>z</p></div></desc></"
	    "svg></body></html>"},
	{"self-closing svg",
	    "<svg><g/><path/><circle r=1></svg>x",
	    "<html><head></head><body><svg><g></g><path></path><circle r="
	    "\"1\"></circle></svg>x</body></html>"},
	{"MathML and its points",
	    "<math><mi>x<b>y</mi><annotation-xml encoding=\"text/html\"><"
	    "div>a</div></annotation-xml><mo>=</math>",
	    "<html><head></head><body><math><mi>x<b>y<annotation-xml enco"
	    "ding=\"text/html\"><div>a</div></annotation-xml><mo>=</mo></"
	    "b></mi></math></body></html>"},
	{"annotation-xml with svg",
	    "<math><annotation-xml><svg><p>x",
	    "<html><head></head><body><math><annotation-xml><svg></svg></"
	    "annotation-xml></math><p>x</p></body></html>"},
	{"svg's attributes",
	    "<svg><a xlink:href=\"#x\" viewbox=1 definitionurl=2>x</a></s"
	    "vg>",
	    "<html><head></head><body><svg><a xlink:href=\"#x\" viewBox="
	    "\"1\" definitionurl=\"2\">x</a></svg></body></html>"},
	{"MathML's attribute, mglyph",
	    "<math definitionurl=x><mglyph><mtext><mglyph></math>",
	    "<html><head></head><body><math definitionURL=\"x\"><mglyph><"
	    "mtext><mglyph></mglyph></mtext></mglyph></math></body></html"
	    ">"},
	{"CDATA in svg and not",
	    "<svg><![CDATA[a<b>]]>x</svg><![CDATA[b]]>",
	    "<html><head></head><body><svg>a&lt;b&gt;x</svg><!--[CDATA[b]"
	    "]--></body></html>"},
	{"templates",
	    "<template><td>x</td></template><template><tr><td>y<div>z</te"
	    "mplate>",
	    "<html><head><template><td>x</td></template><template><tr><td"
	    ">y<div>z</div></td></tr></template></head><body></body></htm"
	    "l>"},
	{"a template in a table",
	    "<table><template><td>a</template><tr><td>b</table>",
	    "<html><head></head><body><table><template><td>a</td></templa"
	    "te><tbody><tr><td>b</td></tr></tbody></table></body></html>"},
	{"a frameset",
	    "<frameset><frame><noframes>x</noframes></frameset>y",
	    "<html><head></head><frameset><frame><noframes>x</noframes></"
	    "frameset></html>"},
	{"text bars a frameset",
	    "<p>x<frameset>",
	    "<html><head></head><body><p>x</p></body></html>"},
	{"comments in every place",
	    "<!doctype html><!--a--><html lang=x><!--b--><head><!--c--></"
	    "head><!--d--><body class=y><!--e--></body><!--f--></html><!-"
	    "-g-->",
	    "<html lang=\"x\"><!--b--><head><!--c--></head><!--d--><body "
	    "class=\"y\"><!--e--></body><!--f--></html>"},
	{"attributes of html and body",
	    "<html a=1><body b=2><html a=3 c=4><body b=5 d=6>",
	    "<html a=\"1\" c=\"4\"><head></head><body b=\"2\" d=\"6\"></b"
	    "ody></html>"},
	{"a line end after pre",
	    "<pre>\n\nx</pre><textarea>\ny</textarea><listing>\nz</listin"
	    "g>",
	    "<html><head></head><body><pre>\nx</pre><textarea>y</textarea"
	    "><listing>z</listing></body></html>"},
	{"raw text",
	    "<script>a<b></script><style>x<y</style><title>a&amp;b<c></ti"
	    "tle><xmp><p></xmp><iframe><p></iframe><noembed><p></noembed>",
	    "<html><head><script>a<b></script><style>x<y</style><title>a&"
	    "amp;b&lt;c&gt;</title></head><body><xmp><p></xmp><iframe><p>"
	    "</iframe><noembed><p></noembed></body></html>"},
	{"noscript in head and body",
	    "<noscript><p>x</noscript><head><noscript><link><p>y</noscrip"
	    "t>",
	    "<html><head><noscript></noscript></head><body><p>x<noscript>"
	    "<link></noscript></p><p>y</p></body></html>"},
	{"plaintext",
	    "<plaintext>a<b></plaintext>c",
	    "<html><head></head><body><plaintext>a<b></plaintext>c</plain"
	    "text></body></html>"},
	{"quirks: a table in a p",
	    "<p><table><tr><td>quirks",
	    "<html><head></head><body><p><table><tbody><tr><td>quirks</td"
	    "></tr></tbody></table></p></body></html>"},
	{"no quirks: it ends the p",
	    "<!doctype html><p><table><tr><td>none",
	    "<html><head></head><body><p></p><table><tbody><tr><td>none</"
	    "td></tr></tbody></table></body></html>"},
	{"limited quirks without a system id",
	    "<!doctype html public \"-//W3C//DTD HTML 4.01 Transitional//"
	    "EN\"><p><table>",
	    "<html><head></head><body><p><table></table></p></body></html"
	    ">"},
	{"limited quirks",
	    "<!doctype html public \"-//W3C//DTD HTML 4.01 Transitional//"
	    "EN\" \"x\"><p><table>",
	    "<html><head></head><body><p></p><table></table></body></html"
	    ">"},
	{"a doctype without a name",
	    "<!DOCTYPE><p><table>",
	    "<html><head></head><body><p><table></table></p></body></html"
	    ">"},
	{"of four alike one goes",
	    "<b><b><b><b><p>x</b></b></b></b>y<p>z",
	    "<html><head></head><body><b><b><b><b></b></b></b><p><b><b><b"
	    ">x</b></b></b>y</p><p>z</p></b></body></html>"},
	{"no more than three alike",
	    "<font size=1><font size=1><font size=1><font size=1><font si"
	    "ze=1><p>X",
	    "<html><head></head><body><font size=\"1\"><font size=\"1\"><"
	    "font size=\"1\"><font size=\"1\"><font size=\"1\"><p>X</p></"
	    "font></font></font></font></font></body></html>"},
	{"an a across a table",
	    "<a href=x>1<table><tr><td><a href=y>2</table>3",
	    "<html><head></head><body><a href=\"x\">1<table><tbody><tr><t"
	    "d><a href=\"y\">2</a></td></tr></tbody></table>3</a></body><"
	    "/html>"},
	{"nobr",
	    "<nobr>1<nobr>2<p>3<nobr>4",
	    "<html><head></head><body><nobr>1</nobr><nobr>2</nobr><p><nob"
	    "r>3</nobr><nobr>4</nobr></p></body></html>"},
	{"ends without starts",
	    "<p></br></p></p>x",
	    "<html><head></head><body><p><br></p><p></p>x</body></html>"},
	{"p, form, div that end alone",
	    "</p><div></form><form><form><div></form>x",
	    "<html><head></head><body><div><form><div>x</div></form></div"
	    "></body></html>"},
	{"markers of object, marquee, applet",
	    "<object><b>x</object>y<marquee><i>z</marquee>w<applet><u>q</"
	    "applet>r",
	    "<html><head></head><body><object><b>x</b></object>y<marquee>"
	    "<i>z</i></marquee>w<applet><u>q</u></applet>r</body></html>"},
	{"ruby",
	    "<ruby>a<rb>b<rt>c<rtc>d<rp>e</ruby>",
	    "<html><head></head><body><ruby>a<rb>b</rb><rt>c</rt><rtc>d<r"
	    "p>e</rp></rtc></ruby></body></html>"},
	{"image is img",
	    "<image src=x><isindex>",
	    "<html><head></head><body><img src=\"x\"><isindex></isindex><"
	    "/body></html>"},
	{"attributes, references",
	    "<a a=1 A=2 b='x&amp;y' c=&lt d=\"&ltx\" e=&notit; =f g=>x",
	    "<html><head></head><body><a a=\"1\" b=\"x&amp;y\" c=\"&lt;\""
	    " d=\"&amp;ltx\" e=\"&amp;notit;\" =f=\"\" g=\"\">x</a></body"
	    "></html>"},
	{"self-closing HTML is open",
	    "<div/><br/><p/>x",
	    "<html><head></head><body><div><br><p>x</p></div></body></htm"
	    "l>"},
	{"unknown elements",
	    "<foo><bar></foo>x</bar><p>y</foo>",
	    "<html><head></head><body><foo><bar></bar></foo>x<p>y</p></bo"
	    "dy></html>"},
	{"what becomes a comment",
	    "</x><?php x ?><!x><!-->y<!---->z<!--a--!>b<//x></>",
	    "<html><head></head><body>y<!---->z<!--a-->b<!--/x--></body><"
	    "/html>"},
	{"what a table holds by itself",
	    "<table><!--a--><script>x</script><style>y</style> <tr> <td> "
	    "</table>",
	    "<html><head></head><body><table><!--a--><script>x</script><s"
	    "tyle>y</style> <tbody><tr> <td> </td></tr></tbody></table></"
	    "body></html>"},
	{"a table in a table",
	    "<table><table><tr><td>x</table>y</table>z",
	    "<html><head></head><body><table></table><table><tbody><tr><t"
	    "d>x</td></tr></tbody></table>yz</body></html>"},
	{"a table in a cell",
	    "<table><tr><td><table><tr><td>x</td></tr></td></tr></table>y",
	    "<html><head></head><body><table><tbody><tr><td><table><tbody"
	    "><tr><td>x</td></tr></tbody></table>y</td></tr></tbody></tab"
	    "le></body></html>"},
	{"a table in a caption",
	    "<table><caption><table><tr><td>x</caption>y</table>",
	    "<html><head></head><body><table><caption><table><tbody><tr><"
	    "td>xy</td></tr></tbody></table></caption></table></body></ht"
	    "ml>"},
	{"text in a colgroup",
	    "<table><colgroup>x<col></table>",
	    "<html><head></head><body>x<table><colgroup></colgroup><colgr"
	    "oup><col></colgroup></table></body></html>"},
	{"i across a table",
	    "<u><table><tr><td>1</u>2</table>3",
	    "<html><head></head><body><u><table><tbody><tr><td>12</td></t"
	    "r></tbody></table>3</u></body></html>"},
	{"an open i before a table",
	    "<div><i></div>x<table>y<i>z</table>w",
	    "<html><head></head><body><div><i></i></div><i>xy<i>z</i><tab"
	    "le></table><i>w</i></i></body></html>"},
	{"the inner loop",
	    "<p><b><div><i>x</b>y</i></div>z",
	    "<html><head></head><body><p><b></b></p><div><b><i>x</i></b><"
	    "i>y</i></div>z</body></html>"},
	{"a strong that is opened again",
	    "<em><p><strong>a</em>b</strong>c",
	    "<html><head></head><body><em></em><p><em><strong>a</strong><"
	    "/em><strong>b</strong>c</p></body></html>"},
	{"code across pre",
	    "<code><pre>x</code>y</pre>z",
	    "<html><head></head><body><code></code><pre><code>x</code>y</"
	    "pre>z</body></html>"},
	{"after the body",
	    "<body><p>x</body>y<p>z</html>w",
	    "<html><head></head><body><p>xy</p><p>zw</p></body></html>"},
	{"white space before a body",
	    " <head> <meta> x <title>y</title>",
	    "<html><head> <meta> </head><body>x <title>y</title></body></"
	    "html>"},
	{"title after head",
	    "<head></head><link><title>x</title><p>",
	    "<html><head><link><title>x</title></head><body><p></p></body"
	    "></html>"},
	{"h1 ends with white space, attributes",
	    "<h1>x</h1 a=b>y</h1/>z",
	    "<html><head></head><body><h1>x</h1>yz</body></html>"},
	{"li in a p, a div",
	    "<li><p>a<div><li>b</div><li>c",
	    "<html><head></head><body><li><p>a</p><div></div></li><li>b</"
	    "li><li>c</li></body></html>"},
	{"address and li",
	    "<address><li>a<address><li>b",
	    "<html><head></head><body><address><li>a<address></address></"
	    "li><li>b</li></address></body></html>"},
	{"forms in tables",
	    "<form><table><form><tr><td></form>x",
	    "<html><head></head><body><form><table><tbody><tr><td>x</td><"
	    "/tr></tbody></table></form></body></html>"},
	{"details, dialog, search, menu",
	    "<details><summary>a<p>b</details>c<dialog>x<search>y<menu>z",
	    "<html><head></head><body><details><summary>a<p>b</p></summar"
	    "y></details>c<dialog>x<search>y<menu>z</menu></search></dial"
	    "og></body></html>"},
	{"void elements",
	    "<input><area><param><source><track><wbr><embed><keygen><hr>x",
	    "<html><head></head><body><input><area><param><source><track>"
	    "<wbr><embed><keygen><hr>x</body></html>"},
	{"breaking out of svg, font",
	    "<svg><b>x</b></svg><svg><font>y</font><font color=x>z",
	    "<html><head></head><body><svg></svg><b>x</b><svg><font>y</fo"
	    "nt></svg><font color=\"x\">z</font></body></html>"},
	{"style and script in svg",
	    "<svg><style>a<b>c</style><script>x<y></script></svg>",
	    "<html><head></head><body><svg><style>a</style></svg><b>c<scr"
	    "ipt>x<y></script></b></body></html>"},
	{"svg in mtext",
	    "<math><mtext><svg><p>x</p></svg></mtext></math>",
	    "<html><head></head><body><math><mtext><svg></svg><p>x</p></m"
	    "text></math></body></html>"},
	{"p and br end svg",
	    "<svg></p>x<svg></br>y",
	    "<html><head></head><body><svg></svg><p></p>x<svg></svg><br>y"
	    "</body></html>"},
	{"nested points",
	    "<svg><foreignobject><svg></foreignobject>x</svg>y",
	    "<html><head></head><body><svg><foreignObject><svg></svg></fo"
	    "reignObject>x</svg>y</body></html>"},
	{"a in svg",
	    "<a><svg><a>x</a></svg></a>y",
	    "<html><head></head><body><a><svg><a>x</a></svg></a>y</body><"
	    "/html>"},
	{"svg in a table",
	    "<table><svg><tr><td>x",
	    "<html><head></head><body><svg><tr><td>x</td></tr></svg><tabl"
	    "e></table></body></html>"},
	{"a cell in svg's desc",
	    "<table><tr><td><svg><desc><td>x",
	    "<html><head></head><body><table><tbody><tr><td><svg><desc></"
	    "desc></svg></td><td>x</td></tr></tbody></table></body></html"
	    ">"},
	{"options without select",
	    "<option>a<option>b<optgroup>c<option>d",
	    "<html><head></head><body><option>a</option><option>b</option"
	    "><optgroup>c<option>d</option></optgroup></body></html>"},
	{"rt without ruby",
	    "<rt>a<rp>b",
	    "<html><head></head><body><rt>a<rp>b</rp></rt></body></html>"},
	{"hr in p, ul in p",
	    "<p>a<hr>b<p>c<ul>d<p>e<center>f",
	    "<html><head></head><body><p>a</p><hr>b<p>c</p><ul>d<p>e</p><"
	    "center>f</center></ul></body></html>"},
	{"b over p",
	    "<div><b>1<p>2</div>3",
	    "<html><head></head><body><div><b>1<p>2</p></b></div><b>3</b>"
	    "</body></html>"},
	{"two b and an a",
	    "<b><a><b><p></a>x",
	    "<html><head></head><body><b><a><b></b></a><b><p><a></a>x</p>"
	    "</b></b></body></html>"},
	{"a in a in b",
	    "<a><b><a><b><a>x",
	    "<html><head></head><body><a><b></b></a><b><a><b></b></a><b><"
	    "a>x</a></b></b></body></html>"},
	{"a in rows",
	    "<table><a>1<tr>2<a>3<td>4<a>5",
	    "<html><head></head><body><a>1</a><a>2</a><a>3</a><table><tbo"
	    "dy><tr><td>4<a>5</a></td></tr></tbody></table></body></html>"},
	{"escaped scripts",
	    "<script><!--<script>x</script>--></script>y",
	    "<html><head><script><!--<script>x</script>--></script></head"
	    "><body>y</body></html>"},
	{"an escaped script that ends",
	    "<script><!--x</script>y",
	    "<html><head><script><!--x</script></head><body>y</body></htm"
	    "l>"},
	{"ends of textarea",
	    "<textarea></textarea x>y<textarea>a</textareab>c",
	    "<html><head></head><body><textarea></textarea>y<textarea>a&l"
	    "t;/textareab&gt;c</textarea></body></html>"},
	{"a body with attributes bars no frameset",
	    "<body onload=x><frameset><frame>",
	    "<html><head></head><body onload=\"x\"></body></html>"},
	{"tbody, tfoot",
	    "<table><tbody><tr><th>x</tbody></table><tfoot>y",
	    "<html><head></head><body><table><tbody><tr><th>x</th></tr></"
	    "tbody></table>y</body></html>"},
	{"parts of a table alone",
	    "<caption>x<col>y<td>z",
	    "<html><head></head><body>xyz</body></html>"},
	{"stray ends in a table",
	    "<table><tr></table></tr></td>x",
	    "<html><head></head><body><table><tbody><tr></tr></tbody></ta"
	    "ble>x</body></html>"},
	{"b across a cell",
	    "<b>x<table><tr><td>y</b>z</table>w",
	    "<html><head></head><body><b>x<table><tbody><tr><td>yz</td></"
	    "tr></tbody></table>w</b></body></html>"},
	{"deep formatting",
	    "<q><b><i>1<u>2<s>3<q><i>4<section>5</b>6",
	    "<html><head></head><body><q><b><i>1<u>2<s>3<q><i>4</i></q></"
	    "s></u></i></b><s><i><section><b>5</b>6</section></i></s></q>"
	    "</body></html>"},
	{"i and b end across p",
	    "<p><i><b>x</p>y</b></i>z",
	    "<html><head></head><body><p><i><b>x</b></i></p><i><b>y</b></"
	    "i>z</body></html>"},
	{"a in a p in an a",
	    "<a href=1>k<p>l<a href=2>m</a>n</p>o</a>",
	    "<html><head></head><body><a href=\"1\">k</a><p><a href=\"1\""
	    ">l</a><a href=\"2\">m</a>n</p>o</body></html>"},
	{"eight turns",
	    "<main><a><i><div><i><div><i><div><i><div><i><div><i><div><i>"
	    "<div><i><div><i><div><i><div><i><div></a>x</i>y",
	    "<html><head></head><body><main><a><i></i></a><div><a><i></i>"
	    "</a><div><a><i></i></a><div><a><i></i></a><div><a><i></i></a"
	    "><div><a><i></i></a><div><a><i></i></a><div><a><i></i></a><d"
	    "iv><a><i><div><i><div><i></i><div><i>x</i>y</div></div></i><"
	    "/div></i></a></div></div></div></div></div></div></div></div"
	    "></main></body></html>"},
	{"hidden input in a table",
	    "<table><input type=HIDDEN><input type=text><select><option>x",
	    "<html><head></head><body><input type=\"text\"><select><optio"
	    "n>x</option></select><table><input type=\"HIDDEN\"></table><"
	    "/body></html>"},
	{"li in a table",
	    "<table><li>x<li>y</table>",
	    "<html><head></head><body><li>x</li><li>y</li><table></table>"
	    "</body></html>"},
	{"cells in a template",
	    "<template><col><td></template><template><svg><template>x",
	    "<html><head><template><col></template><template><svg><templa"
	    "te>x</template></svg></template></head><body></body></html>"},
	{"a template in html",
	    "<html><template></html>x",
	    "<html><head><template>x</template></head><body></body></html"
	    ">"},
	{"templates in a template",
	    "<div><template>a<template>b</template>c</template></div>d",
	    "<html><head></head><body><div><template>a<template>b</templa"
	    "te>c</template></div>d</body></html>"},
	{"rows in a template",
	    "<template><tr></tr>x<td>y</template>",
	    "<html><head><template><tr></tr>x<tr><td>y</td></tr></templat"
	    "e></head><body></body></html>"},
	{"form in a template",
	    "<template></form><form><form></template>",
	    "<html><head><template><form><form></form></form></template><"
	    "/head><body></body></html>"},
	{"body and html in a template",
	    "<body><template><body x=1><html y=2><frameset>x",
	    "<html><head></head><body><template>x</template></body></html"
	    ">"},
	{"a row in a select",
	    "<select><tr><td>x</select>y",
	    "<html><head></head><body><select>x</select>y</body></html>"},
	{"keygen, textarea in select",
	    "<select><keygen><textarea>x</select>y",
	    "<html><head></head><body><select><keygen><textarea>x&lt;/sel"
	    "ect&gt;y</textarea></select></body></html>"},
	{"p, span in option",
	    "<select><option><p>a<option>b<span>c</select>d",
	    "<html><head></head><body><select><option><p>a</p></option><o"
	    "ption>b<span>c</span></option></select>d</body></html>"},
	{"button in select",
	    "<select><button>x</button><option>y",
	    "<html><head></head><body><select><button>x</button><option>y"
	    "</option></select></body></html>"},
	{"optgroups, hr",
	    "<select><optgroup><option>a<optgroup><option>b<hr>c",
	    "<html><head></head><body><select><optgroup><option>a</option"
	    "></optgroup><optgroup><option>b</option></optgroup><hr>c</se"
	    "lect></body></html>"},
	{"select in a table",
	    "<table><select><tr><td>x",
	    "<html><head></head><body><select></select><table><tbody><tr>"
	    "<td>x</td></tr></tbody></table></body></html>"},
	{"select in an option",
	    "<option><select><option>x</option></option>y",
	    "<html><head></head><body><option><select><option>x</option>y"
	    "</select></option></body></html>"},
};

START_TEST(build)
{
	struct str page = {rows[_i].page, strlen(rows[_i].page)};
	struct source in = source_over(page);
	struct sink out = {0};
	struct tree tree;

	tree_read(&tree, &in, 1000000);
	write_node(&out, xmlDocGetRootElement(tree.doc));
	ck_assert_msg(strcmp(text_of(&out.buf), rows[_i].want) == 0,
	    "%s: %s\n%s\nnot\n%s", rows[_i].why, rows[_i].page,
	    text_of(&out.buf), rows[_i].want);
	buf_free(&out.buf);
	tree_free(&tree);
}
END_TEST

/* Every link of the tree goes both ways. */
static size_t
check_links(xmlNodePtr node)
{
	size_t n = 1;

	for (xmlNodePtr c = node->children, prev = NULL; c != NULL;
	    prev = c, c = c->next) {
		ck_assert(c->parent == node && c->prev == prev);
		ck_assert(c->next != NULL || node->last == c);
		n += check_links(c);
	}
	return n;
}

START_TEST(links)
{
	struct source in = source_over(str_of(rows[_i].page));
	struct tree tree;

	tree_read(&tree, &in, 1000000);
	ck_assert(check_links((xmlNodePtr)tree.doc) > 3);
	tree_free(&tree);
}
END_TEST

static size_t
depth_of(xmlNodePtr node)
{
	size_t most = 0;

	for (xmlNodePtr c = tree_content(node)->children; c != NULL;
	    c = c->next) {
		size_t n = depth_of(c);

		most = n > most ? n : most;
	}
	return most + 1;
}

/* Pieces of a page that go deeper each time. */
static const char *const deeper[] = {
	"<div><b>", "<table><td>", "<table><caption>", "<table><tr><td><p>",
	"<template><td>", "<svg><desc>", "<b><p></b>", "<a><table>",
	"<form><div></form>", "<ul><li>", "<select><option>", "<button><a>",
};

START_TEST(deep)
{
	struct buf page = {0};
	struct source in;
	struct tree tree;

	for (int i = 0; i < 20000; i++)
		buf_puts(&page, deeper[_i]);
	buf_puts(&page, "x");
	in = source_over(buf_str(&page));
	tree_read(&tree, &in, 10000000);
	/* An element whose end comes out of turn may have elements in it that
	 * stay open: then the tree is deeper than its open elements. */
	ck_assert_msg(depth_of((xmlNodePtr)tree.doc) <= 2 * TREE_DEPTH + 2,
	    "%s", deeper[_i]);
	tree_free(&tree);
	buf_free(&page);
}
END_TEST

/* The elements of a name. */
static size_t
count_of(xmlNodePtr node, const char *name)
{
	size_t n = node->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)node->name, name) == 0;

	for (xmlNodePtr c = node->children; c != NULL; c = c->next)
		n += count_of(c, name);
	return n;
}

START_TEST(formatting)
{
	struct buf page = {0};
	char font[32];
	struct source in;
	struct tree tree;

	buf_puts(&page, "<p>");
	for (int i = 0; i < 40; i++) {
		snprintf(font, sizeof font, "<font color=%d>", i);
		buf_puts(&page, font);
	}
	buf_puts(&page, "<p>x");
	in = source_over(buf_str(&page));
	tree_read(&tree, &in, 10000);
	ck_assert_uint_eq(count_of((xmlNodePtr)tree.doc, "font"), 40 +
	    TREE_FORMATTING);
	tree_free(&tree);
	buf_free(&page);
}
END_TEST

START_TEST(full)
{
	struct source in = source_over(STR("<p>a<p>b<p>c<p>d<p>e"));
	struct tree tree;

	tree_read(&tree, &in, 8);
	ck_assert(tree.full && tree.nodes < 12);
	tree_free(&tree);
}
END_TEST

UNIT_SUITE("tree", UNIT_EACH(build, rows), UNIT_EACH(links, rows),
    UNIT_EACH(deep, deeper),
    UNIT_ONE(formatting), UNIT_ONE(full))
