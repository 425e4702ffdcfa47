# seed.sh FOLDER: the article there, exact, as text and as an HTML page.
seed=$1
PATH=$PWD/bin:$PATH
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
bad=0

same() { # WHAT WANTED GOT
	if cmp -s "$2" "$3"; then
		echo "ok $1"
	else
		echo "not ok $1"
		diff "$2" "$3" | head -n 10
		bad=1
	fi
}

boilerstrip <"$seed/article.txt" >"$tmp/main"
same "boilerstrip of the text" "$seed/article.main.txt" "$tmp/main"
sentsplit <"$tmp/main" >"$tmp/sentences"
same "sentsplit of that" "$seed/article.sentences.txt" "$tmp/sentences"
wordfreq -n 3 <"$tmp/main" | head -n 1 | cut -f2 >"$tmp/word"
echo the >"$tmp/the"
same "wordfreq begins with the" "$tmp/the" "$tmp/word"

# The same article as a page, with what such a page has around it.
awk '
function esc(s) { gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s); return s }
BEGIN {
	print "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>News</title>"
	print "<script>var a = \"<p>no text</p>\";</script></head><body>"
	print "<div class=\"cookie-notice\"><p>This site uses cookies. <a href=\"/p\">Privacy policy</a></p><button>Accept</button></div>"
	print "<header><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/w\">World</a></li><li><a href=\"/b\">Business</a></li><li><a href=\"/s\">Sport</a></li></ul></nav></header>"
	print "<main><article>"
}
NF == 0 { next }
++n == 1 { print "<h1>" esc($0) "</h1>"; next }
n == 2 {
	print "<p class=\"standfirst\">" esc($0) "</p>"
	print "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>Two leaders meet. Photo: agency</figcaption></figure>"
	print "<div class=\"caption\">Two leaders meet</div><p class=\"powered\">Powered by automated translation</p>"
	print "<div class=\"share\"><a href=\"#\">Facebook</a> <a href=\"#\">Twitter</a> <a href=\"#\">Email</a></div><div class=\"body\">"
	next
}
n == 12 { print "<div class=\"gallery\"><a href=\"/g\">The meeting in pictures</a></div>" }
{ print "<p>" esc($0) "</p>" }
END {
	print "</div><p class=\"updated\">Updated: March 22, 2023, 7:35 AM</p>"
	print "<div class=\"newsletter\"><h3>Weekly letter</h3><p>Your weekly update from our desk</p><form><input name=\"m\"><button>Sign up</button></form></div>"
	print "<section class=\"related\"><h3>Related</h3><ul><li><a href=\"/1\">A first other story</a></li><li><a href=\"/2\">A second other story</a></li></ul></section>"
	print "</article></main><footer><ul><li><a href=\"/t\">Terms</a></li><li><a href=\"/c\">Contact</a></li></ul><p>&copy; 2023 The paper. All rights reserved.</p></footer></body></html>"
}' "$seed/article.main.txt" >"$tmp/page.html"
boilerstrip "$tmp/page.html" | html2text >"$tmp/main"
same "boilerstrip | html2text of the page" "$seed/article.main.txt" "$tmp/main"
exit $bad
