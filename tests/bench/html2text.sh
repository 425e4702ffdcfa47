# html2text.sh: html2text beside links, w3m, lynx and Debian's html2text on a
# page of 10 MB and one of 100 MB (page.awk writes them; their stories are the
# same), then on 181 small ones with a process each: user CPU of the whole
# process, the least of three runs, and peak memory.  QUICK=1 leaves the
# 100 MB out; PAGES=folder gives small pages instead of those that are cut from
# the large one.  A peer is stopped after 60 seconds.
#
# The pages have no button or other form control: links takes the square of
# their number.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$PATH:/usr/local/bin:/usr/bin
runs=3

once() { # COMMAND...: user milliseconds; children count
	bash -c 'ulimit -t 60; TIMEFORMAT=%3U; time "$@" >/dev/null 2>&1' - "$@" 2>&1 | tail -n 1 | tr -d . | sed 's/^0*//'
}
user() { # COMMAND...: the least of $runs
	for _ in $(seq $runs); do
		once "$@"
	done | sed 's/^$/1/' | sort -n | head -n 1
}
peak() { # COMMAND...: KiB, where time(1) is installed
	ulimit -t 60
	[ -x /usr/bin/time ] && /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1
}
row() { # LABEL COMMAND...; the first is what the others are compared with
	label=$1
	shift
	command -v "${peer:-$1}" >/dev/null || { echo "  $label: not installed"; return; }
	ms=$(user "$@")
	[ -n "$ours" ] || ours=$ms
	awk -v l="$label" -v ms="$ms" -v ours="$ours" -v kb="$(peak "$@")" 'BEGIN {
		printf "  %-18s %8.3f s %7.2f times ours %9d KiB\n", l, ms / 1000, ms / ours, kb }'
}
table() { # FILE [no]: no Debian's html2text
	ours=
	row "html2text" html2text "$1"
	row "links -dump" links -dump "$1"
	row "w3m -dump" w3m -T text/html -dump "$1"
	row "lynx -dump" lynx -dump -nolist -force_html "$1"
	[ -n "$2" ] || row "Debian's html2text" /usr/bin/html2text "$1"
}

awk -v bytes=10000000 -f page.awk >"$tmp/10.html"
echo "html2text, a page of 10 MB"
table "$tmp/10.html"
if [ -z "$QUICK" ]; then
	awk -v bytes=100000000 -f page.awk >"$tmp/100.html"
	echo "html2text, a page of 100 MB"
	runs=1
	table "$tmp/100.html" no
	runs=3
	rm "$tmp/100.html"
fi

if [ -z "$PAGES" ]; then
	PAGES=$tmp/pages
	mkdir "$PAGES"
	awk -v to="$PAGES" '/<article/ { close(f); f = to "/" ++n ".html" }
		n > 181 { exit }
		n { print >f }' "$tmp/10.html"
	rm -f "$PAGES/182.html"
fi
each() { # COMMAND...: once for every page
	# shellcheck disable=SC2016 # for the inner shell
	row "$label" sh -c 'pages=$1; shift; for f in "$pages"/*; do "$@" "$f"; done' - "$PAGES" "$@"
}
echo "html2text, $(ls "$PAGES" | wc -l) pages, a process each"
ours=
peer=html2text label=html2text each html2text
peer=links label="links -dump" each links -dump
peer=w3m label="w3m -dump" each w3m -T text/html -dump
peer=lynx label="lynx -dump" each lynx -dump -nolist -force_html
