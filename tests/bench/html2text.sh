# html2text.sh: html2text beside links, w3m, lynx and Debian's html2text on a
# page of 10 MB, with BIG=1 on one of 100 MB, where links takes half a minute,
# and on 181 small ones with a process each.  page.awk writes the pages; they
# have no form controls, of which links takes the square.
cd "$(dirname "$0")" || exit 2
COST=${COST:-../../bin/.obj/release/tool/cost}
. ./lib.sh

page() { # NAME FILE
	task "$1" "$2"
	row html2text html2text "$2"
	row "links -dump" links -dump "$2"
	row "w3m -dump" w3m -T text/html -dump "$2"
	RUNS=1 row "lynx -dump" lynx -dump -nolist -force_html "$2"
	row "html2text of Debian" /usr/bin/html2text "$2"
}
awk -v bytes=10000000 -f page.awk >"$tmp/10.html"
page "a page as text" "$tmp/10.html"
if [ -n "$BIG" ]; then
	awk -v bytes=100000000 -f page.awk >"$tmp/100.html"
	RUNS=1 page "a large page as text" "$tmp/100.html"
	rm "$tmp/100.html"
fi

mkdir "$tmp/pages"
awk -v to="$tmp/pages" '/<article/ { close(f); f = to "/" ++n ".html" }
	n > 181 { exit }
	n { print >f }' "$tmp/10.html"
rm -f "$tmp/pages/182.html"
task "181 pages, a process each" "$tmp"/pages/*
each html2text "$tmp/pages" html2text
each "links -dump" "$tmp/pages" links -dump
each "w3m -dump" "$tmp/pages" w3m -T text/html -dump
each "lynx -dump" "$tmp/pages" lynx -dump -nolist -force_html
