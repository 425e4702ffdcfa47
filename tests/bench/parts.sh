# parts.sh: what takes one thing out of a page, on 100 pages of page.awk's in
# one process: htmlmeta, htmllinks, htmltable and htmlpick, beside programs that
# read pages for the same thing, and html2text -j, which reads them for all.
cd "$(dirname "$0")" || exit 2
COST=${COST:-../../bin/.obj/release/tool/cost}
. ./lib.sh

cat >"$tmp/said.py" <<'E2'
import sys
import extruct
for name in sys.argv[1:]:
    with open(name, encoding="utf-8", errors="replace") as page:
        extruct.extract(page.read())
E2
cat >"$tmp/tables.py" <<'E2'
import sys
import pandas
for name in sys.argv[1:]:
    try:
        pandas.read_html(name)
    except ValueError:
        pass  # there are none
E2

some_pages "$tmp/pages"
# xmllint's status says what it thinks of a page.
xpath() { # LABEL EXPRESSION
	pipe "$1" xmllint "xmllint --html --nowarning --xpath '$2' '$tmp'/pages/* 2>/dev/null || :"
}

task "what 100 pages say of themselves" "$tmp"/pages/*
row htmlmeta htmlmeta -H "$tmp"/pages/*
row html2text html2text "$tmp"/pages/*
python extruct extruct "$tmp/said.py" "$tmp"/pages/*

task "the links of 100 pages" "$tmp"/pages/*
row htmllinks htmllinks "$tmp"/pages/*
row html2text html2text "$tmp"/pages/*
xpath "xmllint --html --xpath //a/@href" //a/@href
each "lynx -dump -listonly, a process each" "$tmp/pages" lynx -dump -listonly -force_html
pipe "pup 'a attr{href}', a process each" pup "for f in '$tmp'/pages/*; do pup 'a attr{href}' <\$f; done"
pipe "xidel -e //a/@href" xidel "xidel -s '$tmp'/pages/* -e //a/@href"

task "the tables of 100 pages" "$tmp"/pages/*
row htmltable htmltable --table=all "$tmp"/pages/*
row html2text html2text "$tmp"/pages/*
xpath "xmllint --html --xpath //td/text()" "//td/text()"
python pandas pandas "$tmp/tables.py" "$tmp"/pages/*

task "the headings of 100 pages" "$tmp"/pages/*
row "htmlpick, a selector" htmlpick "article h2 > a" "$tmp"/pages/*
row "htmlpick -x, an XPath" htmlpick -x "//article//h2/a" "$tmp"/pages/*
xpath "xmllint --html --xpath" "//article//h2/a"
pipe "pup, a process each" pup "for f in '$tmp'/pages/*; do pup 'article h2 > a' <\$f; done"
awk -v bytes=10000000 -f page.awk >"$tmp/10.html"
task "the headings of one page" "$tmp/10.html"
row "htmlpick, a selector" htmlpick "article h2 > a" "$tmp/10.html"
row "htmlpick -x, an XPath" htmlpick -x "//article//h2/a" "$tmp/10.html"
pipe "xmllint --html --xpath" xmllint "xmllint --html --nowarning --xpath '//article//h2/a' '$tmp/10.html' 2>/dev/null || :"
pipe "pup" pup "pup 'article h2 > a' <'$tmp/10.html'"
