# page.awk: awk -v bytes=N -f page.awk writes a page of HTML of about N bytes,
# always the same: stories with links, lists, tables, quotes, code, references,
# letters beyond ASCII, and a share of comments, scripts and attributes.  No
# form controls: see html2text.sh.
function random(n) { # 0 to n - 1
	state = (state * 16807) % 2147483647
	return int(state / 2147483647 * n)
}
function put(s) {
	written += length(s)
	printf "%s", s
}
function word() { return words[1 + random(n_words)] }
function phrase(n,  s) {
	s = word()
	while (--n > 0)
		s = s (random(12) ? " " : ", ") word()
	return s
}
function sentence(  s) {
	s = phrase(6 + random(16))
	return toupper(substr(s, 1, 1)) substr(s, 2) "."
}
function link(  n) {
	n = random(100000)
	return "<a href=\"https://news.example/" word() "/" word() "-" n ".html?ref=body&amp;id=" n "\" class=\"link link--inline\">" phrase(1 + random(4)) "</a>"
}
function inline(  k) {
	k = random(14)
	if (k < 4) return link()
	if (k < 6) return "<em>" phrase(1 + random(3)) "</em>"
	if (k < 8) return "<strong>" phrase(1 + random(3)) "</strong>"
	if (k < 9) return "<span class=\"nobr\">" word() "&nbsp;" random(1000) "</span>"
	if (k < 10) return "&ldquo;" phrase(5) "&rdquo;"
	if (k < 11) return "<code>" word() "</code>"
	if (k < 12) return "AT&amp;T &mdash; " word()
	return "<img src=\"/i/" random(9999) ".jpg\" alt=\"" phrase(3) "\" width=\"640\" height=\"480\" loading=\"lazy\">"
}
function paragraph(  i, n) {
	put("<p>")
	n = 2 + random(5)
	for (i = 0; i < n; i++)
		put(sentence() " " (random(3) ? "" : inline() " "))
	put("</p>\n")
}
function list(tag,  i, n) {
	put("<" tag " class=\"list list--" word() "\">\n")
	n = 3 + random(8)
	for (i = 0; i < n; i++)
		put("  <li class=\"list__item\">" (random(2) ? link() : sentence()) "</li>\n")
	put("</" tag ">\n")
}
function table(  i, k, rows, columns) {
	rows = 3 + random(12); columns = 2 + random(5)
	put("<table class=\"data\"><thead><tr>")
	for (k = 0; k < columns; k++)
		put("<th scope=\"col\">" word() "</th>")
	put("</tr></thead>\n<tbody>\n")
	for (i = 0; i < rows; i++) {
		put("<tr>")
		for (k = 0; k < columns; k++)
			put("<td>" (random(2) ? random(100000) : phrase(1 + random(3))) "</td>")
		put("</tr>\n")
	}
	put("</tbody></table>\n")
}
function story(  i, n) {
	put("<article id=\"post-" random(1000000) "\" class=\"post type-post\" data-track='{\"kind\":\"" word() "\"}'>\n<header><h2 class=\"post__title\">" link() "</h2>\n")
	put("<div class=\"meta\" style=\"margin: 0 auto\"><time datetime=\"2024-05-" 1 + random(28) "\">" random(28) " May</time> &middot; <a href=\"/by/" word() "\">" word() " " word() "</a></div></header>\n")
	n = 3 + random(8)
	for (i = 0; i < n; i++) {
		paragraph()
		if (!random(4)) list(random(3) ? "ul" : "ol")
		if (!random(8)) table()
		if (!random(6)) put("<h3>" phrase(5) "</h3>\n")
		if (!random(9)) put("<blockquote><p>" sentence() "</p></blockquote>\n")
		if (!random(12)) put("<pre><code>int " word() " = " random(100) ";\n\treturn " word() " &lt; 3;\n</code></pre>\n")
		if (!random(9)) put("<figure><img src=\"/f/" random(999) ".png\" alt=\"\"><figcaption>" phrase(6) "</figcaption></figure>\n")
		if (!random(7)) put("<!-- " phrase(8) " -->\n")
		if (!random(9)) put("<script>(function () { var " word() " = [" random(99) ", " random(99) "]; push({id: \"" word() "\", n: " random(9999) "}); })();</script>\n")
	}
	put("<div class=\"share\">" word() "<svg viewBox=\"0 0 24 24\"><path d=\"M12 2 L 3 4 z\"/></svg></div>\n</article>\n")
}
BEGIN {
	state = 1
	n_words = split("the of and a to in is it was for on that with as at by from they this have or one had but not what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know get through back much before go good new write our used me man too any day same right look think also around another came come work three word must because does part even place well such here take why things help put years different away again off went old number great tell men say small every found still between name should home big give air line set own under read last never us left end along while might next sound below saw something thought both few those always looked show large often together asked house world going want school important until form food keep children feet land side without boy once animals life enough took sometimes four head above kind began almost live page got earth need far hand high year mother light parts country father let night following picture being study second eyes soon times story boys since white days ever paper hard near sentence better best across during today others however sure means knew try told young miles sun ways thing whole hear example heard several change answer room sea against top turned learn point city play toward five using himself usually caf\303\251 na\303\257ve r\303\251sum\303\251 \320\274\320\270\321\200 \346\227\245\346\234\254", words, " ")
	put("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" phrase(4) "</title>\n<style>body { margin: 0 } .post { color: #333 }</style></head>\n<body>\n<nav>")
	list("ul")
	put("</nav>\n<main>\n")
	while (written < bytes)
		story()
	put("</main>\n<footer>")
	list("ul")
	put("</footer>\n</body>\n</html>\n")
}
