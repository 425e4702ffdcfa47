# demo.sh: a small crawl, from pagecat to freqplot.  On a terminal it waits a few
# seconds after each stage; half a minute in all.
here=$(cd "$(dirname "$0")" && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM
sh "$here/try.sh" "$tmp" && cd "$tmp" || exit 2

# A terminal that shows no UTF-8 gets ASCII.
ascii=
case $(locale charmap 2>/dev/null) in
UTF-8 | '') ;;
*) ascii=--ascii ;;
esac
plain() {
	if [ -n "$ascii" ]; then
		sed 's/…/~/g' | textnorm -x quotes,dashes,marks | LC_ALL=C sed 's/[^ -~	]\{1,\}/?/g'
	else
		cat
	fi
}

bold='' normal='' pause=0
if [ -t 1 ]; then
	pause=3
	[ -n "$NO_COLOR" ] || bold=$(printf '\033[1m') normal=$(printf '\033[m')
fi

say() { printf '\n%s%s%s\n' "$bold" "$1" "$normal"; }

# show LINES: the first of them, cut at 78 bytes, each cut marked.
show() {
	plain | tr '\t' ' ' | LC_ALL=C awk -v most="$1" '
	NR > most { next }
	length($0) > 78 {
		$0 = substr($0, 1, 72)
		sub(/ [^ ]*$/, "")
		$0 = $0 " [...]"
	}
	{ print "  " $0 }
	END { if (NR > most) print "  [...] " NR - most " more lines" }'
	sleep $pause
}

echo 'A crawl, unpacked, cleaned, and asked what it says.  Where this demo cuts'
echo 'something it shows [...].'

say '$ pagecat --list crawl.warc.gz'
pagecat --list crawl.warc.gz | cut -f 2,3,6 | show 5

say '$ pagecat -n 1 crawl.warc.gz >page.html    (one page, as it was saved)'
pagecat -n 1 crawl.warc.gz >page.html
sed -n '12,15p' page.html | show 4

say '$ htmlmeta -F title,author,date page.html    (what it says of itself)'
htmlmeta -F title,author,date page.html | show 3

say '$ boilerstrip page.html | html2text >page.txt    (its main content)'
boilerstrip page.html | html2text >page.txt
grep . page.txt | show 4

say '$ sentsplit page.txt    (one sentence per line)'
sentsplit page.txt | sed 1,2d | show 4

say 'The same for all pages: repaired, in English, good, and each said once'
cat <<'END'
  $ pagecat -j crawl.warc.gz | htmlmeta -j | boilerstrip -j | html2text -j |
      textnorm -j | langid -j -k en | textquality -j | neardup -j >corpus.jsonl
END
pagecat -j --stats=1.json crawl.warc.gz | htmlmeta -j | boilerstrip -j | html2text -j |
	textnorm -j | langid -j -k en --stats=2.json | textquality -j --stats=3.json |
	neardup -j --stats=4.json >corpus.jsonl
written() { sed 's/.*"written":\([0-9]*\).*/\1/' "$1.json"; }
echo "$(written 1) pages; in English $(written 2); good $(written 3); without copies $(written 4)" | show 1

say '$ kwic -j --id=url ferry corpus.jsonl    (a word in its contexts)'
kwic -j -w 76 --id=url ferry corpus.jsonl | show 6

say '$ collocate -j --stop-lang=en -n 3 harbour corpus.jsonl    (what is near it)'
collocate -j --stop-lang=en -n 3 harbour corpus.jsonl | cut -f 1,2 | show 3

say '$ keyness -M ll -n 3 post.tsv courier.tsv    (what one newspaper has more of)'
for site in courier post; do
	grep "\"url\":\"https://$site" corpus.jsonl | wordfreq -j --stop-lang=en >$site.tsv
done
keyness -M ll -n 3 post.tsv courier.tsv | cut -f 1-3 | show 3

say '$ wordfreq -j --stop-lang=en -n 8 corpus.jsonl | freqplot'
wordfreq -j --stop-lang=en -n 8 corpus.jsonl | freqplot -w 76 $ascii
say 'More: man man/winnow-recipes.7; these files: sh man/examples/try.sh try'
