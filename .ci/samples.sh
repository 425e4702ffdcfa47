# samples.sh FOLDER: pages that real tools saved, in every container.  Each
# gives its page; cut at every 97th byte, none that was whole before is lost,
# no half of one is given, and that it is cut is said.
samples=$1
PATH=$PWD/bin:$PATH
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
bad=0

fail() {
	echo "not ok $*"
	bad=1
}
bare() { sed 's/^{"id":"[^"]*"//; s/,"file":"[^"]*"//'; }

cuts() { # FILE OPTIONS: none gives a page that the whole has not
	file=$1
	shift
	n=97 size=$(wc -c <"$file") most=0
	while [ "$n" -lt "$size" ]; do
		head -c "$n" "$file" | pagecat -j "$@" 2>"$tmp/err" >"$tmp/cut"
		rc=$?
		[ $rc -le 1 ] || fail "$file cut at $n: status $rc"
		bare <"$tmp/cut" | grep -vxFqf "$tmp/whole" && fail "$file cut at $n: half a page"
		# What was whole before a cut is whole before a later one.
		now=$(wc -l <"$tmp/cut")
		[ "$now" -ge $most ] || fail "$file cut at $n: a page is lost"
		most=$now
		# between two records nothing is cut
		[ $rc = 1 ] || case $file in *.warc*) ;; *) fail "$file cut at $n: not said" ;; esac
		n=$((n + 97))
	done
}

one() { # FILE PAGES WORDS [OPTIONS]: so many, and the words in the first
	file=$samples/$1 pages=$2 words=$3
	shift 3
	pagecat -j "$@" "$file" >"$tmp/all" 2>"$tmp/err" || fail "$file: status $?"
	[ -s "$tmp/err" ] && fail "$file: $(head -n 1 "$tmp/err")"
	[ "$(wc -l <"$tmp/all")" = "$pages" ] || fail "$file: $(wc -l <"$tmp/all") pages, not $pages"
	sed 1q "$tmp/all" | html2text -j | grep -qF "$words" || fail "$file: no '$words'"
	bare <"$tmp/all" >"$tmp/whole"
	# Of a letter that has lost its HTML the text is given.
	case $file in *.html | *.webarchive | *.eml) ;; *) cuts "$file" "$@" ;; esac
	echo "ok $file"
}

text='The first café on the square opened in 1882.'
for page in plain.html curl.html curl-i.http curl-iL-redirect.http curl-i-raw-chunked.http curl-i-gzip-body.http \
	wget-save-headers.http page.html.gz page.html.zlib page.html.zst page.html.xz page.html.bz2 \
	wget-gzipbody.warc.gz chromium-outerhtml.html chromium-dump-dom.html singlefile.html handmade-chrome-save.html \
	python-mail.eml handmade-wet.warc; do
	one $page 1 "$text"
done
one page.html.br 1 "$text" -t br
one latin1.html 1 'déjà vu'
one wget.warc.gz 4 "$text"
one wget-plain.warc 3 "$text"
one chromium.mhtml 2 "$text"
one handmade.webarchive 2 "$text"
one handmade-rss.xml 1 'Full text of one.'
one handmade-atom.xml 2 'Inline xhtml.'
# Cut, a book is in the order of packing.
pagecat "$samples/handmade.epub" | html2text | tr -s '\n' ' ' >"$tmp/book"
grep -q 'one, read first.* two, listed first' "$tmp/book" || fail "handmade.epub: $(cat "$tmp/book")"
exit $bad
